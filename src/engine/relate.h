// RelateParties: what the first of two marked parties of a text does to the second.
#ifndef ENTENTE_ENGINE_RELATE_H_
#define ENTENTE_ENGINE_RELATE_H_

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "engine/engine.h"
#include "meaning/relate.h"

namespace entente {

struct RelateQuery {
  std::string text;
  std::vector<TextSpan>
      source;  // bytes of `text`; several where the mention is repeated
  std::vector<TextSpan> target;
};

// Reads the text as one block of body text; nothing where it shows no relation.
// REQUIRES: valid UTF-8; at least one span each, all within the text.
std::optional<PartyRelation> RelateParties(const Engine& engine,
                                           const RelateQuery& query,
                                           Workspace& workspace);

}  // namespace entente

#endif  // ENTENTE_ENGINE_RELATE_H_
