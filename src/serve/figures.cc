// The pieces that are counts: bars, tables, figures, and all of them as JSON.
#include <algorithm>

#include "base/strings.h"
#include "serve/actor_groups.h"
#include "serve/pieces.h"

namespace entente {
namespace {

constexpr Markup kQuadClasses[] = {"vc", "mc", "vx", "mx"};
constexpr int kScoreDigits = 2;

std::string Score(double score) {
  const auto tenths = static_cast<std::int64_t>(score * 10 + (score < 0 ? -0.5 : 0.5));
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  return StrCat(tenths > 0 ? "+" : tenths < 0 ? "−" : "", size / 10, ".", size % 10);
}

void AddCounts(const QuadCounts& counts, JsonWriter& json) {
  json.Field("events", Sum(counts));
  for (int i = 0; i < kQuadCount; ++i) {
    json.Field(kQuadNames[static_cast<std::size_t>(i)],
               counts[static_cast<std::size_t>(i)]);
  }
}

struct Field {
  std::string_view name, label, type, hint;
};
constexpr Field kFields[] = {
    {"party", "Actor, either side", "text", "Russia, RUS, AFG REB"},
    {"actor", "Who does, or says", "text", "Russia, RUS, AFG REB"},
    {"recipient", "To whom", "text", "a name or a code"},
    {"type", "Type", "text", "ASSAULT"},
    {"place", "Place", "text", "Kabul, AFG"},
    {"text", "Words", "text", "ceasefire"},
    {"since", "From", "date", ""},
    {"until", "To", "date", ""},
};

void AddChoice(const PageContext& context, Html& html) {
  html.Raw(
      "<label><span>Class</span><select name=\"quad\"><option value=\"\">all</option>");
  const auto option = [&](std::string_view name) {
    html.Raw("<option").Attribute("value", name);
    if (context.filters.quad == name) html.Raw(" selected");
    html.Raw(">").Text(name).Raw("</option>");
  };
  option("cooperation");
  option("conflict");
  for (const std::string_view name : kQuadNames) option(name);
  html.Raw(
      "</select></label><label><span>Standing</span><select name=\"standing\">"
      "<option value=\"\">all events</option><option value=\"done\"");
  if (context.filters.is_done_only) html.Raw(" selected");
  html.Raw(">said to have happened</option></select></label>");
}

}  // namespace

void AddQuadBar(const QuadCounts& counts, std::int64_t longest, Html& html) {
  constexpr std::int64_t kWidth = 1000;
  html.Raw(
      "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\">");
  std::int64_t at = 0;
  // By deed outside, by word inside: cooperation, then conflict.
  constexpr std::size_t kOrder[] = {1, 0, 2, 3};
  for (const std::size_t i : kOrder) {
    if (counts[i] == 0) continue;
    const std::int64_t width = std::max<std::int64_t>(
        4, counts[i] * kWidth / std::max<std::int64_t>(longest, 1));
    html.Raw("<rect y=\"0\" height=\"10\"").Attribute("class", kQuadClasses[i].text());
    html.Attribute("x", at).Attribute("width", width).Raw("/>");
    at += width;
  }
  html.Raw("</svg>");
}

void AddPairTable(const Snapshot& snapshot, std::span<const PairCount> pairs,
                  Markup caption, bool shows_change, Html& html) {
  std::int64_t longest = 1;
  for (const PairCount& pair : pairs) longest = std::max(longest, Sum(pair.counts));
  html.Raw("<table class=\"counts\"><caption>")
      .Raw(caption)
      .Raw("</caption><thead><tr>");
  html.Raw("<th scope=\"col\">Pair</th><th scope=\"col\" class=\"n\">Events</th>");
  html.Raw(shows_change ? Markup("<th scope=\"col\" class=\"n\">Before</th>"
                                 "<th scope=\"col\" class=\"n\">After</th>")
                        : Markup("<th scope=\"col\"><span class=\"hidden\">Cooperation "
                                 "and conflict</span></th>"));
  html.Raw("</tr></thead><tbody>");
  for (const PairCount& pair : pairs) {
    const SnapshotGroup& a = snapshot.groups[pair.a];
    const SnapshotGroup& b = snapshot.groups[pair.b];
    html.Raw("<tr><th scope=\"row\">")
        .Link(PairHref(a.key, b.key), StrCat(a.label, " – ", b.label))
        .Raw("</th><td class=\"n\">")
        .Number(Sum(pair.counts))
        .Raw("</td>");
    if (shows_change) {
      for (const double score : {pair.before, pair.after}) {
        html.Raw("<td class=\"n ")
            .Raw(score < 0 ? Markup("conflict") : Markup("cooperation"));
        html.Raw("\">").Text(Score(score)).Raw("</td>");
      }
    } else {
      html.Raw("<td class=\"b\">");
      AddQuadBar(pair.counts, longest, html);
      html.Raw("</td>");
    }
    html.Raw("</tr>");
  }
  html.Raw("</tbody></table>\n");
}

void AddGroupTable(const Snapshot& snapshot, std::span<const GroupCount> groups,
                   Markup caption, std::string_view beside, Html& html) {
  std::int64_t longest = 1;
  for (const GroupCount& group : groups) longest = std::max(longest, Sum(group.counts));
  html.Raw("<table class=\"counts\"><caption>").Raw(caption);
  html.Raw(
      "</caption><thead><tr><th scope=\"col\">Actor</th>"
      "<th scope=\"col\" class=\"n\">Events</th><th scope=\"col\"><span "
      "class=\"hidden\">Cooperation and conflict</span></th></tr></thead><tbody>");
  for (const GroupCount& group : groups) {
    const SnapshotGroup& who = snapshot.groups[group.group];
    html.Raw("<tr><th scope=\"row\">")
        .Link(beside.empty() ? ActorHref(who.key) : PairHref(beside, who.key),
              who.label)
        .Raw("</th><td class=\"n\">")
        .Number(Sum(group.counts))
        .Raw("</td><td class=\"b\">");
    AddQuadBar(group.counts, longest, html);
    html.Raw("</td></tr>");
  }
  html.Raw("</tbody></table>\n");
}

void AddVolumesFigure(const Volumes& volumes, std::string_view what, Html& html) {
  html.Raw("<figure class=\"chart\" data-chart=\"volumes\"><figcaption><b>Events by ");
  html.Text(volumes.step.empty() ? std::string_view("day") : volumes.step);
  html.Raw("</b>, ").Text(what).Raw(": cooperation above the line, conflict below. ");
  html.Text(Counted(volumes.drawn, "event", "events"));
  if (volumes.outside > 0) {
    html.Raw("; ").Number(volumes.outside).Raw(" of far-off days are left out");
  }
  if (volumes.undated > 0)
    html.Raw("; ").Number(volumes.undated).Raw(" without a date");
  html.Raw(".</figcaption><div class=\"mount\"></div>");
  html.Raw(
      "<details><summary>The numbers</summary><div class=\"scroll\" tabindex=\"0\" "
      "role=\"region\" "
      "aria-label=\"Events over time\"><table class=\"counts\">"
      "<thead><tr><th scope=\"col\">From</th>");
  for (const std::string_view name : kQuadNames) {
    html.Raw("<th scope=\"col\" class=\"n\">").Text(name).Raw("</th>");
  }
  html.Raw("</tr></thead><tbody>");
  for (const Volumes::Bucket& bucket : volumes.buckets) {
    if (Sum(bucket.counts) == 0) continue;
    html.Raw("<tr><th scope=\"row\">").Text(IsoDate(bucket.day)).Raw("</th>");
    for (const std::int64_t count : bucket.counts) {
      html.Raw("<td class=\"n\">").Number(count).Raw("</td>");
    }
    html.Raw("</tr>");
  }
  html.Raw("</tbody></table></div></details></figure>\n");
}

void AddMapFigure(const Snapshot& snapshot, std::span<const PlaceCount> places,
                  Html& html) {
  std::int64_t all = 0, longest = 1;
  for (const PlaceCount& place : places) {
    all += Sum(place.counts);
    longest = std::max(longest, Sum(place.counts));
  }
  html.Raw("<figure class=\"chart\" data-chart=\"map\"><figcaption><b>Where</b>: ");
  html.Text(Counted(all, "event", "events")).Raw(" at ");
  html.Text(Counted(static_cast<std::int64_t>(places.size()), "place", "places"));
  html.Raw(
      " that the articles name; area is the number of events, colour what most of them "
      "are.</figcaption><div class=\"mount\"></div><details><summary>The "
      "numbers</summary>"
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Events by "
      "place\"><table class=\"counts\"><thead><tr><th "
      "scope=\"col\">Place</th><th scope=\"col\" class=\"n\">Events</th><th "
      "scope=\"col\"><span class=\"hidden\">Cooperation and conflict</span></th></tr>"
      "</thead><tbody>");
  for (const PlaceCount& count : places) {
    const SnapshotPlace& place = snapshot.places[count.place];
    html.Raw("<tr><th scope=\"row\">")
        .Link(Address("/search").With("place", place.name).ToString(),
              place.country.empty() ? place.name
                                    : StrCat(place.name, ", ", place.country))
        .Raw("</th><td class=\"n\">")
        .Number(Sum(count.counts))
        .Raw("</td><td class=\"b\">");
    AddQuadBar(count.counts, longest, html);
    html.Raw("</td></tr>");
  }
  html.Raw("</tbody></table></div></details></figure>\n");
}

void AddFilterForm(const PageContext& context, std::string_view path,
                   std::span<const std::string_view> names, Html& html) {
  html.Raw("<form class=\"filters\"").Attribute("action", path);
  html.Raw(" aria-label=\"Filters\">");
  const auto is_shown = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const Field& field : kFields) {
    if (!is_shown(field.name)) continue;
    html.Raw("<label><span>").Text(field.label).Raw("</span><input");
    html.Attribute("name", field.name).Attribute("type", field.type);
    html.Attribute("value", context.address.Get(field.name));
    if (!field.hint.empty()) html.Attribute("placeholder", field.hint);
    html.Raw(" autocomplete=\"off\"></label>");
  }
  if (is_shown("quad")) AddChoice(context, html);
  for (const auto& [name, value] : context.address.query()) {
    const bool is_choice = is_shown("quad") && (name == "quad" || name == "standing");
    if (is_shown(name) || is_choice || value.empty() || name == "from") continue;
    html.Raw("<input type=\"hidden\"").Attribute("name", name);
    html.Attribute("value", value).Raw(">");
  }
  html.Raw("<button>Show</button>");
  bool has_any = false;
  for (const std::string_view name : kFilterNames) {
    has_any = has_any || !context.address.Get(name).empty();
  }
  if (has_any) html.Raw(" ").Link("clear", path, "Clear all");
  html.Raw("</form>\n");
}

