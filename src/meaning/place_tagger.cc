#include "meaning/place_tagger.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

#include "world/world.h"

namespace entente {
namespace {

// Candidates of one name that are looked at, the most populous first.
constexpr std::size_t kMostCandidates = 40;

// What a toponym may mean.
struct Option {
  Candidate candidate;
  std::string_view country;
  std::string_view admin1;
  std::string_view name;
  Point point;
  PlaceKind kind = PlaceKind::kCity;
  bool is_country = false;
  double prior = 0;  // of the entry itself
};

struct Toponym {
  std::uint32_t name = 0;  // in NameTable::names
  std::vector<Option> options;
  std::size_t best = 0;
};

// What an entry weighs before the text is looked at.
double Prior(const Place& place) {
  double prior = std::log10(static_cast<double>(place.population) + 1.0);
  switch (place.kind) {
    case PlaceKind::kCapital:
      prior += 1.5;
      break;
    case PlaceKind::kAdminSeat:
      prior += 0.5;
      break;
    case PlaceKind::kCity:
      break;
    case PlaceKind::kAdmin1:
      prior = std::max(prior, 4.8);
      break;
    case PlaceKind::kRegion:
    case PlaceKind::kContinent:
    case PlaceKind::kSea:
      prior = std::max(prior, 6.5);
      break;
    case PlaceKind::kStrait:
    case PlaceKind::kRiver:
    case PlaceKind::kIsland:
    case PlaceKind::kMountain:
    case PlaceKind::kDesert:
    case PlaceKind::kSite:
      prior = std::max(prior, 5.0);
      break;
  }
  return prior;
}

class Tagger {
 public:
  Tagger(const Analysis& analysis, const NameTable& names)
      : analysis_(analysis),
        syntax_(*analysis.syntax),
        world_(*analysis.world),
        names_(names) {}

  PlaceTable Run();

