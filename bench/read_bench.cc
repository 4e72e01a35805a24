// What a word costs, from raw text to the finished reading, and to the tree alone.
//
// Texts are the examples; for other texts set ENTENTE_BENCH_TEXTS to a folder of plain
// text.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench_texts.h"
#include "engine/engine.h"
#include "meaning/clause_builder.h"
#include "meaning/event_coder.h"

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

void CountWords(benchmark::State& state, std::size_t words) {
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}

void BM_Read(benchmark::State& state) {
  const Engine& engine = SharedEngine();
  Workspace workspace;
  std::size_t words = 0;
  for (auto _ : state) {
    for (const Document& document : BenchTexts()) {
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
    for (const Document& document : BenchTexts()) {
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
    for (const Document& document : BenchTexts()) {
      engine.Parse(document, workspace);
      words += workspace.tokens.size();
    }
  }
  CountWords(state, words);
}
BENCHMARK(BM_Parse)->Unit(benchmark::kMillisecond);

// What one sentence costs once it is parsed: clauses and events alone.
void BM_CodeEvents(benchmark::State& state) {
  const Engine& engine = SharedEngine();
  std::vector<Workspace> workspaces(BenchTexts().size());
  for (std::size_t i = 0; i < workspaces.size(); ++i) {
    engine.Analyse(BenchTexts()[i], workspaces[i]);
  }
  std::size_t sentences = 0;
  for (auto _ : state) {
    for (Workspace& workspace : workspaces) {
      Analysis& analysis = workspace.analysis;
      analysis.clauses = engine.clauses().Build(analysis.text(), *analysis.tokens,
                                                *analysis.syntax, analysis.tree);
      benchmark::DoNotOptimize(engine.events().Code(analysis));
      sentences += workspace.tokens.sentences.size();
    }
  }
  state.counters["sentences/s"] =
      benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_CodeEvents)->Unit(benchmark::kMillisecond);

// All that follows the parse: names, actors, times, places, statements, events,
// stances.
void BM_AfterParse(benchmark::State& state) {
  const Engine& engine = SharedEngine();
  Workspace workspace;
  std::size_t sentences = 0;
  using Clock = std::chrono::steady_clock;
  for (auto _ : state) {
    std::chrono::duration<double> spent{0};
    for (const Document& document : BenchTexts()) {
      const auto begin = Clock::now();
      engine.Parse(document, workspace);
      const auto parsed = Clock::now();
      benchmark::DoNotOptimize(engine.Read(document, workspace));
      spent += (Clock::now() - parsed) - (parsed - begin);
      sentences += workspace.tokens.sentences.size();
    }
    state.SetIterationTime(spent.count());
  }
  state.counters["sentences/s"] =
      benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_AfterParse)->Unit(benchmark::kMillisecond)->UseManualTime();

void BM_LoadEngine(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        Engine::Load({.data_dir = ENTENTE_DATA_DIR, .world_dirs = {}}));
  }
}
BENCHMARK(BM_LoadEngine)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
