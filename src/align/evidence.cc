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

Party EvidenceTable::party(std::uint32_t index) const {
  const PartyRow& row = party_rows[index];
  const CodeParts& code = codes[row.code];
  return {.name = text.substr(row.name, row.name_size),
          .code = code.code,
          .country = code.country,
          .sector = code.sector,
          .group = code.group,
          .kind = kinds[row.kind],
          .actor = row.actor};
}

AlignActor EvidenceTable::actor(std::uint32_t index) const {
  const ActorRow& row = actor_rows[index];
  return {.key = text.substr(row.key, row.key_size),
          .label = text.substr(row.label, row.label_size),
          .region = row.region,
          .rows = row.rows};
}

std::span<const std::uint32_t> EvidenceTable::RowsOf(std::uint32_t actor) const {
  const std::size_t at = std::min(actor, actor_count());
  return arcs.subspan(arc_begin[at], arc_begin[at + 1] - arc_begin[at]);
}

// The place in order of the actor on a row's other side.
std::uint32_t EvidenceTable::OtherOf(std::uint32_t row, std::uint32_t actor) const {
  const std::uint32_t from = std::min(ActorOf(rows[row].from), actor_count());
  const std::uint32_t to = std::min(ActorOf(rows[row].to), actor_count());
  return from == std::min(actor, actor_count()) ? to : from;
}

std::span<const std::uint32_t> EvidenceTable::RowsBetween(std::uint32_t a,
                                                          std::uint32_t b) const {
  const std::span<const std::uint32_t> all = RowsOf(a);
  const std::uint32_t wanted = std::min(b, actor_count());
  const auto first =
      std::partition_point(all.begin(), all.end(),
                           [&](std::uint32_t row) { return OtherOf(row, a) < wanted; });
  const auto last = std::partition_point(
      first, all.end(), [&](std::uint32_t row) { return OtherOf(row, a) == wanted; });
  return {first, last};
}

std::string ActorKeyOf(const Party& party, const AlignSettings& settings) {
  if (party.country.empty()) {
    const bool is_lasting = party.kind == "organisation" || party.kind == "group" ||
                            party.kind == "country";
    return is_lasting ? std::string(party.name) : std::string();
  }
  if (!party.group.empty()) return StrCat(party.country, " ", party.group);
  if (settings.IsApart(party.sector)) return StrCat(party.country, " ", party.sector);
  return std::string(settings.IsClass(party.country) ? party.name : party.country);
}

double TrustOf(const EvidenceRow& row, Word word, const AlignSettings& settings) {
  if (row.is_negated) return 0;
  return settings.word[static_cast<std::size_t>(word)] *
         settings.modality[static_cast<std::size_t>(row.modality)] *
         settings.basis[static_cast<std::size_t>(row.basis)];
}

}  // namespace entente
