#include "cli/ledger_verbs.h"

#include <map>

namespace entente {

void AddWatch(CLI::App& app, WatchCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand(
      "watch", "follow folders and feeds, and keep in a ledger what comes");
  verb.add_option("ledger", command.ledger, "file to keep the rows in")->required();
  verb.add_option("sources", command.sources,
                  "folders, files, patterns; http(s) addresses of feeds or pages")
      ->required();
  verb.add_option("--every", command.every_s,
                  "seconds between two looks (300); an address is asked no more often\n"
                  "than once a minute")
      ->check(CLI::PositiveNumber);
  verb.add_option("--contact", command.contact,
                  "an address of yours, told to servers in the User-Agent");
  verb.add_option("--source", command.source,
                  "publisher, for documents that name none");
  verb.add_flag("--once", command.is_once,
                "one look at everything, then end: for cron");
  verb.add_option("--jobs", command.jobs, "threads (default: one a core)");
  AddEngineOptions(verb, command.engine);
  verb.footer(
      "Servers are asked with ETag and If-Modified-Since, and less often where they\n"
      "fail or ask for it (Retry-After). Ctrl-C ends it; nothing is lost.\n"
      "Examples:\n"
      "  entente watch news.ledger incoming/ --every 60\n"
      "  entente watch news.ledger https://example.org/feed.xml --contact me@desk.org");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddExport(CLI::App& app, ExportCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand("export", "a ledger's rows for other programs");
  AskFilters& filters = command.filters;
  verb.add_option("ledger", command.ledger, "file that `read --ledger` wrote")
      ->required();
  verb.add_option("format", command.format,
                  "csv; plover: JSON lines; icews, phoenix, gdelt1, gdelt2: tab files\n"
                  "with a schema.json beside; geojson; graphml, gexf: the network of\n"
                  "actors; parquet; package: a frictionless data package")
      ->required()
      ->check(CLI::IsMember({"csv", "plover", "icews", "phoenix", "gdelt1", "gdelt2",
                             "geojson", "graphml", "gexf", "parquet", "package"}));
  verb.add_option("--out", command.path,
                  "file, or folder of a package (default: standard output)");
  const std::map<std::string, AskRows> rows = {{"events", AskRows::kEvents},
                                               {"statements", AskRows::kStatements},
                                               {"stances", AskRows::kStances},
                                               {"documents", AskRows::kDocuments}};
  verb.add_option(
          "--rows", filters.rows,
          "of csv and parquet: events (default), statements, stances, documents")
      ->transform(CLI::CheckedTransformer(rows));
  verb.add_option("--actor", filters.actor,
                  "a code or its beginning, or part of a name");
  verb.add_option("--recipient", filters.recipient, "likewise");
  verb.add_option("--type", filters.type, "PLOVER type of events");
  verb.add_option("--since", filters.since, "YYYY-MM-DD");
  verb.add_option("--until", filters.until, "YYYY-MM-DD, that day too");
  verb.add_option("--place", filters.place,
                  "part of a place's name, or a country code");
  verb.add_option("--actors", command.actors,
                  "of graphml and gexf: those with most rows (300)");
  AddEngineOptions(verb, command.engine);
  verb.footer(
      "Examples:\n"
      "  entente export news.ledger gdelt2 --out events.tab\n"
      "  entente export news.ledger geojson --type ASSAULT > map.geojson\n"
      "  entente export news.ledger csv --rows statements --out said.csv\n"
      "  entente export news.ledger package --out news-package");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddCite(CLI::App& app, CiteCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand(
      "cite", "how to name a ledger in a paper: BibTeX and a paragraph of methods");
  verb.add_option("ledger", command.ledger, "file that `read --ledger` wrote")
      ->required();
  verb.add_option("--run", command.run, "one run of it (default: as it stands)");
  verb.footer("Example:\n  entente cite news.ledger");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

void AddReview(CLI::App& app, ReviewCommand& command, std::function<int()>& chosen) {
  CLI::App& verb = *app.add_subcommand(
      "review", "accept, reject or amend a ledger's rows; agreement; gold");
  verb.add_option("ledger", command.ledger, "file that `read --ledger` wrote")
      ->required();
  verb.add_option("action", command.action,
                  "accept, reject, amend, undo: one row; agreement: of reviewers;\n"
                  "gold: cases for `eval cases` (default: a queue on the terminal)")
      ->check(
          CLI::IsMember({"accept", "reject", "amend", "undo", "agreement", "gold"}));
  verb.add_option("row", command.words, "the row's label; FIELD=VALUE to amend");
  verb.add_option("--by", command.reviewer, "the reviewer's name (default: $USER)");
  verb.add_option("--reason", command.reason, "why");
  verb.add_option("--order", command.order, "of the queue: doubt, random or date")
      ->check(CLI::IsMember({"doubt", "random", "date"}));
  verb.add_option("--seed", command.seed, "of the random order (1)");
  verb.add_option("--type", command.type, "only this PLOVER type in the queue");
  verb.add_option("--limit", command.limit, "rows in the queue (50)");
  verb.add_option("--width", command.width, "columns (default: the terminal's)");
  AddEngineOptions(verb, command.engine);
  verb.footer(
      "Examples:\n"
      "  entente review news.ledger --by anna --order random\n"
      "  entente review news.ledger amend 9f2dcb782915-e8 type=AID recipient=SDN\n"
      "  entente review news.ledger agreement\n"
      "  entente review news.ledger gold > reviewed.case");
  verb.callback([&] { chosen = [&] { return Run(command); }; });
}

}  // namespace entente
