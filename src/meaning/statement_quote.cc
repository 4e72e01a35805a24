#include "meaning/statement_quote.h"

#include <algorithm>
#include <optional>

#include "meaning/statement_clause.h"
#include "meaning/statement_comma.h"
#include "meaning/statement_cue.h"
#include "meaning/statement_speaker.h"

namespace entente {
namespace {

constexpr std::uint32_t kLongestGap = 16;  // words between a quotation and its cue
constexpr std::size_t kDraftsLookedBack = 64;

class QuotationAttacher {
 public:
  QuotationAttacher(const StatementSource& source, std::vector<StatementDraft>& drafts)
      : source_(source), drafts_(drafts) {}

  void Run() {
    for (std::uint32_t index = 0; index < source_.quotes.quotations.size(); ++index) {
      Attach(index);
    }
  }

 private:
  void Attach(std::uint32_t index);
  bool Extend(std::uint32_t index, WordRange words);
  bool AttachToVerb(std::uint32_t index, WordRange words);
  bool Continue(std::uint32_t index, WordRange words);
  bool Introduce(std::uint32_t index, WordRange words);
  bool Float(std::uint32_t index, WordRange words);

  std::uint32_t VerbBefore(WordRange words) const;
  std::uint32_t VerbAfter(WordRange words) const;
  const ReportingWord* EntryAfter(std::uint32_t verb) const;
  StatementDraft* DraftAt(std::uint32_t verb);
  bool IsSpeech(WordRange words) const;
  bool FillsSentences(WordRange words) const;
  bool IsWholeBefore(std::uint32_t head, std::uint32_t end) const;
  std::uint32_t SubjectOfSentence(std::uint32_t word) const;
  std::uint32_t Previous(
      std::uint32_t word) const;  // last word before that is no punctuation
  void Insert(StatementDraft draft);

  // Drafts near a word: those whose cues lie within a bounded number before and after
  // it.
  std::pair<std::size_t, std::size_t> Near(WordRange words) const;

