// Scores events against our own gold: case files, and sentences that must yield
// nothing.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "document/reader.h"
#include "eval/case_file.h"
#include "eval/evaluate.h"
#include "eval/score.h"

namespace entente {
namespace {

enum class Level : std::uint8_t { kType, kCountry, kSector };
constexpr std::array<Level, 3> kLevels = {Level::kType, Level::kCountry,
                                          Level::kSector};

// The wanted party's code down to what the level compares.
std::string_view AtLevel(std::string_view wanted, Level level) {
  return level == Level::kCountry ? wanted.substr(0, wanted.find(' ')) : wanted;
}

class RowJudge {
 public:
  RowJudge(const Document& document, const Reading& reading)
      : document_(document), reading_(reading) {}

  bool Fits(const EventLine& line, const Event& event, Level level) const {
    if (!HasType(event, line.types, false)) return false;
    if (level == Level::kType) return true;
    const auto fits = [&](const auto& actors, const auto& recipients) {
      return IsAny(actors, line.actor, level) &&
             IsAny(recipients, line.recipient, level);
    };
    if (fits(event.actor, event.recipient)) return true;
    if (!event.is_reciprocal) return false;
    std::vector<EntityId> all = event.actor;
    all.insert(all.end(), event.recipient.begin(), event.recipient.end());
    return fits(all, all);
  }

  static bool IsMode(const EventLine& line, const Event& event) {
    return HasType(event, line.types);
  }

  static bool IsHow(const EventLine& line, const Event& event) {
    if (line.how == "not") return event.is_negated;
    if (event.is_negated) return false;
    return Name(event.modality) == (line.how.empty() ? "asserted" : line.how);
  }

  bool IsDate(const EventLine& line, const Event& event) const {
    return IsWhen(reading_, event.time, line.date);
  }

  // How many of the lesser fields agree: chooses among rows that fit.
  int Agreement(const EventLine& line, const Event& event) const {
    int points = 0;
    for (const Level level : kLevels) points += Fits(line, event, level) ? 4 : 0;
    if (!line.words.empty() &&
        HoldsWords(Slice(document_.text, event.span), line.words)) {
      points += 2;
    }
    points += IsHow(line, event) ? 1 : 0;
    points += IsMode(line, event) ? 1 : 0;
    return points;
  }

 private:
  bool IsAny(const std::vector<EntityId>& ids, std::string_view wanted,
             Level level) const {
    if (wanted == "*") return true;
    if (wanted == "-" || ids.empty()) return ids.empty() && wanted == "-";
    return std::any_of(ids.begin(), ids.end(), [&](EntityId id) {
      const Entity& entity = reading_.entities[id.value];
      return IsCodePrefix(AtLevel(wanted, level), ToString(entity.code)) ||
             entity.name == wanted;
    });
  }

  const Document& document_;
  const Reading& reading_;
};

constexpr std::uint32_t kUnmatched = UINT32_MAX;

// For each gold row the reading's row that meets it. A row of the reading may meet
// several gold rows (one for each of its parties); each gold row takes the one that
// agrees best, free ones first.
std::vector<std::uint32_t> MatchRows(const RowJudge& judge,
                                     const std::vector<EventLine>& gold,
                                     const std::vector<Event>& events, Level level) {
  std::vector<std::uint32_t> match(gold.size(), kUnmatched);
  std::vector<bool> is_used(events.size(), false);
  for (std::size_t g = 0; g < gold.size(); ++g) {
    int best = -1;
    for (std::uint32_t p = 0; p < events.size(); ++p) {
      if (!judge.Fits(gold[g], events[p], level)) continue;
      const int points = judge.Agreement(gold[g], events[p]) + (is_used[p] ? 0 : 100);
      if (points <= best) continue;
      best = points;
      match[g] = p;
    }
    if (match[g] != kUnmatched) is_used[match[g]] = true;
  }
  // Two gold rows of one type and pair need two rows; of other pairs, one may do.
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t other = 0; other < g; ++other) {
      const bool is_same = gold[g].type == gold[other].type &&
                           gold[g].actor == gold[other].actor &&
                           gold[g].recipient == gold[other].recipient;
      if (is_same && match[g] == match[other]) match[g] = kUnmatched;
    }
  }
  return match;
}

