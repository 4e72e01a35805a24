#include "align/units.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

int SignOf(const EvidenceRow& row) {
  return row.score > 0 ? 1 : row.score < 0 ? -1 : 0;
}

// Which side of a pair a party is on.
enum class Side : std::uint8_t { kNeither, kA, kB };

struct Sides {
  std::uint32_t pair = 0;
  bool is_forth = true;  // from A to B
  Side claimant = Side::kNeither;
};

bool IsVerbal(const EvidenceRow& row, const EvidenceTable& table) {
  const bool is_verbal =
      row.quad == Quad::kVerbalConflict || row.quad == Quad::kVerbalCooperation;
  return is_verbal && table.types[row.type].rfind("CONSULT", 0) != 0;
}

Sphere SphereOf(const EvidenceRow& row, const Sides& sides,
                const EvidenceTable& table) {
  if (row.basis == StanceBasis::kDescription) return Sphere::kDescribed;
  if (row.is_claimed && sides.claimant != Side::kNeither) {
    return sides.claimant == Side::kA ? Sphere::kDeclaredA : Sphere::kDeclaredB;
  }
  if (row.is_stance() || IsVerbal(row, table)) {
    return sides.is_forth ? Sphere::kDeclaredA : Sphere::kDeclaredB;
  }
  return Sphere::kEnacted;
}

// Tags rows in the table's order, so that the events of a reading are at hand when its
// stances come.
class Tagger {
 public:
  explicit Tagger(const EvidenceTable& table) : table_(table) {}

  void Add(std::uint32_t index, const Sides& sides) {
    const EvidenceRow& row = table_.rows[index];
    TaggedRow tagged{.row = index, .pair = sides.pair};
    tagged.sphere = SphereOf(row, sides, table_);
    tagged.direction = row.is_reciprocal || row.is_stance() ? Direction::kBoth
                       : sides.is_forth                     ? Direction::kForth
                                                            : Direction::kBack;
    tagged.word = !row.is_claimed                    ? Word::kReported
                  : sides.claimant != Side::kNeither ? Word::kOwn
                                                     : Word::kThird;
    if (row.reading != reading_) {
      reading_ = row.reading;
      reading_begin_ = tagged_.size();
    }
    tagged.is_restated = row.is_stance() && IsTold(row, sides.pair);
    tagged_.push_back(tagged);
  }
  std::vector<TaggedRow> Finish() && { return std::move(tagged_); }

 private:
  // Whether an earlier row of the reading, between the same sides and of the same sign,
  // rests on the same words.
  bool IsTold(const EvidenceRow& stance, std::uint32_t pair) const {
    return std::any_of(tagged_.begin() + static_cast<std::ptrdiff_t>(reading_begin_),
                       tagged_.end(), [&](const TaggedRow& other) {
                         const EvidenceRow& told = table_.rows[other.row];
                         return other.pair == pair && SignOf(told) == SignOf(stance) &&
                                told.first < stance.last && stance.first < told.last;
                       });
  }

  const EvidenceTable& table_;
  std::vector<TaggedRow> tagged_;
  std::uint32_t reading_ = kNoIndex;
  std::size_t reading_begin_ = 0;
};

// A tagged row with what it is sorted by, packed: pair, sphere, direction, type and
// sign in `group`, day and source in `told`.
struct SortRow {
  std::uint64_t group;
  std::uint64_t told;
  TaggedRow tagged;

  std::uint32_t day_bits() const { return static_cast<std::uint32_t>(told >> 32); }
};

SortRow Pack(const EvidenceTable& table, const TaggedRow& tagged) {
  const EvidenceRow& row = table.rows[tagged.row];
  const auto bits = [](auto value) { return static_cast<std::uint64_t>(value); };
  // The sign bit turned, so that days before 1970 come first.
  const std::uint64_t day = static_cast<std::uint32_t>(row.day) ^ 0x80000000U;
  return {.group = bits(tagged.pair) << 32 | bits(tagged.sphere) << 24 |
                   bits(tagged.direction) << 20 | bits(row.type) << 4 |
                   bits(SignOf(row) + 1),
          .told = day << 32 | row.source,
          .tagged = tagged};
}

