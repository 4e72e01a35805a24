// Scores time expressions against {"timexes":[{"b","e","type","value","alts"}]}.
#include <algorithm>
#include <cctype>

#include "base/check.h"
#include "base/strings.h"
#include "eval/evaluate.h"
#include "eval/gold.h"
#include "eval/score.h"

namespace entente {
namespace {

struct Timex {
  TextSpan span;
  std::string type;
  std::string value;
  std::vector<std::string> alternatives;
};

// Upper case, no blanks, "T24:00:00" and "T10:30:00" without their seconds.
std::string Normal(std::string_view value) {
  std::string out;
  for (const char c : Trim(value)) {
    if (c != ' ') out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  const std::size_t time = out.rfind('T');
  const bool has_seconds = time != std::string::npos && out.size() == time + 9 &&
                           out.compare(time + 6, 3, ":00") == 0;
  if (has_seconds) out.resize(out.size() - 3);
  return out;
}

// "2015", "2015-09", "2015-09-14", "2015-09-14T10:30": what needs no interval.
bool IsPlainDate(std::string_view value) {
  if (!value.empty() && value.front() == '-') value.remove_prefix(1);
  const auto digits = [&](std::size_t count) {
    if (value.size() < count) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (!IsAsciiDigit(value[i])) return false;
    }
    value.remove_prefix(count);
    return true;
  };
  if (!digits(4)) return false;
  for (int part = 0; part < 2 && !value.empty(); ++part) {
    if (value.front() != '-') return false;
    value.remove_prefix(1);
    if (!digits(2)) return false;
  }
  return value.empty() || value.front() == 'T';
}

Timex FromReading(const TimeMention& time, TimeOptions options) {
  const std::string& value = time.timex;
  Timex timex{.span = time.span, .type = "DATE", .value = value, .alternatives = {}};
  if (value.size() > 1 && value[0] == 'P' && IsAsciiDigit(value[1])) {
    timex.type = "DURATION";
  } else if (value.find('T') != std::string::npos) {
    timex.type = "TIME";
  }
  if (options.uses_intervals && !IsPlainDate(value) && time.begin && time.end) {
    timex.value = StrCat(ToString(*time.begin), "/", ToString(*time.end));
  }
  timex.value = Normal(timex.value);
  return timex;
}

Timex FromGold(GoldRow row) {
  Timex timex{.span = SpanOf(row),
              .type = std::string(StringIn(row, "type").value_or("")),
              .value = Normal(StringIn(row, "value").value_or("")),
              .alternatives = {}};
  for (const auto value : StringsIn(row, "alts"))
    timex.alternatives.push_back(Normal(value));
  std::sort(timex.alternatives.begin(), timex.alternatives.end());
  return timex;
}

struct Tally {
  std::size_t gold = 0, predicted = 0, relaxed = 0, strict = 0, type = 0;
  std::size_t value = 0;           // matched with equal values
  std::size_t with_value = 0;      // matched where gold has a value
  std::size_t right_of_those = 0;  // and it is equal

  void Add(const std::vector<Timex>& golds, const std::vector<Timex>& predictions);
  std::string Report(TimeOptions options) const;
};

void Tally::Add(const std::vector<Timex>& golds,
                const std::vector<Timex>& predictions) {
  gold += golds.size();
  predicted += predictions.size();
  const auto matches = MatchGreedily(
      golds.size(), predictions.size(), [&](std::size_t g, std::size_t p) {
        return FitSpans(golds[g].span, predictions[p].span);
      });
  for (const Pairing match : matches) {
    const Timex& want = golds[match.gold];
    const Timex& got = predictions[match.predicted];
    std::string wanted = want.value;
    if (!want.alternatives.empty()) {
      const bool is_listed =
          std::find(want.alternatives.begin(), want.alternatives.end(), got.value) !=
          want.alternatives.end();
      wanted = is_listed ? got.value : want.alternatives.front();
    }
    ++relaxed;
    strict += want.span == got.span;
    type += want.type == got.type;
    value += wanted == got.value;
    with_value += !wanted.empty();
    right_of_those += !wanted.empty() && wanted == got.value;
  }
}

std::string Tally::Report(TimeOptions options) const {
  std::string out;
  const auto line = [&](std::string_view name, std::size_t right) {
    const Prf prf = Score(right, predicted, gold);
    out += options.is_recall_only ? StrCat(name, " R ", Fixed(prf.recall), "\n")
                                  : StrCat(name, " ", ToString(prf), "\n");
  };
  line("strict  ", strict);
  line("relaxed ", relaxed);
  line("type    ", type);
  line("value   ", value);
  const double accuracy = with_value == 0 ? 0
                                          : static_cast<double>(right_of_those) /
                                                static_cast<double>(with_value);
  out +=
      StrCat("value_acc on relaxed matches ", Fixed(accuracy),
             "   gold, predicted, matched ", gold, " ", predicted, " ", relaxed, "\n");
  return out;
}

}  // namespace

Result<std::string> EvaluateTimes(const Engine& engine, const std::string& gold,
                                  TimeOptions options) {
  Workspace workspace;
  Tally tally;
  TRY([[maybe_unused]] const auto done, ForEachGoldRow(gold, [&](GoldRow row) {
        const GoldReading read = ReadGold(engine, workspace, row);
        std::vector<Timex> golds;
        for (const GoldRow timex : ListIn(row, "timexes"))
          golds.push_back(FromGold(timex));
        std::vector<Timex> predictions;
        for (const TimeMention& time : read.reading.times) {
          predictions.push_back(FromReading(time, options));
        }
        tally.Add(golds, predictions);
      }));
  return tally.Report(options);
}

}  // namespace entente
