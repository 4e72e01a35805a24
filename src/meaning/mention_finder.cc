#include "meaning/mention_finder.h"

#include <utility>
#include <vector>

#include "base/check.h"
#include "meaning/actor_code.h"
#include "meaning/coreference.h"
#include "meaning/mention_draft.h"

namespace entente {

Result<MentionFinder> MentionFinder::Load(const std::string& data_dir) {
  TRY(MentionLexicon lexicon, MentionLexicon::Load(data_dir));
  return MentionFinder(std::move(lexicon));
}

MentionTable MentionFinder::Find(const Analysis& analysis,
                                 const NameTable& names) const {
  std::vector<MentionDraft> drafts = DraftMentions(analysis, names, lexicon_);
  CodeDrafts(analysis, names, drafts);
  return Coreferencer(analysis, names, drafts, lexicon_).Run();
}

}  // namespace entente
