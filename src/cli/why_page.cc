#include "cli/why_page.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/files.h"
#include "base/strings.h"
#include "cli/why_text.h"
#include "cli/why_tree.h"
#include "meaning/clause_builder.h"
#include "meaning/event_coder.h"

namespace entente {
namespace {

constexpr unsigned kIndent = 2;
constexpr unsigned kColumn = 13;  // where the text beside a label begins
constexpr std::size_t kMostTried = 8;

std::string Quoted(std::string_view text) { return StrCat("“", text, "”"); }

class WhyPage {
 public:
  WhyPage(const WhySource& source, PageStyle style)
      : source_(source),
        analysis_(source.analysis),
        frames_(source.engine.events().frames()),
        rules_(frames_.rules),
        matcher_(frames_, source.analysis),
        coded_(source.engine.events().Match(source.analysis)),
        page_(style) {}

  std::string Event(std::uint32_t index);
  std::string Sentence(std::uint32_t index);

 private:
  void Label(std::string_view label, unsigned hanging = kColumn) {
    page_.Line(kIndent, hanging);
    page_.Words(label, Ink::kBold);
    page_.Column(kColumn);
  }
  void More() { page_.Line(kColumn, kColumn + 2); }

  void Title(std::uint32_t index, const entente::Event& event);
  void Words(TextSpan span, TextSpan trigger);
  void Tree(const entente::Event& event);
  void TellFrame(std::uint32_t frame);
  void Party(std::string_view label, const std::vector<EntityId>& ids,
             std::string_view keyword, std::uint32_t frame);
  void Tried(std::uint32_t clause, std::uint32_t winner);
  void Time(TimeId id);
  void Place(PlaceId id);
  void Standing(const entente::Event& event);
  void Clause(std::uint32_t index);
  void NoEvent(std::uint32_t index);
  std::string WhyLost(const Attempt& attempt, const Attempt* winner) const;

  // The lines of a frame that begin with a keyword; all but its sentences for "".
  std::vector<std::string> LinesOf(std::uint32_t frame, std::string_view keyword) const;
  // "data/rules/coerce.rule:12"
  std::string PlaceOf(std::uint32_t frame) const {
    const std::string& path = rules_.files[rules_.frames[frame].file];
    const std::size_t slash = path.rfind('/');
    return StrCat("data/rules/",
                  path.substr(slash == std::string::npos ? 0 : slash + 1), ":",
                  rules_.frames[frame].line);
  }
  std::string Names(const std::vector<EntityId>& ids) const;
  std::uint32_t FrameNamed(std::string_view id) const;
  std::uint32_t ClauseOf(const entente::Event& event) const {
    const auto& at = analysis_.clauses.clause_at;
    return event.trigger_word < at.size() ? at[event.trigger_word] : kNoWord;
  }

