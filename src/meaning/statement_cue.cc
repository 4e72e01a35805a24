#include "meaning/statement_cue.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "meaning/statement_clause.h"
#include "meaning/statement_comma.h"
#include "meaning/statement_speaker.h"

namespace entente {
namespace {

bool IsNegated(const StatementSource& source, std::uint32_t verb) {
  for (const std::uint32_t child : source.tree().children(verb)) {
    if (source.relation(child) != Relation::kAdvmod) continue;
    const std::string_view lemma = source.lemma(child);
    const std::string_view form = source.form(child);
    if (lemma == "not" || lemma == "never" || form == "n't" || form == "n\u2019t")
      return true;
  }
  return false;
}

// "Nobody says that".
bool IsNobody(std::string_view form) {
  const std::string lower = AsciiLower(form);
  return lower == "nobody" || lower == "none" || lower == "neither";
}

// Beliefs are people's: "this means that" is nobody's thought.
bool MayThink(const StatementSource& source, std::uint32_t subject) {
  if (subject == kNoWord || MentionOf(source, subject) != kNoWord) return true;
  const std::string form = AsciiLower(source.form(subject));
  for (const std::string_view thing :
       {"it", "this", "that", "these", "which", "there"}) {
    if (form == thing) return false;
  }
  return true;
}

void FindVerb(const StatementSource& source, std::uint32_t word,
              std::vector<StatementDraft>& drafts) {
  const ReportingWord* entry = VerbEntry(source, word);
  if (entry == nullptr || entry->type == ReportingClass::kGive) return;
  std::vector<WordRange> content = ReportedBy(source, word, *entry);
  StatementDraft draft = DraftOfVerb(source, word, *entry);
  if (content.empty()) {
    CommaSpeech speech = SpeechBeforeComma(source, word, *entry);
    content = std::move(speech.content);
    if (!content.empty()) draft.speaker = speech.speaker;
  }
  if (content.empty()) return;
  const bool is_thought =
      entry->type == ReportingClass::kThink || entry->type == ReportingClass::kKnow;
  if (is_thought && !MayThink(source, draft.speaker)) return;
  draft.content = std::move(content);
  drafts.push_back(std::move(draft));
}

// "the claim that", "fears that", "His view is that".
void FindNoun(const StatementSource& source, std::uint32_t word,
              std::vector<StatementDraft>& drafts) {
  const ReportingWord* entry =
      source.lexicon.Find(ReportingKind::kNoun, source.lemma(word));
  if (entry == nullptr) return;
  for (const std::uint32_t child : source.tree().children(word)) {
    if (!IsThatClause(source, child)) continue;
    StatementDraft draft;
    draft.entry = entry;
    draft.cue = {word, word};
    draft.content = Subtree(source, child);
    draft.speaker = SpeakerOfNoun(source, word);
    draft.time_from = word;
    draft.is_negated = entry->type == ReportingClass::kDeny;
    drafts.push_back(std::move(draft));
    return;
  }
}

// "confident that", "clear that".
void FindAdjective(const StatementSource& source, std::uint32_t word,
                   std::vector<StatementDraft>& drafts) {
  const ReportingWord* entry =
      source.lexicon.Find(ReportingKind::kAdjective, source.lemma(word));
  // A participle's lemma may be its verb's: "disappointed that".
  if (entry == nullptr && source.xpos(word) == Xpos::kJj) {
    entry = source.lexicon.Find(ReportingKind::kAdjective, source.form(word));
  }
  if (entry == nullptr) return;
  const std::uint32_t clause = source.tree().ChildBy(word, Relation::kCcomp);
  if (clause == kNoWord || clause < word || !IsFinite(source, clause)) return;
  const Voices voices = VoicesOfVerb(source, word, *entry);
  // "made it clear that" has no speaker for a subject.
  if (voices.speaker == kNoWord || AsciiLower(source.form(voices.speaker)) == "it")
    return;
  StatementDraft draft;
  draft.entry = entry;
  draft.cue = {word, word};
  draft.content = Subtree(source, clause);
  draft.speaker = voices.speaker;
  draft.time_from = word;
  draft.is_negated = IsNegated(source, word);
  drafts.push_back(std::move(draft));
}

// May "according to" name this as the one who says so? Not "according to plan".
bool MaySpeak(const StatementSource& source, std::uint32_t word) {
  const ReportingWord* noun =
      source.lexicon.Find(ReportingKind::kSource, source.lemma(word));
  return noun == nullptr || noun->type != ReportingClass::kMeasure;
}

bool IsClauseHead(const StatementSource& source, std::uint32_t word) {
  return source.upos(word) == Upos::kVerb || IsFinite(source, word) ||
         HasSubject(source, word) ||
         source.tree().ChildBy(word, Relation::kNsubjPass) != kNoWord;
}

// The head of the clause that the phrase below `below` is about. Set off at an end of
// the sentence it is about all of it.
std::uint32_t HostOf(const StatementSource& source, std::uint32_t phrase,
                     std::uint32_t below) {
  const Sentence& sentence = source.sentence(phrase);
  std::uint32_t last = std::max(source.tree().rightmost(below), below);
  while (last + 1 < sentence.end && source.is_punct(last + 1)) ++last;
  const bool is_set_off = last + 1 == sentence.end && phrase > sentence.begin &&
                          source.form(phrase - 1) == ",";
  std::uint32_t host = source.head(below);
  for (int step = 0; step < 8 && host != kNoWord; ++step) {
    const std::uint32_t up = source.head(host);
    const bool is_clause = IsClauseHead(source, host);
    const bool is_part = is_set_off && source.relation(host) != Relation::kAclRelcl;
    if (up == kNoWord || (is_clause && !is_part)) break;
    host = up;
  }
  return host;
}

// "According to X, ...": `first` is the "according".
void FindPhrase(const StatementSource& source, std::uint32_t first,
                std::vector<StatementDraft>& drafts) {
  if (first + 1 >= source.size() || source.lemma(first + 1) != "to") return;
  const std::string phrase = StrCat(AsciiLower(source.form(first)), " to");
  const ReportingWord* entry = source.lexicon.Find(ReportingKind::kPhrase, phrase);
  if (entry == nullptr) return;
  std::uint32_t speaker = source.head(first);
  if (speaker != kNoWord && speaker < first) {
    // Read as a verb or adverb of its own: the phrase after it hangs below.
    speaker = kNoWord;
  }
  if (speaker == kNoWord) {
    for (const std::uint32_t child : source.tree().children(first)) {
      if (Universal(source.relation(child)) == Relation::kObl) speaker = child;
    }
  }
  if (speaker == kNoWord || !MaySpeak(source, speaker)) return;
  const std::uint32_t below = source.head(speaker) == first ? first : speaker;
  const std::uint32_t host = HostOf(source, first, below);
  if (host == kNoWord) return;
  StatementDraft draft;
  draft.entry = entry;
  draft.cue = {first, first + 1};
  std::vector<WordRange> aside = Union(Subtree(source, speaker), {draft.cue});
  draft.content = Without(Subtree(source, host), aside);
  draft.speaker = speaker;
  draft.time_from = speaker;
  if (!draft.content.empty()) drafts.push_back(std::move(draft));
}

bool IsSpeaker(const StatementSource& source, std::uint32_t mention) {
  const ActorKind kind = source.analysis.mentions.mentions[mention].kind;
  return kind == ActorKind::kPerson || kind == ActorKind::kOrganisation ||
         kind == ActorKind::kRole || kind == ActorKind::kGroup;
}

// The mention that fills the words first..last, if it can speak.
std::uint32_t MentionFilling(const StatementSource& source, std::uint32_t first,
                             std::uint32_t last) {
  for (std::uint32_t word = first; word <= last; ++word) {
    const std::uint32_t index = source.mention(word);
    if (index == kNoWord) continue;
    const Mention& mention = source.analysis.mentions.mentions[index];
    if (mention.first_word == first && mention.last_word == last &&
        IsSpeaker(source, index)) {
      return word;
    }
  }
  return kNoWord;
}

void FindColon(const StatementSource& source, const Sentence& sentence,
               std::vector<StatementDraft>& drafts) {
  constexpr std::uint32_t kLongestName = 7;  // words of "Speaker:" and of "- Speaker"
  const std::uint32_t end = sentence.end;
  for (std::uint32_t word = sentence.begin + 1; word + 1 < end; ++word) {
    const std::string_view form = source.form(word);
    const bool is_colon = form == ":" && word - sentence.begin <= kLongestName;
    const bool is_mark = form == "-" || form == "\u2013" || form == "\u2014";
    const bool is_last =
        (is_mark || form == ":") && end - word - 1 <= kLongestName;  // ": Speaker"
    if (!is_colon && !is_last) continue;
    const ReportingWord* entry =
        source.lexicon.Find(ReportingKind::kPhrase, is_mark ? "-" : ":");
    std::uint32_t speaker = kNoWord;
    if (is_colon) speaker = MentionFilling(source, sentence.begin, word - 1);
    const bool is_first = speaker != kNoWord;
    if (!is_first && is_last) speaker = MentionFilling(source, word + 1, end - 1);
    if (entry == nullptr || speaker == kNoWord) continue;
    StatementDraft draft;
    draft.entry = entry;
    draft.cue = {word, word};
    draft.content = is_first ? std::vector<WordRange>{{word + 1, end - 1}}
                             : std::vector<WordRange>{{sentence.begin, word - 1}};
    draft.speaker = speaker;
    drafts.push_back(std::move(draft));
    return;
  }
}

// "X says prices to fall", "Prices to fall, says X": headlines leave out what the tree
// needs to see a clause.
bool FindHeadlineVerb(const StatementSource& source, const Sentence& sentence,
                      std::vector<StatementDraft>& drafts) {
  constexpr std::uint32_t kLeastWords = 3;  // of what is said
  for (std::uint32_t word = sentence.begin + 1; word < sentence.end; ++word) {
    const ReportingWord* entry = VerbEntry(source, word);
    const bool is_said = entry != nullptr && source.xpos(word) != Xpos::kVbn &&
                         (source.lemma(word) == "say" || source.lemma(word) == "warn");
    if (!is_said) continue;
    StatementDraft draft = DraftOfVerb(source, word, *entry);
    std::uint32_t end = sentence.end;
    while (end > word && source.is_punct(end - 1)) --end;
    const NameBeside before = NameBefore(source, word);
    const bool starts = before.head != kNoWord && before.first == sentence.begin;
    if (starts && end > word + kLeastWords) {
      draft.speaker = before.head;
      draft.content = {{word + 1, end - 1}};
    } else {
      std::uint32_t comma = word - 1;
      draft.speaker = NameAfter(source, word);
      if (before.head != kNoWord && before.first > sentence.begin) {
        draft.speaker = before.head;
        comma = before.first - 1;
      }
      if (source.form(comma) != "," || draft.speaker == kNoWord) return false;
      if (comma < sentence.begin + kLeastWords) return false;
      draft.content = {{sentence.begin, comma - 1}};
    }
    drafts.push_back(std::move(draft));
    return true;
  }
  return false;
}

}  // namespace

StatementDraft DraftOfVerb(const StatementSource& source, std::uint32_t verb,
                           const ReportingWord& entry) {
  StatementDraft draft;
  draft.entry = &entry;
  draft.cue = {verb, verb};
  const Voices voices = VoicesOfVerb(source, verb, entry);
  draft.speaker = voices.speaker;
  draft.addressee = voices.addressee;
  draft.time_from = verb;
  draft.is_negated = entry.type == ReportingClass::kDeny || IsNegated(source, verb) ||
                     (draft.speaker != kNoWord && IsNobody(source.form(draft.speaker)));
  return draft;
}

std::vector<StatementDraft> FindCues(const StatementSource& source) {
  std::vector<StatementDraft> drafts;
  for (std::uint32_t word = 0; word < source.size(); ++word) {
    const BlockKind block = source.block(word);
    if (block == BlockKind::kByline || block == BlockKind::kCredit) continue;
    switch (source.upos(word)) {
      case Upos::kVerb:
        if (source.lemma(word) == "accord" || source.lemma(word) == "according") {
          FindPhrase(source, word, drafts);
        } else {
          FindVerb(source, word, drafts);
        }
        break;
      case Upos::kNoun:
        FindNoun(source, word, drafts);
        break;
      case Upos::kAdj:
        FindAdjective(source, word, drafts);
        break;
      case Upos::kAdp:
      case Upos::kAdv:
        if (source.lemma(word) == "according" || source.lemma(word) == "accord") {
          FindPhrase(source, word, drafts);
        }
        break;
      default:
        break;
    }
  }
  return drafts;
}

void FindHeadlineCues(const StatementSource& source,
                      std::vector<StatementDraft>& drafts) {
  for (const Sentence& sentence : source.analysis.tokens->sentences) {
    if (sentence.begin == sentence.end) continue;
    const BlockKind block = source.block(sentence.begin);
    if (block != BlockKind::kHeadline && block != BlockKind::kSummary) continue;
    const bool is_told =
        std::any_of(drafts.begin(), drafts.end(), [&](const auto& draft) {
          return draft.cue.first >= sentence.begin && draft.cue.first < sentence.end;
        });
    if (is_told || FindHeadlineVerb(source, sentence, drafts)) continue;
    FindColon(source, sentence, drafts);
  }
}

}  // namespace entente
