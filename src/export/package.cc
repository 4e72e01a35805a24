// A frictionless data package.
#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/json.h"
#include "base/strings.h"
#include "export/cite.h"
#include "export/column_types.h"
#include "export/csv.h"
#include "export/formats.h"
#include "export/output.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> kViews = {"events", "statements", "stances",
                                                    "documents"};

// As the table schema of a data package names it.
std::string_view TypeOf(std::string_view column) {
  switch (ColumnTypeOf(column)) {
    case ColumnType::kDate:
      return "date";
    case ColumnType::kNumber:
      return "number";
    case ColumnType::kInteger:
      return "integer";
    case ColumnType::kText:
      break;
  }
  return "string";
}

void AddResource(std::string_view view, const std::vector<std::string>& columns,
                 JsonWriter& json) {
  json.BeginObject();
  json.Field("name", view);
  json.Field("path", StrCat(view, ".csv"));
  json.Field("profile", "tabular-data-resource");
  json.Field("format", "csv");
  json.Field("mediatype", "text/csv");
  json.Field("encoding", "utf-8");
  json.Key("schema");
  json.BeginObject();
  json.Key("fields");
  json.BeginArray();
  for (const std::string& column : columns) {
    json.BeginObject();
    json.Field("name", column);
    json.Field("type", TypeOf(column));
    json.EndObject();
  }
  json.EndArray();
  json.Key("missingValues");
  json.BeginArray();
  json.String("");
  json.EndArray();
  if (view != "documents") json.Field("primaryKey", "row");
  json.EndObject();
  json.EndObject();
}

std::string ReadmeOf(const Citation& citation) {
  return StrCat(
      "# Events, statements and stances\n\n", citation.methods,
      "\n`events.csv`: who did what to whom. `statements.csv`: who said what. "
      "`stances.csv`: who stands how to whom. `documents.csv`: what was read. The "
      "column "
      "`row` names a row everywhere; `words` are the words that it rests on; `rule` is "
      "what wrote it. Dates are days, YYYY-MM-DD; codes are those of PLOVER and, for "
      "countries, ISO 3166-1 alpha-3. `datapackage.json` has the types of all columns "
      "(https://specs.frictionlessdata.io).\n\nThe texts of the documents are not in "
      "this package, but for the words that rows quote: who hands it on must be free "
      "to "
      "hand on those.\n\n```\n",
      citation.bibtex, "```\n");
}

}  // namespace

Result<std::int64_t> ExportPackage(const Database& database,
                                   const std::string& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) {
    return Error{ErrorCode::kUnavailable,
                 StrCat(folder, ": the folder cannot be made: ", failed.message())};
  }
  TRY(const Citation citation, Cite(database, std::nullopt));
  std::string package;
  JsonWriter json(package);
  json.BeginObject();
  json.Field("profile", "tabular-data-package");
  json.Field("name", "entente-ledger");
  json.Field("title", "Events, statements and stances from news");
  json.Field("description", std::string(Trim(citation.methods)));
  json.Key("resources");
  json.BeginArray();
  std::int64_t rows = 0;
  for (const std::string_view view : kViews) {
    TRY(Query query, database.Prepare(StrCat("SELECT * FROM ", view)));
    std::vector<std::string> columns;
    for (int i = 0; i < query.columns(); ++i)
      columns.emplace_back(query.column_name(i));
    TRY(Output out, Output::Open(StrCat(folder, "/", view, ".csv")));
    TRY(const std::int64_t count, WriteCsv(query, out));
    const Status written = out.Finish();
    if (!written) return written.error();
    rows += count;
    AddResource(view, columns, json);
  }
  json.EndArray();
  json.EndObject();
  Status done = WriteWhole(folder + "/datapackage.json", package + "\n");
  if (done) done = WriteWhole(folder + "/README.md", ReadmeOf(citation));
  if (done) done = WriteWhole(folder + "/CITATION.bib", citation.bibtex);
  if (!done) return done.error();
  return rows;
}

}  // namespace entente
