// entente align changes: a pair's series with its breaks, or the breaks of all pairs.
#include <algorithm>
#include <cmath>
#include <set>

#include "align/network.h"
#include "align/series.h"
#include "align/series_svg.h"
#include "align/tell.h"
#include "base/check.h"
#include "base/strings.h"
#include "cli/align.h"

namespace entente {
namespace {

constexpr std::size_t kActorsWatched = 200;  // with most rows
constexpr std::uint32_t kLeastUnits = 10;    // of a pair, to look for breaks in it
constexpr std::size_t kStepsShown = 24;      // of a pair's page: the last with evidence

// The same pair before a day and from it on.
struct Turn {
  PairStanding before, since;
  std::vector<std::uint32_t> new_units;  // since the day, heaviest first
  std::vector<std::string> new_types;    // never seen before it
};

PairStanding StandingBetween(const Units& units, std::uint32_t first,
                             std::uint32_t last, double prior, std::int32_t day,
                             bool is_since) {
  Masses masses;
  std::uint32_t count = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const Unit& unit = units.units[i];
    if (unit.mass() <= 0 || unit.sign == 0 || (unit.day >= day) != is_since) continue;
    (unit.sign > 0 ? masses.plus : masses.minus) += unit.mass();
    ++count;
  }
  return StandingOf(prior, masses, count);
}

Turn TurnAt(const EvidenceTable& table, const Units& units, std::uint32_t first,
            std::uint32_t last, double prior, std::int32_t day) {
  Turn turn{.before = StandingBetween(units, first, last, prior, day, false),
            .since = StandingBetween(units, first, last, prior, day, true),
            .new_units = {},
            .new_types = {}};
  std::set<std::uint16_t> old_types, new_types;
  for (const std::uint32_t i : Heaviest(units, first, last, 0)) {
    const Unit& unit = units.units[i];
    if (unit.mass() <= 0 || unit.sign == 0) continue;
    (unit.day >= day ? new_types : old_types).insert(unit.type);
    if (unit.day >= day) turn.new_units.push_back(i);
  }
  for (const std::uint16_t type : new_types) {
    if (old_types.count(type) == 0) turn.new_types.push_back(table.types[type]);
  }
  return turn;
}

// How many standard deviations the mean has moved.
double MoveOf(const Turn& turn) {
  const double a = turn.before.posterior.deviation();
  const double b = turn.since.posterior.deviation();
  return (turn.since.posterior.mean() - turn.before.posterior.mean()) /
         std::sqrt(a * a + b * b);
}

std::string TellTurn(const Turn& turn, const std::string& day) {
  std::string out = StrCat(
      "Since ", day, ": ", turn.new_units.size(),
      turn.new_units.size() == 1 ? " act" : " acts", ", ", TellStanding(turn.since),
      "; before: ",
      turn.before.units == 0 ? std::string("no evidence") : TellStanding(turn.before));
  if (!turn.new_types.empty()) {
    out += ". For the first time: ";
    for (std::size_t i = 0; i < turn.new_types.size(); ++i) {
      out += StrCat(i == 0 ? "" : ", ", turn.new_types[i]);
    }
  }
  return out + ".";
}

// The units of the break's kind in the step before it and in the steps up to when it
// was sure.
std::vector<std::uint32_t> Around(const Units& units, std::uint32_t first,
                                  std::uint32_t last, const Series& series,
                                  const Break& told) {
  const std::int32_t from = BeginOf(series.step, told.begin - 1);
  const std::int32_t until = NextOf(series.step, told.told_at);
  std::vector<std::uint32_t> around;
  for (std::uint32_t i = first; i < last; ++i) {
    const Unit& unit = units.units[i];
    const bool is_conflict = unit.sign < 0;
    if (unit.mass() <= 0 || unit.sign == 0 || unit.quad == Quad::kNoQuad) continue;
    if (is_conflict == told.is_conflict && unit.day >= from && unit.day < until) {
      around.push_back(i);
    }
  }
  std::stable_sort(around.begin(), around.end(), [&](std::uint32_t x, std::uint32_t y) {
    return units.units[x].day < units.units[y].day;
  });
  return around;
}

Status WriteList(AlignContext& context, const Units& units,
                 const std::vector<std::uint32_t>& list, unsigned indent, Page& page) {
  const std::size_t limit = context.command.rows;
  for (std::size_t i = 0; i < std::min(limit, list.size()); ++i) {
    const Status written =
        WriteUnit(context, units, units.units[list[i]], indent, page);
    if (!written) return written;
  }
  if (list.size() > limit) {
    page.Line(indent);
    page.Words(StrCat("and ", list.size() - limit, " more (--rows)"), Ink::kDim);
  }
  return std::monostate{};
}

void WriteSteps(const Series& series, Page& page) {
  page.BlankLine();
  page.Line(0);
  page.Verbatim(
      StrCat(StepText(series.step, 0).size() > 7 ? "            " : "         ",
             "how they stand          for  against   acts: material and "
             "verbal"),
      Ink::kBold);
  const auto with_evidence = static_cast<std::size_t>(
      std::count_if(series.steps.begin(), series.steps.end(),
                    [](const SeriesStep& step) { return step.standing.units > 0; }));
  std::size_t seen = 0;
  for (const SeriesStep& step : series.steps) {
    if (step.standing.units == 0 || ++seen + kStepsShown <= with_evidence) continue;
    const auto count = [&](Quad quad) {
      return step.quads[static_cast<std::size_t>(quad)].count;
    };
    const Interval interval = step.standing.posterior.interval();
    page.Line(0);
    page.Verbatim(StrCat(StepText(series.step, step.begin), "  ",
                         Signed(step.standing.posterior.mean()), " (",
                         Signed(interval.low), " to ", Signed(interval.high), ")"));
    page.Column(series.step == Step::kMonth ? 33 : 36);
    page.Verbatim(StrCat(Signed(step.standing.masses.plus), "  ",
                         Signed(-step.standing.masses.minus)));
    page.Column(series.step == Step::kMonth ? 48 : 51);
    page.Verbatim(StrCat(
        "+", count(Quad::kMaterialCooperation), " +", count(Quad::kVerbalCooperation),
        "  -", count(Quad::kMaterialConflict), " -", count(Quad::kVerbalConflict)));
  }
}

void WriteSeriesJson(const Series& series, JsonWriter& json) {
  json.BeginArray();
  for (const SeriesStep& step : series.steps) {
    json.BeginObject();
    json.Field("begin", DayText(step.begin));
    json.Key("standing");
    WriteStandingJson(step.standing, json);
    json.Key("acts");
    json.BeginObject();
    for (std::size_t i = 0; i < kQuadCount; ++i) {
      json.Key(Name(static_cast<Quad>(i)));
      json.BeginObject();
      json.Field("count", std::int64_t{step.quads[i].count});
      json.Field("low", step.quads[i].low, 4);
      json.Field("high", step.quads[i].high, 4);
      json.EndObject();
    }
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
}

Status WriteBreaksJson(AlignContext& context, const Units& units, std::uint32_t first,
                       std::uint32_t last, const Series& series,
                       const std::vector<Break>& breaks, JsonWriter& json) {
  json.BeginArray();
  for (const Break& told : breaks) {
    json.BeginObject();
    json.Field("told", TellBreak(series, told));
    json.Field("of", told.is_conflict ? "conflict" : "cooperation");
    json.Field("begin", DayText(told.begin));
    json.Field("sure_since", DayText(told.told_at));
    json.Field("chance", told.change.chance, 6);
    json.Field("before", told.change.before, 4);
    json.Field("after", told.change.after, 4);
    json.Key("rows");
    json.BeginArray();
    for (const std::uint32_t i : Around(units, first, last, series, told)) {
      const Unit& unit = units.units[i];
      for (std::uint32_t j = unit.first; j < unit.last; ++j) {
        TRY(const RowFacts facts,
            context.rows.Read(context.table.rows[units.rows[j].row]));
        json.String(facts.row);
      }
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  return std::monostate{};
}

Observed ObservedOf(const EvidenceTable& table) {
  return {.first = table.first_published, .last = table.last_published};
}

// All of one pair that its page and JSON tell.
struct PairChanges {
  std::string title;
  Units units;
  std::uint32_t first = 0, last = 0;
  double prior = 0.5;
  Series series = {};
  std::vector<Break> breaks = {};
};

PairChanges ChangesOf(const EvidenceTable& table, const PairView& view,
                      std::string title, Step step) {
  PairChanges changes{.title = std::move(title), .units = view.units};
  changes.last = static_cast<std::uint32_t>(view.units.units.size());
  changes.prior = view.whole.prior_mean;
  changes.series = BuildSeries(changes.units, 0, changes.last, step, changes.prior,
                               ObservedOf(table));
  changes.breaks = FindBreaks(changes.series);
  return changes;
}

Result<std::string> PairChangesPage(AlignContext& context, const PairChanges& pair,
                                    std::int32_t since) {
  Page page(context.style);
  page.Line(0);
  page.Words(StrCat(pair.title, " by ", Name(pair.series.step)), Ink::kBold);
  if (pair.series.steps.empty()) {
    page.Line(0);
    page.Words("No act with a day sets one to the other.");
    return std::move(page).Finish();
  }
  if (pair.breaks.empty()) {
    page.Line(0);
    page.Words("No break in how often they act for or against one another.");
  }
  for (const Break& told : pair.breaks) {
    page.Line(0);
    page.Words(TellBreak(pair.series, told));
    const Status written = WriteList(
        context, pair.units,
        Around(pair.units, pair.first, pair.last, pair.series, told), 2, page);
    if (!written) return written.error();
  }
  if (since != kNoDay) {
    const Turn turn =
        TurnAt(context.table, pair.units, pair.first, pair.last, pair.prior, since);
    page.BlankLine();
    page.Line(0);
    page.Words(TellTurn(turn, context.command.since));
    const Status written = WriteList(context, pair.units, turn.new_units, 2, page);
    if (!written) return written.error();
  }
  WriteSteps(pair.series, page);
  if (pair.series.earlier > 0) {
    page.Line(0);
    page.Words(StrCat("Not in the series: ", pair.series.earlier,
                      " acts of before the ledger's first document."),
               Ink::kDim);
  }
  return std::move(page).Finish();
}

Result<std::string> PairChangesJson(AlignContext& context, const PairChanges& pair,
                                    std::int32_t since) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("view", "changes");
  json.Field("pair", pair.title);
  json.Field("by", Name(pair.series.step));
  json.Key("series");
  WriteSeriesJson(pair.series, json);
  json.Field("earlier_acts", std::int64_t{pair.series.earlier});
  json.Field("undated_acts", std::int64_t{pair.series.undated});
  json.Key("breaks");
  const Status breaks = WriteBreaksJson(context, pair.units, pair.first, pair.last,
                                        pair.series, pair.breaks, json);
  if (!breaks) return breaks.error();
  if (since != kNoDay) {
    const Turn turn =
        TurnAt(context.table, pair.units, pair.first, pair.last, pair.prior, since);
    json.Key("since");
    json.BeginObject();
    json.Field("day", context.command.since);
    json.Field("told", TellTurn(turn, context.command.since));
    json.Key("before");
    WriteStandingJson(turn.before, json);
    json.Key("after");
    WriteStandingJson(turn.since, json);
    json.EndObject();
  }
  json.EndObject();
  return out + "\n";
}

// One pair of the whole.
struct Found {
  std::string pair;
  std::string told;
  std::int32_t begin = kNoDay;
  double rank = 0;
};

std::vector<Found> AllChanges(const AlignContext& context, Step step,
                              std::int32_t since) {
  const EvidenceTable& table = context.table;
  const std::vector<std::uint32_t> actors = BusiestActors(table, kActorsWatched);
  const auto count = static_cast<std::uint32_t>(actors.size());
  const Units units = Collapse(table, context.settings,
                               TagAll(table, actors, context.span), context.span);
  std::vector<Found> found;
  for (std::uint32_t first = 0, last = 0; first < units.units.size(); first = last) {
    const std::uint32_t pair = units.units[first].pair;
    for (last = first; last < units.units.size() && units.units[last].pair == pair;) {
      ++last;
    }
    const AlignActor a = table.actor(actors[pair / count]);
    const AlignActor b = table.actor(actors[pair % count]);
    const std::string label = StrCat(a.label, " and ", b.label);
    const double prior = PriorMean(table, a.region, b.region);
    if (since != kNoDay) {
      const Turn turn = TurnAt(table, units, first, last, prior, since);
      if (turn.new_units.empty()) continue;
      found.push_back({.pair = label,
                       .told = TellTurn(turn, context.command.since),
                       .begin = since,
                       .rank = std::abs(MoveOf(turn))});
    } else if (last - first >= kLeastUnits) {
      const Series series =
          BuildSeries(units, first, last, step, prior, ObservedOf(table));
      for (const Break& told : FindBreaks(series)) {
        found.push_back({.pair = label,
                         .told = TellBreak(series, told),
                         .begin = told.begin,
                         .rank = static_cast<double>(told.begin)});
      }
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& x, const Found& y) { return x.rank > y.rank; });
  return found;
}

std::string AllChangesText(const AlignContext& context, const std::vector<Found>& found,
                           std::int32_t since) {
  const std::size_t limit = std::size_t{4} * context.command.rows;
  if (context.command.format == "json") {
    std::string out;
    JsonWriter json(out);
    json.BeginObject();
    json.Field("view", "changes");
    json.Key("changes");
    json.BeginArray();
    for (const Found& change : found) {
      json.BeginObject();
      json.Field("pair", change.pair);
      json.Field("begin", DayText(change.begin));
      json.Field("told", change.told);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return out + "\n";
  }
  Page page(context.style);
  page.Line(0);
  page.Words(since == kNoDay ? std::string("Breaks, the latest first")
                             : StrCat("What is new since ", context.command.since,
                                      ", the greatest move first"),
             Ink::kBold);
  if (found.empty()) {
    page.Line(2);
    page.Words("none");
  }
  for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) {
    page.Line(2, 4);
    page.Words(found[i].pair + ":", Ink::kBold);
    page.Words(found[i].told);
  }
  if (found.size() > limit) {
    page.Line(2);
    page.Words(StrCat("and ", found.size() - limit, " more (--rows)"), Ink::kDim);
  }
  return std::move(page).Finish();
}

}  // namespace

// Here --since parts what was from what is new: the series begins before it.
Result<std::string> AlignChanges(AlignContext& context,
                                 const std::vector<std::string>& names) {
  const std::int32_t since = context.span.since;
  context.span.since = kNoDay;
  const Step step = *StepOf(context.command.by);
  if (names.empty()) {
    return AllChangesText(context, AllChanges(context, step, since), since);
  }
  TRY(const AlignSides sides, FindSides(context, names[0], names[1]));
  const PairChanges pair = ChangesOf(
      context.table,
      ViewPair(context.table, context.settings, sides.a, sides.b, context.span),
      StrCat(sides.a.label(), " and ", sides.b.label()), step);
  if (context.command.format == "svg") {
    return DrawSeries(pair.series, pair.breaks, pair.title);
  }
  return context.command.format == "json" ? PairChangesJson(context, pair, since)
                                          : PairChangesPage(context, pair, since);
}

}  // namespace entente
