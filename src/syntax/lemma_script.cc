#include "syntax/lemma_script.h"

#include <algorithm>
#include <cstddef>

#include "base/strings.h"
#include "syntax/features.h"

namespace entente {
namespace {

constexpr std::string_view kCaseLetters = "KLC";

void ChangeCase(LemmaCase change, char* begin, char* end) {
  if (change == LemmaCase::kKeep) return;
  LowerInPlace(begin, end);
  if (change == LemmaCase::kCapitalise) CapitaliseInPlace(begin, end);
}

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::optional<LemmaScript> ParseLemmaScript(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const std::size_t letter = kCaseLetters.find(text[0]);
  if (letter == std::string_view::npos) return std::nullopt;
  std::size_t at = 1;
  unsigned cut = 0;
  while (at < text.size() && IsAsciiDigit(text[at]) && cut < 256) {
    cut = cut * 10 + static_cast<unsigned>(text[at++] - '0');
  }
  if (at == 1 || cut > 255) return std::nullopt;
  // A colon parts the count from what is added, which may begin with a digit.
  if (at < text.size() && text[at] != ':') return std::nullopt;
  return LemmaScript{static_cast<LemmaCase>(letter), static_cast<std::uint8_t>(cut),
                     at < text.size() ? text.substr(at + 1) : std::string_view()};
}

std::optional<std::string> DeriveLemmaScript(std::string_view form,
                                             std::string_view lemma) {
  std::optional<std::string> best;
  std::size_t best_cost = SIZE_MAX;
  for (std::size_t i = 0; i < kCaseLetters.size(); ++i) {
    std::string changed;
    AppendPlain(form, changed);
    ChangeCase(static_cast<LemmaCase>(i), changed.data(),
               changed.data() + changed.size());
    const std::size_t limit = std::min(changed.size(), lemma.size());
    std::size_t same = 0;
    while (same < limit && changed[same] == lemma[same]) ++same;
    // Never cut inside a letter of several bytes.
    while (same > 0 && same < lemma.size() && IsContinuation(lemma[same])) --same;
    while (same > 0 && same < changed.size() && IsContinuation(changed[same])) --same;
    const std::size_t cut = changed.size() - same;
    const std::string_view add = lemma.substr(same);
    // Lower case is the rule for words, so at equal cost it wins over keeping.
    const std::size_t cost = (cut + add.size()) * 4 + (i == 1 ? 0 : i == 0 ? 1 : 2);
    if (cut > 255 || cost >= best_cost) continue;
    best_cost = cost;
    best = StrCat(kCaseLetters[i], cut, ":", add);
  }
  return best;
}

bool Agrees(const LemmaScript& script, std::string_view form, Upos upos, Xpos xpos) {
  const bool is_whole = script.cut == 0 && script.add.empty();
  if (xpos == Xpos::kAdd) return is_whole && script.change == LemmaCase::kKeep;
  // "PM" is "p.m.", "hr" may be "hour".
  const bool is_plain = form.size() > 3 && form[0] >= 'a' && form[0] <= 'z';
  if (xpos == Xpos::kNn && is_plain && !is_whole) return false;
  if (form.size() > 5 && ((xpos == Xpos::kJjr && form.ends_with("er")) ||
                          (xpos == Xpos::kJjs && form.ends_with("est")))) {
    return script.cut > 0;
  }
  if (form.size() > 4) {
    if (xpos == Xpos::kVbg && form.ends_with("ing")) return script.cut >= 3;
    const bool is_past = xpos == Xpos::kVbd || xpos == Xpos::kVbn;
    if (is_past && form.ends_with("ed")) return script.cut > 0;
  }
  if (form.empty() || form[0] < 'A' || form[0] > 'Z') return true;
  const bool is_small = script.change == LemmaCase::kLower;
  if (form.size() == 1) return upos != Upos::kNoun || !is_small;
  if (!std::all_of(form.begin() + 1, form.end(), IsAsciiLower)) return true;
  if (upos == Upos::kPropn) return !is_small;
  return is_small || (upos != Upos::kNoun && upos != Upos::kVerb);
}

void ApplyLemmaScript(const LemmaScript& script, std::string_view form,
                      std::string& out) {
  const std::size_t begin = out.size();
  AppendPlain(form, out);
  ChangeCase(script.change, out.data() + begin, out.data() + out.size());
  out.resize(out.size() - std::min<std::size_t>(script.cut, out.size() - begin));
  out += script.add;
}

}  // namespace entente
