// NameMatcher: the walk of NameIndex over one or two images, the upper one first.
#ifndef ENTENTE_WORLD_NAME_MATCHER_H_
#define ENTENTE_WORLD_NAME_MATCHER_H_

#include <array>
#include <string_view>
#include <vector>

#include "text/token_table.h"
#include "world/image.h"
#include "world/name_index.h"

namespace entente {

// A layer of names: candidates of kind k found in it count from base[k] on.
struct NameLayer {
  const Image* image = nullptr;
  std::array<std::uint32_t, 5> base{};
};

// Fills `hits`, see World::Match.
void MatchNames(const std::vector<NameLayer>& layers, std::string_view text,
                const TokenTable& tokens, NameHits& hits);

// The candidates of a whole name, letter case not looked at.
std::vector<Candidate> FindName(const std::vector<NameLayer>& layers,
                                std::string_view name);

}  // namespace entente

#endif  // ENTENTE_WORLD_NAME_MATCHER_H_
