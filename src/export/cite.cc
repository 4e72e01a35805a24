#include "export/cite.h"

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kLongestOptions = 200;

struct Facts {
  std::string version, model, lexicon;  // of the edition
  std::string started, options;
  std::int64_t documents = 0, events = 0, statements = 0, stances = 0, failed = 0;
  std::string first, last;  // days of publication
  std::int64_t corrections = 0;
};

Result<std::int64_t> Count(const Database& database, const std::string& sql) {
  TRY(Query query, database.Prepare(sql));
  TRY(const bool found, query.Step());
  return found ? query.Integer(0) : 0;
}

Status ReadRun(const Database& database, std::optional<std::int64_t> run,
               Facts& facts) {
  TRY(Query query,
      database.Prepare(
          "SELECT version, model, lexicon, started, options, failed FROM run JOIN "
          "edition USING (edition) WHERE ?1 IS NULL OR run = ?1 ORDER BY run DESC"));
  query.BindOptional(1, run);
  TRY(const bool found, query.Step());
  if (!found) {
    return Error{ErrorCode::kNotFound,
                 run ? StrCat("the ledger has no run ", *run)
                     : std::string("the ledger is empty: nothing was read into it")};
  }
  facts.version = query.Text(0);
  facts.model = query.Text(1);
  facts.lexicon = query.Text(2);
  facts.started = query.Text(3);
  facts.options = query.Text(4);
  facts.failed = query.Integer(5);
  return std::monostate{};
}

Result<Facts> FactsOf(const Database& database, std::optional<std::int64_t> run) {
  Facts facts;
  const Status read = ReadRun(database, run, facts);
  if (!read) return read.error();
  // The readings of the run's edition that were there when it ended.
  const std::string of =
      run ? StrCat(
                " WHERE reading IN (SELECT reading FROM reading JOIN run USING "
                "(edition) WHERE run = ",
                *run, " AND reading <= upto)")
          : std::string(" WHERE reading IN (SELECT reading FROM current)");
  TRY(facts.documents, Count(database, "SELECT count(*) FROM reading" + of));
  TRY(facts.events, Count(database, "SELECT count(*) FROM event" + of));
  TRY(facts.statements, Count(database, "SELECT count(*) FROM statement" + of));
  TRY(facts.stances, Count(database, "SELECT count(*) FROM stance" + of));
  TRY(facts.corrections, Count(database, "SELECT count(*) FROM correction" + of));
  TRY(Query days,
      database.Prepare("SELECT min(published), max(published) FROM document "
                       "JOIN reading USING (document)" +
                       of));
  TRY(const bool found, days.Step());
  if (found) {
    facts.first = days.Text(0);
    facts.last = days.Text(1);
  }
  return facts;
}

std::string Plural(std::int64_t count, std::string_view one, std::string_view several) {
  return StrCat(count, " ", count == 1 ? one : several);
}

std::string Span(const Facts& facts) {
  if (facts.first.empty()) return "without dates of publication";
  if (facts.first == facts.last) return StrCat("published on ", facts.first);
  return StrCat("published between ", facts.first, " and ", facts.last);
}

}  // namespace

Result<Citation> Cite(const Database& database, std::optional<std::int64_t> run) {
  TRY(const Facts facts, FactsOf(database, run));
  const std::string year = facts.started.substr(0, 4);
  Citation citation;
  citation.bibtex = StrCat(
      "@misc{entente", year, ",\n  title = {Events, statements and stances from ",
      Plural(facts.documents, "document", "documents"), "},\n  year = {", year,
      "},\n  note = {Coded by Entente ", facts.version, ", model ", facts.model,
      ", rules and tables ", facts.lexicon, "; read ", facts.started, "},\n}\n");
  citation.methods = StrCat(
      Plural(facts.documents, "document", "documents"), " ", Span(facts),
      " were read by Entente ", facts.version, " (syntax model ", facts.model,
      "; rules, lexicon and world tables with the hash ", facts.lexicon, ") on ",
      facts.started.substr(0, 10), ". It found ",
      Plural(facts.events, "event", "events"), " of PLOVER's types, ",
      Plural(facts.statements, "statement", "statements"), " and ",
      Plural(facts.stances, "stance", "stances"),
      ", each with the words it rests on and the rule that wrote it. ",
      facts.failed == 0
          ? std::string("No input failed.")
          : Plural(facts.failed, "input", "inputs") + " could not be read.",
      facts.corrections == 0
          ? std::string()
          : StrCat(" Reviewers gave ", Plural(facts.corrections, "verdict", "verdicts"),
                   " on rows; the rows are as they left them."),
      " The same texts and the same edition give the same rows.",
      // A list of a million files is in the ledger's table `run`, not in a paper.
      facts.options.size() > kLongestOptions ? std::string()
                                             : StrCat(" Options: ", facts.options, "."),
      "\n");
  return citation;
}

}  // namespace entente
