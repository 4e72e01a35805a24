#include "cli/check_data.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <system_error>

#include "base/strings.h"
#include "base/tsv.h"
#include "cli/command.h"
#include "cli/locate.h"
#include "document/language.h"
#include "meaning/clause_builder.h"
#include "meaning/event_coder.h"
#include "meaning/mention_finder.h"
#include "meaning/rule_parser.h"
#include "meaning/stance_finder.h"
#include "meaning/statement_finder.h"
#include "meaning/time.h"
#include "text/tokenizer.h"
#include "world/tables.h"
#include "world/world.h"

namespace entente {
namespace {

class Checker {
 public:
  Checker(std::string data_dir, const std::vector<std::string>& world_dirs)
      : data_dir_(std::move(data_dir)), world_dirs_(world_dirs) {}

  DataReport Run() {
    CheckWorld();
    CheckLexicons();
    CheckFrames();
    return std::move(report_);
  }

 private:
  // Errors that two loaders find are said once.
  void Add(const std::string& problem) {
    if (seen_.insert(problem).second) report_.problems.push_back(problem);
  }
  template <typename T>
  void AddErrorOf(const Result<T>& loaded) {
    if (!loaded) Add(loaded.error().message);
  }
  void CheckWorld();
  void CheckLexicons();
  void CheckRepeatedRows(const std::string& path);
  void CheckFrames();
  void CheckCodes(const RuleSet& rules, const Frame& frame, const Ontology& ontology);

  std::string data_dir_;
  const std::vector<std::string>& world_dirs_;
  DataReport report_;
  std::set<std::string> seen_;
};

std::vector<std::string> TablesOf(const std::string& dir) {
  std::vector<std::string> paths;
  std::error_code error;  // no such folder: nothing to look at; the loaders complain
  for (const auto& entry : std::filesystem::directory_iterator(dir, error)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void Checker::CheckWorld() {
  std::vector<std::string> dirs = {data_dir_ + "/world"};
  std::vector<std::string> countries;
  if (const auto world = World::Load(data_dir_); world) {
    for (std::uint32_t i = 0; i < world->country_count(); ++i) {
      countries.emplace_back(world->country({i}).iso3);
    }
  } else {
    Add(world.error().message);
  }
  for (const std::string& dir : world_dirs_) {
    if (!std::filesystem::is_directory(dir)) {
      Add(StrCat(dir, ": no such folder of tables"));
    }
    dirs.push_back(dir);
  }
  for (const std::string& dir : dirs) report_.tables += TablesOf(dir).size();
  for (const std::string& problem : CheckTables(dirs, countries)) Add(problem);
  if (!world_dirs_.empty()) AddErrorOf(World::Load(data_dir_, world_dirs_));
}

// Rows that say the same but for their ids, and ids that stand twice.
void Checker::CheckRepeatedRows(const std::string& path) {
  const auto table = Tsv::Read(path);
  if (!table) return Add(table.error().message);
  std::map<std::string, std::string> ids, rows;
  const auto check = [&](auto& seen, const std::string& key, std::size_t row,
                         std::string_view what) {
    std::string here = table->Complain(row, "").message;
    here.resize(here.find_last_not_of(": ") + 1);
    const auto [at, is_new] = seen.try_emplace(key, here);
    if (!is_new) Add(table->Complain(row, StrCat(what, " as in ", at->second)).message);
  };
  for (std::size_t row = 0; row < table->rows(); ++row) {
    std::string rest;
    for (std::size_t column = 1; column < table->columns(); ++column) {
      rest += StrCat(table->cell(row, column), "\t");
    }
    check(ids, std::string(table->cell(row, 0)), row, "the same id");
    check(rows, rest, row, "the same row");
  }
}

void Checker::CheckLexicons() {
  const std::string lexicon = data_dir_ + "/lexicon";
  const auto paths = TablesOf(lexicon);
  report_.tables += paths.size();
  for (const std::string& path : paths) CheckRepeatedRows(path);
  AddErrorOf(LanguageTable::Load(lexicon));
  AddErrorOf(Tokenizer::Load(lexicon));
  AddErrorOf(TimeTagger::Load(lexicon));
  AddErrorOf(StatementFinder::Load(lexicon));
  AddErrorOf(MentionFinder::Load(data_dir_));
  AddErrorOf(ClauseBuilder::Load(data_dir_));
  AddErrorOf(EventCoder::Load(data_dir_));
  const auto ontology = Ontology::Read(data_dir_ + "/world");
  if (!ontology) return Add(ontology.error().message);
  AddErrorOf(StanceFinder::Load(lexicon, &*ontology));
}

// Two to four digits under one of CAMEO's roots, 01 to 20. The table maps no code of 02
// and some of others: PLOVER has no type for them.
bool IsCameoCode(std::string_view code) {
  if (code.size() < 2 || code.size() > 4 ||
      !std::all_of(code.begin(), code.end(), IsAsciiDigit)) {
    return false;
  }
  const int root = (code[0] - '0') * 10 + (code[1] - '0');
  return root >= 1 && root <= 20;
}

// Modes, contexts and CAMEO codes that the ontology lacks.
void Checker::CheckCodes(const RuleSet& rules, const Frame& frame,
                         const Ontology& ontology) {
  if (frame.is_veto) return;
  const auto complain = [&](std::string_view what, std::uint32_t symbol) {
    Add(StrCat(rules.files[frame.file], ":", frame.line, ": ", frame.id, " names the ",
               what, " '", rules.symbols.name(symbol), "', which is none"));
  };
  const std::string_view type = Name(frame.type);
  const auto check_mode = [&](std::uint32_t mode) {
    if (mode != Symbols::kUnknown && !ontology.HasMode(type, rules.symbols.name(mode)))
      complain("mode", mode);
  };
  const auto check_cameo = [&](std::uint32_t cameo) {
    if (cameo != Symbols::kUnknown && !IsCameoCode(rules.symbols.name(cameo)))
      complain("CAMEO code", cameo);
  };
  check_mode(frame.mode);
  check_cameo(frame.cameo);
  for (const ModeRule& mode : RuleSet::Of(rules.modes, frame.modes)) {
    check_mode(mode.mode);
    check_cameo(mode.cameo);
  }
  for (const std::uint32_t context : RuleSet::Of(rules.contexts, frame.contexts)) {
    if (!ontology.HasContext(rules.symbols.name(context))) complain("context", context);
  }
}

void Checker::CheckFrames() {
  const auto rules = ReadRules(data_dir_);
  if (!rules) return Add(rules.error().message);
  report_.frames = rules->frames.size();
  for (const std::string& tie : CheckRules(*rules)) Add(tie);
  const auto ontology = Ontology::Read(data_dir_ + "/world");
  if (!ontology) return Add(ontology.error().message);
  for (const Frame& frame : rules->frames) CheckCodes(*rules, frame, *ontology);
}

}  // namespace

DataReport CheckData(const std::string& data_dir,
                     const std::vector<std::string>& world_dirs) {
  return Checker(data_dir, world_dirs).Run();
}

int Run(const CheckDataCommand& command) {
  const auto folder = FindDataFolder(command.engine);
  if (!folder) {
    Complain(folder.error());
    return kSomeFailed;
  }
  const DataReport report = CheckData(*folder, command.engine.world_dirs);
  for (const std::string& problem : report.problems) {
    std::printf("%s\n", problem.c_str());
  }
  std::printf("%zu tables, %zu frames, %zu problems\n", report.tables, report.frames,
              report.problems.size());
  return report.problems.empty() ? kDone : kSomeFailed;
}

}  // namespace entente
