#include "align/tell.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "base/strings.h"

namespace entente {
namespace {

std::string Fixed(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string Leaning(const PairStanding& standing) {
  if (standing.masses.plus + standing.masses.minus <= 0) return "";
  if (standing.verdict == Verdict::kAmbivalent) return "both for and against";
  return standing.masses.plus > standing.masses.minus ? "for" : "against";
}

std::string TellWhole(const PartySet& a, const PartySet& b, const PairStanding& whole) {
  const std::string pair = StrCat(a.label(), " and ", b.label());
  switch (whole.verdict) {
    case Verdict::kUnknown:
      return StrCat(pair,
                    ": no row sets one to the other. That is no neutrality: it is "
                    "unknown.");
    case Verdict::kUnclear:
      return StrCat(
          pair, ": unclear, the evidence is thin; it leans ",
          whole.masses.plus > whole.masses.minus ? "to alignment." : "to conflict.");
    case Verdict::kAligned:
      return StrCat(pair, " are aligned.");
    case Verdict::kOpposed:
      return StrCat(pair, " are opposed.");
    case Verdict::kAmbivalent:
      return StrCat(pair, " are ambivalent: evidence for and against both weigh.");
  }
  return pair;
}

// "By its words Russia is for the Taliban; deeds speak against."
std::string TellSpheres(const PartySet& a, const PartySet& b, const PairView& view) {
  const auto leaning = [&](Sphere sphere) {
    return Leaning(view.spheres[static_cast<std::size_t>(sphere)]);
  };
  std::vector<std::string> parts;
  const std::string words_a = leaning(Sphere::kDeclaredA);
  const std::string words_b = leaning(Sphere::kDeclaredB);
  const std::string deeds = leaning(Sphere::kEnacted);
  if (!words_a.empty()) {
    parts.push_back(
        StrCat("by its own words ", a.label(), " is ", words_a, " ", b.label()));
  }
  if (!words_b.empty()) {
    parts.push_back(
        StrCat("by its own words ", b.label(), " is ", words_b, " ", a.label()));
  }
  if (!deeds.empty()) parts.push_back(StrCat("deeds speak ", deeds));
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  if (out.empty()) return out;
  out[0] = out[0] == 'b' ? 'B' : 'D';
  return out + ".";
}

// "Russia by its own word (Zamir Kabulov)", "Taliban on the word of Russia (...)".
std::string TellSide(const EvidenceTable& table, const PartySet& side,
                     const PartySet& other, const Thirds& of, const Third& third,
                     int sign) {
  const Claimant claimant = ClaimantOf(table, of.units, third.first, third.last, sign);
  if (!claimant.is_there) return side.label() + " as reported";
  if (claimant.party == kNoIndex) return side.label() + " on somebody's word";
  const std::string name(table.party(claimant.party).name);
  const std::string speaker = StrCat(" (", name, ")");
  if (side.Has(claimant.party))
    return StrCat(side.label(), " by its own word", speaker);
  if (other.Has(claimant.party)) {
    return StrCat(side.label(), " on the word of ", other.label(), speaker);
  }
  return StrCat(side.label(), " on the word of ", name);
}

}  // namespace

std::string Signed(double value) {
  const std::string text = Fixed(value);
  return value > 0 && text != "0.00" ? "+" + text : text == "-0.00" ? "0.00" : text;
}

std::string TellStanding(const PairStanding& standing) {
  const Interval interval = standing.posterior.interval();
  return StrCat(Signed(standing.posterior.mean()), " (90%: ", Signed(interval.low),
                " to ", Signed(interval.high), ")");
}

Claimant ClaimantOf(const EvidenceTable& table, const Units& units, std::uint32_t first,
                    std::uint32_t last, int sign) {
  const Unit* heaviest = nullptr;
  for (std::uint32_t i = first; i < last; ++i) {
    const Unit& unit = units.units[i];
    if (unit.sign != sign || unit.mass() <= 0) continue;
    if (heaviest == nullptr || unit.mass() > heaviest->mass()) heaviest = &unit;
  }
  if (heaviest == nullptr) return {};
  std::map<std::uint32_t, int> rows;  // by claimant
  for (std::uint32_t i = heaviest->first; i < heaviest->last; ++i) {
    const EvidenceRow& row = table.rows[units.rows[i].row];
    if (!row.is_claimed) return {};
    ++rows[row.claimant];
  }
  const auto most = std::max_element(
      rows.begin(), rows.end(),
      [](const auto& x, const auto& y) { return x.second < y.second; });
  return {.is_there = true, .party = most->first};
}

std::vector<std::string> TellPair(const EvidenceTable& table, const PartySet& a,
                                  const PartySet& b, const PairView& view,
                                  const CommonView& common) {
  std::vector<std::string> out = {TellWhole(a, b, view.whole)};
  const std::string spheres = TellSpheres(a, b, view);
  if (!spheres.empty()) out.push_back(spheres);
  const auto tell = [&](const std::vector<Common>& list, std::string_view how,
                        int sign) {
    if (list.empty()) return;
    const Common& first = list.front();
    const Third& third_a = common.a.thirds[first.third_a];
    const Third& third_b = common.b.thirds[first.third_b];
    out.push_back(StrCat("Both stand ", how, " ", table.actor(first.actor).label, ": ",
                         TellSide(table, a, b, common.a, third_a, sign), ", ",
                         TellSide(table, b, a, common.b, third_b, sign), "."));
  };
  tell(common.adversaries, "against", -1);
  tell(common.friends, "with", 1);
  return out;
}

std::string TellInferred(const EvidenceTable& table, const PartySet& a,
                         const PartySet& b, const CommonView& common) {
  const bool has_enemy =
      !common.adversaries.empty() && common.adversaries.front().chance >= kSureTriad;
  const bool has_friend =
      !common.friends.empty() && common.friends.front().chance >= kSureTriad;
  if (!has_enemy && !has_friend) return "";
  const bool is_enemy =
      has_enemy && (!has_friend ||
                    common.adversaries.front().chance >= common.friends.front().chance);
  const Common& best = is_enemy ? common.adversaries.front() : common.friends.front();
  const std::string_view mark = is_enemy ? " \xE2\x88\x92 " : " + ";
  const std::string third(table.actor(best.actor).label);
  return StrCat("Inferred, not counted: ", a.label(), " + ", b.label(),
                is_enemy ? " (the enemy of an enemy)" : " (the friend of a friend)",
                ", by the triad ", a.label(), mark, third, mark, b.label(), "; chance ",
                Fixed(best.chance), " that both of its known sides stand so.");
}

}  // namespace entente
