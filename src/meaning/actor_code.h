// CodeDrafts: what actor code the words of each mention give, read from the text first
// (title, nationality, organisation) and from the tables of the world second.
//
//   "Russian Defence Minister Sergei Shoigu"   RUS GOV       nationality and title
//   "Taliban leader Mullah Omar"               AFG REB TAL   group, title without
//   sector "NATO troops"                              IGO MIL NAT   organisation and
//   role
//
// Needs: names, places, drafts. Changes: code, code_source, role_text of the drafts.
#ifndef ENTENTE_MEANING_ACTOR_CODE_H_
#define ENTENTE_MEANING_ACTOR_CODE_H_

#include <vector>

#include "meaning/analysis.h"
#include "meaning/mention_draft.h"
#include "meaning/names.h"

namespace entente {

void CodeDrafts(const Analysis& analysis, const NameTable& names,
                std::vector<MentionDraft>& drafts);

}  // namespace entente

#endif  // ENTENTE_MEANING_ACTOR_CODE_H_
