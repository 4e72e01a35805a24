#include "document/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kChunk = 1 << 16;
constexpr std::string_view kGzip = "\x1F\x8B\x08";
constexpr std::string_view kZstd = "\x28\xB5\x2F\xFD";

class GzipBytes : public ByteSource {
 public:
  // `stream` is ready for inflate(); it stays where it is, for zlib points back to it.
  GzipBytes(ByteWindow packed, std::unique_ptr<z_stream> stream)
      : packed_(std::move(packed)), stream_(std::move(stream)) {}
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;
  ~GzipBytes() override { inflateEnd(stream_.get()); }

  Result<std::size_t> Read(char* into, std::size_t size) override {
    while (true) {
      if (!is_in_member_) {
        TRY(const bool found, FindMember());
        if (!found) return std::size_t{0};
      }
      TRY(const std::size_t got, Inflate(into, size));
      if (got > 0) return got;
    }
  }

 private:
  // Stands at the next member's beginning; false where none follows. Bytes between two
  // members are an error, bytes after the last are padding.
  Result<bool> FindMember() {
    bool has_skipped = false;
    while (true) {
      TRY(const std::string_view ahead, packed_.Peek(kChunk));
      const std::size_t at = ahead.find(kGzip);
      if (at == std::string_view::npos) {
        // The magic may begin in the last two bytes and end in the next chunk.
        if (ahead.size() < kChunk) return false;
        packed_.Skip(ahead.size() - (kGzip.size() - 1));
        has_skipped = true;
        continue;
      }
      has_skipped = has_skipped || at > 0;
      packed_.Skip(at);
      inflateReset(stream_.get());
      is_in_member_ = true;
      if (has_skipped && !is_searching_) {
        return Error{ErrorCode::kCorrupt, "broken gzip stream: stray bytes in it"};
      }
      is_searching_ = false;
      return true;
    }
  }

  // What the bytes at hand give; 0 where a member ended and gave no more.
  Result<std::size_t> Inflate(char* into, std::size_t size) {
    stream_->next_out = reinterpret_cast<Bytef*>(into);
    stream_->avail_out = static_cast<uInt>(size);
    while (true) {
      TRY(const std::string_view ahead, packed_.Peek(1));
      if (ahead.empty()) return Broken("gzip stream ends early", 0);
      // zlib wants bytes that are not const; it does not write them.
      stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(ahead.data()));
      stream_->avail_in = static_cast<uInt>(std::min(ahead.size(), kChunk));
      const uInt offered = stream_->avail_in;
      const int state = inflate(stream_.get(), Z_NO_FLUSH);
      const std::size_t used = offered - stream_->avail_in;
      const std::size_t got = size - stream_->avail_out;
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
        return Broken("broken gzip stream", std::max<std::size_t>(used, 1));
      }
      packed_.Skip(used);
      if (state == Z_STREAM_END) is_in_member_ = false;
      if (got > 0 || !is_in_member_) return got;
    }
  }

  Error Broken(std::string_view what, std::size_t used) {
    packed_.Skip(used);
    is_in_member_ = false;
    is_searching_ = true;
    return {ErrorCode::kCorrupt, std::string(what)};
  }

  ByteWindow packed_;
  std::unique_ptr<z_stream> stream_;
  bool is_in_member_ = false;
  bool is_searching_ = false;  // after an error that was told
};

class ZstdBytes : public ByteSource {
 public:
  explicit ZstdBytes(ByteWindow packed)
      : packed_(std::move(packed)), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {}

  Result<std::size_t> Read(char* into, std::size_t size) override {
    if (is_at_end_) return std::size_t{0};
    while (true) {
      TRY(const std::string_view ahead, packed_.Peek(1));
      if (ahead.empty() && !may_hold_more_) {
        is_at_end_ = true;
        if (left_ == 0) return std::size_t{0};
        return Error{ErrorCode::kCorrupt, "zstd stream ends early"};
      }
      ZSTD_inBuffer input = {ahead.data(), ahead.size(), 0};
      ZSTD_outBuffer output = {into, size, 0};
      left_ = ZSTD_decompressStream(stream_.get(), &output, &input);
      if (ZSTD_isError(left_) != 0) {
        is_at_end_ = true;
        return Error{ErrorCode::kCorrupt,
                     StrCat("broken zstd stream: ", ZSTD_getErrorName(left_))};
      }
      packed_.Skip(input.pos);
      may_hold_more_ = left_ != 0 && output.pos == output.size;
      if (output.pos > 0) return output.pos;
    }
  }

 private:
  ByteWindow packed_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  std::size_t left_ = 1;        // 0: a frame has ended
  bool may_hold_more_ = false;  // unpacked already, beyond what was asked for
  bool is_at_end_ = false;
};

// A window's bytes as a source again.
class PlainBytes : public ByteSource {
 public:
  explicit PlainBytes(ByteWindow bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> Read(char* into, std::size_t size) override {
    TRY(const std::string_view ahead, bytes_.Peek(1));
    const std::size_t taken = ahead.copy(into, size);
    bytes_.Skip(taken);
    return taken;
  }

 private:
  ByteWindow bytes_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> Unpack(std::unique_ptr<ByteSource> packed) {
  ByteWindow window(std::move(packed));
  TRY(const std::string_view head, window.Peek(kZstd.size()));
  if (head.starts_with(kGzip)) {
    auto stream = std::make_unique<z_stream>();
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    if (inflateInit2(stream.get(), kGzipOnly) != Z_OK) {
      return Error{ErrorCode::kUnavailable, "no memory to unpack it"};
    }
    return std::unique_ptr<ByteSource>(
        std::make_unique<GzipBytes>(std::move(window), std::move(stream)));
  }
  if (head.starts_with(kZstd)) {
    return std::unique_ptr<ByteSource>(std::make_unique<ZstdBytes>(std::move(window)));
  }
  return std::unique_ptr<ByteSource>(std::make_unique<PlainBytes>(std::move(window)));
}

}  // namespace entente
