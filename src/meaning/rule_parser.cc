#include "meaning/rule_parser.h"

#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "meaning/rule_words.h"

namespace entente {
namespace {

// What is left of a general frame's rank: it wins where no other frame fits.
constexpr std::uint32_t kGeneralShare = 16;

// The words of one frame before it is complete: predicates wait for the final rank.
class FileParser {
 public:
  FileParser(RuleSet& rules, std::set<std::string, std::less<>>& ids,
             LemmaMap<std::uint32_t>& classes)
      : rules_(rules), ids_(ids), classes_(classes) {}

  Status Parse(const RuleFile& file) {
    name_ = file.name;
    rules_.files.push_back(file.name);
    line_number_ = 0;
    for (std::string_view line : Split(file.bytes, '\n')) {
      ++line_number_;
      line = WithoutComment(line);
      if (Trim(line).empty()) continue;
      const bool is_indented = line[0] == ' ' || line[0] == '\t';
      Status status = is_indented ? ParseLine(Trim(line)) : BeginFrame(Trim(line));
      if (!status) return status;
    }
    return EndFrame();
  }

 private:
  static std::string_view WithoutComment(std::string_view line) {
    if (!line.empty() && line[0] == '#') return "";
    for (std::size_t at = 1; at < line.size(); ++at) {
      if (line[at] == '#' && IsAsciiSpace(line[at - 1])) return line.substr(0, at);
    }
    return line;
  }

  Error Complain(std::string_view message) const {
    return {ErrorCode::kCorrupt, StrCat(name_, ":", line_number_, ": ", message)};
  }

  Status BeginFrame(std::string_view line) {
    Status status = EndFrame();
    if (!status) return status;
    const auto words = SplitBlank(line);
    if (words.size() != 2 || words[0] != "frame") {
      return Complain("a frame begins with 'frame ID' in the first column");
    }
    if (!ids_.emplace(words[1]).second) {
      return Complain(StrCat("the id ", words[1], " stands twice"));
    }
    Frame frame;
    frame.id = words[1];
    frame.file = static_cast<std::uint32_t>(rules_.files.size() - 1);
    frame.line = line_number_;
    rules_.frames.push_back(std::move(frame));
    first_predicate_ = rules_.predicates.size();
    requirements_.clear();
    modes_.clear();
    counts_.clear();
    has_actor_ = has_type_ = has_yes_ = has_no_ = false;
    rank_ = 0;
    is_open_ = true;
    return std::monostate{};
  }

  Frame& frame() { return rules_.frames.back(); }

  Status EndFrame() {
    if (!is_open_) return std::monostate{};
    is_open_ = false;
    Frame& current = frame();
    const std::string_view id = current.id;
    if (rules_.predicates.size() == first_predicate_) {
      return Complain(StrCat(id, " names no verb, noun or adjective"));
    }
    if (!has_type_) return Complain(StrCat(id, " has no type"));
    if (!has_yes_ || !has_no_) {
      return Complain(StrCat(id, " needs a 'yes' and a 'no' sentence"));
    }
    if (!has_actor_) {
      TRY(current.actor, ParseTest("subj: actor"));
    }
    current.requirements = Store(rules_.tests, requirements_);
    current.modes = Store(rules_.modes, modes_);
    current.counts = Store(rules_.counts, counts_);
    rank_ = static_cast<std::uint16_t>(rank_ + RankOf(rules_, current.actor));
    if (current.has_recipient && !current.is_recipient_optional) {
      rank_ = static_cast<std::uint16_t>(rank_ + RankOf(rules_, current.recipient));
    }
    for (const SlotTest& test : requirements_) {
      rank_ = static_cast<std::uint16_t>(rank_ + RankOf(rules_, test));
    }
    if (current.is_general) rank_ = static_cast<std::uint16_t>(rank_ / kGeneralShare);
    for (std::size_t i = first_predicate_; i < rules_.predicates.size(); ++i) {
      Predicate& predicate = rules_.predicates[i];
      // A further word of the predicate counts as a condition on a word.
      predicate.rank = static_cast<std::uint16_t>(
          rank_ + predicate.tail.count *
                      (kPerCondition + RarityOf(ConditionKind::kWord)) /
                      (current.is_general ? kGeneralShare : 1));
    }
    return std::monostate{};
  }