struct Share {
  std::size_t right = 0, all = 0;
  void Add(bool is_right) {
    ++all;
    right += is_right ? 1 : 0;
  }
  std::string Text() const {
    const double value =
        all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
    return StrCat(Fixed(value, 3), "  (", right, " of ", all, ")");
  }
};

struct LevelTally {
  std::size_t gold = 0, met = 0, rows = 0, right = 0;
  Prf Scores() const {
    Prf prf;
    prf.precision = Score(right, rows, gold).precision;
    prf.recall = Score(met, rows, gold).recall;
    const double sum = prf.precision + prf.recall;
    prf.f1 = sum == 0 ? 0 : 2 * prf.precision * prf.recall / sum;
    return prf;
  }
};

class CaseTally {
 public:
  explicit CaseTally(bool shows_errors) : shows_errors_(shows_errors) {}

  void Add(const std::string& file, const Case& each, const Document& document,
           const Reading& reading);
  std::string Report() const;

 private:
  void AddFields(const RowJudge& judge, const std::vector<EventLine>& gold,
                 const std::vector<Event>& events,
                 const std::vector<std::uint32_t>& match);
  void TellErrors(const std::string& where, const Document& document,
                  const Reading& reading, const std::vector<CaseLine>& lines,
                  const std::vector<std::uint32_t>& match, bool is_only);

  bool shows_errors_;
  std::size_t cases_ = 0, quiet_ = 0, alarms_ = 0, only_rows_ = 0, unlisted_ = 0;
  std::map<Level, LevelTally> levels_;
  std::map<std::string, LevelTally> types_;  // at the level of countries
  Share mode_, how_, date_;
  std::string errors_;
};

void CaseTally::AddFields(const RowJudge& judge, const std::vector<EventLine>& gold,
                          const std::vector<Event>& events,
                          const std::vector<std::uint32_t>& match) {
  for (std::size_t g = 0; g < gold.size(); ++g) {
    if (match[g] == kUnmatched) continue;
    const Event& event = events[match[g]];
    if (!gold[g].mode.empty()) mode_.Add(RowJudge::IsMode(gold[g], event));
    how_.Add(RowJudge::IsHow(gold[g], event));
    if (!gold[g].date.empty()) date_.Add(judge.IsDate(gold[g], event));
  }
}

void CaseTally::Add(const std::string& file, const Case& each, const Document& document,
                    const Reading& reading) {
  std::vector<CaseLine> lines;
  std::vector<EventLine> gold;
  bool is_only = false;
  for (const CaseLine& line : each.expectations) {
    if (line.key == "only") is_only = line.value.find("events") != std::string::npos;
    if (line.key != "event") continue;
    lines.push_back(line);
    gold.push_back(ParseEventLine(line.value));
  }
  ++cases_;
  if (gold.empty()) {
    ++quiet_;
    alarms_ += reading.events.empty() ? 0 : 1;
  }
  const RowJudge judge(document, reading);
  for (const Level level : kLevels) {
    const auto match = MatchRows(judge, gold, reading.events, level);
    std::vector<bool> is_right(reading.events.size(), false);
    LevelTally& tally = levels_[level];
    for (std::size_t g = 0; g < gold.size(); ++g) {
      const bool is_met = match[g] != kUnmatched;
      if (is_met) is_right[match[g]] = true;
      ++tally.gold;
      tally.met += is_met ? 1 : 0;
      if (level != Level::kCountry) continue;
      ++types_[gold[g].type].gold;
      types_[gold[g].type].met += is_met ? 1 : 0;
    }
    for (std::size_t p = 0; p < reading.events.size(); ++p) {
      if (!is_only && !is_right[p]) continue;
      ++tally.rows;
      tally.right += is_right[p] ? 1 : 0;
      if (level != Level::kCountry) continue;
      LevelTally& own = types_[std::string(Name(reading.events[p].type))];
      ++own.rows;
      own.right += is_right[p] ? 1 : 0;
      ++only_rows_;
      unlisted_ += is_right[p] ? 0 : 1;
    }
    if (level != Level::kCountry) continue;
    AddFields(judge, gold, reading.events, match);
    if (shows_errors_) {
      TellErrors(StrCat(file, ": ", each.name), document, reading, lines, match,
                 is_only);
    }
  }
}

