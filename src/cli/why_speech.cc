#include "cli/why_speech.h"

#include <array>
#include <utility>

#include "base/files.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr unsigned kIndent = 2;
constexpr unsigned kColumn = 13;

class SpeechPage {
 public:
  SpeechPage(const Document& document, const Reading& reading, std::string lexicon,
             PageStyle style)
      : document_(document),
        reading_(reading),
        lexicon_(std::move(lexicon)),
        page_(style) {}

  std::string Statement(std::uint32_t index);
  std::string Stance(std::uint32_t index);

 private:
  void Line(std::string_view label, const std::string& text) {
    page_.Line(kIndent, kColumn);
    page_.Words(label, Ink::kBold);
    page_.Column(kColumn);
    page_.Words(text);
  }
  std::string Quoted(TextSpan span) const {
    return StrCat("\xE2\x80\x9C", Slice(document_.text, span), "\xE2\x80\x9D");
  }
  void Party(std::string_view label, EntityId id, const char* nobody);
  void Speech(StatementId id);
  void Rule(const std::string& id);

  const Document& document_;
  const Reading& reading_;
  std::string lexicon_;
  Page page_;
};

void SpeechPage::Party(std::string_view label, EntityId id, const char* nobody) {
  if (!id.valid()) return Line(label, nobody);
  const Entity& entity = reading_.entities[id.value];
  const std::string code = ToString(entity.code);
  Line(label, StrCat(entity.name, code.empty() ? ", no code" : " [", code,
                     code.empty() ? "" : "]", entity.code_source.empty() ? "" : " by ",
                     entity.code_source));
}

// On whose word a stance stands.
void SpeechPage::Speech(StatementId id) {
  if (!id.valid()) return;
  const entente::Statement& statement = reading_.statements[id.value];
  const bool is_named = statement.speaker.valid();
  Line("So says", is_named ? reading_.entities[statement.speaker.value].name
                           : std::string("somebody unnamed"));
}

// The line of the table that has the rule, else its name alone: a frame's.
void SpeechPage::Rule(const std::string& id) {
  constexpr std::array<const char*, 3> kTables = {"reporting.tsv", "stances.tsv",
                                                  "polarity.tsv"};
  for (const char* table : kTables) {
    const Result<std::string> bytes = ReadFile(StrCat(lexicon_, "/", table));
    if (!bytes) continue;
    std::size_t number = 0;
    for (const std::string_view line : Split(*bytes, '\n')) {
      ++number;
      if (id.empty() || !line.starts_with(id + "\t")) continue;
      std::string cells;
      for (const std::string_view cell : Split(line, '\t')) {
        cells += StrCat(cells.empty() ? "" : " | ", cell);
      }
      Line("Rule", StrCat("data/lexicon/", table, ":", number));
      page_.Line(kColumn, kColumn + 2);
      page_.Words(cells, Ink::kDim);
      return;
    }
  }
  Line("Rule", id.empty() ? "marks of quotation alone" : id);
}

std::string SpeechPage::Statement(std::uint32_t index) {
  const entente::Statement& statement = reading_.statements[index];
  page_.Line(0);
  page_.Words(StrCat("s", index + 1, " ", Name(statement.kind), " speech"), Ink::kBold);
  for (const TextSpan piece : statement.content) Line("Said", Quoted(piece));
  Party("Speaker", statement.speaker, "nobody named");
  if (statement.speaker_span) Line("", StrCat("at ", Quoted(*statement.speaker_span)));
  if (statement.addressee.valid()) Party("To", statement.addressee, "");
  if (statement.cue.end > statement.cue.begin) Line("Cue", Quoted(statement.cue));
  if (statement.parent.valid()) {
    Line("Within", StrCat("s", statement.parent.value + 1));
  }
  if (statement.is_negated) Line("Polarity", "-: it was denied, or not said");
  if (statement.is_thought) Line("Thought", "held, not said");
  Rule(statement.rule);
  return std::move(page_).Finish();
}

std::string SpeechPage::Stance(std::uint32_t index) {
  const entente::Stance& stance = reading_.stances[index];
  page_.Line(0);
  page_.Words(StrCat("x", index + 1, " stance ",
                     stance.sign > 0   ? "+"
                     : stance.sign < 0 ? "-"
                                       : "0"),
              Ink::kBold);
  Line("Words", Quoted(stance.span));
  Party("Whose", stance.from, "the author's, or nobody's who is named");
  Party("Towards", stance.to, stance.issue.empty() ? "nobody named" : "");
  if (!stance.issue.empty()) Line("Issue", stance.issue);
  Line("Basis", std::string(Name(stance.basis)));
  Speech(stance.claimed_by);
  for (const std::uint32_t other : stance.contradicts) {
    Line("Belied by",
         StrCat("x", other + 1, " ", Quoted(reading_.stances[other].span)));
  }
  Rule(stance.rule);
  return std::move(page_).Finish();
}

}  // namespace

std::string WhyStatement(const Document& document, const Reading& reading,
                         std::uint32_t statement, const std::string& lexicon,
                         PageStyle style) {
  return SpeechPage(document, reading, lexicon, style).Statement(statement);
}

std::string WhyStance(const Document& document, const Reading& reading,
                      std::uint32_t stance, const std::string& lexicon,
                      PageStyle style) {
  return SpeechPage(document, reading, lexicon, style).Stance(stance);
}

}  // namespace entente
