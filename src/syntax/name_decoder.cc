#include "syntax/name_decoder.h"

#include <algorithm>
#include <cstddef>

namespace entente {
namespace {

constexpr float kNever = -1e30F;
using Row = std::array<float, kNameLabelCount>;

NameTag TagOf(int label) {
  if (label == 0) return {};
  return {static_cast<NamePart>((label - 1) % 4 + 1),
          static_cast<NameKind>((label - 1) / 4 + 1)};
}

constexpr bool LeavesOpen(int label) { return label > 0 && (label - 1) % 4 < 2; }
constexpr bool Starts(int label) {
  return label == 0 || (label - 1) % 4 == 0 || (label - 1) % 4 == 3;
}

constexpr bool Follows(int before, int label) {
  if (!LeavesOpen(before)) return Starts(label);
  return !Starts(label) && (before - 1) / 4 == (label - 1) / 4;
}

}  // namespace

void NameDecoder::Decode(const float* scores, int stride, int count, NameTag* tags) {
  const auto row_of = [&](int i) { return scores + std::ptrdiff_t{i} * stride; };
  bool named = false;
  for (int i = 0; i < count && !named; ++i) {
    named = std::max_element(row_of(i), row_of(i) + kNameLabelCount) != row_of(i);
  }
  if (!named) {  // most sentences of most texts
    std::fill(tags, tags + count, NameTag{});
    return;
  }
  from_.resize(static_cast<std::size_t>(count));
  Row best{};
  for (int i = 0; i < count; ++i) {
    Row next;
    for (int label = 0; label < kNameLabelCount; ++label) {
      float top = kNever;
      int from = 0;
      for (int before = 0; before < kNameLabelCount; ++before) {
        const bool allowed =
            i == 0 ? before == 0 && Starts(label) : Follows(before, label);
        const float score = best[static_cast<std::size_t>(before)];
        if (allowed && score > top) {
          top = score;
          from = before;
        }
      }
      next[static_cast<std::size_t>(label)] = top + row_of(i)[label];
      from_[static_cast<std::size_t>(i)][static_cast<std::size_t>(label)] =
          static_cast<std::uint8_t>(from);
    }
    best = next;
  }
  int label = 0;
  for (int i = 1; i < kNameLabelCount; ++i) {
    if (LeavesOpen(i)) continue;
    if (best[static_cast<std::size_t>(i)] > best[static_cast<std::size_t>(label)]) {
      label = i;
    }
  }
  for (int i = count; i-- > 0;) {
    tags[i] = TagOf(label);
    label = from_[static_cast<std::size_t>(i)][static_cast<std::size_t>(label)];
  }
}

}  // namespace entente
