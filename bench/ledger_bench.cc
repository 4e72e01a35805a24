// What a question to a ledger costs: open the file, ask, take every row.
//
// The ledger is ENTENTE_BENCH_LEDGER; where that does not exist it is made, of
// ENTENTE_BENCH_EVENTS synthetic events (default: 100,000 in the temporary folder).
// Ten million take 10 GB and some minutes to make.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/check.h"
#include "ledger/ask.h"
#include "ledger/row_id.h"
#include "synthetic_ledger.h"

namespace entente {
namespace {

std::string MakeBenchLedger() {
  const char* named = std::getenv("ENTENTE_BENCH_LEDGER");
  const char* count = std::getenv("ENTENTE_BENCH_EVENTS");
  const std::int64_t events = count == nullptr ? 100'000 : std::atoll(count);
  std::string path =
      named != nullptr
          ? std::string(named)
          : (std::filesystem::temp_directory_path() / "entente_bench.ledger").string();
  if (!std::filesystem::exists(path)) {
    const Status made = SyntheticLedger::Write(path, events);
    if (!made) {
      std::fprintf(stderr, "%s\n", made.error().message.c_str());
      std::exit(1);
    }
  }
  return path;
}

const std::string& BenchLedger() {
  static const std::string path = MakeBenchLedger();
  return path;
}

Result<std::int64_t> Ask(const AskFilters& filters) {
  TRY(const Database database, Database::Open(BenchLedger(), Database::Access::kRead));
  TRY(Query query, PrepareAsk(database, filters));
  std::int64_t rows = 0;
  while (true) {
    TRY(const bool more, query.Step());
    if (!more) return rows;
    for (int i = 0; i < query.columns(); ++i) benchmark::DoNotOptimize(query.Text(i));
    ++rows;
  }
}

void BM_Ask(benchmark::State& state, const AskFilters& filters) {
  BenchLedger();
  std::int64_t rows = 0;
  for (auto _ : state) {
    const Result<std::int64_t> asked = Ask(filters);
    if (!asked) {
      state.SkipWithError(asked.error().message.c_str());
      return;
    }
    rows = *asked;
  }
  state.counters["rows"] = static_cast<double>(rows);
}

// The most frequent country, a rare one, both; names; and all together.
#define ASK(name, ...) \
  BENCHMARK_CAPTURE(BM_Ask, name, AskFilters __VA_ARGS__)->Unit(benchmark::kMillisecond)
ASK(all, {});
ASK(newest, {.is_newest_first = true});
ASK(frequent_actor, {.actor = "AAD"});
ASK(frequent_actor_newest, {.actor = "AAD", .is_newest_first = true});
ASK(actor_code, {.actor = "AAD GOV"});
ASK(rare_actor, {.actor = "ZBE"});
ASK(dyad, {.actor = "AAD", .recipient = "HAD"});
ASK(dyad_with_itself, {.actor = "AAD", .recipient = "AAD", .type = "ASSAULT"});
ASK(rare_dyad, {.actor = "AAD", .recipient = "ZBE"});
ASK(dyad_type_days, {.actor = "AAD",
                     .recipient = "HAD",
                     .type = "AID",
                     .since = "2010-01-01",
                     .until = "2010-12-31"});
ASK(name_part, {.actor = "mirkalo"});
ASK(frequent_name, {.actor = "land of"});
ASK(type, {.type = "COERCE"});
ASK(type_days, {.type = "COERCE", .since = "2015-03-01", .until = "2015-03-07"});
ASK(days, {.since = "2015-03-01", .until = "2015-03-07"});
ASK(place_country, {.place = "AAD"});
ASK(place_part, {.place = "mirkalo"});
ASK(common_text, {.text = "kakakaka"});
ASK(rare_text, {.text = "kalomirtan vekanira"});
ASK(where, {.actor = "AAD", .where = {"modality=planned"}});
ASK(statements, {.rows = AskRows::kStatements, .actor = "AAD"});
ASK(statements_name, {.rows = AskRows::kStatements, .actor = "mirkalo"});
ASK(stances, {.rows = AskRows::kStances, .actor = "AAD", .recipient = "HAD"});
ASK(documents, {.rows = AskRows::kDocuments, .since = "2015-03-01"});
ASK(reported, {.rows = AskRows::kReported, .actor = "AAD"});
ASK(one_a_day,
    {.rows = AskRows::kOneADay, .since = "2015-03-01", .until = "2015-03-07"});
ASK(stories, {.rows = AskRows::kStories});
ASK(copies, {.rows = AskRows::kCopies});
ASK(revisions, {.rows = AskRows::kRevisions});
ASK(runs, {.rows = AskRows::kRuns});
#undef ASK

// The lookup that `why` begins with.
void BM_FindRow(benchmark::State& state) {
  const auto opened = Database::Open(BenchLedger(), Database::Access::kRead);
  AskFilters filters;
  filters.limit = 1;
  std::string row;
  if (opened) {
    Result<Query> asked = PrepareAsk(*opened, filters);
    if (asked) {
      Query query = std::move(asked).value();
      if (query.Step()) row = query.Text(0);
    }
  }
  for (auto _ : state) {
    const Result<RowPlace> place = FindRow(*opened, row);
    if (!place) state.SkipWithError(place.error().message.c_str());
  }
}
BENCHMARK(BM_FindRow)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente
