#include "text/word_lexicon.h"

#include <cstddef>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kLongestWord = 23;
constexpr std::string_view kCurlyApostrophe = "\u2019";

// A word as the tables spell it, in a fixed buffer.
struct Folded {
  std::array<char, kLongestWord + 1> bytes = {};
  std::size_t size = 0;
  std::string_view view() const { return {bytes.data(), size}; }
};

// Empty when the word is too long to be listed.
Folded Fold(std::string_view word) {
  Folded folded;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (folded.size == kLongestWord) return {};
    char c = AsciiLower(word[at]);
    if (c == '`') c = '\'';
    if (word.substr(at, kCurlyApostrophe.size()) == kCurlyApostrophe) {
      c = '\'';
      at += kCurlyApostrophe.size() - 1;
    }
    folded.bytes[folded.size++] = c;
  }
  return folded;
}

std::size_t FirstClass(char c) { return static_cast<unsigned char>(c) & 31U; }

}  // namespace

const WordLexicon::Entry* WordLexicon::Find(std::string_view word) const {
  if (word.empty() || word.size() > kLongestWord + 4) return nullptr;
  const Folded folded = Fold(word);
  if (folded.size == 0) return nullptr;
  const std::uint32_t lengths = lengths_by_first_[FirstClass(folded.bytes[0])];
  if ((lengths >> folded.size & 1U) == 0) return nullptr;
  const auto found = entries_.find(Hash64(folded.view()));
  return found == entries_.end() ? nullptr : &found->second;
}

Abbreviation WordLexicon::FindAbbreviation(std::string_view form) const {
  const Entry* entry = Find(form);
  if (entry == nullptr || (entry->needs_capital && !IsAsciiUpper(form[0]))) {
    return Abbreviation::kNone;
  }
  return entry->abbreviation;
}

std::uint8_t WordLexicon::Roles(std::string_view word) const {
  const Entry* entry = Find(word);
  return entry == nullptr ? std::uint8_t{0} : entry->roles;
}

WordLexicon::Pieces WordLexicon::FindContraction(std::string_view word) const {
  // Asked of every word of a text; a curly apostrophe is two bytes longer.
  const std::size_t size = word.size();
  if (size == 0 || size > kLongestWord) return {};
  const std::uint32_t lengths = contraction_lengths_[FirstClass(word[0])];
  const std::size_t shorter = size < 2 ? 0 : size - 2;
  const bool is_ascii = static_cast<unsigned char>(word[0]) < 0x80;
  if (is_ascii && ((lengths >> size | lengths >> shorter) & 1U) == 0) return {};
  const Entry* entry = Find(word);
  return entry == nullptr ? Pieces{} : entry->pieces;
}

Status WordLexicon::AddAbbreviations(const Tsv& table) {
  TRY([[maybe_unused]] const auto columns,
      table.ExpectColumns({"id", "form", "kind", "capital"}));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view kind = table.cell(row, 2);
    const Abbreviation value = kind == "title"    ? Abbreviation::kTitle
                               : kind == "number" ? Abbreviation::kNumber
                               : kind == "date"   ? Abbreviation::kDate
                               : kind == "latin"  ? Abbreviation::kLatin
                               : kind == "tail"   ? Abbreviation::kTail
                                                  : Abbreviation::kNone;
    if (value == Abbreviation::kNone) return table.Complain(row, "unknown kind");
    Entry& entry = entries_[Hash64(table.cell(row, 1))];
    if (entry.abbreviation != Abbreviation::kNone) {
      return table.Complain(row, "the form is listed twice");
    }
    entry.abbreviation = value;
    entry.needs_capital = table.cell(row, 3) == "yes";
  }
  return std::monostate{};
}

Status WordLexicon::AddContractions(const Tsv& table) {
  TRY([[maybe_unused]] const auto columns,
      table.ExpectColumns({"id", "form", "parts"}));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view form = table.cell(row, 1);
    contraction_lengths_[FirstClass(form[0])] |= 1U << form.size();
    Pieces& pieces = entries_[Hash64(form)].pieces;
    std::size_t count = 0;
    std::size_t bytes = 0;
    for (const std::string_view piece : SplitBlank(table.cell(row, 2))) {
      if (count == pieces.size()) return table.Complain(row, "too many parts");
      bytes += piece.size();
      pieces[count++] = static_cast<std::uint8_t>(piece.size());
    }
    if (bytes != form.size()) {
      return table.Complain(row, "the parts do not add up to the form");
    }
  }
  return std::monostate{};
}

Status WordLexicon::AddParts(const Tsv& table) {
  TRY([[maybe_unused]] const auto columns, table.ExpectColumns({"id", "form", "kind"}));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view kind = table.cell(row, 2);
    const unsigned role = kind == "prefix"    ? kPrefix
                          : kind == "unit"    ? kUnit
                          : kind == "ending"  ? kEnding
                          : kind == "starter" ? kStarter
                                              : 0U;
    if (role == 0) return table.Complain(row, "unknown kind");
    std::uint8_t& roles = entries_[Hash64(table.cell(row, 1))].roles;
    roles = static_cast<std::uint8_t>(roles | role);
  }
  return std::monostate{};
}

Result<WordLexicon> WordLexicon::Load(const std::string& lexicon_folder) {
  WordLexicon lexicon;
  struct Source {
    std::string_view file;
    Status (WordLexicon::*add)(const Tsv&);
  };
  const Source kSources[] = {{"/abbreviations.tsv", &WordLexicon::AddAbbreviations},
                             {"/contractions.tsv", &WordLexicon::AddContractions},
                             {"/word_parts.tsv", &WordLexicon::AddParts}};
  for (const Source& source : kSources) {
    TRY(const Tsv table, Tsv::Read(StrCat(lexicon_folder, source.file)));
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string_view form = table.cell(row, 1);
      if (form.empty() || form.size() > kLongestWord) {
        return table.Complain(row, "the form is empty or too long");
      }
      if (Fold(form).view() != form) return table.Complain(row, "not in lower case");
      std::string& known = lexicon.spelling_[Hash64(form)];
      if (!known.empty() && known != form) return table.Complain(row, "hash collision");
      known = form;
      lexicon.lengths_by_first_[FirstClass(form[0])] |= 1U << form.size();
    }
    TRY([[maybe_unused]] const auto added, (lexicon.*source.add)(table));
  }
  return lexicon;
}

}  // namespace entente
