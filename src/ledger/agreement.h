// Agreement: how far reviewers say the same of the same rows.
#ifndef ENTENTE_LEDGER_AGREEMENT_H_
#define ENTENTE_LEDGER_AGREEMENT_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

// Cohen's kappa (1960, "A coefficient of agreement for nominal scales") of two who
// labelled the same units: (observed - expected) / (1 - expected). Nothing where there
// is no unit, or where chance alone would agree on every one.
std::optional<double> CohensKappa(
    const std::vector<std::pair<std::string, std::string>>& labels);

// Krippendorff's alpha for nominal data (2011, "Computing Krippendorff's
// alpha-reliability"): any number of observers, each unit with the labels it got. Units
// with fewer than two labels do not count. Nothing where no unit has two, or all labels
// are one.
std::optional<double> KrippendorffsAlpha(
    const std::vector<std::vector<std::string>>& units);

struct FieldAgreement {
  std::string field;            // "verdict", "type", "actor", ...
  std::size_t rows = 0;         // that two or more reviewers judged
  std::optional<double> kappa;  // of the two who share most rows
  std::optional<double> alpha;  // of all
};

// By field of events, "verdict" first (right, as amended or not, or wrong). A
// reviewer's word on a row is the last one that stands; a field that somebody accepted
// is as the machine wrote it.
Result<std::vector<FieldAgreement>> AgreementOf(const Database& database);

}  // namespace entente

#endif  // ENTENTE_LEDGER_AGREEMENT_H_
