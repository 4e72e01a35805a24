#include "align/pair_sql.h"

#include <cstdio>

#include "base/date.h"
#include "base/strings.h"

namespace entente {
namespace {

std::string Number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

std::string Day(std::int32_t day) { return StrCat("'", ToString(FromDays(day)), "'"); }

// Which source a reading is of.
std::string SourceSql(bool has_copies) {
  return StrCat(
      "source AS (\n"
      "  SELECT current.reading, coalesce(document.published, document.updated) AS "
      "day,\n"
      "    coalesce('publisher ' || first.source, 'document ' || first.document) AS "
      "source\n"
      "  FROM current JOIN document USING (document)\n"
      "  JOIN document AS first ON first.document = ",
      has_copies ? "coalesce((SELECT original FROM copy\n"
                   "    WHERE copy.document = current.document), current.document)"
                 : "current.document",
      ")");
}

// Rows of events and of stances with from, to and claimant: columns of the entities
// have the prefixes "f.", "t." and "c.".
constexpr std::string_view kEvents =
    "  SELECT event.reading, 0 AS is_stance, event.event AS number, event.first, "
    "event.last,\n"
    "    event.type || coalesce(' ' || mode, '') AS type, coalesce(score, 0) AS "
    "score,\n"
    "    coalesce(quad, '') AS quad, event.polarity, modality, 'event' AS basis,\n"
    "    status = 'claimed' AS is_claimed, reciprocal, coalesce(contexts, '') AS "
    "contexts,\n"
    "    coalesce(time.begins, source.day) AS day, source.source,\n"
    "    @WAY AS way, @CLAIMANT AS claimant\n"
    "  FROM source JOIN event USING (reading)\n"
    "  JOIN party AS pf ON pf.reading = event.reading AND pf.event = event.event\n"
    "    AND pf.side = 'actor'\n"
    "  JOIN entity AS f ON f.reading = pf.reading AND f.entity = pf.entity\n"
    "  JOIN party AS pt ON pt.reading = event.reading AND pt.event = event.event\n"
    "    AND pt.side = 'recipient'\n"
    "  JOIN entity AS t ON t.reading = pt.reading AND t.entity = pt.entity\n"
    "  LEFT JOIN time ON time.reading = event.reading AND time.time = event.time\n"
    "  LEFT JOIN statement AS said ON said.reading = event.reading\n"
    "    AND said.statement = event.claimed_by\n"
    "  LEFT JOIN entity AS c ON c.reading = said.reading AND c.entity = said.speaker\n";
constexpr std::string_view kStances =
    "  SELECT stance.reading, 1, stance.stance, stance.first, stance.last,\n"
    "    'STANCE', 10 * sign * strength, '', '+', 'asserted', basis,\n"
    "    stance.claimed_by IS NOT NULL, 0, '', source.day, source.source,\n"
    "    @WAY AS way, @CLAIMANT\n"
    "  FROM source JOIN stance USING (reading)\n"
    "  JOIN entity AS f ON f.reading = stance.reading AND f.entity = giver\n"
    "  JOIN entity AS t ON t.reading = stance.reading AND t.entity = target\n"
    "  LEFT JOIN statement AS said ON said.reading = stance.reading\n"
    "    AND said.statement = stance.claimed_by\n"
    "  LEFT JOIN entity AS c ON c.reading = said.reading AND c.entity = said.speaker\n"
    "  WHERE basis <> 'event'";

std::string Replaced(std::string_view text, std::string_view mark,
                     std::string_view with) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find(mark, at);
    out += text.substr(at, found == std::string_view::npos ? found : found - at);
    if (found == std::string_view::npos) return out;
    out += with;
    at = found + mark.size();
  }
}

std::string FactSql(const PartySet& a, const PartySet& b) {
  const std::string way =
      StrCat("CASE WHEN ", a.Sql("f."), " AND ", b.Sql("t."), " THEN 'a to b'\n      ",
             "WHEN ", b.Sql("f."), " AND ", a.Sql("t."), " THEN 'b to a' END");
  const std::string claimant = StrCat("CASE WHEN ", a.Sql("c."), " THEN 'a' WHEN ",
                                      b.Sql("c."), " THEN 'b' END");
  const std::string both = StrCat(kEvents, "  UNION ALL\n", kStances);
  return StrCat("fact AS (\n",
                Replaced(Replaced(both, "@WAY", way), "@CLAIMANT", claimant), ")");
}

