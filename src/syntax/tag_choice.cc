#include "syntax/tag_choice.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>

namespace entente {
namespace {

// A label that scores so much less than the best is not worth a look.
constexpr float kMargin = 7.0F;

constexpr std::uint64_t Set(std::initializer_list<Xpos> tags) {
  std::uint64_t set = 0;
  for (const Xpos tag : tags) set |= std::uint64_t{1} << static_cast<unsigned>(tag);
  return set;
}

constexpr std::array<std::uint64_t, kUposCount> kTagsOf = [] {
  std::array<std::uint64_t, kUposCount> sets{};
  const auto at = [&sets](Upos upos) -> std::uint64_t& {
    return sets[static_cast<std::size_t>(upos)];
  };
  using enum Xpos;
  at(Upos::kAdj) = Set({kJj, kNnp, kJjr, kJjs, kGw, kAfx});
  at(Upos::kAdp) = Set({kIn, kRp});
  at(Upos::kAdv) = Set({kRb, kWrb, kRbr, kRbs, kFw, kGw, kAfx, kNnp, kIn});
  at(Upos::kAux) = Set({kVbz, kMd, kVbp, kVbd, kVb, kVbn, kVbg});
  at(Upos::kCconj) = Set({kCc});
  at(Upos::kDet) = Set({kDt, kPdt, kWdt});
  at(Upos::kIntj) = Set({kUh});
  at(Upos::kNoun) = Set({kNn, kNns, kFw, kGw, kAfx});
  at(Upos::kNum) = Set({kCd, kLs, kNnp});
  at(Upos::kPart) = Set({kTo, kRb, kPos});
  at(Upos::kPron) = Set({kPrp, kPrpPoss, kWdt, kDt, kWp, kNn, kEx, kWpPoss, kGw});
  at(Upos::kPropn) = Set({kNnp, kNnps, kAdd, kGw});
  at(Upos::kPunct) = ~std::uint64_t{0};
  at(Upos::kSconj) = Set({kIn});
  at(Upos::kSym) = ~std::uint64_t{0};
  at(Upos::kVerb) = Set({kVb, kVbn, kVbd, kVbg, kVbp, kVbz});
  at(Upos::kX) = ~std::uint64_t{0};
  return sets;
}();

bool Fits(FeatsKind feats, Upos upos) {
  const bool is_verb = upos == Upos::kVerb || upos == Upos::kAux;
  if (feats.is_verbal != is_verb) return feats.is_verbal ? false : upos != Upos::kVerb;
  return !feats.is_graded || upos == Upos::kAdj || upos == Upos::kAdv;
}

std::size_t Best(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                  scores.begin());
}

// How far the best label that `fits` is below the best of all; nothing is asked for
// where the model has no such label.
template <typename FitsLabel>
float Cost(std::span<const float> scores, std::size_t& best, const FitsLabel& fits) {
  const float top = scores[Best(scores)];
  float found = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] <= found || !fits(i)) continue;
    found = scores[i];
    best = i;
  }
  return found == -std::numeric_limits<float>::infinity() ? 0 : top - found;
}

}  // namespace

FeatsKind KindOf(std::string_view feats) {
  return {feats.find("VerbForm=") != std::string_view::npos,
          feats.find("Degree=") != std::string_view::npos};
}

bool Agree(Upos upos, Xpos xpos) {
  return (kTagsOf[static_cast<std::size_t>(upos)] >> static_cast<unsigned>(xpos) & 1) !=
         0;
}

TagChoice ChooseTags(const TagScores& scores, std::string_view form) {
  const TagChoice first = {static_cast<Upos>(Best(scores.upos)),
                           static_cast<Xpos>(Best(scores.xpos)), Best(scores.feats)};
  const std::size_t script = Best(scores.lemmas);
  if (Agree(first.upos, first.xpos) &&
      Fits(scores.feats_kinds[first.feats], first.upos) &&
      Agrees(scores.scripts[script], form, first.upos, first.xpos)) {
    return first;
  }
  const float top_upos = scores.upos[static_cast<std::size_t>(first.upos)];
  const float top_xpos = scores.xpos[static_cast<std::size_t>(first.xpos)];
  TagChoice best = first;
  float least = std::numeric_limits<float>::infinity();
  for (std::size_t u = 0; u < scores.upos.size(); ++u) {
    const auto upos = static_cast<Upos>(u);
    if (top_upos - scores.upos[u] > kMargin) continue;
    std::size_t feats = first.feats;
    const float of_class =
        top_upos - scores.upos[u] + Cost(scores.feats, feats, [&](std::size_t i) {
          return Fits(scores.feats_kinds[i], upos);
        });
    for (std::size_t x = 0; x < scores.xpos.size(); ++x) {
      const auto xpos = static_cast<Xpos>(x);
      if (top_xpos - scores.xpos[x] > kMargin || !Agree(upos, xpos)) continue;
      std::size_t any = 0;
      const float cost = of_class + top_xpos - scores.xpos[x] +
                         Cost(scores.lemmas, any, [&](std::size_t i) {
                           return Agrees(scores.scripts[i], form, upos, xpos);
                         });
      if (cost >= least) continue;
      least = cost;
      best = {upos, xpos, feats};
    }
  }
  return best;
}

}  // namespace entente
