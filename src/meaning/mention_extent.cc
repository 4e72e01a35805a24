#include "meaning/mention_extent.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

// A complement longer than this is cut: what follows is news, not a description.
constexpr std::uint32_t kLongestComplement = 14;

bool IsModifierBefore(Relation relation) {
  switch (Universal(relation)) {
    case Relation::kDet:
    case Relation::kAmod:
    case Relation::kNummod:
    case Relation::kCompound:
    case Relation::kFlat:
    case Relation::kNmod:
      return true;
    default:
      return false;
  }
}

bool EndsComplement(const Analysis& analysis, std::uint32_t word) {
  const SyntaxTable& syntax = *analysis.syntax;
  const Relation relation = syntax.relation[word];
  if (relation == Relation::kCc || Universal(relation) == Relation::kAppos ||
      Universal(relation) == Relation::kAcl) {
    return true;
  }
  if (syntax.upos[word] == Upos::kPunct) {
    const std::string_view form = analysis.form(word);
    return form != "-" && form != "’" && form != "'";
  }
  const Xpos tag = syntax.xpos[word];
  return tag == Xpos::kWdt || tag == Xpos::kWp || tag == Xpos::kWpPoss ||
         tag == Xpos::kWrb || tag == Xpos::kVbd || tag == Xpos::kVbz ||
         tag == Xpos::kVbp || tag == Xpos::kMd;
}

bool IsComplement(const Analysis& analysis, std::uint32_t child) {
  constexpr std::array<std::string_view, 5> kPrepositions = {"of", "at", "from", "for",
                                                             "to"};
  const SyntaxTable& syntax = *analysis.syntax;
  if (Universal(syntax.relation[child]) != Relation::kNmod) return false;
  const std::uint32_t preposition = analysis.tree.ChildBy(child, Relation::kCase);
  if (preposition == kNoWord) return false;
  return std::find(kPrepositions.begin(), kPrepositions.end(),
                   syntax.lemma[preposition]) != kPrepositions.end();
}

}  // namespace

WordRange PhraseAround(const Analysis& analysis, WordRange core, std::uint32_t head,
                       bool takes_complement) {
  const Tree& tree = analysis.tree;
  const SyntaxTable& syntax = *analysis.syntax;
  WordRange range = core;
  for (const std::uint32_t child : tree.children(head)) {
    if (child < core.first && IsModifierBefore(syntax.relation[child])) {
      range.first = std::min(range.first, tree.leftmost(child));
    }
    if (child > core.last && takes_complement && IsComplement(analysis, child)) {
      std::uint32_t last = range.last;
      // "of the department at the ministry": what the parser hung elsewhere in the
      // phrase goes on with it.
      const std::uint32_t limit =
          std::min(tree.rightmost(head), core.last + kLongestComplement);
      while (last < limit && !EndsComplement(analysis, last + 1)) ++last;
      if (last >= child) range.last = std::max(range.last, last);
    }
  }
  // A modifier that holds more than a phrase ("said the") is a slip of the parser.
  for (std::uint32_t word = core.first; word-- > range.first;) {
    const Upos tag = syntax.upos[word];
    const bool is_cut = tag == Upos::kPunct && analysis.form(word) != "-" &&
                        analysis.form(word) != "[" && analysis.form(word) != "]";
    const Xpos xpos = syntax.xpos[word];
    if (is_cut || xpos == Xpos::kVbd || xpos == Xpos::kVbz || xpos == Xpos::kIn) {
      range.first = word + 1;
      break;
    }
  }
  // "at least 24 people", "how many people": the phrase begins at its number.
  const auto is_outside = [&](std::uint32_t word) {
    const Upos tag = syntax.upos[word];
    const bool is_bound =
        word > 0 && syntax.lemma[word - 1] == "at" &&
        (analysis.form(word) == "least" || analysis.form(word) == "most");
    return is_bound || tag == Upos::kAdp || tag == Upos::kCconj ||
           tag == Upos::kPunct || syntax.xpos[word] == Xpos::kWrb;
  };
  while (range.first < core.first && is_outside(range.first)) ++range.first;
  return range;
}

}  // namespace entente
