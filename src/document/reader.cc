#include "document/reader.h"

#include <array>
#include <cstdio>
#include <utility>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "document/blocks.h"
#include "document/charset.h"
#include "document/feed.h"
#include "document/html.h"
#include "document/json_lines.h"
#include "document/unpack.h"

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
    {"WARC/", "a WARC archive, which is not read yet"},
};

// The first bytes after white space, in lower case.
std::string Opening(std::string_view bytes, std::size_t size) {
  while (!bytes.empty() && IsAsciiSpace(bytes.front())) bytes.remove_prefix(1);
  return AsciiLower(bytes.substr(0, size));
}

enum class Kind : std::uint8_t { kText, kHtml, kJsonLines, kJsonArray, kFeed };

Kind KindOf(std::string_view bytes) {
  const std::string opening = Opening(bytes, 4096);
  const std::string_view head = opening;
  if (head.starts_with("{") && head.find('"') != std::string_view::npos) {
    return Kind::kJsonLines;
  }
  if (head.starts_with("[{") || head.starts_with("[\n")) return Kind::kJsonArray;
  if (!head.starts_with("<")) return Kind::kText;
  for (const std::string_view feed : {"<rss", "<feed", "<rdf:rdf"}) {
    const std::size_t found = head.find(feed);
    if (found != std::string_view::npos && head.find("<html") > found)
      return Kind::kFeed;
  }
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<p>",
                                     "<p ", "<div", "<article", "<h1", "<main"}) {
    if (head.find(tag) != std::string_view::npos) return Kind::kHtml;
  }
  return Kind::kText;
}

Error Complain(std::string_view name, const Error& error) {
  return {error.code, StrCat(name, ": ", error.message)};
}

// What must hold of bytes before they are read as any kind of text.
Status CheckText(std::string_view bytes, bool may_convert) {
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
  const std::size_t bad = FirstInvalidUtf8(bytes);
  if (bad < bytes.size() && !may_convert) {
    return Error{ErrorCode::kInvalid, StrCat("is not UTF-8: bad byte at offset ", bad)};
  }
  return std::monostate{};
}

// Fills what is unknown from the options, and the id; or says why there is no document.
Result<Document> Finish(Result<Document> read, std::string_view name,
                        const ReadOptions& options) {
  if (!read) return Complain(name, read.error());
  Document document = std::move(read).value();
  if (Trim(document.text).empty()) {
    return Error{ErrorCode::kInvalid, StrCat(name, ": holds no text")};
  }
  if (document.text.size() > options.document_bytes) {
    return Error{ErrorCode::kOverBudget,
                 StrCat(name, ": a text of ", document.text.size(),
                        " bytes; the limit is ", options.document_bytes)};
  }
  if (!document.published && !document.updated) document.published = options.date;
  if (document.source.empty()) document.source = options.source;
  if (!document.reference_date()) {
    document.warnings.push_back(
        {"no-date", "no date of publication: give one with --date", {}});
  }
  if (document.id.empty()) {
    std::array<char, 17> hex = {};
    std::snprintf(hex.data(), hex.size(), "%016llx",
                  static_cast<unsigned long long>(Hash64(document.text)));
    document.id = hex.data();
  }
  return document;
}

Result<Document> ReadPlain(std::string bytes) {
  Document document;
  document.text = std::move(bytes);
  NameBlocks(SplitParagraphs(document.text), document);
  return document;
}

Result<Document> ReadSingle(std::string bytes, Kind kind, const ReadOptions& options) {
  if (bytes.size() > options.document_bytes) {
    return Error{ErrorCode::kOverBudget,
                 StrCat("is ", bytes.size(), " bytes; the limit of one document is ",
                        options.document_bytes)};
  }
  return kind == Kind::kHtml ? ReadHtml(bytes) : ReadPlain(std::move(bytes));
}

std::vector<Result<Document>> One(Result<Document> read) {
  std::vector<Result<Document>> all;
  all.push_back(std::move(read));
  return all;
}

}  // namespace

std::vector<Result<Document>> ReadDocuments(std::string_view name, std::string bytes,
                                            const ReadOptions& options) {
  Result<std::string> unpacked = Unpack(std::move(bytes), options.unpacked_bytes);
  if (!unpacked) return One(Complain(name, unpacked.error()));
  std::string text = std::move(unpacked).value();
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const Kind kind = KindOf(text);
  const bool is_latin = kind == Kind::kHtml && DeclaresLatin1(text);
  const Status checked = CheckText(text, is_latin);
  if (!checked) return One(Complain(name, checked.error()));
  if (is_latin && FirstInvalidUtf8(text) < text.size()) text = Windows1252ToUtf8(text);
  std::vector<Result<Document>> all;
  switch (kind) {
    case Kind::kText:
    case Kind::kHtml:
      return One(Finish(ReadSingle(std::move(text), kind, options), name, options));
    case Kind::kJsonArray:
      return One(Error{ErrorCode::kInvalid,
                       StrCat(name, ": is a JSON array; write one object a line")});
    case Kind::kJsonLines:
      for (NamedDocument& each : ReadJsonLines(text)) {
        all.push_back(
            Finish(std::move(each.document), StrCat(name, ":", each.line), options));
      }
      break;
    case Kind::kFeed:
      for (NamedDocument& each : ReadFeed(text)) {
        all.push_back(
            Finish(std::move(each.document), StrCat(name, ":", each.line), options));
      }
      break;
  }
  if (all.empty()) {
    return One(Error{ErrorCode::kInvalid, StrCat(name, ": holds no document")});
  }
  return all;
}

}  // namespace entente
