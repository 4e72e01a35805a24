#include "meaning/statement_finder.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "meaning/statement_comma.h"
#include "meaning/statement_cue.h"
#include "meaning/statement_draft.h"
#include "meaning/statement_quote.h"
#include "meaning/statement_repair.h"
#include "meaning/statement_setting.h"
#include "meaning/statement_speaker.h"
#include "meaning/statement_voice.h"

namespace entente {
namespace {

using Quotes = QuotationTable;

// Turns drafts into statements, one after another in text order.
class StatementWriter {
 public:
  explicit StatementWriter(const StatementSource& source) : source_(source) {}

  std::vector<Statement> Write(const std::vector<StatementDraft>& drafts) const;

 private:
  Statement WriteOne(const StatementDraft& draft,
                     const std::vector<WordRange>& content) const;
  std::vector<WordRange> Final(const StatementDraft& draft) const;
  std::vector<TextSpan> Bytes(const std::vector<WordRange>& content,
                              SpeechKind kind) const;
  SpeechKind KindOf(const StatementDraft& draft,
                    const std::vector<WordRange>& content) const;
  void SetVoices(const StatementDraft& draft, Statement& statement) const;
  void Nest(std::vector<Statement>& statements) const;

  bool IsAllPunct(WordRange range) const;
  bool IsScare(std::uint32_t word) const;
  bool IsInner(std::uint32_t word, std::uint32_t outer) const {
    return source_.quotes.at[word] != Quotes::kNone && source_.quotes.at[word] != outer;
  }
  std::uint32_t OuterQuotation(const StatementDraft& draft) const {
    return draft.has_cue() ? source_.quotes.at[draft.cue.first] : Quotes::kNone;
  }

