// What a word costs in each stage from raw text to the tree, in nanoseconds and in
// bytes of weights that must pass through the processor, beside what the machine's
// memory could deliver.
//
// Texts are the examples; for other texts set ENTENTE_BENCH_TEXTS to a folder of plain
// text.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench_texts.h"
#include "engine/workspace.h"
#include "syntax/model.h"
#include "syntax/stage_times.h"
#include "text/tokenizer.h"

namespace entente {
namespace {

const SyntaxModel& Model() {
  static const SyntaxModel model = [] {
    auto opened = SyntaxModel::Open(std::string(ENTENTE_DATA_DIR) + "/english.model");
    if (!opened) std::abort();
    return std::move(opened).value();
  }();
  return model;
}

const Tokenizer& Words() {
  static const Tokenizer tokenizer = [] {
    auto loaded = Tokenizer::Load(std::string(ENTENTE_DATA_DIR) + "/lexicon");
    if (!loaded) std::abort();
    return std::move(loaded).value();
  }();
  return tokenizer;
}

void BM_Tokenize(benchmark::State& state) {
  TokenTable tokens;
  std::size_t words = 0, bytes = 0;
  for (auto _ : state) {
    for (const Document& document : BenchTexts()) {
      Words().Tokenize(document, tokens);
      words += tokens.size();
      bytes += document.text.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Tokenize)->Unit(benchmark::kMillisecond);

// One counter a stage: nanoseconds a word.
void BM_SyntaxStages(benchmark::State& state) {
  std::vector<TokenTable> tables;
  for (const Document& document : BenchTexts()) {
    Words().Tokenize(document, tables.emplace_back());
  }
  StageTimes times;
  SyntaxWorkspace workspace;
  workspace.TakeTimes(&times);
  std::size_t words = 0;
  for (auto _ : state) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      benchmark::DoNotOptimize(
          &Model().Analyse(BenchTexts()[i].text, tables[i], workspace));
      words += tables[i].size();
    }
  }
  const auto all = static_cast<double>(words);
  for (std::size_t i = 0; i < kSyntaxStageCount; ++i) {
    state.counters[std::string(kSyntaxStageNames[i])] =
        static_cast<double>(times.spent[i].count()) / all;
  }
  state.counters["words/chunk"] = all / static_cast<double>(times.chunks);
  state.counters["words/s"] = benchmark::Counter(all, benchmark::Counter::kIsRate);
}
BENCHMARK(BM_SyntaxStages)->Unit(benchmark::kMillisecond);

// The weights of all layers pass by once a chunk of about a hundred words: this is how
// fast this machine reads that many bytes from its cache, and a set far beyond it.
void BM_ReadMemory(benchmark::State& state) {
  const std::vector<std::uint64_t> data(static_cast<std::size_t>(state.range(0)) / 8,
                                        1);
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const std::uint64_t value : data) sum += value;
    benchmark::DoNotOptimize(sum);
  }
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_ReadMemory)->Arg(1 << 21)->Arg(1 << 28);

}  // namespace
}  // namespace entente
