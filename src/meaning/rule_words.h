// The words of the rule language, and how specific each makes a frame.
#ifndef ENTENTE_MEANING_RULE_WORDS_H_
#define ENTENTE_MEANING_RULE_WORDS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "meaning/rule.h"

namespace entente {

// What a condition counts beside its kind: more conditions rank before rarer ones.
inline constexpr std::uint16_t kPerCondition = 64;

// 1 for `any` up to 6 for a word.
std::uint16_t RarityOf(ConditionKind kind);

// What a slot's test adds to the rank of its frame.
std::uint16_t RankOf(const RuleSet& rules, const SlotTest& test);

// "actor", "armed", ...; nothing for the name of a word class.
std::optional<ConditionKind> KindNamed(std::string_view name);
std::optional<Embeds> EmbedsNamed(std::string_view name);

// The parts of a value between " or ", and between separators, trimmed.
std::vector<std::string_view> SplitOr(std::string_view text);
std::vector<std::string_view> SplitList(std::string_view text, char separator);

}  // namespace entente

#endif  // ENTENTE_MEANING_RULE_WORDS_H_
