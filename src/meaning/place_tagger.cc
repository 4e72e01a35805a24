#include "meaning/place_tagger.h"

#include <string>
#include <string_view>
#include <utility>

#include "meaning/place_chooser.h"
#include "meaning/place_relative.h"
#include "world/world.h"

namespace entente {
namespace {

PlacePrecision PrecisionOf(const PlaceOption& option) {
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

class Tagger {
 public:
  Tagger(const Analysis& analysis, const NameTable& names)
      : analysis_(analysis), world_(*analysis.world), names_(names) {}

  PlaceTable Run();

 private:
  void CollectToponyms();
  PlaceMention Write(std::size_t index) const;
  void Resolve(const PlaceOption& meant, PlaceMention& mention) const;

  const Analysis& analysis_;
  const World& world_;
  const NameTable& names_;
  std::vector<Toponym> toponyms_;
};

void Tagger::CollectToponyms() {
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    const FoundName& name = names_.names[i];
    if (name.sense != NameSense::kPlace && name.sense != NameSense::kCountry) continue;
    Toponym toponym;
    toponym.name = i;
    toponym.first_word = name.first_word;
    toponym.last_word = name.last_word;
    toponym.head_word = name.head_word;
    toponym.options = OptionsOf(name, names_, world_);
    toponyms_.push_back(std::move(toponym));
  }
}

void Tagger::Resolve(const PlaceOption& meant, PlaceMention& mention) const {
  mention.country = std::string(meant.country);
  mention.admin1 = std::string(meant.admin1);
  mention.point = meant.point;
  mention.precision = PrecisionOf(meant);
}

PlaceMention Tagger::Write(std::size_t index) const {
  const Toponym& toponym = toponyms_[index];
  PlaceMention mention;
  mention.first_word = toponym.first_word;
  mention.last_word = toponym.last_word;
  mention.head_word = toponym.head_word;
  mention.span = {analysis_.tokens->span[toponym.first_word].begin,
                  analysis_.tokens->span[toponym.last_word].end};
  // Towns are called as the text calls them: gazetteers write "Kandahār".
  mention.name = std::string(Slice(analysis_.text(), mention.span));
  const Toponym* holder = nullptr;
  if (toponym.placed_in != kNoWord) holder = &toponyms_[toponym.placed_in];
  if (holder != nullptr && !holder->options.empty()) {
    // No table has it where the text says that it is: the point is of what holds it.
    Resolve(holder->options[holder->best], mention);
  } else if (!toponym.options.empty()) {
    const PlaceOption& meant = toponym.options[toponym.best];
    Resolve(meant, mention);
    if (meant.is_country) {
      mention.name = std::string(meant.name);
    } else {
      const std::uint32_t geonames = world_.place({meant.candidate.index}).geonames;
      if (geonames != 0) mention.geonames = geonames;
    }
  }
  return mention;
}

PlaceTable Tagger::Run() {
  CollectToponyms();
  PlaceChooser(analysis_, names_, toponyms_).Choose();
  PlaceTable table;
  table.place_at.assign(analysis_.syntax->size(), kNoWord);
  for (std::size_t i = 0; i < toponyms_.size(); ++i) {
    for (std::uint32_t word = toponyms_[i].first_word; word <= toponyms_[i].last_word;
         ++word) {
      table.place_at[word] = static_cast<std::uint32_t>(table.places.size());
    }
    table.places.push_back(Write(i));
  }
  ReadRelativePlaces(analysis_, table);
  return table;
}

}  // namespace

PlaceTable TagPlaces(const Analysis& analysis, const NameTable& names) {
  return Tagger(analysis, names).Run();
}

}  // namespace entente
