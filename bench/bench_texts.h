// BenchTexts: the documents that benchmarks read: the examples, or the plain text files
// of the folder that ENTENTE_BENCH_TEXTS names.
#ifndef ENTENTE_BENCH_BENCH_TEXTS_H_
#define ENTENTE_BENCH_BENCH_TEXTS_H_

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "document/reader.h"

namespace entente {

inline const std::vector<Document>& BenchTexts() {
  static const std::vector<Document> documents = [] {
    const char* folder = std::getenv("ENTENTE_BENCH_TEXTS");
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(
             folder != nullptr
                 ? std::filesystem::path(folder)
                 : std::filesystem::path(ENTENTE_SOURCE_DIR) / "examples")) {
      files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Document> texts;
    for (const std::string& file : files) {
      auto bytes = ReadFile(file);
      if (!bytes) continue;
      for (auto& document : ReadDocuments(file, std::move(bytes).value(), {})) {
        if (document) texts.push_back(std::move(document).value());
      }
    }
    return texts;
  }();
  return documents;
}

}  // namespace entente

#endif  // ENTENTE_BENCH_BENCH_TEXTS_H_
