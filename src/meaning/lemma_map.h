// LemmaMap: a hash map from lemmas to small values, asked with string views, no copies.
#ifndef ENTENTE_MEANING_LEMMA_MAP_H_
#define ENTENTE_MEANING_LEMMA_MAP_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"

namespace entente {

struct LemmaHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view lemma) const {
    return static_cast<std::size_t>(Hash64(lemma));
  }
};

template <typename Value>
using LemmaMap = std::unordered_map<std::string, Value, LemmaHash, std::equal_to<>>;

// The value of a lemma, or nullptr. Never iterate over a LemmaMap into output.
template <typename Value>
const Value* FindLemma(const LemmaMap<Value>& map, std::string_view lemma) {
  const auto found = map.find(lemma);
  return found == map.end() ? nullptr : &found->second;
}

// Symbols: lemmas numbered from 0 in the order of their first Intern.
class Symbols {
 public:
  static constexpr std::uint32_t kUnknown = UINT32_MAX;

  std::uint32_t Intern(std::string_view lemma) {
    const auto found = ids_.find(lemma);
    if (found != ids_.end()) return found->second;
    const auto id = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(lemma);
    ids_.emplace(names_.back(), id);
    return id;
  }
  std::uint32_t Find(std::string_view lemma) const {
    const std::uint32_t* id = FindLemma(ids_, lemma);
    return id == nullptr ? kUnknown : *id;
  }
  // REQUIRES: an id that Intern gave.
  const std::string& name(std::uint32_t id) const { return names_[id]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  LemmaMap<std::uint32_t> ids_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_LEMMA_MAP_H_
