#include <array>

#include "base/strings.h"
#include "serve/page_context.h"

namespace entente {
namespace {

struct Room {
  std::string_view name, path, label;
};
constexpr std::array<Room, 4> kRooms = {{
    {"overview", "/overview", "Overview"},
    {"search", "/search", "Search"},
    {"alignments", "/alignments", "Alignments"},
    {"paste", "/paste", "Read a text"},
}};

// What stays when one goes from room to room.
constexpr std::string_view kKept[] = {"since", "until"};

void AddHead(std::string_view title, std::string_view json, Html& html) {
  html.Raw(
          "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
      .Text(title)
      .Raw(
          " · Entente</title>\n"
          "<link rel=\"icon\" href=\"/assets/icon.svg\" type=\"image/svg+xml\">\n"
          "<link rel=\"stylesheet\" href=\"/assets/page.css\">\n"
          "<script type=\"module\" src=\"/assets/page.js\"></script>\n");
  if (!json.empty()) {
    html.Raw("<link rel=\"alternate\" type=\"application/json\"")
        .Attribute("href", json)
        .Raw(">\n");
  }
  html.Raw("</head>\n");
}

void AddMasthead(std::string_view room, const Address& address, Html& html) {
  html.Raw(
      "<a class=\"skip\" href=\"#main\">To the content</a>\n"
      "<header class=\"masthead\"><div class=\"inner\">"
      "<a class=\"wordmark\" href=\"/overview\">Entente</a>\n"
      "<nav aria-label=\"Rooms\"><ul>");
  for (const Room& entry : kRooms) {
    Address to{std::string(entry.path)};
    for (const std::string_view name : kKept) to = to.With(name, address.Get(name));
    html.Raw("<li><a").Attribute("href", to.ToString());
    if (entry.name == room) html.Raw(" aria-current=\"page\"");
    html.Raw(">").Text(entry.label).Raw("</a></li>");
  }
  html.Raw(
      "</ul></nav>\n<form class=\"quick\" action=\"/search\" role=\"search\">"
      "<label class=\"hidden\" for=\"quick\">Words of the articles</label>"
      "<input id=\"quick\" name=\"text\" type=\"search\" "
      "placeholder=\"Words of the articles\" autocomplete=\"off\">"
      "<button>Find</button></form></div></header>\n");
}

Address WithEnding(const Address& address, std::string_view ending) {
  Address out = address;
  out.set_path(StrCat(address.path(), ending));
  return out;
}

}  // namespace

std::string Layout(const PageContext& context, const View& view) {
  Html html;
  const std::string json = WithEnding(context.address, ".json").ToString();
  AddHead(view.title, json, html);
  html.Raw("<body").Attribute("data-room", view.room).Raw(">\n");
  AddMasthead(view.room, context.address, html);
  html.Raw("<main id=\"main\" tabindex=\"-1\">\n").Add(view.body).Raw("</main>\n");
  html.Raw("<footer class=\"colophon\"><p>This view as ").Link(json, "JSON");
  if (view.has_csv) {
    html.Raw(", ").Link(WithEnding(context.address, ".csv").ToString(), "CSV");
  }
  html.Raw(" · <a href=\"/openapi.yaml\">API</a></p>\n<p>Ledger <b>")
      .Text(context.ledger)
      .Raw("</b>: ")
      .Number(static_cast<std::int64_t>(context.snapshot.documents.size()))
      .Raw(" articles, ")
      .Number(static_cast<std::int64_t>(context.snapshot.events.size()))
      .Raw(" events, ")
      .Number(static_cast<std::int64_t>(context.snapshot.statements.size()))
      .Raw(
          " statements. <span id=\"live\" role=\"status\"></span></p></footer>\n"
          "</body>\n</html>\n");
  return std::move(html).Finish();
}

std::string ErrorPage(std::string_view ledger, int status, std::string_view message) {
  Html html;
  AddHead(status == 404 ? "Not here" : "That did not work", "", html);
  html.Raw("<body data-room=\"error\">\n");
  AddMasthead("", Address(), html);
  html.Raw("<main id=\"main\" tabindex=\"-1\"><h1>")
      .Text(status == 404 ? "That is not here" : "That did not work")
      .Raw("</h1><p class=\"lede\">")
      .Text(message)
      .Raw(
          "</p><p><a href=\"/overview\">To the overview</a></p></main>\n"
          "<footer class=\"colophon\"><p>Ledger <b>")
      .Text(ledger)
      .Raw("</b></p></footer>\n</body>\n</html>\n");
  return std::move(html).Finish();
}

}  // namespace entente
