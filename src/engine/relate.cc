#include "engine/relate.h"

namespace entente {

std::optional<PartyRelation> RelateParties(const Engine& engine,
                                           const RelateQuery& query,
                                           Workspace& workspace) {
  Document document;
  document.text = query.text;
  document.blocks = {
      {.kind = BlockKind::kBody,
       .span = {.begin = 0, .end = static_cast<std::uint32_t>(query.text.size())}}};
  const Analysis& analysis = engine.Analyse(document, workspace);
  return Relate(engine.events(), analysis, query.source, query.target);
}

}  // namespace entente
