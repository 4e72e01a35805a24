// LearnedCandidates: the clauses that the learned part may read where frames are
// silent: somebody who acts, and somebody else whom it is done to.
#ifndef ENTENTE_MEANING_LEARNED_EVENT_H_
#define ENTENTE_MEANING_LEARNED_EVENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "meaning/actor_resolver.h"
#include "meaning/event_coder.h"
#include "meaning/learned_features.h"
#include "meaning/learned_model.h"
#include "meaning/matcher.h"

namespace entente {

struct LearnedCandidate {
  std::uint32_t clause = kNoWord;
  ResolvedActor actor, recipient;
  std::uint32_t actor_word = kNoWord, recipient_word = kNoWord;
};

// The parties of a verb, objects before phrases, of those who act for a country, a body
// or a group; nothing where it lacks one of them or where they are the same.
std::optional<LearnedCandidate> CandidateOf(const Analysis& analysis,
                                            const ActorResolver& resolver,
                                            std::uint32_t clause);

// Empties `out` first. The second form is for parties that are marked.
void FeaturesOf(const LearnedCandidate& candidate, const Frames& frames,
                const Analysis& analysis, FeatureSet& out);
void FeaturesOf(std::uint32_t clause, const PartyWords& source,
                const PartyWords& target, const Frames& frames,
                const Analysis& analysis, FeatureSet& out);

// A clause that the learned part reads.
struct LearnedReading {
  LearnedCandidate candidate;
  LearnedGuess guess;
  std::vector<std::string> nearest;
};

// The clauses that no frame reads, none speaks for and the learned part is sure of, by
// clause; none where the coder has no learned part.
std::vector<LearnedReading> ReadSilentClauses(const EventCoder& coder,
                                              const Analysis& analysis,
                                              const CodedClauses& coded);

}  // namespace entente

#endif  // ENTENTE_MEANING_LEARNED_EVENT_H_
