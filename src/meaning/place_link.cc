#include "meaning/place_link.h"

#include <algorithm>
#include <string_view>

#include "world/world.h"

namespace entente {
namespace {

constexpr std::uint32_t kFurthest = 9;  // words between two names

class LinkReader {
 public:
  LinkReader(const Analysis& analysis, const NameTable& names)
      : analysis_(analysis),
        syntax_(*analysis.syntax),
        names_(names),
        words_(analysis.world->place_words()) {}

  PlaceLink Read(const Toponym& a, const Toponym& b) const;

 private:
  bool MayStandBetween(std::uint32_t word) const;
  PlaceLink ReadComma(const Toponym& a, const Toponym& b) const;
  bool HangsFrom(const Toponym& a, const Toponym& b) const;

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const NameTable& names_;
  const PlaceWords& words_;
};

bool LinkReader::MayStandBetween(std::uint32_t word) const {
  const std::string_view form = analysis_.form(word);
  if (form == "," || words_.Is(PlaceWord::kLink, form) ||
      words_.Is(PlaceWord::kDivision, form) ||
      words_.Is(PlaceWord::kSettlement, form) || words_.Is(PlaceWord::kBearing, form)) {
    return true;
  }
  const std::uint32_t name = names_.name_at[word];
  if (name != kNoWord) return names_.names[name].sense == NameSense::kDemonym;
  return syntax_.upos[word] == Upos::kAdj || form == "-";
}

// True where the tree hangs the second name from the first.
bool LinkReader::HangsFrom(const Toponym& a, const Toponym& b) const {
  const std::uint32_t head = syntax_.head[b.head_word];
  return head != kNoWord && head >= a.first_word && head < b.first_word &&
         Universal(syntax_.relation[b.head_word]) != Relation::kConj;
}

PlaceLink LinkReader::ReadComma(const Toponym& a, const Toponym& b) const {
  return HangsFrom(a, b) ? PlaceLink::kInside : PlaceLink::kMaybeInside;
}

PlaceLink LinkReader::Read(const Toponym& a, const Toponym& b) const {
  const std::uint32_t first = a.last_word + 1;
  const std::uint32_t gap = b.first_word - first;
  if (gap == 0 || gap > kFurthest) return PlaceLink::kNone;
  const auto is = [&](std::uint32_t word, auto... forms) {
    return ((analysis_.form(word) == forms) || ...);
  };
  if (gap == 1 && is(first, "'s", "’s", "'", "’")) return PlaceLink::kOwner;
  if (gap == 1 && is(first, "(")) return PlaceLink::kInside;
  if (gap == 1 && is(first, ",")) return ReadComma(a, b);
  if (gap <= 3) {  // ", and the"
    bool is_list = true;
    bool has_and = false;
    for (std::uint32_t word = first; word < b.first_word; ++word) {
      has_and = has_and || is(word, "and", "or", "&");
      is_list = is_list && is(word, "and", "or", "&", ",", "the", "both");
    }
    if (is_list) return has_and ? PlaceLink::kList : PlaceLink::kNone;
  }
  bool has_in = false;
  for (std::uint32_t word = first; word < b.first_word; ++word) {
    if (!MayStandBetween(word)) return PlaceLink::kNone;
    has_in = has_in || is(word, "in", "of", "within");
  }
  return has_in ? PlaceLink::kInside : PlaceLink::kNone;
}

bool IsComma(PlaceLink link) {
  return link == PlaceLink::kInside || link == PlaceLink::kMaybeInside;
}

}  // namespace

std::vector<PlaceLink> ReadLinks(const Analysis& analysis, const NameTable& names,
                                 const std::vector<Toponym>& toponyms) {
  std::vector<PlaceLink> links(toponyms.size(), PlaceLink::kNone);
  const LinkReader reader(analysis, names);
  const auto& sentences = analysis.tokens->sentences;
  auto sentence = sentences.begin();
  for (std::size_t i = 0; i + 1 < toponyms.size(); ++i) {
    while (sentence->end <= toponyms[i].first_word) ++sentence;
    if (toponyms[i + 1].first_word >= sentence->end) continue;
    links[i] = reader.Read(toponyms[i], toponyms[i + 1]);
  }
  // Commas of a row that an "and" ends, or of a long row, are commas of a list.
  constexpr std::size_t kLongRow = 4;
  for (std::size_t i = 0, end = 0; i < links.size(); i = end + 1) {
    end = i;
    const auto is_comma_at = [&](std::size_t at) {
      return IsComma(links[at]) &&
             toponyms[at + 1].first_word == toponyms[at].last_word + 2;
    };
    while (end < links.size() && is_comma_at(end)) ++end;
    const bool has_and = end < links.size() && links[end] == PlaceLink::kList;
    if (!has_and && end - i + 1 < kLongRow) continue;
    for (std::size_t at = i; at < end; ++at) links[at] = PlaceLink::kMaybeInside;
  }
  return links;
}

}  // namespace entente
