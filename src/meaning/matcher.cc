#include "meaning/matcher.h"

#include <algorithm>

#include "meaning/matcher_view.h"

namespace entente {
namespace {

// What an optional recipient adds to a frame's rank where it is filled.
constexpr std::uint32_t kOptionalRank = 65;

}  // namespace

std::string_view Name(MatchFailure failure) {
  switch (failure) {
    case MatchFailure::kNone:
      return "none";
    case MatchFailure::kPredicate:
      return "predicate";
    case MatchFailure::kOperator:
      return "when";
    case MatchFailure::kActor:
      return "actor";
    case MatchFailure::kRecipient:
      return "recipient";
    case MatchFailure::kRequirement:
      return "require";
    case MatchFailure::kNobody:
      return "nobody";
  }
  return "";
}

Matcher::Matcher(const Frames& frames, const Analysis& analysis)
    : frames_(frames), analysis_(analysis), resolver_(analysis) {}

std::vector<std::uint32_t> Matcher::CandidatesOf(const View& view,
                                                 const SlotPattern& pattern,
                                                 bool& has_any) const {
  std::vector<std::uint32_t> words;
  has_any = false;
  const ClauseTable& table = analysis_.clauses;
  const auto collect = [&](std::uint32_t index, bool with_noun) {
    const Clause& clause = table.clauses[index];
    bool has_strong = false;
    for (const Argument& argument : table.arguments_of(clause)) {
      has_strong = has_strong || (argument.slot == pattern.slot && !argument.is_weak);
    }
    if (with_noun && pattern.slot == Slot::kObject) {
      has_any = true;
      if (SatisfiesAll(clause.word, pattern.conditions)) words.push_back(clause.word);
    }
    for (const Argument& argument : table.arguments_of(clause)) {
      const bool is_tail_object = pattern.slot == Slot::kObject && !view.tail.empty() &&
                                  argument.slot == Slot::kOblique &&
                                  argument.preposition == view.tail;
      if (argument.slot != pattern.slot && !is_tail_object) continue;
      if (pattern.slot == Slot::kOblique &&
          argument.preposition != frames_.rules.symbols.name(pattern.preposition)) {
        continue;
      }
      if (argument.is_weak && view.is_binding && has_strong) continue;
      const bool fits = SatisfiesAll(argument.word, pattern.conditions);
      if (IsDay(argument.word) && !(fits && NamesWords(pattern))) continue;
      if (fits || !argument.is_weak) has_any = true;
      if (fits && std::find(words.begin(), words.end(), argument.word) == words.end()) {
        words.push_back(argument.word);
      }
    }
  };
  if (pattern.owner == SlotOwner::kClause) {
    collect(view.index, view.is_light_verb_frame);
    if (!has_any && pattern.slot == Slot::kSubject) {
      const std::uint32_t agent = AgentBelow(table.clauses[view.index]);
      if (agent != kNoWord && SatisfiesAll(agent, pattern.conditions)) {
        has_any = true;
        words.push_back(agent);
      }
    }
    return words;
  }
  for (const Argument& argument : table.arguments_of(table.clauses[view.index])) {
    if (argument.slot == Slot::kComplement && argument.clause != kNoWord) {
      // "agreed to hold exercises": the noun of a light verb is its object.
      const bool is_light = table.clauses[argument.clause].light_verb != kNoWord;
      collect(argument.clause, is_light);
    }
  }
  return words;
}

std::vector<std::uint32_t> Matcher::Fillers(std::uint32_t clause,
                                            const SlotPattern& pattern,
                                            bool is_light_verb_frame,
                                            const std::vector<Match>& coded) const {
  bool has_any = false;
  return CandidatesOf(View{clause, is_light_verb_frame, coded, {}}, pattern, has_any);
}

// "on Monday" fills no slot but one that asks for such a word ("on: anniversary").
bool Matcher::IsDay(std::uint32_t word) const {
  const auto& time_at = analysis_.times.time_at;
  return word < time_at.size() && time_at[word] != kNoWord;
}

bool Matcher::NamesWords(const SlotPattern& pattern) const {
  for (const Condition& condition :
       RuleSet::Of(frames_.rules.conditions, pattern.conditions)) {
    if (condition.kind == ConditionKind::kWord ||
        condition.kind == ConditionKind::kClass)
      return true;
  }
  return false;
}

bool Matcher::Holds(const View& view, const SlotTest& test) const {
  for (const SlotPattern& pattern :
       RuleSet::Of(frames_.rules.patterns, test.patterns)) {
    bool has_any = false;
    const auto words = CandidatesOf(view, pattern, has_any);
    if (!words.empty()) return true;
    if (!has_any && WantsEmpty(pattern)) return true;
    // "!sport" holds of an empty slot too: nothing there is of the class.
    if (!has_any && pattern.conditions.count > 0) {
      bool are_all_negated = true;
      for (const Condition& condition :
           RuleSet::Of(frames_.rules.conditions, pattern.conditions)) {
        if (!condition.is_negated || condition.kind == ConditionKind::kNone) {
          are_all_negated = false;
        }
      }
      if (are_all_negated) return true;
    }
  }
  return false;
}

MatchFailure Matcher::Bind(const View& view, const SlotTest& test, bool is_optional,
                           std::vector<ResolvedActor>& bound) const {
  bool is_filled = false;
  bool is_satisfied = false;
  View binding = view;
  binding.is_binding = true;
  const auto add = [&](const ResolvedActor& found) {
    if (!found.entity.valid()) return;
    for (const ResolvedActor& other : bound) {
      if (other.entity == found.entity) return;
    }
    bound.push_back(found);
  };
  for (const SlotPattern& pattern :
       RuleSet::Of(frames_.rules.patterns, test.patterns)) {
    if (pattern.owner == SlotOwner::kEmbeddedRecipient) {
      BindEmbedded(view, bound);
      if (!bound.empty()) return MatchFailure::kNone;
      continue;
    }
    bool has_any = false;
    const auto words = CandidatesOf(binding, pattern, has_any);
    is_filled = is_filled || has_any;
    for (const std::uint32_t word : words) {
      const ResolvedActor found = resolver_.Resolve(word);
      add(found);
      for (const ResolvedActor& twin : resolver_.TwinsOf(found)) add(twin);
    }
    if (!words.empty()) is_satisfied = true;
    if (!bound.empty()) return MatchFailure::kNone;
    if (!has_any && WantsEmpty(pattern)) is_satisfied = true;
  }
  if (is_satisfied || is_optional) return MatchFailure::kNone;
  return is_filled ? MatchFailure::kActor : MatchFailure::kNobody;
}

bool Matcher::HasWordBelow(std::uint32_t word, std::string_view lemma) const {
  const SyntaxTable& syntax = *analysis_.syntax;
  for (const std::uint32_t child : analysis_.tree.children(word)) {
    if (syntax.lemma[child] == lemma || analysis_.form(child) == lemma) return true;
    // The preposition of "take into custody" hangs from its noun.
    const Relation relation = syntax.relation[child];
    if (relation != Relation::kObl && relation != Relation::kObj &&
        relation != Relation::kNmod && relation != Relation::kXcomp) {
      continue;
    }
    for (const std::uint32_t grandchild : analysis_.tree.children(child)) {
      if (syntax.relation[grandchild] == Relation::kCase &&
          syntax.lemma[grandchild] == lemma) {
        return true;
      }
    }
  }
  return false;
}

bool Matcher::HasTail(const Clause& clause, const Predicate& predicate) const {
  for (const std::uint32_t symbol : RuleSet::Of(frames_.rules.tails, predicate.tail)) {
    const std::string& lemma = frames_.rules.symbols.name(symbol);
    const bool has = HasWordBelow(clause.word, lemma) ||
                     (clause.light_verb != kNoWord &&
                      (analysis_.syntax->lemma[clause.word] == lemma ||
                       HasWordBelow(clause.light_verb, lemma)));
    if (!has) return false;
  }
  return true;
}

MatchFailure Matcher::Try(const View& view, const Frame& frame, Match& match) const {
  const Clause& clause = analysis_.clauses.clauses[view.index];
  if (frame.when_negated && !clause.is_negated) return MatchFailure::kOperator;
  if (frame.when_passive && !clause.is_passive) return MatchFailure::kOperator;
  if (frame.when_demanded && !Demands(view)) return MatchFailure::kOperator;
  if (frame.when_types != 0 && !CodesAs(view, frame.when_types)) {
    return MatchFailure::kOperator;
  }
  for (const SlotTest& test : RuleSet::Of(frames_.rules.tests, frame.requirements)) {
    if (!Holds(view, test)) return MatchFailure::kRequirement;
  }
  const MatchFailure actor =
      Bind(view, frame.actor, frame.is_actor_optional, match.actors);
  // An empty slot is an actor that nobody named; a filled one must qualify.
  if (actor == MatchFailure::kActor) return MatchFailure::kActor;
  if (frame.has_recipient) {
    View with_actors = view;
    with_actors.actors = &match.actors;
    const MatchFailure recipient = Bind(with_actors, frame.recipient,
                                        frame.is_recipient_optional, match.recipients);
    const bool takes_both = frame.is_reciprocal && match.actors.size() > 1;
    const bool may_lack = takes_both || (view.is_loose && IsTold(frame, match));
    if (recipient != MatchFailure::kNone && !may_lack) return MatchFailure::kRecipient;
  }
  if (!frame.is_veto && match.actors.empty() && match.recipients.empty()) {
    return MatchFailure::kNobody;
  }
  return MatchFailure::kNone;
}

std::string_view Matcher::TailObject(const Predicate& predicate) const {
  if (predicate.tail.count != 1 || predicate.kind != ClauseKind::kVerb) return {};
  return frames_.rules.symbols.name(frames_.rules.tails[predicate.tail.first]);
}

bool Matcher::CodesAs(const View& view, std::uint32_t types) const {
  const ClauseTable& table = analysis_.clauses;
  for (const Argument& argument : table.arguments_of(table.clauses[view.index])) {
    if (argument.slot != Slot::kComplement || argument.clause == kNoWord) continue;
    const Match& inner = view.coded[argument.clause];
    if (inner.frame == kNoFrame) continue;
    const Frame& frame = frames_.rules.frames[inner.frame];
    if (frame.is_veto) continue;
    if ((types >> static_cast<unsigned>(frame.type) & 1U) != 0) return true;
  }
  return false;
}

bool Matcher::Demands(const View& view) const {
  const ClauseTable& table = analysis_.clauses;
  for (const Argument& argument : table.arguments_of(table.clauses[view.index])) {
    if (argument.slot == Slot::kComplement && argument.clause != kNoWord &&
        table.clauses[argument.clause].modality == Modality::kDemanded) {
      return true;
    }
  }
  return false;
}

std::vector<Matcher::Candidates> Matcher::CandidatesFor(const Clause& clause) const {
  std::vector<Candidates> lists;
  const auto add = [&](ClauseKind kind, std::string_view lemma, bool is_light) {
    if (lemma.empty()) return;
    const auto found = frames_.index.Find(kind, lemma);
    if (!found.empty()) lists.push_back({found, is_light});
  };
  switch (clause.kind) {
    case ClauseKind::kVerb:
      add(ClauseKind::kVerb, clause.lemma, false);
      // "is allied": the tagger may call the participle a verb.
      add(ClauseKind::kAdjective, analysis_.form(clause.word), false);
      break;
    case ClauseKind::kNoun:
      add(ClauseKind::kNoun, clause.lemma, false);
      add(ClauseKind::kVerb, clause.verb, false);
      if (clause.light_verb != kNoWord) {
        add(ClauseKind::kVerb, clause.light_lemma, true);
      }
      break;
    case ClauseKind::kAdjective:
      add(ClauseKind::kAdjective, clause.lemma, false);
      break;
  }
  return lists;
}

Match Matcher::Best(std::uint32_t index, const std::vector<Match>& coded) const {
  const Match best = BestOf(index, coded, false);
  return best.frame != kNoFrame ? best : BestOf(index, coded, true);
}

Match Matcher::BestOf(std::uint32_t index, const std::vector<Match>& coded,
                      bool is_loose) const {
  const Clause& clause = analysis_.clauses.clauses[index];
  Match best;
  for (const Candidates& list : CandidatesFor(clause)) {
    for (const std::uint32_t candidate : list.predicates) {
      const Predicate& predicate = frames_.rules.predicates[candidate];
      const Frame& frame = frames_.rules.frames[predicate.frame];
      // Optional slots add at most this much when they are filled.
      if (best.frame != kNoFrame && predicate.rank + 70U < best.rank) break;
      if (predicate.tail.count > 0 && !HasTail(clause, predicate)) continue;
      View view{index, list.is_light_verb_frame, coded, TailObject(predicate)};
      view.is_loose = is_loose;
      Match match;
      match.is_light_verb_frame = list.is_light_verb_frame;
      if (Try(view, frame, match) != MatchFailure::kNone) continue;
      if (match.recipients.empty()) FindRecipient(view, frame, match);
      // Without anybody it takes more than the word to tell an act.
      const bool is_bare = frame.requirements.count == 0 || IsDirected(frame.type);
      if (is_loose && match.recipients.empty() && is_bare) continue;
      match.frame = predicate.frame;
      match.rank = predicate.rank;
      if (frame.is_recipient_optional && !match.recipients.empty()) {
        match.rank += kOptionalRank;
      }
      if (best.frame == kNoFrame || match.rank > best.rank) best = std::move(match);
    }
  }
  return best;
}

std::vector<Attempt> Matcher::Attempts(std::uint32_t index,
                                       const std::vector<Match>& coded) const {
  const Clause& clause = analysis_.clauses.clauses[index];
  std::vector<Attempt> attempts;
  for (const Candidates& list : CandidatesFor(clause)) {
    for (const std::uint32_t candidate : list.predicates) {
      const Predicate& predicate = frames_.rules.predicates[candidate];
      const Frame& frame = frames_.rules.frames[predicate.frame];
      const View view{index, list.is_light_verb_frame, coded, TailObject(predicate)};
      Attempt attempt{predicate.frame, predicate.rank, MatchFailure::kPredicate, 0};
      if (HasTail(clause, predicate)) {
        Match match;
        attempt.failure = Try(view, frame, match);
        if (frame.is_recipient_optional && !match.recipients.empty()) {
          attempt.rank += kOptionalRank;
        }
      }
      if (attempt.failure == MatchFailure::kRequirement) {
        const auto tests = RuleSet::Of(frames_.rules.tests, frame.requirements);
        while (attempt.requirement < tests.size() &&
               Holds(view, tests[attempt.requirement])) {
          ++attempt.requirement;
        }
      }
      attempts.push_back(attempt);
    }
  }
  std::stable_sort(attempts.begin(), attempts.end(),
                   [](const Attempt& a, const Attempt& b) {
                     const bool a_fits = a.failure == MatchFailure::kNone;
                     const bool b_fits = b.failure == MatchFailure::kNone;
                     return a_fits != b_fits ? a_fits : a.rank > b.rank;
                   });
  return attempts;
}

MatchFailure Matcher::Test(std::uint32_t index, std::uint32_t wanted,
                           const std::vector<Match>& coded) const {
  const Clause& clause = analysis_.clauses.clauses[index];
  MatchFailure furthest = MatchFailure::kPredicate;
  for (const Candidates& list : CandidatesFor(clause)) {
    for (const std::uint32_t candidate : list.predicates) {
      const Predicate& predicate = frames_.rules.predicates[candidate];
      if (predicate.frame != wanted || !HasTail(clause, predicate)) continue;
      const View view{index, list.is_light_verb_frame, coded, TailObject(predicate)};
      Match match;
      const MatchFailure failure = Try(view, frames_.rules.frames[wanted], match);
      if (failure == MatchFailure::kNone) return failure;
      furthest = failure;
    }
  }
  return furthest;
}

}  // namespace entente
