// How fast names are found and how long the world file takes to load.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "base/strings.h"
#include "world/world.h"
#include "world/world_builder.h"

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

TokenTable Tokens(const std::string& text) {
  TokenTable tokens;
  for (const std::string_view word : SplitBlank(text)) {
    const auto begin = static_cast<std::uint32_t>(word.data() - text.data());
    tokens.span.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
    tokens.flags.push_back(kSpaceBefore);
  }
  tokens.sentences.push_back({0, static_cast<std::uint32_t>(tokens.size()), 0});
  return tokens;
}

TokenTable Repeat(std::string& text, int times) {
  for (int i = 0; i < times; ++i) text += kText;
  return Tokens(text);
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

// A world file of our own making: 600,000 actors with four names each, of one to four
// words that share their beginnings, as names do.
class LargeWorld {
 public:
  static constexpr std::uint32_t kActors = 600'000;
  static constexpr std::uint32_t kNamesEach = 4;

  LargeWorld()
      : folder_(std::filesystem::temp_directory_path() /
                StrCat("entente_bench_", ::getpid())) {
    namespace fs = std::filesystem;
    fs::create_directories(folder_);
    fs::create_directory_symlink(fs::path(ENTENTE_DATA_DIR) / "world",
                                 folder_ / "world");
    WorldBuilder builder;
    for (std::uint32_t i = 0; i < kActors; ++i) AddActor(i, builder);
    std::ofstream(folder_ / "world.bin", std::ios::binary) << builder.Finish();
  }
  ~LargeWorld() {
    std::error_code ignored;  // a folder left behind in /tmp does no harm
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string folder() const { return folder_; }

  // A text in which one word in five begins a name of the index.
  std::string Text(std::uint32_t words) {
    constexpr std::string_view kPlain[] = {"the",    "ministers", "said",   "on",
                                           "Monday", "that",      "rebels", "near"};
    std::string text;
    for (std::uint32_t i = 0; i < words; ++i) {
      text += i % 5 == 0 ? names_[random_() % names_.size()]
                         : std::string(kPlain[random_() % 8]);
      text += ' ';
    }
    return text;
  }

 private:
  std::string Word() {
    constexpr std::string_view kSyllables[] = {"ka",  "ro", "min", "tel", "va",  "shu",
                                               "ber", "no", "li",  "dar", "gho", "pe",
                                               "zan", "wi", "so",  "ram"};
    std::string word;
    for (int i = 0; i < 3; ++i) word += kSyllables[random_() % 16];
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  }

  void AddActor(std::uint32_t i, WorldBuilder& builder) {
    const std::uint32_t tenure = builder.Add(TenureRecord{});
    const std::uint32_t index = builder.Add(
        ActorRecord{builder.String(StrCat("x", i)), builder.String(""), 0, tenure, 1});
    for (std::uint32_t k = 0; k < kNamesEach; ++k) {
      std::string name = Word();
      for (std::uint32_t word = 0; word < k; ++word) name += StrCat(" ", Word());
      if (k == 0) name += StrCat(" ", Word(), Word());
      builder.AddName(name, {EntryKind::kActor, 0, index});
      if (i % 64 == 0) names_.push_back(name);
    }
  }

  std::filesystem::path folder_;
  std::mt19937 random_{1};
  std::vector<std::string> names_;
};

// 2.4 million names: the bar is a microsecond a word.
void MatchWordsOfMillions(benchmark::State& state) {
  static LargeWorld large;
  const auto world = World::Load(large.folder());
  if (!world) {
    state.SkipWithError(world.error().message.c_str());
    return;
  }
  const std::string text = large.Text(100'000);
  const TokenTable tokens = Tokens(text);
  NameHits hits;
  for (auto _ : state) {
    world->Match(text, tokens, hits);
    benchmark::DoNotOptimize(hits.hits.data());
  }
  const auto words = static_cast<double>(tokens.size());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words));
  state.counters["names"] = LargeWorld::kActors * LargeWorld::kNamesEach;
  state.counters["hits_per_word"] = static_cast<double>(hits.hits.size()) / words;
}
BENCHMARK(MatchWordsOfMillions)->Unit(benchmark::kMillisecond);

void LoadWorld(benchmark::State& state) {
  for (auto _ : state) {
    const auto world = World::Load(ENTENTE_DATA_DIR);
    benchmark::DoNotOptimize(world.has_value());
  }
}
BENCHMARK(LoadWorld);

}  // namespace
}  // namespace entente
