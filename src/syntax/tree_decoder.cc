#include "syntax/tree_decoder.h"

#include <algorithm>
#include <cstddef>

namespace entente {
namespace {

constexpr float kNever = -1e30F;

int BestColumn(const float* row, int columns) {
  return static_cast<int>(std::max_element(row, row + columns) - row);
}

}  // namespace

void TreeDecoder::Decode(float* scores, int stride, int count, std::int32_t* heads) {
  for (int d = 0; d < count; ++d) {
    float* row = scores + std::ptrdiff_t{d} * stride;
    row[d + 1] = kNever;
    heads[d] = BestColumn(row, count + 1) - 1;
  }
  if (IsTree(heads, count)) return;
  SettleRoot(scores, stride, count);
  Edmonds(scores, stride, count, heads);
}

bool TreeDecoder::IsTree(const std::int32_t* heads, int count) {
  if (std::count(heads, heads + count, -1) != 1) return false;
  // 0 unseen, 1 on the way up from the present word, 2 known to reach the root.
  mark_.assign(static_cast<std::size_t>(count), 0);
  for (int d = 0; d < count; ++d) {
    int at = d;
    while (at >= 0 && mark_[static_cast<std::size_t>(at)] == 0) {
      mark_[static_cast<std::size_t>(at)] = 1;
      at = heads[at];
    }
    if (at >= 0 && mark_[static_cast<std::size_t>(at)] == 1) return false;
    for (at = d; at >= 0 && mark_[static_cast<std::size_t>(at)] == 1; at = heads[at]) {
      mark_[static_cast<std::size_t>(at)] = 2;
    }
  }
  return true;
}

// The root is the word that gains most by it over its best other head.
void TreeDecoder::SettleRoot(float* scores, int stride, int count) const {
  int root = 0;
  float most = kNever;
  for (int d = 0; d < count; ++d) {
    const float* row = scores + std::ptrdiff_t{d} * stride;
    const float gain =
        count == 1 ? 0.0F : row[0] - *std::max_element(row + 1, row + count + 1);
    if (gain > most) {
      most = gain;
      root = d;
    }
  }
  for (int d = 0; d < count; ++d) {
    float* row = scores + std::ptrdiff_t{d} * stride;
    if (d != root) row[0] = kNever;
    if (d == root) std::fill(row + 1, row + count + 1, kNever);
  }
}

void TreeDecoder::Edmonds(const float* scores, int stride, int count,
                          std::int32_t* heads) {
  const int nodes = count + 1;
  width_ = static_cast<std::size_t>(nodes);
  weight_.assign(width_ * width_, kNever);
  edge_.resize(width_ * width_);
  node_of_.resize(width_);
  for (int node = 0; node < nodes; ++node) {
    node_of_[static_cast<std::size_t>(node)] = static_cast<std::uint16_t>(node);
    for (int head = 0; head < nodes; ++head) {
      edge_[At(head, node)] = {static_cast<std::uint16_t>(head),
                               static_cast<std::uint16_t>(node)};
      if (node > 0 && head != node) {
        weight_[At(head, node)] = scores[std::ptrdiff_t{node - 1} * stride + head];
      }
    }
  }
  active_.assign(width_, 1);
  best_.assign(width_, 0);
  members_.clear();
  inside_.clear();
  contractions_.clear();
  while (FindCycle(nodes)) Contract(nodes);
  Expand(nodes, heads);
}

// Gives every active node its best head; a cycle among those goes to cycle_.
bool TreeDecoder::FindCycle(int nodes) {
  for (int node = 1; node < nodes; ++node) {
    if (active_[static_cast<std::size_t>(node)] == 0) continue;
    int best = 0;
    for (int head = 1; head < nodes; ++head) {
      if (head == node || active_[static_cast<std::size_t>(head)] == 0) continue;
      if (weight_[At(head, node)] > weight_[At(best, node)]) best = head;
    }
    best_[static_cast<std::size_t>(node)] = best;
  }
  mark_.assign(width_, 0);
  mark_[0] = 2;
  for (int node = 1; node < nodes; ++node) {
    if (active_[static_cast<std::size_t>(node)] == 0) continue;
    int at = node;
    while (mark_[static_cast<std::size_t>(at)] == 0) {
      mark_[static_cast<std::size_t>(at)] = 1;
      at = best_[static_cast<std::size_t>(at)];
    }
    if (mark_[static_cast<std::size_t>(at)] == 1) {
      cycle_.clear();
      const int start = at;
      do {
        cycle_.push_back(at);
        at = best_[static_cast<std::size_t>(at)];
      } while (at != start);
      return true;
    }
    for (at = node; mark_[static_cast<std::size_t>(at)] == 1;
         at = best_[static_cast<std::size_t>(at)]) {
      mark_[static_cast<std::size_t>(at)] = 2;
    }
  }
  return false;
}

void TreeDecoder::Contract(int nodes) {
  const int node = cycle_[0];
  Contraction contraction{static_cast<std::uint32_t>(members_.size()),
                          static_cast<std::uint32_t>(cycle_.size()),
                          static_cast<std::uint32_t>(inside_.size()), node};
  mark_.assign(width_, 0);
  std::vector<float>& weight = weight_;
  for (const int member : cycle_) {
    const int head = best_[static_cast<std::size_t>(member)];
    members_.push_back({member, edge_[At(head, member)]});
    mark_[static_cast<std::size_t>(member)] = 1;
  }
  inside_.insert(inside_.end(), node_of_.begin(), node_of_.end());
  contractions_.push_back(contraction);
  for (int other = 0; other < nodes; ++other) {
    const auto index = static_cast<std::size_t>(other);
    if (active_[index] == 0 || mark_[index] != 0) continue;
    float in = kNever * 2, out = kNever * 2;
    Edge in_edge{}, out_edge{};
    for (const int member : cycle_) {
      const int head = best_[static_cast<std::size_t>(member)];
      // Entering at `member` frees it from its head in the cycle.
      const float gain = weight[At(other, member)] - weight[At(head, member)];
      if (gain > in) {
        in = gain;
        in_edge = edge_[At(other, member)];
      }
      if (weight[At(member, other)] > out) {
        out = weight[At(member, other)];
        out_edge = edge_[At(member, other)];
      }
    }
    // Written after the loop, as `node` is a member itself.
    weight[At(other, node)] = in;
    edge_[At(other, node)] = in_edge;
    weight[At(node, other)] = out;
    edge_[At(node, other)] = out_edge;
  }
  for (const int member : cycle_) {
    if (member != node) active_[static_cast<std::size_t>(member)] = 0;
  }
  for (std::uint16_t& of : node_of_) {
    if (mark_[of] != 0) of = static_cast<std::uint16_t>(node);
  }
}

void TreeDecoder::Expand(int nodes, std::int32_t* heads) {
  entered_.assign(width_, 0);
  const auto take = [&](const Edge& edge, int node) {
    heads[edge.word - 1] = static_cast<std::int32_t>(edge.head) - 1;
    entered_[static_cast<std::size_t>(node)] = edge.word;
  };
  for (int node = 1; node < nodes; ++node) {
    if (active_[static_cast<std::size_t>(node)] == 0) continue;
    take(edge_[At(best_[static_cast<std::size_t>(node)], node)], node);
  }
  for (std::size_t i = contractions_.size(); i-- > 0;) {
    const Contraction& contraction = contractions_[i];
    const std::uint16_t word = entered_[static_cast<std::size_t>(contraction.node)];
    const int broken = inside_[contraction.first_inside + word];
    for (std::uint32_t k = 0; k < contraction.member_count; ++k) {
      const Member& member = members_[contraction.first_member + k];
      if (member.node == broken) {
        entered_[static_cast<std::size_t>(member.node)] = word;
      } else {
        take(member.edge, member.node);
      }
    }
  }
}

}  // namespace entente
