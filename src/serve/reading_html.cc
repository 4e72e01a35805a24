// The reading as HTML and JSON: text in marked stretches, and a card for each row.
#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"
#include "serve/pieces.h"
#include "serve/reading_view.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, kMarkKindCount> kKindNames = {
    "statement", "event", "stance", "mention", "time", "place"};
constexpr std::array<std::string_view, kMarkKindCount> kKindTitles = {
    "Statements", "Events", "Stances", "Actors", "Times", "Places"};
constexpr std::size_t kMostRowsOfStretch = 12;

std::string_view NameOf(MarkKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

// Where a row begins or ends in the text.
struct Edge {
  std::uint32_t at = 0;
  bool is_end = false;
  std::uint32_t row = 0;
};

std::vector<Edge> EdgesOf(const ReadingView& view) {
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < view.rows.size(); ++i) {
    // Stances rest on the words of their events or statements: they have cards alone.
    if (view.rows[i].kind == MarkKind::kStance) continue;
    for (const TextSpan span : view.rows[i].spans) {
      if (span.begin >= span.end || span.end > view.text.size()) continue;
      edges.push_back({.at = span.begin, .is_end = false, .row = i});
      edges.push_back({.at = span.end, .is_end = true, .row = i});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    if (a.at != b.at) return a.at < b.at;
    return a.is_end != b.is_end ? a.is_end : a.row < b.row;
  });
  return edges;
}

class MarkedText {
 public:
  MarkedText(const ReadingView& view, Html& html)
      : view_(view), html_(html), has_anchor_(view.rows.size()) {}

  void Write() {
    html_.Raw("<div class=\"text\" id=\"text\">\n");
    std::size_t at = 0;
    for (const Edge& edge : EdgesOf(view_)) {
      Stretch(at, edge.at);
      at = edge.at;
      if (edge.is_end) {
        now_.erase(std::find(now_.begin(), now_.end(), edge.row));
      } else {
        now_.push_back(edge.row);
      }
    }
    Stretch(at, view_.text.size());
    EndParagraph();
    html_.Raw("</div>\n");
  }

 private:
  // Line by line: each line of the article is a paragraph.
  void Stretch(std::size_t from, std::size_t to) {
    while (from < to) {
      const std::size_t line = std::min(view_.text.find('\n', from), to);
      if (line > from) Piece(std::string_view(view_.text).substr(from, line - from));
      if (line < to) EndParagraph();
      from = line + 1;
    }
  }

  void Piece(std::string_view text) {
    if (!is_open_) {
      if (Trim(text).empty()) return;
      html_.Raw(is_first_ ? Markup("<p class=\"first\" dir=\"auto\">")
                          : Markup("<p dir=\"auto\">"));
      is_open_ = true;
      is_first_ = false;
    }
    if (now_.empty()) {
      html_.Text(text);
      return;
    }
    std::string kinds = "mark", rows;
    const ReadingRow* inner = nullptr;  // the event that began last
    for (std::size_t i = 0; i < std::min(now_.size(), kMostRowsOfStretch); ++i) {
      const ReadingRow& row = view_.rows[now_[now_.size() - 1 - i]];
      const std::string_view kind = NameOf(row.kind);
      if (kinds.find(kind) == std::string::npos) kinds += StrCat(" ", kind);
      if (!row.side.empty() && kinds.find(row.side) == std::string::npos) {
        kinds += StrCat(" ", row.side);
      }
      rows += StrCat(rows.empty() ? "" : " ", row.id);
      const bool leads = row.kind == MarkKind::kEvent && !Trim(text).empty();
      if (inner == nullptr && leads) inner = &row;
    }
    html_.Raw(inner == nullptr ? Markup("<span") : Markup("<a"));
    html_.Attribute("class", kinds).Attribute("data-rows", rows);
    if (inner != nullptr) html_.Attribute("href", StrCat("#", inner->id));
    Anchor();
    html_.Raw(">").Text(text);
    html_.Raw(inner == nullptr ? Markup("</span>") : Markup("</a>"));
  }

  // The first stretch of a row bears its address; an element has but one, so it is that
  // of the row that began last.
  void Anchor() {
    for (auto row = now_.rbegin(); row != now_.rend(); ++row) {
      if (has_anchor_[*row]) continue;
      has_anchor_[*row] = true;
      html_.Attribute("id", StrCat("at-", view_.rows[*row].id));
      return;
    }
  }

  void EndParagraph() {
    if (is_open_) html_.Raw("</p>\n");
    is_open_ = false;
  }

  const ReadingView& view_;
  Html& html_;
  std::vector<bool> has_anchor_;
  std::vector<std::uint32_t> now_;  // rows that the place is in, by beginning
  bool is_open_ = false, is_first_ = true;
};

