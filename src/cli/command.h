// The verbs of the command line: each takes its parsed options and gives an exit
// status.
//
// Exit status 0 done; 1 some inputs failed, each named on stderr, the rest done; 2
// wrong usage.
#ifndef ENTENTE_CLI_COMMAND_H_
#define ENTENTE_CLI_COMMAND_H_

#include <string>
#include <vector>

#include "ledger/ask.h"

namespace entente {

inline constexpr int kDone = 0;
inline constexpr int kSomeFailed = 1;
inline constexpr int kWrongUsage = 2;

// What every verb that needs the engine shares.
struct EngineOptions {
  std::string data_dir;                 // empty: beside the program
  std::vector<std::string> world_dirs;  // tables of the user's own
  bool is_rules_only = false;           // no event by the learned part
};

struct ReadCommand {
  EngineOptions engine;
  std::vector<std::string> files;  // "-" is standard input
  bool is_json = false;
  std::string date;       // for documents that have none
  std::string source;     // likewise
  std::string columns;    // "title=headline,text=body" of a table; empty: usual names
  std::string ledger;     // file to keep the rows in; empty: none
  bool is_quiet = false;  // nothing on stdout; what the ledger has is not read again
  unsigned jobs = 0;      // 0: one a core
  unsigned width = 0;     // of the brief; 0: the terminal's
};

struct ParseCommand {
  EngineOptions engine;
  std::string file = "-";
  bool is_pretokenized = false;
  bool shows_clauses = false;
  unsigned jobs = 0;  // 0: one a core
};

struct RelateCommand {
  EngineOptions engine;
  std::string file = "-";
};

struct EvalCommand {
  EngineOptions engine;
  std::string area;  // treebank, time, places, statements, events, relations, cases,
                     // nothing
  std::vector<std::string> gold;
  bool shows_errors = false;
  bool is_recall_only = false;
  bool uses_intervals = false;
};

struct CheckDataCommand {
  EngineOptions engine;
};

struct AskCommand {
  std::string ledger;
  AskFilters filters;
  std::string sql;               // in place of filters
  std::string as_of;             // a run or a day; empty: now
  bool shows_plan = false;       // SQLite's query plan in place of rows
  std::string format = "table";  // csv, jsonl, md
  unsigned seconds = 60;         // longest that a query may take
};

struct AlignCommand {
  EngineOptions engine;
  std::vector<std::string> words;  // "LEDGER pair A B" or "pair A B FILE...", or files
  std::vector<std::string> pair, common;  // two names or codes each
  std::string actor;
  bool shows_camps = false, shows_changes = false;
  std::string since, until;      // YYYY-MM-DD, both days included
  double half_life = 0;          // days; 0: none
  std::string context;           // PLOVER's: rows of this issue alone
  std::string by = "month";      // day, week: the step of a series
  std::string format = "table";  // json, svg, graphml
  std::string date;              // for news without one
  unsigned rows = 5;             // shown of each sign
  unsigned actors = 40;          // of the whole: those with most rows
  unsigned width = 0;            // columns of the page; 0: the terminal's
};

int Run(const ReadCommand& command);
int Run(const AlignCommand& command);
int Run(const AskCommand& command);
int Run(const ParseCommand& command);
int Run(const RelateCommand& command);
int Run(const EvalCommand& command);
int Run(const CheckDataCommand& command);

}  // namespace entente

#endif  // ENTENTE_CLI_COMMAND_H_
