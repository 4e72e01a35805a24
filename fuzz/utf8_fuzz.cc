// Decoding and encoding agree; the validator accepts exactly what decodes.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t bad = entente::FirstInvalidUtf8(text);
  CHECK(bad <= size);
  std::string copy;
  for (std::size_t at = 0; at < bad;) {
    const entente::CodePoint point = entente::DecodeUtf8(text, at);
    entente::AppendUtf8(copy, point.value);
    at += point.size;
  }
  CHECK(copy == text.substr(0, bad));
  if (bad < size) CHECK(entente::DecodeUtf8(text, bad).size == 1);
  return 0;
}
