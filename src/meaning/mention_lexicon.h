// MentionLexicon: pronouns, forms of address, nouns that point back and the sex of
// given names. Read from
// data/lexicon/{pronouns,titles,anaphors,given_names,address_verbs}.tsv; immutable.
#ifndef ENTENTE_MEANING_MENTION_LEXICON_H_
#define ENTENTE_MEANING_MENTION_LEXICON_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "meaning/lemma_map.h"
#include "record/mention.h"

namespace entente {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale, kNeuter };

enum class PronounUse : std::uint8_t { kPersonal, kFirst, kRelative };

struct Pronoun {
  Gender gender = Gender::kUnknown;
  bool is_plural = false;
  PronounUse use = PronounUse::kPersonal;
};

struct Honorific {
  Gender gender = Gender::kUnknown;
  bool is_part_of_name = false;  // "Mullah Omar"
};

class MentionLexicon {
 public:
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<MentionLexicon> Load(const std::string& data_dir);

  // For each: a lower-case form or lemma; nullptr where it is none.
  const Pronoun* FindPronoun(std::string_view form) const {
    return FindLemma(pronouns_, form);
  }
  const Honorific* FindHonorific(std::string_view form) const {
    return FindLemma(honorifics_, form);
  }
  // What "the group", "the country" points back to.
  const ActorKind* FindAnaphor(std::string_view lemma) const {
    return FindLemma(anaphors_, lemma);
  }
  // "accuse", "urge": the object is somebody.
  bool IsAddressVerb(std::string_view lemma) const {
    return FindLemma(address_verbs_, lemma) != nullptr;
  }
  Gender GenderOfGivenName(std::string_view name) const {
    const Gender* gender = FindLemma(given_names_, name);
    return gender == nullptr ? Gender::kUnknown : *gender;
  }

 private:
  LemmaMap<Pronoun> pronouns_;
  LemmaMap<Honorific> honorifics_;
  LemmaMap<ActorKind> anaphors_;
  LemmaMap<Gender> given_names_;
  LemmaMap<bool> address_verbs_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_MENTION_LEXICON_H_
