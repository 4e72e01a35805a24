#include "syntax/tree.h"

#include <algorithm>

namespace entente {

void Tree::Rebuild(const SyntaxTable& syntax) {
  syntax_ = &syntax;
  const auto count = static_cast<std::uint32_t>(syntax.size());
  first_.assign(count + 1, 0);
  left_.resize(count);
  right_.resize(count);
  for (std::uint32_t word = 0; word < count; ++word) {
    left_[word] = right_[word] = word;
    if (syntax.head[word] != kNoWord) ++first_[syntax.head[word] + 1];
  }
  for (std::uint32_t word = 0; word < count; ++word) first_[word + 1] += first_[word];
  children_.resize(first_[count]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t word = 0; word < count; ++word) {
    if (syntax.head[word] != kNoWord) children_[next[syntax.head[word]]++] = word;
  }
  // Every word widens the extent of all its ancestors; a tree ends at its root, and the
  // step count bounds a table that is no tree.
  for (std::uint32_t word = 0; word < count; ++word) {
    std::uint32_t steps = 0;
    for (std::uint32_t up = syntax.head[word]; up != kNoWord && steps < count;
         up = syntax.head[up], ++steps) {
      left_[up] = std::min(left_[up], word);
      right_[up] = std::max(right_[up], word);
    }
  }
}

std::uint32_t Tree::ChildBy(std::uint32_t word, Relation relation) const {
  for (const std::uint32_t child : children(word)) {
    if (syntax_->relation[child] == relation) return child;
  }
  return kNoWord;
}

bool Tree::Dominates(std::uint32_t ancestor, std::uint32_t word) const {
  for (std::size_t steps = 0; word != kNoWord && steps <= syntax_->size(); ++steps) {
    if (word == ancestor) return true;
    word = syntax_->head[word];
  }
  return false;
}

std::vector<std::uint32_t> Tree::Path(std::uint32_t from, std::uint32_t to) const {
  std::vector<std::uint32_t> up;
  for (std::uint32_t word = from; word != kNoWord && up.size() <= syntax_->size();
       word = syntax_->head[word]) {
    up.push_back(word);
  }
  std::vector<std::uint32_t> down;
  for (std::uint32_t word = to; word != kNoWord && down.size() <= syntax_->size();
       word = syntax_->head[word]) {
    const auto meet = std::find(up.begin(), up.end(), word);
    if (meet != up.end()) {
      up.erase(meet + 1, up.end());
      up.insert(up.end(), down.rbegin(), down.rend());
      return up;
    }
    down.push_back(word);
  }
  return {};
}

}  // namespace entente
