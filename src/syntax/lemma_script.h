// LemmaScript: how a form becomes its lemma: change the case, cut letters at the end,
// add others. "Killed" -> "kill" is {lower, cut 2, add ""}.
#ifndef ENTENTE_SYNTAX_LEMMA_SCRIPT_H_
#define ENTENTE_SYNTAX_LEMMA_SCRIPT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "syntax/tag.h"

namespace entente {

enum class LemmaCase : std::uint8_t { kKeep, kLower, kCapitalise };

struct LemmaScript {
  LemmaCase change = LemmaCase::kKeep;
  std::uint8_t cut = 0;  // bytes
  std::string_view add;
};

// "L3:y" and back: case letter (K, L or C), bytes to cut, letters to add. The script
// keeps a view into `text`. Returns nothing for any other text.
std::optional<LemmaScript> ParseLemmaScript(std::string_view text);

// The shortest script from `form` to `lemma`, as text. Forms are taken in their plain
// spelling (AppendPlain). Nothing when more than 255 bytes would have to go.
std::optional<std::string> DeriveLemmaScript(std::string_view form,
                                             std::string_view lemma);

// True when the script can be applied to a form of so many bytes and leaves something.
constexpr bool Fits(const LemmaScript& script, std::size_t plain_size) {
  return script.cut < plain_size || (script.cut == plain_size && !script.add.empty());
}

// False where the tag rules the script out, as in every case of the treebanks:
// addresses stay as they are, singulars in small letters whole, "-ing" on no
// participle, "-ed" on no past form, a small letter begins no proper noun that was
// capitalised, and a capital no common noun or verb.
bool Agrees(const LemmaScript& script, std::string_view form, Upos upos, Xpos xpos);

// Appends the lemma to `out`. REQUIRES: Fits(script, size of the plain form).
void ApplyLemmaScript(const LemmaScript& script, std::string_view form,
                      std::string& out);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_LEMMA_SCRIPT_H_
