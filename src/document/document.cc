#include "document/document.h"

#include "base/check.h"

namespace entente {

std::string_view Name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeadline:
      return "headline";
    case BlockKind::kSummary:
      return "summary";
    case BlockKind::kDateline:
      return "dateline";
    case BlockKind::kByline:
      return "byline";
    case BlockKind::kCredit:
      return "credit";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kBody:
      return "body";
    case BlockKind::kOther:
      return "other";
  }
  CHECK(false);
  return {};
}

}  // namespace entente
