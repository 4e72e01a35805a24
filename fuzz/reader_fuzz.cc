// The whole way in: content recognised, unpacked, read.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document/reader.h"
#include "document_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto all = entente::ReadDocuments(
      "fuzz", std::move(bytes), {.document_bytes = 1 << 16, .feed_bytes = 1 << 20});
  CHECK(!all.empty());
  for (const auto& each : all) {
    if (each) entente::CheckDocument(*each);
  }
  return 0;
}
