// Corpus: annotated sentences for training, and the label sets found in them.
#ifndef ENTENTE_TRAIN_CORPUS_H_
#define ENTENTE_TRAIN_CORPUS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "syntax/conllu.h"
#include "syntax/syntax_table.h"

namespace entente::train {

struct TrainWord {
  std::string form;
  bool space_before = true;
  bool continues = false;
  bool tagged = false;  // the layers below were annotated; the name has its own flag
  bool class_unsure = false;  // UPOS and features are not to be learned
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kNfp;
  std::string feats, lemma;
  int head = -1;  // 0 the root, else 1 + index
  Relation relation = Relation::kDep;
  NameTag name;
  bool name_unsure = false;  // the name is not to be learned
};

// Whose annotation a sentence follows: each has its own ways, and a vector of its own.
enum class Origin : std::uint8_t { kEwt, kGum, kWikigold };
inline constexpr int kOriginCount = 3;

struct TrainSentence {
  std::string id, genre;  // "news", "web", ...
  Origin origin = Origin::kEwt;
  std::vector<TrainWord> words;
  bool named = false;  // names were annotated
};

// A treebank file; `names` (IOB2 columns under "# sent_id", or "" for none) gives the
// names of its sentences. Returns what ReadConllu returns, or kInvalid for name tags
// that do not fit the sentence they claim.
Result<std::vector<TrainSentence>> ReadTreebank(const std::string& path,
                                                const std::string& names);

// Sets the names of a document's sentences from IOB2 columns, as above.
Status AddNames(const std::string& path, ConlluDocument& document);

// "GUM_news_lanes" is of the genre news; every other document of the web.
std::string GenreOf(std::string_view document);

// "form TAG" lines in the I- scheme of CoNLL-2003: names alone.
Result<std::vector<TrainSentence>> ReadNames(const std::string& path);

// Lines "past form<TAB>lemma", sorted, of a table "id, verb, past, participle" where
// the form is not the lemma itself and is of one verb only.
Result<std::vector<std::string>> ReadIrregularVerbs(const std::string& path);

// The treebanks' view does not count adjectives ("French") as names: where `names`
// does, it is not to be learned from.
void Harmonise(const std::vector<TrainSentence>& treebank,
               std::vector<TrainSentence>& names);

// Strings numbered in order of frequency.
class LabelSet {
 public:
  // Those seen at least `least` times, the frequent first, ties in byte order.
  LabelSet(const std::unordered_map<std::string, int>& counts, int least);
  int size() const { return static_cast<int>(labels_.size()); }
  int Find(std::string_view label) const;  // -1: none
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  std::vector<std::string> labels_;
  std::unordered_map<std::string, int> index_;
};

// 0 for O, else 1 + 4 * kind + part, as the model's name outputs are numbered.
constexpr int NameLabel(NameTag tag) {
  if (tag.part == NamePart::kOutside) return 0;
  return 1 + 4 * (static_cast<int>(tag.kind) - 1) + (static_cast<int>(tag.part) - 1);
}

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_CORPUS_H_
