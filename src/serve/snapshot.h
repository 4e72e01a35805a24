// Snapshot: what figures, facets and lists are counted from: the ledger's current
// events, statements and stances as columns in memory, about 60 bytes a row.
//
//   TRY(const Snapshot snapshot, LoadSnapshot(database));
//
// One pass over a million events takes a few milliseconds, where the same GROUP BY in
// SQL takes seconds. Words stay in the ledger and are fetched for the rows that are
// shown. Immutable once loaded; LiveSnapshot swaps in a newer one.
#ifndef ENTENTE_SERVE_SNAPSHOT_H_
#define ENTENTE_SERVE_SNAPSHOT_H_

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/database.h"

namespace entente {

inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Cooperation and conflict, by word and by deed.
enum class Quad : std::uint8_t {
  kVerbalCooperation,
  kMaterialCooperation,
  kVerbalConflict,
  kMaterialConflict,
};
inline constexpr int kQuadCount = 4;
inline constexpr std::array<std::string_view, kQuadCount> kQuadNames = {
    "verbal cooperation", "material cooperation", "verbal conflict",
    "material conflict"};

// One name under one code, in whatever documents: "Vladimir Putin" RUS GOV.
struct SnapshotActor {
  std::string name;
  std::string code;  // "RUS GOV"; empty: unknown
  std::string kind;
  std::uint32_t group = 0;     // index of `groups`
  std::uint32_t entities = 0;  // of documents, that bear it
};

// Those who count as one in figures: a state with its organs, a named group, the
// bearers of one code, or of one name where no code is known.
struct SnapshotGroup {
  std::string key;  // "state:RUS", "AFG REB TAL", "Jane Roe": for addresses and filters
  std::string label;  // "Russia"
};

struct SnapshotPlace {
  std::string name;
  std::string country;
  double lat = 0, lon = 0;
  bool has_point = false;
};

struct SnapshotDocument {
  std::int64_t document = 0;  // its row
  std::int64_t reading = 0;   // its current one
  std::string key;            // the first 12 digits
  std::int32_t published = kNoDay;
  std::uint32_t source = kNone;  // index of `sources`
};

struct SnapshotEvent {
  std::int32_t day = kNoDay;   // of the time that the text gives, else of publication
  std::uint32_t document = 0;  // index of `documents`
  std::uint32_t number = 0;    // in its reading
  std::uint32_t place = kNone;
  std::uint32_t first_party = 0;  // in `parties`: actors, then recipients
  std::uint16_t actors = 0, recipients = 0;
  std::uint8_t type = 0;  // index of `types`
  Quad quad = Quad::kVerbalCooperation;
  bool is_done = false;              // asserted and not negated
  std::uint32_t claimed_by = kNone;  // number of the statement that it stands in
  float score = 0;
};

struct SnapshotStatement {
  std::int32_t day = kNoDay;
  std::uint32_t document = 0;
  std::uint32_t number = 0;
  std::uint32_t speaker = kNone;    // index of `actors`
  std::uint32_t addressee = kNone;  // likewise
};

struct SnapshotStance {
  std::int32_t day = kNoDay;
  std::uint32_t document = 0;
  std::uint32_t number = 0;
  std::uint32_t giver = kNone, target = kNone;
  std::uint32_t claimed_by = kNone;
  std::int8_t sign = 0;
  bool is_word = false;  // a statement or a description, not a deed
  float strength = 0;
};

struct Snapshot {
  std::vector<SnapshotDocument> documents;  // by row
  std::vector<std::string> sources;
  std::vector<std::string> types;
  std::vector<SnapshotActor> actors;
  std::vector<SnapshotGroup> groups;
  std::vector<SnapshotPlace> places;
  std::vector<SnapshotEvent> events;   // by reading and number; so are the others
  std::vector<std::uint32_t> parties;  // indexes of `actors`
  std::vector<SnapshotStatement> statements;
  std::vector<SnapshotStance> stances;
};

// Reads the current reading of every document. Linear in the ledger's rows.
Result<Snapshot> LoadSnapshot(const Database& database);

}  // namespace entente

#endif  // ENTENTE_SERVE_SNAPSHOT_H_