// Fills what the unit's rows [first, last) say; they stand by source.
void Weigh(const EvidenceTable& table, const AlignSettings& settings,
           const TimeSpan& span, const std::vector<TaggedRow>& rows, Unit& unit) {
  double doubt = 1;
  for (std::uint32_t i = unit.first; i < unit.last;) {
    const std::uint32_t source = table.rows[rows[i].row].source;
    double best = 0;
    for (; i < unit.last && table.rows[rows[i].row].source == source; ++i) {
      const EvidenceRow& row = table.rows[rows[i].row];
      const double trust =
          rows[i].is_restated ? 0 : TrustOf(row, rows[i].word, settings);
      if (trust <= 0) continue;
      best = std::max(best, trust);
      unit.intensity =
          std::max(unit.intensity, std::abs(static_cast<double>(row.score)) / 10);
    }
    if (best > 0) ++unit.sources;
    doubt *= 1 - best;
  }
  unit.trust = 1 - doubt;
  if (span.half_life > 0 && unit.day != kNoDay) {
    const double days = std::max(0, span.reference - unit.day);
    unit.age = std::exp2(-days / span.half_life);
  }
}

}  // namespace

bool TimeSpan::Has(const EvidenceRow& row) const {
  if (contexts != 0 && (row.contexts & contexts) == 0) return false;
  if (row.day == kNoDay) return since == kNoDay && until == kNoDay && half_life <= 0;
  return row.day >= since && (until == kNoDay || row.day <= until);
}

Masses SumOf(const Units& units) {
  Masses sum;
  for (const Unit& unit : units.units) {
    if (unit.sign > 0) sum.plus += unit.mass();
    if (unit.sign < 0) sum.minus += unit.mass();
  }
  return sum;
}

Masses SumOf(const Units& units, Sphere sphere) {
  Masses sum;
  for (const Unit& unit : units.units) {
    if (unit.sphere != sphere) continue;
    if (unit.sign > 0) sum.plus += unit.mass();
    if (unit.sign < 0) sum.minus += unit.mass();
  }
  return sum;
}

