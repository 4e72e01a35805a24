#include "document/reader.h"

#include <array>
#include <cstdio>
#include <utility>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "document/charset.h"
#include "document/feed.h"
#include "document/json_lines.h"
#include "document/plain_text.h"
#include "document/unpack.h"
#include "document/warc.h"

namespace entente {
namespace {

constexpr std::size_t kHeadBytes = 1 << 16;  // that tell the kind

// The first bytes after white space, in lower case.
std::string Opening(std::string_view bytes, std::size_t size) {
  while (!bytes.empty() && IsAsciiSpace(bytes.front())) bytes.remove_prefix(1);
  return AsciiLower(bytes.substr(0, size));
}

enum class Kind : std::uint8_t {
  kText,
  kHtml,
  kJsonLines,
  kJsonArray,
  kFeed,
  kTable,
  kWarc
};

Kind KindOf(std::string_view bytes, char separator) {
  if (bytes.starts_with("WARC/")) return Kind::kWarc;
  const std::string opening = Opening(bytes, 4096);
  const std::string_view head = opening;
  if (head.starts_with("{") && head.find('"') != std::string_view::npos) {
    return Kind::kJsonLines;
  }
  if (head.starts_with("[{") || head.starts_with("[\n")) return Kind::kJsonArray;
  if (!head.starts_with("<")) return separator != '\0' ? Kind::kTable : Kind::kText;
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

// Documents, or the one reason why there are none, that are there already.
class Ready : public DocumentSource {
 public:
  explicit Ready(Result<Document> only) { all_.push_back({{}, std::move(only)}); }
  explicit Ready(std::vector<NamedDocument> all) : all_(std::move(all)) {}
  std::optional<NamedDocument> Next() override {
    if (next_ == all_.size()) return std::nullopt;
    return std::move(all_[next_++]);
  }

 private:
  std::vector<NamedDocument> all_;
  std::size_t next_ = 0;
};

std::unique_ptr<DocumentSource> One(Result<Document> read) {
  return std::make_unique<Ready>(std::move(read));
}

Result<std::unique_ptr<DocumentSource>> ReadFeedBytes(ByteWindow bytes,
                                                      const ReadOptions& options) {
  TRY(std::string packed, bytes.ReadAll(options.feed_bytes));
  const std::size_t head_end = packed.find("?>");
  std::string charset;
  if (const std::size_t at = packed.find("encoding="); at < head_end) {
    charset = DeclaredCharset(StrCat("charset=", packed.substr(at + 9, 40)));
  }
  TRY(const std::string text, ToUtf8(std::move(packed), charset));
  if (const Status checked = CheckIsText(text); !checked) return checked.error();
  return std::unique_ptr<DocumentSource>(std::make_unique<Ready>(ReadFeed(text)));
}

Result<Document> ReadSingle(TextKind kind, ByteWindow bytes,
                            const ReadOptions& options) {
  TRY(std::string text, bytes.ReadAll(options.document_bytes));
  const std::string charset = kind == TextKind::kHtml ? DeclaredCharset(text) : "";
  return ReadBytesAs(kind, std::move(text), charset);
}

// An escape of JSON takes six bytes for one.
std::size_t LineBytes(const ReadOptions& options) {
  return 6 * options.document_bytes + (std::size_t{1} << 16);
}

Result<std::unique_ptr<DocumentSource>> SourceOf(std::unique_ptr<ByteSource> packed,
                                                 const ReadOptions& options) {
  TRY(auto unpacked, Unpack(std::move(packed)));
  ByteWindow bytes(std::move(unpacked));
  const Result<std::string_view> seen = bytes.Peek(kHeadBytes);
  if (!seen) {
    // An archive loses no more than the records that are broken.
    Result<std::string_view> rest = seen;
    while (!rest && rest.error().code == ErrorCode::kCorrupt) {
      rest = bytes.Peek(kHeadBytes);
    }
    if (!rest || rest->find("WARC/1.") == std::string_view::npos) return seen.error();
    return ReadWarc(std::move(bytes), options.document_bytes, seen.error());
  }
  std::string_view head = *seen;
  if (head.starts_with("\xEF\xBB\xBF")) {
    bytes.Skip(3);
    TRY(head, bytes.Peek(kHeadBytes));
  }
  head = head.substr(0, kHeadBytes);
  const char separator = SeparatorOf(head, options.columns);
  switch (KindOf(head, separator)) {
    case Kind::kText:
      return One(ReadSingle(TextKind::kPlain, std::move(bytes), options));
    case Kind::kHtml:
      return One(ReadSingle(TextKind::kHtml, std::move(bytes), options));
    case Kind::kJsonArray:
      return Error{ErrorCode::kInvalid, "is a JSON array; write one object a line"};
    case Kind::kJsonLines:
      return ReadJsonLines(std::move(bytes), LineBytes(options));
    case Kind::kFeed:
      return ReadFeedBytes(std::move(bytes), options);
    case Kind::kTable:
      return ReadCsv(std::move(bytes), separator, options.columns,
                     options.document_bytes);
    case Kind::kWarc:
      return ReadWarc(std::move(bytes), options.document_bytes);
  }
  CHECK(false);
  return Error{};
}

}  // namespace

DocumentStream::DocumentStream(std::string name,
                               Result<std::unique_ptr<ByteSource>> bytes,
                               const ReadOptions& options)
    : name_(std::move(name)), bytes_(std::move(bytes)), options_(options) {
  if (bytes_) bytes_ = Counted(std::move(bytes_).value(), bytes_read_);
}

DocumentStream DocumentStream::Open(const std::string& path,
                                    const ReadOptions& options) {
  return DocumentStream(path == "-" ? "standard input" : path, OpenBytes(path),
                        options);
}

DocumentStream DocumentStream::Over(std::string_view name, std::string bytes,
                                    const ReadOptions& options) {
  return DocumentStream(std::string(name), BytesOf(std::move(bytes)), options);
}

std::optional<Result<Document>> DocumentStream::Next() {
  if (!source_) {
    Result<std::unique_ptr<DocumentSource>> made =
        bytes_ ? SourceOf(std::move(bytes_).value(), options_)
               : Result<std::unique_ptr<DocumentSource>>(bytes_.error());
    source_ = made ? std::move(made).value() : One(made.error());
  }
  std::optional<NamedDocument> read = source_->Next();
  if (!read && has_given_) return std::nullopt;
  has_given_ = true;
  if (!read) {
    return Error{ErrorCode::kInvalid, StrCat(name_, ": holds no document")};
  }
  return Finish(std::move(*read));
}

// Fills what is unknown from the options, and the id; or says why there is no document.
Result<Document> DocumentStream::Finish(NamedDocument read) const {
  const auto complain = [&](ErrorCode code, std::string_view message) {
    return Error{
        code, StrCat(name_, read.place.empty() ? "" : ":", read.place, ": ", message)};
  };
  if (!read.document) {
    return complain(read.document.error().code, read.document.error().message);
  }
  Document document = std::move(read.document).value();
  if (Trim(document.text).empty()) {
    return complain(ErrorCode::kInvalid, "holds no text");
  }
  if (document.text.size() > options_.document_bytes) {
    return complain(ErrorCode::kOverBudget,
                    StrCat("a text of ", document.text.size(), " bytes; the limit is ",
                           options_.document_bytes));
  }
  if (!document.published && !document.updated) document.published = options_.date;
  if (document.source.empty()) document.source = options_.source;
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

std::vector<Result<Document>> ReadDocuments(std::string_view name, std::string bytes,
                                            const ReadOptions& options) {
  std::vector<Result<Document>> all;
  DocumentStream stream = DocumentStream::Over(name, std::move(bytes), options);
  while (std::optional<Result<Document>> read = stream.Next()) {
    all.push_back(std::move(*read));
  }
  return all;
}

}  // namespace entente
