// The rooms of one party and of two.
#include <algorithm>
#include <map>

#include "base/check.h"
#include "base/json.h"
#include "base/strings.h"
#include "serve/actor_groups.h"
#include "serve/pages.h"
#include "serve/pieces.h"

namespace entente {
namespace {

constexpr std::size_t kMostShown = 12, kMostPartners = 12, kMostNames = 24,
                      kMostPlaces = 200;

struct NameCount {
  std::string name, code, kind;
  std::int64_t entities = 0;
};

struct PartyView {
  std::string label, other_label;
  std::vector<NameCount> names;  // of the party, by use
  Volumes volumes;
  std::vector<GroupCount> partners;
  std::vector<PlaceCount> places;
  std::vector<std::uint32_t> events, said, about;
  Rows event_rows, said_rows, about_rows;
  std::int64_t event_count = 0, said_count = 0, about_count = 0;
  double score = 0;
};

std::vector<NameCount> NamesOf(const Snapshot& snapshot,
                               const std::vector<bool>& party) {
  std::vector<NameCount> names;
  for (std::size_t i = 0; i < party.size(); ++i) {
    if (!party[i]) continue;
    const SnapshotActor& actor = snapshot.actors[i];
    names.push_back({.name = actor.name,
                     .code = actor.code,
                     .kind = actor.kind,
                     .entities = actor.entities});
  }
  std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
    return a.entities > b.entities;
  });
  if (names.size() > kMostNames) names.resize(kMostNames);
  return names;
}

// Who stands on the other side of the party's events.
std::vector<GroupCount> PartnersOf(const Snapshot& snapshot, EventList events,
                                   const std::vector<bool>& party) {
  std::map<std::uint32_t, QuadCounts> found;
  for (const std::uint32_t i : events) {
    const SnapshotEvent& event = snapshot.events[i];
    const unsigned all = event.actors + event.recipients;
    std::vector<std::uint32_t> seen;
    for (unsigned j = 0; j < all; ++j) {
      const std::uint32_t actor = snapshot.parties[event.first_party + j];
      const std::uint32_t group = snapshot.actors[actor].group;
      if (party[actor] || std::find(seen.begin(), seen.end(), group) != seen.end()) {
        continue;
      }
      seen.push_back(group);
      ++found[group][static_cast<std::size_t>(event.quad)];
    }
  }
  std::vector<GroupCount> partners;
  for (const auto& [group, counts] : found) {
    partners.push_back({.group = group, .counts = counts});
  }
  std::stable_sort(partners.begin(), partners.end(), [](const auto& a, const auto& b) {
    return Sum(a.counts) > Sum(b.counts);
  });
  if (partners.size() > kMostPartners) partners.resize(kMostPartners);
  return partners;
}

// Statements in which something is told of the party: an event that it is part of, or a
// stance towards it.
std::vector<std::uint32_t> StatementsAbout(const Snapshot& snapshot,
                                           const std::vector<bool>& party,
                                           const std::vector<bool>& other,
                                           const Selection& dated) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wanted;  // document, statement
  const auto is_of = [&](std::uint32_t actor) {
    return actor != kNone && party[actor];
  };
  for (const SnapshotEvent& event : snapshot.events) {
    if (event.claimed_by == kNone) continue;
    const std::uint32_t* parties = snapshot.parties.data() + event.first_party;
    if (std::any_of(parties, parties + event.actors + event.recipients, is_of)) {
      wanted.emplace_back(event.document, event.claimed_by);
    }
  }
  for (const SnapshotStance& stance : snapshot.stances) {
    if (stance.claimed_by != kNone && is_of(stance.target)) {
      wanted.emplace_back(stance.document, stance.claimed_by);
    }
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < snapshot.statements.size(); ++i) {
    const SnapshotStatement& statement = snapshot.statements[i];
    if (is_of(statement.speaker) || !dated.Has(statement)) continue;
    if (!other.empty() && (statement.speaker == kNone || !other[statement.speaker])) {
      continue;
    }
    if (std::binary_search(wanted.begin(), wanted.end(),
                           std::pair(statement.document, statement.number))) {
      found.push_back(i);
    }
  }
  return found;
}

