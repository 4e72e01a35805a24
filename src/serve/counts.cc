#include "serve/counts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/date.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::int32_t kDaysOfDays = 93, kDaysOfWeeks = 800, kDaysOfMonths = 9000;

enum class Step : std::uint8_t { kDay, kWeek, kMonth, kYear };

Step StepFor(DaySpan span) {
  const std::int32_t days = span.last - span.first;
  if (days <= kDaysOfDays) return Step::kDay;
  if (days <= kDaysOfWeeks) return Step::kWeek;
  return days <= kDaysOfMonths ? Step::kMonth : Step::kYear;
}

std::string_view NameOf(Step step) {
  switch (step) {
    case Step::kDay:
      return "day";
    case Step::kWeek:
      return "week";
    case Step::kMonth:
      return "month";
    case Step::kYear:
      return "year";
  }
  return "";
}

std::int32_t FirstOf(std::int32_t day, Step step) {
  CivilDate date = FromDays(day);
  switch (step) {
    case Step::kDay:
      return day;
    case Step::kWeek:
      return day - Weekday(date);
    case Step::kYear:
      date.month = 1;
      [[fallthrough]];
    case Step::kMonth:
      date.day = 1;
  }
  return ToDays(date);
}

std::int32_t NextOf(std::int32_t first, Step step) {
  constexpr std::int32_t kPastMonth = 31, kPastYear = 366, kWeekDays = 7;
  switch (step) {
    case Step::kDay:
      return first + 1;
    case Step::kWeek:
      return first + kWeekDays;
    case Step::kMonth:
      return FirstOf(first + kPastMonth, step);
    case Step::kYear:
      return FirstOf(first + kPastYear, step);
  }
  return first + 1;
}

void Count(QuadCounts& counts, const SnapshotEvent& event) {
  ++counts[static_cast<std::size_t>(event.quad)];
}

template <typename Item, typename Less>
void KeepTop(std::vector<Item>& items, std::size_t limit, Less less) {
  const std::size_t kept = std::min(limit, items.size());
  std::partial_sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(kept),
                    items.end(), less);
  items.resize(kept);
}

// Numbers whose mean and spread are wanted.
struct Moments {
  double count = 0, sum = 0, squares = 0;
  void Add(double x) {
    count += 1;
    sum += x;
    squares += x * x;
  }
  double mean() const { return count == 0 ? 0 : sum / count; }
  // Of the mean; with a floor, for equal scores are no proof of certainty.
  double variance_of_mean() const {
    constexpr double kLeast = 1.0;
    const double spread = (squares - sum * sum / count) / (count - 1);
    return std::max(spread, kLeast) / count;
  }
};

void AddFacet(std::string name, std::string label, std::vector<FacetValue> values,
              std::vector<Facet>& facets) {
  constexpr std::size_t kMostValues = 8;
  values.erase(std::remove_if(values.begin(), values.end(),
                              [](const FacetValue& value) { return value.count == 0; }),
               values.end());
  KeepTop(values, kMostValues, [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.label < b.label;
  });
  if (values.empty()) return;
  facets.push_back({.name = std::move(name),
                    .label = std::move(label),
                    .values = std::move(values)});
}

}  // namespace

DaySpan SpanOf(const Snapshot& snapshot, EventList events) {
  std::vector<std::int32_t> days;
  days.reserve(events.size());
  for (const std::uint32_t i : events) {
    if (snapshot.events[i].day != kNoDay) days.push_back(snapshot.events[i].day);
  }
  if (days.empty()) return {};
  const auto at = [&](double share) {
    const auto rank =
        static_cast<std::ptrdiff_t>(share * static_cast<double>(days.size() - 1));
    std::nth_element(days.begin(), days.begin() + rank, days.end());
    return days[static_cast<std::size_t>(rank)];
  };
  const auto [least, most] = std::minmax_element(days.begin(), days.end());
  const DaySpan whole{.first = *least, .last = *most};
  constexpr double kLow = 0.02, kHigh = 0.98;
  const DaySpan core{.first = at(kLow), .last = at(kHigh)};
  // Ends are kept where they lie within half the core's length.
  const std::int32_t margin = std::max((core.last - core.first) / 2, 31);
  return {.first = std::max(whole.first, core.first - margin),
          .last = std::min(whole.last, core.last + margin)};
}