  template <typename T>
  static Range Store(std::vector<T>& all, const std::vector<T>& added) {
    const Range range{static_cast<std::uint32_t>(all.size()),
                      static_cast<std::uint32_t>(added.size())};
    all.insert(all.end(), added.begin(), added.end());
    return range;
  }

  Status ParseLine(std::string_view line) {
    if (!is_open_) return Complain("an indented line before any frame");
    const std::size_t blank = line.find_first_of(" \t");
    const std::string_view keyword = line.substr(0, blank);
    const std::string_view value =
        blank == std::string_view::npos ? "" : Trim(line.substr(blank));
    if (keyword == "reciprocal") {
      frame().is_reciprocal = true;
      return std::monostate{};
    }
    if (keyword == "general") {
      frame().is_general = true;
      return std::monostate{};
    }
    if (value.empty()) return Complain(StrCat("'", keyword, "' has no value"));
    if (keyword == "verb") return ParsePredicates(ClauseKind::kVerb, value);
    if (keyword == "noun") return ParsePredicates(ClauseKind::kNoun, value);
    if (keyword == "adjective") return ParsePredicates(ClauseKind::kAdjective, value);
    if (keyword == "actor") return ParseActor(value);
    if (keyword == "recipient") return ParseRecipient(value);
    if (keyword == "require") return ParseRequirement(value);
    if (keyword == "when") return ParseWhen(value);
    if (keyword == "type") return ParseType(value);
    if (keyword == "cameo") return ParseCameo(value);
    if (keyword == "context") return ParseContexts(value);
    if (keyword == "mode") return ParseMode(value);
    if (keyword == "count") return ParseCount(value);
    if (keyword == "embeds") return ParseEmbeds(value);
    if (keyword == "yes") return ParseExample(value, true);
    if (keyword == "no") return ParseExample(value, false);
    return Complain(StrCat("'", keyword, "' is no keyword"));
  }

  Status ParsePredicates(ClauseKind kind, std::string_view value) {
    for (const std::string_view entry : SplitList(value, ',')) {
      const auto words = SplitBlank(entry);
      if (words.empty()) return Complain("an empty predicate");
      Predicate predicate;
      predicate.kind = kind;
      predicate.frame = static_cast<std::uint32_t>(rules_.frames.size() - 1);
      // The head of a noun compound is its last word, of all else the first.
      const bool is_compound = kind == ClauseKind::kNoun && words.size() > 1;
      const std::size_t head = is_compound ? words.size() - 1 : 0;
      predicate.head = rules_.symbols.Intern(words[head]);
      predicate.tail.first = static_cast<std::uint32_t>(rules_.tails.size());
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (i != head) rules_.tails.push_back(rules_.symbols.Intern(words[i]));
      }
      predicate.tail.count = static_cast<std::uint32_t>(words.size() - 1);
      rules_.predicates.push_back(predicate);
    }
    return std::monostate{};
  }

  Result<SlotPattern> ParsePattern(std::string_view text) {
    SlotPattern pattern;
    const std::size_t colon = text.find(':');
    const std::string_view slot = Trim(text.substr(0, colon));
    const Status status = ParseSlot(slot, pattern);
    if (!status) return status.error();
    std::vector<Condition> conditions;
    if (colon != std::string_view::npos) {
      for (const std::string_view part : SplitList(text.substr(colon + 1), '|')) {
        TRY(const Condition condition, ParseCondition(part));
        conditions.push_back(condition);
      }
    }
    pattern.conditions = Store(rules_.conditions, conditions);
    return pattern;
  }

