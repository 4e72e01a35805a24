// SyntaxTable: tags, lemmas, heads and names of the words of a TokenTable, one column
// each.
//
// Needs: TokenTable. Gives: this. Row i describes word i of the token table.
#ifndef ENTENTE_SYNTAX_SYNTAX_TABLE_H_
#define ENTENTE_SYNTAX_SYNTAX_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/tag.h"

namespace entente {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

// Flat named entities, BILUO-coded: position in the name and its kind.
enum class NameKind : std::uint8_t { kNone, kPerson, kOrganisation, kLocation, kMisc };
enum class NamePart : std::uint8_t { kOutside, kBegin, kInside, kLast, kUnit };
struct NameTag {
  NamePart part = NamePart::kOutside;
  NameKind kind = NameKind::kNone;
  friend constexpr bool operator==(const NameTag&, const NameTag&) = default;
};

struct SyntaxTable {
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  std::vector<std::string_view>
      feats;  // "Number=Sing|Person=3" or ""; the model's storage
  std::vector<std::string_view> lemma;  // the model's or the workspace's storage
  std::vector<std::uint32_t> head;      // word index in the document; kNoWord at a root
  std::vector<Relation> relation;       // to the head
  std::vector<NameTag> name;

  std::size_t size() const { return upos.size(); }
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_SYNTAX_TABLE_H_
