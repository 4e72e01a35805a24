#include "ledger/gold.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/strings.h"
#include "ledger/review.h"

namespace entente {
namespace {

// Words on one line, as the lines of a case want them.
std::string Squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// A party of a case line: its code, "*" for somebody without one, "-" for nobody.
std::string PartyOf(const Query& query, int who, int code) {
  if (query.IsNull(who)) return "-";
  return query.Text(code).empty() ? "*" : std::string(query.Text(code));
}

// Reviewed events in the order of the text, with the spans that the machine gave.
constexpr const char* kReviewed = R"sql(
SELECT DISTINCT correction.reading, correction.number, document.key, document.published,
       coalesce(event.sentence_first,
                json_extract(rows, '$.event[0].sentence_first')) AS begins,
       coalesce(event.sentence_last, json_extract(rows, '$.event[0].sentence_last')),
       document.text
FROM correction JOIN reading USING (reading) JOIN document USING (document)
LEFT JOIN event ON event.reading = correction.reading
  AND event.event = correction.number
LEFT JOIN original ON original.reading = correction.reading
  AND original.list = 'e' AND original.number = correction.number
WHERE correction.list = 'e' ORDER BY correction.reading, begins, correction.number)sql";

constexpr const char* kStanding = R"sql(
SELECT dyad.actor, a.code, dyad.recipient, r.code, event.type, event.mode,
       event.polarity, event.modality, CASE WHEN event.time IS NULL AND event.date IS
       document.published THEN NULL ELSE event.date END, event.first, event.last
FROM event JOIN dyad USING (reading, event) JOIN reading USING (reading)
JOIN document USING (document)
LEFT JOIN who AS a ON a.who = dyad.actor LEFT JOIN who AS r ON r.who = dyad.recipient
WHERE event.reading = ? AND event.event = ? ORDER BY dyad.dyad)sql";

constexpr const char* kRejected = R"sql(
SELECT json_extract(value, '$.actor') AS actor, a.code,
       json_extract(value, '$.recipient') AS recipient, r.code,
       json_extract(value, '$.type')
FROM original, json_each(rows, '$.dyad')
LEFT JOIN who AS a ON a.who = json_extract(value, '$.actor')
LEFT JOIN who AS r ON r.who = json_extract(value, '$.recipient')
WHERE reading = ? AND list = 'e' AND number = ?)sql";

Status AddStanding(Query& query, const RowRef& row, std::string_view text,
                   std::string& out) {
  query.Bind(1, row.reading);
  query.Bind(2, row.number);
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return std::monostate{};
    std::string how(query.Text(7) == "asserted" ? std::string_view() : query.Text(7));
    if (query.Text(6) == "-") how = "not";
    const auto first = static_cast<std::size_t>(query.Integer(9));
    const auto last = static_cast<std::size_t>(query.Integer(10));
    out += StrCat("event: ", PartyOf(query, 0, 1), " > ", PartyOf(query, 2, 3), " | ",
                  query.Text(4), query.IsNull(5) ? "" : " ", query.Text(5), " | ",
                  query.Text(8), " | ", how, " | \"",
                  Squeezed(text.substr(first, last - first)), "\"\n");
  }
}

Status AddRejected(Query& query, const RowRef& row, std::string& out) {
  query.Bind(1, row.reading);
  query.Bind(2, row.number);
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return std::monostate{};
    out += StrCat("none: ", PartyOf(query, 0, 1), " > ", PartyOf(query, 2, 3), " | ",
                  query.Text(4), "\n");
  }
}

}  // namespace

Result<std::string> GoldOf(const Database& database) {
  TRY(Query reviewed, database.Prepare(kReviewed));
  TRY(Query standing, database.Prepare(kStanding));
  TRY(Query rejected, database.Prepare(kRejected));
  std::string out;
  std::pair<std::int64_t, std::int64_t> sentence(0, 0);
  while (true) {
    TRY(const bool found, reviewed.Step());
    if (!found) return out;
    const RowRef row{reviewed.Integer(0), 'e', reviewed.Integer(1)};
    TRY(const std::optional<Judgement> state, StateOf(database, row));
    if (!state) continue;
    const std::string text(reviewed.Text(6));
    const std::pair here(reviewed.Integer(0), reviewed.Integer(4));
    if (here != sentence) {
      sentence = here;
      const auto first = static_cast<std::size_t>(reviewed.Integer(4));
      const auto last = static_cast<std::size_t>(reviewed.Integer(5));
      out += StrCat(out.empty() ? "" : "\n", "# case: ", reviewed.Text(2).substr(0, 12),
                    "-", first, "\n");
      if (!reviewed.IsNull(3)) out += StrCat("published: ", reviewed.Text(3), "\n");
      out += StrCat("text: ", Squeezed(text.substr(first, last - first)), "\n");
    }
    const Status added = *state == Judgement::kReject
                             ? AddRejected(rejected, row, out)
                             : AddStanding(standing, row, text, out);
    if (!added) return added.error();
  }
}

}  // namespace entente
