// Workspace: the scratch memory of one thread, reused from document to document.
#ifndef ENTENTE_ENGINE_WORKSPACE_H_
#define ENTENTE_ENGINE_WORKSPACE_H_

#include "meaning/analysis.h"
#include "syntax/model.h"
#include "text/token_table.h"

namespace entente {

struct Workspace {
  TokenTable tokens;
  SyntaxWorkspace syntax;
  Analysis analysis;
};

}  // namespace entente

#endif  // ENTENTE_ENGINE_WORKSPACE_H_