void AddVolumes(const Volumes& volumes, JsonWriter& json) {
  json.BeginObject();
  json.Field("step", volumes.step);
  json.Field("drawn", volumes.drawn);
  json.Field("outside", volumes.outside);
  json.Field("undated", volumes.undated);
  json.Key("buckets");
  json.BeginArray();
  for (const Volumes::Bucket& bucket : volumes.buckets) {
    json.BeginObject();
    json.Field("date", IsoDate(bucket.day));
    AddCounts(bucket.counts, json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void AddPairs(const Snapshot& snapshot, std::span<const PairCount> pairs,
              JsonWriter& json) {
  json.BeginArray();
  for (const PairCount& pair : pairs) {
    json.BeginObject();
    json.Field("a", snapshot.groups[pair.a].key);
    json.Field("a_label", snapshot.groups[pair.a].label);
    json.Field("b", snapshot.groups[pair.b].key);
    json.Field("b_label", snapshot.groups[pair.b].label);
    AddCounts(pair.counts, json);
    json.Field("score", pair.score, kScoreDigits);
    json.Field("before", pair.before, kScoreDigits);
    json.Field("after", pair.after, kScoreDigits);
    json.Field("change", pair.change, kScoreDigits);
    json.EndObject();
  }
  json.EndArray();
}

void AddGroups(const Snapshot& snapshot, std::span<const GroupCount> groups,
               JsonWriter& json) {
  json.BeginArray();
  for (const GroupCount& group : groups) {
    json.BeginObject();
    json.Field("party", snapshot.groups[group.group].key);
    json.Field("label", snapshot.groups[group.group].label);
    AddCounts(group.counts, json);
    json.EndObject();
  }
  json.EndArray();
}

void AddPlaces(const Snapshot& snapshot, std::span<const PlaceCount> places,
               JsonWriter& json) {
  constexpr int kDegreeDigits = 4;
  json.BeginArray();
  for (const PlaceCount& count : places) {
    const SnapshotPlace& place = snapshot.places[count.place];
    json.BeginObject();
    json.Field("place", place.name);
    json.OptionalField("place_country", place.country);
    json.Field("lat", place.lat, kDegreeDigits);
    json.Field("lon", place.lon, kDegreeDigits);
    AddCounts(count.counts, json);
    json.EndObject();
  }
  json.EndArray();
}

void AddFilters(const ViewFilters& filters, JsonWriter& json) {
  json.BeginObject();
  json.OptionalField("actor", filters.actor);
  json.OptionalField("recipient", filters.recipient);
  json.OptionalField("party", filters.party);
  json.OptionalField("other", filters.other);
  json.OptionalField("type", filters.type);
  json.OptionalField("quad", filters.quad);
  json.OptionalField("place", filters.place);
  json.OptionalField("source", filters.source);
  json.OptionalField("text", filters.text);
  json.OptionalField("since", filters.since);
  json.OptionalField("until", filters.until);
  json.OptionalField("standing", filters.is_done_only ? "done" : "");
  json.EndObject();
}

}  // namespace entente
