// How fast names are found and how long the world file takes to load.
#include <benchmark/benchmark.h>

#include <string>

#include "base/strings.h"
#include "world/world.h"

namespace entente {
namespace {

constexpr std::string_view kText =
    "Russian Foreign Minister Sergei Lavrov met with his Turkish counterpart in Moscow "
    "on Friday "
    "to discuss the fighting in Idlib , where government forces backed by Hezbollah "
    "have taken "
    "several villages from rebels of Hayat Tahrir al-Sham near the border with Turkey "
    ", the "
    "foreign ministry said . ";

TokenTable Repeat(std::string& text, int times) {
  TokenTable tokens;
  for (int i = 0; i < times; ++i) text += kText;
  for (const std::string_view word : SplitBlank(text)) {
    const auto begin = static_cast<std::uint32_t>(word.data() - text.data());
    tokens.span.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
    tokens.flags.push_back(kSpaceBefore);
  }
  tokens.sentences.push_back({0, static_cast<std::uint32_t>(tokens.size()), 0});
  return tokens;
}

void MatchWords(benchmark::State& state) {
  const auto world = World::Load(ENTENTE_DATA_DIR);
  if (!world) {
    state.SkipWithError(world.error().message.c_str());
    return;
  }
  std::string text;
  const TokenTable tokens = Repeat(text, 200);
  NameHits hits;
  for (auto _ : state) {
    world->Match(text, tokens, hits);
    benchmark::DoNotOptimize(hits.hits.data());
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(tokens.size()));
}
BENCHMARK(MatchWords);

void LoadWorld(benchmark::State& state) {
  for (auto _ : state) {
    const auto world = World::Load(ENTENTE_DATA_DIR);
    benchmark::DoNotOptimize(world.has_value());
  }
}
BENCHMARK(LoadWorld);

}  // namespace
}  // namespace entente
