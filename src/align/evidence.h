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
#include <memory>
#include <span>
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

// One name with one code, as entities of the ledger bear them. Views live as long as
// the table.
struct Party {
  std::string_view name;
  std::string_view code;  // "RUS GOV", "" for none
  std::string_view country, sector, group;
  std::string_view kind;  // "person", "country", ...
  std::uint32_t actor = kNoIndex;
};

// Who acts: a country with its state and people, a named group, what fights its state
// ("SYR REB"), an organisation. Parties with no code and no lasting name have none.
struct AlignActor {
  std::string_view key;      // "RUS", "AFG TAL", "SYR REB"
  std::string_view label;    // "Russia"
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

struct CodeParts {
  std::string code, country, sector, group;
};

// Plain columns, which lie in memory of their own or in a mapped file.
struct PartyRow {
  std::uint32_t name = 0, name_size = 0;  // in EvidenceTable::text
  std::uint32_t code = 0;                 // index into codes
  std::uint32_t kind = 0;                 // index into kinds
  std::uint32_t actor = kNoIndex;
};
struct ActorRow {
  std::uint32_t key = 0, key_size = 0;  // in EvidenceTable::text
  std::uint32_t label = 0, label_size = 0;
  std::uint32_t region = 0, unused = 0;
  std::uint64_t rows = 0;
};

// Copies share the columns, which never change.
struct EvidenceTable {
  std::span<const EvidenceRow> rows;
  std::span<const PartyRow> party_rows;
  std::span<const ActorRow> actor_rows;
  std::string_view text;
  // Rows by side: those of actor a are arcs[arc_begin[a], arc_begin[a + 1]), by the
  // other side's actor, then by row; rows within an actor stand once, others under
  // both. The last a is that of parties without an actor.
  std::span<const std::uint32_t> arc_begin, arcs;
  std::shared_ptr<const void> storage;  // of the columns

  std::vector<CodeParts> codes;
  std::vector<std::string> kinds;
  std::vector<std::string> types;     // "ASSAULT aerial"; "STANCE" for stances
  std::vector<std::string> contexts;  // at most 64
  std::vector<std::string> regions;   // "" first; "Southern Asia"
  std::vector<Masses> pools;          // regions x regions, symmetric
  Masses pool;                        // of all rows
  std::int32_t last_day = kNoDay;     // of an act
  // Days of the first and the last document, those without rows too: what is older is
  // told in passing and not observed.
  std::int32_t first_published = kNoDay, last_published = kNoDay;

  std::uint32_t party_count() const {
    return static_cast<std::uint32_t>(party_rows.size());
  }
  std::uint32_t actor_count() const {
    return static_cast<std::uint32_t>(actor_rows.size());
  }
  // REQUIRES: below the count.
  Party party(std::uint32_t index) const;
  AlignActor actor(std::uint32_t index) const;
  std::uint32_t ActorOf(std::uint32_t party) const { return party_rows[party].actor; }

  // Rows of an actor with all others, and with one other; kNoIndex stands for parties
  // without an actor.
  std::span<const std::uint32_t> RowsOf(std::uint32_t actor) const;
  std::span<const std::uint32_t> RowsBetween(std::uint32_t a, std::uint32_t b) const;

 private:
  std::uint32_t OtherOf(std::uint32_t row, std::uint32_t actor) const;
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
