// ReadRelativePlaces: places that are told by another one: "near Dushanbe", "50 km
// north of Kabul". The point of such a mention moves where a distance and a bearing are
// given; its precision is kNear in any case.
#ifndef ENTENTE_MEANING_PLACE_RELATIVE_H_
#define ENTENTE_MEANING_PLACE_RELATIVE_H_

#include "meaning/analysis.h"

namespace entente {

// Where one comes to from a point; `bearing` is in degrees clockwise from north.
Point Move(Point from, double km, double bearing);

// Changes the points and precisions of `places`. A place that the measure only locates
// another one by stays where it is: Baghdad in "Dujail, 60 km north of Baghdad"; where
// the tables do not know that other one, it takes the moved point.
void ReadRelativePlaces(const Analysis& analysis, PlaceTable& places);

}  // namespace entente

#endif  // ENTENTE_MEANING_PLACE_RELATIVE_H_
