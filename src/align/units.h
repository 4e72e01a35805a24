// Units: rows of evidence between sides, told often but counted once.
//
//   const Units units = Collapse(table, settings, TagPair(table, a, b, span), span);
//
// A unit is what one side does or says to the other on one day by one type (and mode):
// all rows of the same pair, direction, sphere, type, day and sign. Its mass is
//   intensity x trust x age
// intensity |score| / 10 (of stances: the greatest strength); trust 1 - product over
// sources of (1 - t), with t the greatest status x modality x basis among a source's
// rows: two independent sources are better than one, copies are not; age
// 2^(-days / half-life). The same words count once: a stance whose words overlap those
// of an earlier row of its document, between the same sides and of the same sign
// (events come before stances), is restated and weighs nothing. Every unit with a
// positive score stands for alignment, every one with a negative score against it.
#ifndef ENTENTE_ALIGN_UNITS_H_
#define ENTENTE_ALIGN_UNITS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/evidence.h"
#include "align/party_set.h"

namespace entente {

// Words apart from deeds. Declared: what a side claims itself, a stance in its words,
// and acts that are words (PLOVER's verbal types but CONSULT, a meeting). Enacted:
// every other event. Described: a reporter's choice of words ("Moscow's ally").
enum class Sphere : std::uint8_t { kDeclaredA, kDeclaredB, kEnacted, kDescribed };
inline constexpr std::size_t kSphereCount = 4;

// A to B, B to A. Both: reciprocal events, and stances, whose sphere says whose they
// are.
enum class Direction : std::uint8_t { kForth, kBack, kBoth };

// Days, both included. A row without any day counts only where nothing is asked of
// days.
struct TimeSpan {
  std::int32_t since = kNoDay;
  std::int32_t until = kNoDay;
  double half_life = 0;             // days; 0: old rows weigh as new ones
  std::int32_t reference = kNoDay;  // day that age is counted to
  std::uint64_t contexts = 0;       // rows with one of them; 0: all

  bool Has(const EvidenceRow& row) const;
};

struct TaggedRow {
  std::uint32_t row = 0;   // index into the table
  std::uint32_t pair = 0;  // the caller's number for the two sides
  Direction direction = Direction::kForth;
  Sphere sphere = Sphere::kEnacted;
  Word word = Word::kReported;
  bool is_restated = false;  // see Units
};

struct Unit {
  std::uint32_t pair = 0;
  std::int32_t day = kNoDay;
  std::uint16_t type = 0;
  Direction direction = Direction::kForth;
  Sphere sphere = Sphere::kEnacted;
  Quad quad = Quad::kNoQuad;
  std::int8_t sign = 0;
  std::uint32_t sources = 0;  // that count
  double intensity = 0;
  double trust = 0;
  double age = 1;
  std::uint32_t first = 0;  // of Units::rows, [first, last)
  std::uint32_t last = 0;

  double mass() const { return intensity * trust * age; }
};

struct Units {
  std::vector<Unit> units;      // by pair, sphere, direction, type, sign, day
  std::vector<TaggedRow> rows;  // in the order of the units
};

Masses SumOf(const Units& units);
Masses SumOf(const Units& units, Sphere sphere);

// Rows between two sides that do not overlap; pair is 0.
std::vector<TaggedRow> TagPair(const EvidenceTable& table, const PartySet& a,
                               const PartySet& b, const TimeSpan& span);
// Rows between A and every actor that is none of A's; pair is the other actor.
std::vector<TaggedRow> TagThirds(const EvidenceTable& table, const PartySet& a,
                                 const TimeSpan& span);
// Rows between any two actors of a list; pair is i x actors.size() + j, i < j, by their
// places in the list.
std::vector<TaggedRow> TagAll(const EvidenceTable& table,
                              const std::vector<std::uint32_t>& actors,
                              const TimeSpan& span);

Units Collapse(const EvidenceTable& table, const AlignSettings& settings,
               std::vector<TaggedRow> tagged, const TimeSpan& span);

}  // namespace entente

#endif  // ENTENTE_ALIGN_UNITS_H_
