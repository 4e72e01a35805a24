// Profile: what a document is about - words of its title and beginning, its actors, its
// places, its events - as a set of small hashes. Documents of one story share much of
// it, in whatever words they tell it.
#ifndef ENTENTE_LEDGER_PROFILE_H_
#define ENTENTE_LEDGER_PROFILE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "record/reading.h"

namespace entente {

enum class Feature : std::uint8_t { kWord, kActor, kPlace, kEvent };

// The two lowest bits are the kind, the others a hash. Ascending, each once.
using Profile = std::vector<std::uint32_t>;

inline Feature KindOf(std::uint32_t feature) {
  return static_cast<Feature>(feature & 3U);
}

Profile ProfileOf(const Document& document, const Reading& reading);

// As bytes, least significant first.
std::string ToBytes(const Profile& profile);
Profile ProfileFrom(std::string_view bytes);

}  // namespace entente

#endif  // ENTENTE_LEDGER_PROFILE_H_
