// Scores events against
// {"events":[{"source","target","plover","plover_alt"}],"negative"}.
#include "base/check.h"
#include "base/strings.h"
#include "eval/dyads.h"
#include "eval/evaluate.h"
#include "eval/gold.h"
#include "eval/score.h"

namespace entente {
namespace {

std::vector<std::string> Owned(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

std::vector<CodedEvent> FromGold(GoldRow row) {
  std::vector<CodedEvent> events;
  for (const GoldRow event : ListIn(row, "events")) {
    CodedEvent coded{.type = std::string(StringIn(event, "plover").value_or("")),
                     .accepted = {},
                     .sources = Owned(StringsIn(event, "source")),
                     .targets = Owned(StringsIn(event, "target"))};
    for (const auto type : StringsIn(event, "plover_alt")) coded.accepted.emplace(type);
    events.push_back(std::move(coded));
  }
  return events;
}

// What did not happen is no event of the gold standard; what was said to have happened
// is, and so is an act that was agreed or threatened.
std::vector<CodedEvent> FromReading(const Reading& reading) {
  std::vector<CodedEvent> events;
  for (const Event& event : reading.events) {
    const bool counts =
        event.modality == Modality::kAsserted || event.modality == Modality::kPlanned;
    if (event.is_negated || !counts) continue;
    CodedEvent coded{.type = std::string(Name(event.type)),
                     .accepted = {},
                     .sources = {},
                     .targets = {}};
    for (const EntityId id : event.actor) {
      coded.sources.push_back(ToString(reading.entities[id.value].code));
    }
    for (const EntityId id : event.recipient) {
      coded.targets.push_back(ToString(reading.entities[id.value].code));
    }
    events.push_back(std::move(coded));
  }
  return events;
}

struct Tally {
  std::size_t gold_types = 0, types = 0, right_types = 0;
  std::size_t gold_dyads = 0, dyads = 0, countries = 0, sectors = 0;
  std::size_t negatives = 0, alarms = 0;

  void Add(GoldRow row, const Reading& reading);
};

void Tally::Add(GoldRow row, const Reading& reading) {
  const auto want = ToDyads(FromGold(row));
  const auto got = ToDyads(FromReading(reading));
  const auto want_types = JoinByType(want);
  const auto got_types = JoinByType(got);
  gold_types += want_types.size();
  types += got_types.size();
  right_types += CountMatches(want_types, got_types);
  gold_dyads += want.size();
  dyads += got.size();
  countries += CountMatches(want, got, DyadLevel::kCountry);
  sectors += CountMatches(want, got, DyadLevel::kSector);
  bool is_negative = false;
  if (row["negative"].get(is_negative) == simdjson::SUCCESS && is_negative) {
    ++negatives;
    alarms += !got.empty();
  }
}

}  // namespace

Result<std::string> EvaluateEvents(const Engine& engine, const std::string& gold) {
  Workspace workspace;
  Tally tally;
  TRY([[maybe_unused]] const auto done, ForEachGoldRow(gold, [&](GoldRow row) {
        simdjson::dom::element skip;
        if (row["skip"].get(skip) == simdjson::SUCCESS) return;
        tally.Add(row, ReadGold(engine, workspace, row).reading);
      }));
  std::string out = StrCat(
      "type     ", ToString(Score(tally.right_types, tally.types, tally.gold_types)),
      "\ncountry  ", ToString(Score(tally.countries, tally.dyads, tally.gold_dyads)),
      "\ndyad     ", ToString(Score(tally.sectors, tally.dyads, tally.gold_dyads)),
      "\n");
  if (tally.negatives > 0) {
    out += StrCat(
        "negatives ", tally.negatives, ", false alarms ", tally.alarms, " (",
        Fixed(static_cast<double>(tally.alarms) / static_cast<double>(tally.negatives),
              3),
        ")\n");
  }
  return out;
}

}  // namespace entente
