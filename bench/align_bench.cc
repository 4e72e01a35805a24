// What alignment costs at ten million rows: all pairs of 500 actors by month, one pair
// with its common thirds, and opening the file that keeps a ledger's evidence.
//
// ENTENTE_BENCH_EVENTS sets the number of rows. They are made up: 500 countries, busier
// ones more often, twenty years of days, fifteen types, three hundred sources.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "align/evidence_file.h"
#include "align/evidence_storage.h"
#include "align/network.h"
#include "align/pair.h"
#include "align/series.h"
#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::uint32_t kActors = 500;
constexpr std::uint32_t kDays = 7300;
constexpr std::array<float, 15> kScores = {2.5F, 4,  5,  9.5F,  10, -1,    -2, -3,
                                           -4,   -5, -6, -6.5F, -7, -8.5F, -9};

class Maker {
 public:
  std::uint32_t Below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(Mix64(++state_) % bound);
  }
  std::uint32_t Actor() {
    const double share = static_cast<double>(Mix64(++state_) >> 11) * 0x1p-53;
    return static_cast<std::uint32_t>(share * share * kActors);
  }

 private:
  std::uint64_t state_ = 0;
};

std::string CodeOf(std::uint32_t number) {
  std::string code(3, 'A');
  for (char& letter : code) {
    letter = static_cast<char>('A' + number % 26);
    number /= 26;
  }
  return code;
}

Quad QuadOf(std::size_t type) {
  return type < 3   ? Quad::kVerbalCooperation
         : type < 5 ? Quad::kMaterialCooperation
         : type < 9 ? Quad::kVerbalConflict
                    : Quad::kMaterialConflict;
}

EvidenceTable MakeTable(std::size_t rows) {
  EvidenceTable table;
  const auto storage = std::make_shared<EvidenceStorage>();
  table.kinds = {"country"};
  table.regions = {""};
  table.pools.assign(1, {});
  for (std::size_t i = 0; i < kScores.size(); ++i) {
    table.types.push_back(StrCat("TYPE", i));
  }
  for (std::uint32_t i = 0; i < kActors; ++i) {
    const std::string code = CodeOf(i);
    table.codes.push_back({code, code, "", ""});
    const std::uint32_t at = storage->AddText(code);
    storage->parties.push_back(
        {.name = at, .name_size = 3, .code = i, .kind = 0, .actor = i});
    storage->actors.push_back({.key = at, .key_size = 3, .label = at, .label_size = 3});
  }
  Maker maker;
  while (storage->rows.size() < rows) {
    EvidenceRow row;
    row.from = maker.Actor();
    row.to = maker.Actor();
    if (row.from == row.to) continue;
    row.number = static_cast<std::uint32_t>(storage->rows.size());
    row.reading = row.number / 10;
    row.day = 12'000 + static_cast<std::int32_t>(maker.Below(kDays));
    row.source = maker.Below(300);
    row.type = static_cast<std::uint16_t>(maker.Below(kScores.size()));
    row.score = kScores[row.type];
    row.quad = QuadOf(row.type);
    row.is_claimed = maker.Below(4) == 0;
    if (row.is_claimed) row.claimant = maker.Actor();
    ++storage->actors[row.from].rows;
    ++storage->actors[row.to].rows;
    table.last_day = std::max(table.last_day, row.day);
    storage->rows.push_back(row);
  }
  storage->BuildArcs();
  Adopt(storage, table);
  return table;
}

const EvidenceTable& Table() {
  static const EvidenceTable table = [] {
    const char* count = std::getenv("ENTENTE_BENCH_EVENTS");
    return MakeTable(count == nullptr ? 1'000'000
                                      : static_cast<std::size_t>(std::atoll(count)));
  }();
  return table;
}

const AlignSettings& Settings() {
  static const AlignSettings settings = [] {
    Result<AlignSettings> read = AlignSettings::Read(ENTENTE_DATA_DIR "/alignment");
    CHECK(read);
    return std::move(read).value();
  }();
  return settings;
}

// Posterior mean and acts of every pair in every month.
void AlignAllPairsByMonth(benchmark::State& state) {
  const EvidenceTable& table = Table();
  std::size_t steps = 0;
  for (auto _ : state) {
    steps = 0;
    const std::vector<std::uint32_t> actors = BusiestActors(table, kActors);
    const Units units = Collapse(table, Settings(), TagAll(table, actors, {}), {});
    std::uint32_t last = 0;
    for (std::uint32_t first = 0; first < units.units.size(); first = last) {
      for (last = first; last < units.units.size() &&
                         units.units[last].pair == units.units[first].pair;) {
        ++last;
      }
      const auto months = SumByStep(units, first, last, Step::kMonth, 0.5);
      steps += months.size();
      benchmark::DoNotOptimize(months.data());
    }
  }
  state.counters["rows"] = static_cast<double>(table.rows.size());
  state.counters["pair_months"] = static_cast<double>(steps);
}
BENCHMARK(AlignAllPairsByMonth)->Unit(benchmark::kMillisecond)->Iterations(1);

void AlignOnePair(benchmark::State& state) {
  const EvidenceTable& table = Table();
  for (auto _ : state) {
    const auto a = FindParties(table, Settings(), nullptr, CodeOf(20));
    const auto b = FindParties(table, Settings(), nullptr, CodeOf(80));
    CHECK(a && b);
    const PairView view = ViewPair(table, Settings(), *a, *b, {});
    benchmark::DoNotOptimize(view.whole.masses.plus);
  }
}
BENCHMARK(AlignOnePair)->Unit(benchmark::kMillisecond);

void AlignCommonThirds(benchmark::State& state) {
  const EvidenceTable& table = Table();
  for (auto _ : state) {
    const auto a = FindParties(table, Settings(), nullptr, CodeOf(20));
    const auto b = FindParties(table, Settings(), nullptr, CodeOf(80));
    CHECK(a && b);
    const CommonView view = ViewCommon(table, Settings(), *a, *b, {});
    benchmark::DoNotOptimize(view.adversaries.data());
  }
}
BENCHMARK(AlignCommonThirds)->Unit(benchmark::kMillisecond);

void AlignOpenKeptEvidence(benchmark::State& state) {
  const std::string path =
      (std::filesystem::temp_directory_path() / "entente_bench.align").string();
  CHECK(SaveEvidence(Table(), 1, path));
  for (auto _ : state) {
    const Result<EvidenceTable> table = MapEvidence(path, 1);
    CHECK(table);
    const auto a = FindParties(*table, Settings(), nullptr, CodeOf(20));
    const auto b = FindParties(*table, Settings(), nullptr, CodeOf(80));
    CHECK(a && b);
    const PairView view = ViewPair(*table, Settings(), *a, *b, {});
    benchmark::DoNotOptimize(view.whole.masses.plus);
  }
  std::filesystem::remove(path);
}
BENCHMARK(AlignOpenKeptEvidence)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
