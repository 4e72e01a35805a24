#include "serve/reading_view.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/strings.h"
#include "serve/pieces.h"

namespace entente {
namespace {

std::string_view SideOfQuad(std::string_view quad) {
  if (quad.ends_with("cooperation")) return "cooperation";
  return quad.ends_with("conflict") ? "conflict" : "";
}

std::string Or(std::string_view text, std::string_view otherwise) {
  return std::string(text.empty() ? otherwise : text);
}

void AddFact(std::string_view label, std::string_view value, ReadingRow& row,
             std::string href = {}) {
  if (value.empty()) return;
  row.facts.push_back({.label = std::string(label),
                       .value = std::string(value),
                       .href = std::move(href)});
}

std::string Percent(double share) {
  constexpr double kHundred = 100;
  return StrCat(static_cast<int>(share * kHundred + 0.5), " %");
}

TextSpan SpanAt(const Query& query, int column) {
  return {.begin = static_cast<std::uint32_t>(query.Integer(column)),
          .end = static_cast<std::uint32_t>(query.Integer(column + 1))};
}

template <typename Function>
Status ForEachRow(const Database& database, std::string_view sql, std::int64_t reading,
                  Function f) {
  TRY(Query query, database.Prepare(sql));
  query.Bind(1, reading);
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return std::monostate{};
    f(static_cast<const Query&>(query));
  }
}

ReadingRow EventRow(const Query& q) {
  ReadingRow row{.id = StrCat("e", q.Integer(0)), .kind = MarkKind::kEvent};
  row.spans.push_back(SpanAt(q, 1));
  row.side = SideOfQuad(q.Text(7));
  row.heading = StrCat(Or(q.Text(4), "somebody"), " · ", AsciiLower(q.Text(3)));
  if (!q.IsNull(6)) row.heading += StrCat(" · ", q.Text(6));
  AddFact("class", q.Text(7), row);
  AddFact("mode", q.Text(8), row);
  AddFact("actor", q.Text(5), row);
  AddFact("recipient", q.Text(9), row);
  AddFact("day", StrCat(LongDate(q.Text(10)), q.IsNull(11) ? " (of publication)" : ""),
          row);
  AddFact("place", q.Text(12), row,
          Address("/search").With("place", q.Text(12)).ToString());
  if (q.Text(13) == "-") AddFact("standing", "did not happen", row);
  if (q.Text(14) != "asserted") AddFact("modality", q.Text(14), row);
  AddFact("says", q.Text(15), row);
  AddFact("CAMEO", q.Text(16), row);
  AddFact("confidence", Percent(q.Real(17)), row);
  AddFact("rule", q.Text(18), row);
  return row;
}

ReadingRow StatementRow(const Query& q) {
  ReadingRow row{.id = StrCat("s", q.Integer(0)), .kind = MarkKind::kStatement};
  row.spans.push_back(SpanAt(q, 1));
  row.heading = StrCat(Or(q.Text(3), "Somebody"), q.IsNull(4) ? "" : ", ", q.Text(4));
  AddFact("says", q.Text(5), row);
  AddFact("kind", q.Integer(7) == 1 ? std::string_view("held, not said") : q.Text(6),
          row);
  AddFact("to", q.Text(8), row);
  if (q.Text(9) == "-") AddFact("polarity", "not said, or denied", row);
  AddFact("rule", q.Text(10), row);
  return row;
}

ReadingRow StanceRow(const Query& q) {
  ReadingRow row{.id = StrCat("x", q.Integer(0)), .kind = MarkKind::kStance};
  row.spans.push_back(SpanAt(q, 1));
  const std::int64_t sign = q.Integer(3);
  row.side = sign > 0 ? "cooperation" : sign < 0 ? "conflict" : "";
  row.heading = StrCat(Or(q.Text(4), "Somebody"),
                       sign > 0   ? " with "
                       : sign < 0 ? " against "
                                  : " neutral to ",
                       Or(q.Text(5), "somebody"));
  AddFact("basis", q.Text(6), row);
  AddFact("strength", Percent(q.Real(7)), row);
  AddFact("issue", q.Text(8), row);
  AddFact("rule", q.Text(9), row);
  return row;
}

ReadingRow EntityRow(const Query& q) {
  ReadingRow row{.id = StrCat("a", q.Integer(0)), .kind = MarkKind::kMention};
  row.heading = q.Text(1);
  AddFact("kind", q.Text(2), row);
  AddFact("code", q.Text(3), row, ActorHref(q.Text(3)));
  AddFact("role", q.Text(4), row);
  AddFact("code from", q.Text(5), row);
  return row;
}

ReadingRow TimeRow(const Query& q) {
  ReadingRow row{.id = StrCat("t", q.Integer(0)), .kind = MarkKind::kTime};
  row.spans.push_back(SpanAt(q, 1));
  row.heading = Or(q.Text(3), "a time");
  AddFact("from", q.Text(4), row);
  AddFact("to", q.Text(5), row);
  AddFact("precision", q.Text(6), row);
  return row;
}

ReadingRow PlaceRow(const Query& q) {
  ReadingRow row{.id = StrCat("p", q.Integer(0)), .kind = MarkKind::kPlace};
  row.spans.push_back(SpanAt(q, 1));
  row.heading = q.Text(3);
  AddFact("country", q.Text(4), row);
  AddFact("division", q.Text(5), row);
  if (!q.IsNull(6)) AddFact("point", StrCat(q.Text(6), ", ", q.Text(7)), row);
  AddFact("precision", q.Text(8), row);
  return row;
}

Status AddRows(const Database& database, std::int64_t reading, ReadingView& view) {
  using Maker = ReadingRow (*)(const Query&);
  struct Part {
    std::string_view sql;
    Maker make;
  };
  static constexpr std::array<Part, 6> kParts = {{
      {"SELECT events.event, event.first, event.last, events.type, actor, actor_code, "
       "recipient, events.quad, events.mode, recipient_code, events.date, begins, "
       "events.place, "
       "events.polarity, events.modality, events.claimed_by, events.cameo, "
       "events.confidence, "
       "events.rule FROM events JOIN event USING (reading, event) "
       "WHERE events.reading = ? ORDER BY 2, 1",
       EventRow},
      {"SELECT statements.statement, statement.first, statement.last, "
       "statements.speaker, "
       "speaker_role, statements.content, statements.kind, statements.thought, "
       "statements.addressee, statements.polarity, statements.rule FROM statements "
       "JOIN statement "
       "USING (reading, statement) WHERE statements.reading = ? ORDER BY 2, 1",
       StatementRow},
      {"SELECT stances.stance, stance.first, stance.last, stances.sign, stances.giver, "
       "stances.target, "
       "stances.basis, stances.strength, stances.issue, stances.rule FROM stances JOIN "
       "stance USING (reading, stance) WHERE stances.reading = ? ORDER BY 2, 1",
       StanceRow},
      {"SELECT entity, name, kind, code, role, code_source FROM entity "
       "WHERE reading = ? ORDER BY 1",
       EntityRow},
      {"SELECT time, first, last, timex, begins, ends, precision FROM time "
       "WHERE reading = ? ORDER BY 2",
       TimeRow},
      {"SELECT place, first, last, name, country, admin1, round(lat, 3), round(lon, "
       "3), "
       "precision FROM place WHERE reading = ? ORDER BY 2",
       PlaceRow},
  }};
  for (const Part& part : kParts) {
    const Status added =
        ForEachRow(database, part.sql, reading,
                   [&](const Query& query) { view.rows.push_back(part.make(query)); });
    if (!added) return added;
  }
  return ForEachRow(database,
                    "SELECT entity, first, last FROM mention WHERE reading = ? AND "
                    "entity IS NOT NULL ORDER BY 2",
                    reading, [&](const Query& query) {
                      const std::string id = StrCat("a", query.Integer(0));
                      for (ReadingRow& row : view.rows) {
                        if (row.id == id) row.spans.push_back(SpanAt(query, 1));
                      }
                    });
}

}  // namespace

