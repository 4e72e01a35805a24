#include "document/warc.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "document/charset.h"
#include "document/dates.h"
#include "document/http_message.h"
#include "document/plain_text.h"

namespace entente {
namespace {

constexpr std::string_view kMagic = "WARC/1.";
constexpr std::size_t kLongestHeaderLine = 1 << 16;
constexpr std::size_t kMostHeaderLines = 200;
constexpr std::size_t kHttpHeaderBytes = 1 << 16;

std::string RecordId(std::string_view id) {
  for (const std::string_view prefix : {"<", "urn:uuid:"}) {
    if (id.starts_with(prefix)) id.remove_prefix(prefix.size());
  }
  if (id.ends_with('>')) id.remove_suffix(1);
  return std::string(id);
}

std::string Address(std::string_view uri) {
  // WARC 1.0 writes the angle brackets, later ones do not.
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return std::string(uri);
}

// Where "WARC/1.1" and the end of its line stand; npos where they do not.
std::size_t FindVersionLine(std::string_view bytes) {
  for (std::size_t at = bytes.find(kMagic); at != std::string_view::npos;
       at = bytes.find(kMagic, at + 1)) {
    const std::string_view rest = bytes.substr(at + kMagic.size(), 2);
    if (rest.size() == 2 && IsAsciiDigit(rest[0]) &&
        (rest[1] == '\r' || rest[1] == '\n')) {
      return at;
    }
  }
  return std::string_view::npos;
}

// The text of a page or a plain file of this type.
Result<Document> ReadContent(std::string bytes, std::string_view content_type) {
  const bool is_plain =
      AsciiLower(content_type).find("text/plain") != std::string::npos;
  std::string charset = DeclaredCharset(content_type);
  if (charset.empty() && !is_plain) charset = DeclaredCharset(bytes);
  return ReadBytesAs(is_plain ? TextKind::kPlain : TextKind::kHtml, std::move(bytes),
                     charset);
}

class Warc : public DocumentSource {
 public:
  Warc(ByteWindow bytes, std::size_t document_bytes, std::optional<Error> broken)
      : bytes_(std::move(bytes)),
        document_bytes_(document_bytes),
        broken_(std::move(broken)),
        is_searching_(broken_.has_value()) {}

  std::optional<NamedDocument> Next() override {
    if (broken_) {
      const Error broken = *std::exchange(broken_, std::nullopt);
      return Named(broken);
    }
    while (true) {
      Result<bool> found = FindRecord();
      if (!found) return Named(found.error());
      if (!*found) return std::nullopt;
      ++number_;
      Result<std::optional<Document>> read = ReadRecord();
      if (!read) return Named(read.error());
      if (*read) return Named(std::move(**read));
    }
  }

 private:
  NamedDocument Named(Result<Document> document) const {
    return {StrCat("record ", number_), std::move(document)};
  }

  // Stands after the version line of the next record; false at the end. Anything but
  // blank lines before it is told once.
  Result<bool> FindRecord() {
    while (true) {
      TRY(const std::string_view ahead, bytes_.Peek(1 << 12));
      if (ahead.empty()) return false;
      const std::size_t at = ahead.find(kMagic);
      if (at != std::string_view::npos) {
        const bool has_stray = !Trim(ahead.substr(0, at)).empty() && !is_searching_;
        bytes_.Skip(at);
        is_searching_ = has_stray;
        if (has_stray) {
          return Error{ErrorCode::kCorrupt,
                       "bytes that belong to no record follow it; passed over"};
        }
        TRY(const bool has_line, bytes_.ReadLine(line_, kLongestHeaderLine));
        is_searching_ = false;
        return has_line;
      }
      const bool is_stray = !Trim(ahead).empty() && !is_searching_;
      bytes_.Skip(ahead.size() < kMagic.size() ? ahead.size()
                                               : ahead.size() - (kMagic.size() - 1));
      if (is_stray) {
        is_searching_ = true;
        return Error{ErrorCode::kCorrupt,
                     "bytes that belong to no record follow it; passed over"};
      }
    }
  }

