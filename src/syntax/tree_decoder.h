// TreeDecoder: the best tree of one sentence, given a score for every pair of words.
//
// Each word first takes its best head; where that makes no tree with one root, the root
// is settled and Chu-Liu-Edmonds finds the best tree under it (contracting cycles in a
// loop, no recursion). O(n^2), O(n^3) at worst in the second case.
#ifndef ENTENTE_SYNTAX_TREE_DECODER_H_
#define ENTENTE_SYNTAX_TREE_DECODER_H_

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

class TreeDecoder {
 public:
  // `scores` holds `count` rows of `stride` floats: row d, column 0 the root as head of
  // word d, column h + 1 word h. Writes to heads[d] the word or, for exactly one, -1.
  // The scores are changed. REQUIRES: count <= 65535, stride > count, finite scores.
  void Decode(float* scores, int stride, int count, std::int32_t* heads);

 private:
  struct Edge {
    std::uint16_t head, word;  // of the sentence, 0 the root
  };
  struct Contraction {
    std::uint32_t first_member, member_count;  // in members_
    std::uint32_t first_inside;                // in inside_
    int node;                                  // that stands for the cycle
  };

  bool IsTree(const std::int32_t* heads, int count);
  void SettleRoot(float* scores, int stride, int count) const;
  void Edmonds(const float* scores, int stride, int count, std::int32_t* heads);
  bool FindCycle(int nodes);
  void Contract(int nodes);
  void Expand(int nodes, std::int32_t* heads);
  std::size_t At(int head, int node) const {
    return static_cast<std::size_t>(head) * width_ + static_cast<std::size_t>(node);
  }

  std::size_t width_ = 0;
  std::vector<float> weight_;  // head x word, as contracted so far
  std::vector<Edge> edge_;     // the original edge behind each weight
  std::vector<int> best_;      // head of each active node
  std::vector<std::uint8_t> active_, mark_;
  std::vector<int> cycle_;
  std::vector<std::uint16_t> node_of_;  // active node that each word is in
  struct Member {
    int node;
    Edge edge;  // within the cycle
  };
  std::vector<Member> members_;
  std::vector<std::uint16_t> inside_;
  std::vector<Contraction> contractions_;
  std::vector<std::uint16_t> entered_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_TREE_DECODER_H_
