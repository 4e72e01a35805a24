// StanceFinder: how one actor stands to another, as signed evidence with the words that
// show it.
//
// From events (the sign and strength of their PLOVER type), from predicates
// ("condemned", "interests coincide with"), from what somebody is to somebody
// ("Moscow's ally", "considers it a threat", "poses a threat", said by whom it
// threatens) and from acts against a third
// ("in the fight against DAESH"), from being named together against a third, and from
// how whoever speaks describes an actor ("the disgraced senator lied": `from` is the
// speaker, or nobody where the text's author does). Inside a statement the row says
// whose claim it is.
//
// Needs: all tables of the Analysis, its statements, and the events. Gives: stances in
// text order. Cost: linear in the text. Const: any number of threads may use one
// finder.
#ifndef ENTENTE_MEANING_STANCE_FINDER_H_
#define ENTENTE_MEANING_STANCE_FINDER_H_

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "meaning/analysis.h"
#include "meaning/stance_lexicon.h"
#include "meaning/stance_polarity.h"
#include "record/event.h"
#include "record/statement.h"
#include "world/ontology.h"

namespace entente {

class StanceFinder {
 public:
  // Reads lexicon_dir/stances.tsv and polarity.tsv. Returns what their readers return.
  // The ontology must outlive the finder; without one, events show no stance.
  static Result<StanceFinder> Load(const std::string& lexicon_dir,
                                   const Ontology* ontology);

  std::vector<Stance> Find(const Analysis& analysis,
                           const std::vector<Event>& events) const;

  const StanceLexicon& lexicon() const { return lexicon_; }
  const PolarityLexicon& polarity() const { return polarity_; }

 private:
  StanceFinder(StanceLexicon lexicon, PolarityLexicon polarity,
               const Ontology* ontology)
      : lexicon_(std::move(lexicon)),
        polarity_(std::move(polarity)),
        ontology_(ontology) {}

  StanceLexicon lexicon_;
  PolarityLexicon polarity_;
  const Ontology* ontology_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_STANCE_FINDER_H_
