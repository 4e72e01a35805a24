#include "export/formats.h"

#include <string_view>

#include "base/check.h"
#include "base/strings.h"
#include "export/columns.h"
#include "export/csv.h"
#include "export/event_row.h"
#include "export/json_formats.h"
#include "export/output.h"

namespace entente {
namespace {

// "events.tab" -> "events.schema.json"
std::string SchemaPath(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  const bool has_end =
      dot != std::string::npos && (slash == std::string::npos || dot > slash);
  return (has_end ? path.substr(0, dot) : path) + ".schema.json";
}

Result<std::int64_t> WriteTab(EventRows& rows, const TabFormat& format,
                              const std::string& path) {
  TRY(Output out, Output::Open(path));
  if (format.has_header) out.Write(TabHeader(format) + "\n");
  std::int64_t count = 0;
  while (true) {
    TRY(const bool found, rows.Next());
    if (!found) break;
    if (!IsFact(rows.row())) continue;
    out.Write(TabLine(format, rows.row()) + "\n");
    ++count;
  }
  const Status done = out.Finish();
  if (!done) return done.error();
  if (!path.empty() && path != "-") {
    const Status told = WriteWhole(SchemaPath(path), SchemaOf(format));
    if (!told) return told.error();
  }
  return count;
}

Result<std::int64_t> WritePlover(EventRows& rows, const std::string& path) {
  TRY(Output out, Output::Open(path));
  for (std::int64_t count = 0;; ++count) {
    TRY(const bool found, rows.Next());
    if (!found) {
      const Status done = out.Finish();
      if (!done) return done.error();
      return count;
    }
    out.Write(PloverJson(rows.row()) + "\n");
  }
}

Result<std::int64_t> WriteGeoJson(EventRows& rows, const std::string& path) {
  TRY(Output out, Output::Open(path));
  out.Write("{\"type\":\"FeatureCollection\",\"features\":[");
  std::int64_t count = 0;
  while (true) {
    TRY(const bool found, rows.Next());
    if (!found) break;
    const std::string feature = GeoJsonFeature(rows.row());
    if (feature.empty()) continue;
    out.Write(count == 0 ? "\n" : ",\n");
    out.Write(feature);
    ++count;
  }
  out.Write("\n]}\n");
  const Status done = out.Finish();
  if (!done) return done.error();
  return count;
}

Result<std::int64_t> WriteView(const Database& database, AskFilters filters,
                               const std::string& path) {
  filters.limit = -1;  // SQLite: all
  TRY(Query query, PrepareAsk(database, filters));
  TRY(Output out, Output::Open(path));
  TRY(const std::int64_t count, WriteCsv(query, out));
  const Status done = out.Finish();
  if (!done) return done.error();
  return count;
}

}  // namespace

Result<std::int64_t> ExportEvents(const Database& database, const Codes& codes,
                                  const std::string& format, const AskFilters& filters,
                                  const std::string& path) {
  if (format == "csv") return WriteView(database, filters, path);
  if (filters.rows != AskRows::kEvents) {
    return Error{ErrorCode::kInvalid,
                 StrCat(format, " holds events alone; csv has all kinds of rows")};
  }
  if (!filters.text.empty()) {
    return Error{ErrorCode::kInvalid, StrCat("--text is for csv, not for ", format)};
  }
  TRY(EventRows rows, EventRows::Open(database, filters));
  if (format == "plover") return WritePlover(rows, path);
  if (format == "geojson") return WriteGeoJson(rows, path);
  if (format == "icews") return WriteTab(rows, IcewsFormat(codes), path);
  if (format == "phoenix") return WriteTab(rows, PhoenixFormat(codes), path);
  if (format == "gdelt1") return WriteTab(rows, Gdelt1Format(codes), path);
  if (format == "gdelt2") return WriteTab(rows, Gdelt2Format(codes), path);
  return Error{ErrorCode::kInvalid, StrCat("no format '", format, "'")};
}

}  // namespace entente
