// The brief: what a reading says, for a person at a terminal.
#ifndef ENTENTE_CLI_BRIEF_H_
#define ENTENTE_CLI_BRIEF_H_

#include <string>

#include "cli/page.h"
#include "document/document.h"
#include "record/reading.h"
#include "world/ontology.h"

namespace entente {

// Who, what happened in time order, who said what, who stands how to whom; each row
// with the words that it rests on.
std::string Brief(const Document& document, const Reading& reading,
                  const Ontology& ontology, PageStyle style);

}  // namespace entente

#endif  // ENTENTE_CLI_BRIEF_H_
