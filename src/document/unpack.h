// Unpack: gzip and zstd streams to bytes, within a limit.
#ifndef ENTENTE_DOCUMENT_UNPACK_H_
#define ENTENTE_DOCUMENT_UNPACK_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

// `bytes` unpacked when they begin as gzip or zstd does, else as they are. Several
// members or frames one after another are joined. Returns kCorrupt for a broken or cut
// stream, kOverBudget when more than `limit_bytes` come out.
Result<std::string> Unpack(std::string bytes, std::size_t limit_bytes);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_UNPACK_H_
