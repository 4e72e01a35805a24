// CodeByParty: "Ian Paisley's Democratic Unionist Party", "the Ulster Unionist Party of
// David Trimble": who is called a party's or a band's own, and is not known otherwise,
// is coded as it is.
//
// Needs: the codes of CodeDrafts. Changes: code, code_source of persons without one.
#ifndef ENTENTE_MEANING_ACTOR_PARTY_H_
#define ENTENTE_MEANING_ACTOR_PARTY_H_

#include <vector>

#include "meaning/analysis.h"
#include "meaning/mention_draft.h"
#include "meaning/names.h"

namespace entente {

void CodeByParty(const Analysis& analysis, const NameTable& names,
                 std::vector<MentionDraft>& drafts);

}  // namespace entente

#endif  // ENTENTE_MEANING_ACTOR_PARTY_H_