  // Nothing for a record that holds no news.
  Result<std::optional<Document>> ReadRecord() {
    TRY(const Headers headers, ReadHeaders());
    std::uint64_t size = 0;
    const std::string_view length = headers.Find("content-length");
    const auto [end, error] =
        std::from_chars(length.data(), length.data() + length.size(), size);
    if (error != std::errc() || end != length.data() + length.size()) {
      is_searching_ = true;
      return Error{ErrorCode::kCorrupt, "a record without its length"};
    }
    const std::string_view type = headers.Find("warc-type");
    const bool is_response = type == "response";
    const bool is_wanted = (is_response && IsHttp(headers)) ||
                           ((type == "resource" || type == "conversion") &&
                            IsReadableType(headers.Find("content-type")));
    if (!is_wanted || size > document_bytes_ + kHttpHeaderBytes) {
      TRY(const bool is_whole, Passed(bytes_.SkipBlock(size)));
      if (!is_whole) return Cut();
      if (!is_wanted) return std::optional<Document>();
      return Error{ErrorCode::kOverBudget,
                   StrCat("is ", size, " bytes; the limit of one document is ",
                          document_bytes_)};
    }
    TRY(std::string content, ReadContentBlock(size));
    return ReadDocument(headers, std::move(content), is_response);
  }

  Result<Headers> ReadHeaders() {
    std::string lines;
    for (std::size_t count = 0; count < kMostHeaderLines; ++count) {
      TRY(const bool found, Passed(bytes_.ReadLine(line_, kLongestHeaderLine)));
      if (!found) return Cut();
      if (Trim(line_).empty()) return Headers::Parse(lines);
      lines += StrCat(line_, "\n");
    }
    is_searching_ = true;
    return Error{ErrorCode::kCorrupt, "a record whose headers do not end"};
  }

  // Where a length is wrong and reaches into the next record, that one is read all the
  // same: it is put back.
  Result<std::string> ReadContentBlock(std::uint64_t size) {
    std::string content;
    TRY(const bool is_whole, Passed(bytes_.ReadBlock(content, size)));
    TRY(const std::string_view after, Passed(bytes_.Peek(4)));
    const bool is_closed = after.starts_with("\r\n\r\n") || after.starts_with("\n\n") ||
                           Trim(after).empty();
    if (is_whole && is_closed) return content;
    const std::size_t next = FindVersionLine(content);
    if (next != std::string::npos) {
      bytes_.PutBack(std::string_view(content).substr(next));
      content.resize(next);
      return content;
    }
    if (!is_whole) return Cut();
    is_searching_ = true;
    return Error{ErrorCode::kCorrupt, "a record that is longer than it says"};
  }

  Result<std::optional<Document>> ReadDocument(const Headers& headers,
                                               std::string content,
                                               bool is_response) const {
    std::string type(headers.Find("content-type"));
    if (is_response) {
      TRY(HttpMessage message, ReadHttpMessage(content, document_bytes_));
      type = message.headers.Find("content-type");
      if (message.status != 200 || !IsReadableType(type)) {
        return std::optional<Document>();
      }
      content = std::move(message.body);
    }
    TRY(Document document, ReadContent(std::move(content), type));
    document.id = RecordId(headers.Find("warc-record-id"));
    document.url = Address(headers.Find("warc-target-uri"));
    if (!document.reference_date()) {
      if (const auto captured = FindDate(headers.Find("warc-date"))) {
        document.published = captured->date;
        document.warnings.push_back(
            {"date-of-capture",
             "the page names no date: the day on which it was archived stands for it",
             {}});
      }
    }
    return std::optional<Document>(std::move(document));
  }

  static bool IsHttp(const Headers& headers) {
    return AsciiLower(headers.Find("content-type")).find("application/http") !=
           std::string::npos;
  }

  // After an error of the bytes themselves the next record is looked for.
  template <typename T>
  Result<T> Passed(Result<T> read) {
    if (!read) is_searching_ = true;
    return read;
  }
  Error Cut() {
    is_searching_ = true;
    return {ErrorCode::kCorrupt, "the archive ends within a record"};
  }

  ByteWindow bytes_;
  std::size_t document_bytes_;
  std::optional<Error> broken_;
  std::string line_;
  std::size_t number_ = 0;
  bool is_searching_ = false;  // for a record, after an error that was told
};

}  // namespace

std::unique_ptr<DocumentSource> ReadWarc(ByteWindow bytes, std::size_t document_bytes,
                                         std::optional<Error> broken) {
  return std::make_unique<Warc>(std::move(bytes), document_bytes, std::move(broken));
}

}  // namespace entente
