// EvidenceStorage: the columns of an EvidenceTable while it is made. The loader's own.
#ifndef ENTENTE_ALIGN_EVIDENCE_STORAGE_H_
#define ENTENTE_ALIGN_EVIDENCE_STORAGE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/evidence.h"

namespace entente {

struct EvidenceStorage {
  std::vector<EvidenceRow> rows;
  std::vector<PartyRow> parties;
  std::vector<ActorRow> actors;
  std::string text;
  std::vector<std::uint32_t> arc_begin, arcs;

  // Adds a text; its place in `text`.
  std::uint32_t AddText(std::string_view piece) {
    const auto at = static_cast<std::uint32_t>(text.size());
    text += piece;
    return at;
  }

  // Fills arc_begin and arcs from rows, parties and actors.
  void BuildArcs();
};

// Points the table's columns at the storage, which it shares from now on.
void Adopt(std::shared_ptr<const EvidenceStorage> storage, EvidenceTable& table);

}  // namespace entente

#endif  // ENTENTE_ALIGN_EVIDENCE_STORAGE_H_