  Status ParseSlot(std::string_view slot, SlotPattern& pattern) {
    if (slot.substr(0, 5) == "comp.") {
      slot.remove_prefix(5);
      pattern.owner =
          slot == "recipient" ? SlotOwner::kEmbeddedRecipient : SlotOwner::kEmbedded;
      if (slot == "recipient") return std::monostate{};
    }
    if (slot.empty()) return Complain("an empty slot");
    if (slot == "subj") {
      pattern.slot = Slot::kSubject;
    } else if (slot == "obj") {
      pattern.slot = Slot::kObject;
    } else if (slot == "iobj") {
      pattern.slot = Slot::kIndirect;
    } else if (slot == "comp") {
      pattern.slot = Slot::kComplement;
    } else {
      for (const char c : slot) {
        if (!IsAsciiLower(c) && c != ' ') {
          return Complain(StrCat("'", slot, "' is no slot"));
        }
      }
      pattern.slot = Slot::kOblique;
      pattern.preposition = rules_.symbols.Intern(slot);
    }
    return std::monostate{};
  }

  Result<Condition> ParseCondition(std::string_view text) {
    Condition condition;
    if (!text.empty() && text[0] == '!') {
      condition.is_negated = true;
      text = Trim(text.substr(1));
    }
    if (text.empty()) return Complain("an empty condition");
    if (text[0] == '"') {
      if (text.size() < 3 || text.back() != '"') {
        return Complain("a word stands between quote marks");
      }
      condition.kind = ConditionKind::kWord;
      condition.value = rules_.symbols.Intern(text.substr(1, text.size() - 2));
      return condition;
    }
    if (const auto kind = KindNamed(text)) {
      condition.kind = *kind;
      return condition;
    }
    condition.kind = ConditionKind::kClass;
    const auto [entry, is_new] = classes_.emplace(
        std::string(text), static_cast<std::uint32_t>(rules_.classes.size()));
    if (is_new) rules_.classes.emplace_back(text);
    condition.value = entry->second;
    return condition;
  }

  Result<SlotTest> ParseTest(std::string_view value) {
    std::vector<SlotPattern> patterns;
    for (const std::string_view part : SplitOr(value)) {
      TRY(const SlotPattern pattern, ParsePattern(part));
      patterns.push_back(pattern);
    }
    SlotTest test;
    test.patterns = Store(rules_.patterns, patterns);
    return test;
  }

  // Takes "optional" off the end of a value.
  static bool TakeOptional(std::string_view& value) {
    constexpr std::string_view kWord = "optional";
    if (value.size() <= kWord.size() ||
        value.substr(value.size() - kWord.size()) != kWord) {
      return false;
    }
    value = Trim(value.substr(0, value.size() - kWord.size()));
    return true;
  }

  Status ParseActor(std::string_view value) {
    frame().is_actor_optional = TakeOptional(value);
    has_actor_ = true;
    TRY(frame().actor, ParseTest(value));
    return std::monostate{};
  }

  Status ParseRecipient(std::string_view value) {
    frame().is_recipient_optional = TakeOptional(value);
    frame().has_recipient = true;
    TRY(frame().recipient, ParseTest(value));
    return std::monostate{};
  }

  Status ParseRequirement(std::string_view value) {
    TRY(const SlotTest test, ParseTest(value));
    requirements_.push_back(test);
    return std::monostate{};
  }

  Status ParseWhen(std::string_view value) {
    rank_ = static_cast<std::uint16_t>(rank_ + kPerCondition + 4);
    if (value == "negated") {
      frame().when_negated = true;
    } else if (value == "demanded") {
      frame().when_demanded = true;
    } else if (value == "passive") {
      frame().when_passive = true;
    } else if (value.substr(0, 5) == "comp:") {
      for (const std::string_view name : SplitList(value.substr(5), '|')) {
        const auto type = EventTypeOf(name);
        if (!type) return Complain(StrCat("'", name, "' is no event type"));
        frame().when_types |= 1U << static_cast<unsigned>(*type);
      }
    } else {
      return Complain("'when' is followed by 'negated', 'passive' or 'comp: TYPE'");
    }
    return std::monostate{};
  }

  Status ParseType(std::string_view value) {
    const auto words = SplitBlank(value);
    has_type_ = true;
    if (words[0] == "none") {
      frame().is_veto = true;
      return std::monostate{};
    }
    const auto type = EventTypeOf(words[0]);
    if (!type || words.size() > 2) {
      return Complain(StrCat("'", value, "' is no type with a mode"));
    }
    frame().type = *type;
    if (words.size() == 2) frame().mode = rules_.symbols.Intern(words[1]);
    return std::monostate{};
  }

