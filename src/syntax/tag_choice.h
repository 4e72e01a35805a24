// ChooseTags: tags of one word that agree with one another.
//
// Four heads tag a word, each for itself: UPOS, Penn tag, features and lemma script.
// Where their best answers contradict one another (a common noun whose lemma keeps its
// capital, an adjective with a verb's form), the combination that costs least in all
// four together is taken: log-probabilities of one head differ as its scores do.
#ifndef ENTENTE_SYNTAX_TAG_CHOICE_H_
#define ENTENTE_SYNTAX_TAG_CHOICE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "syntax/lemma_script.h"
#include "syntax/tag.h"

namespace entente {

// What a set of features says of the class that bears it.
struct FeatsKind {
  bool is_verbal = false;  // VerbForm
  bool is_graded = false;  // Degree
};
FeatsKind KindOf(std::string_view feats);

// Scores of each label of each head, and what the labels are.
struct TagScores {
  std::span<const float> upos, xpos, feats, lemmas;
  std::span<const FeatsKind> feats_kinds;
  std::span<const LemmaScript> scripts;
};

struct TagChoice {
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kNfp;
  std::size_t feats = 0;
};

// Each head's best where they agree or nothing near does.
TagChoice ChooseTags(const TagScores& scores, std::string_view form);

// The Penn tags that a class has in the treebanks (English EWT and GUM, five times or
// more).
bool Agree(Upos upos, Xpos xpos);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_TAG_CHOICE_H_
