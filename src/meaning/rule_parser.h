// Reads data/rules/*.rule into a RuleSet. The language is told in docs/rules.md.
#ifndef ENTENTE_MEANING_RULE_PARSER_H_
#define ENTENTE_MEANING_RULE_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/rule.h"

namespace entente {

// One rule file's bytes; `name` is used in messages.
struct RuleFile {
  std::string name;
  std::string bytes;
};

// Returns kCorrupt with "file:line: what is wrong" for the first error.
Result<RuleSet> ParseRules(const std::vector<RuleFile>& files);

// The same for every file of data_dir/rules, in the order of their names.
// Returns kNotFound too, where there is no such folder.
Result<RuleSet> ReadRules(const std::string& data_dir);

// Pairs of frames that could tie on one clause: same predicate, same rank, the same
// slots under conditions of the same kinds. One message for each, naming both lines.
std::vector<std::string> CheckRules(const RuleSet& rules);

}  // namespace entente

#endif  // ENTENTE_MEANING_RULE_PARSER_H_
