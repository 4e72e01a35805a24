// Settings: the tables of data/alignment/: what a row weighs, who speaks for a country.
#ifndef ENTENTE_ALIGN_SETTINGS_H_
#define ENTENTE_ALIGN_SETTINGS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/event.h"
#include "record/statement.h"

namespace entente {

// On whose word a row is there, seen from a pair of sides.
enum class Word : std::uint8_t { kReported, kOwn, kThird };
inline constexpr std::size_t kWordCount = 3;
inline constexpr std::size_t kModalityCount = 6;
inline constexpr std::size_t kBasisCount = 3;

struct AlignSettings {
  // 0 <= weight < 1 for words, <= 1 for the others: a row's trust is their product.
  std::array<double, kWordCount> word{};
  std::array<double, kModalityCount> modality{};  // by Modality
  std::array<double, kBasisCount> basis{};        // by StanceBasis
  std::vector<std::string> apart_sectors;         // "REB"
  std::vector<std::string> classes;               // "IGO"

  // Reads weights.tsv and actors.tsv of `folder` (data/alignment).
  // Returns kNotFound for a missing one, kCorrupt, naming the line, for a wrong one.
  static Result<AlignSettings> Read(const std::string& folder);

  bool IsApart(std::string_view sector) const;
  bool IsClass(std::string_view country) const;
};

}  // namespace entente

#endif  // ENTENTE_ALIGN_SETTINGS_H_
