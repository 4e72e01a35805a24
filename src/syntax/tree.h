// Tree: a read-only view of the dependency trees of a document, with children in order.
//
// Built once a document in O(words); every question after that is O(answer).
// Keeps references: the SyntaxTable must outlive it.
#ifndef ENTENTE_SYNTAX_TREE_H_
#define ENTENTE_SYNTAX_TREE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/syntax_table.h"

namespace entente {

class Tree {
 public:
  explicit Tree(const SyntaxTable& syntax) { Rebuild(syntax); }
  Tree() = default;

  // Points this view at another document, keeping the memory.
  void Rebuild(const SyntaxTable& syntax);

  // The dependents of a word, left to right.
  std::span<const std::uint32_t> children(std::uint32_t word) const {
    return std::span(children_).subspan(first_[word], first_[word + 1] - first_[word]);
  }
  std::uint32_t head(std::uint32_t word) const { return syntax_->head[word]; }
  Relation relation(std::uint32_t word) const { return syntax_->relation[word]; }

  // First and last word of the subtree, both included.
  std::uint32_t leftmost(std::uint32_t word) const { return left_[word]; }
  std::uint32_t rightmost(std::uint32_t word) const { return right_[word]; }

  // The first child that stands in `relation` (exact, with subtype), or kNoWord.
  std::uint32_t ChildBy(std::uint32_t word, Relation relation) const;

  // True when `ancestor` dominates `word` or is it.
  bool Dominates(std::uint32_t ancestor, std::uint32_t word) const;

  // The words from `from` up to `to`'s and down again, both ends included.
  // Empty when they are in different sentences.
  std::vector<std::uint32_t> Path(std::uint32_t from, std::uint32_t to) const;

 private:
  const SyntaxTable* syntax_ = nullptr;
  std::vector<std::uint32_t> first_;  // children of w: [first_[w], first_[w+1])
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> left_, right_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_TREE_H_
