// words_check [--at-most N] [--data DIR] [TABLE ...]: runs the two sentences of every
// row of reporting.tsv, stances.tsv and polarity.tsv (or of those named) through all
// stages but the events. The first must give a statement or stance by that very row
// (rows that only help another word: by any row), the second none by it. Prints each
// that fails; exit 1 where more than N do.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "document/reader.h"
#include "engine/engine.h"
#include "meaning/reporting.h"
#include "meaning/stance_finder.h"
#include "meaning/stance_lexicon.h"
#include "meaning/stance_polarity.h"

namespace entente {
namespace {

struct Row {
  std::string table, id, fires, silent;
  bool helps = false;  // another word's row is written where it is used
};

class Checker {
 public:
  Checker(const Engine& engine, const StanceFinder& stances)
      : engine_(engine), stances_(stances) {}

  void Check(const Row& row) {
    const std::vector<std::string> there = RulesIn(row.fires);
    const bool is_there = row.helps ? !there.empty() : Holds(there, row.id);
    Count(row, is_there, "does not fire", row.fires);
    Count(row, !Holds(RulesIn(row.silent), row.id), "must not fire", row.silent);
  }

  int failures() const { return failures_; }
  int sentences() const { return sentences_; }

 private:
  static bool Holds(const std::vector<std::string>& rules, const std::string& id) {
    return std::find(rules.begin(), rules.end(), id) != rules.end();
  }

  void Count(const Row& row, bool passes, const char* fault,
             const std::string& sentence) {
    ++sentences_;
    if (passes) return;
    ++failures_;
    std::printf("%s %s %s: %s\n", row.table.c_str(), row.id.c_str(), fault,
                sentence.c_str());
  }

  std::vector<std::string> RulesIn(const std::string& sentence) {
    std::vector<std::string> rules;
    for (const Result<Document>& document : ReadDocuments("row", sentence, {})) {
      if (!document) continue;
      const Analysis& analysis = engine_.Analyse(*document, workspace_);
      for (const Statement& statement : analysis.statements) {
        rules.push_back(statement.rule);
      }
      for (const Stance& stance : stances_.Find(analysis, {})) {
        rules.push_back(stance.rule);
      }
    }
    return rules;
  }

  const Engine& engine_;
  const StanceFinder& stances_;  // without the events, which would speak first
  Workspace workspace_;
  int failures_ = 0;
  int sentences_ = 0;
};

bool Helps(const StanceLexicon& lexicon, const StanceExample& row) {
  const std::vector<StanceWord>* words = lexicon.Find(row.word);
  return std::any_of(words->begin(), words->end(), [&](const StanceWord& word) {
    return word.id == row.id && word.sign == 0;
  });
}

Result<std::vector<Row>> ReadRows(const std::string& folder) {
  std::vector<Row> rows;
  TRY(const ReportingLexicon reporting,
      ReportingLexicon::Read(folder + "/reporting.tsv"));
  for (const ReportingExample& row : reporting.examples()) {
    const ReportingWord* verb = reporting.Find(ReportingKind::kVerb, row.word);
    const bool is_give =
        verb != nullptr && verb->id == row.id && verb->type == ReportingClass::kGive;
    const ReportingWord* source = reporting.Find(ReportingKind::kSource, row.word);
    const ReportingWord* medium = reporting.Find(ReportingKind::kMedium, row.word);
    const bool is_source = (source != nullptr && source->id == row.id) ||
                           (medium != nullptr && medium->id == row.id);
    rows.push_back({"reporting", row.id, row.fires, row.silent, is_give || is_source});
  }
  TRY(const StanceLexicon stances, StanceLexicon::Read(folder + "/stances.tsv"));
  for (const StanceExample& row : stances.examples()) {
    rows.push_back({"stances", row.id, row.fires, row.silent, Helps(stances, row)});
  }
  TRY(const PolarityLexicon polarity, PolarityLexicon::Read(folder + "/polarity.tsv"));
  for (const PolarityRow& row : polarity.rows()) {
    rows.push_back({"polarity", row.id, row.fires, row.silent, false});
  }
  return rows;
}

int Main(const std::vector<std::string>& arguments) {
  std::string data_dir = ENTENTE_DATA_DIR;
  int allowed = 0;
  std::vector<std::string> wanted;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--at-most" && i + 1 < arguments.size()) {
      allowed = std::stoi(arguments[++i]);
    } else if (arguments[i] == "--data" && i + 1 < arguments.size()) {
      data_dir = arguments[++i];
    } else {
      wanted.push_back(arguments[i]);
    }
  }
  const auto engine = Engine::Load({.data_dir = data_dir, .world_dirs = {}});
  const auto rows = ReadRows(data_dir + "/lexicon");
  const auto stances = StanceFinder::Load(data_dir + "/lexicon", nullptr);
  for (const std::string& fault :
       {engine ? "" : engine.error().message, rows ? "" : rows.error().message,
        stances ? "" : stances.error().message}) {
    if (!fault.empty()) std::fprintf(stderr, "%s\n", fault.c_str());
  }
  if (!engine || !rows || !stances) return 1;
  Checker checker(*engine, *stances);
  for (const Row& row : *rows) {
    const bool is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(),
                                                       row.table) != wanted.end();
    if (is_wanted) checker.Check(row);
  }
  std::printf("%zu rows, %d sentences, %d fail\n", rows->size(), checker.sentences(),
              checker.failures());
  return checker.failures() <= allowed ? 0 : 1;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  return entente::Main(std::vector<std::string>(argv + 1, argv + argc));
}
