#include "document/plain_text.h"

#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "document/blocks.h"
#include "document/charset.h"
#include "document/html.h"

namespace entente {
namespace {

struct Signature {
  std::string_view bytes, what;
};

constexpr Signature kBinaries[] = {
    {"%PDF", "a PDF; convert it first, for example with pdftotext"},
    {std::string_view("PK\x03\x04", 4),
     "a zip archive or an Office file; unpack it first"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"\x7F"
     "ELF",
     "a program"},
    {"\xFF\xFE", "UTF-16 text; convert it to UTF-8, for example with iconv"},
    {"\xFE\xFF", "UTF-16 text; convert it to UTF-8, for example with iconv"},
    {"\xD0\xCF\x11\xE0", "an old Office file; save it as text first"},
    {"BZh", "compressed by bzip2; unpack it first"},
    {"\xFD"
     "7zXZ",
     "compressed by xz; unpack it first"},
    {"SQLite format 3", "an SQLite database, perhaps a ledger"},
};

}  // namespace

Status CheckIsText(std::string_view bytes) {
  for (const Signature& binary : kBinaries) {
    if (bytes.starts_with(binary.bytes)) {
      return Error{ErrorCode::kInvalid, StrCat("is ", binary.what)};
    }
  }
  if (Trim(bytes).empty()) return Error{ErrorCode::kInvalid, "is empty"};
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    return Error{ErrorCode::kInvalid,
                 StrCat("holds a NUL byte at offset ", nul, "; not a text file")};
  }
  return std::monostate{};
}

Result<Document> ReadBytesAs(TextKind kind, std::string bytes, std::string_view charset,
                             std::string_view title) {
  if (const Status checked = CheckIsText(bytes); !checked) return checked.error();
  TRY(std::string text, ToUtf8(std::move(bytes), charset));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  Document document;
  if (kind == TextKind::kHtml) {
    TRY(document, ReadHtml(text));
    if (!title.empty()) document.title = title;
    return document;
  }
  document.title = title;
  document.text = std::move(text);
  NameBlocks(SplitParagraphs(document.text), document);
  return document;
}

}  // namespace entente
