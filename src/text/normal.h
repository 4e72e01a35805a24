// The one normal form of words and names: what makes two spellings the same key.
//
//   "São Paulo" -> "sao paulo"     "Sana’a" -> "sanaa"     "Al-Shabaab" -> "al shabaab"
//
// Lower case; Latin letters without their diacritics (ß, æ, þ as two letters); Greek
// and Cyrillic lowered; apostrophes between letters dropped, others straightened;
// quotes straightened; hyphens and white space become one blank, none at the ends; soft
// hyphens and zero-width characters dropped. Full stops stay ("u.s."). Everything else
// is copied. Normalize(Normalize(x)) == Normalize(x). Linear time; const, so safe on
// all threads.
#ifndef ENTENTE_TEXT_NORMAL_H_
#define ENTENTE_TEXT_NORMAL_H_

#include <string>
#include <string_view>

namespace entente {

std::string Normalize(std::string_view text);

// Appends the normal form of `text` to `out`; allocates only when `out` must grow. What
// was in `out` before has no influence: to join words, append a blank between them.
void AppendNormal(std::string& out, std::string_view text);

// The Latin letters that a code point folds to ("é" -> "e", "ß" -> "ss"), lower case;
// empty where it is no Latin letter beyond ASCII.
std::string_view FoldLatin(char32_t value);

}  // namespace entente

#endif  // ENTENTE_TEXT_NORMAL_H_
