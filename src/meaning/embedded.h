// The order in which embedded clauses are coded, and what becomes of their modality.
#ifndef ENTENTE_MEANING_EMBEDDED_H_
#define ENTENTE_MEANING_EMBEDDED_H_

#include <cstdint>
#include <vector>

#include "meaning/clause.h"
#include "meaning/rule.h"

namespace entente {

// Clauses so that an embedded one comes before the clause that embeds it.
std::vector<std::uint32_t> InnermostFirst(const ClauseTable& table);

// The modality of a clause under a frame that embeds it so.
Modality ModalityOf(Embeds embeds, Modality own);

}  // namespace entente

#endif  // ENTENTE_MEANING_EMBEDDED_H_
