// PlaceLink: what stands between two neighbouring place names of a text: a list
// ("Kenya, Uganda and Chad"), what holds the first one ("Paris, Texas"; "Bakwah in the
// western province of Farah"), what holds the second one ("Iraq's Anbar province").
#ifndef ENTENTE_MEANING_PLACE_LINK_H_
#define ENTENTE_MEANING_PLACE_LINK_H_

#include <cstdint>
#include <vector>

#include "meaning/place_option.h"

namespace entente {

enum class PlaceLink : std::uint8_t {
  kNone,
  kList,
  kMaybeInside,  // a comma that may be one of a list: the tables decide
  kInside,       // the first lies in the second
  kOwner,        // the second lies in the first
};

// Element i tells of toponyms i and i + 1; the last is kNone. O(words between).
std::vector<PlaceLink> ReadLinks(const Analysis& analysis, const NameTable& names,
                                 const std::vector<Toponym>& toponyms);

}  // namespace entente

#endif  // ENTENTE_MEANING_PLACE_LINK_H_
