// What a word costs, from raw text to the finished reading, and to the tree alone.
//
// Texts are the examples; for other texts set ENTENTE_BENCH_TEXTS to a folder of plain
// text.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "document/reader.h"
#include "engine/engine.h"

namespace entente {
namespace {

const Engine& SharedEngine() {
  static const Engine engine = [] {
    auto loaded = Engine::Load({.data_dir = ENTENTE_DATA_DIR, .world_dirs = {}});
    if (!loaded) {
      std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
      std::exit(1);
    }
    return std::move(loaded).value();
  }();
  return engine;
}

const std::vector<Document>& Texts() {
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

void CountWords(benchmark::State& state, std::size_t words) {
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}

void BM_Read(benchmark::State& state) {
  const Engine& engine = SharedEngine();
  Workspace workspace;
  std::size_t words = 0;
  for (auto _ : state) {
    for (const Document& document : Texts()) {
      benchmark::DoNotOptimize(engine.Read(document, workspace));
      words += workspace.tokens.size();
    }
  }
  CountWords(state, words);
}
BENCHMARK(BM_Read)->Unit(benchmark::kMillisecond);

void BM_ReadToJson(benchmark::State& state) {
  const Engine& engine = SharedEngine();
  Workspace workspace;
  std::size_t words = 0;
  for (auto _ : state) {
    for (const Document& document : Texts()) {
      const Reading reading = engine.Read(document, workspace);
      benchmark::DoNotOptimize(
          ToJson(document, reading, engine.version(), engine.ontology()));
      words += workspace.tokens.size();
    }
  }
  CountWords(state, words);
}
BENCHMARK(BM_ReadToJson)->Unit(benchmark::kMillisecond);

void BM_Parse(benchmark::State& state) {
  const Engine& engine = SharedEngine();
  Workspace workspace;
  std::size_t words = 0;
  for (auto _ : state) {
    for (const Document& document : Texts()) {
      engine.Parse(document, workspace);
      words += workspace.tokens.size();
    }
  }
  CountWords(state, words);
}
BENCHMARK(BM_Parse)->Unit(benchmark::kMillisecond);

void BM_LoadEngine(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        Engine::Load({.data_dir = ENTENTE_DATA_DIR, .world_dirs = {}}));
  }
}
BENCHMARK(BM_LoadEngine)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
