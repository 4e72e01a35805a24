// Analysis: what the stages of meaning hand on to one another for one document.
//
// The engine fills it from top to bottom: every stage is a const object, loaded once,
// with a function that reads the fields above its own and returns its own. One Analysis
// a thread, reused from document to document.
#ifndef ENTENTE_MEANING_ANALYSIS_H_
#define ENTENTE_MEANING_ANALYSIS_H_

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "meaning/clause.h"
#include "record/mention.h"
#include "record/place.h"
#include "record/statement.h"
#include "record/time.h"
#include "syntax/syntax_table.h"
#include "syntax/tree.h"
#include "text/token_table.h"

namespace entente {

class SyntaxModel;
class World;

struct MentionTable {
  std::vector<Mention> mentions;          // by first word, then longest first
  std::vector<Entity> entities;           // by first mention
  std::vector<std::uint32_t> mention_at;  // by word: the widest mention whose head word
                                          // this is, or kNoWord
};

struct PlaceTable {
  std::vector<PlaceMention> places;     // in text order
  std::vector<std::uint32_t> place_at;  // by word: the place that holds it, or kNoWord
};

struct TimeTable {
  std::vector<TimeMention> times;
  std::vector<std::uint32_t> time_at;  // by word: the time that holds it, or kNoWord
};

struct Analysis {
  const Document* document = nullptr;
  const TokenTable* tokens = nullptr;
  const SyntaxTable* syntax = nullptr;
  const World* world = nullptr;
  const SyntaxModel* model = nullptr;  // for its word vectors; may be null
  Tree tree;

  TimeTable times;
  PlaceTable places;
  ClauseTable clauses;
  MentionTable mentions;
  std::vector<Statement> statements;

  std::string_view text() const { return document->text; }
  std::string_view form(std::uint32_t word) const {
    return Slice(document->text, tokens->span[word]);
  }
};

}  // namespace entente

#endif  // ENTENTE_MEANING_ANALYSIS_H_
