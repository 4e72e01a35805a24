#include "serve/pieces.h"

#include <algorithm>

#include "base/date.h"
#include "base/strings.h"
#include "serve/actor_groups.h"

namespace entente {
namespace {

constexpr std::string_view kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

template <typename Item>
std::vector<std::uint32_t> Latest(const std::vector<Item>& items,
                                  std::span<const std::uint32_t> of, std::size_t from,
                                  std::size_t count) {
  std::vector<std::uint32_t> order(of.begin(), of.end());
  const std::size_t end = std::min(from + count, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(end),
                    order.end(), [&](std::uint32_t a, std::uint32_t b) {
                      return items[a].day != items[b].day ? items[a].day > items[b].day
                                                          : a < b;
                    });
  order.resize(end);
  order.erase(order.begin(),
              order.begin() + static_cast<std::ptrdiff_t>(std::min(from, end)));
  return order;
}

void AddActor(const SnapshotActor& actor, Html& html) {
  const std::string& key = actor.code.empty() ? actor.name : actor.code;
  html.Raw("<a class=\"actor\"").Attribute("href", ActorHref(key));
  if (!actor.code.empty()) html.Attribute("title", actor.code);
  html.Raw("><bdi>").Text(actor.name).Raw("</bdi></a>");
}

void AddActors(const Snapshot& snapshot, std::uint32_t first, unsigned count,
               Html& html) {
  for (unsigned i = 0; i < count; ++i) {
    if (i > 0) html.Raw(i + 1 == count ? Markup(" and ") : Markup(", "));
    AddActor(snapshot.actors[snapshot.parties[first + i]], html);
  }
  if (count == 0) html.Raw("<span class=\"nobody\">somebody</span>");
}

void AddSource(const Rows& rows, std::size_t i, Html& html) {
  const std::string_view title = rows.Get(i, "title");
  const std::string_view source = rows.Get(i, "source");
  html.Raw(" <a class=\"from\"")
      .Attribute("href", RowHref(rows.Get(i, "row")))
      .Raw(">");
  html.Text(title.empty() ? std::string_view("the article") : title).Raw("</a>");
  if (!source.empty()) html.Raw(", ").Element("cite", "source", source);
}

void AddWords(std::string_view words, Html& html) {
  html.Raw("<blockquote dir=\"auto\">").Text(words).Raw("</blockquote>");
}

std::string_view StandingOf(const Rows& rows, std::size_t i) {
  const std::string_view modality = rows.Get(i, "modality");
  if (rows.Get(i, "polarity") == "-") return "did not happen";
  return modality == "asserted" ? std::string_view() : modality;
}

}  // namespace

std::string IsoDate(std::int32_t day) {
  return day == kNoDay ? std::string() : ToString(FromDays(day));
}

std::string LongDate(std::int32_t day) {
  if (day == kNoDay) return "no date";
  const CivilDate date = FromDays(day);
  return StrCat(static_cast<int>(date.day), " ", kMonths[date.month - 1], " ",
                static_cast<int>(date.year));
}

std::string LongDate(std::int32_t day, std::string_view precision) {
  if (day == kNoDay) return LongDate(day);
  const CivilDate date = FromDays(day);
  if (precision == "month") {
    return StrCat(kMonths[date.month - 1], " ", static_cast<int>(date.year));
  }
  if (precision == "year") return StrCat(static_cast<int>(date.year));
  if (precision == "week") return StrCat("week of ", LongDate(day));
  return LongDate(day);
}

std::string LongDate(std::string_view iso) {
  const auto date = ParseIsoDate(iso);
  return date ? LongDate(ToDays(*date)) : "no date";
}

std::string Counted(std::int64_t count, std::string_view one, std::string_view many) {
  if (count == 0) return StrCat("no ", many);
  return StrCat(Grouped(count), " ", count == 1 ? one : many);
}

std::string_view SideOf(Quad quad) {
  return quad == Quad::kVerbalCooperation || quad == Quad::kMaterialCooperation
             ? "cooperation"
             : "conflict";
}

std::string ActorHref(std::string_view party) {
  return StrCat("/actor/", PercentEncode(party));
}

std::string PairHref(std::string_view a, std::string_view b) {
  return StrCat("/pair/", PercentEncode(a), "/", PercentEncode(b));
}

std::string RowHref(std::string_view row) {
  const std::size_t dash = std::min(row.find('-'), row.size());
  return StrCat("/reading/", row.substr(0, dash),
                dash < row.size() ? StrCat("#", row.substr(dash + 1)) : "");
}

std::vector<std::uint32_t> LatestEvents(const Snapshot& snapshot, EventList events,
                                        std::size_t from, std::size_t count) {
  return Latest(snapshot.events, events, from, count);
}

std::vector<std::uint32_t> LatestStatements(const Snapshot& snapshot,
                                            std::span<const std::uint32_t> statements,
                                            std::size_t from, std::size_t count) {
  return Latest(snapshot.statements, statements, from, count);
}

void AddEventList(const Snapshot& snapshot, std::span<const std::uint32_t> events,
                  const Rows& rows, Html& html) {
  html.Raw("<ol class=\"rows\">\n");
  for (std::size_t i = 0; i < events.size(); ++i) {
    const SnapshotEvent& event = snapshot.events[events[i]];
    const std::string_view standing = StandingOf(rows, i);
    html.Raw("<li").Attribute("data-row", rows.Get(i, "row")).Raw(" class=\"event ");
    html.Text(SideOf(event.quad))
        .Raw(standing.empty() ? Markup("") : Markup(" undone"))
        .Raw("\">");
    html.Raw("<p class=\"claim\">");
    AddActors(snapshot, event.first_party, event.actors, html);
    html.Raw(" <span class=\"verb\"").Attribute("title", rows.Get(i, "quad")).Raw(">");
    html.Text(AsciiLower(rows.Get(i, "type")));
    if (!rows.Get(i, "mode").empty()) {
      html.Raw(" <i>").Text(rows.Get(i, "mode")).Raw("</i>");
    }
    html.Raw("</span> ");
    if (event.recipients > 0) {
      AddActors(snapshot, event.first_party + event.actors, event.recipients, html);
    }
    if (!standing.empty()) {
      html.Raw(" ").Element("span", "standing", standing);
    }
    html.Raw("</p>");
    AddWords(rows.Get(i, "words"), html);
    html.Raw("<p class=\"meta\"><time").Attribute("datetime", rows.Get(i, "date"));
    html.Raw(">")
        .Text(LongDate(event.day, rows.Get(i, "date_precision")))
        .Raw("</time>");
    if (!rows.Get(i, "place").empty()) {
      html.Raw(" · ").Text(rows.Get(i, "place"));
    }
    if (rows.Get(i, "status") == "claimed") {
      const std::string_view who = rows.Get(i, "claimed_by");
      html.Raw(" · says ").Text(who.empty() ? std::string_view("somebody") : who);
    }
    html.Raw(" ·");
    AddSource(rows, i, html);
    html.Raw("</p></li>\n");
  }
  html.Raw("</ol>\n");
}

void AddStatementList(const Snapshot& snapshot,
                      std::span<const std::uint32_t> statements, const Rows& rows,
                      Html& html) {
  html.Raw("<ol class=\"rows\">\n");
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const SnapshotStatement& statement = snapshot.statements[statements[i]];
    html.Raw("<li class=\"statement\"").Attribute("data-row", rows.Get(i, "row"));
    html.Raw("><p class=\"claim\">");
    if (statement.speaker == kNone) {
      html.Raw("<span class=\"nobody\">Somebody</span>");
    } else {
      AddActor(snapshot.actors[statement.speaker], html);
    }
    const std::string_view role = rows.Get(i, "speaker_role");
    if (!role.empty()) html.Raw(", ").Element("span", "role", role);
    html.Raw("</p>");
    AddWords(rows.Get(i, "content"), html);
    html.Raw("<p class=\"meta\"><time").Attribute("datetime", rows.Get(i, "date"));
    html.Raw(">").Text(LongDate(statement.day)).Raw("</time> · ");
    html.Text(rows.Get(i, "thought") == "1" ? std::string_view("held, not said")
                                            : rows.Get(i, "kind"));
    html.Raw(" ·");
    AddSource(rows, i, html);
    html.Raw("</p></li>\n");
  }
  html.Raw("</ol>\n");
}

}  // namespace entente
