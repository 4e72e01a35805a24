#include "base/progress.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"

namespace entente {
namespace {

constexpr double kWindowSeconds = 30;
constexpr double kSoonestSeconds = 2;  // no rate is told before

}  // namespace

void ProgressMeter::Add(double seconds, std::uint64_t documents, std::uint64_t bytes) {
  samples_.push_back({seconds, documents, bytes});
  while (samples_.size() > 2 && samples_.front().seconds < seconds - kWindowSeconds) {
    samples_.pop_front();
  }
}

std::string ProgressMeter::Line() const {
  const Sample& first = samples_.front();
  const Sample& last = samples_.back();
  std::string line =
      StrCat(WithCommas(last.documents),
             last.documents == 1 ? std::string_view(" document") : " documents");
  const double seconds = last.seconds - first.seconds;
  if (seconds < kSoonestSeconds) return line;
  const double rate = static_cast<double>(last.documents - first.documents) / seconds;
  line += StrCat(", ", WithCommas(static_cast<std::uint64_t>(std::llround(rate))),
                 " a second");
  if (last.bytes >= total_bytes_ || last.bytes == first.bytes) return line;
  const double left = static_cast<double>(total_bytes_ - last.bytes) /
                      static_cast<double>(last.bytes - first.bytes) * seconds;
  return StrCat(line, ", ", Duration(left), " left");
}

std::string WithCommas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string Duration(double seconds) {
  const auto all = static_cast<std::uint64_t>(std::llround(std::max(seconds, 0.0)));
  if (all < 60) return StrCat(all, " s");
  if (all < 3600) return StrCat(all / 60, " min ", all % 60, " s");
  return StrCat(all / 3600, " h ", all % 3600 / 60, " min");
}

}  // namespace entente
