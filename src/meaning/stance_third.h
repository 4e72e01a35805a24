// Being named together against a third: who fight one enemy side by side stand with
// each other, and who supports somebody against an enemy has made it that one's enemy.
// Private to the StanceFinder's files.
#ifndef ENTENTE_MEANING_STANCE_THIRD_H_
#define ENTENTE_MEANING_STANCE_THIRD_H_

#include <vector>

#include "meaning/analysis.h"
#include "record/statement.h"

namespace entente {

// Adds the stances that follow, at less strength, behind those that are there.
// REQUIRES: stances in text order. Cost: linear, a bounded number for each sentence.
void AddCommonAdversaries(const Analysis& analysis, std::vector<Stance>& stances);

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_THIRD_H_
