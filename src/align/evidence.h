// EvidenceTable: all rows of a ledger that set one party against another, in columns.
//
//   TRY(const EvidenceTable table, LoadEvidence(database, settings, &world));
//
// An event with n actors and m recipients gives n x m rows; a stance gives one. Stances
// that only restate an event (basis event) are left out: the event is there. Rows stand
// in the order of the ledger: by reading, events before stances.
#ifndef ENTENTE_ALIGN_EVIDENCE_H_
#define ENTENTE_ALIGN_EVIDENCE_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "align/settings.h"
#include "base/result.h"
#include "ledger/database.h"
#include "world/world.h"

namespace entente {

inline constexpr std::uint32_t kNoIndex = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// PLOVER's four, in the order of its score; kNoQuad for stances.
enum class Quad : std::uint8_t {
  kMaterialConflict,
  kVerbalConflict,
  kVerbalCooperation,
  kMaterialCooperation,
  kNoQuad,
};
inline constexpr std::size_t kQuadCount = 4;
std::string_view Name(Quad quad);  // "material conflict"

// One name with one code, as entities of the ledger bear them.
struct Party {
  std::string name;
  std::string code;  // "RUS GOV", "" for none
  std::string country, sector, group;
  std::string kind;  // "person", "country", ...
  std::uint32_t actor = kNoIndex;
};

// Who acts: a country with its state and people, a named group, what fights its state
// ("SYR REB"), an organisation. Parties with no code and no lasting name have none.
struct AlignActor {
  std::string key;           // "RUS", "AFG TAL", "SYR REB"
  std::string label;         // "Russia"
  std::uint32_t region = 0;  // index into EvidenceTable::regions
  std::uint64_t rows = 0;    // that it is a side of
};

struct EvidenceRow {
  std::int32_t day = kNoDay;      // of the act, else of publication; days since 1970
  std::uint32_t from = kNoIndex;  // parties
  std::uint32_t to = kNoIndex;
  std::uint32_t claimant = kNoIndex;  // party whose word it is; kNoIndex: nobody named
  std::uint32_t reading = 0;          // keys of the ledger's row
  std::uint32_t number = 0;
  std::uint32_t source = 0;  // one for all copies of a story; see LoadEvidence
  std::uint32_t first = 0;   // bytes of the document
  std::uint32_t last = 0;
  float score = 0;         // -10..10, PLOVER's; of a stance: 10 x sign x strength
  std::uint16_t type = 0;  // index into EvidenceTable::types
  Quad quad = Quad::kNoQuad;
  Modality modality = Modality::kAsserted;
  StanceBasis basis = StanceBasis::kEvent;  // kEvent: an event
  bool is_claimed = false;
  bool is_negated = false;
  bool is_reciprocal = false;
  std::uint64_t contexts = 0;  // bit i: EvidenceTable::contexts[i]

  bool is_stance() const { return basis != StanceBasis::kEvent; }
};

// Weighed rows for and against, undated and unaged: what the prior is drawn from.
struct Masses {
  double plus = 0;
  double minus = 0;
};

struct EvidenceTable {
  std::vector<Party> parties;
  std::vector<AlignActor> actors;
  std::vector<EvidenceRow> rows;
  std::vector<std::string> types;     // "ASSAULT aerial"; "STANCE" for stances
  std::vector<std::string> contexts;  // at most 64
  std::vector<std::string> regions;   // "" first; "Southern Asia"
  std::vector<Masses> pools;          // regions x regions, symmetric
  Masses pool;                        // of all rows
  std::int32_t last_day = kNoDay;

  // kNoIndex: no such actor.
  std::uint32_t FindActor(std::string_view key) const;
};

// Reads the newest reading of every document. Rows whose source is one and the same
// count once: a source is the publisher of a text, else the document; near-duplicates
// (the ledger's table `copy`) are of the source of their original. `world` gives
// countries their names and regions; may be null. Returns what the database returns.
Result<EvidenceTable> LoadEvidence(const Database& database,
                                   const AlignSettings& settings, const World* world);

// Whether the ledger knows near-duplicates.
Result<bool> HasCopies(const Database& database);

// The actor that a party belongs to, "" for none: see AlignActor.
std::string ActorKeyOf(const Party& party, const AlignSettings& settings);

// status x modality x basis of a row; 0 for one that did not happen.
double TrustOf(const EvidenceRow& row, Word word, const AlignSettings& settings);

}  // namespace entente

#endif  // ENTENTE_ALIGN_EVIDENCE_H_
