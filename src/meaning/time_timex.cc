// What TIMEX3 writes where there is no period.
#include <array>
#include <cmath>
#include <cstdio>

#include "base/strings.h"
#include "meaning/time_period.h"

namespace entente {
namespace {

std::string Padded(int value, int width) {
  std::array<char, 24> buffer;
  std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  return buffer.data();
}

std::string CountText(double count) {
  if (count < 0) return "X";
  if (count == std::floor(count)) return StrCat(static_cast<int>(count));
  std::array<char, 24> buffer;
  std::snprintf(buffer.data(), buffer.size(), "%g", count);
  return buffer.data();
}

}  // namespace

std::string DurationTimex(const TimeExpression& expression) {
  std::string timex = "P";
  bool has_time = false;
  for (std::size_t k = 0; k < expression.amount_count; ++k) {
    const TimeAmount& amount = expression.amounts[k];
    double count = amount.count;
    std::string_view code = kTimeUnitCodes[static_cast<std::size_t>(amount.unit)];
    switch (amount.unit) {
      case TimeUnit::kSecond:
      case TimeUnit::kMinute:
      case TimeUnit::kHour:
        if (!has_time) timex += 'T';
        has_time = true;
        code = code.substr(0, 1);
        break;
      case TimeUnit::kNight:
        code = "D";
        break;
      case TimeUnit::kFortnight:
        count = count < 0 ? count : count * 2;
        code = "W";
        break;
      case TimeUnit::kQuarter:
      case TimeUnit::kSeason:
        count = count < 0 ? count : count * 3;
        code = "M";
        break;
      case TimeUnit::kHalfYear:
        count = count < 0 ? count : count * 6;
        code = "M";
        break;
      case TimeUnit::kMillennium:
        count = count < 0 ? count : count * 10;
        code = "CE";
        break;
      default:
        break;
    }
    timex += StrCat(CountText(count), code);
  }
  return timex;
}

std::string WithClock(const std::string& day, const TimeExpression& expression) {
  if (!expression.hour) {
    if (!expression.day_part) return day;
    return StrCat(day, "T",
                  kDayPartCodes[static_cast<std::size_t>(*expression.day_part)]);
  }
  std::string timex = StrCat(day, "T", Padded(*expression.hour, 2), ":",
                             Padded(expression.minute.value_or(0), 2));
  if (expression.second) timex += StrCat(":", Padded(*expression.second, 2));
  if (!expression.zone_minutes) return timex;
  const int minutes = *expression.zone_minutes;
  if (minutes == 0) return timex + "Z";
  timex += StrCat(minutes < 0 ? '-' : '+', Padded(std::abs(minutes) / 60, 2));
  if (minutes % 60 != 0) timex += StrCat(":", Padded(std::abs(minutes) % 60, 2));
  return timex;
}

std::string FieldsWithoutYear(const TimeExpression& e) {
  std::string timex = "XXXX";
  const auto padded = [](int value) { return StrCat(value < 10 ? "0" : "", value); };
  if (e.season)
    return StrCat(timex, "-", kSeasonCodes[static_cast<std::size_t>(*e.season)]);
  if (e.quarter) return StrCat(timex, "-Q", *e.quarter);
  if (e.half) return StrCat(timex, "-H", *e.half);
  if (e.month) timex += StrCat("-", padded(*e.month));
  if (e.day) timex += StrCat(e.month ? "-" : "-XX-", padded(*e.day));
  if (e.weekday && !e.month) timex += StrCat("-WXX-", *e.weekday);
  return timex;
}

TimePrecision GrainWithoutYear(const TimeExpression& e) {
  if (e.season || e.quarter || e.half) return TimePrecision::kSeason;
  if (e.day || e.weekday) return TimePrecision::kDay;
  return TimePrecision::kMonth;
}

}  // namespace entente
