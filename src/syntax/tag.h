// The label sets of Universal Dependencies 2.16 for English: UPOS, Penn tags,
// relations.
//
// The numbers are written into model files: add at the end, never in the middle.
#ifndef ENTENTE_SYNTAX_TAG_H_
#define ENTENTE_SYNTAX_TAG_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class Upos : std::uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};
inline constexpr int kUposCount = 17;

// Penn Treebank tags (XPOS); only they tell a proper noun in both treebanks.
enum class Xpos : std::uint8_t {
  kDollar,
  kCloseQuote,
  kComma,
  kLeftBracket,
  kRightBracket,
  kPeriod,
  kColon,
  kAdd,
  kAfx,
  kCc,
  kCd,
  kDt,
  kEx,
  kFw,
  kGw,
  kHyph,
  kIn,
  kJj,
  kJjr,
  kJjs,
  kLs,
  kMd,
  kNfp,
  kNn,
  kNnp,
  kNnps,
  kNns,
  kPdt,
  kPos,
  kPrp,
  kPrpPoss,
  kRb,
  kRbr,
  kRbs,
  kRp,
  kSym,
  kTo,
  kUh,
  kVb,
  kVbd,
  kVbg,
  kVbn,
  kVbp,
  kVbz,
  kWdt,
  kWp,
  kWpPoss,
  kWrb,
  kOpenQuote,
};
inline constexpr int kXposCount = 49;

enum class Relation : std::uint8_t {
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvclRelcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxPass,
  kCase,
  kCc,
  kCcPreconj,
  kCcomp,
  kCompound,
  kCompoundPrt,
  kConj,
  kCop,
  kCsubj,
  kCsubjOuter,
  kCsubjPass,
  kDep,
  kDet,
  kDetPredet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kGoeswith,
  kIobj,
  kList,
  kMark,
  kNmod,
  kNmodDesc,
  kNmodPoss,
  kNmodUnmarked,
  kNsubj,
  kNsubjOuter,
  kNsubjPass,
  kNummod,
  kObj,
  kObl,
  kOblAgent,
  kOblUnmarked,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kRoot,
  kVocative,
  kXcomp,
};
inline constexpr int kRelationCount = 51;

std::string_view Name(Upos tag);
std::string_view Name(Xpos tag);
std::string_view Name(Relation relation);  // "nsubj:pass"
std::optional<Upos> UposOf(std::string_view name);
std::optional<Xpos> XposOf(std::string_view name);
std::optional<Relation> RelationOf(std::string_view name);

// The relation without its subtype: nsubj:pass is nsubj, acl:relcl is acl.
Relation Universal(Relation relation);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_TAG_H_
