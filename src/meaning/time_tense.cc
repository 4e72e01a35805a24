#include "meaning/time_tense.h"

#include <algorithm>

namespace entente {
namespace {

// What one piece says of tense, without a parse.
Tense Cue(const TimeReader& reader, std::size_t i) {
  const bool is_name = reader.at(i).is_capital && !reader.StartsSentence(i);
  if (is_name) return Tense::kUnknown;                             // "May"
  if (i > 0 && reader.IsWord(i - 1, "be")) return Tense::kFuture;  // "to be held"
  const bool is_infinitive =
      reader.IsWord(i, "to") && i > 0 &&
      (reader.IsWord(i - 1, "is") || reader.IsWord(i - 1, "are"));
  if (is_infinitive) return Tense::kFuture;
  const bool is_future = reader.Is(i, TimeClass::kFuture);
  const bool is_past = reader.Is(i, TimeClass::kPast);
  if (is_future != is_past) return is_future ? Tense::kFuture : Tense::kPast;
  const std::string_view word = reader.text(i);
  const bool is_regular_past =
      word.size() > 3 && word.ends_with("ed") && !reader.at(i).is_capital;
  return is_regular_past ? Tense::kPast : Tense::kUnknown;
}

Tense NearestCue(const TimeReader& reader, const TimeExpression& expression) {
  for (std::size_t i = expression.first; i > 0 && !reader.StartsSentence(i);) {
    const Tense cue = Cue(reader, --i);
    if (cue != Tense::kUnknown) return cue;
  }
  for (std::size_t i = expression.last + 1; !reader.StartsSentence(i); ++i) {
    const Tense cue = Cue(reader, i);
    if (cue != Tense::kUnknown) return cue;
  }
  return Tense::kUnknown;
}

bool IsVerb(Xpos tag) {
  return tag == Xpos::kVb || tag == Xpos::kVbd || tag == Xpos::kVbg ||
         tag == Xpos::kVbn || tag == Xpos::kVbp || tag == Xpos::kVbz;
}

// The verb above the word, at most eight steps up; kNoWord where there is none.
std::uint32_t GoverningVerb(const SyntaxTable& syntax, std::uint32_t word) {
  constexpr int kMostSteps = 8;
  for (int step = 0; step < kMostSteps && word < syntax.size(); ++step) {
    if (IsVerb(syntax.xpos[word]) && syntax.relation[word] != Relation::kAmod) {
      return word;
    }
    word = syntax.head[word];
  }
  return kNoWord;
}

// A verb with its auxiliaries, which stand at most eight words before it.
Tense VerbTense(const SyntaxTable& syntax, std::uint32_t verb) {
  constexpr std::uint32_t kReach = 8;
  bool has_past_auxiliary = false;
  bool has_present_be = false;
  for (std::uint32_t w = verb > kReach ? verb - kReach : 0; w < verb; ++w) {
    if (syntax.head[w] != verb) continue;
    if (syntax.xpos[w] == Xpos::kMd || syntax.xpos[w] == Xpos::kTo) {
      return Tense::kFuture;
    }
    const bool is_auxiliary = syntax.relation[w] == Relation::kAux ||
                              syntax.relation[w] == Relation::kAuxPass ||
                              syntax.relation[w] == Relation::kCop;
    if (!is_auxiliary) continue;
    const std::string_view lemma = syntax.lemma[w];
    if (syntax.xpos[w] == Xpos::kVbd || lemma == "have") has_past_auxiliary = true;
    if (lemma == "be" && syntax.xpos[w] != Xpos::kVbd) has_present_be = true;
  }
  if (has_past_auxiliary) return Tense::kPast;
  switch (syntax.xpos[verb]) {
    case Xpos::kVbd:
      return Tense::kPast;
    case Xpos::kVbn:
      return has_present_be ? Tense::kPresent : Tense::kPast;
    case Xpos::kVbg:
      return has_present_be ? Tense::kFuture : Tense::kUnknown;
    default:
      return Tense::kPresent;
  }
}

}  // namespace

Tense TenseAround(const TimeReader& reader, const TimeExpression& expression) {
  const bool is_since =
      expression.first > 0 && reader.IsWord(expression.first - 1, "since");
  if (is_since) return Tense::kPast;
  const SyntaxTable* syntax = reader.syntax();
  if (syntax == nullptr || syntax->head.empty()) return NearestCue(reader, expression);
  std::uint32_t word = reader.at(expression.last).word;
  constexpr int kMostVerbs = 3;
  for (int k = 0; k < kMostVerbs; ++k) {
    const std::uint32_t verb = GoverningVerb(*syntax, word);
    if (verb == kNoWord) break;
    const Tense tense = VerbTense(*syntax, verb);
    if (tense != Tense::kUnknown) return tense;
    word = syntax->head[verb];
  }
  return NearestCue(reader, expression);
}

}  // namespace entente