 private:
  void CollectCountries();
  void CollectToponyms();
  std::vector<Option> OptionsOf(const FoundName& name) const;
  double ScoreInText(std::size_t index, const Option& option) const;
  double Containment(std::size_t index, const Option& option) const;
  void Resolve();
  PlaceMention Write(const Toponym& toponym) const;
  PlacePrecision PrecisionOf(const FoundName& name, const Option& option) const;
  bool IsNear(const FoundName& name) const;
  const FoundName& name_of(const Toponym& toponym) const {
    return names_.names[toponym.name];
  }

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const World& world_;
  const NameTable& names_;
  std::map<std::string_view, double> countries_;  // by iso3: share of what points there
  std::vector<Toponym> toponyms_;
};

// Countries that the document names or whose people it names, by weight.
void Tagger::CollectCountries() {
  double total = 0;
  for (const FoundName& name : names_.names) {
    if (!name.is_known) continue;
    std::string_view iso3;
    if (name.candidate.kind == EntryKind::kCountry) {
      iso3 = world_.country({name.candidate.index}).iso3;
    } else if (name.candidate.kind == EntryKind::kDemonym) {
      iso3 = world_.demonym({name.candidate.index}).country;
    }
    if (iso3.empty()) continue;
    // "Georgia" is weak evidence: it may be the state of another country.
    const bool is_ambiguous =
        name.hit != kNoWord && names_.hits.hits[name.hit].candidate_count > 1 &&
        names_.hits.of(names_.hits.hits[name.hit])[1].kind == EntryKind::kPlace &&
        world_.place({names_.hits.of(names_.hits.hits[name.hit])[1].index}).kind ==
            PlaceKind::kAdmin1;
    const double weight = is_ambiguous ? 0.5 : 1.0;
    countries_[iso3] += weight;
    total += weight;
  }
  for (auto& [iso3, weight] : countries_) weight = total > 0 ? weight / total : 0;
}

std::vector<Option> Tagger::OptionsOf(const FoundName& name) const {
  std::vector<Option> options;
  if (name.hit == kNoWord) return options;
  for (const Candidate& candidate : names_.hits.of(names_.hits.hits[name.hit])) {
    if (options.size() == kMostCandidates) break;
    if (candidate.kind == EntryKind::kCountry) {
      const Country country = world_.country({candidate.index});
      options.push_back({candidate,
                         country.iso3,
                         "",
                         country.name,
                         {country.lat, country.lon},
                         PlaceKind::kRegion,
                         true,
                         8.5});
    } else if (candidate.kind == EntryKind::kPlace) {
      const Place place = world_.place({candidate.index});
      // "Mexico" alone is the country, not its capital or a state of it.
      if (!options.empty() && options.front().is_country &&
          options.front().country == place.country) {
        continue;
      }
      double prior = Prior(place);
      if (candidate.flags & kNameIsPrimary) prior += 0.7;
      options.push_back({candidate,
                         place.country,
                         place.admin1,
                         place.name,
                         {place.lat, place.lon},
                         place.kind,
                         false,
                         prior});
    }
  }
  return options;
}

void Tagger::CollectToponyms() {
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    const FoundName& name = names_.names[i];
    if (name.sense != NameSense::kPlace && name.sense != NameSense::kCountry) continue;
    Toponym toponym{i, OptionsOf(name), 0};
    for (std::size_t k = 1; k < toponym.options.size(); ++k) {
      if (toponym.options[k].prior > toponym.options[toponym.best].prior)
        toponym.best = k;
    }
    toponyms_.push_back(std::move(toponym));
  }
}

// What the next or previous toponym says when only "," , "in" or "the province of"
// stands between: the smaller place comes first.
double Tagger::Containment(std::size_t index, const Option& option) const {
  constexpr std::uint32_t kFurthest = 6;
  const FoundName& name = name_of(toponyms_[index]);
  double score = 0;
  if (index + 1 < toponyms_.size()) {
    const FoundName& next = name_of(toponyms_[index + 1]);
    const std::uint32_t gap = next.first_word - name.last_word - 1;
    const bool has_comma = gap == 1 && analysis_.form(name.last_word + 1) == ",";
    const bool is_below =
        gap <= kFurthest && analysis_.tree.Dominates(name.head_word, next.head_word);
    if (has_comma || is_below) {
      for (const Option& outer : toponyms_[index + 1].options) {
        if (outer.is_country && outer.country == option.country && !option.is_country) {
          score = std::max(score, 6.0);
        } else if (outer.kind == PlaceKind::kAdmin1 &&
                   outer.country == option.country && outer.name == option.admin1) {
          score = std::max(score, has_comma ? 6.0 : 5.0);
        }
      }
    }
  }
  if (index > 0) {
    const FoundName& before = name_of(toponyms_[index - 1]);
    const std::uint32_t gap = name.first_word - before.last_word - 1;
    const bool has_comma = gap == 1 && analysis_.form(name.first_word - 1) == ",";
    if (has_comma && (option.kind == PlaceKind::kAdmin1 || option.is_country)) {
      for (const Option& inner : toponyms_[index - 1].options) {
        if (inner.country != option.country || inner.is_country) continue;
        if (option.is_country || inner.admin1 == option.name)
          score = std::max(score, 3.0);
      }
    }
  }
  return score;
}

double Tagger::ScoreInText(std::size_t index, const Option& option) const {
  double score = option.prior + Containment(index, option);
  const auto country = countries_.find(option.country);
  if (country != countries_.end()) score += 1.5 + 2.5 * country->second;
  // "Farah province", "the province of Farah".
  const FoundName& name = name_of(toponyms_[index]);
  const auto says_division = [&](std::uint32_t word) {
    constexpr std::array<std::string_view, 8> kDivisions = {
        "province", "state",      "governorate", "oblast",
        "region",   "prefecture", "department",  "county"};
    return word < syntax_.size() && std::find(kDivisions.begin(), kDivisions.end(),
                                              syntax_.lemma[word]) != kDivisions.end();
  };
  if (option.kind == PlaceKind::kAdmin1 &&
      (says_division(name.last_word + 1) ||
       (name.first_word >= 2 && syntax_.lemma[name.first_word - 1] == "of" &&
        says_division(name.first_word - 2)))) {
    score += 3.0;
  }
  if (option.is_country) return score;
  // How near the nearest other place lies, as it is understood so far.
  double nearest = 1e9;
  const std::size_t from = index > 6 ? index - 6 : 0;
  const std::size_t to = std::min(toponyms_.size(), index + 7);
  for (std::size_t i = from; i < to; ++i) {
    const Toponym& other = toponyms_[i];
    if (i == index || other.options.empty()) continue;
    const Option& meant = other.options[other.best];
    if (meant.is_country || meant.name == option.name) continue;
    nearest = std::min(nearest, Distance(meant.point, option.point));
  }
  if (nearest < 150) {
    score += 1.5;
  } else if (nearest < 500) {
    score += 0.8;
  }
  return score;
}

void Tagger::Resolve() {
  constexpr int kRounds = 2;  // the second sees what the first understood
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < toponyms_.size(); ++i) {
      Toponym& toponym = toponyms_[i];
      double best = -1;
      for (std::size_t k = 0; k < toponym.options.size(); ++k) {
        const double score = ScoreInText(i, toponym.options[k]);
        if (score > best) {
          best = score;
          toponym.best = k;
        }
      }
    }
  }
}

