// Words cover every byte that is not white space, in order; sentences cover every word.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "text/char_class.h"
#include "text/normal.h"
#include "text/tokenizer.h"

namespace entente {
namespace {

const Tokenizer& SharedTokenizer() {
  static const auto* const loaded =
      new auto(Tokenizer::Load(ENTENTE_SOURCE_DIR "/data/lexicon"));
  CHECK(loaded->has_value());
  return loaded->value();
}

void CheckGap(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const ClassedChar next = CharAt(text, begin);
    CHECK(next.kind == CharClass::kSpace);
    begin += next.size;
  }
}

void Check(std::string_view text) {
  TokenTable table;
  SharedTokenizer().Append(text, {0, static_cast<std::uint32_t>(text.size())}, 7,
                           table);
  CHECK(table.flags.size() == table.size());
  std::uint32_t at = 0;
  for (const TextSpan span : table.span) {
    CHECK(span.begin >= at && span.end > span.begin);
    CheckGap(text, at, span.begin);
    at = span.end;
  }
  CheckGap(text, at, text.size());
  std::uint32_t word = 0;
  for (const Sentence& sentence : table.sentences) {
    CHECK(sentence.begin == word && sentence.end > word && sentence.block == 7);
    CHECK(sentence.end - sentence.begin <= kLongestSentence);
    word = sentence.end;
  }
  CHECK(word == table.size());
  const std::string normal = Normalize(text);
  CHECK(Normalize(normal) == normal);
}

}  // namespace
}  // namespace entente

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (entente::FirstInvalidUtf8(text) == size) entente::Check(text);
  return 0;
}
