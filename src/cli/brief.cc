#include "cli/brief.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <vector>

#include "base/strings.h"

namespace entente {
namespace {

constexpr unsigned kIndent = 2;
constexpr unsigned kDateColumn = 13;  // where an event's words begin, after its date
constexpr std::size_t kMostActors = 20;
constexpr double kLeastTold = 0.4;          // strength of an author's own stance
constexpr double kLeastShown = 0.2;         // of a named actor's
constexpr std::size_t kLongestQuote = 240;  // bytes; the whole words are in the JSON

class BriefWriter {
 public:
  BriefWriter(const Document& document, const Reading& reading,
              const Ontology& ontology, PageStyle style)
      : document_(document), reading_(reading), ontology_(ontology), page_(style) {}

  std::string Write() &&;

 private:
  void Title();
  void Actors();
  void Events();
  void WriteEvent(const Event& event);
  void WriteCircumstances(const Event& event);
  void Statements();
  void WriteSpeaker(const Statement& statement);
  void WriteStatement(const Statement& statement);
  bool IsSameStand(const Stance& a, const Stance& b) const;
  bool IsTold(const Stance& stance) const;
  void WriteStand(const Stance& stance, bool is_mutual);
  void WriteGrounds(const std::vector<std::size_t>& rows, std::vector<bool>& is_done);
  void Stances();
  void Heading(std::string_view text);

  // Actors that some row speaks of, the most mentioned first.
  std::vector<std::uint32_t> ActorsInRows() const;
  // Indexes of the events, by the day that they began; undated ones last, in text
  // order.
  std::vector<std::uint32_t> EventsInTimeOrder() const;

  const Entity& entity(EntityId id) const { return reading_.entities[id.value]; }
  std::string Named(const std::vector<EntityId>& ids) const;
  std::string Quoted(TextSpan span) const;
  std::string When(TimeId id) const;

  const Document& document_;
  const Reading& reading_;
  const Ontology& ontology_;
  Page page_;
  EntityId last_speaker_;  // of the statement told before
};

void BriefWriter::Heading(std::string_view text) {
  page_.BlankLine();
  page_.Line(0);
  page_.Words(text, Ink::kBold);
}

void BriefWriter::Title() {
  page_.Line(0);
  page_.Words(document_.title.empty() ? document_.id : document_.title, Ink::kBold);
  std::string facts;
  const auto add = [&facts](std::string_view fact) {
    if (!facts.empty() && !fact.empty()) facts += " · ";
    facts += fact;
  };
  add(document_.source);
  if (document_.published) add(StrCat("published ", ToString(*document_.published)));
  if (document_.updated) add(StrCat("updated ", ToString(*document_.updated)));
  if (!document_.reference_date()) {
    add("no date known: give one with --date to place \"on Wednesday\"");
  }
  page_.Line(0);
  page_.Words(facts, Ink::kDim);
}

std::vector<std::uint32_t> BriefWriter::ActorsInRows() const {
  std::vector<bool> is_used(reading_.entities.size(), false);
  const auto use = [&](EntityId id) {
    if (id.valid()) is_used[id.value] = true;
  };
  for (const Event& event : reading_.events) {
    for (const EntityId id : event.actor) use(id);
    for (const EntityId id : event.recipient) use(id);
  }
  for (const Statement& statement : reading_.statements) use(statement.speaker);
  for (const Stance& stance : reading_.stances) {
    use(stance.from);
    use(stance.to);
  }
  std::vector<std::uint32_t> actors;
  for (std::uint32_t i = 0; i < is_used.size(); ++i) {
    if (is_used[i]) actors.push_back(i);
  }
  std::stable_sort(actors.begin(), actors.end(), [&](std::uint32_t a, std::uint32_t b) {
    return reading_.entities[a].mentions.size() > reading_.entities[b].mentions.size();
  });
  return actors;
}

void BriefWriter::Actors() {
  const std::vector<std::uint32_t> actors = ActorsInRows();
  if (actors.empty()) return;
  Heading("Who");
  unsigned names = 0;
  const std::size_t shown = std::min(actors.size(), kMostActors);
  for (std::size_t i = 0; i < shown; ++i) {
    names = std::max(names, DisplayWidth(reading_.entities[actors[i]].name));
  }
  names = std::min(names, 32U);
  constexpr unsigned kCodeWidth = 13;
  for (std::size_t i = 0; i < shown; ++i) {
    const Entity& actor = reading_.entities[actors[i]];
    const unsigned codes = kIndent + names + 2;
    page_.Line(kIndent, codes + kCodeWidth);
    page_.Words(actor.name);
    page_.Column(codes);
    page_.Words(ToString(actor.code), Ink::kDim);
    if (actor.role.empty()) continue;
    page_.Column(codes + kCodeWidth);
    page_.Words(actor.role);
  }
  if (shown < actors.size()) {
    page_.Line(kIndent);
    page_.Words(StrCat("and ", actors.size() - shown, " more"), Ink::kDim);
  }
}

std::string BriefWriter::Named(const std::vector<EntityId>& ids) const {
  std::string names;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) names += i + 1 == ids.size() ? " and " : ", ";
    names += entity(ids[i]).name;
  }
  return names;
}