Result<ReadingView> ViewOf(const Database& database, std::string_view key) {
  constexpr std::size_t kShortest = 12;
  const bool is_key =
      key.size() >= kShortest && std::all_of(key.begin(), key.end(), [](char c) {
        return IsAsciiDigit(c) || (c >= 'a' && c <= 'f');
      });
  const Error missing{ErrorCode::kNotFound,
                      StrCat("No article of this ledger has the key ", key, ".")};
  if (!is_key) return missing;
  TRY(Query query,
      database.Prepare(
          "SELECT document.key, title, source, url, published, text, "
          "current.reading, version || ' · ' || model FROM document "
          "JOIN current USING (document) JOIN reading ON reading.reading = "
          "current.reading JOIN edition USING (edition) "
          "WHERE document.key >= ?1 AND document.key < ?1 || 'g'"));
  query.Bind(1, key);
  TRY(const bool found, query.Step());
  if (!found) return missing;
  ReadingView view{.key = std::string(query.Text(0).substr(0, kShortest)),
                   .title = std::string(query.Text(1)),
                   .source = std::string(query.Text(2)),
                   .url = std::string(query.Text(3)),
                   .published = std::string(query.Text(4)),
                   .text = std::string(query.Text(5)),
                   .edition = std::string(query.Text(7)),
                   .rows = {}};
  const std::int64_t reading = query.Integer(6);
  query.Reset();
  const Status added = AddRows(database, reading, view);
  if (!added) return added.error();
  return view;
}

}  // namespace entente
