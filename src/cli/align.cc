// entente align: who stands with whom, from a ledger or from news read on the spot.
#include "cli/align.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

#include "align/evidence_file.h"
#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "cli/inputs.h"
#include "cli/locate.h"
#include "ledger/ledger.h"

namespace entente {
namespace {

struct Task {
  std::string view = {};  // pair, actor, common, camps, changes
  std::vector<std::string> names = {};
  std::vector<std::string> files = {};
};

struct ViewShape {
  std::string_view name;
  std::size_t names;
};
constexpr std::array<ViewShape, 5> kViews = {
    {{"pair", 2}, {"actor", 1}, {"common", 2}, {"camps", 0}, {"changes", 0}}};

const ViewShape* FindView(std::string_view word) {
  for (const ViewShape& view : kViews) {
    if (view.name == word) return &view;
  }
  return nullptr;
}

Error Usage(std::string_view why) {
  return {ErrorCode::kInvalid, StrCat("align: ", why, "; see 'entente align --help'")};
}

// The form with options, as other programs use it: LEDGER --pair A B.
Task TaskOfOptions(const AlignCommand& command) {
  Task task{.files = command.words};
  if (!command.pair.empty()) {
    task.view = command.shows_changes ? "changes" : "pair";
    task.names = command.pair;
  } else if (!command.actor.empty()) {
    task.view = "actor";
    task.names = {command.actor};
  } else if (!command.common.empty()) {
    task.view = "common";
    task.names = command.common;
  } else if (command.shows_camps || command.shows_changes) {
    task.view = command.shows_camps ? "camps" : "changes";
  }
  return task;
}

// The form of words: LEDGER pair A B, or pair A B FILE...
Result<Task> TaskOfWords(const std::vector<std::string>& words) {
  const bool has_file_first = FindView(words[0]) == nullptr;
  const std::size_t at = has_file_first ? 1 : 0;
  if (words.size() <= at)
    return Usage("what is asked? pair, actor, common, camps, changes");
  const ViewShape* view = FindView(words[at]);
  if (view == nullptr) return Usage(StrCat(words[at], ": no such view"));
  std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                words.end());
  std::size_t names = view->names;
  const std::size_t files = has_file_first ? 0 : 1;
  if (view->name == "changes" && rest.size() >= 2 + files) names = 2;
  if (rest.size() < names + files) {
    return Usage(StrCat(view->name, " wants ", names, names == 1 ? " name" : " names",
                        files == 0 ? "" : " and a ledger or news files"));
  }
  if (has_file_first && rest.size() > names) {
    return Usage(StrCat(rest[names], ": one word too many"));
  }
  const auto cut = rest.begin() + static_cast<std::ptrdiff_t>(names);
  Task task{.view = std::string(view->name), .names = {rest.begin(), cut}};
  task.files = has_file_first ? std::vector<std::string>{words[0]}
                              : std::vector<std::string>{cut, rest.end()};
  return task;
}

// A ledger for the length of the run, under a name of its own.
class ScratchLedger {
 public:
  ScratchLedger() {
    std::error_code ignored;
    path_ = (std::filesystem::temp_directory_path(ignored) / "entente-align-XXXXXX")
                .string();
    const int file = ::mkstemp(path_.data());
    if (file >= 0) {
      ::close(file);
    } else {
      path_.clear();
    }
  }
  ~ScratchLedger() {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) {
      if (!path_.empty()) std::filesystem::remove(path_ + end, ignored);
    }
  }
  ScratchLedger(const ScratchLedger&) = delete;
  ScratchLedger& operator=(const ScratchLedger&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Status ReadNews(const AlignCommand& command, const std::vector<std::string>& files,
                const std::string& path, bool& has_failed) {
  if (path.empty()) {
    return Error{ErrorCode::kUnavailable, "no scratch file could be made; set TMPDIR"};
  }
  ReadOptions options;
  if (!command.date.empty()) {
    options.date = ParseIsoDate(command.date);
    if (!options.date) return Usage("--date is no day of the form YYYY-MM-DD");
  }
  TRY(const Engine engine, LoadEngine(command.engine));
  TRY(Ledger ledger, Ledger::Open(path));
  const Status begun = ledger.BeginRun(engine.version(), "{}");
  if (!begun) return begun;
  Workspace workspace;
  Inputs inputs(files, options);
  while (std::optional<Result<Document>> document = inputs.Next()) {
    if (!*document) {
      Complain(document->error());
      has_failed = true;
      continue;
    }
    const Status added =
        ledger.Add(**document, engine.Read(**document, workspace), engine.ontology());
    if (!added) return added;
  }
  return ledger.Finish();
}

Result<std::int32_t> DayOption(const std::string& text, std::string_view name) {
  if (text.empty()) return kNoDay;
  const std::optional<CivilDate> date = ParseIsoDate(text);
  if (date && text.size() == 10) return ToDays(*date);
  return Usage(StrCat(name, " ", text, ": not a day of the form YYYY-MM-DD"));
}

Result<TimeSpan> SpanOf(const AlignCommand& command, const EvidenceTable& table) {
  TimeSpan span;
  TRY(const std::int32_t since, DayOption(command.since, "--since"));
  TRY(const std::int32_t until, DayOption(command.until, "--until"));
  span.since = since;
  span.until = until;
  span.half_life = command.half_life;
  span.reference = span.until != kNoDay ? span.until : table.last_day;
  if (command.half_life < 0) return Usage("--half-life is a number of days above 0");
  for (std::size_t i = 0; i < table.contexts.size(); ++i) {
    if (table.contexts[i] == command.context) span.contexts |= std::uint64_t{1} << i;
  }
  if (!command.context.empty() && span.contexts == 0) {
    return Error{ErrorCode::kNotFound,
                 StrCat("--context ", command.context, ": no row has it")};
  }
  return span;
}

// Which views a format is there for; table and json are for all.
Status CheckFormat(const Task& task, const std::string& format) {
  const bool has_pair = task.names.size() == 2;
  if (format == "svg" && (task.view == "actor" || task.view == "common" ||
                          (task.view == "changes" && !has_pair))) {
    return Usage("svg is for pair, for changes of a pair, and for camps");
  }
  if (format == "graphml" && task.view != "camps") return Usage("graphml is for camps");
  if (format == "sql" && task.view != "pair") return Usage("sql is for pair");
  return std::monostate{};
}

Result<std::string> Show(const Task& task, AlignContext& context) {
  const auto& names = task.names;
  if (task.view == "pair") return AlignPair(context, names[0], names[1]);
  if (task.view == "actor") return AlignActorView(context, names[0]);
  if (task.view == "common") return AlignCommon(context, names[0], names[1]);
  if (task.view == "changes") return AlignChanges(context, names);
  return AlignCamps(context);
}

Result<std::string> Align(const AlignCommand& command, const Task& task,
                          bool& has_failed) {
  TRY(const std::string folder, FindDataFolder(command.engine));
  TRY(const AlignSettings settings, AlignSettings::Read(folder + "/alignment"));
  TRY(const World world, World::Load(folder, command.engine.world_dirs));
  std::optional<ScratchLedger> scratch;
  std::string ledger = task.files.front();
  if (task.files.size() > 1 || !Database::IsDatabase(ledger)) {
    scratch.emplace();
    const Status read = ReadNews(command, task.files, scratch->path(), has_failed);
    if (!read) return read.error();
    ledger = scratch->path();
  }
  TRY(const Database database, Database::Open(ledger, Database::Access::kRead));
  TRY(const EvidenceTable table, OpenEvidence(ledger, database, settings, &world));
  TRY(const TimeSpan span, SpanOf(command, table));
  TRY(RowReader rows, RowReader::Make(database));
  AlignContext context{.command = command,
                       .table = table,
                       .settings = settings,
                       .world = world,
                       .database = database,
                       .rows = rows,
                       .span = span,
                       .style = StyleOfStdout(command.width)};
  return Show(task, context);
}

}  // namespace

int Run(const AlignCommand& command) {
  const Task by_options = TaskOfOptions(command);
  const Result<Task> task =
      by_options.view.empty() ? TaskOfWords(command.words) : Result<Task>(by_options);
  if (!task) {
    Complain(task.error());
    return kWrongUsage;
  }
  const Status format = CheckFormat(*task, command.format);
  if (!format) {
    Complain(format.error());
    return kWrongUsage;
  }
  bool has_failed = false;
  const Result<std::string> out = Align(command, *task, has_failed);
  if (!out) {
    Complain(out.error());
    return out.error().code == ErrorCode::kInvalid ? kWrongUsage : kSomeFailed;
  }
  std::fwrite(out->data(), 1, out->size(), stdout);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    Complain({ErrorCode::kUnavailable, "standard output: could not be written"});
    return kSomeFailed;
  }
  return has_failed ? kSomeFailed : kDone;
}

}  // namespace entente
