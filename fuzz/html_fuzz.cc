#include <cstddef>
#include <cstdint>
#include <string>

#include "document/html.h"
#include "document_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page(reinterpret_cast<const char*>(data), size);
  if (entente::FirstInvalidUtf8(page) < page.size()) return 0;
  const auto read = entente::ReadHtml(page);
  if (read) entente::CheckDocument(*read);
  return 0;
}
