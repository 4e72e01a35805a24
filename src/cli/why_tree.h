// The little tree: the part of a sentence's tree that a row rests on.
#ifndef ENTENTE_CLI_WHY_TREE_H_
#define ENTENTE_CLI_WHY_TREE_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "meaning/analysis.h"

namespace entente {

struct TreeLine {
  std::string branch;  // "│  ├─ "
  std::uint32_t word = 0;
  std::string words;     // the phrase under it that is not drawn, or its own form
  std::string relation;  // to the word above: "nsubj"
  std::string note;      // "who": what the word does in the row
};

// The words on the paths from `centre` to the noted words, and the centre's own
// dependents; top to bottom. Notes of other sentences are left out.
std::vector<TreeLine> LittleTree(const Analysis& analysis, std::uint32_t centre,
                                 const std::map<std::uint32_t, std::string>& notes);

}  // namespace entente

#endif  // ENTENTE_CLI_WHY_TREE_H_
