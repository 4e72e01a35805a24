#include "document/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kChunk = 1 << 16;

Error TooLarge(std::size_t limit_bytes) {
  return {ErrorCode::kOverBudget,
          StrCat("unpacks to more than ", limit_bytes >> 20, " MiB; split it")};
}

Result<std::string> UnpackGzip(std::string_view bytes, std::size_t limit_bytes) {
  z_stream stream = {};
  constexpr int kGzipOnly = 16 + MAX_WBITS;
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) {
    return Error{ErrorCode::kUnavailable, "no memory to unpack it"};
  }
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, inflateEnd);
  std::string out;
  std::array<Bytef, kChunk> chunk;
  std::size_t consumed = 0;
  int state = Z_OK;
  while (consumed < bytes.size()) {
    // zlib counts in 32 bits and wants bytes that are not const; it does not write
    // them.
    std::string input(bytes.substr(consumed, kChunk));
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    do {
      if (state == Z_STREAM_END) {
        // Another member may follow; anything else after the end is padding.
        if (stream.avail_in < 2 || stream.next_in[0] != 0x1F) return out;
        inflateReset(&stream);
      }
      stream.next_out = chunk.data();
      stream.avail_out = static_cast<uInt>(chunk.size());
      state = inflate(&stream, Z_NO_FLUSH);
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
        return Error{ErrorCode::kCorrupt, "broken gzip stream"};
      }
      out.append(reinterpret_cast<const char*>(chunk.data()),
                 chunk.size() - stream.avail_out);
      if (out.size() > limit_bytes) return TooLarge(limit_bytes);
    } while (stream.avail_in > 0 || stream.avail_out == 0);
    consumed += input.size();
  }
  if (state != Z_STREAM_END)
    return Error{ErrorCode::kCorrupt, "gzip stream ends early"};
  return out;
}

Result<std::string> UnpackZstd(std::string_view bytes, std::size_t limit_bytes) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(
      ZSTD_createDStream(), ZSTD_freeDStream);
  std::string out;
  std::array<char, kChunk> chunk;
  ZSTD_inBuffer input = {bytes.data(), bytes.size(), 0};
  std::size_t left = 1;
  while (true) {
    ZSTD_outBuffer output = {chunk.data(), chunk.size(), 0};
    left = ZSTD_decompressStream(stream.get(), &output, &input);
    if (ZSTD_isError(left) != 0) {
      return Error{ErrorCode::kCorrupt,
                   StrCat("broken zstd stream: ", ZSTD_getErrorName(left))};
    }
    out.append(chunk.data(), output.pos);
    if (out.size() > limit_bytes) return TooLarge(limit_bytes);
    if (input.pos == input.size && output.pos < output.size) break;
  }
  if (left != 0) return Error{ErrorCode::kCorrupt, "zstd stream ends early"};
  return out;
}

}  // namespace

Result<std::string> Unpack(std::string bytes, std::size_t limit_bytes) {
  if (bytes.starts_with("\x1F\x8B")) return UnpackGzip(bytes, limit_bytes);
  if (bytes.starts_with("\x28\xB5\x2F\xFD")) return UnpackZstd(bytes, limit_bytes);
  return bytes;
}

}  // namespace entente
