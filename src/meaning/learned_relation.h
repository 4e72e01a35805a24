// FeaturesOf: a pair of marked parties as the learned part sees it, with what frames
// offer for it.
#ifndef ENTENTE_MEANING_LEARNED_RELATION_H_
#define ENTENTE_MEANING_LEARNED_RELATION_H_

#include "meaning/learned_features.h"
#include "meaning/relate.h"

namespace entente {

// Empties `out` first. No clause between the two leaves the frames' features alone.
void FeaturesOf(const RelationView& view, const WordClasses& classes,
                const Analysis& analysis, FeatureSet& out);

}  // namespace entente

#endif  // ENTENTE_MEANING_LEARNED_RELATION_H_
