#include "align/evidence.h"

#include <algorithm>

#include "base/strings.h"

namespace entente {

std::string_view Name(Quad quad) {
  constexpr std::array<std::string_view, kQuadCount> kNames = {
      "material conflict", "verbal conflict", "verbal cooperation",
      "material cooperation"};
  return quad == Quad::kNoQuad ? std::string_view("stance")
                               : kNames[static_cast<std::size_t>(quad)];
}

std::uint32_t EvidenceTable::FindActor(std::string_view key) const {
  const auto at =
      std::find_if(actors.begin(), actors.end(),
                   [&](const AlignActor& actor) { return actor.key == key; });
  return at == actors.end() ? kNoIndex
                            : static_cast<std::uint32_t>(at - actors.begin());
}

std::string ActorKeyOf(const Party& party, const AlignSettings& settings) {
  if (party.country.empty()) {
    const bool is_lasting = party.kind == "organisation" || party.kind == "group" ||
                            party.kind == "country";
    return is_lasting ? party.name : std::string();
  }
  if (!party.group.empty()) return StrCat(party.country, " ", party.group);
  if (settings.IsApart(party.sector)) return StrCat(party.country, " ", party.sector);
  return settings.IsClass(party.country) ? party.name : party.country;
}

double TrustOf(const EvidenceRow& row, Word word, const AlignSettings& settings) {
  if (row.is_negated) return 0;
  return settings.word[static_cast<std::size_t>(word)] *
         settings.modality[static_cast<std::size_t>(row.modality)] *
         settings.basis[static_cast<std::size_t>(row.basis)];
}

}  // namespace entente
