#include "meaning/statement_repair.h"

#include <algorithm>
#include <string_view>

#include "meaning/statement_comma.h"
#include "meaning/statement_speaker.h"

namespace entente {
namespace {

constexpr std::uint32_t kLongestSpeaker = 40;  // words between a quotation and its cue

// Does a quotation end as one does before its cue: `... go," he said`?
bool EndsWithMark(const StatementSource& source, std::uint32_t quotation) {
  const Quotation& found = source.quotes.quotations[quotation];
  const std::string_view last = source.form(found.last_word);
  if (last == "," || last == "." || last == "?" || last == "!") return true;
  const std::uint32_t next = found.last_word + 2;  // after the closing mark
  return next < source.size() && source.form(next) == ",";
}

// The last quotation that ends before `cue` in its sentence and is no part of a larger
// one.
std::uint32_t QuotationBefore(const StatementSource& source, std::uint32_t cue) {
  const std::uint32_t begin = source.sentence(cue).begin;
  for (std::uint32_t word = cue; word > begin && cue - word < kLongestSpeaker;) {
    --word;
    const std::uint32_t at = source.quotes.at[word];
    if (at != QuotationTable::kNone) {
      return at == source.quotes.at[cue] ? QuotationTable::kNone : at;
    }
  }
  return QuotationTable::kNone;
}

// `"A," X said`: nothing between the quotation and the cue is said.
void CutAtQuotation(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  const std::uint32_t before = QuotationBefore(source, cue);
  if (before == QuotationTable::kNone || !EndsWithMark(source, before)) return;
  const Quotation& quotation = source.quotes.quotations[before];
  if (!Intersects(draft.content, {quotation.first_word, quotation.last_word})) return;
  draft.content = Without(draft.content, {{quotation.last_word + 1, cue}});
  // Nor is what comes after the cue, unless it is quoted.
  std::vector<WordRange> plain;
  const std::uint32_t end = source.sentence(cue).end;
  for (std::uint32_t word = cue; word < end; ++word) {
    if (source.quotes.at[word] == QuotationTable::kNone)
      plain = Union(std::move(plain), {{word, word}});
  }
  draft.content = Without(draft.content, plain);
  // And before it only what belongs to the quotation: `that "..."`, a mixed beginning.
  const bool is_whole = source.quotes.at[cue] == QuotationTable::kNone &&
                        Holds(draft.content, quotation.first_word);
  if (is_whole) return;
  draft.content =
      Union(std::move(draft.content), {{quotation.first_word, quotation.last_word}});
}

// The comma that parts "..., X said" from what X said, or kNoWord.
std::uint32_t CommaBeforeCue(const StatementSource& source,
                             const StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  std::uint32_t first = cue;
  if (draft.speaker != kNoWord && draft.speaker < cue) {
    first = std::min(first, source.tree().leftmost(draft.speaker));
  }
  const std::uint32_t begin = source.sentence(cue).begin;
  for (std::uint32_t word = first; word > begin && first - word < 4;) {
    --word;
    if (source.form(word) == ",") return word;
    if (source.quotes.is_mark[word] == 0) return kNoWord;
  }
  return kNoWord;
}

bool HasVerbBetween(const StatementSource& source, std::uint32_t first,
                    std::uint32_t last) {
  for (std::uint32_t word = first; word < last; ++word) {
    if (source.upos(word) == Upos::kVerb) return true;
  }
  return false;
}

// "The road is shut, X said": all of the sentence before the comma.
void StretchToStart(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  if (draft.content.empty() || draft.content.back().last >= cue) return;
  const std::uint32_t begin = source.sentence(cue).begin;
  const std::uint32_t comma = CommaBeforeCue(source, draft);
  if (comma == kNoWord || comma <= begin) return;
  const std::uint32_t first = draft.content.front().first;
  if (first < begin) return;
  const std::uint32_t inside = source.quotes.at[cue];
  const bool is_quoted_start = source.quotes.at[first] != inside && first > begin &&
                               source.quotes.is_mark[first - 1] != 0 &&
                               source.quotes.at[comma - 1] == source.quotes.at[first];
  if (is_quoted_start || HasVerbBetween(source, begin, first)) return;
  draft.content = {{begin, comma - 1}};
}

bool IsHearer(const StatementDraft& draft, const StatementSource& source,
              std::uint32_t word) {
  return draft.addressee != kNoWord &&
         (word == draft.addressee || source.head(word) == draft.addressee);
}

// The reported clause begins with the noun that was taken for the cue's object.
void TakeObject(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  const std::uint32_t first = draft.content.front().first;
  if (first <= cue + 1 || source.relation(first) == Relation::kMark ||
      source.sentence_of[first] != source.sentence_of[cue]) {
    return;
  }
  std::uint32_t begin = first;
  for (const std::uint32_t child : source.tree().children(cue)) {
    if (child <= cue || child >= first) continue;
    const Relation relation = Universal(source.relation(child));
    const bool is_object = relation == Relation::kObj || relation == Relation::kNsubj ||
                           relation == Relation::kXcomp ||
                           relation == Relation::kCsubj ||
                           relation == Relation::kCcomp || relation == Relation::kDep;
    if (!is_object || IsHearer(draft, source, child) || child == draft.speaker)
      continue;
    if (source.quotes.at[child] != source.quotes.at[cue]) continue;
    begin = std::min(begin, source.tree().leftmost(child));
  }
  if (begin <= cue || begin >= first) return;
  if (source.tree().ChildBy(cue, Relation::kCcomp) == kNoWord) return;
  draft.content.front().first = begin;
}

// No holes in what follows its cue.
void FillHoles(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.last;
  std::vector<WordRange> filled;
  for (const WordRange range : draft.content) {
    const bool joins =
        !filled.empty() && filled.back().first > cue &&
        source.sentence_of[filled.back().last] == source.sentence_of[range.first] &&
        source.sentence_of[range.first] == source.sentence_of[cue];
    if (joins) {
      filled.back().last = range.last;
    } else {
      filled.push_back(range);
    }
  }
  draft.content = std::move(filled);
}

bool IsQuestionWord(const StatementSource& source, std::uint32_t word) {
  const Xpos tag = source.xpos(word);
  return tag == Xpos::kWp || tag == Xpos::kWdt || tag == Xpos::kWrb;
}

// "said that A and that B", "said A and she B": coordinated with what was said,
// whatever the tree has it hang from.
void TakeConjuncts(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  if (draft.content.front().first < cue) return;
  for (const std::uint32_t child : source.tree().children(cue)) {
    if (source.relation(child) != Relation::kConj) continue;
    const std::uint32_t first = source.tree().leftmost(child);
    const std::uint32_t last = draft.content.back().last;
    if (first <= last || first > last + 3) continue;
    const bool is_reporting =
        source.lexicon.Find(ReportingKind::kVerb, source.lemma(child)) != nullptr;
    const std::uint32_t mark = source.tree().ChildBy(child, Relation::kMark);
    const bool has_question = IsQuestionWord(source, first) ||
                              (first < child && IsQuestionWord(source, first + 1));
    const bool has_that =
        has_question || (mark != kNoWord && source.lemma(mark) == "that");
    const std::uint32_t subject = source.tree().ChildBy(child, Relation::kNsubj);
    const bool has_pronoun = subject != kNoWord && source.upos(subject) == Upos::kPron;
    const bool has_comma = source.form(first) == ",";
    // "said they were ready but would wait": the future seen from the time of saying.
    const std::uint32_t auxiliary = source.tree().ChildBy(child, Relation::kAux);
    const bool is_backshifted = auxiliary != kNoWord && subject == kNoWord &&
                                source.form(auxiliary) == "would" &&
                                source.xpos(cue) == Xpos::kVbd;
    if (has_that || is_backshifted || (has_pronoun && !has_comma && !is_reporting)) {
      draft.content =
          Union(std::move(draft.content), {{last + 1, source.tree().rightmost(child)}});
    }
  }
}

// "X signed and said Y": a clause before the cue, outside quotation marks, is not said
// when one after it is. Its subject speaks.
void DropEarlierClause(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  const std::uint32_t inside = source.quotes.at[cue];
  if (source.relation(cue) == Relation::kParataxis || draft.content.back().last < cue)
    return;
  std::vector<WordRange> kept;
  for (const WordRange range : draft.content) {
    const bool is_dropped = range.last < cue &&
                            source.quotes.at[range.first] == inside &&
                            source.quotes.at[range.last] == inside;
    if (!is_dropped) kept.push_back(range);
  }
  if (kept.size() == draft.content.size()) return;
  draft.content = std::move(kept);
  if (draft.speaker != kNoWord) return;
  for (const std::uint32_t child : source.tree().children(cue)) {
    if (child > cue || source.relation(child) != Relation::kCcomp) continue;
    draft.speaker = source.tree().ChildBy(child, Relation::kNsubj);
  }
}

// A semicolon ends what was said, unless quotation marks hold it.
void CutAtSemicolon(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t inside = source.quotes.at[draft.cue.first];
  WordRange& first = draft.content.front();
  for (std::uint32_t word = first.first; word <= first.last; ++word) {
    if (source.form(word) != ";" || source.quotes.at[word] != inside ||
        word == first.first) {
      continue;
    }
    first.last = word - 1;
    draft.content.resize(1);
    return;
  }
}

// "In a talk with the daily, Ann Lee, the envoy, said that ...": whoever is named right
// before a cue in the active voice that has no subject.
void FindSpeakerBefore(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  const bool is_finite = source.xpos(cue) == Xpos::kVbd ||
                         source.xpos(cue) == Xpos::kVbz ||
                         source.xpos(cue) == Xpos::kVbp;
  const bool is_passive = source.tree().ChildBy(cue, Relation::kNsubjPass) != kNoWord ||
                          source.tree().ChildBy(cue, Relation::kAuxPass) != kNoWord;
  if (!is_finite || is_passive) return;
  const std::uint32_t name = NameBefore(source, cue).head;
  if (name != kNoWord && !Holds(draft.content, name)) draft.speaker = name;
}

// A speaker that the tree does not show: the first mention between a quotation and its
// cue, else what stands right after the cue.
void FindSpeaker(const StatementSource& source, StatementDraft& draft) {
  if (draft.speaker != kNoWord && !Holds(draft.content, draft.speaker)) return;
  const std::uint32_t cue = draft.cue.first;
  const std::uint32_t inside = source.quotes.at[cue];
  const bool follows = draft.content.front().first < cue;
  if (!follows) {
    FindSpeakerBefore(source, draft);
    return;
  }
  std::uint32_t start = cue;
  for (const WordRange range : draft.content) {
    if (range.first < cue) start = std::min(cue, range.last + 1);
  }
  for (std::uint32_t word = start; word < cue; ++word) {
    if (source.mention(word) != kNoWord && source.quotes.at[word] == inside) {
      draft.speaker = word;
      return;
    }
  }
  if (draft.entry->type == ReportingClass::kTell) return;
  for (const std::uint32_t child : source.tree().children(cue)) {
    const Relation relation = source.relation(child);
    const bool is_after =
        child > cue && (relation == Relation::kObj || relation == Relation::kNsubj ||
                        relation == Relation::kIobj);
    if (is_after && source.tree().leftmost(child) == cue + 1) {
      draft.speaker = child;
      return;
    }
  }
  draft.speaker = NameAfter(source, cue);
}

// "Nobody, says the captain, saw the reef": whose words begin before the cue, which the
// speaker follows.
void TakeInversion(const StatementSource& source, StatementDraft& draft) {
  const std::uint32_t cue = draft.cue.first;
  const Sentence& sentence = source.sentence(cue);
  const bool is_inside = draft.content.front().first > cue &&
                         cue > sentence.begin + 1 && source.form(cue - 1) == ",";
  if (!is_inside || draft.entry->type != ReportingClass::kSay) return;
  const std::uint32_t name = NameAfter(source, cue);
  const std::uint32_t mention = name == kNoWord ? kNoWord : source.mention(name);
  if (mention == kNoWord) return;
  const std::uint32_t last = source.analysis.mentions.mentions[mention].last_word;
  if (last + 1 >= sentence.end || source.form(last + 1) != ",") return;
  draft.speaker = name;
  draft.is_negated = false;  // whatever the word before the comma is, it does not speak
  draft.content = Without(draft.content, {{cue, last + 1}});
  draft.content = Union({{sentence.begin, cue - 2}}, draft.content);
}

}  // namespace

void RepairDrafts(const StatementSource& source, std::vector<StatementDraft>& drafts) {
  for (StatementDraft& draft : drafts) {
    if (!draft.has_cue() || draft.content.empty()) continue;
    const bool is_verb = draft.entry->kind == ReportingKind::kVerb;
    if (is_verb) CutAtQuotation(source, draft);
    if (draft.content.empty()) continue;
    if (is_verb) {
      DropEarlierClause(source, draft);
      if (draft.content.empty()) continue;
      TakeInversion(source, draft);
      FindSpeaker(source, draft);
      StretchToStart(source, draft);
    }
    if (draft.content.front().first > draft.cue.first) {
      FillHoles(source, draft);
      if (is_verb) TakeObject(source, draft);
      TakeConjuncts(source, draft);
      CutAtSemicolon(source, draft);
    }
  }
}

}  // namespace entente
