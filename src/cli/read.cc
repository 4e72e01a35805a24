// entente read: documents in, a brief or one JSON object each out, in input order.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "base/strings.h"
#include "cli/brief.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/locate.h"
#include "engine/batch.h"

namespace entente {
namespace {

struct Answer {
  std::string out;  // for stdout
  std::string complaint;
};

Answer Read(const Engine& engine, Workspace& workspace, const ReadCommand& command,
            PageStyle style, const Result<Document>& input) {
  if (!input) return {.out = "", .complaint = input.error().message};
  const Reading reading = engine.Read(*input, workspace);
  if (!command.is_json) {
    return {.out = Brief(*input, reading, engine.ontology(), style), .complaint = ""};
  }
  return {.out = ToJson(*input, reading, engine.version(), engine.ontology()) + "\n",
          .complaint = ""};
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
  Inputs inputs(command.files, options);
  Progress progress;
  bool has_failed = false;
  RunInOrder<Result<Document>, Answer>(
      {.threads = threads}, [&] { return inputs.Next(); },
      [&] {
        const auto workspace = std::make_shared<Workspace>();
        return [&, workspace](const Result<Document>& input) {
          return Read(*engine, *workspace, command, style, input);
        };
      },
      [&](const Answer& answer) {
        std::fwrite(answer.out.data(), 1, answer.out.size(), stdout);
        if (!answer.complaint.empty()) {
          Complain({ErrorCode::kInvalid, answer.complaint});
          has_failed = true;
        }
        progress.Step();
      });
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    Complain({ErrorCode::kUnavailable, "standard output: could not be written"});
    return kSomeFailed;
  }
  return has_failed ? kSomeFailed : kDone;
}

}  // namespace entente
