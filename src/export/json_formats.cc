#include "export/json_formats.h"

#include "base/json.h"
#include "base/strings.h"

namespace entente {
namespace {

void AddBlocks(JsonWriter& json, std::string_view key, const ExportParty& party) {
  json.Key(key);
  json.BeginArray();
  for (const std::string* block : {&party.country, &party.sector, &party.group}) {
    if (!block->empty()) json.String(*block);
  }
  json.EndArray();
}

void AddList(JsonWriter& json, std::string_view key, std::string_view list) {
  json.Key(key);
  json.BeginArray();
  if (!list.empty()) {
    for (const std::string_view item : Split(list, ',')) json.String(item);
  }
  json.EndArray();
}

// What other formats have no name for.
void AddStanding(JsonWriter& json, const ExportRow& row) {
  json.Field("row", row.label);
  json.Field("polarity", row.polarity);
  json.Field("modality", row.modality);
  json.Field("status", row.status);
  json.OptionalField("claimedBy", row.claimed_by);
  json.Field("rule", row.rule);
  json.Field("confidence", row.confidence, 3);
}

}  // namespace

std::string PloverJson(const ExportRow& row) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("id", std::to_string(row.id));
  json.OptionalField("date", row.date);
  AddBlocks(json, "source", row.actor);
  json.OptionalField("sourceText", row.actor.name);
  AddBlocks(json, "target", row.recipient);
  json.OptionalField("targetText", row.recipient.name);
  json.Field("event", row.type);
  json.OptionalField("mode", row.mode);
  AddList(json, "context", row.contexts);
  json.OptionalField("cameo", row.cameo);
  json.Field("text", row.words);
  json.Field("language", "en");
  json.OptionalField("publisher", row.source);
  json.OptionalField("url", row.url);
  json.OptionalField("title", row.title);
  if (row.lat && row.lon) {
    json.Key("geolocation");
    json.BeginObject();
    json.Field("name", row.place);
    json.OptionalField("country", row.place_country);
    json.OptionalField("admin1", row.admin1);
    json.Field("lat", *row.lat, 5);
    json.Field("lon", *row.lon, 5);
    json.EndObject();
  }
  json.Key("entente");
  json.BeginObject();
  AddStanding(json, row);
  json.EndObject();
  json.EndObject();
  return out;
}

std::string GeoJsonFeature(const ExportRow& row) {
  if (!row.lat || !row.lon) return {};
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("type", "Feature");
  json.Field("id", std::to_string(row.id));
  json.Key("geometry");
  json.BeginObject();
  json.Field("type", "Point");
  json.Key("coordinates");
  json.BeginArray();
  json.Number(*row.lon, 5);
  json.Number(*row.lat, 5);
  json.EndArray();
  json.EndObject();
  json.Key("properties");
  json.BeginObject();
  json.OptionalField("date", row.date);
  json.OptionalField("actor", row.actor.name);
  json.OptionalField("actor_code", row.actor.code);
  json.OptionalField("recipient", row.recipient.name);
  json.OptionalField("recipient_code", row.recipient.code);
  json.Field("event_type", row.type);
  json.OptionalField("mode", row.mode);
  json.OptionalField("quad", row.quad);
  json.Field("score", row.score, 1);
  json.Field("place", row.place);
  json.OptionalField("place_country", row.place_country);
  json.Field("place_precision", row.place_precision);
  json.Field("words", row.words);
  json.OptionalField("title", row.title);
  json.OptionalField("url", row.url);
  AddStanding(json, row);
  json.EndObject();
  json.EndObject();
  return out;
}

}  // namespace entente
