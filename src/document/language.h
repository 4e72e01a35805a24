// Language: whether a text is in English, and which language it is in where it is not.
//
//   TRY(const LanguageTable languages, LanguageTable::Load("data/lexicon"));
//   const std::string code = languages.Recognise(text);   // "en", "fr", "und", ...
//
// Two signs are weighed. Scripts: a text most of whose letters are not Latin is not
// English. Small words: running text of any language is full of them ("the", "of";
// "der", "und"). Another language than English is only found where its small words are
// many, of several kinds, and outnumber those of English by far; a headline, a list of
// foreign names or a few words are English until something shows the contrary. Words
// that join names ("Rio de la Plata") count for nothing there.
#ifndef ENTENTE_DOCUMENT_LANGUAGE_H_
#define ENTENTE_DOCUMENT_LANGUAGE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "document/script.h"

namespace entente {

class LanguageTable {
 public:
  // Reads languages.tsv of the folder. Returns kNotFound or kCorrupt, naming the line.
  static Result<LanguageTable> Load(const std::string& folder);

  // ISO 639-1 code (639-3 where there is none) of the language; "en" where nothing
  // shows another, "und" for a long text that is neither English nor any of the
  // table's. `declared` is what the document says of itself ("fr-FR"), perhaps nothing;
  // it lets fewer words suffice. Looks at the first 32 KiB.
  std::string_view Recognise(std::string_view text,
                             std::string_view declared = {}) const;

  // "French" for "fr"; the code itself where it is unknown.
  std::string_view NameOf(std::string_view code) const;

 private:
  static constexpr std::size_t kMostLanguages = 128;

  struct Language {
    std::string code, name;
    Script script;
  };
  // Small words: which languages have it, and its number.
  struct Word {
    std::array<std::uint64_t, 2> languages = {};
    std::uint32_t number = 0;
    bool is_particle = false;  // of names: "de", "von"
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  struct Counts;

  void Count(std::string_view text, Counts& counts) const;
  // Index of the language with this script whose small words are most; the first where
  // none has any.
  std::size_t BestOf(Script script, const Counts& counts) const;
  bool IsForeign(std::size_t language, const Counts& counts, bool is_declared) const;

  std::vector<Language> languages_;  // the first is English
  std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_;
};

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_LANGUAGE_H_
