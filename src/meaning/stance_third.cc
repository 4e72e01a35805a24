#include "meaning/stance_third.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

constexpr double kLeastEnmity = 0.5;   // of an act against a third
constexpr double kLeastSupport = 0.5;  // of help that makes an enemy shared
constexpr double kFollows = 0.5;       // of the strength that it follows from
constexpr std::size_t kMostInSentence = 40;

class ThirdReader {
 public:
  ThirdReader(const std::vector<Stance>& stances, std::size_t first, std::size_t last,
              std::vector<Stance>& added)
      : stances_(stances), first_(first), last_(last), added_(added) {}

  void Read() {
    for (std::size_t a = first_; a < last_; ++a) {
      for (std::size_t b = first_; b < last_; ++b) {
        if (a == b) continue;
        Side(stances_[a], stances_[b]);
        Share(stances_[a], stances_[b]);
      }
    }
  }

 private:
  // A and B act against C in the same words: A is with B. (B with A comes in turn.)
  void Side(const Stance& a, const Stance& b) {
    // Two victims of one attacker are not yet allies.
    const bool is_inferred = a.is_inferred || b.is_inferred;
    const bool is_shared = !is_inferred && a.sign < 0 && b.sign < 0 && a.to == b.to &&
                           a.span == b.span && a.rule == b.rule &&
                           a.strength >= kLeastEnmity && b.strength >= kLeastEnmity;
    if (is_shared) Add(a, a.from, b.from, 1, a.strength);
  }

  // A helps B, and one of them acts against C: so does the other, and B stands with A.
  void Share(const Stance& help, const Stance& act) {
    const bool is_either = help.from == act.from || help.to == act.from;
    const bool is_it = help.sign > 0 && act.sign < 0 && is_either &&
                       help.from != act.to && help.to != act.to &&
                       help.strength >= kLeastSupport && act.strength >= kLeastEnmity &&
                       IsMutual(act);
    if (!is_it) return;
    const EntityId joins = help.from == act.from ? help.to : help.from;
    Add(act, joins, act.to, -1, act.strength);
    Add(act, act.to, joins, -1, act.strength);
    Add(help, help.to, help.from, 1, help.strength);
  }

  bool IsMutual(const Stance& act) const {
    return std::any_of(stances_.begin() + static_cast<std::ptrdiff_t>(first_),
                       stances_.begin() + static_cast<std::ptrdiff_t>(last_),
                       [&](const Stance& other) {
                         return other.sign < 0 && other.from == act.to &&
                                other.to == act.from;
                       });
  }

  void Add(const Stance& model, EntityId from, EntityId to, int sign, double strength) {
    if (from == to || !from.valid() || !to.valid()) return;
    const auto is_same = [&](const Stance& other) {
      return other.from == from && other.to == to;
    };
    const auto begin = stances_.begin();
    const bool is_known =
        std::any_of(begin + static_cast<std::ptrdiff_t>(first_),
                    begin + static_cast<std::ptrdiff_t>(last_), is_same) ||
        std::any_of(added_.begin(), added_.end(), is_same);
    if (is_known) return;
    Stance stance = model;
    stance.from = from;
    stance.to = to;
    stance.sign = sign;
    stance.strength = strength * kFollows;
    stance.is_inferred = true;
    if (stance.basis == StanceBasis::kEvent) stance.basis = StanceBasis::kDescription;
    added_.push_back(std::move(stance));
  }

  const std::vector<Stance>& stances_;
  std::size_t first_;
  std::size_t last_;
  std::vector<Stance>& added_;
};

}  // namespace

void AddCommonAdversaries(const Analysis& analysis, std::vector<Stance>& stances) {
  std::vector<Stance> all;
  const auto& spans = analysis.tokens->span;
  std::size_t at = 0;
  for (const Sentence& sentence : analysis.tokens->sentences) {
    if (at == stances.size()) break;
    if (sentence.begin == sentence.end) continue;
    const std::uint32_t end = spans[sentence.end - 1].end;
    const std::size_t first = at;
    while (at < stances.size() && stances[at].span.begin < end) ++at;
    if (at - first < 2 || at - first > kMostInSentence) continue;
    std::vector<Stance> added;
    ThirdReader(stances, first, at, added).Read();
    all.insert(all.end(), added.begin(), added.end());
  }
  stances.insert(stances.end(), all.begin(), all.end());
}

}  // namespace entente
