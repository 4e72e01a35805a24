// ReadingView: one article and its rows, ready to be shown: from the ledger, or of a
// text that was just read and is kept nowhere.
#ifndef ENTENTE_SERVE_READING_VIEW_H_
#define ENTENTE_SERVE_READING_VIEW_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "document/document.h"
#include "engine/reading_json.h"
#include "ledger/database.h"
#include "record/reading.h"
#include "serve/html.h"
#include "world/ontology.h"

namespace entente {

enum class MarkKind : std::uint8_t {
  kStatement,
  kEvent,
  kStance,
  kMention,
  kTime,
  kPlace
};
inline constexpr int kMarkKindCount = 6;

struct ReadingFact {
  std::string label, value;
  std::string href = {};  // where the value leads; empty: nowhere
};

// One row of the reading. Entities have several spans, all others one.
struct ReadingRow {
  std::string id;  // "e3"
  MarkKind kind = MarkKind::kEvent;
  std::string side = {};     // "cooperation", "conflict", or neither
  std::string heading = {};  // "Russia · accuse · Turkey"
  std::vector<ReadingFact> facts = {};
  std::vector<TextSpan> spans = {};
};

struct ReadingView {
  std::string key;  // empty: not in the ledger
  std::string title, source, url, published, text;
  std::string edition;  // what read it
  std::vector<ReadingRow> rows;
};

// kNotFound where there is no document whose key begins so.
Result<ReadingView> ViewOf(const Database& database, std::string_view key);

ReadingView ViewOf(const Document& document, const Reading& reading,
                   const Ontology& ontology, const EngineVersion& engine);

// The text in paragraphs, marked: a stretch of text that several rows share carries all
// of them, so that nested and crossing rows stay readable. `why` is the address before
// a row's id where reasons are told; empty: nowhere.
void AddReading(const ReadingView& view, std::string_view why, Html& html);
// {"key","title",...,"text","rows":[{"id","kind","heading","facts","spans"}]}
void AddReading(const ReadingView& view, JsonWriter& json);

}  // namespace entente

#endif  // ENTENTE_SERVE_READING_VIEW_H_