std::string BriefWriter::Quoted(TextSpan span) const {
  std::string_view words = Slice(document_.text, span);
  if (words.size() <= kLongestQuote) return StrCat("“", words, "”");
  words = words.substr(0, words.rfind(' ', kLongestQuote));
  return StrCat("“", words, " …”");
}

std::string BriefWriter::When(TimeId id) const {
  if (!id.valid()) return "";
  const TimeMention& time = reading_.times[id.value];
  if (!time.begin) return time.timex;
  switch (time.precision) {
    case TimePrecision::kYear:
      return ToString(*time.begin).substr(0, 4);
    case TimePrecision::kMonth:
      return ToString(*time.begin).substr(0, 7);
    default:
      break;
  }
  if (!time.end || *time.end == *time.begin) return ToString(*time.begin);
  if (time.precision == TimePrecision::kDecade ||
      time.precision == TimePrecision::kCentury ||
      ToDays(*time.end) - ToDays(*time.begin) > 366) {
    return StrCat(ToString(*time.begin).substr(0, 4), "–",
                  ToString(*time.end).substr(0, 4));
  }
  return StrCat(ToString(*time.begin), " …");
}

std::vector<std::uint32_t> BriefWriter::EventsInTimeOrder() const {
  std::vector<std::uint32_t> order(reading_.events.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto day = [&](std::uint32_t event) {
    const TimeId id = reading_.events[event].time;
    if (!id.valid() || !reading_.times[id.value].begin) return INT32_MAX;
    return ToDays(*reading_.times[id.value].begin);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return day(a) < day(b); });
  return order;
}

void BriefWriter::Events() {
  if (reading_.events.empty()) return;
  Heading("What happened");
  for (const std::uint32_t event : EventsInTimeOrder())
    WriteEvent(reading_.events[event]);
}

void BriefWriter::WriteEvent(const Event& event) {
  page_.Line(kIndent, kIndent + kDateColumn);
  page_.Words(When(event.time), Ink::kDim);
  page_.Column(kIndent + kDateColumn);
  page_.Words(event.actor.empty() ? "somebody" : Named(event.actor), Ink::kBold);
  if (!event.recipient.empty()) {
    page_.Words(event.is_reciprocal ? "↔" : "→");
    page_.Words(Named(event.recipient), Ink::kBold);
  }
  const Ontology::Type* known = ontology_.Find(Name(event.type), event.mode);
  const double score = known == nullptr ? 0 : known->score;
  char number[16];
  const auto end =
      std::to_chars(number, number + sizeof number, score, std::chars_format::fixed, 1)
          .ptr;
  const std::string_view digits(number, static_cast<std::size_t>(end - number));
  page_.Words("·", Ink::kDim);
  page_.Words(StrCat(Name(event.type), event.mode.empty() ? "" : " ", event.mode, " ",
                     score > 0 ? "+" : "", digits),
              score < 0 ? Ink::kHostile : Ink::kFriendly);
  WriteCircumstances(event);
  page_.Line(kIndent + kDateColumn);
  page_.Words(Quoted(event.span));
}

void BriefWriter::WriteCircumstances(const Event& event) {
  std::string notes;
  const auto add = [&notes](std::string_view note) { notes += StrCat(" · ", note); };
  if (event.is_negated) add("did not happen");
  if (event.modality != Modality::kAsserted) add(Name(event.modality));
  if (event.place.valid()) {
    const PlaceMention& place = reading_.places[event.place.value];
    add(StrCat(place.precision == PlacePrecision::kNear ? "near " : "", place.name));
  }
  for (const Count& count : event.counts) {
    char number[32];
    const auto end = std::to_chars(number, number + sizeof number, count.number,
                                   std::chars_format::fixed, 0)
                         .ptr;
    add(StrCat(count.at_least ? "at least " : "",
               std::string_view(number, static_cast<std::size_t>(end - number)), " ",
               count.what));
  }
  if (event.claimed_by.valid()) {
    const EntityId speaker = reading_.statements[event.claimed_by.value].speaker;
    add(speaker.valid() ? StrCat("so says ", entity(speaker).name)
                        : "so somebody says");
  }
  page_.Words(notes, Ink::kDim);
}

void BriefWriter::Statements() {
  if (reading_.statements.empty()) return;
  Heading("Who said what");
  for (const Statement& statement : reading_.statements) WriteStatement(statement);
}

// "Olusegun Obasanjo, Former Nigerian president (NGA ELI)"; unnamed, in the text's
// words.
void BriefWriter::WriteSpeaker(const Statement& statement) {
  const bool is_known = statement.speaker.valid();
  std::string name = "Somebody";
  if (is_known) {
    name = entity(statement.speaker).name;
  } else if (statement.speaker_span) {
    name = Slice(document_.text, *statement.speaker_span);
  }
  page_.Words(name, Ink::kBold);
  if (!is_known) return;
  const Entity& speaker = entity(statement.speaker);
  const bool has_role = !speaker.role.empty() && speaker.role != name;
  if (has_role) page_.Words(StrCat("· ", speaker.role));
  const std::string code = ToString(speaker.code);
  if (!code.empty()) page_.Words(StrCat("(", code, ")"), Ink::kDim);
}

void BriefWriter::WriteStatement(const Statement& statement) {
  std::string notes;
  const auto add = [&notes](std::string_view note) {
    if (!notes.empty() && !note.empty()) notes += ' ';
    notes += note;
  };
  if (statement.addressee_span) {
    add(StrCat("to ", Slice(document_.text, *statement.addressee_span)));
  }
  if (statement.medium_span) add(Slice(document_.text, *statement.medium_span));
  add(When(statement.time));
  if (statement.parent.valid()) {
    const EntityId quoting = reading_.statements[statement.parent.value].speaker;
    if (!quoting.valid() || quoting != statement.speaker) {
      add(StrCat("as told by ", quoting.valid() ? entity(quoting).name : "somebody"));
    }
  }
  if (statement.is_anonymous) add("(not to be named)");
  if (statement.is_thought) add("(held, not said)");
  if (statement.is_negated) add("(denied)");
  const bool goes_on = statement.speaker.valid() && statement.speaker == last_speaker_;
  if (!goes_on) {
    page_.Line(kIndent, kIndent + 4);
    WriteSpeaker(statement);
  } else if (!notes.empty()) {
    page_.Line(kIndent + 4);
  }
  last_speaker_ = statement.speaker;
  page_.Words(notes, Ink::kDim);
  page_.Line(kIndent + 4);
  for (std::size_t i = 0; i < statement.content.size(); ++i) {
    if (i > 0) page_.Words("…", Ink::kDim);
    page_.Words(Quoted(statement.content[i]));
  }
}

// Stances of one to one, of one sign and on one's word, are told together; the first of
// them stands for all.
bool BriefWriter::IsSameStand(const Stance& a, const Stance& b) const {
  const auto voice = [&](const Stance& stance) {
    return stance.claimed_by.valid()
               ? reading_.statements[stance.claimed_by.value].speaker
               : EntityId{};
  };
  return a.from == b.from && a.to == b.to && a.sign == b.sign &&
         a.claimed_by.valid() == b.claimed_by.valid() && voice(a) == voice(b);
}

