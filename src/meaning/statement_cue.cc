#include "meaning/statement_cue.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "meaning/statement_speaker.h"

namespace entente {
namespace {

bool IsWithinQuotation(const StatementSource& source, std::uint32_t word,
                       std::uint32_t cue) {
  return source.quotes.at[word] != QuotationTable::kNone &&
         source.quotes.at[word] != source.quotes.at[cue];
}

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

bool HasSubject(const StatementSource& source, std::uint32_t verb) {
  return source.tree().ChildBy(verb, Relation::kNsubj) != kNoWord;
}

bool HasMark(const StatementSource& source, std::uint32_t word,
             std::string_view lemma) {
  for (const std::uint32_t child : source.tree().children(word)) {
    const Relation relation = source.relation(child);
    if ((relation == Relation::kMark || relation == Relation::kAdvmod) &&
        source.lemma(child) == lemma) {
      return true;
    }
  }
  return false;
}

bool HasColonBetween(const StatementSource& source, std::uint32_t first,
                     std::uint32_t last) {
  for (std::uint32_t word = first; word < last; ++word) {
    if (source.form(word) == ":") return true;
  }
  return false;
}

// Does this dependent of a reporting word hold what is reported?
bool IsReported(const StatementSource& source, std::uint32_t cue, std::uint32_t child,
                const ReportingWord& entry) {
  const bool is_quoted = IsWithinQuotation(source, child, cue);
  switch (source.relation(child)) {
    case Relation::kCcomp: {
      if (is_quoted) return true;
      if (entry.type == ReportingClass::kQuote) return false;
      if (IsFinite(source, child)) return true;
      const bool is_said = entry.type == ReportingClass::kSay ||
                           entry.type == ReportingClass::kTell ||
                           entry.type == ReportingClass::kDeny;
      // Headlines leave the verb out: "says Russia ready".
      return is_said && !HasMark(source, child, "to") &&
             source.xpos(child) != Xpos::kVbg;
    }
    case Relation::kXcomp:
      return is_quoted || (entry.takes_infinitive && HasMark(source, child, "to") &&
                           source.upos(child) != Upos::kAdj);
    case Relation::kCsubj:
    case Relation::kCsubjPass:
      return child > cue && source.tree().ChildBy(cue, Relation::kExpl) != kNoWord &&
             IsFinite(source, child);
    case Relation::kParataxis:
    case Relation::kDep:
      return child > cue && (is_quoted || (HasColonBetween(source, cue, child) &&
                                           IsFinite(source, child)));
    case Relation::kObj:
      return is_quoted &&
             (IsFinite(source, child) || child < cue ||
              source.relation(child) == Relation::kObj) &&
             source.quotes.at[child] != QuotationTable::kNone &&
             source.quotes.quotations[source.quotes.at[child]].first_word <=
                 source.tree().leftmost(child) + 1;
    default:
      return false;
  }
}

// "Recipients, said Mauer, are required": the cue hangs inside what it reports. Also
// "as officials said".
std::vector<WordRange> SurroundingContent(const StatementSource& source,
                                          std::uint32_t verb,
                                          const ReportingWord& entry) {
  const std::uint32_t host = source.head(verb);
  const bool takes_clause =
      entry.type == ReportingClass::kSay || entry.type == ReportingClass::kTell ||
      entry.type == ReportingClass::kQuote || entry.type == ReportingClass::kThink;
  if (host == kNoWord || !takes_clause || !HasSubject(source, verb)) return {};
  const bool interrupts = source.relation(verb) == Relation::kParataxis && host != verb;
  const bool is_aside = source.relation(verb) == Relation::kAdvcl &&
                        HasMark(source, verb, "as") &&
                        entry.type != ReportingClass::kThink;
  if (!interrupts && !is_aside) return {};
  for (const std::uint32_t child : source.tree().children(verb)) {
    // It has an object of its own: "he told reporters" may, "he said a few words" is no
    // cue.
    if (source.relation(child) == Relation::kObj &&
        entry.type != ReportingClass::kTell) {
      return {};
    }
  }
  return Without(Subtree(source, host), Subtree(source, verb));
}

// The reporting clause's own words, without what it reports.
std::vector<WordRange> ContentOf(const StatementSource& source, std::uint32_t cue,
                                 const ReportingWord& entry) {
  std::vector<WordRange> content;
  for (const std::uint32_t child : source.tree().children(cue)) {
    if (!IsReported(source, cue, child, entry)) continue;
    if (!content.empty() && source.relation(child) == Relation::kObj) continue;
    content = Union(std::move(content), Subtree(source, child));
  }
  return content;
}

std::string WithParticle(const StatementSource& source, std::uint32_t word) {
  const std::uint32_t particle = source.tree().ChildBy(word, Relation::kCompoundPrt);
  if (particle == kNoWord) return {};
  return StrCat(source.lemma(word), " ", source.lemma(particle));
}

void FindVerb(const StatementSource& source, std::uint32_t word,
              std::vector<StatementDraft>& drafts) {
  const ReportingWord* entry = VerbEntry(source, word);
  if (entry == nullptr || entry->type == ReportingClass::kGive) return;
  std::vector<WordRange> content = ContentOf(source, word, *entry);
  if (content.empty()) content = SurroundingContent(source, word, *entry);
  content = Without(content, {{word, word}});
  if (content.empty()) return;
  StatementDraft draft = DraftOfVerb(source, word, *entry);
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
    const Relation relation = source.relation(child);
    const bool is_clause = relation == Relation::kAcl || relation == Relation::kCcomp;
    if (!is_clause || child < word || !HasMark(source, child, "that") ||
        !IsFinite(source, child)) {
      continue;
    }
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
  if (entry == nullptr) return;
  const std::uint32_t clause = source.tree().ChildBy(word, Relation::kCcomp);
  if (clause == kNoWord || clause < word || !IsFinite(source, clause)) return;
  const Voices voices = VoicesOfVerb(source, word, *entry);
  if (voices.speaker == kNoWord) return;
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
  if (MentionOf(source, word) != kNoWord) return true;
  const Upos tag = source.upos(word);
  if (tag == Upos::kPropn || tag == Upos::kPron) return true;
  return source.lexicon.Find(ReportingKind::kSource, source.lemma(word)) != nullptr;
}

bool IsClauseHead(const StatementSource& source, std::uint32_t word) {
  return source.upos(word) == Upos::kVerb || IsFinite(source, word) ||
         HasSubject(source, word) ||
         source.tree().ChildBy(word, Relation::kNsubjPass) != kNoWord;
}

// "According to X, ...": `last` is the "to".
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
  std::uint32_t host =
      source.head(speaker) == first ? source.head(first) : source.head(speaker);
  for (int step = 0; step < 6 && host != kNoWord && !IsClauseHead(source, host);
       ++step) {
    if (source.head(host) == kNoWord) break;
    host = source.head(host);
  }
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
    const bool is_dash = (form == "-" || form == "\u2013" || form == "\u2014") &&
                         end - word - 1 <= kLongestName;
    if (!is_colon && !is_dash) continue;
    const ReportingWord* entry =
        source.lexicon.Find(ReportingKind::kPhrase, is_colon ? ":" : "-");
    const std::uint32_t speaker = is_colon
                                      ? MentionFilling(source, sentence.begin, word - 1)
                                      : MentionFilling(source, word + 1, end - 1);
    if (entry == nullptr || speaker == kNoWord) continue;
    StatementDraft draft;
    draft.entry = entry;
    draft.cue = {word, word};
    draft.content = is_colon ? std::vector<WordRange>{{word + 1, end - 1}}
                             : std::vector<WordRange>{{sentence.begin, word - 1}};
    draft.speaker = speaker;
    drafts.push_back(std::move(draft));
    return;
  }
}

}  // namespace

const ReportingWord* VerbEntry(const StatementSource& source, std::uint32_t word) {
  if (source.upos(word) != Upos::kVerb || source.relation(word) == Relation::kAmod) {
    return nullptr;
  }
  const std::string phrasal = WithParticle(source, word);
  if (!phrasal.empty()) {
    const ReportingWord* entry = source.lexicon.Find(ReportingKind::kVerb, phrasal);
    if (entry != nullptr) return entry;
  }
  return source.lexicon.Find(ReportingKind::kVerb, source.lemma(word));
}

StatementDraft DraftOfVerb(const StatementSource& source, std::uint32_t verb,
                           const ReportingWord& entry) {
  StatementDraft draft;
  draft.entry = &entry;
  draft.cue = {verb, verb};
  const Voices voices = VoicesOfVerb(source, verb, entry);
  draft.speaker = voices.speaker;
  draft.addressee = voices.addressee;
  draft.time_from = verb;
  draft.is_negated = entry.type == ReportingClass::kDeny || IsNegated(source, verb);
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
    if (!is_told) FindColon(source, sentence, drafts);
  }
}

}  // namespace entente
