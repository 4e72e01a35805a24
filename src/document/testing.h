// What several tests of this layer need.
#ifndef ENTENTE_DOCUMENT_TESTING_H_
#define ENTENTE_DOCUMENT_TESTING_H_

#include <zlib.h>

#include <string>
#include <string_view>

#include "base/check.h"

namespace entente {

// One member, as gzip writes it.
inline std::string Gzip(std::string_view bytes) {
  std::string in(bytes);
  std::string out(bytes.size() + 128, '\0');
  z_stream stream = {};
  CHECK(deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_TESTING_H_
