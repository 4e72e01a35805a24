#include "syntax/tag.h"

#include <array>
#include <cstddef>

namespace entente {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 49> kXposNames = {
    "$",    "''",  ",",   "-LRB-", "-RRB-", ".",    ":",   "ADD", "AFX", "CC",
    "CD",   "DT",  "EX",  "FW",    "GW",    "HYPH", "IN",  "JJ",  "JJR", "JJS",
    "LS",   "MD",  "NFP", "NN",    "NNP",   "NNPS", "NNS", "PDT", "POS", "PRP",
    "PRP$", "RB",  "RBR", "RBS",   "RP",    "SYM",  "TO",  "UH",  "VB",  "VBD",
    "VBG",  "VBN", "VBP", "VBZ",   "WDT",   "WP",   "WP$", "WRB", "``"};
constexpr std::array<std::string_view, 51> kRelationNames = {
    "acl",        "acl:relcl",   "advcl",        "advcl:relcl",
    "advmod",     "amod",        "appos",        "aux",
    "aux:pass",   "case",        "cc",           "cc:preconj",
    "ccomp",      "compound",    "compound:prt", "conj",
    "cop",        "csubj",       "csubj:outer",  "csubj:pass",
    "dep",        "det",         "det:predet",   "discourse",
    "dislocated", "expl",        "fixed",        "flat",
    "goeswith",   "iobj",        "list",         "mark",
    "nmod",       "nmod:desc",   "nmod:poss",    "nmod:unmarked",
    "nsubj",      "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",        "obl",         "obl:agent",    "obl:unmarked",
    "orphan",     "parataxis",   "punct",        "reparandum",
    "root",       "vocative",    "xcomp"};

template <typename Tag, std::size_t kCount>
std::optional<Tag> Find(const std::array<std::string_view, kCount>& names,
                        std::string_view name) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (names[i] == name) return static_cast<Tag>(i);
  }
  return std::nullopt;
}

constexpr std::array<Relation, kRelationCount> MakeUniversal() {
  std::array<Relation, kRelationCount> table{};
  for (std::size_t i = 0; i < kRelationNames.size(); ++i) {
    table[i] = static_cast<Relation>(i);
    const std::string_view base =
        kRelationNames[i].substr(0, kRelationNames[i].find(':'));
    for (std::size_t j = 0; j < kRelationNames.size(); ++j) {
      if (kRelationNames[j] == base) table[i] = static_cast<Relation>(j);
    }
  }
  return table;
}
constexpr auto kUniversal = MakeUniversal();

}  // namespace

std::string_view Name(Upos tag) { return kUposNames[static_cast<std::size_t>(tag)]; }
std::string_view Name(Xpos tag) { return kXposNames[static_cast<std::size_t>(tag)]; }
std::string_view Name(Relation relation) {
  return kRelationNames[static_cast<std::size_t>(relation)];
}

std::optional<Upos> UposOf(std::string_view name) {
  return Find<Upos>(kUposNames, name);
}
std::optional<Xpos> XposOf(std::string_view name) {
  return Find<Xpos>(kXposNames, name);
}
std::optional<Relation> RelationOf(std::string_view name) {
  return Find<Relation>(kRelationNames, name);
}

Relation Universal(Relation relation) {
  return kUniversal[static_cast<std::size_t>(relation)];
}

}  // namespace entente
