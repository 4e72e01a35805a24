// ReadRun: many documents through the engine on several threads; in input order to
// stdout, to a ledger, or both.
#ifndef ENTENTE_CLI_READ_RUN_H_
#define ENTENTE_CLI_READ_RUN_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "cli/page.h"
#include "document/document.h"
#include "engine/engine.h"
#include "ledger/ledger.h"

namespace entente {

struct ReadSettings {
  bool is_json = false;
  bool is_quiet = false;  // nothing on stdout; what the ledger has is not read again
  PageStyle style = {};
  unsigned jobs = 0;  // 0: one a core
};

struct ReadTally {
  std::uint64_t read = 0, known = 0, failed = 0;
  std::map<std::string, std::uint64_t> unread;  // by the language's name

  std::uint64_t documents() const { return read + known + failed; }
  // "12 documents are not in English and were not read: French 10, German 2"; "" where
  // there are none.
  std::string Unread() const;
};

class ReadRun {
 public:
  // `ledger` may be null. Both must outlive the run.
  ReadRun(const Engine& engine, const ReadSettings& settings, Ledger* ledger)
      : engine_(engine), settings_(settings), ledger_(ledger) {}

  // Reads all that `next` gives. What gave no document, and what is not in English
  // unless the run is quiet, is a line on stderr. `step` is called after each document,
  // `before_message` before each line; neither by two threads at once. Stops with the
  // ledger's error where it takes no more.
  Status Read(const std::function<std::optional<Result<Document>>()>& next,
              const std::function<void()>& step,
              const std::function<void()>& before_message);

  const ReadTally& tally() const { return tally_; }

 private:
  struct Answer;

  Answer ReadOne(Workspace& workspace, Result<Document> input) const;
  Status Keep(const Answer& answer);
  void Count(const Answer& answer);

  const Engine& engine_;
  const ReadSettings settings_;
  Ledger* const ledger_;
  ReadTally tally_;
};

}  // namespace entente

#endif  // ENTENTE_CLI_READ_RUN_H_