  Status ParseCameo(std::string_view value) {
    for (const char c : value) {
      if (!IsAsciiDigit(c)) return Complain("a CAMEO code is digits");
    }
    if (value.size() < 2 || value.size() > 4) {
      return Complain("a CAMEO code is 2 to 4 digits");
    }
    frame().cameo = rules_.symbols.Intern(value);
    return std::monostate{};
  }

  Status ParseContexts(std::string_view value) {
    std::vector<std::uint32_t> contexts;
    for (const std::string_view name : SplitList(value, ',')) {
      contexts.push_back(rules_.symbols.Intern(name));
    }
    frame().contexts = Store(rules_.contexts, contexts);
    return std::monostate{};
  }

  Status ParseMode(std::string_view value) {
    const std::size_t arrow = value.find("->");
    if (arrow == std::string_view::npos) return Complain("'mode SLOT: COND -> mode'");
    ModeRule rule;
    TRY(rule.pattern, ParsePattern(Trim(value.substr(0, arrow))));
    const auto words = SplitBlank(value.substr(arrow + 2));
    if (words.empty() || words.size() > 2) {
      return Complain("a mode and perhaps a CAMEO code after '->'");
    }
    rule.mode = rules_.symbols.Intern(words[0]);
    if (words.size() == 2) rule.cameo = rules_.symbols.Intern(words[1]);
    modes_.push_back(rule);
    return std::monostate{};
  }

  Status ParseCount(std::string_view value) {
    const std::size_t arrow = value.find("->");
    if (arrow == std::string_view::npos) return Complain("'count SLOT -> what'");
    CountRule rule;
    TRY(rule.pattern, ParsePattern(Trim(value.substr(0, arrow))));
    rule.what = rules_.symbols.Intern(Trim(value.substr(arrow + 2)));
    counts_.push_back(rule);
    return std::monostate{};
  }

  Status ParseEmbeds(std::string_view value) {
    const auto how = EmbedsNamed(value);
    if (!how) return Complain(StrCat("'", value, "' is no way to embed"));
    frame().embeds = *how;
    return std::monostate{};
  }

  Status ParseExample(std::string_view value, bool must_fire) {
    (must_fire ? has_yes_ : has_no_) = true;
    Example example;
    example.frame = static_cast<std::uint32_t>(rules_.frames.size() - 1);
    example.line = line_number_;
    example.must_fire = must_fire;
    const std::size_t arrow = value.find("=>");
    example.sentence = Trim(value.substr(0, arrow));
    if (arrow != std::string_view::npos) {
      const auto codes = SplitList(value.substr(arrow + 2), '>');
      if (codes.size() > 2) return Complain("'=> ACTOR > RECIPIENT'");
      example.actor = codes[0] == "-" ? "" : codes[0];
      if (codes.size() == 2) example.recipient = codes[1] == "-" ? "" : codes[1];
    }
    rules_.examples.push_back(std::move(example));
    return std::monostate{};
  }

  RuleSet& rules_;
  std::set<std::string, std::less<>>& ids_;
  LemmaMap<std::uint32_t>& classes_;
  std::string name_;
  std::uint32_t line_number_ = 0;

  std::size_t first_predicate_ = 0;
  std::vector<SlotTest> requirements_;
  std::vector<ModeRule> modes_;
  std::vector<CountRule> counts_;
  std::uint16_t rank_ = 0;
  bool is_open_ = false;
  bool has_actor_ = false, has_type_ = false, has_yes_ = false, has_no_ = false;
};

}  // namespace

Result<RuleSet> ParseRules(const std::vector<RuleFile>& files) {
  RuleSet rules;
  std::set<std::string, std::less<>> ids;
  LemmaMap<std::uint32_t> classes;
  FileParser parser(rules, ids, classes);
  for (const RuleFile& file : files) {
    const Status status = parser.Parse(file);
    if (!status) return status.error();
  }
  return rules;
}

}  // namespace entente
