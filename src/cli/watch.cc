#include "cli/watch.h"

#include <poll.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <optional>

#include "base/check.h"
#include "base/json.h"
#include "base/progress.h"
#include "base/strings.h"
#include "cli/inputs.h"
#include "cli/locate.h"
#include "cli/read_run.h"
#include "cli/watch_sources.h"
#include "ledger/ledger.h"

namespace entente {
namespace {

volatile std::sig_atomic_t g_is_stopped = 0;

void Stop(int) { g_is_stopped = 1; }

std::int64_t Now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::string OptionsOf(const WatchCommand& command) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.OptionalField("source", command.source);
  json.Key("watch");
  json.BeginArray();
  for (const std::string& source : command.sources) json.String(source);
  json.EndArray();
  json.EndObject();
  return out;
}

// The documents of one look: of the files first, then of the pages.
class Finds {
 public:
  Finds(const WatchFinds& finds, const ReadOptions& options)
      : finds_(finds), options_(options) {
    if (!finds.files.empty()) files_.emplace(finds.files, options);
  }

  std::optional<Result<Document>> Next() {
    if (files_) {
      if (std::optional<Result<Document>> found = files_->Next()) return found;
      files_.reset();
    }
    while (true) {
      if (page_) {
        if (std::optional<Result<Document>> found = page_->Next()) return found;
        page_.reset();
      }
      if (next_ == finds_.pages.size()) return std::nullopt;
      const FetchedPage& page = finds_.pages[next_++];
      page_.emplace(DocumentStream::Over(page.url, page.body, options_));
    }
  }

 private:
  const WatchFinds& finds_;
  ReadOptions options_;
  std::optional<Inputs> files_;
  std::optional<DocumentStream> page_;
  std::size_t next_ = 0;
};

void Tell(const ReadTally& tally) {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  char clock[32];
  std::strftime(clock, sizeof clock, "%Y-%m-%d %H:%M:%S", &parts);
  std::printf("%s  %s read, %s known before, %s failed\n", clock,
              WithCommas(tally.read).c_str(), WithCommas(tally.known).c_str(),
              WithCommas(tally.failed).c_str());
  std::fflush(stdout);
}

// Reads what one look found into the ledger, which is open only meanwhile.
Status Keep(const WatchCommand& command, const Engine& engine, const WatchFinds& finds,
            bool& has_failed) {
  TRY(Ledger ledger, Ledger::Open(command.ledger));
  const Status begun = ledger.BeginRun(engine.version(), OptionsOf(command));
  if (!begun) return begun;
  ReadOptions options;
  options.source = command.source;
  Finds documents(finds, options);
  ReadRun run(engine,
              {.is_json = false, .is_quiet = true, .style = {}, .jobs = command.jobs},
              &ledger);
  Status kept = run.Read([&] { return documents.Next(); }, [] {}, [] {});
  if (kept) kept = ledger.Finish();
  if (!kept) return kept;
  Tell(run.tally());
  has_failed = has_failed || run.tally().failed > 0;
  return std::monostate{};
}

// Sleeps in pieces, so that a signal is heeded at once.
void Wait(std::int64_t seconds) {
  for (std::int64_t i = 0; i < seconds * 5 && g_is_stopped == 0; ++i) {
    ::poll(nullptr, 0, 200);
  }
}

Status Watch(const WatchCommand& command, bool& has_failed) {
  TRY(const Engine engine, LoadEngine(command.engine));
  TRY(WatchSources sources, WatchSources::Make(command.sources, command.every_s,
                                               {.contact = command.contact}));
  { TRY(const Ledger can_be_written, Ledger::Open(command.ledger)); }
  while (g_is_stopped == 0) {
    const WatchFinds finds = sources.Look(Now(), command.is_once);
    for (const Error& failure : finds.failures) {
      Complain(failure);
      has_failed = true;
    }
    if (!finds.is_empty()) {
      const Status kept = Keep(command, engine, finds, has_failed);
      if (!kept) return kept;
    }
    if (command.is_once) break;
    Wait(std::min<std::int64_t>(command.every_s, 5));
  }
  return std::monostate{};
}

}  // namespace

int Run(const WatchCommand& command) {
  std::signal(SIGINT, Stop);
  std::signal(SIGTERM, Stop);
  bool has_failed = false;
  const Status done = Watch(command, has_failed);
  if (!done) {
    Complain(done.error());
    return kSomeFailed;
  }
  return command.is_once && has_failed ? kSomeFailed : kDone;
}

}  // namespace entente
