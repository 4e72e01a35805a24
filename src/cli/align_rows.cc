// Units and rows of evidence, as lines of a page and as JSON.
#include <algorithm>

#include "align/tell.h"
#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "cli/align.h"

namespace entente {
namespace {

// On whose word, and what is not plain about a row.
std::string NotesOf(const EvidenceTable& table, const EvidenceRow& row) {
  std::string notes;
  const auto add = [&](const std::string& note) {
    notes += StrCat(notes.empty() ? "" : ", ", note);
  };
  if (row.is_claimed) {
    add(StrCat("so says ", row.claimant == kNoIndex ? std::string_view("somebody")
                                                    : table.party(row.claimant).name));
  }
  if (row.modality != Modality::kAsserted) add(std::string(Name(row.modality)));
  if (row.is_negated) add("did not happen");
  if (row.basis == StanceBasis::kDescription) add("a description");
  return notes;
}

// Why a row of a unit weighs nothing, "" where it does.
std::string_view WhyWeightless(const TaggedRow& tagged, const EvidenceRow& row,
                               const AlignSettings& settings) {
  if (tagged.is_restated) return "said by an event of the same words";
  if (row.is_negated) return "did not happen";
  if (TrustOf(row, tagged.word, settings) <= 0) return "modality";
  if (row.score == 0) return "score 0";
  return "";
}

// The first row of a unit that weighs something.
std::uint32_t ShownRow(const AlignContext& context, const Units& units,
                       const Unit& unit) {
  for (std::uint32_t i = unit.first; i < unit.last; ++i) {
    const TaggedRow& tagged = units.rows[i];
    const EvidenceRow& row = context.table.rows[tagged.row];
    if (WhyWeightless(tagged, row, context.settings).empty()) return tagged.row;
  }
  return units.rows[unit.first].row;
}

}  // namespace

Status WriteUnit(AlignContext& context, const Units& units, const Unit& unit,
                 unsigned indent, Page& page) {
  const EvidenceRow& row = context.table.rows[ShownRow(context, units, unit)];
  page.Line(indent, indent + 4);
  page.Words(DayText(unit.day), Ink::kDim);
  page.Words(ActOf(context.table, row));
  page.Words(StrCat("\xC2\xB7 ", unit.sign < 0 ? "\xE2\x88\x92" : "+",
                    Signed(unit.mass()).substr(unit.mass() > 0 ? 1 : 0)),
             unit.sign < 0 ? Ink::kHostile : Ink::kFriendly);
  const std::string notes = NotesOf(context.table, row);
  if (!notes.empty()) page.Words(StrCat("\xC2\xB7 ", notes), Ink::kDim);
  const std::uint32_t count = unit.last - unit.first;
  if (count > 1) {
    page.Words(StrCat("\xC2\xB7 ", count, " rows, ", unit.sources,
                      unit.sources == 1 ? " source" : " sources"),
               Ink::kDim);
  }
  TRY(const RowFacts facts, context.rows.Read(row));
  page.Line(indent + 4);
  page.Words(StrCat("\xE2\x80\x9C", facts.words, "\xE2\x80\x9D"));
  page.Words(facts.row, Ink::kDim);
  return std::monostate{};
}

std::string DayText(std::int32_t day) {
  return day == kNoDay ? std::string("no date") : ToString(FromDays(day));
}

std::string ActOf(const EvidenceTable& table, const EvidenceRow& row) {
  const std::string from(table.party(row.from).name);
  const std::string to(table.party(row.to).name);
  if (row.is_stance()) {
    return StrCat(from,
                  row.score > 0   ? " for "
                  : row.score < 0 ? " against "
                                  : " on ",
                  to);
  }
  return StrCat(from, row.is_reciprocal ? " \xE2\x86\x94 " : " \xE2\x86\x92 ", to,
                " \xC2\xB7 ", table.types[row.type]);
}

std::vector<std::uint32_t> Heaviest(const Units& units, std::uint32_t first,
                                    std::uint32_t last, int sign) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = first; i < last; ++i) {
    if (sign == 0 || units.units[i].sign == sign) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return units.units[a].mass() > units.units[b].mass();
  });
  return order;
}

Status WriteUnits(AlignContext& context, const Units& units, std::uint32_t first,
                  std::uint32_t last, int sign, unsigned indent, Page& page) {
  const std::vector<std::uint32_t> order = Heaviest(units, first, last, sign);
  unsigned shown = 0;
  for (const std::uint32_t i : order) {
    if (units.units[i].mass() <= 0) break;
    if (shown++ == context.command.rows) {
      const auto left =
          std::count_if(order.begin(), order.end(),
                        [&](std::uint32_t j) { return units.units[j].mass() > 0; }) -
          std::ptrdiff_t{context.command.rows};
      page.Line(indent);
      page.Words(StrCat("and ", left, " more (--rows)"), Ink::kDim);
      break;
    }
    const Status written = WriteUnit(context, units, units.units[i], indent, page);
    if (!written) return written;
  }
  return std::monostate{};
}

void WriteStandingJson(const PairStanding& standing, JsonWriter& json) {
  const Interval interval = standing.posterior.interval();
  json.BeginObject();
  json.Field("verdict", Name(standing.verdict));
  json.Field("mean", standing.posterior.mean(), 4);
  json.Field("low", interval.low, 4);
  json.Field("high", interval.high, 4);
  json.Field("level", kLevel, 2);
  json.Field("for", standing.masses.plus, 6);
  json.Field("against", standing.masses.minus, 6);
  json.Field("ambivalence", Ambivalence(standing.masses), 4);
  json.Field("units", std::int64_t{standing.units});
  json.Field("prior_mean", 2 * standing.prior_mean - 1, 4);
  json.EndObject();
}

Status WriteUnitsJson(AlignContext& context, const Units& units, std::uint32_t first,
                      std::uint32_t last, JsonWriter& json) {
  constexpr std::array<std::string_view, kSphereCount> kSpheres = {
      "declared by a", "declared by b", "enacted", "described"};
  constexpr std::array<std::string_view, 3> kDirections = {"a to b", "b to a", "both"};
  const EvidenceTable& table = context.table;
  json.BeginArray();
  for (const std::uint32_t i : Heaviest(units, first, last, 0)) {
    const Unit& unit = units.units[i];
    json.BeginObject();
    if (unit.day != kNoDay) json.Field("day", DayText(unit.day));
    json.Field("sphere", kSpheres[static_cast<std::size_t>(unit.sphere)]);
    json.Field("direction", kDirections[static_cast<std::size_t>(unit.direction)]);
    json.Field("type", table.types[unit.type]);
    if (unit.quad != Quad::kNoQuad) json.Field("quad", Name(unit.quad));
    json.Field("sign", unit.sign > 0 ? "+" : unit.sign < 0 ? "-" : "0");
    json.Field("mass", unit.mass(), 6);
    json.Field("intensity", unit.intensity, 4);
    json.Field("trust", unit.trust, 6);
    json.Field("age", unit.age, 6);
    json.Field("sources", std::int64_t{unit.sources});
    json.Key("rows");
    json.BeginArray();
    for (std::uint32_t j = unit.first; j < unit.last; ++j) {
      const EvidenceRow& row = table.rows[units.rows[j].row];
      TRY(const RowFacts facts, context.rows.Read(row));
      json.BeginObject();
      json.Field("row", facts.row);
      json.Field("from", table.party(row.from).name);
      json.Field("to", table.party(row.to).name);
      json.Field("words", facts.words);
      if (row.is_claimed && row.claimant != kNoIndex) {
        json.Field("claimed_by", table.party(row.claimant).name);
      }
      json.Field("status", row.is_claimed ? "claimed" : "reported");
      json.Field("modality", Name(row.modality));
      json.OptionalField("weightless",
                         WhyWeightless(units.rows[j], row, context.settings));
      json.OptionalField("title", facts.title);
      json.OptionalField("source", facts.source);
      json.OptionalField("url", facts.url);
      json.OptionalField("rule", facts.rule);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  return std::monostate{};
}

}  // namespace entente