  const WhySource& source_;
  const Analysis& analysis_;
  const Frames& frames_;
  const RuleSet& rules_;
  Matcher matcher_;
  CodedClauses coded_;
  Page page_;
};

std::string WhyPage::Names(const std::vector<EntityId>& ids) const {
  std::string out;
  for (const EntityId id : ids) {
    if (!out.empty()) out += ", ";
    out += source_.reading.entities[id.value].name;
  }
  return out.empty() ? "nobody named" : out;
}

std::uint32_t WhyPage::FrameNamed(std::string_view id) const {
  for (std::uint32_t i = 0; i < rules_.frames.size(); ++i) {
    if (rules_.frames[i].id == id) return i;
  }
  return kNoFrame;
}

std::vector<std::string> WhyPage::LinesOf(std::uint32_t frame,
                                          std::string_view keyword) const {
  std::vector<std::string> lines;
  const auto bytes = ReadFile(rules_.files[rules_.frames[frame].file]);
  if (!bytes) return lines;
  unsigned number = 0;
  for (const std::string_view line : Split(*bytes, '\n')) {
    if (++number <= rules_.frames[frame].line) continue;
    const auto words = SplitBlank(line);
    if (line.starts_with("frame ")) break;
    if (words.empty() || words[0].starts_with("#")) continue;
    if (words[0] == "yes" || words[0] == "no") continue;
    if (keyword.empty() || words[0] == keyword) lines.push_back(Airy(Trim(line)));
  }
  return lines;
}

void WhyPage::Title(std::uint32_t index, const entente::Event& event) {
  page_.Line(0);
  page_.Words(StrCat("e", index + 1), Ink::kDim);
  page_.Words(Names(event.actor), Ink::kBold);
  page_.Words(event.is_reciprocal ? "↔" : "→");
  page_.Words(Names(event.recipient), Ink::kBold);
  const auto* known = source_.engine.ontology().Find(Name(event.type), event.mode);
  const bool is_friendly = known != nullptr && known->score > 0;
  page_.Words(StrCat("· ", Name(event.type), " ", event.mode),
              is_friendly ? Ink::kFriendly : Ink::kHostile);
  if (!event.cameo.empty()) page_.Words(StrCat("· CAMEO ", event.cameo), Ink::kDim);
  page_.BlankLine();
}

void WhyPage::Words(TextSpan span, TextSpan trigger) {
  Label("Words");
  const std::string_view text = source_.document.text;
  page_.Words(Slice(text, TextSpan{span.begin, trigger.begin}));
  page_.Words(Slice(text, trigger), Ink::kBold);
  page_.Words(Slice(text, TextSpan{trigger.end, span.end}));
  More();
  page_.Words(StrCat("bytes ", span.begin, "-", span.end, "; the predicate ",
                     trigger.begin, "-", trigger.end),
              Ink::kDim);
}

void WhyPage::Tree(const entente::Event& event) {
  std::map<std::uint32_t, std::string> notes;
  const auto note = [&](std::uint32_t word, std::string_view what) {
    std::string& text = notes[word];
    text += StrCat(text.empty() ? "← " : ", ", what);
  };
  const std::uint32_t index = ClauseOf(event);
  if (index != kNoWord) {
    const auto parties = [&](const std::vector<ResolvedActor>& found,
                             std::string_view what) {
      for (const ResolvedActor& party : found) {
        if (party.mention == kNoWord) continue;
        note(analysis_.mentions.mentions[party.mention].head_word, what);
      }
    };
    parties(coded_.matches[index].actors, "who");
    parties(coded_.matches[index].recipients, "to whom");
  }
  if (event.time.valid())
    note(analysis_.times.times[event.time.value].last_word, "when");
  if (event.place.valid()) {
    note(analysis_.places.places[event.place.value].head_word, "where");
  }
  bool is_first = true;
  for (const TreeLine& line : LittleTree(analysis_, event.trigger_word, notes)) {
    if (is_first) {
      Label("Tree");
    } else {
      page_.Line(kColumn);
    }
    is_first = false;
    std::string branch = line.branch;
    page_.Verbatim(branch, Ink::kDim);
    const bool is_centre = line.word == event.trigger_word;
    page_.Words(line.words, is_centre ? Ink::kBold : Ink::kPlain);
    page_.Words(line.relation, Ink::kDim);
    page_.Words(line.note, Ink::kFriendly);
  }
}

void WhyPage::TellFrame(std::uint32_t frame) {
  Label("Rule");
  page_.Words(rules_.frames[frame].id, Ink::kBold);
  page_.Words(PlaceOf(frame), Ink::kDim);
  for (const std::string& line : LinesOf(frame, "")) {
    page_.Line(kColumn, kColumn + 11);
    const std::size_t blank = line.find(' ');
    page_.Words(line.substr(0, blank), Ink::kDim);
    page_.Column(kColumn + 11);
    if (blank != std::string::npos) page_.Words(line.substr(blank));
  }
}

void WhyPage::Party(std::string_view label, const std::vector<EntityId>& ids,
                    std::string_view keyword, std::uint32_t frame) {
  Label(label);
  if (ids.empty()) page_.Words("nobody: no word fills the slot", Ink::kDim);
  bool is_first = true;
  for (const EntityId id : ids) {
    if (!is_first) More();
    is_first = false;
    const Entity& entity = source_.reading.entities[id.value];
    page_.Words(entity.name, Ink::kBold);
    const std::string code = ToString(entity.code);
    page_.Words(StrCat("· ", Name(entity.kind), code.empty() ? "" : " · ", code));
    if (!entity.code_source.empty()) {
      page_.Words(StrCat("· code from ", entity.code_source), Ink::kDim);
    }
  }
  if (frame == kNoFrame) return;
  const auto asked = LinesOf(frame, keyword);
  More();
  page_.Words(StrCat("the rule asks: ", asked.empty() && keyword == "actor"
                                            ? "actor subj: actor"
                                        : asked.empty() ? "nothing"
                                                        : asked[0]),
              Ink::kDim);
}

std::string WhyPage::WhyLost(const Attempt& attempt, const Attempt* winner) const {
  const auto line = [&](std::string_view keyword, std::uint32_t number) {
    const auto lines = LinesOf(attempt.frame, keyword);
    return number < lines.size() ? lines[number] : std::string(keyword);
  };
  switch (attempt.failure) {
    case MatchFailure::kNone:
      if (winner == nullptr) return "fits";
      return StrCat("fits, but is less specific (", attempt.rank, " against ",
                    winner->rank, ")");
    case MatchFailure::kPredicate:
      return StrCat("a further word is missing: ", line("verb", 0));
    case MatchFailure::kOperator:
      return StrCat("not ", line("when", 0));
    case MatchFailure::kActor:
      return StrCat("what fills the slot does not qualify: ", line("actor", 0));
    case MatchFailure::kRecipient:
      return StrCat("empty or unfit: ", line("recipient", 0));
    case MatchFailure::kRequirement:
      return StrCat("unmet: ", line("require", attempt.requirement));
    case MatchFailure::kNobody:
      return "neither an actor nor a recipient";
  }
  return "";
}

void WhyPage::Tried(std::uint32_t clause, std::uint32_t winner) {
  const auto attempts = matcher_.Attempts(clause, coded_.matches);
  const Attempt* best = nullptr;
  for (const Attempt& attempt : attempts) {
    if (attempt.frame == winner && attempt.failure == MatchFailure::kNone)
      best = &attempt;
  }
  std::size_t told = 0;
  std::vector<std::uint32_t> seen = {winner};
  for (const Attempt& attempt : attempts) {
    if (std::find(seen.begin(), seen.end(), attempt.frame) != seen.end()) continue;
    if (attempt.failure == MatchFailure::kPredicate) continue;
    seen.push_back(attempt.frame);
    if (told == kMostTried) break;
    if (told++ == 0) {
      Label(best == nullptr ? "Tried" : "Also tried", kColumn + 2);
    } else {
      More();
    }
    const Frame& frame = rules_.frames[attempt.frame];
    page_.Words(frame.id);
    page_.Words(frame.is_veto ? "(none)" : StrCat("(", Name(frame.type), ")"),
                Ink::kDim);
    page_.Words(StrCat("— ", WhyLost(attempt, best)), Ink::kDim);
  }
}

void WhyPage::Time(TimeId id) {
  Label("When");
  if (!id.valid()) {
    page_.Words("no date stands at this clause or one it shares its time with",
                Ink::kDim);
    return;
  }
  const TimeMention& time = source_.reading.times[id.value];
  page_.Words(time.timex, Ink::kBold);
  page_.Words(StrCat("from ", Quoted(Slice(source_.document.text, time.span))));
  if (const auto date = source_.document.reference_date()) {
    page_.Words(StrCat("counted from ", ToString(*date)), Ink::kDim);
  }
}

void WhyPage::Place(PlaceId id) {
  if (!id.valid()) return;
  const PlaceMention& place = source_.reading.places[id.value];
  Label("Where");
  page_.Words(place.name, Ink::kBold);
  for (const std::string& part : {place.admin1, place.country}) {
    if (!part.empty()) page_.Words(StrCat("· ", part));
  }
  page_.Words(StrCat("from ", Quoted(Slice(source_.document.text, place.span))));
  if (place.geonames) page_.Words(StrCat("· GeoNames ", *place.geonames), Ink::kDim);
}

void WhyPage::Standing(const entente::Event& event) {
  Label("Standing");
  page_.Words(
      StrCat(event.is_negated ? "did not happen" : "", " ", Name(event.modality)));
  if (event.claimed_by.valid()) {
    const Statement& said = source_.reading.statements[event.claimed_by.value];
    const std::string speaker = said.speaker.valid()
                                    ? source_.reading.entities[said.speaker.value].name
                                    : "somebody unnamed";
    page_.Words(
        StrCat("· on the word of ", speaker, " (s", event.claimed_by.value + 1, ")"));
  } else {
    page_.Words("· told by the text itself");
  }
  page_.Words(
      StrCat("· confidence ", static_cast<int>(event.confidence * 100 + 0.5), " %"),
      Ink::kDim);
}

void WhyPage::Clause(std::uint32_t index) {
  Label("Clause", kColumn + 2);
  page_.Words(Format(analysis_.clauses, analysis_.clauses.clauses[index],
                     analysis_.text(), *analysis_.tokens));
}

std::string WhyPage::Event(std::uint32_t index) {
  const entente::Event& event = source_.reading.events[index];
  Title(index, event);
  Words(event.span, event.trigger);
  Tree(event);
  const std::uint32_t clause = ClauseOf(event);
  if (clause != kNoWord) Clause(clause);
  const std::uint32_t frame = FrameNamed(event.rule);
  if (frame != kNoFrame) {
    TellFrame(frame);
  } else {
    Label("Rule");
    page_.Words(event.rule, Ink::kBold);
    for (const std::string& line : LearnedReason(event)) {
      More();
      page_.Words(line);
    }
  }
  Party("Who", event.actor, "actor", frame);
  Party("To whom", event.recipient, "recipient", frame);
  Time(event.time);
  Place(event.place);
  Standing(event);
  if (clause != kNoWord) Tried(clause, frame);
  page_.BlankLine();
  return std::move(page_).Finish();
}

void WhyPage::NoEvent(std::uint32_t index) {
  const entente::Clause& clause = analysis_.clauses.clauses[index];
  const Match& match = coded_.matches[index];
  Clause(index);
  More();
  if (match.frame == kNoFrame) {
    const auto attempts = matcher_.Attempts(index, coded_.matches);
    const bool is_known =
        std::any_of(attempts.begin(), attempts.end(), [](const Attempt& attempt) {
          return attempt.failure != MatchFailure::kPredicate;
        });
    page_.Words(is_known ? StrCat("no frame of ", Quoted(clause.lemma), " fits")
                         : StrCat("no frame has the predicate ", Quoted(clause.lemma)),
                Ink::kHostile);
    if (is_known) Tried(index, kNoFrame);
    return;
  }
  const Frame& frame = rules_.frames[match.frame];
  if (frame.is_veto) {
    page_.Words(StrCat("vetoed by ", frame.id, " ", PlaceOf(match.frame)),
                Ink::kHostile);
  } else if (coded_.is_dropped[index]) {
    page_.Words(StrCat("read by ", frame.id, ", but the clause above speaks for it"),
                Ink::kHostile);
  } else {
    page_.Words(StrCat("read by ", frame.id,
                       ", but a bare noun, or a topic, that does not say who acted"),
                Ink::kHostile);
  }
}

std::string WhyPage::Sentence(std::uint32_t index) {
  page_.Line(0);
  page_.Words(StrCat("z", index + 1), Ink::kDim);
  page_.Words(Slice(source_.document.text, source_.reading.sentences[index].span),
              Ink::kBold);
  page_.BlankLine();
  bool has_clause = false;
  for (std::uint32_t i = 0; i < analysis_.clauses.clauses.size(); ++i) {
    if (analysis_.clauses.clauses[i].sentence != index) continue;
    has_clause = true;
    bool is_coded = false;
    for (std::uint32_t e = 0; e < source_.reading.events.size(); ++e) {
      const entente::Event& event = source_.reading.events[e];
      if (ClauseOf(event) != i) continue;
      is_coded = true;
      Clause(i);
      More();
      page_.Words(
          StrCat("is e", e + 1, ": ", Names(event.actor), " → ", Names(event.recipient),
                 " · ", Name(event.type), " by ", event.rule),
          Ink::kFriendly);
    }
    if (!is_coded) NoEvent(i);
  }
  if (!has_clause) {
    page_.Line(kIndent);
    page_.Words("no clause: the sentence has no predicate that the frames could read");
  }
  page_.BlankLine();
  return std::move(page_).Finish();
}

}  // namespace

std::string WhyEvent(const WhySource& source, std::uint32_t event, PageStyle style) {
  return WhyPage(source, style).Event(event);
}

std::string WhySentence(const WhySource& source, std::uint32_t sentence,
                        PageStyle style) {
  return WhyPage(source, style).Sentence(sentence);
}

}  // namespace entente