void AddCard(const ReadingRow& row, std::string_view why, Html& html) {
  html.Raw("<li").Attribute("class", StrCat("card ", NameOf(row.kind), " ", row.side));
  html.Attribute("id", row.id).Raw("><p class=\"claim\">");
  if (!row.spans.empty() && row.kind != MarkKind::kStance) {
    html.Raw("<a").Attribute("href", StrCat("#at-", row.id));
    html.Attribute("data-show", row.id).Raw("><bdi>").Text(row.heading);
    html.Raw("</bdi></a>");
  } else {
    html.Raw("<bdi>").Text(row.heading).Raw("</bdi>");
  }
  html.Raw("</p><dl>");
  for (const ReadingFact& fact : row.facts) {
    html.Raw("<div><dt>").Text(fact.label).Raw("</dt><dd dir=\"auto\">");
    if (fact.href.empty()) {
      html.Text(fact.value);
    } else {
      html.Link(fact.href, fact.value);
    }
    html.Raw("</dd></div>");
  }
  html.Raw("</dl>");
  if (row.kind == MarkKind::kEvent && !why.empty()) {
    html.Raw("<p class=\"why\"><a").Attribute("href", StrCat(why, row.id));
    html.Raw(">Why this row?</a></p>");
  }
  html.Raw("</li>\n");
}

std::int64_t CountOf(const ReadingView& view, MarkKind kind) {
  return std::count_if(view.rows.begin(), view.rows.end(),
                       [&](const ReadingRow& row) { return row.kind == kind; });
}

void AddCards(const ReadingView& view, std::string_view why, Html& html) {
  html.Raw("<div class=\"cards\">\n");
  constexpr MarkKind kOrder[] = {MarkKind::kEvent,  MarkKind::kStatement,
                                 MarkKind::kStance, MarkKind::kMention,
                                 MarkKind::kPlace,  MarkKind::kTime};
  for (const MarkKind kind : kOrder) {
    const std::int64_t count = CountOf(view, kind);
    if (count == 0) continue;
    const bool is_open = kind == MarkKind::kEvent || kind == MarkKind::kStatement;
    html.Raw("<details").Attribute("class", NameOf(kind));
    html.Raw(is_open ? Markup(" open><summary><h2>") : Markup("><summary><h2>"));
    html.Text(kKindTitles[static_cast<std::size_t>(kind)]);
    html.Raw(" <span class=\"n\">").Number(count).Raw("</span></h2></summary><ol>\n");
    for (const ReadingRow& row : view.rows) {
      if (row.kind == kind) AddCard(row, why, html);
    }
    html.Raw("</ol></details>\n");
  }
  html.Raw("</div>\n");
}

}  // namespace

void AddReading(const ReadingView& view, std::string_view why, Html& html) {
  html.Raw("<div class=\"reading\"><article><header><h1 dir=\"auto\">");
  html.Text(view.title.empty() ? std::string_view("Without a title") : view.title);
  html.Raw("</h1><p class=\"meta\">");
  if (!view.source.empty()) html.Element("cite", "source", view.source).Raw(" · ");
  html.Text(LongDate(view.published));
  if (view.url.starts_with("http://") || view.url.starts_with("https://")) {
    html.Raw(" · <a rel=\"noreferrer noopener nofollow\"").Attribute("href", view.url);
    html.Raw(">the original</a>");
  }
  html.Raw("</p><div class=\"legend\" id=\"legend\"><span>Marked:</span>");
  constexpr MarkKind kMarked[] = {MarkKind::kEvent, MarkKind::kStatement,
                                  MarkKind::kMention, MarkKind::kPlace,
                                  MarkKind::kTime};
  for (const MarkKind kind : kMarked) {
    html.Raw("<label><input type=\"checkbox\" checked").Attribute("name", NameOf(kind));
    html.Raw("> <span").Attribute("class", StrCat("mark ", NameOf(kind))).Raw(">");
    html.Text(AsciiLower(kKindTitles[static_cast<std::size_t>(kind)]));
    html.Raw("</span> <span class=\"n\">").Number(CountOf(view, kind));
    html.Raw("</span></label>");
  }
  html.Raw("</div></header>\n");
  MarkedText(view, html).Write();
  html.Raw("<footer class=\"meta\">Read by ").Text(view.edition).Raw("</footer>");
  html.Raw("</article>\n<aside aria-label=\"Rows of this article\">\n");
  if (CountOf(view, MarkKind::kEvent) + CountOf(view, MarkKind::kStatement) == 0) {
    html.Raw(
        "<p class=\"empty\">No event and no statement was found in this text.</p>");
  }
  AddCards(view, why, html);
  html.Raw("</aside></div>\n");
}

void AddReading(const ReadingView& view, JsonWriter& json) {
  json.BeginObject();
  json.OptionalField("key", view.key);
  json.OptionalField("title", view.title);
  json.OptionalField("source", view.source);
  json.OptionalField("url", view.url);
  json.OptionalField("published", view.published);
  json.Field("edition", view.edition);
  json.Field("text", view.text);
  json.Key("rows");
  json.BeginArray();
  for (const ReadingRow& row : view.rows) {
    json.BeginObject();
    json.Field("id", row.id);
    json.Field("kind", NameOf(row.kind));
    json.OptionalField("side", row.side);
    json.Field("heading", row.heading);
    json.Key("spans");
    json.BeginArray();
    for (const TextSpan span : row.spans) {
      json.BeginArray();
      json.Number(std::int64_t{span.begin});
      json.Number(std::int64_t{span.end});
      json.EndArray();
    }
    json.EndArray();
    json.Key("facts");
    json.BeginObject();
    for (const ReadingFact& fact : row.facts) json.Field(fact.label, fact.value);
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

}  // namespace entente
