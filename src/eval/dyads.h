// Dyads: events as elementary (source, target, type) rows, the unit that event coders
// are compared in (after the PLOVER gold standard's scoring: cross products, actor
// lists and "A to B plus B to A" all become the same rows).
#ifndef ENTENTE_EVAL_DYADS_H_
#define ENTENTE_EVAL_DYADS_H_

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct CodedEvent {
  std::string type;
  std::set<std::string> accepted;    // other types that gold takes as well
  std::vector<std::string> sources;  // "RUS GOV", "RUSGOV", ""
  std::vector<std::string> targets;
};

struct Dyad {
  std::string source;  // "RUSGOV"; "---" where unknown
  std::string target;
  std::string type;
  std::set<std::string> types;  // the type and the others accepted
  bool is_reciprocal = false;
};

// One event's type after dyads of one type that share a party are joined again.
struct TypedEvent {
  std::string type;
  std::set<std::string> types;
};

std::vector<Dyad> ToDyads(const std::vector<CodedEvent>& events);
std::vector<TypedEvent> JoinByType(const std::vector<Dyad>& dyads);

enum class DyadLevel : std::uint8_t { kCountry, kSector };

// The number of one-to-one matches, exact types first, then accepted ones.
std::size_t CountMatches(const std::vector<TypedEvent>& gold,
                         const std::vector<TypedEvent>& predicted);
std::size_t CountMatches(const std::vector<Dyad>& gold,
                         const std::vector<Dyad>& predicted, DyadLevel level);

}  // namespace entente

#endif  // ENTENTE_EVAL_DYADS_H_
