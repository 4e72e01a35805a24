// TagPlaces: the places that a text names, each with the gazetteer entry that it means.
//
// Which of the world's Farahs is meant is told by what contains it in the text ("Bakwah
// in the western province of Farah", "Paris, Texas"), by the countries and places that
// the document names elsewhere, by the entry's own weight (population, capital), and by
// how near it lies to the others. Names of persons, organisations and peoples are no
// places.
//
// Needs: document, tokens, syntax, tree, world and the names. Gives: PlaceTable.
#ifndef ENTENTE_MEANING_PLACE_TAGGER_H_
#define ENTENTE_MEANING_PLACE_TAGGER_H_

#include "meaning/analysis.h"
#include "meaning/names.h"
#include "meaning/place_option.h"  // Distance

namespace entente {

PlaceTable TagPlaces(const Analysis& analysis, const NameTable& names);

}  // namespace entente

#endif  // ENTENTE_MEANING_PLACE_TAGGER_H_