void CaseTally::TellErrors(const std::string& where, const Document& document,
                           const Reading& reading, const std::vector<CaseLine>& lines,
                           const std::vector<std::uint32_t>& match, bool is_only) {
  std::string out;
  std::vector<bool> is_right(reading.events.size(), false);
  for (std::size_t g = 0; g < lines.size(); ++g) {
    if (match[g] != kUnmatched) {
      is_right[match[g]] = true;
    } else {
      out += StrCat("  missed ", lines[g].number, ": ", lines[g].value, "\n");
    }
  }
  for (std::size_t p = 0; p < reading.events.size(); ++p) {
    if (is_right[p] || !is_only) continue;
    out +=
        StrCat("  unlisted: ", TellEvent(document, reading, reading.events[p]), "\n");
  }
  if (out.empty()) return;
  errors_ += StrCat(where, "\n  text: ", Trim(document.text), "\n", out);
}

std::string CaseTally::Report() const {
  std::string out = errors_;
  out += StrCat("cases ", cases_, ", events ", levels_.at(Level::kType).gold, "\n");
  const auto line = [&](std::string_view name, Level level) {
    out += StrCat(name, ToString(levels_.at(level).Scores()), "\n");
  };
  line("type              ", Level::kType);
  line("  with countries  ", Level::kCountry);
  line("  with sectors    ", Level::kSector);
  out += StrCat("of rows right in type and countries\n  mode              ",
                mode_.Text(), "\n  polarity, modality ", how_.Text(),
                "\n  date              ", date_.Text(), "\n");
  out += StrCat("rows that gold does not list  ", unlisted_, " of ", only_rows_, "\n");
  if (quiet_ > 0) {
    out += StrCat("cases without an event: ", quiet_, ", with a false alarm ", alarms_,
                  "\n");
  }
  out += "by type, with countries\n";
  for (const auto& [type, tally] : types_) {
    out += StrCat("  ", type, std::string(type.size() < 10 ? 10 - type.size() : 0, ' '),
                  " ", ToString(tally.Scores()), "  n=", tally.gold, "\n");
  }
  return out;
}

}  // namespace

Result<std::string> EvaluateCases(const Engine& engine,
                                  const std::vector<std::string>& files,
                                  bool shows_errors) {
  Workspace workspace;
  CaseTally tally(shows_errors);
  for (const std::string& file : files) {
    TRY(const std::string bytes, ReadFile(file));
    TRY(const std::vector<Case> cases, ParseCases(file, bytes));
    for (const Case& each : cases) {
      if (each.text.empty()) continue;  // whole articles are the tests' affair
      TRY(const Document document, ToDocument(each, each.text));
      tally.Add(file, each, document, engine.Read(document, workspace));
    }
  }
  return tally.Report();
}

Result<std::string> EvaluateNothing(const Engine& engine,
                                    const std::vector<std::string>& files) {
  Workspace workspace;
  std::size_t sentences = 0;
  std::size_t alarms = 0;
  std::string out;
  for (const std::string& file : files) {
    TRY(const std::string bytes, ReadFile(file));
    unsigned number = 0;
    for (const std::string_view line : Split(bytes, '\n')) {
      ++number;
      if (Trim(line).empty() || line.front() == '#') continue;
      Case each;
      each.name = file;
      TRY(const Document document, ToDocument(each, std::string(line)));
      const Reading reading = engine.Read(document, workspace);
      ++sentences;
      if (reading.events.empty()) continue;
      ++alarms;
      out += StrCat(file, ":", number, ": ", Trim(line), "\n");
      for (const Event& event : reading.events) {
        out += StrCat("    ", TellEvent(document, reading, event), "\n");
      }
    }
  }
  Share share;
  share.right = alarms;
  share.all = sentences;
  return StrCat(out, "false alarms ", share.Text(), "\n");
}

}  // namespace entente