  const StatementSource& source_;
};

bool IsBracket(std::string_view form) {
  return form == "(" || form == "[" || form == ")" || form == "]" || form == "-LRB-" ||
         form == "-RRB-";
}

// May a content end on this mark? A quotation keeps its full stop, nobody keeps a
// comma.
bool EndsWords(const StatementSource& source, std::uint32_t word, bool is_inner) {
  if (!source.is_punct(word) || IsBracket(source.form(word))) return true;
  if (!is_inner || source.quotes.is_mark[word] != 0) return false;
  const std::string_view form = source.form(word);
  return form == "." || form == "!" || form == "?" || form == "..." || form == "\u2026";
}

// Without the words of the cue's own clause, of a quotation around it, and of
// punctuation at its ends.
std::vector<WordRange> StatementWriter::Final(const StatementDraft& draft) const {
  std::vector<WordRange> content = draft.content;
  const std::uint32_t outer = OuterQuotation(draft);
  if (outer != Quotes::kNone) {
    const Quotation& quotation = source_.quotes.quotations[outer];
    content = Clip(content, {quotation.first_word, quotation.last_word});
  }
  if (draft.has_cue()) content = Without(content, {draft.cue});
  if (draft.speaker != kNoWord && draft.has_cue()) {
    // A speaker that the tree hung inside the words reported ("..., said X").
    const std::uint32_t speaker = draft.speaker;
    const bool is_beside =
        Holds(content, speaker) && !IsInner(speaker, outer) &&
        (speaker + 1 == draft.cue.first || speaker == draft.cue.last + 1);
    if (is_beside) content = Without(content, Subtree(source_, speaker));
  }
  std::vector<WordRange> trimmed;
  for (WordRange range : content) {
    // "Q: ...", "A: ...": a label is nobody's word.
    if (range.first + 2 <= range.last && source_.form(range.first).size() == 1 &&
        source_.form(range.first + 1) == ":") {
      range.first += 2;
    }
    while (range.first < range.last && source_.is_punct(range.first) &&
           !IsBracket(source_.form(range.first))) {
      ++range.first;
    }
    while (range.last > range.first &&
           !EndsWords(source_, range.last, IsInner(range.last, outer))) {
      --range.last;
    }
    if (!IsAllPunct(range)) trimmed.push_back(range);
  }
  return trimmed;
}

// Is the word inside marks that only name something: `so-called "peace march"`?
bool StatementWriter::IsScare(std::uint32_t word) const {
  const std::uint32_t first =
      source_.quotes.quotations[source_.quotes.at[word]].first_word;
  if (first < 2) return false;
  const std::string_view before = source_.form(first - 2);
  for (const std::string_view namer :
       {"so-called", "called", "dubbed", "nicknamed", "titled", "entitled", "named"}) {
    if (before == namer) return true;
  }
  return first >= 4 && before == "called" && source_.form(first - 4) == "so";
}

bool StatementWriter::IsAllPunct(WordRange range) const {
  for (std::uint32_t word = range.first; word <= range.last; ++word) {
    if (!source_.is_punct(word)) return false;
  }
  return true;
}

SpeechKind StatementWriter::KindOf(const StatementDraft& draft,
                                   const std::vector<WordRange>& content) const {
  const std::uint32_t outer = OuterQuotation(draft);
  std::size_t quoted = 0;
  std::size_t plain = 0;
  for (const WordRange range : content) {
    for (std::uint32_t word = range.first; word <= range.last; ++word) {
      if (source_.is_punct(word)) continue;
      if (IsInner(word, outer) && !IsScare(word)) {
        ++quoted;
      } else if (source_.relation(word) != Relation::kMark) {
        ++plain;
      }
    }
  }
  if (quoted == 0) return SpeechKind::kIndirect;
  return plain == 0 ? SpeechKind::kDirect : SpeechKind::kMixed;
}

// Words to bytes. A quotation of several paragraphs is a span a paragraph; in a mixed
// content the mark that closes inside it stays.
std::vector<TextSpan> StatementWriter::Bytes(const std::vector<WordRange>& content,
                                             SpeechKind kind) const {
  const auto& spans = source_.analysis.tokens->span;
  std::vector<TextSpan> bytes;
  for (WordRange range : content) {
    const bool has_that = kind == SpeechKind::kDirect && range.first < range.last &&
                          source_.relation(range.first) == Relation::kMark &&
                          source_.quotes.is_mark[range.first + 1] != 0;
    if (has_that) range.first += 2;
    if (range.first > range.last) continue;
    const std::uint32_t inside = source_.quotes.at[range.last];
    if (kind == SpeechKind::kMixed && inside != Quotes::kNone &&
        source_.quotes.at[range.first] != inside && range.last + 1 < source_.size() &&
        source_.quotes.quotations[inside].last_word == range.last &&
        source_.quotes.is_mark[range.last + 1] != 0) {
      ++range.last;
    }
    const TextSpan whole{spans[range.first].begin, spans[range.last].end};
    const std::uint32_t first_inside = source_.quotes.at[range.first];
    if (first_inside == Quotes::kNone || first_inside != inside) {
      bytes.push_back(whole);
      continue;
    }
    for (const TextSpan piece : source_.quotes.quotations[inside].pieces) {
      const TextSpan both{std::max(piece.begin, whole.begin),
                          std::min(piece.end, whole.end)};
      if (both.begin < both.end) bytes.push_back(both);
    }
  }
  return bytes;
}

void StatementWriter::SetVoices(const StatementDraft& draft,
                                Statement& statement) const {
  const auto& mentions = source_.analysis.mentions.mentions;
  if (draft.speaker != kNoWord) {
    statement.speaker_span = PhraseSpan(source_, draft.speaker);
    std::uint32_t mention = kNoWord;
    if (draft.has_cue()) mention = NameOfRole(source_, draft.speaker, draft.cue.first);
    if (mention == kNoWord) mention = MentionOf(source_, draft.speaker);
    if (mention != kNoWord) statement.speaker = mentions[mention].entity;
  }
  if (draft.addressee != kNoWord) {
    statement.addressee_span = PhraseSpan(source_, draft.addressee);
    const std::uint32_t mention = MentionOf(source_, draft.addressee);
    if (mention != kNoWord) statement.addressee = mentions[mention].entity;
  }
}

TextSpan Hull(const Statement& statement) {
  TextSpan hull = statement.content.front();
  const auto widen = [&hull](TextSpan span) {
    hull.begin = std::min(hull.begin, span.begin);
    hull.end = std::max(hull.end, span.end);
  };
  for (const TextSpan span : statement.content) widen(span);
  if (statement.cue.end > statement.cue.begin) widen(statement.cue);
  if (statement.speaker_span && statement.cue.end > statement.cue.begin) {
    widen(*statement.speaker_span);
  }
  return hull;
}

bool IsWithin(TextSpan inner, const std::vector<TextSpan>& outer) {
  return std::any_of(outer.begin(), outer.end(), [inner](TextSpan span) {
    return span.begin <= inner.begin && inner.end <= span.end;
  });
}

// The parent of a statement is the innermost one whose words hold its cue.
void StatementWriter::Nest(std::vector<Statement>& statements) const {
  std::vector<std::uint32_t> open;
  for (std::uint32_t index = 0; index < statements.size(); ++index) {
    Statement& statement = statements[index];
    while (!open.empty() && statements[open.back()].span.end <= statement.span.begin) {
      open.pop_back();
    }
    const bool has_cue = statement.cue.end > statement.cue.begin;
    const TextSpan anchor = has_cue ? statement.cue : statement.content.front();
    for (std::size_t at = open.size(); at-- > 0;) {
      if (!IsWithin(anchor, statements[open[at]].content)) continue;
      statement.parent = StatementId{open[at]};
      break;
    }
    open.push_back(index);
  }
}

Statement StatementWriter::WriteOne(const StatementDraft& draft,
                                    const std::vector<WordRange>& content) const {
  const auto& spans = source_.analysis.tokens->span;
  Statement statement;
  statement.kind = KindOf(draft, content);
  statement.content = Bytes(content, statement.kind);
  if (statement.content.empty()) return statement;
  if (draft.has_cue()) {
    statement.cue = {spans[draft.cue.first].begin, spans[draft.cue.last].end};
  }
  SetVoices(draft, statement);
  if (draft.time_from != kNoWord) {
    statement.time = TimeOf(source_, draft.time_from, content);
  }
  if (draft.has_cue()) {
    statement.medium_span = MediumOf(source_, draft.cue.first, content);
    statement.is_anonymous = IsAnonymous(source_, draft.cue.first, content);
  }
  statement.is_negated = draft.is_negated;
  statement.is_thought = draft.entry->type == ReportingClass::kThink ||
                         draft.entry->type == ReportingClass::kKnow;
  statement.rule = draft.entry->id;
  statement.span = Hull(statement);
  return statement;
}

std::vector<Statement> StatementWriter::Write(
    const std::vector<StatementDraft>& drafts) const {
  struct Written {
    Statement statement;
    SpeakerWord speaker;
  };
  std::vector<Written> written;
  for (const StatementDraft& draft : drafts) {
    const std::vector<WordRange> content = Final(draft);
    if (content.empty()) continue;
    Statement statement = WriteOne(draft, content);
    if (statement.content.empty()) continue;
    written.push_back(
        {std::move(statement), {draft.speaker, draft.takes_previous_speaker}});
  }
  std::stable_sort(written.begin(), written.end(),
                   [](const Written& a, const Written& b) {
                     return std::pair(a.statement.span.begin, b.statement.span.end) <
                            std::pair(b.statement.span.begin, a.statement.span.end);
                   });
  std::vector<Statement> statements;
  std::vector<SpeakerWord> speakers;
  for (Written& row : written) {
    const bool is_twin =
        !statements.empty() && statements.back().content == row.statement.content;
    if (is_twin) continue;
    statements.push_back(std::move(row.statement));
    speakers.push_back(row.speaker);
  }
  Nest(statements);
  ResolveSpeakers(source_, speakers, statements);
  return statements;
}

std::vector<std::uint32_t> SentenceOfWords(const TokenTable& tokens) {
  std::vector<std::uint32_t> sentence_of(tokens.size());
  for (std::uint32_t index = 0; index < tokens.sentences.size(); ++index) {
    const Sentence& sentence = tokens.sentences[index];
    std::fill(sentence_of.begin() + sentence.begin, sentence_of.begin() + sentence.end,
              index);
  }
  return sentence_of;
}

}  // namespace

Result<StatementFinder> StatementFinder::Load(const std::string& lexicon_dir) {
  TRY(ReportingLexicon lexicon,
      ReportingLexicon::Read(StrCat(lexicon_dir, "/reporting.tsv")));
  return StatementFinder(std::move(lexicon));
}

std::vector<Statement> StatementFinder::Find(const Analysis& analysis) const {
  const QuotationTable quotes = FindQuotations(*analysis.document, *analysis.tokens);
  const StatementSource source{.analysis = analysis,
                               .lexicon = lexicon_,
                               .quotes = quotes,
                               .sentence_of = SentenceOfWords(*analysis.tokens)};
  std::vector<StatementDraft> drafts = FindCues(source);
  FindHeadlineCues(source, drafts);
  AttachQuotations(source, drafts);
  RepairDrafts(source, drafts);
  return StatementWriter(source).Write(drafts);
}

}  // namespace entente
