// Matcher: which frame reads a clause.
//
// Cost a clause: the frames of its head word, times its few arguments. The matcher
// keeps references to all it is given and lives for one document.
#ifndef ENTENTE_MEANING_MATCHER_H_
#define ENTENTE_MEANING_MATCHER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/actor_resolver.h"
#include "meaning/analysis.h"
#include "meaning/classes.h"
#include "meaning/rule.h"
#include "meaning/rule_index.h"

namespace entente {

// The compiled frames with what they refer to. Immutable after load.
struct Frames {
  RuleSet rules;
  RuleIndex index;
  WordClasses classes;
  std::vector<std::uint32_t> class_of;  // by Condition::value: id in `classes`

  // Reads data_dir/rules and data_dir/lexicon/classes.tsv. Returns kNotFound or
  // kCorrupt, naming file and line; a condition on an unknown class is an error.
  static Result<Frames> Load(const std::string& data_dir);
  static Result<Frames> From(RuleSet rules, WordClasses classes);
};

inline constexpr std::uint32_t kNoFrame = UINT32_MAX;

// How a clause was read.
struct Match {
  std::uint32_t frame = kNoFrame;
  std::uint32_t rank = 0;
  bool is_light_verb_frame =
      false;  // a verb's frame that took the light verb as its head
  std::vector<ResolvedActor> actors;
  std::vector<ResolvedActor> recipients;
};

// Why a frame does not read a clause; the earliest stage that fails.
enum class MatchFailure : std::uint8_t {
  kNone,
  kPredicate,  // another word, or a word of the predicate is missing
  kOperator,   // `when`
  kActor,
  kRecipient,
  kRequirement,
  kNobody,  // neither an actor nor a recipient
};
std::string_view Name(MatchFailure failure);

// One frame that a clause's predicate calls up, and what became of it.
struct Attempt {
  std::uint32_t frame = kNoFrame;
  std::uint32_t rank = 0;  // where it fits: the highest of all that fit wins
  MatchFailure failure = MatchFailure::kNone;
  std::uint32_t requirement = 0;  // kRequirement: which `require` failed, from 0
};

class Matcher {
 public:
  Matcher(const Frames& frames, const Analysis& analysis);

  // The most specific frame of a clause; frame is kNoFrame where none fits.
  // `coded` holds the matches of the clauses embedded in it, by clause.
  Match Best(std::uint32_t clause, const std::vector<Match>& coded) const;

  // Every frame of the predicate: those that fit first, best rank first. For tools.
  std::vector<Attempt> Attempts(std::uint32_t clause,
                                const std::vector<Match>& coded) const;

  // How far one frame gets with one clause.
  MatchFailure Test(std::uint32_t clause, std::uint32_t frame,
                    const std::vector<Match>& coded) const;

  // The fillers of a pattern that satisfy it.
  std::vector<std::uint32_t> Fillers(std::uint32_t clause, const SlotPattern& pattern,
                                     bool is_light_verb_frame,
                                     const std::vector<Match>& coded) const;

  const ActorResolver& resolver() const { return resolver_; }

 private:
  struct View;  // a clause as one frame sees it
  struct Candidates {
    std::span<const std::uint32_t> predicates;
    bool is_light_verb_frame = false;
  };

  std::uint32_t AgentBelow(const Clause& clause) const;
  bool HasTail(const Clause& clause, const Predicate& predicate) const;
  bool HasWordBelow(std::uint32_t word, std::string_view lemma) const;
  Match BestOf(std::uint32_t clause, const std::vector<Match>& coded,
               bool is_loose) const;
  bool IsTold(const Frame& frame, const Match& match) const;
  MatchFailure Try(const View& view, const Frame& frame, Match& match) const;
  bool Satisfies(std::uint32_t word, const Condition& condition) const;
  bool SatisfiesAll(std::uint32_t word, Range conditions) const;
  bool WantsEmpty(const SlotPattern& pattern) const;
  bool Holds(const View& view, const SlotTest& test) const;
  MatchFailure Bind(const View& view, const SlotTest& test, bool is_optional,
                    std::vector<ResolvedActor>& bound) const;
  std::vector<std::uint32_t> CandidatesOf(const View& view, const SlotPattern& pattern,
                                          bool& has_any) const;
  bool IsInClass(std::uint32_t word, std::uint32_t class_id) const;
  void FindRecipient(const View& view, const Frame& frame, Match& match) const;
  void FindForeign(const View& view, std::uint32_t clause, Match& match) const;
  void FindForeignAt(const View& view, std::uint32_t word, int depth,
                     Match& match) const;
  static bool IsDirected(EventType type);
  bool IsForeign(const View& view, EntityId entity) const;
  void BindEmbedded(const View& view, std::vector<ResolvedActor>& bound) const;
  std::string_view TailObject(const Predicate& predicate) const;
  bool IsDay(std::uint32_t word) const;
  bool NamesWords(const SlotPattern& pattern) const;
  bool Demands(const View& view) const;
  bool CodesAs(const View& view, std::uint32_t types) const;
  std::vector<Candidates> CandidatesFor(const Clause& clause) const;

  const Frames& frames_;
  const Analysis& analysis_;
  ActorResolver resolver_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_MATCHER_H_
