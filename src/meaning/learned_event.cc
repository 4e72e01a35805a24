#include "meaning/learned_event.h"

#include <array>
#include <span>

namespace entente {
namespace {

// Whoever stands in one of these slots may be whom it is done to.
constexpr std::array<Slot, 3> kRecipientSlots = {Slot::kObject, Slot::kIndirect,
                                                 Slot::kOblique};

// "in Syria", "by Friday": where and when, not to whom.
bool MayAddress(const Argument& argument) {
  if (argument.slot != Slot::kOblique) return true;
  const std::string_view mark = argument.preposition;
  return mark == "with" || mark == "to" || mark == "against" || mark == "on" ||
         mark == "from" || mark == "for" || mark == "at" || mark == "of" ||
         mark == "over" || mark == "toward" || mark == "towards" || mark == "into";
}

// Somebody who acts for a country, a body or a group: without a frame's word for it, a
// deed among others is not told.
bool IsPublic(const Analysis& analysis, const ResolvedActor& party) {
  if (!party.entity.valid()) return false;
  const Entity& entity = analysis.mentions.entities[party.entity.value];
  const ActorCode& code = entity.code;
  return !code.country.empty() || !code.group.empty() ||
         (!code.sector.empty() && code.sector != "CVL");
}

// What frames of the predicate's word would code, had their slots been filled.
void TakeWordFrames(const Clause& clause, const Frames& frames, FeatureSet& out) {
  std::uint32_t types = 0;
  bool has_veto = false;
  const auto take = [&](ClauseKind kind, std::string_view lemma) {
    for (const std::uint32_t candidate : frames.index.Find(kind, lemma)) {
      const Predicate& predicate = frames.rules.predicates[candidate];
      const Frame& frame = frames.rules.frames[predicate.frame];
      has_veto = has_veto || frame.is_veto;
      if (frame.is_veto || predicate.tail.count > 0) continue;
      types |= 1U << static_cast<unsigned>(frame.type);
    }
  };
  take(clause.kind, clause.lemma);
  if (!clause.verb.empty()) take(ClauseKind::kVerb, clause.verb);
  for (unsigned i = 0; i < kEventTypeCount; ++i) {
    if ((types >> i & 1U) != 0) out.Add("wordframe", Name(static_cast<EventType>(i)));
  }
  if (types == 0) out.Add("wordframe", "none");
  if (has_veto) out.Add("wordveto", "");
}

}  // namespace

std::optional<LearnedCandidate> CandidateOf(const Analysis& analysis,
                                            const ActorResolver& resolver,
                                            std::uint32_t index) {
  const Clause& clause = analysis.clauses.clauses[index];
  // A bare noun tells a topic more often than a deed.
  if (clause.kind != ClauseKind::kVerb && clause.light_verb == kNoWord) {
    return std::nullopt;
  }
  // What may or will be is for frames; a participle before a noun describes it.
  if (clause.modality != Modality::kAsserted || clause.is_question ||
      analysis.syntax->relation[clause.word] == Relation::kAmod) {
    return std::nullopt;
  }
  LearnedCandidate candidate;
  candidate.clause = index;
  const auto arguments = analysis.clauses.arguments_of(clause);
  for (const Argument& argument : arguments) {
    if (argument.slot != Slot::kSubject || argument.is_weak) continue;
    // "was attacked by militiamen, killing ...": who does the latter is a guess.
    if (argument.is_shared && clause.embedding == Embedding::kAdverbial) continue;
    const ResolvedActor found = resolver.Resolve(argument.word);
    if (!IsPublic(analysis, found)) continue;
    candidate.actor = found;
    candidate.actor_word = argument.word;
    break;
  }
  if (candidate.actor_word == kNoWord) return std::nullopt;
  for (const Slot slot : kRecipientSlots) {
    for (const Argument& argument : arguments) {
      if (argument.slot != slot || argument.is_weak || !MayAddress(argument)) continue;
      if (argument.word == candidate.actor_word) continue;
      const ResolvedActor found = resolver.Resolve(argument.word);
      if (!IsPublic(analysis, found)) continue;
      if (found.entity == candidate.actor.entity) continue;
      candidate.recipient = found;
      candidate.recipient_word = argument.word;
      return candidate;
    }
  }
  return std::nullopt;
}

void FeaturesOf(std::uint32_t clause, const PartyWords& source,
                const PartyWords& target, const Frames& frames,
                const Analysis& analysis, FeatureSet& out) {
  out.Clear();
  PairFeatures(frames.classes, analysis, analysis.model)
      .Take(clause, source, target, out);
  TakeWordFrames(analysis.clauses.clauses[clause], frames, out);
}

void FeaturesOf(const LearnedCandidate& candidate, const Frames& frames,
                const Analysis& analysis, FeatureSet& out) {
  const std::vector<Entity>& entities = analysis.mentions.entities;
  FeaturesOf(candidate.clause,
             {.heads = std::span(&candidate.actor_word, 1),
              .entity = &entities[candidate.actor.entity.value]},
             {.heads = std::span(&candidate.recipient_word, 1),
              .entity = &entities[candidate.recipient.entity.value]},
             frames, analysis, out);
}

std::vector<LearnedReading> ReadSilentClauses(const EventCoder& coder,
                                              const Analysis& analysis,
                                              const CodedClauses& coded) {
  std::vector<LearnedReading> readings;
  const LearnedModel* model = coder.learned();
  if (model == nullptr) return readings;
  const ActorResolver resolver(analysis);
  FeatureSet features;
  for (std::uint32_t i = 0; i < coded.matches.size(); ++i) {
    if (coded.matches[i].frame != kNoFrame || coded.is_dropped[i]) continue;
    const auto candidate = CandidateOf(analysis, resolver, i);
    if (!candidate) continue;
    FeaturesOf(*candidate, coder.frames(), analysis, features);
    const auto guess = model->Event(features);
    if (!guess) continue;
    readings.push_back({*candidate, *guess, model->Nearest(guess->type, features)});
  }
  return readings;
}

}  // namespace entente