bool BriefWriter::IsTold(const Stance& stance) const {
  // What only a word or two of the author's suggest, and what no word shows but
  // follows, is in the JSON.
  const double least = stance.from.valid() ? kLeastShown : kLeastTold;
  return stance.strength >= least && !stance.is_inferred;
}

void BriefWriter::WriteStand(const Stance& stance, bool is_mutual) {
  page_.Line(kIndent, kIndent + 4);
  page_.Words(stance.from.valid()         ? entity(stance.from).name
              : stance.claimed_by.valid() ? "Somebody"
                                          : "The author",
              Ink::kBold);
  std::string sign = stance.sign > 0   ? "+ for"
                     : stance.sign < 0 ? "− against"
                                       : "0 towards";
  if (is_mutual) sign = stance.sign > 0 ? "+ with" : "− at odds with";
  page_.Words(sign, stance.sign < 0 ? Ink::kHostile : Ink::kFriendly);
  page_.Words(stance.to.valid() ? entity(stance.to).name : "somebody", Ink::kBold);
  if (!stance.claimed_by.valid()) return;
  const EntityId speaker = reading_.statements[stance.claimed_by.value].speaker;
  page_.Words(speaker.valid() ? StrCat("on the word of ", entity(speaker).name)
                              : "on somebody's word",
              Ink::kDim);
}

void BriefWriter::Stances() {
  const std::vector<Stance>& stances = reading_.stances;
  if (std::none_of(stances.begin(), stances.end(),
                   [&](const Stance& stance) { return IsTold(stance); })) {
    return;
  }
  Heading("Who stands how to whom");
  std::vector<bool> is_done(stances.size(), false);
  for (std::size_t i = 0; i < stances.size(); ++i) {
    if (is_done[i] || !IsTold(stances[i])) continue;
    Stance back = stances[i];
    std::swap(back.from, back.to);
    std::vector<std::size_t> rows;
    std::vector<TextSpan> returned;
    for (std::size_t j = i; j < stances.size(); ++j) {
      if (is_done[j] || !IsTold(stances[j])) continue;
      if (IsSameStand(stances[i], stances[j])) rows.push_back(j);
      if (IsSameStand(back, stances[j])) returned.push_back(stances[j].span);
    }
    const auto is_returned = [&](std::size_t row) {
      return std::find(returned.begin(), returned.end(), stances[row].span) !=
             returned.end();
    };
    const bool is_mutual = std::all_of(rows.begin(), rows.end(), is_returned);
    for (std::size_t j = i; is_mutual && j < stances.size(); ++j) {
      if (IsSameStand(back, stances[j])) is_done[j] = true;
    }
    WriteStand(stances[i], is_mutual);
    WriteGrounds(rows, is_done);
  }
}

void BriefWriter::WriteGrounds(const std::vector<std::size_t>& rows,
                               std::vector<bool>& is_done) {
  std::vector<TextSpan> told;
  for (const std::size_t row : rows) {
    is_done[row] = true;
    const Stance& stance = reading_.stances[row];
    if (std::find(told.begin(), told.end(), stance.span) != told.end()) continue;
    told.push_back(stance.span);
    page_.Line(kIndent + 4);
    page_.Words(Quoted(stance.span));
    for (const std::uint32_t other : stance.contradicts) {
      page_.Line(kIndent + 4);
      page_.Words(stance.claimed_by.valid() ? "but it is reported that" : "but it says",
                  Ink::kDim);
      page_.Words(Quoted(reading_.stances[other].span));
    }
  }
}

std::string BriefWriter::Write() && {
  Title();
  Actors();
  Events();
  Statements();
  Stances();
  if (reading_.language == "en" && reading_.events.empty() &&
      reading_.statements.empty() && reading_.stances.empty()) {
    page_.BlankLine();
    page_.Line(0);
    page_.Words("Nobody did or said anything here that Entente knows how to read.",
                Ink::kDim);
  }
  for (const Warning& warning : reading_.warnings) {
    page_.Line(0);
    page_.Words(StrCat("note: ", warning.message), Ink::kDim);
  }
  page_.BlankLine();
  return std::move(page_).Finish();
}

}  // namespace

std::string Brief(const Document& document, const Reading& reading,
                  const Ontology& ontology, PageStyle style) {
  return BriefWriter(document, reading, ontology, style).Write();
}

}  // namespace entente
