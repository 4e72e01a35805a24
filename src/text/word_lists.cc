#include "text/word_lists.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace entente {
namespace {

using namespace std::string_view_literals;

// All lists are sorted, for binary search.
constexpr std::array kAbbreviations = {
    "a.k.a"sv, "adm"sv,  "al"sv,   "apr"sv,  "approx"sv, "arr"sv,  "assn"sv,   "asst"sv,
    "atty"sv,  "aug"sv,  "ave"sv,  "blvd"sv, "brig"sv,   "bros"sv, "ca"sv,     "capt"sv,
    "cf"sv,    "cmdr"sv, "co"sv,   "col"sv,  "comdr"sv,  "corp"sv, "cpl"sv,    "cpt"sv,
    "dec"sv,   "dept"sv, "det"sv,  "dist"sv, "div"sv,    "dr"sv,   "e.g"sv,    "ed"sv,
    "eds"sv,   "esp"sv,  "esq"sv,  "est"sv,  "etc"sv,    "feb"sv,  "fr"sv,     "fri"sv,
    "ft"sv,    "gen"sv,  "gov"sv,  "hon"sv,  "i.e"sv,    "inc"sv,  "jan"sv,    "jr"sv,
    "jul"sv,   "jun"sv,  "lt"sv,   "ltd"sv,  "maj"sv,    "mar"sv,  "messrs"sv, "mgr"sv,
    "min"sv,   "mme"sv,  "mon"sv,  "mr"sv,   "mrs"sv,    "ms"sv,   "msgr"sv,   "mt"sv,
    "mts"sv,   "nos"sv,  "nov"sv,  "oct"sv,  "op"sv,     "ph.d"sv, "phd"sv,    "pres"sv,
    "prof"sv,  "pte"sv,  "pvt"sv,  "rd"sv,   "rep"sv,    "reps"sv, "rev"sv,    "sat"sv,
    "sec"sv,   "sen"sv,  "sens"sv, "sep"sv,  "sept"sv,   "sgt"sv,  "sr"sv,     "st"sv,
    "sun"sv,   "supt"sv, "thu"sv,  "thur"sv, "thurs"sv,  "tue"sv,  "tues"sv,   "univ"sv,
    "viz"sv,   "vol"sv,  "vols"sv, "vs"sv,   "wed"sv};

constexpr std::array kTitles = {
    "adm"sv,  "apr"sv, "atty"sv,   "aug"sv,  "brig"sv, "capt"sv, "cf"sv,   "cmdr"sv,
    "col"sv,  "cpl"sv, "cpt"sv,    "dec"sv,  "det"sv,  "dr"sv,   "e.g"sv,  "feb"sv,
    "ft"sv,   "gen"sv, "gov"sv,    "hon"sv,  "i.e"sv,  "jan"sv,  "jul"sv,  "jun"sv,
    "lt"sv,   "maj"sv, "messrs"sv, "mgr"sv,  "mme"sv,  "mr"sv,   "mrs"sv,  "ms"sv,
    "msgr"sv, "mt"sv,  "mts"sv,    "no"sv,   "nos"sv,  "nov"sv,  "oct"sv,  "pres"sv,
    "prof"sv, "pvt"sv, "rep"sv,    "reps"sv, "rev"sv,  "sen"sv,  "sens"sv, "sep"sv,
    "sept"sv, "sgt"sv, "st"sv,     "supt"sv, "vs"sv};

constexpr std::array kPrefixes = {
    "anti"sv,  "auto"sv,  "bi"sv,    "bio"sv,   "co"sv,    "counter"sv, "cross"sv,
    "de"sv,    "e"sv,     "eco"sv,   "ex"sv,    "extra"sv, "geo"sv,     "hyper"sv,
    "inter"sv, "intra"sv, "macro"sv, "mega"sv,  "micro"sv, "mid"sv,     "mini"sv,
    "mis"sv,   "mono"sv,  "multi"sv, "neo"sv,   "non"sv,   "over"sv,    "pan"sv,
    "para"sv,  "poly"sv,  "post"sv,  "pre"sv,   "pro"sv,   "proto"sv,   "pseudo"sv,
    "quasi"sv, "re"sv,    "semi"sv,  "socio"sv, "sub"sv,   "super"sv,   "trans"sv,
    "tri"sv,   "u"sv,     "ultra"sv, "un"sv,    "under"sv, "uni"sv,     "vice"sv};

struct Contraction {
  std::string_view word;
  std::size_t split;
};
constexpr std::array kContractions = {
    Contraction{"aint"sv, 2},     Contraction{"arent"sv, 3},
    Contraction{"cannot"sv, 3},   Contraction{"cant"sv, 2},
    Contraction{"couldnt"sv, 5},  Contraction{"didnt"sv, 3},
    Contraction{"doesnt"sv, 4},   Contraction{"dont"sv, 2},
    Contraction{"gimme"sv, 3},    Contraction{"gonna"sv, 3},
    Contraction{"gotta"sv, 3},    Contraction{"havent"sv, 4},
    Contraction{"isnt"sv, 2},     Contraction{"lemme"sv, 3},
    Contraction{"shouldnt"sv, 6}, Contraction{"wanna"sv, 3},
    Contraction{"wasnt"sv, 3},    Contraction{"wont"sv, 2},
    Contraction{"wouldnt"sv, 5}};

constexpr std::size_t kLongest = 12;

// Calls `find` with the word in lower case; false for a longer word than any in the
// lists.
template <typename Find>
auto WithLower(std::string_view word, Find find) {
  std::array<char, kLongest> buffer{};
  if (word.size() > buffer.size()) return find(std::string_view());
  std::transform(word.begin(), word.end(), buffer.begin(),
                 [](char c) { return AsciiLower(c); });
  return find(std::string_view(buffer.data(), word.size()));
}

template <std::size_t kCount>
bool IsIn(const std::array<std::string_view, kCount>& list, std::string_view word) {
  return WithLower(word, [&](std::string_view lower) {
    return std::binary_search(list.begin(), list.end(), lower);
  });
}

}  // namespace

bool IsAbbreviation(std::string_view word) { return IsIn(kAbbreviations, word); }
bool IsTitleAbbreviation(std::string_view word) { return IsIn(kTitles, word); }
bool IsBoundPrefix(std::string_view word) { return IsIn(kPrefixes, word); }

std::size_t SplitOfContraction(std::string_view word) {
  return WithLower(word, [](std::string_view lower) -> std::size_t {
    const auto found =
        std::find_if(kContractions.begin(), kContractions.end(),
                     [&](const Contraction& each) { return each.word == lower; });
    return found == kContractions.end() ? 0 : found->split;
  });
}

}  // namespace entente
