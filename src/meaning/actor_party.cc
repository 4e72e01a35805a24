#include "meaning/actor_party.h"

#include <string>

#include "base/strings.h"

namespace entente {
namespace {

// The word that a person's name possesses or hangs from by "of"; kNoWord for none.
std::uint32_t OwnedBy(const Analysis& analysis, const MentionDraft& person) {
  const Relation relation = analysis.syntax->relation[person.head_word];
  if (Universal(relation) != Relation::kNmod) return kNoWord;
  if (relation == Relation::kNmodPoss) return analysis.syntax->head[person.head_word];
  const std::uint32_t marker = analysis.tree.ChildBy(person.head_word, Relation::kCase);
  const bool is_of = marker != kNoWord && analysis.syntax->lemma[marker] == "of";
  return is_of ? analysis.syntax->head[person.head_word] : kNoWord;
}

}  // namespace

void CodeByParty(const Analysis& analysis, const NameTable& names,
                 std::vector<MentionDraft>& drafts) {
  std::vector<std::uint32_t> body_at(analysis.syntax->size(), kNoWord);
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    const MentionDraft& body = drafts[i];
    const bool is_band = body.code.sector == "PTY" || body.code.sector == "REB";
    if (body.name != kNoWord && is_band) body_at[body.head_word] = i;
  }
  for (MentionDraft& person : drafts) {
    if (person.kind != ActorKind::kPerson || !person.code.empty()) continue;
    const std::uint32_t owned = OwnedBy(analysis, person);
    if (owned == kNoWord || body_at[owned] == kNoWord) continue;
    const MentionDraft& body = drafts[body_at[owned]];
    const FoundName& name = names.names[body.name];
    const auto& spans = analysis.tokens->span;
    const TextSpan words = {spans[name.first_word].begin, spans[name.last_word].end};
    person.code = body.code;
    person.code_source = StrCat("party '", Slice(analysis.text(), words), "'");
  }
}

}  // namespace entente
