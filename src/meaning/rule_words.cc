#include "meaning/rule_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"

namespace entente {
namespace {

bool OnlyExcludes(const RuleSet& rules, const SlotTest& test) {
  for (const SlotPattern& pattern : RuleSet::Of(rules.patterns, test.patterns)) {
    if (pattern.conditions.count == 0) return false;
    for (const Condition& condition :
         RuleSet::Of(rules.conditions, pattern.conditions)) {
      if (!condition.is_negated) return false;
    }
  }
  return true;
}

}  // namespace

std::uint16_t RarityOf(ConditionKind kind) {
  switch (kind) {
    case ConditionKind::kWord:
      return 6;
    case ConditionKind::kClass:
      return 5;
    case ConditionKind::kArmed:
    case ConditionKind::kGovernment:
    case ConditionKind::kCivilian:
      return 4;
    case ConditionKind::kPerson:
    case ConditionKind::kOrganisation:
    case ConditionKind::kGroup:
    case ConditionKind::kCountry:
    case ConditionKind::kPlace:
    case ConditionKind::kPeople:
    case ConditionKind::kNone:
      return 3;
    case ConditionKind::kActor:
      return 2;
    case ConditionKind::kAny:
      return 1;
  }
  return 0;
}

std::optional<ConditionKind> KindNamed(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, ConditionKind>, 12> kNames = {
      {{"any", ConditionKind::kAny},
       {"none", ConditionKind::kNone},
       {"actor", ConditionKind::kActor},
       {"person", ConditionKind::kPerson},
       {"organisation", ConditionKind::kOrganisation},
       {"group", ConditionKind::kGroup},
       {"country", ConditionKind::kCountry},
       {"place", ConditionKind::kPlace},
       {"people", ConditionKind::kPeople},
       {"armed", ConditionKind::kArmed},
       {"government", ConditionKind::kGovernment},
       {"civilian", ConditionKind::kCivilian}}};
  for (const auto& [candidate, kind] : kNames) {
    if (candidate == name) return kind;
  }
  return std::nullopt;
}

std::optional<Embeds> EmbedsNamed(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Embeds>, 8> kNames = {
      {{"drop", Embeds::kDrop},
       {"happened", Embeds::kHappened},
       {"claimed", Embeds::kClaimed},
       {"planned", Embeds::kPlanned},
       {"possible", Embeds::kPossible},
       {"hypothetical", Embeds::kHypothetical},
       {"demanded", Embeds::kDemanded},
       {"denied", Embeds::kDenied}}};
  for (const auto& [candidate, how] : kNames) {
    if (candidate == name) return how;
  }
  return std::nullopt;
}

// The parts of `text` between occurrences of " or ".
std::vector<std::string_view> SplitOr(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(" or ");
    parts.push_back(Trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 4);
  }
}

std::vector<std::string_view> SplitList(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : Split(text, separator))
    parts.push_back(Trim(part));
  return parts;
}

// The least that any alternative asks for. What is only excluded ("!sport") breaks
// ties and no more.
std::uint16_t RankOf(const RuleSet& rules, const SlotTest& test) {
  if (OnlyExcludes(rules, test)) return 1;
  std::uint16_t least = UINT16_MAX;
  for (const SlotPattern& pattern : RuleSet::Of(rules.patterns, test.patterns)) {
    std::uint16_t rarity =
        pattern.conditions.count == 0 ? std::uint16_t{1} : UINT16_MAX;
    for (const Condition& condition :
         RuleSet::Of(rules.conditions, pattern.conditions)) {
      rarity = std::min(rarity, RarityOf(condition.kind));
    }
    least = std::min(least, rarity);
  }
  return static_cast<std::uint16_t>(kPerCondition + least);
}

}  // namespace entente