  const StatementSource& source_;
  std::vector<StatementDraft>& drafts_;
};

std::uint32_t PositionOf(const StatementDraft& draft) {
  return draft.has_cue() ? draft.cue.first : draft.content.front().first;
}

std::pair<std::size_t, std::size_t> QuotationAttacher::Near(WordRange words) const {
  const auto after =
      std::upper_bound(drafts_.begin(), drafts_.end(), words.last,
                       [](std::uint32_t word, const StatementDraft& draft) {
                         return word < PositionOf(draft);
                       });
  const auto at = static_cast<std::size_t>(after - drafts_.begin());
  const std::size_t first = at > kDraftsLookedBack ? at - kDraftsLookedBack : 0;
  return {first, std::min(drafts_.size(), at + 4)};
}

void QuotationAttacher::Insert(StatementDraft draft) {
  const auto at = std::upper_bound(drafts_.begin(), drafts_.end(), PositionOf(draft),
                                   [](std::uint32_t word, const StatementDraft& other) {
                                     return word < PositionOf(other);
                                   });
  drafts_.insert(at, std::move(draft));
}

std::uint32_t QuotationAttacher::Previous(std::uint32_t word) const {
  while (word > 0) {
    --word;
    if (!source_.is_punct(word)) return word;
  }
  return kNoWord;
}

StatementDraft* QuotationAttacher::DraftAt(std::uint32_t verb) {
  for (StatementDraft& draft : drafts_) {
    if (draft.cue.first == verb) return &draft;
    if (draft.has_cue() && draft.cue.first > verb) break;
  }
  return nullptr;
}

// A statement whose content already has words of this quotation takes all of it.
bool QuotationAttacher::Extend(std::uint32_t index, WordRange words) {
  const auto [first, last] = Near(words);
  std::size_t best = SIZE_MAX;
  for (std::size_t at = first; at < last; ++at) {
    const StatementDraft& draft = drafts_[at];
    const bool is_inside = draft.has_cue() && draft.cue.first >= words.first &&
                           draft.cue.last <= words.last;
    if (is_inside || !Intersects(draft.content, words)) continue;
    // The innermost cue holds the quotation: the later one where it follows its cue.
    if (best == SIZE_MAX || !Intersects(drafts_[best].content, draft.cue)) {
      if (best != SIZE_MAX) continue;
    }
    best = at;
  }
  if (best == SIZE_MAX) return false;
  StatementDraft& draft = drafts_[best];
  const bool is_whole = Without({words}, draft.content).empty();
  if (!is_whole) draft.content = Union(std::move(draft.content), {words});
  draft.quotation = index;
  return true;
}

bool QuotationAttacher::IsSpeech(WordRange words) const {
  std::uint32_t count = 0;
  bool has_verb = false;
  for (std::uint32_t word = words.first; word <= words.last; ++word) {
    if (source_.is_punct(word)) continue;
    ++count;
    const Xpos tag = source_.xpos(word);
    // "Hold the line": an order begins with its verb.
    const bool is_order = word == words.first && tag == Xpos::kVb;
    has_verb = has_verb || is_order || tag == Xpos::kVbd || tag == Xpos::kVbz ||
               tag == Xpos::kVbp || tag == Xpos::kMd;
  }
  return count >= 2 && (has_verb || count >= 8);
}

std::uint32_t QuotationAttacher::VerbBefore(WordRange words) const {
  const std::uint32_t begin = source_.sentence(words.first).begin;
  std::uint32_t gap = 0;
  for (std::uint32_t word = words.first; word > begin && gap < kLongestGap; ++gap) {
    --word;
    if (source_.quotes.at[word] != QuotationTable::kNone) return kNoWord;
    if (VerbEntry(source_, word) == nullptr) {
      const bool is_barrier =
          source_.upos(word) == Upos::kVerb && gap > 0 && IsFinite(source_, word);
      if (is_barrier) return kNoWord;
      continue;
    }
    return word;
  }
  return kNoWord;
}

std::uint32_t QuotationAttacher::VerbAfter(WordRange words) const {
  const std::uint32_t next = words.last + 1;
  if (next >= source_.size()) return kNoWord;
  // The clause that names the speaker stands in the same sentence, or the sentence
  // splitter took the mark for an end.
  const std::uint32_t end = source_.sentence(next).end;
  // `... as "fiction" and said`: coordinated with what it stands in.
  const std::uint32_t outside = std::min(next + 1, end - 1);
  if (source_.upos(outside) == Upos::kCconj) return kNoWord;
  std::uint32_t gap = 0;
  for (std::uint32_t word = next; word < end && gap < kLongestGap; ++word, ++gap) {
    if (source_.quotes.paragraph[word] != source_.quotes.paragraph[words.last])
      return kNoWord;
    if (source_.quotes.at[word] != QuotationTable::kNone) return kNoWord;
    if (source_.form(word) == "." || source_.form(word) == ";") return kNoWord;
    if (source_.upos(word) != Upos::kVerb) continue;
    const bool is_participle =
        word != next && source_.relation(word) == Relation::kAmod;
    if (is_participle && EntryAfter(word) == nullptr) continue;
    return EntryAfter(word) != nullptr ? word : kNoWord;
  }
  return kNoWord;
}

// The entry of a verb after a quotation. `"...," countered the mayor`: right after the
// mark a participle before a noun is a verb before its subject.
const ReportingWord* QuotationAttacher::EntryAfter(std::uint32_t verb) const {
  const ReportingWord* entry = VerbEntry(source_, verb);
  const bool is_misread = entry == nullptr && verb > 0 &&
                          source_.quotes.is_mark[verb - 1] != 0 &&
                          source_.relation(verb) == Relation::kAmod;
  if (!is_misread) return entry;
  return source_.lexicon.Find(ReportingKind::kVerb, source_.lemma(verb));
}

// The nearest reporting verb before or after the quotation, in reach.
bool QuotationAttacher::AttachToVerb(std::uint32_t index, WordRange words) {
  const bool is_introduced =
      words.first >= 2 &&
      (source_.form(words.first - 2) == ":" || source_.form(words.first - 2) == ",");
  const std::uint32_t before = VerbBefore(words);
  const std::uint32_t after = VerbAfter(words);
  std::uint32_t verb = after;
  if (before != kNoWord && (is_introduced || after == kNoWord)) verb = before;
  if (verb == kNoWord) return false;
  const ReportingWord* entry = EntryAfter(verb);
  if (entry->type == ReportingClass::kGive) return false;
  const bool is_sense =
      entry->type == ReportingClass::kKnow || entry->type == ReportingClass::kShow;
  if (StatementDraft* draft = DraftAt(verb)) {
    // "A," he said, "B": one statement; but a cue that already reports something near
    // it takes a quotation only on the other side or next to what it has.
    draft->content = Union(std::move(draft->content), {words});
    draft->quotation = index;
    return true;
  }
  if (is_sense && !IsSpeech(words)) return false;
  const bool is_beside = is_introduced && verb == before;
  if (!is_beside && verb != words.last + 2 && !IsSpeech(words)) return false;
  StatementDraft draft = DraftOfVerb(source_, verb, *entry);
  draft.content = {words};
  draft.quotation = index;
  Insert(std::move(draft));
  return true;
}

// `"A," he said. "B."`: the same voice goes on.
bool QuotationAttacher::Continue(std::uint32_t index, WordRange words) {
  const std::uint32_t previous = Previous(words.first);
  if (previous == kNoWord || !IsSpeech(words) ||
      source_.quotes.paragraph[previous] != source_.quotes.paragraph[words.first]) {
    return false;
  }
  const auto [first, last] = Near(words);
  const std::uint32_t sentence = source_.sentence_of[previous];
  for (std::size_t at = last; at-- > first;) {
    StatementDraft& draft = drafts_[at];
    if (draft.quotation == QuotationTable::kNone || draft.quotation == index) continue;
    const std::uint32_t end =
        std::max(draft.content.back().last, draft.has_cue() ? draft.cue.last : 0);
    if (end > previous || source_.sentence_of[end] != sentence) continue;
    if (source_.sentence_of[words.first] == sentence) {
      draft.content = Union(std::move(draft.content), {words});
      draft.quotation = index;
      return true;
    }
    StatementDraft next;
    next.entry = source_.lexicon.Find(ReportingKind::kPhrase, "\"\"");
    if (next.entry == nullptr) return false;
    next.content = {words};
    next.speaker = draft.speaker;
    next.takes_previous_speaker = draft.speaker == kNoWord;
    next.quotation = index;
    Insert(std::move(next));
    return true;
  }
  return false;
}

std::uint32_t QuotationAttacher::SubjectOfSentence(std::uint32_t word) const {
  const Sentence& sentence = source_.sentence(word);
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (source_.head(at) != kNoWord) continue;
    for (const Relation relation : {Relation::kNsubj, Relation::kNsubjPass}) {
      const std::uint32_t subject = source_.tree().ChildBy(at, relation);
      if (subject != kNoWord) return subject;
    }
  }
  return kNoWord;
}

bool QuotationAttacher::FillsSentences(WordRange words) const {
  const std::uint32_t begin = source_.sentence(words.first).begin;
  const std::uint32_t end = source_.sentence(words.last).end;
  for (std::uint32_t word = begin; word < words.first; ++word) {
    if (!source_.is_punct(word)) return false;
  }
  for (std::uint32_t word = words.last + 1; word < end; ++word) {
    if (!source_.is_punct(word)) return false;
  }
  return true;
}

// Is the mention with this head all that stands between its paragraph's begin and
// `end`?
bool QuotationAttacher::IsWholeBefore(std::uint32_t head, std::uint32_t end) const {
  const std::uint32_t index = source_.mention(head);
  if (index == kNoWord) return false;
  const std::uint32_t first = source_.analysis.mentions.mentions[index].first_word;
  const std::uint32_t before = Previous(first);
  return source_.sentence(end).begin >= first || before == kNoWord ||
         source_.quotes.paragraph[before] != source_.quotes.paragraph[first];
}

// `The minister was blunt: "..."`
bool QuotationAttacher::Introduce(std::uint32_t index, WordRange words) {
  if (words.first < 2 || source_.form(words.first - 2) != ":" || !IsSpeech(words))
    return false;
  const ReportingWord* entry = source_.lexicon.Find(ReportingKind::kPhrase, ":");
  const std::uint32_t previous = Previous(words.first);
  if (entry == nullptr || previous == kNoWord) return false;
  StatementDraft draft;
  draft.entry = entry;
  draft.cue = {words.first - 2, words.first - 2};
  draft.content = {words};
  // `Minister Ana Lee: "..."`, else "The minister was blunt:".
  draft.speaker = NameBefore(source_, words.first - 2).head;
  if (draft.speaker == kNoWord || !IsWholeBefore(draft.speaker, words.first - 2))
    draft.speaker = SubjectOfSentence(previous);
  draft.time_from = draft.speaker == kNoWord ? kNoWord : source_.head(draft.speaker);
  draft.quotation = index;
  Insert(std::move(draft));
  return true;
}

// A quotation that is sentences of its own: whoever the sentence before is about or
// whoever spoke last.
bool QuotationAttacher::Float(std::uint32_t index, WordRange words) {
  if (!IsSpeech(words) || !FillsSentences(words)) return false;
  const ReportingWord* entry = source_.lexicon.Find(ReportingKind::kPhrase, "\"\"");
  if (entry == nullptr) return false;
  StatementDraft draft;
  draft.entry = entry;
  draft.content = {words};
  draft.quotation = index;
  const std::uint32_t previous = Previous(words.first);
  const bool is_same_paragraph =
      previous != kNoWord &&
      source_.quotes.paragraph[previous] == source_.quotes.paragraph[words.first];
  if (is_same_paragraph) {
    const std::uint32_t subject = SubjectOfSentence(previous);
    const std::uint32_t mention =
        subject == kNoWord ? kNoWord : MentionOf(source_, subject);
    const bool is_told =
        std::any_of(drafts_.begin(), drafts_.end(), [&](const auto& other) {
          return other.has_cue() &&
                 source_.sentence_of[other.cue.first] == source_.sentence_of[previous];
        });
    if (!is_told && mention != kNoWord) draft.speaker = subject;
  }
  draft.takes_previous_speaker = draft.speaker == kNoWord;
  Insert(std::move(draft));
  return true;
}

void QuotationAttacher::Attach(std::uint32_t index) {
  const Quotation& quotation = source_.quotes.quotations[index];
  const WordRange words{quotation.first_word, quotation.last_word};
  const BlockKind block = source_.block(words.first);
  if (block == BlockKind::kByline || block == BlockKind::kCredit) return;
  if (Extend(index, words)) return;
  if (quotation.is_single && !IsSpeech(words)) return;
  if (AttachToVerb(index, words)) return;
  if (Continue(index, words)) return;
  if (Introduce(index, words)) return;
  (void)Float(index, words);  // what no step takes is no speech
}

}  // namespace

void AttachQuotations(const StatementSource& source,
                      std::vector<StatementDraft>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const StatementDraft& a, const StatementDraft& b) {
                     return PositionOf(a) < PositionOf(b);
                   });
  QuotationAttacher(source, drafts).Run();
}

}  // namespace entente
