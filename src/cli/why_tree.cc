#include "cli/why_tree.h"

#include <algorithm>
#include <set>

#include "base/strings.h"

namespace entente {
namespace {

class TreeDrawer {
 public:
  TreeDrawer(const Analysis& analysis, std::uint32_t centre,
             const std::map<std::uint32_t, std::string>& notes)
      : analysis_(analysis), notes_(notes) {
    drawn_.insert(centre);
    for (const auto& [word, note] : notes) {
      for (const std::uint32_t step : analysis.tree.Path(centre, word))
        drawn_.insert(step);
    }
    for (const std::uint32_t child : analysis.tree.children(centre)) {
      if (IsWorthDrawing(child)) drawn_.insert(child);
    }
  }

  std::vector<TreeLine> Draw() {
    for (const std::uint32_t word : drawn_) {
      const std::uint32_t head = analysis_.tree.head(word);
      if (head == kNoWord || !drawn_.contains(head)) Walk(word);
    }
    return std::move(lines_);
  }

 private:
  struct Pending {
    std::uint32_t word = 0;
    std::string branch;  // before this word
    std::string below;   // before its dependents
  };

  bool IsWorthDrawing(std::uint32_t word) const {
    const Upos tag = analysis_.syntax->upos[word];
    return tag != Upos::kPunct && tag != Upos::kDet && tag != Upos::kCconj;
  }

  // Depth first, by a stack of one's own: a tree may be as deep as a sentence is long.
  void Walk(std::uint32_t top) {
    std::vector<Pending> stack = {{top, "", ""}};
    while (!stack.empty()) {
      const Pending at = std::move(stack.back());
      stack.pop_back();
      Add(at);
      std::vector<std::uint32_t> below;
      for (const std::uint32_t child : analysis_.tree.children(at.word)) {
        if (drawn_.contains(child)) below.push_back(child);
      }
      for (std::size_t i = below.size(); i-- > 0;) {
        const bool is_last = i + 1 == below.size();
        stack.push_back({below[i], at.below + (is_last ? "└─ " : "├─ "),
                         at.below + (is_last ? "   " : "│  ")});
      }
    }
  }

  void Add(const Pending& at) {
    TreeLine line;
    line.branch = at.branch;
    line.word = at.word;
    line.words = Phrase(at.word);
    line.relation = Name(analysis_.tree.relation(at.word));
    const auto note = notes_.find(at.word);
    if (note != notes_.end()) line.note = note->second;
    lines_.push_back(std::move(line));
  }

  // The word with the words around it that hang from it and are not drawn.
  std::string Phrase(std::uint32_t word) const {
    constexpr std::uint32_t kMost = 6;
    std::uint32_t first = word;
    std::uint32_t last = word;
    const auto is_own = [&](std::uint32_t other) {
      std::uint32_t up = other;
      while (up != kNoWord && !drawn_.contains(up)) up = analysis_.tree.head(up);
      return up == word && analysis_.syntax->upos[other] != Upos::kPunct;
    };
    while (first > analysis_.tree.leftmost(word) && word - first < kMost &&
           is_own(first - 1)) {
      --first;
    }
    while (last < analysis_.tree.rightmost(word) && last - word < kMost &&
           is_own(last + 1)) {
      ++last;
    }
    const auto& spans = analysis_.tokens->span;
    return std::string(
        Slice(analysis_.text(), TextSpan{spans[first].begin, spans[last].end}));
  }

  const Analysis& analysis_;
  const std::map<std::uint32_t, std::string>& notes_;
  std::set<std::uint32_t> drawn_;
  std::vector<TreeLine> lines_;
};

}  // namespace

std::vector<TreeLine> LittleTree(const Analysis& analysis, std::uint32_t centre,
                                 const std::map<std::uint32_t, std::string>& notes) {
  return TreeDrawer(analysis, centre, notes).Draw();
}

}  // namespace entente
