#include "base/check.h"
#include "base/json.h"
#include "base/strings.h"
#include "serve/actor_groups.h"
#include "serve/pages.h"
#include "serve/pieces.h"

namespace entente {
namespace {

constexpr std::size_t kMostPairs = 10, kMostGroups = 10, kMostPlaces = 400,
                      kMostLatest = 6;

struct Overview {
  Volumes volumes;
  std::vector<PlaceCount> places;
  std::vector<GroupCount> groups;
  std::vector<PairCount> pairs, changed;
  std::vector<std::uint32_t> events, statements;
  Rows event_rows, statement_rows;
  std::int64_t event_count = 0, statement_count = 0;
};

Result<Overview> Compute(const PageContext& context) {
  const Snapshot& snapshot = context.snapshot;
  TRY(const Selection selection,
      Selection::Make(snapshot, context.filters, context.database));
  const std::vector<std::uint32_t> events = selection.Events();
  const std::vector<std::uint32_t> statements = selection.Statements();
  Overview out;
  out.event_count = static_cast<std::int64_t>(events.size());
  out.statement_count = static_cast<std::int64_t>(statements.size());
  out.volumes = CountVolumes(snapshot, events);
  out.places = TopPlaces(snapshot, events, kMostPlaces);
  out.groups = TopGroups(snapshot, events, kMostGroups);
  std::vector<PairCount> pairs = CountPairs(snapshot, events);
  out.changed = MostChanged(pairs, kMostPairs);
  out.pairs = TopPairs(std::move(pairs), kMostPairs);
  out.events = LatestEvents(snapshot, events, 0, kMostLatest);
  out.statements = LatestStatements(snapshot, statements, 0, kMostLatest);
  TRY(out.event_rows, FetchEvents(context.database, snapshot, out.events));
  TRY(out.statement_rows, FetchStatements(context.database, snapshot, out.statements));
  return out;
}

std::string ToJson(const PageContext& context, const Overview& overview) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("filters");
  AddFilters(context.filters, json);
  json.Field("events", overview.event_count);
  json.Field("statements", overview.statement_count);
  json.Key("volumes");
  AddVolumes(overview.volumes, json);
  json.Key("places");
  AddPlaces(context.snapshot, overview.places, json);
  json.Key("actors");
  AddGroups(context.snapshot, overview.groups, json);
  json.Key("pairs");
  AddPairs(context.snapshot, overview.pairs, json);
  json.Key("changed");
  AddPairs(context.snapshot, overview.changed, json);
  json.Key("latest_events");
  overview.event_rows.ToJson(json);
  json.Key("latest_statements");
  overview.statement_rows.ToJson(json);
  json.EndObject();
  return out;
}

Address SearchFor(const PageContext& context) {
  Address to("/search");
  for (const std::string_view name : kFilterNames) {
    to = to.With(name, context.address.Get(name));
  }
  return to;
}

void AddTables(const PageContext& context, const Overview& overview, Html& html) {
  html.Raw("<div class=\"columns\"><section>");
  AddPairTable(context.snapshot, overview.pairs, "Pairs with most events", false, html);
  html.Raw("</section><section>");
  if (overview.changed.empty()) {
    AddGroupTable(context.snapshot, overview.groups, "Actors with most events", "",
                  html);
  } else {
    AddPairTable(
        context.snapshot, overview.changed,
        "Most changed pairs: mean score before and in the last third of the time", true,
        html);
  }
  html.Raw("</section></div>\n");
}

Html ToHtml(const PageContext& context, const Overview& overview) {
  static constexpr std::string_view kNames[] = {"party", "place", "since", "until",
                                                "quad"};
  Html html;
  const DaySpan span = overview.volumes.span;
  html.Raw("<h1>What the news describes</h1>\n<p class=\"lede\">");
  html.Link(SearchFor(context).ToString(),
            Counted(overview.event_count, "event", "events"));
  html.Raw(" and ").Link(SearchFor(context).With("rows", "statements").ToString(),
                         Counted(overview.statement_count, "statement", "statements"));
  if (span.first != kNoDay) {
    html.Raw(", most of them of ").Text(LongDate(span.first)).Raw(" to ");
    html.Text(LongDate(span.last));
  }
  html.Raw(".</p>\n");
  AddFilterForm(context, "/overview", kNames, html);
  if (overview.event_count + overview.statement_count == 0) {
    html.Raw("<p class=\"empty\">");
    html.Raw(context.snapshot.documents.empty()
                 ? Markup("The ledger is empty. <code>entente read --ledger FILE "
                          "article.html</code> fills it.")
                 : Markup("Nothing in the ledger is of that kind. Take a filter away, "
                          "or widen the time."));
    html.Raw("</p>\n");
    return html;
  }
  AddVolumesFigure(overview.volumes, "all that the filters pick", html);
  AddTables(context, overview, html);
  AddMapFigure(context.snapshot, overview.places, html);
  html.Raw("<div class=\"columns\"><section><h2>Latest statements</h2>\n");
  AddStatementList(context.snapshot, overview.statements, overview.statement_rows,
                   html);
  html.Raw("</section><section><h2>Latest events</h2>\n");
  AddEventList(context.snapshot, overview.events, overview.event_rows, html);
  html.Raw("</section></div>\n");
  return html;
}

}  // namespace

Result<View> OverviewPage(const PageContext& context) {
  TRY(const Overview overview, Compute(context));
  View view{.title = "Overview", .room = "overview"};
  if (context.form == Form::kHtml) view.body = ToHtml(context, overview);
  if (context.form == Form::kJson) view.data = ToJson(context, overview);
  if (context.form == Form::kCsv) {
    return Error{ErrorCode::kNotFound, "/search.csv has the rows as CSV"};
  }
  return view;
}

}  // namespace entente
