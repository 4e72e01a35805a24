// Document: one article as it came, and the blocks that its text is made of.
//
// `text` is the article's own text: a plain file as it is; of an HTML page, the article
// without menus and scripts. After that no byte of it ever changes: every span of every
// later stage is a range of bytes in it.
#ifndef ENTENTE_DOCUMENT_DOCUMENT_H_
#define ENTENTE_DOCUMENT_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace entente {

enum class BlockKind : std::uint8_t {
  kHeadline,
  kSummary,
  kDateline,  // "KABUL, Dec 27 (Agency) -"
  kByline,    // who wrote it, the agency line at the end
  kCredit,    // of a picture
  kCaption,   // of a picture
  kBody,
  kOther,
};

// "headline", "summary", ... as the contract spells them.
std::string_view Name(BlockKind kind);

struct Block {
  BlockKind kind = BlockKind::kBody;
  TextSpan span;
};

struct Warning {
  std::string code;     // "short-text", "no-date", ...: stable, for programs
  std::string message;  // for people
  std::optional<TextSpan> span;
};

struct Document {
  std::string id;      // given, or made of the text's hash
  std::string text;    // UTF-8
  std::string title;   // empty: unknown, here and below
  std::string source;  // publisher
  std::string url;
  std::string lang;
  std::optional<CivilDate> published;
  std::optional<CivilDate> updated;
  std::vector<Block> blocks;  // in text order, none overlapping
  std::vector<Warning> warnings;

  // The day that "on Wednesday" is counted from: updated, else published.
  std::optional<CivilDate> reference_date() const {
    return updated ? updated : published;
  }
};

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_DOCUMENT_H_
