// rules_check [--clauses] [--at-most N] [--data DIR] [FILE.rule ...]: runs the yes and
// no sentences of the rule files (all of them, or those named) and says of each that
// fails which stage it failed at. Exit 1 when any does or when two frames tie.
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "meaning/clause_builder.h"
#include "meaning/event_coder.h"
#include "meaning/rule_parser.h"

namespace entente {
namespace {

struct Verdict {
  bool passes = false;
  std::string stage;  // "no clause", "actor", ... for the summary
  std::string detail;
};

class Checker {
 public:
  Checker(const Engine& engine)
      : engine_(engine), rules_(engine.events().frames().rules) {}

  Verdict Check(const Example& example) {
    document_ = Document();
    document_.text = example.sentence;
    document_.published = CivilDate{2016, 6, 15};
    document_.blocks.push_back(
        {BlockKind::kBody, {0, static_cast<std::uint32_t>(document_.text.size())}});
    const Analysis& analysis = engine_.Analyse(document_, workspace_);
    const CodedClauses coded = engine_.events().Match(analysis);
    return example.must_fire ? CheckYes(example, analysis, coded)
                             : CheckNo(example, analysis, coded);
  }

  // The clauses of the sentence last checked.
  std::string Clauses() const {
    const Analysis& analysis = workspace_.analysis;
    std::string lines;
    for (const Clause& clause : analysis.clauses.clauses) {
      lines += "        ";
      lines += Format(analysis.clauses, clause, analysis.text(), *analysis.tokens);
      lines += '\n';
    }
    for (const Mention& mention : analysis.mentions.mentions) {
      lines += "        [";
      lines += Slice(analysis.text(), mention.span);
      lines += "] ";
      lines += Name(mention.kind);
      if (mention.entity.valid()) {
        lines += ' ';
        lines += ToString(analysis.mentions.entities[mention.entity.value].code);
      }
      lines += '\n';
    }
    return lines;
  }

 private:
  Verdict CheckYes(const Example& example, const Analysis& analysis,
                   const CodedClauses& coded) {
    for (std::size_t i = 0; i < coded.matches.size(); ++i) {
      if (coded.matches[i].frame != example.frame) continue;
      if (coded.is_dropped[i]) {
        return {false, "dropped", "the frame above its clause speaks for it"};
      }
      return CheckCodes(example, analysis, coded.matches[i]);
    }
    return IsNarrowed(example, analysis, coded) ? Verdict{true, "", ""}
                                                : WhyNot(example, analysis, coded);
  }

  // A general frame is a net under the others: where it fits, a narrower frame of its
  // own type may speak.
  bool IsNarrowed(const Example& example, const Analysis& analysis,
                  const CodedClauses& coded) const {
    const Frame& wanted = rules_.frames[example.frame];
    if (!wanted.is_general) return false;
    const Matcher matcher(engine_.events().frames(), analysis);
    for (std::uint32_t i = 0; i < coded.matches.size(); ++i) {
      const std::uint32_t other = coded.matches[i].frame;
      if (other == kNoFrame || coded.is_dropped[i]) continue;
      if (rules_.frames[other].type != wanted.type) continue;
      if (matcher.Test(i, example.frame, coded.matches) == MatchFailure::kNone) {
        return CheckCodes(example, analysis, coded.matches[i]).passes;
      }
    }
    return false;
  }

  Verdict CheckNo(const Example& example, const Analysis&, const CodedClauses& coded) {
    for (std::size_t i = 0; i < coded.matches.size(); ++i) {
      if (coded.matches[i].frame == example.frame && !coded.is_dropped[i]) {
        return {false, "fires", "must not fire"};
      }
    }
    return {true, "", ""};
  }

  std::string CodesOf(const Analysis& analysis,
                      const std::vector<ResolvedActor>& parties) const {
    std::string codes;
    for (const ResolvedActor& party : parties) {
      if (!codes.empty()) codes += ", ";
      codes += ToString(analysis.mentions.entities[party.entity.value].code);
    }
    return codes.empty() ? "-" : codes;
  }

  static bool Agrees(std::string_view codes, std::string_view wanted) {
    if (wanted.empty()) return true;
    for (std::size_t at = 0; at != std::string_view::npos;) {
      if (codes.substr(at, wanted.size()) == wanted) return true;
      at = codes.find(", ", at);
      if (at != std::string_view::npos) at += 2;
    }
    return false;
  }

