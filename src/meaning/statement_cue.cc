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

// "explained how it works", "knows what they want": the question word heads the clause.
bool IsFreeRelative(const StatementSource& source, std::uint32_t word) {
  const Xpos tag = source.xpos(word);
  if (tag != Xpos::kWp && tag != Xpos::kWdt && tag != Xpos::kWrb) return false;
  for (const std::uint32_t child : source.tree().children(word)) {
    const Relation relation = source.relation(child);
    const bool is_clause = relation == Relation::kAclRelcl ||
                           relation == Relation::kAdvclRelcl ||
                           relation == Relation::kAcl || relation == Relation::kAdvcl;
    if (is_clause && (IsFinite(source, child) || HasMark(source, child, "to"))) {
      return true;
    }
  }
  return IsFinite(source, word);
}

// "how to write", "what to do": a question without a finite verb.
bool IsOpenQuestion(const StatementSource& source, std::uint32_t clause) {
  const Xpos first = source.xpos(source.tree().leftmost(clause));
  return HasMark(source, clause, "to") &&
         (first == Xpos::kWp || first == Xpos::kWdt || first == Xpos::kWrb);
}

// A clause under a noun that "that" begins without standing for the noun: no relative
// one, whatever the tree calls it.
bool IsThatClause(const StatementSource& source, std::uint32_t clause) {
  const Relation relation = source.relation(clause);
  const bool is_clause = relation == Relation::kAcl ||
                         relation == Relation::kAclRelcl ||
                         relation == Relation::kCcomp;
  if (!is_clause || clause < source.head(clause)) return false;
  for (const std::uint32_t child : source.tree().children(clause)) {
    if (source.relation(child) == Relation::kMark && source.lemma(child) == "that") {
      return true;
    }
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
      if (IsFinite(source, child) || IsOpenQuestion(source, child) ||
          HasMark(source, child, "that")) {
        return true;
      }
      const bool is_said = entry.type == ReportingClass::kSay ||
                           entry.type == ReportingClass::kTell ||
                           entry.type == ReportingClass::kDeny;
      // Headlines leave the verb out: "says Russia ready".
      return is_said && !HasMark(source, child, "to") &&
             source.xpos(child) != Xpos::kVbg;
    }
    case Relation::kXcomp:
      return (is_quoted && IsFinite(source, child)) ||
             (entry.takes_infinitive && source.upos(child) == Upos::kVerb &&
              (HasMark(source, child, "to") || source.xpos(child) == Xpos::kVbg));
    case Relation::kCsubj:
    case Relation::kCsubjPass:
      return child > cue && source.tree().ChildBy(cue, Relation::kExpl) != kNoWord &&
             IsFinite(source, child);
    case Relation::kParataxis:
    case Relation::kDep:
      return child > cue && (is_quoted || (HasColonBetween(source, cue, child) &&
                                           IsFinite(source, child)));
    case Relation::kObj:
    case Relation::kAdvmod:
      if (IsFreeRelative(source, child)) return child > cue;
      return is_quoted && source.relation(child) == Relation::kObj &&
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
  if (entry.type == ReportingClass::kQuote && !IsWithinQuotation(source, host, verb)) {
    return {};
  }
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

// What hangs beside the reported clause rather than in it: "; that is how it is".
// Nothing inside quotation marks does.
std::vector<WordRange> Beside(const StatementSource& source, std::uint32_t clause,
                              std::uint32_t cue) {
  std::vector<WordRange> beside;
  for (const std::uint32_t child : source.tree().children(clause)) {
    const bool is_aside = source.relation(child) == Relation::kParataxis;
    // "said A, and said B": the second cue is coordinated with the first.
    const bool is_next_cue = source.relation(child) == Relation::kConj &&
                             !HasSubject(source, child) &&
                             VerbEntry(source, child) != nullptr &&
                             source.tree().ChildBy(child, Relation::kCcomp) != kNoWord;
    if ((is_aside || is_next_cue) && child > clause &&
        !IsWithinQuotation(source, clause, cue) &&
        !IsWithinQuotation(source, child, cue)) {
      beside = Union(std::move(beside), Subtree(source, child));
    }
  }
  return beside;
}

// The words of a reported clause. Of one that is torn apart by its cue ("How many do
// you think there are") the piece with its head stays, unless it is a quotation
// interrupted.
std::vector<WordRange> Reported(const StatementSource& source, std::uint32_t clause,
                                std::uint32_t cue) {
  const std::vector<WordRange> whole =
      Without(Subtree(source, clause), Beside(source, clause, cue));
  if (whole.size() < 2) return whole;
  std::vector<WordRange> kept;
  for (const WordRange range : whole) {
    const bool is_torn_off = clause > cue && range.last < cue;
    if (!is_torn_off || IsWithinQuotation(source, range.last, cue))
      kept.push_back(range);
  }
  return kept;
}

// "told reporters that it was over": the clause that the tree hangs from the hearer.
std::uint32_t ClauseAtHearer(const StatementSource& source, std::uint32_t cue,
                             const ReportingWord& entry) {
  if (entry.type != ReportingClass::kTell && entry.type != ReportingClass::kAct) {
    return kNoWord;
  }
  for (const std::uint32_t hearer : source.tree().children(cue)) {
    const Relation relation = source.relation(hearer);
    const bool is_hearer = relation == Relation::kIobj || relation == Relation::kObj;
    if (!is_hearer || hearer < cue) continue;
    for (const std::uint32_t child : source.tree().children(hearer)) {
      if (IsThatClause(source, child)) return child;
    }
  }
  return kNoWord;
}

// The words that a reporting word governs.
std::vector<WordRange> ContentOf(const StatementSource& source, std::uint32_t cue,
                                 const ReportingWord& entry) {
  std::vector<WordRange> content;
  for (const std::uint32_t child : source.tree().children(cue)) {
    if (!IsReported(source, cue, child, entry)) continue;
    if (!content.empty() && source.relation(child) == Relation::kObj) continue;
    content = Union(std::move(content), Reported(source, child, cue));
  }
  if (content.empty()) {
    const std::uint32_t clause = ClauseAtHearer(source, cue, entry);
    if (clause != kNoWord) content = Reported(source, clause, cue);
  }
  return content;
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
