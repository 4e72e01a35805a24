#include "meaning/statement_setting.h"

#include <algorithm>
#include <string_view>

namespace entente {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<TextSpan> MediumOf(const StatementSource& source, std::uint32_t cue,
                                 const std::vector<WordRange>& content) {
  for (const std::uint32_t phrase : source.tree().children(cue)) {
    const Relation relation = Universal(source.relation(phrase));
    const bool is_beside = relation == Relation::kObl ||
                           relation == Relation::kAdvmod || relation == Relation::kNmod;
    if (!is_beside || Holds(content, phrase)) continue;
    if (source.lexicon.Find(ReportingKind::kMedium, source.lemma(phrase)) == nullptr) {
      continue;
    }
    const std::uint32_t mark = source.tree().ChildBy(phrase, Relation::kCase);
    if (mark == kNoWord || mark > phrase ||
        !IsOneOf(source.lemma(mark),
                 {"in", "on", "via", "through", "by", "over", "during", "at", "to"})) {
      continue;
    }
    const auto& spans = source.analysis.tokens->span;
    return TextSpan{spans[mark].begin, spans[phrase].end};
  }
  return std::nullopt;
}

bool IsAnonymous(const StatementSource& source, std::uint32_t cue,
                 const std::vector<WordRange>& content) {
  const Sentence& sentence = source.sentence(cue);
  for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
    if (Holds(content, word)) continue;
    const std::string_view lemma = source.lemma(word);
    if (IsOneOf(lemma, {"anonymity", "anonymous", "anonymously"})) return true;
    // "asked not to be named", "declined to be identified".
    const bool is_named =
        IsOneOf(lemma, {"name", "identify", "quote"}) && word >= sentence.begin + 3 &&
        source.lemma(word - 1) == "be" && source.lemma(word - 2) == "to" &&
        IsOneOf(source.lemma(word - 3), {"not", "decline", "refuse"});
    if (is_named) return true;
    // "was not authorised to speak".
    const bool is_barred =
        IsOneOf(lemma, {"authorise", "authorize", "allow", "permit"}) &&
        word > sentence.begin && source.lemma(word - 1) == "not" &&
        word + 2 < sentence.end && source.lemma(word + 1) == "to" &&
        IsOneOf(source.lemma(word + 2), {"speak", "talk", "brief", "comment"});
    if (is_barred) return true;
  }
  return false;
}

}  // namespace entente