Result<PartyView> Compute(const PageContext& context, const std::string& a,
                          const std::string& b) {
  const Snapshot& snapshot = context.snapshot;
  ViewFilters filters = context.filters;
  filters.party = a;
  filters.other = b;
  const std::vector<bool> party = ActorsOf(snapshot, a);
  const std::vector<bool> other = ActorsOf(snapshot, b);
  for (const auto* meant : {&party, &other}) {
    if (!meant->empty() &&
        std::find(meant->begin(), meant->end(), true) == meant->end()) {
      return Error{ErrorCode::kNotFound, StrCat("Nobody in this ledger is called ",
                                                meant == &party ? a : b, ".")};
    }
  }
  TRY(const Selection selection, Selection::Make(snapshot, filters, context.database));
  const std::vector<std::uint32_t> events = selection.Events();
  PartyView view;
  view.label = LabelOf(snapshot, a);
  view.other_label = b.empty() ? "" : LabelOf(snapshot, b);
  view.names = NamesOf(snapshot, party);
  view.volumes = CountVolumes(snapshot, events);
  if (b.empty()) view.partners = PartnersOf(snapshot, events, party);
  view.places = TopPlaces(snapshot, events, kMostPlaces);
  view.events = LatestEvents(snapshot, events, 0, kMostShown);
  view.event_count = static_cast<std::int64_t>(events.size());
  for (const std::uint32_t i : events) view.score += snapshot.events[i].score;
  if (!events.empty()) view.score /= static_cast<double>(events.size());
  TRY(view.event_rows, FetchEvents(context.database, snapshot, view.events));

  ViewFilters speech = context.filters;
  TRY(const Selection dated, Selection::Make(snapshot, speech, context.database));
  std::vector<std::uint32_t> said, about;
  if (b.empty()) {
    speech.actor = a;
    TRY(const Selection saying, Selection::Make(snapshot, speech, context.database));
    said = saying.Statements();
    about = StatementsAbout(snapshot, party, {}, dated);
  } else {  // each of the other
    said = StatementsAbout(snapshot, other, party, dated);
    about = StatementsAbout(snapshot, party, other, dated);
  }
  view.said_count = static_cast<std::int64_t>(said.size());
  view.about_count = static_cast<std::int64_t>(about.size());
  view.said = LatestStatements(snapshot, said, 0, kMostShown);
  view.about = LatestStatements(snapshot, about, 0, kMostShown);
  TRY(view.said_rows, FetchStatements(context.database, snapshot, view.said));
  TRY(view.about_rows, FetchStatements(context.database, snapshot, view.about));
  return view;
}

std::string ToJson(const PageContext& context, const PartyView& view,
                   const std::string& a, const std::string& b) {
  constexpr int kScoreDigits = 2;
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("party", a);
  json.Field("label", view.label);
  json.OptionalField("other", b);
  json.OptionalField("other_label", view.other_label);
  json.Key("filters");
  AddFilters(context.filters, json);
  json.Field("events", view.event_count);
  json.Field("score", view.score, kScoreDigits);
  json.Key("names");
  json.BeginArray();
  for (const NameCount& name : view.names) {
    json.BeginObject();
    json.Field("name", name.name);
    json.OptionalField("code", name.code);
    json.Field("kind", name.kind);
    json.Field("entities", name.entities);
    json.EndObject();
  }
  json.EndArray();
  json.Key("volumes");
  AddVolumes(view.volumes, json);
  json.Key("partners");
  AddGroups(context.snapshot, view.partners, json);
  json.Key("places");
  AddPlaces(context.snapshot, view.places, json);
  json.Key("latest_events");
  view.event_rows.ToJson(json);
  json.Field("statements_by", view.said_count);
  json.Key("latest_statements_by");
  view.said_rows.ToJson(json);
  json.Field("statements_about", view.about_count);
  json.Key("latest_statements_about");
  view.about_rows.ToJson(json);
  json.EndObject();
  return out;
}

void AddNames(const PartyView& view, Html& html) {
  html.Raw("<section><h2>Called</h2><ul class=\"names\">");
  for (const NameCount& name : view.names) {
    html.Raw("<li><bdi>")
        .Link(ActorHref(name.name), name.name)
        .Raw("</bdi> <code>")
        .Text(name.code)
        .Raw("</code> <span class=\"n\">")
        .Number(name.entities)
        .Raw("</span></li>");
  }
  html.Raw("</ul></section>");
}