namespace {

// Rows between actors of A and actors of B, each once, in the table's order.
std::vector<std::uint32_t> CandidatesOf(const EvidenceTable& table, const PartySet& a,
                                        const PartySet& b) {
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t x : a.actors()) {
    for (const std::uint32_t y : b.actors()) {
      const auto between = table.RowsBetween(x, y);
      rows.insert(rows.end(), between.begin(), between.end());
    }
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::vector<std::uint32_t> CandidatesOf(const EvidenceTable& table, const PartySet& a) {
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t x : a.actors()) {
    const auto of = table.RowsOf(x);
    rows.insert(rows.end(), of.begin(), of.end());
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace

std::vector<TaggedRow> TagPair(const EvidenceTable& table, const PartySet& a,
                               const PartySet& b, const TimeSpan& span) {
  const auto side = [&](std::uint32_t party) {
    return a.Has(party) ? Side::kA : b.Has(party) ? Side::kB : Side::kNeither;
  };
  Tagger tagger(table);
  for (const std::uint32_t i : CandidatesOf(table, a, b)) {
    const EvidenceRow& row = table.rows[i];
    const Side from = side(row.from), to = side(row.to);
    if (from == to || from == Side::kNeither || to == Side::kNeither) continue;
    if (!span.Has(row)) continue;
    tagger.Add(
        i, {.pair = 0, .is_forth = from == Side::kA, .claimant = side(row.claimant)});
  }
  return std::move(tagger).Finish();
}

std::vector<TaggedRow> TagThirds(const EvidenceTable& table, const PartySet& a,
                                 const TimeSpan& span) {
  Tagger tagger(table);
  for (const std::uint32_t i : CandidatesOf(table, a)) {
    const EvidenceRow& row = table.rows[i];
    const bool is_forth = a.Has(row.from);
    if (is_forth == a.Has(row.to) || !span.Has(row)) continue;
    const std::uint32_t other = table.ActorOf(is_forth ? row.to : row.from);
    if (other == kNoIndex || a.HasActor(other)) continue;
    Side claimant = Side::kNeither;
    if (row.claimant != kNoIndex) {
      claimant = a.Has(row.claimant)                    ? Side::kA
                 : table.ActorOf(row.claimant) == other ? Side::kB
                                                        : Side::kNeither;
    }
    tagger.Add(i, {.pair = other, .is_forth = is_forth, .claimant = claimant});
  }
  return std::move(tagger).Finish();
}

std::vector<TaggedRow> TagAll(const EvidenceTable& table,
                              const std::vector<std::uint32_t>& actors,
                              const TimeSpan& span) {
  const auto count = static_cast<std::uint32_t>(actors.size());
  std::vector<std::uint32_t> place_of_actor(table.actor_count(), kNoIndex);
  for (std::uint32_t i = 0; i < count; ++i) place_of_actor[actors[i]] = i;
  std::vector<std::uint32_t> place(table.party_count(), kNoIndex);
  for (std::uint32_t i = 0; i < place.size(); ++i) {
    const std::uint32_t actor = table.ActorOf(i);
    if (actor != kNoIndex) place[i] = place_of_actor[actor];
  }
  Tagger tagger(table);
  for (std::uint32_t i = 0; i < table.rows.size(); ++i) {
    const EvidenceRow& row = table.rows[i];
    const std::uint32_t from = place[row.from], to = place[row.to];
    if (from == kNoIndex || to == kNoIndex || from == to || !span.Has(row)) continue;
    const std::uint32_t low = std::min(from, to), high = std::max(from, to);
    const std::uint32_t claimant =
        row.claimant == kNoIndex ? kNoIndex : place[row.claimant];
    tagger.Add(i, {.pair = low * count + high,
                   .is_forth = from == low,
                   .claimant = claimant == low    ? Side::kA
                               : claimant == high ? Side::kB
                                                  : Side::kNeither});
  }
  return std::move(tagger).Finish();
}

Units Collapse(const EvidenceTable& table, const AlignSettings& settings,
               std::vector<TaggedRow> tagged, const TimeSpan& span) {
  std::vector<SortRow> sorted;
  sorted.reserve(tagged.size());
  for (const TaggedRow& row : tagged) sorted.push_back(Pack(table, row));
  std::sort(sorted.begin(), sorted.end(), [](const SortRow& x, const SortRow& y) {
    if (x.group != y.group) return x.group < y.group;
    return x.told != y.told ? x.told < y.told : x.tagged.row < y.tagged.row;
  });
  Units out;
  out.rows = std::move(tagged);
  for (std::size_t i = 0; i < sorted.size(); ++i) out.rows[i] = sorted[i].tagged;
  for (std::uint32_t first = 0; first < sorted.size();) {
    const SortRow& head = sorted[first];
    const EvidenceRow& row = table.rows[head.tagged.row];
    Unit unit{.pair = head.tagged.pair,
              .day = row.day,
              .type = row.type,
              .direction = head.tagged.direction,
              .sphere = head.tagged.sphere,
              .quad = row.quad,
              .sign = static_cast<std::int8_t>(SignOf(row)),
              .first = first};
    std::uint32_t last = first;
    while (last < sorted.size() && sorted[last].group == head.group &&
           sorted[last].day_bits() == head.day_bits()) {
      ++last;
    }
    unit.last = last;
    Weigh(table, settings, span, out.rows, unit);
    out.units.push_back(unit);
    first = last;
  }
  return out;
}

}  // namespace entente
