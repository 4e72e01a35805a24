#include "meaning/statement_draft.h"

#include <algorithm>

namespace entente {
namespace {

bool IsFiniteTag(Xpos tag) {
  return tag == Xpos::kVbd || tag == Xpos::kVbz || tag == Xpos::kVbp ||
         tag == Xpos::kMd;
}

}  // namespace

std::vector<WordRange> Subtree(const StatementSource& source, std::uint32_t word) {
  const WordRange extent{source.tree().leftmost(word), source.tree().rightmost(word)};
  // A word between whose path leads past `word` makes a hole: only crossing arcs do.
  std::vector<WordRange> holes;
  for (std::uint32_t at = extent.first; at <= extent.last; ++at) {
    const std::uint32_t up = source.head(at);
    const bool leaves =
        at != word && (up == kNoWord || up < extent.first || up > extent.last);
    if (!leaves) continue;
    holes.push_back({std::max(extent.first, source.tree().leftmost(at)),
                     std::min(extent.last, source.tree().rightmost(at))});
  }
  if (holes.empty()) return {extent};
  std::vector<WordRange> kept{extent};
  for (const WordRange hole : holes) {
    // A hole that holds the word itself is one of its ancestors: leave that one word
    // out.
    if (hole.first <= word && word <= hole.last) continue;
    kept = Without(kept, {hole});
  }
  return kept;
}

std::vector<WordRange> Union(std::vector<WordRange> a,
                             const std::vector<WordRange>& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end(),
            [](const WordRange& x, const WordRange& y) { return x.first < y.first; });
  std::vector<WordRange> merged;
  for (const WordRange range : a) {
    if (!merged.empty() && range.first <= merged.back().last + 1) {
      merged.back().last = std::max(merged.back().last, range.last);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

std::vector<WordRange> Without(const std::vector<WordRange>& a,
                               const std::vector<WordRange>& b) {
  std::vector<WordRange> kept = a;
  for (const WordRange hole : b) {
    std::vector<WordRange> next;
    for (const WordRange range : kept) {
      if (hole.last < range.first || hole.first > range.last) {
        next.push_back(range);
        continue;
      }
      if (range.first < hole.first) next.push_back({range.first, hole.first - 1});
      if (hole.last < range.last) next.push_back({hole.last + 1, range.last});
    }
    kept = std::move(next);
  }
  return kept;
}

std::vector<WordRange> Clip(const std::vector<WordRange>& a, WordRange limit) {
  std::vector<WordRange> kept;
  for (const WordRange range : a) {
    const WordRange both{std::max(range.first, limit.first),
                         std::min(range.last, limit.last)};
    if (both.first <= both.last) kept.push_back(both);
  }
  return kept;
}

bool Holds(const std::vector<WordRange>& ranges, std::uint32_t word) {
  return Intersects(ranges, {word, word});
}

bool Intersects(const std::vector<WordRange>& ranges, WordRange range) {
  return std::any_of(ranges.begin(), ranges.end(), [range](const WordRange& r) {
    return r.first <= range.last && range.first <= r.last;
  });
}

bool IsFinite(const StatementSource& source, std::uint32_t word) {
  const bool is_verb =
      source.upos(word) == Upos::kVerb || source.upos(word) == Upos::kAux;
  if (is_verb && IsFiniteTag(source.xpos(word))) return true;
  for (const std::uint32_t child : source.tree().children(word)) {
    const Relation relation = Universal(source.relation(child));
    if ((relation == Relation::kAux || relation == Relation::kCop) &&
        IsFiniteTag(source.xpos(child))) {
      return true;
    }
  }
  return false;
}

}  // namespace entente
