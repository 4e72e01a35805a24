#include <cstddef>
#include <cstdint>
#include <string>

#include "document/json_lines.h"
#include "document_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto lines = entente::ReadJsonLines(
      entente::ByteWindow(entente::BytesOf(bytes)), std::size_t{1} << 20);
  while (const auto each = lines->Next()) {
    if (each->document) entente::CheckDocument(*each->document);
  }
  return 0;
}
