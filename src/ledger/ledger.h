// Ledger: readings in, kept in one SQLite file; schema.sql is its schema.
//
//   TRY(Ledger ledger, Ledger::Open("news.ledger"));
//   TRY(const std::int64_t run, ledger.BeginRun(engine.version(), options_json));
//   if (!ledger.Has(document)) {
//     const Status added = ledger.Add(document, reading, engine.ontology());
//   }
//   const Status done = ledger.Finish();
//
// A document and all rows of its reading become visible together. What was committed
// stays, whatever happens after: a run that is cut off goes on where it stopped, for
// documents that the same edition of the engine has read are known by their content.
// One writer at a time; any number of readers beside it.
#ifndef ENTENTE_LEDGER_LEDGER_H_
#define ENTENTE_LEDGER_LEDGER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"
#include "engine/reading_json.h"
#include "record/reading.h"
#include "world/ontology.h"

namespace entente {

// 32 hexadecimal digits over all that the ledger keeps of a document.
std::string KeyOf(const Document& document);

class Ledger {
 public:
  // Makes the file where it does not exist. Returns kUnavailable where another program
  // is writing to it or it may not be written, kCorrupt for a file that is no ledger.
  static Result<Ledger> Open(const std::string& path);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // All that follows is of this edition of the engine. `options` is a JSON text.
  Status BeginRun(const EngineVersion& engine, std::string_view options);

  // Whether this edition has read the document. Safe to call from any thread while
  // another adds: what is added meanwhile may or may not count.
  bool Has(std::string_view key) const;

  // Keeps the document and its reading; does nothing where Has(). Rows are committed
  // every few thousand documents and by Finish.
  Status Add(const Document& document, const Reading& reading,
             const Ontology& ontology);
  // Counts a document that was skipped because Has().
  void CountKnown();
  // Keeps the reason why an input gave no document.
  Status AddFailure(std::string_view reason);

  // Commits, builds the indexes, closes the run.
  Status Finish();

 private:
  struct State;
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_LEDGER_H_