Volumes CountVolumes(const Snapshot& snapshot, EventList events) {
  Volumes volumes;
  const DaySpan span = SpanOf(snapshot, events);
  if (span.first == kNoDay) {
    volumes.undated = static_cast<std::int64_t>(events.size());
    return volumes;
  }
  volumes.span = span;
  const Step step = StepFor(span);
  volumes.step = NameOf(step);
  std::vector<std::uint32_t> bucket_of(
      static_cast<std::size_t>(span.last - span.first) + 1);
  for (std::int32_t first = FirstOf(span.first, step); first <= span.last;) {
    const std::int32_t next = NextOf(first, step);
    const std::int32_t from = std::max(first, span.first);
    const std::int32_t to = std::min(next - 1, span.last);
    std::fill(bucket_of.begin() + (from - span.first),
              bucket_of.begin() + (to - span.first) + 1,
              static_cast<std::uint32_t>(volumes.buckets.size()));
    volumes.buckets.push_back({.day = first, .counts = {}});
    first = next;
  }
  for (const std::uint32_t i : events) {
    const SnapshotEvent& event = snapshot.events[i];
    if (event.day == kNoDay) {
      ++volumes.undated;
    } else if (event.day < span.first || event.day > span.last) {
      ++volumes.outside;
    } else {
      ++volumes.drawn;
      Count(volumes.buckets[bucket_of[static_cast<std::size_t>(event.day - span.first)]]
                .counts,
            event);
    }
  }
  return volumes;
}

std::vector<GroupCount> TopGroups(const Snapshot& snapshot, EventList events,
                                  std::size_t limit) {
  std::vector<GroupCount> groups(snapshot.groups.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) groups[i].group = i;
  std::vector<std::uint32_t> seen;  // of one event, each group once
  for (const std::uint32_t i : events) {
    const SnapshotEvent& event = snapshot.events[i];
    seen.clear();
    for (unsigned j = 0; j < static_cast<unsigned>(event.actors + event.recipients);
         ++j) {
      const std::uint32_t group =
          snapshot.actors[snapshot.parties[event.first_party + j]].group;
      if (std::find(seen.begin(), seen.end(), group) != seen.end()) continue;
      seen.push_back(group);
      Count(groups[group].counts, event);
    }
  }
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [](const GroupCount& g) { return Sum(g.counts) == 0; }),
               groups.end());
  KeepTop(groups, limit, [](const GroupCount& a, const GroupCount& b) {
    return Sum(a.counts) != Sum(b.counts) ? Sum(a.counts) > Sum(b.counts)
                                          : a.group < b.group;
  });
  return groups;
}

std::vector<PairCount> CountPairs(const Snapshot& snapshot, EventList events) {
  const DaySpan span = SpanOf(snapshot, events);
  // The second part is the last third: what is new against what was before.
  const std::int32_t parted =
      span.first == kNoDay ? kNoDay : span.last - (span.last - span.first) / 3;
  struct Scores {
    Moments all, before, after;
    QuadCounts counts{};
  };
  std::unordered_map<std::uint64_t, Scores> found;
  for (const std::uint32_t i : events) {
    const SnapshotEvent& event = snapshot.events[i];
    ForEachPair(snapshot, event, [&](std::uint32_t a, std::uint32_t b) {
      const std::uint64_t key = (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b);
      Scores& scores = found[key];
      scores.all.Add(event.score);
      if (event.day != kNoDay) {
        (event.day < parted ? scores.before : scores.after).Add(event.score);
      }
      Count(scores.counts, event);
    });
  }
  std::vector<PairCount> pairs;
  pairs.reserve(found.size());
  for (const auto& [key, scores] : found) {
    PairCount pair{.a = static_cast<std::uint32_t>(key >> 32U),
                   .b = static_cast<std::uint32_t>(key & kNone),
                   .counts = scores.counts,
                   .score = scores.all.mean(),
                   .before = scores.before.mean(),
                   .after = scores.after.mean()};
    constexpr double kFewest = 3;
    if (scores.before.count >= kFewest && scores.after.count >= kFewest) {
      pair.change =
          (pair.after - pair.before) /
          std::sqrt(scores.before.variance_of_mean() + scores.after.variance_of_mean());
    }
    pairs.push_back(pair);
  }
  std::sort(pairs.begin(), pairs.end(), [](const PairCount& a, const PairCount& b) {
    return a.a != b.a ? a.a < b.a : a.b < b.b;
  });
  return pairs;
}

