// Any bytes are a rule set or an error that names its line, never a crash; what parses
// holds only ranges that lie in its arrays, and checks.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "meaning/rule_parser.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto rules = entente::ParseRules({{"fuzz.rule", bytes}});
  if (!rules) {
    Require(rules.error().message.find("fuzz.rule") != std::string::npos);
    return 0;
  }
  for (const entente::Predicate& predicate : rules->predicates) {
    Require(predicate.frame < rules->frames.size());
    Require(predicate.tail.first + predicate.tail.count <= rules->tails.size());
  }
  for (const entente::SlotTest& test : rules->tests) {
    Require(test.patterns.first + test.patterns.count <= rules->patterns.size());
  }
  for (const entente::SlotPattern& pattern : rules->patterns) {
    Require(pattern.conditions.first + pattern.conditions.count <=
            rules->conditions.size());
  }
  (void)entente::CheckRules(*rules);  // only must not fail
  return 0;
}
