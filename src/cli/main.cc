// entente: the command line. Parses arguments and hands them to a verb.
#include <CLI/CLI.hpp>
#include <functional>
#include <map>

#include "cli/command.h"
#include "cli/export.h"
#include "cli/ledger_verbs.h"
#include "cli/review.h"
#include "cli/serve.h"
#include "cli/watch.h"
#include "cli/why.h"
#include "engine/version.h"

namespace entente {

void AddEngineOptions(CLI::App& verb, EngineOptions& options) {
  verb.add_option("--data", options.data_dir,
                  "data folder (default: beside the program)");
  verb.add_option("--world", options.world_dirs,
                  "folder with tables of your own; may repeat");
}

namespace {

// For the verbs that code events.
void AddCoderOptions(CLI::App& verb, EngineOptions& options) {
  AddEngineOptions(verb, options);
  verb.add_flag("--rules-only", options.is_rules_only,
                "only what a frame reads: the learned part writes no row");
}

void AddRead(CLI::App& app, ReadCommand& command, std::function<int()>& chosen) {
  CLI::App& verb =
      *app.add_subcommand("read", "read news; print a brief, or JSON with --json");
  verb.add_option(
      "files", command.files,
      "text, HTML, JSON lines, CSV, RSS/Atom, WARC, gzipped or zstd-compressed too;\n"
      "folders; patterns in quotes; - is stdin");
  verb.add_flag("--json", command.is_json, "one JSON object a document, one line each");
  CLI::Option* ledger =
      verb.add_option("--ledger", command.ledger, "also keep every row in this file");
  verb.add_flag(
          "--quiet", command.is_quiet,
          "print nothing, skip what the ledger has: for long imports, which go on\n"
          "where they were cut off")
      ->needs(ledger);
  verb.add_option("--date", command.date,
                  "YYYY-MM-DD, for documents that have no date");
  verb.add_option("--source", command.source,
                  "publisher, for documents that name none");
  verb.add_option("--columns", command.columns,
                  "of a CSV or TSV table whose columns have other names than usual:\n"
                  "FIELD=COLUMN, comma between; fields: text html title published\n"
                  "updated source url id lang");
  verb.add_option("--jobs", command.jobs, "threads (default: one a core)");
  verb.add_option("--width", command.width,
                  "columns of the brief (default: the terminal's)");
  AddCoderOptions(verb, command.engine);
  verb.footer(
      "Examples:\n"
      "  entente read article.html\n"
      "  entente read --json --date 2015-12-27 articles/*.txt > readings.jsonl\n"
      "  zcat news.jsonl.gz | entente read --json -\n"
      "  entente read --quiet --ledger news.ledger crawl.warc.gz archive/\n"
      "  entente read --columns title=head,text=story,published=day news.csv");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddParse(CLI::App& app, ParseCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand("parse", "text in, CoNLL-U out");
  verb.add_option("file", command.file, "a text file (default: stdin)");
  verb.add_flag("--pretokenized", command.is_pretokenized,
                "CoNLL-U in: its tokens and sentences are kept");
  verb.add_flag("--clauses", command.shows_clauses,
                "print each sentence's clauses instead, as the frames see them");
  verb.add_option("--jobs", command.jobs, "threads (default: one a core)");
  AddEngineOptions(verb, command.engine);
  verb.footer(
      "Examples:\n"
      "  echo 'The ministers met in Geneva.' | entente parse\n"
      "  entente parse --pretokenized gold.conllu > parsed.conllu");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddRelate(CLI::App& app, RelateCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand(
      "relate", "what the first of two marked parties does to the second");
  verb.add_option("file", command.file, "JSON lines (default: stdin)");
  AddCoderOptions(verb, command.engine);
  verb.footer(
      "Example:\n"
      R"(  echo '{"id":"1","text":"Kenya thanked Japan.","source":[[0,5]],"target":[[14,19]]}' |)"
      "\n    entente relate");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddWhy(CLI::App& app, WhyCommand& command, std::function<int()>& chosen) {
  CLI::App& verb =
      *app.add_subcommand("why", "why a row is there, or why a sentence gave none");
  verb.add_option("file", command.file, "a ledger, output of read --json, or news")
      ->required();
  verb.add_option("row", command.row,
                  "of a ledger: its label, 9f2dcb782915-e8; else e3: an event; z2: a\n"
                  "sentence; DOCUMENT:e3 (default: all sentences)");
  verb.add_option("--date", command.date,
                  "YYYY-MM-DD, for documents that have no date");
  verb.add_option("--width", command.width,
                  "columns of the page (default: the terminal's)");
  AddCoderOptions(verb, command.engine);
  verb.footer(
      "Examples:\n"
      "  entente read --json article.html > reading.json\n"
      "  entente why reading.json e1\n"
      "  entente why news.ledger 9f2dcb782915-e8\n"
      "  echo 'Kenya thanked Japan.' | entente why -");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddEval(CLI::App& app, EvalCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand("eval", "score a layer against a gold file");
  verb.add_option("area", command.area, "what to score")
      ->required()
      ->check(CLI::IsMember({"treebank", "time", "places", "statements", "stances",
                             "events", "relations", "cases", "nothing"}));
  verb.add_option("gold", command.gold,
                  "CoNLL-U for treebank, case files for cases, text for nothing, "
                  "else JSON lines")
      ->required();
  verb.add_flag("--recall-only", command.is_recall_only,
                "time: gold holds only what a calendar can place");
  verb.add_flag("--intervals", command.uses_intervals,
                "time: compare begin/end where a value is no plain date");
  verb.add_flag("--errors", command.shows_errors,
                "cases: show each missed and each unlisted row");
  AddCoderOptions(verb, command.engine);
  verb.footer(
      "Examples:\n"
      "  entente eval cases --errors cases/*.case\n"
      "  entente eval treebank ewt-dev.conllu\n"
      "  entente eval time --recall-only --intervals gum_dates.dev.jsonl");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddAsk(CLI::App& app, AskCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand("ask", "a ledger's rows, by filters or SQL");
  verb.add_option("ledger", command.ledger, "file that read --ledger wrote")
      ->required();
  AskFilters& filters = command.filters;
  static const std::map<std::string, AskRows> kRows = {
      {"events", AskRows::kEvents},       {"reported", AskRows::kReported},
      {"one-a-day", AskRows::kOneADay},   {"statements", AskRows::kStatements},
      {"stances", AskRows::kStances},     {"documents", AskRows::kDocuments},
      {"stories", AskRows::kStories},     {"copies", AskRows::kCopies},
      {"revisions", AskRows::kRevisions}, {"runs", AskRows::kRuns},
  };
  verb.add_option("rows", filters.rows,
                  "events (default), statements, stances, documents;\n"
                  "reported: each event once, with the reports of it counted;\n"
                  "one-a-day: once a day for an actor, recipient, type and mode;\n"
                  "stories: documents that tell of the same happenings;\n"
                  "copies: near-duplicates; revisions: later versions of an article;\n"
                  "runs: what was read when")
      ->transform(CLI::CheckedTransformer(kRows).description(""));
  verb.add_option("--actor", filters.actor,
                  "a code or its beginning (RUS, \"AFG REB\"), or part of a name");
  verb.add_option("--recipient", filters.recipient, "likewise");
  verb.add_option("--type", filters.type, "PLOVER type of events: ASSAULT");
  verb.add_option("--since", filters.since, "YYYY-MM-DD");
  verb.add_option("--until", filters.until, "YYYY-MM-DD, that day too");
  verb.add_option("--place", filters.place,
                  "part of a place's name, or a country code");
  verb.add_option("--text", filters.text,
                  "words of the document, all of them; FTS5's operators work:\n"
                  "'\"cease fire\" OR truce*'");
  verb.add_option("--where", filters.where,
                  "a condition on any other column, may repeat: mode=arrest,\n"
                  "\"confidence>=0.7\", \"title~strike\" (= != < <= > >=, ~ holds)");
  verb.add_flag("--newest", filters.is_newest_first, "the newest rows first");
  verb.add_option("--as-of", command.as_of,
                  "a run's number or YYYY-MM-DD: the ledger as it stood then");
  verb.add_option("--sql", command.sql, "one SELECT over the views and tables");
  verb.add_flag("--plan", command.shows_plan,
                "print the query and SQLite's plan for it");
  verb.add_option("--format", command.format, "table, csv, jsonl or md")
      ->check(CLI::IsMember({"table", "csv", "jsonl", "md"}));
  verb.add_option("--limit", filters.limit, "most rows (100)");
  verb.add_option("--seconds", command.seconds, "longest that a query may take (60)");
  verb.footer(
      "Examples:\n"
      "  entente ask news.ledger --actor RUS --type ASSAULT --since 2015-01-01\n"
      "  entente ask news.ledger statements --actor kabulov --format csv\n"
      "  entente ask news.ledger --text ceasefire --where mode=arrest --newest\n"
      "  entente ask news.ledger runs\n"
      "  entente ask news.ledger --as-of 3 --actor \"AFG REB\"\n"
      "  entente ask news.ledger --sql 'SELECT type, count(*) FROM events GROUP BY "
      "type'");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddAlign(CLI::App& app, AlignCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand("align", "who stands with whom, and how sure");
  verb.add_option("words", command.words,
                  "LEDGER pair A B | actor A | common A B | camps | changes [A B];\n"
                  "news files in place of a ledger: pair A B FILE...")
      ->required();
  verb.add_option("--pair", command.pair, "two names or codes: how they stand")
      ->expected(2);
  verb.add_option("--actor", command.actor, "how one stands with everybody");
  verb.add_option("--common", command.common, "whom two are both for, or against")
      ->expected(2);
  verb.add_flag("--camps", command.shows_camps, "the whole network");
  verb.add_flag("--changes", command.shows_changes,
                "series and breaks: of a pair with --pair, else of all");
  verb.add_option("--since", command.since, "YYYY-MM-DD");
  verb.add_option("--until", command.until, "YYYY-MM-DD, that day too");
  verb.add_option("--half-life", command.half_life,
                  "days after which a row weighs half (default: never)");
  verb.add_option("--context", command.context, "rows of one PLOVER context: military");
  verb.add_option("--by", command.by, "step of a series: day, week or month")
      ->check(CLI::IsMember({"day", "week", "month"}));
  verb.add_option(
          "--format", command.format,
          "table, json, svg (pair, changes, camps), graphml (camps) or sql (pair)")
      ->check(CLI::IsMember({"table", "json", "svg", "graphml", "sql"}));
  verb.add_option("--rows", command.rows, "most rows shown of each sign (5)");
  verb.add_option("--actors", command.actors,
                  "most actors of the whole, the busiest (40)");
  verb.add_option("--date", command.date, "YYYY-MM-DD, for news that has no date");
  verb.add_option("--width", command.width,
                  "columns of the page (default: the terminal's)");
  AddEngineOptions(verb, command.engine);
  verb.footer(
      "A and B are names (Russia, Taliban), codes (RUS, \"RUS GOV\") or patterns of\n"
      "codes (\"* REB *\"). docs/alignment.md says what the numbers mean.\n"
      "Examples:\n"
      "  entente align news.ledger pair Russia Taliban --since 2015-01-01\n"
      "  entente align news.ledger common RUS \"AFG REB\" --format json\n"
      "  entente align pair Russia Taliban article.txt");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddCheckData(CLI::App& app, CheckDataCommand& command,
                  std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand(
      "check-data", "look for clashes and errors in tables, lexicons and rules");
  AddEngineOptions(verb, command.engine);
  verb.footer(
      "Prints one line a problem, FILE:LINE: what is wrong; exit status 1 if any.\n"
      "Example:\n"
      "  entente check-data --world my-tables");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddServe(CLI::App& app, ServeCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand("serve", "a ledger as a page in the browser");
  verb.add_option("ledger", command.ledger, "file that read --ledger wrote")
      ->required();
  verb.add_option("--port", command.port, "0: any that is free (8420)");
  verb.add_option("--host", command.host,
                  "address to listen on (127.0.0.1: this machine alone)");
  verb.add_option("--token", command.token,
                  "secret that every visitor must show; needed with another --host");
  AddEngineOptions(verb, command.engine);
  verb.footer(
      "Examples:\n"
      "  entente serve news.ledger\n"
      "  entente serve news.ledger --host 0.0.0.0 --token \"$(openssl rand -hex 16)\"");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

int Main(int count, char** arguments) {
  CLI::App app{
      "Entente reads news and keeps who did what to whom, who said what about whom,\n"
      "and who stands with whom - each row with the words it rests on.",
      "entente"};
  app.set_version_flag("--version", std::string(kEngineVersion));
  app.require_subcommand(1);
  app.footer("'entente VERB --help' tells more and shows examples.");
  ReadCommand read;
  ParseCommand parse;
  RelateCommand relate;
  WhyCommand why;
  EvalCommand eval;
  CheckDataCommand check_data;
  std::function<int()> chosen;
  AddRead(app, read, chosen);
  AddParse(app, parse, chosen);
  AddRelate(app, relate, chosen);
  AddWhy(app, why, chosen);
  AddEval(app, eval, chosen);
  AddCheckData(app, check_data, chosen);
  AskCommand ask;
  AddAsk(app, ask, chosen);
  WatchCommand watch;
  AddWatch(app, watch, chosen);
  ExportCommand export_rows;
  AddExport(app, export_rows, chosen);
  CiteCommand cite;
  AddCite(app, cite, chosen);
  ReviewCommand review;
  AddReview(app, review, chosen);
  AlignCommand align;
  AddAlign(app, align, chosen);
  ServeCommand serve;
  AddServe(app, serve, chosen);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  }
  return chosen();
}

}  // namespace
}  // namespace entente

// Nothing here throws but on an empty memory, where there is nothing to be done.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int count, char** arguments) { return entente::Main(count, arguments); }
