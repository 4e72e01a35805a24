#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "base/date.h"
#include "base/json.h"
#include "base/strings.h"
#include "serve/actor_groups.h"
#include "serve/pages.h"
#include "serve/pieces.h"

namespace entente {
namespace {

constexpr std::size_t kPageRows = 50, kMostExported = 10000;

std::size_t NumberOf(std::string_view text, std::size_t otherwise) {
  std::size_t number = otherwise;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

enum class What : std::uint8_t { kEvents, kStatements, kDocuments };

struct Found {
  What what = What::kEvents;
  std::size_t from = 0, count = 0;  // of the rows shown, among how many
  std::vector<std::uint32_t> shown;
  Rows rows;
  std::vector<Facet> facets;
  std::size_t events = 0, statements = 0, documents = 0;
};

Result<Rows> FetchDocuments(const PageContext& context,
                            std::span<const std::uint32_t> documents) {
  TRY(Query query,
      context.database.Prepare(
          "SELECT substr(key, 1, 12) AS key, published, title, source, url, "
          "substr(text, 1, 280) AS beginning, "
          "(SELECT count(*) FROM event WHERE reading = ?2) AS events, "
          "(SELECT count(*) FROM statement WHERE reading = ?2) AS statements "
          "FROM document WHERE document = ?1"));
  Rows rows;
  for (const std::uint32_t index : documents) {
    query.Bind(1, context.snapshot.documents[index].document);
    query.Bind(2, context.snapshot.documents[index].reading);
    const Status added = rows.Add(query);
    if (!added) return added.error();
  }
  return rows;
}

// Documents that a text or a source picks, or that hold an event which is picked.
std::vector<std::uint32_t> DocumentsOf(const Snapshot& snapshot,
                                       const Selection& selection,
                                       const ViewFilters& filters, EventList events) {
  std::vector<std::uint32_t> documents;
  const bool needs_events = !filters.actor.empty() || !filters.recipient.empty() ||
                            !filters.party.empty() || !filters.type.empty() ||
                            !filters.quad.empty() || !filters.place.empty();
  if (needs_events) {
    for (const std::uint32_t i : events)
      documents.push_back(snapshot.events[i].document);
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  } else {
    for (std::uint32_t i = 0; i < snapshot.documents.size(); ++i) {
      if (selection.HasDocument(i)) documents.push_back(i);
    }
  }
  std::stable_sort(
      documents.begin(), documents.end(), [&](std::uint32_t a, std::uint32_t b) {
        return snapshot.documents[a].published > snapshot.documents[b].published;
      });
  return documents;
}

Result<Found> Compute(const PageContext& context) {
  const Snapshot& snapshot = context.snapshot;
  TRY(const Selection selection,
      Selection::Make(snapshot, context.filters, context.database));
  const std::vector<std::uint32_t> events = selection.Events();
  const std::vector<std::uint32_t> statements = selection.Statements();
  const std::vector<std::uint32_t> documents =
      DocumentsOf(snapshot, selection, context.filters, events);
  Found found;
  found.events = events.size();
  found.statements = statements.size();
  found.documents = documents.size();
  const std::string_view what = context.address.Get("rows");
  found.what = what == "statements"  ? What::kStatements
               : what == "documents" ? What::kDocuments
                                     : What::kEvents;
  found.from = NumberOf(context.address.Get("from"), 0);
  const std::size_t usual = context.form == Form::kCsv ? kMostExported : kPageRows;
  found.count = std::min(NumberOf(context.address.Get("limit"), usual), kMostExported);
  switch (found.what) {
    case What::kEvents: {
      found.facets = CountFacets(snapshot, events);
      found.shown = LatestEvents(snapshot, events, found.from, found.count);
      found.count = events.size();
      TRY(found.rows, FetchEvents(context.database, snapshot, found.shown));
      break;
    }
    case What::kStatements: {
      found.shown = LatestStatements(snapshot, statements, found.from, found.count);
      found.count = statements.size();
      TRY(found.rows, FetchStatements(context.database, snapshot, found.shown));
      break;
    }
    case What::kDocuments: {
      const std::size_t end = std::min(documents.size(), found.from + found.count);
      for (std::size_t i = found.from; i < end; ++i)
        found.shown.push_back(documents[i]);
      found.count = documents.size();
      TRY(found.rows, FetchDocuments(context, found.shown));
      break;
    }
  }
  return found;
}

std::string ToJson(const PageContext& context, const Found& found) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("filters");
  AddFilters(context.filters, json);
  json.Field("events", static_cast<std::int64_t>(found.events));
  json.Field("statements", static_cast<std::int64_t>(found.statements));
  json.Field("documents", static_cast<std::int64_t>(found.documents));
  json.Field("from", static_cast<std::int64_t>(found.from));
  json.Key("rows");
  found.rows.ToJson(json);
  json.Key("facets");
  json.BeginArray();
  for (const Facet& facet : found.facets) {
    json.BeginObject();
    json.Field("name", facet.name);
    json.Key("values");
    json.BeginArray();
    for (const FacetValue& value : facet.values) {
      json.BeginObject();
      json.Field("value", value.value);
      json.Field("label", value.label);
      json.Field("count", value.count);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return out;
}

void AddFacets(const PageContext& context, const Found& found, Html& html) {
  if (found.facets.empty()) return;
  html.Raw("<aside class=\"facets\" aria-label=\"Narrow down\">");
  for (const Facet& facet : found.facets) {
    const std::string_view now = context.address.Get(facet.name);
    html.Raw("<section><h2>").Text(facet.label).Raw("</h2><ul>");
    for (const FacetValue& value : facet.values) {
      const bool is_on = now == value.value;
      const Address to = context.address.With("from", "")
                             .With(facet.name, is_on ? std::string_view()
                                                     : std::string_view(value.value));
      html.Raw("<li><a").Attribute("href", to.ToString());
      if (is_on) html.Raw(" aria-current=\"true\"");
      html.Raw(">").Text(value.label).Raw("</a> <span class=\"n\">");
      html.Number(value.count).Raw("</span></li>");
    }
    html.Raw("</ul></section>");
  }
  html.Raw("</aside>\n");
}

void AddTabs(const PageContext& context, const Found& found, Html& html) {
  html.Raw("<nav class=\"tabs\" aria-label=\"Kind of row\"><ul>");
  const auto tab = [&](What what, std::string_view rows, std::size_t count,
                       std::string_view label) {
    html.Raw("<li><a").Attribute(
        "href", context.address.With("from", "").With("rows", rows).ToString());
    if (found.what == what) html.Raw(" aria-current=\"page\"");
    html.Raw(">").Text(label).Raw(" <span class=\"n\">");
    html.Number(static_cast<std::int64_t>(count)).Raw("</span></a></li>");
  };
  tab(What::kEvents, "", found.events, "Events");
  tab(What::kStatements, "statements", found.statements, "Statements");
  tab(What::kDocuments, "documents", found.documents, "Articles");
  html.Raw("</ul></nav>\n");
}

void AddDocumentList(const Rows& rows, Html& html) {
  html.Raw("<ol class=\"rows articles\">\n");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view title = rows.Get(i, "title");
    html.Raw("<li><p class=\"claim\">")
        .Link(StrCat("/reading/", rows.Get(i, "key")),
              title.empty() ? std::string_view("Without a title") : title)
        .Raw("</p><blockquote dir=\"auto\">")
        .Text(rows.Get(i, "beginning"))
        .Raw("…</blockquote><p class=\"meta\">")
        .Text(LongDate(rows.Get(i, "published")));
    if (!rows.Get(i, "source").empty()) {
      html.Raw(" · ").Element("cite", "source", rows.Get(i, "source"));
    }
    html.Raw(" · ").Text(rows.Get(i, "events")).Raw(" events, ");
    html.Text(rows.Get(i, "statements")).Raw(" statements</p></li>\n");
  }
  html.Raw("</ol>\n");
}

void AddPager(const PageContext& context, const Found& found, Html& html) {
  if (found.count <= kPageRows && found.from == 0) return;
  html.Raw("<nav class=\"pager\" aria-label=\"Pages\">");
  const std::size_t last = found.from + found.shown.size();
  if (found.from > 0) {
    const std::size_t to = found.from > kPageRows ? found.from - kPageRows : 0;
    html.Link(context.address.With("from", to == 0 ? "" : StrCat(to)).ToString(),
              "← Newer");
  }
  html.Raw(" <span>").Number(static_cast<std::int64_t>(found.from + 1)).Raw("–");
  html.Number(static_cast<std::int64_t>(last)).Raw(" of ");
  html.Number(static_cast<std::int64_t>(found.count)).Raw("</span> ");
  if (last < found.count) {
    html.Link(context.address.With("from", StrCat(last)).ToString(), "Older →");
  }
  html.Raw("</nav>\n");
}

Html ToHtml(const PageContext& context, const Found& found) {
  static constexpr std::string_view kNames[] = {
      "text", "actor", "recipient", "party", "type", "place", "since", "until", "quad"};
  Html html;
  html.Raw("<h1>Search</h1>\n");
  AddFilterForm(context, "/search", kNames, html);
  AddTabs(context, found, html);
  html.Raw("<div class=\"results\">");
  AddFacets(context, found, html);
  html.Raw("<section aria-label=\"Rows\">\n");
  if (found.shown.empty()) {
    html.Raw(
        "<p class=\"empty\">Nothing in the ledger is of that kind. Take a filter away, "
        "or "
        "look under another kind of row.</p>");
  } else if (found.what == What::kEvents) {
    AddEventList(context.snapshot, found.shown, found.rows, html);
  } else if (found.what == What::kStatements) {
    AddStatementList(context.snapshot, found.shown, found.rows, html);
  } else {
    AddDocumentList(found.rows, html);
  }
  AddPager(context, found, html);
  html.Raw("</section></div>\n");
  return html;
}

}  // namespace

Result<View> SearchPage(const PageContext& context) {
  TRY(const Found found, Compute(context));
  View view{.title = "Search", .room = "search"};
  view.has_csv = true;
  if (context.form == Form::kHtml) view.body = ToHtml(context, found);
  if (context.form == Form::kJson) view.data = ToJson(context, found);
  if (context.form == Form::kCsv) view.data = found.rows.ToCsv();
  return view;
}

}  // namespace entente
