// PlaceOption: one entry of the tables that a toponym of the text may mean.
#ifndef ENTENTE_MEANING_PLACE_OPTION_H_
#define ENTENTE_MEANING_PLACE_OPTION_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "meaning/analysis.h"
#include "meaning/names.h"
#include "world/place.h"

namespace entente {

struct PlaceOption {
  Candidate candidate;
  std::string_view country;  // ISO 3166-1 alpha-3
  std::string_view admin1;   // the division that holds it; its own name for a division
  std::string_view name;
  Point point;
  PlaceKind kind = PlaceKind::kCity;
  bool is_country = false;
  double prior = 0;  // what the entry weighs before the text is looked at: about the
                     // decimal logarithm of its people
};

// A place's name in the text.
struct Toponym {
  std::uint32_t name = 0;        // in NameTable::names
  std::uint32_t first_word = 0;  // both included
  std::uint32_t last_word = 0;
  std::uint32_t head_word = 0;
  std::vector<PlaceOption> options;  // the most populous first; may be none
  std::size_t best = 0;
  double score = 0;         // of the best
  bool is_settled = false;  // by words beside it: another mention need not decide
  std::uint32_t placed_in = kNoWord;  // toponym that holds it, where no option fits
};

// What the tables offer for a name. At most 40 entries are looked at.
std::vector<PlaceOption> OptionsOf(const FoundName& name, const NameTable& names,
                                   const World& world);

// Kilometres between two points on the ground.
double Distance(Point a, Point b);

// True where `inner` lies in `outer` as far as the tables tell.
bool Contains(const PlaceOption& outer, const PlaceOption& inner);

}  // namespace entente

#endif  // ENTENTE_MEANING_PLACE_OPTION_H_
