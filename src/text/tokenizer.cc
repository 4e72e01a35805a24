#include "text/tokenizer.h"

#include <cstddef>
#include <utility>

#include "base/check.h"
#include "text/char_class.h"
#include "text/contraction.h"
#include "text/sentences.h"
#include "text/shape.h"
#include "text/token_scanner.h"

namespace entente {

Result<Tokenizer> Tokenizer::Load(const std::string& lexicon_folder) {
  TRY(WordLexicon lexicon, WordLexicon::Load(lexicon_folder));
  return Tokenizer(std::move(lexicon));
}

void Tokenizer::Append(std::string_view text, TextSpan span, std::uint32_t block,
                       TokenTable& table) const {
  const std::string_view run = Slice(text, span);
  const std::size_t first = table.size();
  TokenScanner scanner(run, lexicon_);
  bool space_before = true;
  for (std::size_t at = 0; at < run.size();) {
    const ClassedChar next = CharAt(run, at);
    if (next.kind == CharClass::kSpace) {
      space_before = true;
      at += next.size;
      continue;
    }
    const std::size_t end = scanner.Next(at);
    const std::string_view token = run.substr(at, end - at);
    const WordPieces pieces = SplitContraction(token, lexicon_);
    std::size_t begin = 0;
    for (std::uint32_t i = 0; i < pieces.count; ++i) {
      const std::string_view word = token.substr(begin, pieces.ends[i] - begin);
      const auto offset = static_cast<std::uint32_t>(span.begin + at + begin);
      table.span.push_back({offset, offset + static_cast<std::uint32_t>(word.size())});
      const unsigned place = i > 0 ? kContinuesWord : space_before ? kSpaceBefore : 0U;
      table.flags.push_back(static_cast<std::uint8_t>(place | CapitalFlags(word)));
      begin = pieces.ends[i];
    }
    space_before = false;
    at = end;
  }
  AppendSentences(text, first, block, lexicon_, table);
}

void Tokenizer::Tokenize(const Document& document, TokenTable& table) const {
  table.clear();
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    switch (block.kind) {
      case BlockKind::kHeadline:
      case BlockKind::kSummary:
      case BlockKind::kDateline:
      case BlockKind::kCaption:
      case BlockKind::kBody:
        Append(document.text, block.span, static_cast<std::uint32_t>(i), table);
        break;
      case BlockKind::kByline:
      case BlockKind::kCredit:
      case BlockKind::kOther:
        break;
    }
  }
}

}  // namespace entente
