// MentionFinder: who is named in a document, where, and who it is.
//
//   const NameTable names = FindNames(analysis);
//   analysis.places = TagPlaces(analysis, names);
//   analysis.mentions = finder.Find(analysis, names);
//
// Needs: document, tokens, syntax, tree, world, places, names. Gives: MentionTable.
// Immutable after Load; Find may be called from many threads.
#ifndef ENTENTE_MEANING_MENTION_FINDER_H_
#define ENTENTE_MEANING_MENTION_FINDER_H_

#include <string>
#include <utility>

#include "base/result.h"
#include "meaning/analysis.h"
#include "meaning/mention_lexicon.h"
#include "meaning/names.h"

namespace entente {

class MentionFinder {
 public:
  // Reads data_dir/lexicon. Returns kNotFound or kCorrupt, naming file and line.
  static Result<MentionFinder> Load(const std::string& data_dir);

  MentionTable Find(const Analysis& analysis, const NameTable& names) const;

 private:
  explicit MentionFinder(MentionLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  MentionLexicon lexicon_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_MENTION_FINDER_H_
