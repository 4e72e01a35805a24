// PlaceChooser: decides which entry of the tables each toponym of a document means.
//
// Heard are: what contains the place in the text ("Paris, Texas"), lists ("Oregon,
// Washington and Utah" are of one kind), the countries and divisions that the document
// names, the entry's own weight (population, capital), how near it lies to the others,
// and other mentions of the same name: one name means one place in one document.
#ifndef ENTENTE_MEANING_PLACE_CHOOSER_H_
#define ENTENTE_MEANING_PLACE_CHOOSER_H_

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "meaning/place_link.h"
#include "meaning/place_option.h"

namespace entente {

class PlaceChooser {
 public:
  // Keeps references; `toponyms` is written to.
  PlaceChooser(const Analysis& analysis, const NameTable& names,
               std::vector<Toponym>& toponyms);

  // Sets best, score, is_settled and placed_in of every toponym.
  void Choose();

 private:
  // How well a toponym lies in the next one, by what both may mean.
  struct Fit {
    bool is_possible = false;  // some option of the first lies in one of the second
    bool is_credible = false;  // and neither is far-fetched
  };
  Fit FitOf(const Toponym& inner, const Toponym& outer) const;
  void ReadCountries();
  void AddSupport();
  void SettleLinks();
  double Score(std::size_t index, const PlaceOption& option, bool& is_settled) const;
  double Containment(std::size_t index, const PlaceOption& option,
                     bool& is_settled) const;
  double InList(std::size_t index, const PlaceOption& option) const;
  double Nearness(std::size_t index, const PlaceOption& option) const;
  double Support(const PlaceOption& option) const;
  bool SaysDivision(const Toponym& toponym) const;
  std::string_view PeopleBefore(const Toponym& toponym) const;
  void OneSenseADocument();
  void DropFarFetched();

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const World& world_;
  const NameTable& names_;
  std::vector<Toponym>& toponyms_;
  std::vector<PlaceLink> links_;
  std::map<std::string_view, double> named_;      // countries that are named: weight
  std::map<std::string_view, double> countries_;  // share of what points there
  std::map<std::pair<std::string_view, std::string_view>, double>
      divisions_;  // likewise
};

}  // namespace entente

#endif  // ENTENTE_MEANING_PLACE_CHOOSER_H_
