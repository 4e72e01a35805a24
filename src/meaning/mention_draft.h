// MentionDraft: a mention before it is known whose it is, with all that its own words
// say.
//
// Needs: tokens, syntax, tree, world, names. Gives: the drafts by first word, longest
// first.
#ifndef ENTENTE_MEANING_MENTION_DRAFT_H_
#define ENTENTE_MEANING_MENTION_DRAFT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/analysis.h"
#include "meaning/mention_lexicon.h"
#include "meaning/names.h"
#include "record/mention.h"

namespace entente {

// What the phrase says about which one it is.
enum class Definiteness : std::uint8_t {
  kBare,        // "police", "Russian troops"
  kDefinite,    // "the group", "this country", "its army"
  kIndefinite,  // "a senior diplomat", "seven Russians"
};

struct MentionDraft {
  std::uint32_t first_word = 0;  // of the phrase, both included
  std::uint32_t last_word = 0;
  std::uint32_t head_word = 0;          // the syntactic head
  std::uint32_t name = kNoWord;         // in NameTable::names
  std::uint32_t role = kNoWord;         // in NameTable::roles: the noun's own role
  std::uint32_t title = kNoWord;        // likewise: the role before a person's name
  std::uint32_t title_first = kNoWord;  // first word of all that stands before the name
  std::uint32_t name_first =
      kNoWord;  // where the name begins: "Mullah" of "Mullah Omar"
  const Pronoun* pronoun = nullptr;
  const ActorKind* anaphor = nullptr;  // of a noun that is no role
  ActorKind kind = ActorKind::kPerson;
  Definiteness definiteness = Definiteness::kBare;
  Gender gender = Gender::kUnknown;
  bool is_plural = false;
  std::uint32_t sentence = 0;

  ActorCode code;
  std::string code_source;
  bool is_of_other_people =
      false;                   // "Western", "Kurdish": a nationality of no one state
  bool takes_context = false;  // "ethnic Albanians": of the country that they live in
  std::uint32_t twin_of = kNoWord;  // name that "Russian" is in "Russian and Ukrainian
                                    // officials": the draft is of the Russian ones
  std::uint32_t group = kNoWord;  // name of the group that a noun belongs to: "Taliban
                                  // militants", "the NATO coalition"
  std::string role_text;          // "Defence Minister"
};

std::vector<MentionDraft> DraftMentions(const Analysis& analysis,
                                        const NameTable& names,
                                        const MentionLexicon& lexicon);

}  // namespace entente

#endif  // ENTENTE_MEANING_MENTION_DRAFT_H_
