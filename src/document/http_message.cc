#include "document/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

struct Parts {
  std::string_view head, body;
};

// At the first blank line, of either kind.
std::optional<Parts> SplitAtBlankLine(std::string_view bytes) {
  const std::size_t crlf = bytes.find("\r\n\r\n");
  const std::size_t lf = bytes.find("\n\n");
  if (crlf == std::string_view::npos && lf == std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t end = std::min(crlf, lf);
  const std::size_t size = crlf < lf ? 4 : 2;
  return Parts{.head = bytes.substr(0, end), .body = bytes.substr(end + size)};
}

// RFC 9112, 7.1; nothing where it is not in chunks, whatever the headers say: archives
// often keep them taken off.
std::optional<std::string> JoinChunks(std::string_view body) {
  std::string out;
  while (true) {
    const std::size_t end = body.find("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    std::uint64_t size = 0;
    const auto [at, error] = std::from_chars(
        body.data(), body.data() + std::min<std::size_t>(end, 16), size, 16);
    if (error != std::errc() || at == body.data()) return std::nullopt;
    body.remove_prefix(end + 2);
    if (size == 0) return out;
    if (size > body.size()) return std::nullopt;
    out += body.substr(0, static_cast<std::size_t>(size));
    body.remove_prefix(static_cast<std::size_t>(size));
    if (!body.starts_with("\r\n")) return std::nullopt;
    body.remove_prefix(2);
  }
}

// gzip, zlib or bare deflate, as servers send under these two names.
Result<std::string> Inflate(std::string body, int window_bits,
                            std::size_t limit_bytes) {
  z_stream stream = {};
  if (inflateInit2(&stream, window_bits) != Z_OK) {
    return Error{ErrorCode::kUnavailable, "no memory to unpack it"};
  }
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, inflateEnd);
  std::string out;
  std::array<Bytef, 1 << 14> chunk;
  stream.next_in = reinterpret_cast<Bytef*>(body.data());
  stream.avail_in = static_cast<uInt>(body.size());
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = chunk.data();
    stream.avail_out = static_cast<uInt>(chunk.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(chunk.data()),
               chunk.size() - stream.avail_out);
    if (out.size() > limit_bytes) {
      return Error{ErrorCode::kOverBudget,
                   StrCat("unpacks to more than ", limit_bytes, " bytes")};
    }
  }
  if (state == Z_STREAM_END) return out;
  return Error{ErrorCode::kCorrupt, "its compressed body is broken"};
}

Result<std::string> Decompress(std::string body, std::string_view encoding,
                               std::size_t limit_bytes) {
  const std::string name = AsciiLower(Trim(encoding));
  if (name.empty() || name == "identity") return body;
  constexpr int kAnyHeader = 32 + MAX_WBITS;
  if (name == "gzip" || name == "x-gzip") {
    if (!body.starts_with("\x1F\x8B")) return body;  // kept unpacked
    return Inflate(std::move(body), kAnyHeader, limit_bytes);
  }
  if (name == "deflate") {
    Result<std::string> wrapped = Inflate(body, kAnyHeader, limit_bytes);
    if (wrapped || wrapped.error().code == ErrorCode::kOverBudget) return wrapped;
    Result<std::string> bare = Inflate(body, -MAX_WBITS, limit_bytes);
    if (bare) return bare;
    return wrapped;
  }
  return Error{ErrorCode::kInvalid,
               StrCat("its body is compressed by ", name, ", which is not read")};
}

}  // namespace

Headers Headers::Parse(std::string_view lines) {
  Headers headers;
  for (std::string_view line : Split(lines, '\n')) {
    const bool is_folded = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    line = Trim(line);
    if (line.empty()) continue;
    if (is_folded && !headers.all_.empty()) {
      headers.all_.back().second += StrCat(" ", line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    headers.all_.push_back({AsciiLower(Trim(line.substr(0, colon))),
                            std::string(Trim(line.substr(colon + 1)))});
  }
  return headers;
}

std::string_view Headers::Find(std::string_view lower_name) const {
  for (const auto& [name, value] : all_) {
    if (name == lower_name) return value;
  }
  return {};
}

bool IsReadableType(std::string_view content_type) {
  const std::string type =
      AsciiLower(Trim(content_type.substr(0, content_type.find(';'))));
  return type == "text/html" || type == "application/xhtml+xml" || type == "text/plain";
}

Result<HttpMessage> ReadHttpMessage(std::string_view bytes, std::size_t limit_bytes) {
  const auto parts = SplitAtBlankLine(bytes);
  if (!parts || !parts->head.starts_with("HTTP/")) {
    return Error{ErrorCode::kInvalid, "is no HTTP response"};
  }
  HttpMessage message;
  const std::size_t end = std::min(parts->head.find('\n'), parts->head.size());
  const auto words = SplitBlank(Trim(parts->head.substr(0, end)));
  if (words.size() < 2) return Error{ErrorCode::kInvalid, "is no HTTP response"};
  // Not a number: status stays 0, which nobody takes for success.
  (void)std::from_chars(words[1].data(), words[1].data() + words[1].size(),
                        message.status);
  message.headers = Headers::Parse(parts->head.substr(end));
  message.body = parts->body;
  if (message.status != 200 || !IsReadableType(message.headers.Find("content-type"))) {
    return message;
  }
  const std::string coding = AsciiLower(message.headers.Find("transfer-encoding"));
  if (coding.find("chunked") != std::string::npos) {
    if (auto joined = JoinChunks(message.body)) message.body = std::move(*joined);
  }
  TRY(message.body, Decompress(std::move(message.body),
                               message.headers.Find("content-encoding"), limit_bytes));
  return message;
}

}  // namespace entente
