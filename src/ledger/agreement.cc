#include "ledger/agreement.h"

#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/check.h"

namespace entente {
namespace {

using Unit = std::map<std::string, std::string>;  // by reviewer: the label
using Units = std::map<std::string, Unit>;        // by row

// What each reviewer's standing word makes of one field of each event: by SQL, so that
// anybody can check it. An undo takes back its reviewer's last word that stands.
constexpr const char* kWords = R"sql(
SELECT correction.reading || '-' || correction.number AS unit, reviewer, verdict,
       json_extract(changes, '$.' || ?1) AS changed,
       CASE WHEN original.rows IS NOT NULL
            THEN json_extract(original.rows, '$.event[0].' || ?1)
            ELSE CASE ?1 WHEN 'type' THEN event.type WHEN 'mode' THEN event.mode
                         WHEN 'polarity' THEN event.polarity
                         WHEN 'modality' THEN event.modality
                         WHEN 'date' THEN event.date END END AS machine
FROM correction
LEFT JOIN original ON original.reading = correction.reading
  AND original.list = correction.list AND original.number = correction.number
LEFT JOIN event ON event.reading = correction.reading
  AND event.event = correction.number
WHERE correction.list = 'e' ORDER BY correction.correction)sql";

struct Word {
  std::string verdict, value;
};

Result<Units> UnitsOf(const Database& database, const std::string& field) {
  TRY(Query query, database.Prepare(kWords));
  query.Bind(1, field);
  std::map<std::pair<std::string, std::string>, std::vector<Word>> stacks;
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) break;
    auto& stack = stacks[{std::string(query.Text(0)), std::string(query.Text(1))}];
    const std::string verdict(query.Text(2));
    if (verdict == "undo") {
      if (!stack.empty()) stack.pop_back();
      continue;
    }
    std::string value(query.Text(query.IsNull(3) ? 4 : 3));
    // What one changed before still holds where the next word says nothing of it.
    if (query.IsNull(3) && verdict == "amend" && !stack.empty()) {
      value = stack.back().value;
    }
    stack.push_back({verdict, std::move(value)});
  }
  Units units;
  for (const auto& [key, stack] : stacks) {
    if (stack.empty()) continue;
    const Word& word = stack.back();
    const bool is_wrong = word.verdict == "reject";
    if (field == "verdict") {
      units[key.first][key.second] = is_wrong ? "wrong" : "right";
    } else if (!is_wrong) {
      units[key.first][key.second] = word.value;
    }
  }
  return units;
}

// The two reviewers who share most rows, and what they said of each.
std::vector<std::pair<std::string, std::string>> ClosestPair(const Units& units) {
  std::map<std::pair<std::string, std::string>,
           std::vector<std::pair<std::string, std::string>>>
      pairs;
  for (const auto& [row, unit] : units) {
    for (auto a = unit.begin(); a != unit.end(); ++a) {
      for (auto b = std::next(a); b != unit.end(); ++b) {
        pairs[{a->first, b->first}].emplace_back(a->second, b->second);
      }
    }
  }
  std::vector<std::pair<std::string, std::string>> most;
  for (auto& [who, labels] : pairs) {
    if (labels.size() > most.size()) most = std::move(labels);
  }
  return most;
}

}  // namespace

std::optional<double> CohensKappa(
    const std::vector<std::pair<std::string, std::string>>& labels) {
  if (labels.empty()) return std::nullopt;
  std::map<std::string, std::pair<double, double>> shares;
  double observed = 0;
  const auto count = static_cast<double>(labels.size());
  for (const auto& [a, b] : labels) {
    observed += a == b ? 1 / count : 0;
    shares[a].first += 1 / count;
    shares[b].second += 1 / count;
  }
  double expected = 0;
  for (const auto& [label, share] : shares) expected += share.first * share.second;
  if (expected > 1 - 1e-12) return std::nullopt;
  return (observed - expected) / (1 - expected);
}

std::optional<double> KrippendorffsAlpha(
    const std::vector<std::vector<std::string>>& units) {
  std::map<std::string, double> totals;
  double pairable = 0;
  double disagreed = 0;
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    const auto size = static_cast<double>(unit.size());
    std::map<std::string, double> counts;
    for (const std::string& label : unit) counts[label] += 1;
    for (const auto& [label, count] : counts) {
      totals[label] += count;
      disagreed += count * (size - count) / (size - 1);
    }
    pairable += size;
  }
  if (pairable < 2) return std::nullopt;
  double expected = 0;
  for (const auto& [label, count] : totals) expected += count * (pairable - count);
  if (expected <= 0) return std::nullopt;
  return 1 - (pairable - 1) * disagreed / expected;
}

Result<std::vector<FieldAgreement>> AgreementOf(const Database& database) {
  constexpr std::array<const char*, 8> kFields = {
      "verdict", "type", "mode", "actor", "recipient", "polarity", "modality", "date"};
  std::vector<FieldAgreement> out;
  for (const char* field : kFields) {
    TRY(const Units units, UnitsOf(database, field));
    FieldAgreement agreement;
    agreement.field = field;
    std::vector<std::vector<std::string>> labels;
    for (const auto& [row, unit] : units) {
      std::vector<std::string>& all = labels.emplace_back();
      for (const auto& [reviewer, label] : unit) all.push_back(label);
      agreement.rows += unit.size() > 1 ? 1 : 0;
    }
    agreement.kappa = CohensKappa(ClosestPair(units));
    agreement.alpha = KrippendorffsAlpha(labels);
    out.push_back(std::move(agreement));
  }
  return out;
}

}  // namespace entente