std::string SpanSql(const TimeSpan& span, const std::string& context) {
  std::string out = "way IS NOT NULL";
  if (span.since != kNoDay) out += StrCat(" AND day >= ", Day(span.since));
  if (span.until != kNoDay) out += StrCat(" AND day <= ", Day(span.until));
  if (span.half_life > 0) out += " AND day IS NOT NULL";
  if (!context.empty()) {
    out += StrCat(" AND instr(',' || replace(contexts, ' ', '') || ',', ',", context,
                  ",') > 0");
  }
  return out;
}

std::string TrustSql(const AlignSettings& settings) {
  std::string modality = "CASE modality", basis = "CASE basis";
  for (std::size_t i = 0; i < kModalityCount; ++i) {
    modality += StrCat(" WHEN '", Name(static_cast<Modality>(i)), "' THEN ",
                       Number(settings.modality[i]));
  }
  for (std::size_t i = 0; i < kBasisCount; ++i) {
    basis += StrCat(" WHEN '", Name(static_cast<StanceBasis>(i)), "' THEN ",
                    Number(settings.basis[i]));
  }
  return StrCat(
      "CASE WHEN polarity = '-' THEN 0 WHEN is_stance AND EXISTS (\n"
      "      SELECT 1 FROM ours AS told WHERE told.reading = ours.reading\n"
      "      AND (told.is_stance, told.number) < (1, ours.number)\n"
      "      AND told.first < ours.last AND ours.first < told.last\n"
      "      AND sign(told.score) = sign(ours.score)) THEN 0\n"
      "    ELSE CASE WHEN NOT is_claimed THEN ",
      Number(settings.word[0]), " WHEN claimant IS NOT NULL THEN ",
      Number(settings.word[1]), " ELSE ", Number(settings.word[2]), " END\n      * ",
      modality, " END\n      * ", basis, " END END");
}

std::string AgeSql(const TimeSpan& span) {
  if (span.half_life <= 0 || span.reference == kNoDay) return "1.0";
  return StrCat("pow(2, -max(0, julianday(", Day(span.reference),
                ") - julianday(day)) / ", Number(span.half_life), ")");
}

}  // namespace

std::string PairSql(const PartySet& a, const PartySet& b, const AlignSettings& settings,
                    const TimeSpan& span, const std::string& context, bool has_copies) {
  return StrCat(
      "WITH ", SourceSql(has_copies), ",\n", FactSql(a, b),
      ",\nours AS MATERIALIZED (SELECT * FROM fact WHERE ", SpanSql(span, context),
      "),\n"
      "trusted AS (\n"
      "  SELECT CASE WHEN basis = 'description' THEN 'described'\n"
      "    WHEN is_claimed AND claimant IS NOT NULL THEN 'declared by ' || claimant\n"
      "    WHEN is_stance OR (quad LIKE 'verbal%' AND type NOT LIKE 'CONSULT%')\n"
      "      THEN 'declared by ' || substr(way, 1, 1) ELSE 'enacted' END AS sphere,\n"
      "    CASE WHEN is_stance OR reciprocal THEN 'both' ELSE way END AS direction,\n"
      "    type, quad, day, sign(score) AS sign, source, abs(score) / 10 AS "
      "intensity,\n    ",
      TrustSql(settings),
      " AS trust\n  FROM ours),\n"
      "told AS (\n"
      "  SELECT sphere, direction, type, day, sign, source, max(trust) AS trust,\n"
      "    max(iif(trust > 0, intensity, 0)) AS intensity, count(*) AS rows,\n"
      "    max(quad) AS quad\n"
      "  FROM trusted GROUP BY sphere, direction, type, day, sign, source),\n"
      "unit AS (\n"
      "  SELECT sphere, direction, type, day, sign, max(intensity) AS intensity,\n"
      "    1 - exp(sum(ln(1 - trust))) AS trust, sum(rows) AS rows,\n"
      "    max(quad) AS quad\n"
      "  FROM told GROUP BY sphere, direction, type, day, sign)\n"
      "SELECT sphere, direction, type, day, sign, intensity, trust, ",
      AgeSql(span), " AS age,\n  intensity * trust * ", AgeSql(span),
      " AS mass, rows, quad\nFROM unit ORDER BY sphere, direction, type, day, sign");
}

}  // namespace entente