std::vector<PairCount> TopPairs(std::vector<PairCount> pairs, std::size_t limit) {
  KeepTop(pairs, limit, [](const PairCount& a, const PairCount& b) {
    const std::int64_t more = Sum(a.counts) - Sum(b.counts);
    if (more != 0) return more > 0;
    return a.a != b.a ? a.a < b.a : a.b < b.b;
  });
  return pairs;
}

std::vector<PairCount> MostChanged(std::vector<PairCount> pairs, std::size_t limit) {
  constexpr double kLeast = 1;
  pairs.erase(std::remove_if(
                  pairs.begin(), pairs.end(),
                  [](const PairCount& pair) { return std::abs(pair.change) < kLeast; }),
              pairs.end());
  KeepTop(pairs, limit, [](const PairCount& a, const PairCount& b) {
    if (std::abs(a.change) != std::abs(b.change)) {
      return std::abs(a.change) > std::abs(b.change);
    }
    return a.a != b.a ? a.a < b.a : a.b < b.b;
  });
  return pairs;
}

std::vector<PlaceCount> TopPlaces(const Snapshot& snapshot, EventList events,
                                  std::size_t limit) {
  std::vector<PlaceCount> places(snapshot.places.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i].place = i;
  for (const std::uint32_t i : events) {
    const SnapshotEvent& event = snapshot.events[i];
    if (event.place != kNone) Count(places[event.place].counts, event);
  }
  places.erase(std::remove_if(places.begin(), places.end(),
                              [&](const PlaceCount& place) {
                                return Sum(place.counts) == 0 ||
                                       !snapshot.places[place.place].has_point;
                              }),
               places.end());
  KeepTop(places, limit, [](const PlaceCount& a, const PlaceCount& b) {
    return Sum(a.counts) != Sum(b.counts) ? Sum(a.counts) > Sum(b.counts)
                                          : a.place < b.place;
  });
  return places;
}

std::vector<Facet> CountFacets(const Snapshot& snapshot, EventList events) {
  std::vector<FacetValue> types, quads, sources;
  for (const std::string& type : snapshot.types) {
    types.push_back({.value = type, .label = AsciiLower(type)});
  }
  for (const std::string_view quad : kQuadNames) {
    quads.push_back({.value = std::string(quad), .label = std::string(quad)});
  }
  for (const std::string& source : snapshot.sources) {
    sources.push_back({.value = source, .label = source});
  }
  std::map<std::string_view, std::int64_t> countries;
  for (const std::uint32_t i : events) {
    const SnapshotEvent& event = snapshot.events[i];
    ++types[event.type].count;
    ++quads[static_cast<std::size_t>(event.quad)].count;
    const std::uint32_t source = snapshot.documents[event.document].source;
    if (source != kNone) ++sources[source].count;
    if (event.place != kNone) ++countries[snapshot.places[event.place].country];
  }
  std::vector<FacetValue> groups, places;
  constexpr std::size_t kMostGroups = 8;
  for (const GroupCount& group : TopGroups(snapshot, events, kMostGroups)) {
    groups.push_back({.value = snapshot.groups[group.group].key,
                      .label = snapshot.groups[group.group].label,
                      .count = Sum(group.counts)});
  }
  for (const auto& [country, count] : countries) {
    if (country.empty()) continue;
    places.push_back(
        {.value = std::string(country), .label = std::string(country), .count = count});
  }
  std::vector<Facet> facets;
  AddFacet("quad", "Class", std::move(quads), facets);
  AddFacet("type", "Type", std::move(types), facets);
  AddFacet("party", "Actor, on either side", std::move(groups), facets);
  AddFacet("place", "Country of the place", std::move(places), facets);
  AddFacet("source", "Source", std::move(sources), facets);
  return facets;
}

}  // namespace entente
