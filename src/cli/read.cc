// entente read: documents in, a brief or one JSON object each out, in input order.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "base/check.h"
#include "base/json.h"
#include "base/strings.h"
#include "cli/brief.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/locate.h"
#include "engine/batch.h"
#include "ledger/ledger.h"

namespace entente {
namespace {

struct Answer {
  std::string out = {};  // for stdout
  std::string complaint = {};
  // For the ledger, where one is kept.
  std::optional<Document> document = {};
  std::optional<Reading> reading = {};
  bool is_known = false;  // to the ledger: not read again
};

Answer Read(const Engine& engine, Workspace& workspace, const ReadCommand& command,
            PageStyle style, const Ledger* ledger, Result<Document> input) {
  Answer answer;
  if (!input) {
    answer.complaint = input.error().message;
    return answer;
  }
  if (ledger != nullptr && command.is_quiet && ledger->Has(KeyOf(*input))) {
    answer.is_known = true;
    return answer;
  }
  Reading reading = engine.Read(*input, workspace);
  if (command.is_quiet) {
    // Only the ledger wants it.
  } else if (command.is_json) {
    answer.out = ToJson(*input, reading, engine.version(), engine.ontology()) + "\n";
  } else {
    answer.out = Brief(*input, reading, engine.ontology(), style);
  }
  if (ledger != nullptr) {
    answer.document = std::move(input).value();
    answer.reading = std::move(reading);
  }
  return answer;
}

// What goes to the ledger of one answer.
Status Keep(const Answer& answer, const Engine& engine, Ledger& ledger) {
  if (!answer.complaint.empty()) return ledger.AddFailure(answer.complaint);
  if (answer.is_known) {
    ledger.CountKnown();
    return std::monostate{};
  }
  return ledger.Add(*answer.document, *answer.reading, engine.ontology());
}

// The options that decide what is read how, as JSON.
std::string OptionsOf(const ReadCommand& command) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.OptionalField("date", command.date);
  json.OptionalField("source", command.source);
  json.Key("files");
  json.BeginArray();
  for (const std::string& file : command.files) json.String(file);
  json.EndArray();
  json.Key("world");
  json.BeginArray();
  for (const std::string& folder : command.engine.world_dirs) json.String(folder);
  json.EndArray();
  json.EndObject();
  return out;
}

Result<std::optional<Ledger>> OpenLedger(const ReadCommand& command,
                                         const Engine& engine) {
  if (command.ledger.empty()) return std::optional<Ledger>();
  TRY(Ledger ledger, Ledger::Open(command.ledger));
  const Status begun = ledger.BeginRun(engine.version(), OptionsOf(command));
  if (!begun) return begun.error();
  return std::optional<Ledger>(std::move(ledger));
}

// "12,345 documents" on stderr while a long run lasts, where somebody looks at a
// terminal.
class Progress {
 public:
  Progress()
      : is_shown_(::isatty(STDERR_FILENO) != 0 && ::isatty(STDOUT_FILENO) == 0) {}
  ~Progress() {
    if (is_drawn_) std::fputs("\r\x1b[K", stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Step() {
    constexpr std::size_t kEvery = 64;
    if (!is_shown_ || ++count_ % kEvery != 0) return;
    std::fprintf(stderr, "\r%zu documents read", count_);
    is_drawn_ = true;
  }

 private:
  const bool is_shown_;
  bool is_drawn_ = false;
  std::size_t count_ = 0;
};

}  // namespace

int Run(const ReadCommand& command) {
  ReadOptions options;
  options.source = command.source;
  if (!command.date.empty()) {
    options.date = ParseIsoDate(command.date);
    if (!options.date) {
      Complain({ErrorCode::kInvalid,
                StrCat("--date ", command.date, ": not a day of the form YYYY-MM-DD")});
      return kWrongUsage;
    }
  }
  if (command.files.empty() && ::isatty(STDIN_FILENO) != 0) {
    std::fputs("entente: reading from the keyboard; end with Ctrl-D\n", stderr);
  }
  const Result<Engine> engine = LoadEngine(command.engine);
  if (!engine) {
    Complain(engine.error());
    return kSomeFailed;
  }
  const PageStyle style = StyleOfStdout(command.width);
  const unsigned threads = command.jobs != 0
                               ? command.jobs
                               : std::max(1U, std::thread::hardware_concurrency());
  Result<std::optional<Ledger>> opened = OpenLedger(command, *engine);
  if (!opened) {
    Complain(opened.error());
    return kSomeFailed;
  }
  std::optional<Ledger> ledger = std::move(opened).value();
  Status kept = std::monostate{};
  Inputs inputs(command.files, options);
  Progress progress;
  bool has_failed = false;
  RunInOrder<Result<Document>, Answer>(
      {.threads = threads},
      [&]() -> std::optional<Result<Document>> {
        if (!kept) return std::nullopt;  // the ledger takes no more
        return inputs.Next();
      },
      [&] {
        const auto workspace = std::make_shared<Workspace>();
        return [&, workspace](Result<Document> input) {
          return Read(*engine, *workspace, command, style, ledger ? &*ledger : nullptr,
                      std::move(input));
        };
      },
      [&](const Answer& answer) {
        std::fwrite(answer.out.data(), 1, answer.out.size(), stdout);
        if (!answer.complaint.empty()) {
          Complain({ErrorCode::kInvalid, answer.complaint});
          has_failed = true;
        }
        if (ledger && kept) kept = Keep(answer, *engine, *ledger);
        progress.Step();
      });
  if (ledger && kept) kept = ledger->Finish();
  if (!kept) {
    Complain(kept.error());
    return kSomeFailed;
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    Complain({ErrorCode::kUnavailable, "standard output: could not be written"});
    return kSomeFailed;
  }
  return has_failed ? kSomeFailed : kDone;
}

}  // namespace entente
