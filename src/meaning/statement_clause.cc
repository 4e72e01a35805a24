#include "meaning/statement_clause.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/strings.h"

namespace entente {
namespace {

bool IsWithinQuotation(const StatementSource& source, std::uint32_t word,
                       std::uint32_t cue) {
  return source.quotes.at[word] != QuotationTable::kNone &&
         source.quotes.at[word] != source.quotes.at[cue];
}

std::string WithParticle(const StatementSource& source, std::uint32_t word) {
  const std::uint32_t particle = source.tree().ChildBy(word, Relation::kCompoundPrt);
  if (particle != kNoWord) {
    return StrCat(source.lemma(word), " ", source.lemma(particle));
  }
  // "shot back from Bangkok", read as an adverb; "as she put it".
  const std::uint32_t next = word + 1;
  if (next >= source.size() || source.head(next) != word) return {};
  const std::string_view lemma = source.lemma(next);
  for (const std::string_view known : {"back", "out", "on", "in", "it"}) {
    if (lemma == known) return StrCat(source.lemma(word), " ", lemma);
  }
  return {};
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

// Does this dependent of a reporting word hold what is reported?
bool IsReported(const StatementSource& source, std::uint32_t cue, std::uint32_t child,
                const ReportingWord& entry) {
  const bool is_quoted = IsWithinQuotation(source, child, cue);
  switch (source.relation(child)) {
    case Relation::kCcomp: {
      if (is_quoted) return true;
      if (child > cue && source.form(cue + 1) == ";") return false;
      if (entry.type == ReportingClass::kQuote) return false;
      if (IsFinite(source, child) || IsOpenQuestion(source, child) ||
          HasMark(source, child, "that")) {
        return true;
      }
      const bool is_said = entry.type == ReportingClass::kSay ||
                           entry.type == ReportingClass::kTell ||
                           entry.type == ReportingClass::kDeny;
      // Headlines leave the verb out: "says Russia ready".
      const bool is_headline = source.block(cue) == BlockKind::kHeadline;
      return is_said && source.xpos(child) != Xpos::kVbg &&
             (!HasMark(source, child, "to") ||
              (is_headline && HasSubject(source, child)));
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
    const bool is_it = child == verb + 1 && source.lemma(child) == "it";  // "put it"
    if (source.relation(child) == Relation::kObj && !is_it &&
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
  std::vector<WordRange> whole =
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

// A clause that begins with "that" and lacks nothing that the "that" could stand for.
bool HasOwnSubjectAfterThat(const StatementSource& source, std::uint32_t clause) {
  const std::uint32_t first = source.tree().leftmost(clause);
  if (source.lemma(first) != "that") return false;
  for (const std::uint32_t child : source.tree().children(clause)) {
    const Relation relation = Universal(source.relation(child));
    if (relation == Relation::kNsubj && child != first) return true;
  }
  return false;
}

// May a phrase of a reporting verb hold what is said? Not "agreed on condition that",
// "so convinced of it that".
bool MayHoldWords(const StatementSource& source, std::uint32_t phrase) {
  for (const std::string_view noun :
       {"condition", "basis", "ground", "assumption", "understanding"}) {
    if (source.lemma(phrase) == noun) return false;
  }
  const std::uint32_t mark = source.tree().ChildBy(phrase, Relation::kCase);
  if (mark == kNoWord) return true;
  for (const std::string_view preposition :
       {"in", "on", "at", "to", "by", "during", "from", "through", "via", "with"}) {
    if (source.lemma(mark) == preposition) return true;
  }
  return false;
}

// "told reporters that it was over", "said in a speech that it was": the clause that
// the tree hangs from the hearer or from another phrase of the verb's.
std::uint32_t ClauseAtPhrase(const StatementSource& source, std::uint32_t cue,
                             const ReportingWord& entry) {
  const bool is_told =
      entry.type == ReportingClass::kTell || entry.type == ReportingClass::kAct;
  const bool is_said = is_told || entry.type == ReportingClass::kSay ||
                       entry.type == ReportingClass::kDeny;
  if (!is_said) return kNoWord;
  for (const std::uint32_t phrase : source.tree().children(cue)) {
    const Relation relation = Universal(source.relation(phrase));
    const bool is_hearer = relation == Relation::kIobj || relation == Relation::kObj;
    if (phrase < cue || (is_hearer && !is_told)) continue;
    if (!is_hearer && (relation != Relation::kObl || !MayHoldWords(source, phrase))) {
      continue;
    }
    for (const std::uint32_t child : source.tree().children(phrase)) {
      if (child < phrase) continue;
      const bool is_bare = entry.type == ReportingClass::kTell && is_hearer &&
                           source.relation(child) == Relation::kCcomp &&
                           IsFinite(source, child);
      const Relation name = Universal(source.relation(child));
      const bool is_clause = name == Relation::kAcl &&
                             (source.relation(child) != Relation::kAclRelcl ||
                              !is_hearer || entry.type == ReportingClass::kTell) &&
                             HasOwnSubjectAfterThat(source, child);
      if (is_bare || is_clause || IsThatClause(source, child)) return child;
    }
  }
  return kNoWord;
}

}  // namespace

bool HasSubject(const StatementSource& source, std::uint32_t verb) {
  return source.tree().ChildBy(verb, Relation::kNsubj) != kNoWord;
}

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

std::vector<WordRange> ReportedBy(const StatementSource& source, std::uint32_t cue,
                                  const ReportingWord& entry) {
  std::vector<WordRange> content;
  for (const std::uint32_t child : source.tree().children(cue)) {
    if (!IsReported(source, cue, child, entry)) continue;
    if (!content.empty() && source.relation(child) == Relation::kObj) continue;
    content = Union(std::move(content), Reported(source, child, cue));
  }
  if (content.empty()) {
    const std::uint32_t clause = ClauseAtPhrase(source, cue, entry);
    if (clause != kNoWord) content = Reported(source, clause, cue);
  }
  if (content.empty()) content = SurroundingContent(source, cue, entry);
  return Without(content, {{cue, cue}});
}

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

}  // namespace entente
