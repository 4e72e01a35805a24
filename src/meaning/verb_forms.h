// VerbForms: from an inflected form to the verb, for the verbs that our tables and
// frames name. Where the lemmatiser's answer is no verb that they know and the form is
// one of theirs, the form decides: "struck" is "strike", "vetoed" is "veto".
#ifndef ENTENTE_MEANING_VERB_FORMS_H_
#define ENTENTE_MEANING_VERB_FORMS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "meaning/lemma_map.h"

namespace entente {

class VerbForms {
 public:
  // Reads irregular_verbs.tsv. Returns kNotFound or kCorrupt, naming file and line.
  static Result<VerbForms> Read(const std::string& path);

  // Makes a verb and the forms that spelling rules give it known; British -ise too,
  // where the verb is spelt -ize, and the other way round.
  void Add(std::string_view verb);

  bool Knows(std::string_view verb) const { return FindLemma(known_, verb) != nullptr; }

  // The known verb itself, as a view that lives as long as this object.
  // REQUIRES: Knows(verb).
  std::string_view Name(std::string_view verb) const {
    return known_.find(verb)->first;
  }

  // The verb of a lower-case form, or "". The view is this object's.
  std::string_view Find(std::string_view form) const {
    const std::string* verb = FindLemma(forms_, form);
    return verb == nullptr ? std::string_view() : std::string_view(*verb);
  }

 private:
  void AddForms(const std::string& stem, const std::string& verb);

  LemmaMap<bool> known_;
  LemmaMap<std::string> forms_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_VERB_FORMS_H_
