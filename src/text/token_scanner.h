// TokenScanner: where the surface token that begins at a byte ends.
//
// A surface token is what English Web Treebank and GUM separate: "don't" is one (its
// two words are split later), "well-known" three, "anti-war" one, "3,400" one, "50km"
// two. Looks ahead a bounded distance, so a text of any shape is scanned in linear
// time.
//
// Keeps views: the text and the lexicon must outlive it. One scanner a run of text.
#ifndef ENTENTE_TEXT_TOKEN_SCANNER_H_
#define ENTENTE_TEXT_TOKEN_SCANNER_H_

#include <cstddef>
#include <string_view>

#include "text/word_lexicon.h"

namespace entente {

class TokenScanner {
 public:
  explicit TokenScanner(std::string_view text, const WordLexicon& lexicon)
      : text_(text), lexicon_(lexicon) {}

  // The end of the token at `begin`. REQUIRES: begin < text.size(), not white space;
  // calls go from left to right.
  std::size_t Next(std::size_t begin);

 private:
  std::size_t ScanWord(std::size_t begin);
  std::size_t ScanSymbol(std::size_t begin);
  std::size_t ScanApostrophe(std::size_t begin, std::size_t size);
  std::size_t ScanAddress(std::size_t begin) const;
  std::size_t ScanNumber(std::size_t begin) const;
  std::size_t ScanLetters(std::size_t at, std::size_t limit) const;
  std::size_t JoinStop(std::size_t begin, std::size_t at) const;
  std::size_t JoinHyphen(std::size_t begin, std::size_t at) const;
  std::size_t JoinSign(std::size_t begin, std::size_t at) const;
  std::size_t JoinApostrophe(std::size_t begin, std::size_t at, std::size_t size) const;

  char Byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool IsWordAt(std::size_t at) const;
  std::size_t ApostropheAt(std::size_t at) const;

  std::string_view text_;
  const WordLexicon& lexicon_;
  bool in_single_quote_ = false;
};

}  // namespace entente

#endif  // ENTENTE_TEXT_TOKEN_SCANNER_H_
