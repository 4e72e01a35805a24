// PlaceWords: the words beside a place's name that tell what it means: "province of",
// "50 km north of", "virus". Tables: place_words.tsv, never_places.tsv of data/world.
#ifndef ENTENTE_WORLD_PLACE_WORDS_H_
#define ENTENTE_WORLD_PLACE_WORDS_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

enum class PlaceWord : std::uint8_t {
  kDivision,
  kSettlement,
  kEponym,
  kBearing,
  kDistance,
  kNear,
  kLink,
  kPart,
  kEdge,
  kNever,  // no place by itself: the words of never_places.tsv
};

class PlaceWords {
 public:
  // Reads place_words.tsv of a folder, and never_places.tsv where it has one, on top of
  // what is there.
  // Returns kNotFound for a missing table, kCorrupt for a wrong one, naming the line.
  Status Read(const std::string& dir);

  // Words are asked for as the text has them; capitals of Latin letters do not matter.
  bool Is(PlaceWord kind, std::string_view word) const;
  // Degrees clockwise from north: "southeast" is 135.
  std::optional<double> Bearing(std::string_view word) const;
  // Kilometres in one: "miles" is 1.609.
  std::optional<double> Unit(std::string_view word) const;

 private:
  struct Entry {
    std::uint32_t kinds = 0;  // a bit each
    double value = 0;
  };
  const Entry* Find(std::string_view word) const;

  std::map<std::string, Entry, std::less<>> words_;
};

}  // namespace entente

#endif  // ENTENTE_WORLD_PLACE_WORDS_H_
