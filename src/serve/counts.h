// Counts over the events of a selection: what figures and facets show.
#ifndef ENTENTE_SERVE_COUNTS_H_
#define ENTENTE_SERVE_COUNTS_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "serve/snapshot.h"

namespace entente {

using EventList = std::span<const std::uint32_t>;  // indexes of Snapshot::events
using QuadCounts = std::array<std::int64_t, kQuadCount>;

inline std::int64_t Sum(const QuadCounts& counts) {
  return counts[0] + counts[1] + counts[2] + counts[3];
}
inline std::int64_t Conflict(const QuadCounts& counts) { return counts[2] + counts[3]; }

// First and last day, both included.
struct DaySpan {
  std::int32_t first = kNoDay, last = kNoDay;
};

// Events by quad class over time.
struct Volumes {
  DaySpan span;
  std::string step;  // day, week, month, year: as fits the span
  struct Bucket {
    std::int32_t day;  // its first
    QuadCounts counts;
  };
  std::vector<Bucket> buckets;  // every one of the span, empty ones too
  std::int64_t drawn = 0;
  std::int64_t outside = 0;  // far from nearly all others, and left out of the span
  std::int64_t undated = 0;
};
Volumes CountVolumes(const Snapshot& snapshot, EventList events);

// The days between which nearly all events lie: single ones decades away ("in 1945") do
// not stretch a figure. {kNoDay, kNoDay} where none has a day.
DaySpan SpanOf(const Snapshot& snapshot, EventList events);

struct GroupCount {
  std::uint32_t group = 0;
  QuadCounts counts{};
};
// Groups by number of events, on either side; at most `limit`.
std::vector<GroupCount> TopGroups(const Snapshot& snapshot, EventList events,
                                  std::size_t limit);

// Two groups on the two sides of events, whichever way.
struct PairCount {
  std::uint32_t a = 0, b = 0;  // a < b
  QuadCounts counts{};
  double score = 0;              // mean of PLOVER's, -10 to 10
  double before = 0, after = 0;  // the same in the first and second part of the span
  double change = 0;  // Welch's t of after against before; 0 where either is short
};
std::vector<PairCount> CountPairs(const Snapshot& snapshot, EventList events);
// By number of events; by size of change, those that changed least left out.
std::vector<PairCount> TopPairs(std::vector<PairCount> pairs, std::size_t limit);
std::vector<PairCount> MostChanged(std::vector<PairCount> pairs, std::size_t limit);

struct PlaceCount {
  std::uint32_t place = 0;
  QuadCounts counts{};
};
// Places with a point, by number of events.
std::vector<PlaceCount> TopPlaces(const Snapshot& snapshot, EventList events,
                                  std::size_t limit);

// A value of a facet, the address's parameter that selects it, and how many.
struct FacetValue {
  std::string value;
  std::string label;
  std::int64_t count = 0;
};
struct Facet {
  std::string name;  // the filter: "type"
  std::string label;
  std::vector<FacetValue> values;  // by count
};
std::vector<Facet> CountFacets(const Snapshot& snapshot, EventList events);

// Calls f(a, b) once for each two different groups on the two sides of the event.
template <typename Function>
void ForEachPair(const Snapshot& snapshot, const SnapshotEvent& event, Function f) {
  const std::uint32_t* parties = snapshot.parties.data() + event.first_party;
  const unsigned all = event.actors + event.recipients;
  for (unsigned i = 0; i < event.actors; ++i) {
    for (unsigned j = event.actors; j < all; ++j) {
      const std::uint32_t a = snapshot.actors[parties[i]].group;
      const std::uint32_t b = snapshot.actors[parties[j]].group;
      if (a != b) f(a, b);
    }
  }
}

}  // namespace entente

#endif  // ENTENTE_SERVE_COUNTS_H_
