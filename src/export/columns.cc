#include "export/columns.h"

#include <cstdio>

#include "base/json.h"
#include "base/strings.h"

namespace entente {
namespace {

void AppendCell(std::string_view value, std::string& out) {
  for (const char c : value) {
    out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }
}

}  // namespace

std::string TabLine(const TabFormat& format, const ExportRow& row) {
  std::string out;
  for (std::size_t i = 0; i < format.columns.size(); ++i) {
    if (i > 0) out += '\t';
    AppendCell(format.columns[i].value(row), out);
  }
  return out;
}

std::string TabHeader(const TabFormat& format) {
  std::string out;
  for (std::size_t i = 0; i < format.columns.size(); ++i) {
    out += StrCat(i > 0 ? "\t" : "", format.columns[i].name);
  }
  return out;
}

std::string SchemaOf(const TabFormat& format) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("name", format.name);
  json.Field("source", format.source);
  json.Field("delimiter", "\t");
  json.Key("header");
  json.Bool(format.has_header);
  json.Field("rows",
             "one for each actor towards each recipient of an event that was asserted "
             "or, as PLOVER codes plans, agreed or threatened");
  json.Key("columns");
  json.BeginArray();
  for (const Column& column : format.columns) {
    json.BeginObject();
    json.Field("name", column.name);
    json.Field("type", column.type);
    json.Field("meaning", column.meaning);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return out + "\n";
}

std::string Degrees(const std::optional<double>& value) {
  if (!value) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%.5f", *value);
  return text;
}

bool IsFact(const ExportRow& row) {
  return row.polarity == "+" &&
         (row.modality == "asserted" || row.modality == "planned");
}

}  // namespace entente