  Verdict CheckCodes(const Example& example, const Analysis& analysis,
                     const Match& match) const {
    const std::string actors = CodesOf(analysis, match.actors);
    const std::string recipients = CodesOf(analysis, match.recipients);
    if (Agrees(actors, example.actor) && Agrees(recipients, example.recipient)) {
      return {true, "", ""};
    }
    return {false, "codes",
            "coded " + actors + " > " + recipients + ", wanted " + example.actor +
                " > " + example.recipient};
  }

  Verdict WhyNot(const Example& example, const Analysis& analysis,
                 const CodedClauses& coded) {
    const Matcher matcher(engine_.events().frames(), analysis);
    MatchFailure furthest = MatchFailure::kPredicate;
    std::string winner;
    for (std::uint32_t i = 0; i < coded.matches.size(); ++i) {
      const MatchFailure failure = matcher.Test(i, example.frame, coded.matches);
      if (failure == MatchFailure::kNone) {
        winner = coded.matches[i].frame == kNoFrame
                     ? "?"
                     : rules_.frames[coded.matches[i].frame].id;
      }
      if (failure != MatchFailure::kPredicate) furthest = failure;
    }
    if (!winner.empty()) return {false, "lost", winner + " is more specific"};
    if (furthest == MatchFailure::kPredicate) {
      return {false, "no clause", "no clause with this predicate"};
    }
    return {false, std::string(Name(furthest)), "this slot or condition is not met"};
  }

  const Engine& engine_;
  const RuleSet& rules_;
  Document document_;  // of the sentence last checked
  Workspace workspace_;
};

int Main(const std::vector<std::string>& arguments) {
  std::string data_dir = ENTENTE_DATA_DIR;
  bool shows_clauses = false;
  int allowed = 0;  // sentences that may fail
  std::vector<std::string> wanted;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--clauses") {
      shows_clauses = true;
    } else if (arguments[i] == "--at-most" && i + 1 < arguments.size()) {
      allowed = std::stoi(arguments[++i]);
    } else if (arguments[i] == "--data" && i + 1 < arguments.size()) {
      data_dir = arguments[++i];
    } else {
      wanted.push_back(arguments[i]);
    }
  }
  const auto engine = Engine::Load({.data_dir = data_dir, .world_dirs = {}});
  if (!engine) {
    std::fprintf(stderr, "%s\n", engine.error().message.c_str());
    return 1;
  }
  const RuleSet& rules = engine->events().frames().rules;
  Checker checker(*engine);
  int failures = 0;
  int run = 0;
  std::map<std::string, int> by_stage;
  for (const Example& example : rules.examples) {
    const Frame& frame = rules.frames[example.frame];
    const std::string& file = rules.files[frame.file];
    bool is_wanted = wanted.empty();
    for (const std::string& name : wanted) {
      const std::string base = name.substr(name.rfind('/') + 1);
      is_wanted = is_wanted || file.ends_with(base);
    }
    if (!is_wanted) continue;
    ++run;
    const Verdict verdict = checker.Check(example);
    if (verdict.passes) continue;
    ++failures;
    ++by_stage[verdict.stage];
    std::printf(
        "%s:%u: %s %s: %s: %s\n    %s\n", file.substr(file.rfind('/') + 1).c_str(),
        example.line, frame.id.c_str(), example.must_fire ? "yes" : "no",
        verdict.stage.c_str(), verdict.detail.c_str(), example.sentence.c_str());
    if (shows_clauses) std::printf("%s", checker.Clauses().c_str());
  }
  const std::vector<std::string> ties = CheckRules(rules);
  for (const std::string& tie : ties) std::printf("%s\n", tie.c_str());
  std::printf("%zu frames, %d sentences, %d fail, %zu ties\n", rules.frames.size(), run,
              failures, ties.size());
  for (const auto& [stage, count] : by_stage) {
    std::printf("  %-10s %d\n", stage.c_str(), count);
  }
  return failures <= allowed && ties.empty() ? 0 : 1;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  return entente::Main(std::vector<std::string>(argv + 1, argv + argc));
}
