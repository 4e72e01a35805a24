#include "align/evidence_storage.h"

#include <algorithm>
#include <utility>

namespace entente {

void EvidenceStorage::BuildArcs() {
  const auto count = static_cast<std::uint32_t>(actors.size());
  const auto actor_of = [&](std::uint32_t party) {
    return std::min(parties[party].actor, count);
  };
  // Two passes of counting sort: by the other side, then, stably, by the side itself.
  struct Arc {
    std::uint32_t side, other, row;
  };
  std::vector<Arc> by_row;
  by_row.reserve(rows.size() * 2);
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const std::uint32_t from = actor_of(rows[row].from), to = actor_of(rows[row].to);
    by_row.push_back({from, to, row});
    if (from != to) by_row.push_back({to, from, row});
  }
  std::vector<std::uint32_t> begin(count + 2);
  const auto sort = [&](const std::vector<Arc>& in, auto key, auto emit) {
    std::fill(begin.begin(), begin.end(), 0);
    for (const Arc& arc : in) ++begin[key(arc) + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<std::uint32_t> next = begin;
    for (const Arc& arc : in) emit(next[key(arc)]++, arc);
  };
  std::vector<Arc> by_other(by_row.size());
  sort(
      by_row, [](const Arc& arc) { return arc.other; },
      [&](std::uint32_t at, const Arc& arc) { by_other[at] = arc; });
  arcs.resize(by_row.size());
  sort(
      by_other, [](const Arc& arc) { return arc.side; },
      [&](std::uint32_t at, const Arc& arc) { arcs[at] = arc.row; });
  arc_begin = std::move(begin);
}

void Adopt(std::shared_ptr<const EvidenceStorage> storage, EvidenceTable& table) {
  table.rows = storage->rows;
  table.party_rows = storage->parties;
  table.actor_rows = storage->actors;
  table.text = storage->text;
  table.arc_begin = storage->arc_begin;
  table.arcs = storage->arcs;
  table.storage = std::move(storage);
}

}  // namespace entente
