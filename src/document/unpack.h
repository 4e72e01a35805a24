// Unpack: gzip and zstd streams to bytes, a chunk at a time.
#ifndef ENTENTE_DOCUMENT_UNPACK_H_
#define ENTENTE_DOCUMENT_UNPACK_H_

#include <memory>

#include "base/result.h"
#include "document/byte_source.h"

namespace entente {

// `packed` unpacked when it begins as gzip or zstd does, else as it is. Several members
// or frames one after another are joined. Read gives kCorrupt for a broken or cut
// stream; asked again, gzip goes on at the next member that can be found, which is how
// an archive with a member a record (WARC) loses no more than what is broken.
Result<std::unique_ptr<ByteSource>> Unpack(std::unique_ptr<ByteSource> packed);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_UNPACK_H_
