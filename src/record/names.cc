// The spellings of the record's enumerations, as the contract gives them.
#include <array>

#include "record/event.h"
#include "record/mention.h"
#include "record/place.h"
#include "record/statement.h"
#include "record/time.h"

namespace entente {
namespace {

template <std::size_t kCount, typename Enum>
std::string_view Pick(const std::array<std::string_view, kCount>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, kEventTypeCount> kEventTypes = {
    "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
    "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr std::array<std::string_view, 8> kActorKinds = {
    "person", "organisation", "group", "country", "place", "people", "role", "pronoun"};
constexpr std::array<std::string_view, 11> kTimePrecisions = {
    "time",   "day",     "week",  "month",    "season", "year",
    "decade", "century", "vague", "duration", "set"};
constexpr std::array<std::string_view, 5> kPlacePrecisions = {"city", "near", "admin1",
                                                              "region", "country"};
constexpr std::array<std::string_view, 6> kModalities = {
    "asserted", "planned", "possible", "hypothetical", "demanded", "denied"};
constexpr std::array<std::string_view, 3> kSpeechKinds = {"direct", "indirect",
                                                          "mixed"};
constexpr std::array<std::string_view, 3> kBases = {"event", "statement",
                                                    "description"};

}  // namespace

std::string_view Name(EventType type) { return Pick(kEventTypes, type); }
std::string_view Name(ActorKind kind) { return Pick(kActorKinds, kind); }
std::string_view Name(TimePrecision precision) {
  return Pick(kTimePrecisions, precision);
}
std::string_view Name(PlacePrecision precision) {
  return Pick(kPlacePrecisions, precision);
}
std::string_view Name(Modality modality) { return Pick(kModalities, modality); }
std::string_view Name(SpeechKind kind) { return Pick(kSpeechKinds, kind); }
std::string_view Name(StanceBasis basis) { return Pick(kBases, basis); }

std::optional<EventType> EventTypeOf(std::string_view name) {
  for (std::size_t i = 0; i < kEventTypes.size(); ++i) {
    if (kEventTypes[i] == name) return static_cast<EventType>(i);
  }
  return std::nullopt;
}

std::string ToString(const ActorCode& code) {
  std::string out = code.country;
  if (!code.sector.empty()) {
    out += out.empty() ? "--- " : " ";
    out += code.sector;
  }
  if (!code.group.empty()) {
    out += out.empty() ? "--- " : " ";
    out += code.group;
  }
  return out;
}

}  // namespace entente
