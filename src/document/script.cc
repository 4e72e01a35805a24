#include "document/script.h"

#include <algorithm>
#include <iterator>

namespace entente {
namespace {

struct Range {
  char32_t first, last;
  Script script;
};

// Blocks of the Unicode standard, in order; punctuation lies between them.
constexpr Range kRanges[] = {
    {0x41, 0x5A, Script::kLatin},        {0x61, 0x7A, Script::kLatin},
    {0xAA, 0xAA, Script::kLatin},        {0xBA, 0xBA, Script::kLatin},
    {0xC0, 0xD6, Script::kLatin},        {0xD8, 0xF6, Script::kLatin},
    {0xF8, 0x24F, Script::kLatin},       {0x300, 0x36F, Script::kLatin},
    {0x370, 0x3FF, Script::kGreek},      {0x400, 0x52F, Script::kCyrillic},
    {0x531, 0x556, Script::kArmenian},   {0x561, 0x587, Script::kArmenian},
    {0x591, 0x5F4, Script::kHebrew},     {0x610, 0x61A, Script::kArabic},
    {0x620, 0x6D3, Script::kArabic},     {0x6D5, 0x6FF, Script::kArabic},
    {0x750, 0x77F, Script::kArabic},     {0x8A0, 0x8FF, Script::kArabic},
    {0x900, 0x963, Script::kDevanagari}, {0x971, 0x97F, Script::kDevanagari},
    {0x980, 0x9FF, Script::kBengali},    {0xA00, 0xA7F, Script::kGurmukhi},
    {0xA80, 0xAFF, Script::kGujarati},   {0xB80, 0xBFF, Script::kTamil},
    {0xC00, 0xC7F, Script::kTelugu},     {0xC80, 0xCFF, Script::kKannada},
    {0xD00, 0xD7F, Script::kMalayalam},  {0xD80, 0xDFF, Script::kSinhala},
    {0xE00, 0xE7F, Script::kThai},       {0xE80, 0xEFF, Script::kLao},
    {0xF00, 0xFFF, Script::kTibetan},    {0x1000, 0x109F, Script::kMyanmar},
    {0x10A0, 0x10FF, Script::kGeorgian}, {0x1100, 0x11FF, Script::kHangul},
    {0x1200, 0x139F, Script::kEthiopic}, {0x1780, 0x17FF, Script::kKhmer},
    {0x1C90, 0x1CBF, Script::kGeorgian}, {0x1E00, 0x1EFF, Script::kLatin},
    {0x1F00, 0x1FFF, Script::kGreek},    {0x3041, 0x30FF, Script::kKana},
    {0x3130, 0x318F, Script::kHangul},   {0x31F0, 0x31FF, Script::kKana},
    {0x3400, 0x4DBF, Script::kHan},      {0x4E00, 0x9FFF, Script::kHan},
    {0xAC00, 0xD7AF, Script::kHangul},   {0xF900, 0xFAFF, Script::kHan},
    {0xFB50, 0xFDFF, Script::kArabic},   {0xFE70, 0xFEFC, Script::kArabic},
    {0xFF21, 0xFF3A, Script::kLatin},    {0xFF41, 0xFF5A, Script::kLatin},
    {0xFF66, 0xFF9F, Script::kKana},     {0x20000, 0x2FA1F, Script::kHan},
};

// In the order of Script.
constexpr std::string_view kNames[kScripts] = {
    "None",     "Latin",    "Cyrillic", "Greek",   "Arabic", "Hebrew",  "Devanagari",
    "Bengali",  "Gurmukhi", "Gujarati", "Tamil",   "Telugu", "Kannada", "Malayalam",
    "Sinhala",  "Thai",     "Lao",      "Myanmar", "Khmer",  "Tibetan", "Georgian",
    "Armenian", "Ethiopic", "Han",      "Kana",    "Hangul"};

}  // namespace

Script ScriptOf(char32_t point) {
  const auto* const range =
      std::lower_bound(std::begin(kRanges), std::end(kRanges), point,
                       [](const Range& each, char32_t at) { return each.last < at; });
  return range != std::end(kRanges) && range->first <= point ? range->script
                                                             : Script::kNone;
}

std::optional<Script> ScriptNamed(std::string_view name) {
  const auto* const found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Script>(found - std::begin(kNames));
}

char32_t LowerCase(char32_t point) {
  const auto within = [point](char32_t first, char32_t last) {
    return point >= first && point <= last;
  };
  if (within('A', 'Z') || within(0xC0, 0xD6) || within(0xD8, 0xDE) ||
      within(0x391, 0x3AB) || within(0x410, 0x42F)) {
    return point + 0x20;
  }
  if (within(0x400, 0x40F)) return point + 0x50;
  if (within(0x531, 0x556)) return point + 0x30;
  if (point == 0x130) return 'i';  // Turkish capital I with dot
  if (point == 0x178) return 0xFF;
  // Pairs of a capital and its small letter: even first, or odd first.
  if (within(0x100, 0x137) || within(0x14A, 0x177) || within(0x1E00, 0x1EFF) ||
      within(0x460, 0x481) || within(0x48A, 0x4BF) || within(0x4D0, 0x52F) ||
      within(0x218, 0x21B) || point == 0x18F) {
    return point == 0x18F ? char32_t{0x259} : point | 1U;
  }
  if (within(0x139, 0x148) || within(0x179, 0x17E) || within(0x4C1, 0x4CE)) {
    return point % 2 == 1 ? point + 1 : point;
  }
  return point;
}

}  // namespace entente