void AddSpeech(const PageContext& context, const PartyView& view, Html& html) {
  const bool is_pair = !view.other_label.empty();
  html.Raw("<div class=\"columns\"><section><h2>");
  if (is_pair) {
    html.Text(StrCat(view.label, " on ", view.other_label));
  } else {
    html.Text(StrCat("Said by ", view.label));
  }
  html.Raw(" <span class=\"n\">").Number(view.said_count).Raw("</span></h2>\n");
  if (view.said.empty()) html.Raw("<p class=\"empty\">No statement.</p>");
  AddStatementList(context.snapshot, view.said, view.said_rows, html);
  html.Raw("</section><section><h2>");
  if (is_pair) {
    html.Text(StrCat(view.other_label, " on ", view.label));
  } else {
    html.Text(StrCat("Said about ", view.label));
  }
  html.Raw(" <span class=\"n\">").Number(view.about_count).Raw("</span></h2>\n");
  if (view.about.empty()) html.Raw("<p class=\"empty\">No statement.</p>");
  AddStatementList(context.snapshot, view.about, view.about_rows, html);
  html.Raw("</section></div>\n");
}

void AddEvents(const PageContext& context, const PartyView& view, const Address& all,
               Html& html) {
  html.Raw("<h2>Latest events</h2>\n");
  if (view.events.empty()) html.Raw("<p class=\"empty\">No event.</p>");
  AddEventList(context.snapshot, view.events, view.event_rows, html);
  if (view.event_count > static_cast<std::int64_t>(view.events.size())) {
    html.Raw("<p>").Link(all.ToString(),
                         StrCat("All ", Counted(view.event_count, "event", "events")));
    html.Raw("</p>\n");
  }
}

Html ToHtml(const PageContext& context, const PartyView& view, const std::string& a,
            const std::string& b) {
  static constexpr std::string_view kNames[] = {"since", "until", "quad"};
  Html html;
  html.Raw("<h1><bdi>").Text(view.label).Raw("</bdi>");
  if (!b.empty()) html.Raw(" and <bdi>").Text(view.other_label).Raw("</bdi>");
  html.Raw("</h1>\n<p class=\"lede\">");
  html.Text(Counted(view.event_count, "event", "events"));
  html.Raw(b.empty() ? Markup(" in which it takes part, ")
                     : Markup(" between the two, "));
  html.Text(Counted(view.said_count + view.about_count, "statement", "statements"));
  html.Raw(b.empty() ? Markup(" by it or about it.")
                     : Markup(" of one about the other."));
  html.Raw("</p>\n");
  AddFilterForm(context, context.address.path(), kNames, html);
  if (view.event_count > 0) {
    AddVolumesFigure(view.volumes, b.empty() ? "with it on either side" : "either way",
                     html);
  }
  Address all = Address("/search").With("party", a).With("other", b);
  for (const std::string_view name : {"since", "until", "quad", "standing"}) {
    all = all.With(name, context.address.Get(name));
  }
  if (b.empty()) {
    html.Raw("<div class=\"columns\"><section>");
    AddGroupTable(context.snapshot, view.partners, "On the other side of its events", a,
                  html);
    html.Raw("</section>");
    AddNames(view, html);
    html.Raw("</div>\n");
  } else {
    html.Raw("<p class=\"also\">Each alone: ").Link(ActorHref(a), view.label);
    html.Raw(", ").Link(ActorHref(b), view.other_label).Raw("</p>\n");
  }
  AddEvents(context, view, all, html);
  AddSpeech(context, view, html);
  if (!view.places.empty()) AddMapFigure(context.snapshot, view.places, html);
  return html;
}

Result<View> Page(const PageContext& context, const std::string& a,
                  const std::string& b) {
  TRY(const PartyView party, Compute(context, a, b));
  View view{.title = b.empty() ? party.label
                               : StrCat(party.label, " and ", party.other_label),
            .room = b.empty() ? "actor" : "pair"};
  if (context.form == Form::kHtml) view.body = ToHtml(context, party, a, b);
  if (context.form == Form::kJson) view.data = ToJson(context, party, a, b);
  if (context.form == Form::kCsv) view.data = party.event_rows.ToCsv();
  return view;
}

}  // namespace

Result<View> ActorPage(const PageContext& context, const std::string& party) {
  return Page(context, party, "");
}

Result<View> PairPage(const PageContext& context, const std::string& a,
                      const std::string& b) {
  return Page(context, a, b);
}

}  // namespace entente
