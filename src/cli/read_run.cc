#include "cli/read_run.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

#include "base/progress.h"
#include "base/strings.h"
#include "cli/brief.h"
#include "cli/locate.h"
#include "engine/batch.h"

namespace entente {

std::string ReadTally::Unread() const {
  std::uint64_t all = 0;
  std::string names;
  for (const auto& [name, count] : unread) {
    all += count;
    names += StrCat(names.empty() ? "" : ", ", name, " ", WithCommas(count));
  }
  if (all == 0) return {};
  return StrCat(
      WithCommas(all),
      all == 1 ? std::string_view(" document is") : std::string_view(" documents are"),
      " not in English and not read: ", names);
}

struct ReadRun::Answer {
  std::string out = {};  // for stdout
  std::string complaint = {};
  // Of a text that is not in English: its language, and a line that says so.
  std::string language = {}, note = {};
  bool is_known = false;  // to the ledger: not read again
  // For the ledger, where one is kept.
  std::optional<Document> document = {};
  std::optional<Reading> reading = {};
};

ReadRun::Answer ReadRun::ReadOne(Workspace& workspace, Result<Document> input) const {
  Answer answer;
  if (!input) {
    answer.complaint = input.error().message;
    return answer;
  }
  if (ledger_ != nullptr && settings_.is_quiet && ledger_->Has(KeyOf(*input))) {
    answer.is_known = true;
    return answer;
  }
  Reading reading = engine_.Read(*input, workspace);
  if (reading.language != "en") {
    answer.language = engine_.LanguageName(reading.language);
    answer.note = StrCat(input->title.empty() ? input->id : input->title, ": ",
                         reading.warnings.back().message);
  }
  if (settings_.is_quiet) {
    // Only the ledger wants it.
  } else if (settings_.is_json) {
    answer.out = ToJson(*input, reading, engine_.version(), engine_.ontology()) + "\n";
  } else {
    answer.out = Brief(*input, reading, engine_.ontology(), settings_.style);
  }
  if (ledger_ != nullptr) {
    answer.document = std::move(input).value();
    answer.reading = std::move(reading);
  }
  return answer;
}

Status ReadRun::Keep(const Answer& answer) {
  if (ledger_ == nullptr) return std::monostate{};
  if (!answer.complaint.empty()) return ledger_->AddFailure(answer.complaint);
  if (answer.is_known) {
    ledger_->CountKnown();
    return std::monostate{};
  }
  return ledger_->Add(*answer.document, *answer.reading, engine_.ontology());
}

void ReadRun::Count(const Answer& answer) {
  if (!answer.complaint.empty()) {
    ++tally_.failed;
  } else if (answer.is_known) {
    ++tally_.known;
  } else {
    ++tally_.read;
  }
  if (!answer.language.empty()) ++tally_.unread[answer.language];
}

Status ReadRun::Read(const std::function<std::optional<Result<Document>>()>& next,
                     const std::function<void()>& step,
                     const std::function<void()>& before_message) {
  const unsigned threads = settings_.jobs != 0
                               ? settings_.jobs
                               : std::max(1U, std::thread::hardware_concurrency());
  Status kept = std::monostate{};
  RunInOrder<Result<Document>, Answer>(
      {.threads = threads},
      [&]() -> std::optional<Result<Document>> {
        if (!kept) return std::nullopt;  // the ledger takes no more
        return next();
      },
      [&] {
        const auto workspace = std::make_shared<Workspace>();
        return [this, workspace](Result<Document> input) {
          return ReadOne(*workspace, std::move(input));
        };
      },
      [&](const Answer& answer) {
        std::fwrite(answer.out.data(), 1, answer.out.size(), stdout);
        const std::string& message = answer.complaint.empty() && !settings_.is_quiet
                                         ? answer.note
                                         : answer.complaint;
        if (!message.empty()) {
          before_message();
          Complain({ErrorCode::kInvalid, message});
        }
        Count(answer);
        if (kept) kept = Keep(answer);
        step();
      });
  return kept;
}

}  // namespace entente
