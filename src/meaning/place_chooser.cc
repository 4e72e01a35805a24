#include "meaning/place_chooser.h"

#include <algorithm>

#include "world/world.h"

namespace entente {
namespace {

constexpr double kContained = 6.0;
constexpr double kFarFetched = 2.0;  // how much less likely than the first thought

double BestPrior(const Toponym& toponym) {
  double best = 0;
  for (const PlaceOption& option : toponym.options) best = std::max(best, option.prior);
  return best;
}

bool IsTown(PlaceKind kind) {
  return kind == PlaceKind::kCity || kind == PlaceKind::kCapital ||
         kind == PlaceKind::kAdminSeat;
}

// True for two things that one list may hold.
bool AreAlike(const PlaceOption& a, const PlaceOption& b) {
  if (a.is_country || b.is_country) return a.is_country == b.is_country;
  if (a.kind == PlaceKind::kAdmin1) {
    return b.kind == PlaceKind::kAdmin1 && a.country == b.country;
  }
  return IsTown(a.kind) && IsTown(b.kind) && a.country == b.country;
}

}  // namespace

PlaceChooser::PlaceChooser(const Analysis& analysis, const NameTable& names,
                           std::vector<Toponym>& toponyms)
    : analysis_(analysis),
      syntax_(*analysis.syntax),
      world_(*analysis.world),
      names_(names),
      toponyms_(toponyms),
      links_(ReadLinks(analysis, names, toponyms)) {}

// Countries that the document names or whose people it names, by weight.
void PlaceChooser::ReadCountries() {
  for (const FoundName& name : names_.names) {
    if (!name.is_known) continue;
    std::string_view iso3;
    if (name.candidate.kind == EntryKind::kCountry) {
      iso3 = world_.country({name.candidate.index}).iso3;
    } else if (name.candidate.kind == EntryKind::kDemonym) {
      iso3 = world_.demonym({name.candidate.index}).country;
    }
    if (iso3.empty()) continue;
    // "Georgia" is weak evidence: it may be the state of another country; "Congo" is
    // none, of two countries of the name.
    bool is_ambiguous = false;
    if (name.hit != kNoWord) {
      const NameHit& hit = names_.hits.hits[name.hit];
      const auto candidates = names_.hits.of(hit);
      if (candidates.size() > 1 && candidates[1].kind == EntryKind::kCountry) continue;
      is_ambiguous = candidates.size() > 1 && candidates[1].kind == EntryKind::kPlace &&
                     world_.place({candidates[1].index}).kind == PlaceKind::kAdmin1;
    }
    named_[iso3] += is_ambiguous ? 0.5 : 1.0;
  }
}

// What the countries named and the places as understood so far point to.
void PlaceChooser::AddSupport() {
  countries_ = named_;
  divisions_.clear();
  for (const Toponym& toponym : toponyms_) {
    if (toponym.options.empty()) continue;
    const PlaceOption& meant = toponym.options[toponym.best];
    if (meant.is_country || meant.country.empty() || toponym.score < 6) continue;
    countries_[meant.country] += 0.5;
    if (meant.kind == PlaceKind::kAdmin1)
      divisions_[{meant.country, meant.admin1}] += 1;
  }
  double total = 0;
  for (const auto& [iso3, weight] : countries_) total += weight;
  for (auto& [iso3, weight] : countries_) weight /= total;
}

PlaceChooser::Fit PlaceChooser::FitOf(const Toponym& inner,
                                      const Toponym& outer) const {
  Fit fit;
  const double first = BestPrior(inner);
  const double second = BestPrior(outer);
  for (const PlaceOption& holder : outer.options) {
    for (const PlaceOption& held : inner.options) {
      if (!Contains(holder, held)) continue;
      fit.is_possible = true;
      fit.is_credible = fit.is_credible || (held.prior > first - kFarFetched &&
                                            holder.prior > second - kFarFetched);
    }
  }
  return fit;
}

// Decides which commas tell of a list, and which places no table has where the text
// says that they are.
void PlaceChooser::SettleLinks() {
  constexpr double kKnownByAll = 5.5;  // 300,000 people
  for (std::size_t i = 0; i + 1 < toponyms_.size(); ++i) {
    if (links_[i] != PlaceLink::kInside && links_[i] != PlaceLink::kMaybeInside)
      continue;
    const Fit fit = FitOf(toponyms_[i], toponyms_[i + 1]);
    if (links_[i] == PlaceLink::kMaybeInside) {
      links_[i] = fit.is_credible ? PlaceLink::kInside : PlaceLink::kList;
    } else if (!fit.is_possible) {
      const bool is_alone = BestPrior(toponyms_[i]) < kKnownByAll;
      links_[i] = PlaceLink::kNone;
      if (is_alone && !toponyms_[i + 1].options.empty()) {
        toponyms_[i].placed_in = static_cast<std::uint32_t>(i + 1);
      }
    }
  }
}

// What the neighbours say when one holds the other.
double PlaceChooser::Containment(std::size_t index, const PlaceOption& option,
                                 bool& is_settled) const {
  double score = 0;
  const auto weigh = [&](std::size_t other, bool other_holds) {
    const double most = BestPrior(toponyms_[other]);
    for (const PlaceOption& one : toponyms_[other].options) {
      if (!(other_holds ? Contains(one, option) : Contains(option, one))) continue;
      score = std::max(score, kContained - std::min(4.0, most - one.prior));
    }
  };
  if (index + 1 < toponyms_.size()) {
    if (links_[index] == PlaceLink::kInside) weigh(index + 1, true);
    if (links_[index] == PlaceLink::kOwner) weigh(index + 1, false);
  }
  if (index > 0) {
    if (links_[index - 1] == PlaceLink::kInside) weigh(index - 1, false);
    if (links_[index - 1] == PlaceLink::kOwner) weigh(index - 1, true);
  }
  is_settled = is_settled || score > 0;
  return score;
}

// The members of a list are alike: states of one country, countries, towns.
double PlaceChooser::InList(std::size_t index, const PlaceOption& option) const {
  const auto is_alike = [&](std::size_t other) {
    const Toponym& neighbour = toponyms_[other];
    return !neighbour.options.empty() &&
           AreAlike(option, neighbour.options[neighbour.best]);
  };
  double score = 0;
  if (links_[index] == PlaceLink::kList && index + 1 < toponyms_.size() &&
      is_alike(index + 1)) {
    score += 2.0;
  }
  if (index > 0 && links_[index - 1] == PlaceLink::kList && is_alike(index - 1))
    score += 2.0;
  if (score > 0 || option.kind != PlaceKind::kAdmin1) return score;
  // "five in Ontario and, for the first time, two in Quebec"
  constexpr std::uint32_t kWordsAround = 12;
  for (std::size_t other = index > 2 ? index - 2 : 0;
       other < std::min(toponyms_.size(), index + 3); ++other) {
    if (other == index || !is_alike(other)) continue;
    const std::uint32_t a = toponyms_[index].first_word;
    const std::uint32_t b = toponyms_[other].first_word;
    if ((a > b ? a - b : b - a) <= kWordsAround) score = 1.5;
  }
  return score;
}

// How near the nearest other place lies, as it is understood so far.
double PlaceChooser::Nearness(std::size_t index, const PlaceOption& option) const {
  if (option.is_country) return 0;
  double nearest = 1e9;
  const std::size_t from = index > 6 ? index - 6 : 0;
  const std::size_t to = std::min(toponyms_.size(), index + 7);
  for (std::size_t i = from; i < to; ++i) {
    const Toponym& other = toponyms_[i];
    if (i == index || other.options.empty()) continue;
    const PlaceOption& meant = other.options[other.best];
    if (meant.is_country || meant.name == option.name) continue;
    nearest = std::min(nearest, Distance(meant.point, option.point));
  }
  if (nearest < 150) return 1.5;
  return nearest < 500 ? 0.8 : 0;
}

double PlaceChooser::Support(const PlaceOption& option) const {
  double score = 0;
  const auto country = countries_.find(option.country);
  if (country != countries_.end()) score += 1.5 + 2.5 * country->second;
  if (option.kind != PlaceKind::kAdmin1 && option.name != option.admin1 &&
      divisions_.contains({option.country, option.admin1})) {
    score += 1.0;
  }
  return score;
}

// "Farah province", "the province of Farah".
bool PlaceChooser::SaysDivision(const Toponym& toponym) const {
  const PlaceWords& words = world_.place_words();
  const auto is_division = [&](std::uint32_t word) {
    return word < syntax_.size() &&
           words.Is(PlaceWord::kDivision, analysis_.form(word));
  };
  if (is_division(toponym.last_word + 1)) return true;
  return toponym.first_word >= 2 && syntax_.lemma[toponym.first_word - 1] == "of" &&
         is_division(toponym.first_word - 2);
}

// "AFG" of "the Afghan city of Kunduz", "the Afghan capital, Kabul".
std::string_view PlaceChooser::PeopleBefore(const Toponym& toponym) const {
  constexpr std::uint32_t kFurthest = 5;
  const PlaceWords& words = world_.place_words();
  bool has_noun = false;
  for (std::uint32_t steps = 1; steps <= kFurthest && steps <= toponym.first_word;
       ++steps) {
    const std::uint32_t word = toponym.first_word - steps;
    const std::uint32_t name = names_.name_at[word];
    if (name != kNoWord) {
      const FoundName& people = names_.names[name];
      const bool is_people = people.sense == NameSense::kDemonym && people.is_known;
      return is_people && has_noun ? world_.demonym({people.candidate.index}).country
                                   : std::string_view();
    }
    const std::string_view form = analysis_.form(word);
    const bool is_noun =
        words.Is(PlaceWord::kDivision, form) || words.Is(PlaceWord::kSettlement, form);
    has_noun = has_noun || is_noun;
    if (!is_noun && form != "of" && form != "," && syntax_.upos[word] != Upos::kAdj)
      return {};
  }
  return {};
}

double PlaceChooser::Score(std::size_t index, const PlaceOption& option,
                           bool& is_settled) const {
  const Toponym& toponym = toponyms_[index];
  double score = option.prior + Containment(index, option, is_settled) +
                 InList(index, option) + Support(option) + Nearness(index, option);
  if (option.kind == PlaceKind::kAdmin1 && SaysDivision(toponym)) score += 3.0;
  const std::string_view people = PeopleBefore(toponym);
  if (!people.empty() && option.country == people && !option.is_country) {
    score += 4.0;
    is_settled = true;
  }
  return score;
}

// One name means one place in one document, where nothing beside it says otherwise.
void PlaceChooser::OneSenseADocument() {
  std::map<std::uint32_t, std::size_t> surest;  // by first candidate: its toponym
  const auto key = [](const Toponym& toponym) {
    return toponym.options.front().candidate.index;
  };
  for (std::size_t i = 0; i < toponyms_.size(); ++i) {
    if (toponyms_[i].options.empty()) continue;
    const auto [at, is_new] = surest.try_emplace(key(toponyms_[i]), i);
    const Toponym& before = toponyms_[at->second];
    const bool is_surer = toponyms_[i].is_settled != before.is_settled
                              ? toponyms_[i].is_settled
                              : toponyms_[i].score > before.score;
    if (!is_new && is_surer) at->second = i;
  }
  for (Toponym& toponym : toponyms_) {
    if (toponym.options.empty() || toponym.is_settled) continue;
    const Toponym& model = toponyms_[surest.at(key(toponym))];
    if (model.options.size() != toponym.options.size() || !model.is_settled) continue;
    toponym.best = model.best;
    toponym.placed_in = model.placed_in;
  }
}

// A village that nothing in the document points to is not what is meant.
void PlaceChooser::DropFarFetched() {
  constexpr double kVillage = 4.0;  // 2,000 people of that very name
  for (std::size_t i = 0; i < toponyms_.size(); ++i) {
    Toponym& toponym = toponyms_[i];
    if (toponym.options.empty() || toponym.is_settled) continue;
    const PlaceOption& meant = toponym.options[toponym.best];
    if (meant.prior < kVillage && Support(meant) == 0 && Nearness(i, meant) == 0)
      toponym.options.clear();
  }
}

void PlaceChooser::Choose() {
  ReadCountries();
  SettleLinks();
  for (Toponym& toponym : toponyms_) {
    for (std::size_t k = 1; k < toponym.options.size(); ++k) {
      if (toponym.options[k].prior > toponym.options[toponym.best].prior)
        toponym.best = k;
    }
  }
  constexpr int kRounds = 3;  // each sees what the one before understood
  for (int round = 0; round < kRounds; ++round) {
    AddSupport();
    for (std::size_t i = 0; i < toponyms_.size(); ++i) {
      Toponym& toponym = toponyms_[i];
      toponym.score = -1;
      for (std::size_t k = 0; k < toponym.options.size(); ++k) {
        bool is_settled = false;
        const double score = Score(i, toponym.options[k], is_settled);
        if (score <= toponym.score) continue;
        toponym.score = score;
        toponym.best = k;
        toponym.is_settled = is_settled;
      }
    }
  }
  OneSenseADocument();
  DropFarFetched();
}

}  // namespace entente