bool Tagger::IsNear(const FoundName& name) const {
  for (const std::uint32_t child : analysis_.tree.children(name.head_word)) {
    if (syntax_.relation[child] != Relation::kCase) continue;
    const std::string_view lemma = syntax_.lemma[child];
    if (lemma == "near" || lemma == "outside" || lemma == "around" || lemma == "off") {
      return true;
    }
  }
  return false;
}

PlacePrecision Tagger::PrecisionOf(const FoundName& name, const Option& option) const {
  if (IsNear(name)) return PlacePrecision::kNear;
  if (option.is_country) return PlacePrecision::kCountry;
  switch (option.kind) {
    case PlaceKind::kCity:
    case PlaceKind::kCapital:
    case PlaceKind::kAdminSeat:
    case PlaceKind::kSite:
      return PlacePrecision::kCity;
    case PlaceKind::kAdmin1:
      return PlacePrecision::kAdmin1;
    case PlaceKind::kRegion:
    case PlaceKind::kContinent:
    case PlaceKind::kSea:
    case PlaceKind::kStrait:
    case PlaceKind::kRiver:
    case PlaceKind::kIsland:
    case PlaceKind::kMountain:
    case PlaceKind::kDesert:
      return PlacePrecision::kRegion;
  }
  return PlacePrecision::kRegion;
}

PlaceMention Tagger::Write(const Toponym& toponym) const {
  const FoundName& name = name_of(toponym);
  PlaceMention mention;
  mention.first_word = name.first_word;
  mention.last_word = name.last_word;
  mention.head_word = name.head_word;
  mention.span = {analysis_.tokens->span[name.first_word].begin,
                  analysis_.tokens->span[name.last_word].end};
  if (toponym.options.empty()) {
    mention.name = std::string(Slice(analysis_.text(), mention.span));
    if (IsNear(name)) mention.precision = PlacePrecision::kNear;
    return mention;
  }
  const Option& meant = toponym.options[toponym.best];
  // Towns are called as the text calls them: gazetteers write "Kandahār".
  mention.name = std::string(meant.is_country ? meant.name
                                              : Slice(analysis_.text(), mention.span));
  mention.country = std::string(meant.country);
  mention.admin1 = std::string(meant.admin1);
  mention.point = meant.point;
  mention.precision = PrecisionOf(name, meant);
  if (!meant.is_country) {
    const std::uint32_t geonames = world_.place({meant.candidate.index}).geonames;
    if (geonames != 0) mention.geonames = geonames;
  }
  return mention;
}

PlaceTable Tagger::Run() {
  CollectCountries();
  CollectToponyms();
  Resolve();
  PlaceTable table;
  table.place_at.assign(syntax_.size(), kNoWord);
  for (const Toponym& toponym : toponyms_) {
    const FoundName& name = name_of(toponym);
    for (std::uint32_t word = name.first_word; word <= name.last_word; ++word) {
      table.place_at[word] = static_cast<std::uint32_t>(table.places.size());
    }
    table.places.push_back(Write(toponym));
  }
  return table;
}

}  // namespace

double Distance(Point a, Point b) {
  constexpr double kRadius = 6371.0088;
  constexpr double kDegree = 3.14159265358979323846 / 180.0;
  const double lat = std::sin((b.lat - a.lat) * kDegree / 2);
  const double lon = std::sin((b.lon - a.lon) * kDegree / 2);
  const double h =
      lat * lat + std::cos(a.lat * kDegree) * std::cos(b.lat * kDegree) * lon * lon;
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

PlaceTable TagPlaces(const Analysis& analysis, const NameTable& names) {
  return Tagger(analysis, names).Run();
}

}  // namespace entente
