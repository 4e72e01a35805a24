#include "syntax/paired_marks.h"

#include <cstddef>

namespace entente {
namespace {

constexpr std::string_view kOpening = "([{", kClosing = ")]}";

bool IsQuote(std::string_view form) {
  return form == "\"" || form == "\xE2\x80\x9C" || form == "\xE2\x80\x9D" ||
         form == "``" || form == "''";
}

bool Dominates(const SyntaxTable& table, std::uint32_t above, std::uint32_t word) {
  for (std::uint32_t at = word; at != kNoWord; at = table.head[at]) {
    if (at == above) return true;
  }
  return false;
}

// The head of `from` becomes that of `to` as well.
void Share(std::uint32_t from, std::uint32_t to, SyntaxTable& table) {
  const std::uint32_t head = table.head[from];
  if (head == kNoWord || table.head[to] == kNoWord) return;
  if (!Dominates(table, to, head)) table.head[to] = head;
}

void SettlePair(std::uint32_t open, std::uint32_t close, SyntaxTable& table) {
  if (table.head[open] == table.head[close]) return;
  if (table.relation[open] != Relation::kPunct ||
      table.relation[close] != Relation::kPunct) {
    return;
  }
  const auto between = [&](std::uint32_t mark) {
    return table.head[mark] > open && table.head[mark] < close;
  };
  if (between(open)) {
    Share(open, close, table);
  } else if (between(close)) {
    Share(close, open, table);
  }
}

}  // namespace

void PairedMarks::Settle(std::string_view text, const TokenTable& tokens,
                         std::uint32_t begin, std::uint32_t end, SyntaxTable& table) {
  open_.clear();
  std::uint32_t quote = kNoWord;
  for (std::uint32_t word = begin; word < end; ++word) {
    if (table.upos[word] != Upos::kPunct) continue;
    const std::string_view form = Slice(text, tokens.span[word]);
    if (IsQuote(form)) {
      if (quote != kNoWord) SettlePair(quote, word, table);
      quote = quote == kNoWord ? word : kNoWord;
      continue;
    }
    if (form.size() != 1) continue;
    if (kOpening.find(form[0]) != std::string_view::npos) open_.push_back(word);
    const std::size_t closing = kClosing.find(form[0]);
    if (closing == std::string_view::npos || open_.empty()) continue;
    const std::uint32_t open = open_.back();
    open_.pop_back();
    if (text[tokens.span[open].begin] == kOpening[closing])
      SettlePair(open, word, table);
  }
}

}  // namespace entente
