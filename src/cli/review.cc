#include "cli/review.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>

#include "base/check.h"
#include "base/strings.h"
#include "cli/locate.h"
#include "cli/review_queue.h"
#include "ledger/agreement.h"
#include "ledger/gold.h"
#include "ledger/review.h"

namespace entente {
namespace {

std::string Figure(const std::optional<double>& value) {
  char text[32] = "-";
  if (value) std::snprintf(text, sizeof text, "%.3f", *value);
  return text;
}

Status PrintAgreement(const Database& database) {
  TRY(const std::vector<FieldAgreement> fields, AgreementOf(database));
  std::printf("%-10s %6s %9s %9s\n", "field", "rows", "kappa", "alpha");
  for (const FieldAgreement& field : fields) {
    std::printf("%-10s %6zu %9s %9s\n", field.field.c_str(), field.rows,
                Figure(field.kappa).c_str(), Figure(field.alpha).c_str());
  }
  return std::monostate{};
}

Status PrintGold(const Database& database) {
  TRY(const std::string cases, GoldOf(database));
  std::fputs(cases.c_str(), stdout);
  if (std::fflush(stdout) != 0) {
    return Error{ErrorCode::kUnavailable, "standard output: could not be written"};
  }
  return std::monostate{};
}

Status Judge(const ReviewCommand& command, Judgement verdict, Reviewer& reviewer) {
  if (command.words.empty()) {
    return Error{ErrorCode::kInvalid,
                 StrCat(command.action, ": name the row, 9f2dcb782915-e8 say")};
  }
  Correction correction;
  correction.verdict = verdict;
  correction.reviewer = command.reviewer;
  correction.reason = command.reason;
  TRY(correction.row, reviewer.Find(command.words.front()));
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    TRY(Change change, ParseChange(command.words[i]));
    correction.changes.push_back(std::move(change));
  }
  return reviewer.Record(correction);
}

Status Review(const ReviewCommand& command) {
  TRY(const std::string data, FindDataFolder(command.engine));
  TRY(const Ontology ontology, Ontology::Read(data + "/world"));
  TRY(Reviewer reviewer, Reviewer::Open(command.ledger, ontology));
  if (command.action.empty()) return ReviewQueue(command, reviewer);
  if (command.action == "agreement") return PrintAgreement(reviewer.database());
  if (command.action == "gold") return PrintGold(reviewer.database());
  const std::map<std::string, Judgement> verdicts = {{"accept", Judgement::kAccept},
                                                     {"reject", Judgement::kReject},
                                                     {"amend", Judgement::kAmend},
                                                     {"undo", Judgement::kUndo}};
  return Judge(command, verdicts.at(command.action), reviewer);
}

}  // namespace

int Run(const ReviewCommand& command) {
  ReviewCommand full = command;
  if (full.reviewer.empty()) {
    const char* user = std::getenv("USER");
    if (user != nullptr) full.reviewer = user;
  }
  const Status done = Review(full);
  if (done) return kDone;
  Complain(done.error());
  return kSomeFailed;
}

}  // namespace entente
