// Finding the rule files, and comparing the frames that they hold.
#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <tuple>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "meaning/rule_parser.h"

namespace entente {
namespace {

// What two frames must have in common before both could claim one clause.
std::string ShapeOf(const RuleSet& rules, const Predicate& predicate) {
  const Frame& frame = rules.frames[predicate.frame];
  std::string shape = StrCat(static_cast<int>(predicate.kind), "/", predicate.head);
  for (const std::uint32_t word : RuleSet::Of(rules.tails, predicate.tail)) {
    shape += StrCat("+", word);
  }
  shape += StrCat("/", predicate.rank, frame.when_negated ? "n" : "",
                  frame.when_passive ? "p" : "", frame.when_demanded ? "d" : "", "/",
                  frame.when_types);
  const auto add = [&](const SlotTest& test) {
    for (const SlotPattern& pattern : RuleSet::Of(rules.patterns, test.patterns)) {
      shape += StrCat("|", static_cast<int>(pattern.owner), ".",
                      static_cast<int>(pattern.slot), ".", pattern.preposition);
      for (const Condition& condition :
           RuleSet::Of(rules.conditions, pattern.conditions)) {
        shape += StrCat(condition.is_negated ? ",!" : ",",
                        static_cast<int>(condition.kind), "=", condition.value);
      }
    }
    shape += ";";
  };
  add(frame.actor);
  if (frame.has_recipient) add(frame.recipient);
  for (const SlotTest& test : RuleSet::Of(rules.tests, frame.requirements)) add(test);
  return shape;
}

}  // namespace

Result<RuleSet> ReadRules(const std::string& data_dir) {
  const std::filesystem::path folder = std::filesystem::path(data_dir) / "rules";
  std::error_code failure;
  std::vector<std::string> paths;
  std::filesystem::directory_iterator entry(folder, failure);
  if (failure) {
    return Error{ErrorCode::kNotFound,
                 StrCat(folder.string(), ": ", failure.message())};
  }
  for (; entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
    if (failure) break;
    if (entry->path().extension() == ".rule") paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<RuleFile> files;
  for (const std::string& path : paths) {
    TRY(std::string bytes, ReadFile(path));
    files.push_back({path, std::move(bytes)});
  }
  return ParseRules(files);
}

std::vector<std::string> CheckRules(const RuleSet& rules) {
  std::map<std::string, std::uint32_t> seen;
  std::vector<std::string> messages;
  for (const Predicate& predicate : rules.predicates) {
    const auto [entry, is_new] =
        seen.emplace(ShapeOf(rules, predicate), predicate.frame);
    if (is_new || entry->second == predicate.frame) continue;
    const Frame& first = rules.frames[entry->second];
    const Frame& second = rules.frames[predicate.frame];
    messages.push_back(StrCat(rules.files[second.file], ":", second.line, ": ",
                              second.id, " ties with ", first.id, " (",
                              rules.files[first.file], ":", first.line, ") on '",
                              rules.symbols.name(predicate.head), "'"));
  }
  return messages;
}

}  // namespace entente
