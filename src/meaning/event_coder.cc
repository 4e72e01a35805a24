#include "meaning/event_coder.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "meaning/counts.h"
#include "meaning/embedded.h"
#include "meaning/event_setting.h"
#include "meaning/foreseen.h"
#include "meaning/learned_event.h"
#include "meaning/modality.h"

namespace entente {
namespace {

class EventMaker {
 public:
  EventMaker(const Frames& frames, const ContextTable& contexts,
             const Analysis& analysis)
      : frames_(frames),
        contexts_(contexts),
        analysis_(analysis),
        matcher_(frames, analysis) {}

  // `learned` is by clause, ascending.
  std::vector<Event> Make(const CodedClauses& coded,
                          const std::vector<LearnedReading>& learned) {
    const std::vector<EventSetting> settings = FindSettings(analysis_);
    std::vector<Event> events;
    auto guess = learned.begin();
    for (std::uint32_t index = 0; index < coded.matches.size(); ++index) {
      const Match& match = coded.matches[index];
      std::optional<Event> event;
      if (guess != learned.end() && guess->candidate.clause == index) {
        event = MakeLearned(*guess++, coded);
      } else if (match.frame != kNoFrame && !coded.is_dropped[index]) {
        const Frame& frame = frames_.rules.frames[match.frame];
        if (!frame.is_veto && !IsSaidAbove(index, frame, coded)) {
          event = MakeEvent(index, match, frame, coded);
        }
      }
      if (!event || !IsTold(*event, analysis_.clauses.clauses[index])) continue;
      event->time = settings[index].time;
      event->place = settings[index].place;
      events.push_back(std::move(*event));
    }
    return events;
  }

 private:
  // "demonstrated to demand the return of land": what they ask for is their protest;
  // "set up channels to exchange information" is one act.
  bool IsSaidAbove(std::uint32_t index, const Frame& frame,
                   const CodedClauses& coded) const {
    const Clause& clause = analysis_.clauses.clauses[index];
    const bool is_aim = clause.embedding == Embedding::kPurpose ||
                        clause.embedding == Embedding::kAdverbial;
    if (!is_aim || clause.parent == kNoWord) return false;
    const std::uint32_t up = coded.matches[clause.parent].frame;
    if (up == kNoFrame || frames_.rules.frames[up].is_veto) return false;
    const EventType above = frames_.rules.frames[up].type;
    const bool is_purpose = clause.embedding == Embedding::kPurpose;
    return (frame.type == above && is_purpose) ||
           (frame.type == EventType::kRequest && above == EventType::kProtest);
  }

  Event MakeEvent(std::uint32_t index, const Match& match, const Frame& frame,
                  const CodedClauses& coded) const {
    const Clause& clause = analysis_.clauses.clauses[index];
    Event event;
    event.span = WordsOf(clause);
    event.trigger = TriggerOf(clause);
    event.sentence = clause.sentence;
    event.trigger_word = clause.word;
    event.type = frame.type;
    event.rule = frame.id;
    SetCodes(index, match, frame, coded, event);
    SetParties(match, frame, event);
    event.is_negated = clause.is_negated && !frame.when_negated;
    event.modality = coded.modality[index];
    if (event.modality == Modality::kPlanned) SetForeseen(event, event.type);
    if (event.type == EventType::kAgree) SetThreat(clause, coded, event);
    event.confidence = ConfidenceOf(match, clause, frame);
    if (clause.is_question) event.confidence *= 0.5;
    SetContexts(clause, frame, event);
    SetCounts(index, match, frame, coded, event);
    event.claimed_by = StatementOver(event.trigger);
    if (event.claimed_by.valid()) KeepWithin(event);
    return event;
  }

  // As a frame that asks for nothing would code it.
  Event MakeLearned(const LearnedReading& reading, const CodedClauses& coded) const {
    Frame frame;
    frame.type = reading.guess.type;
    frame.id = StrCat("learned.", AsciiLower(Name(frame.type)));
    Match match;
    match.actors = {reading.candidate.actor};
    match.recipients = {reading.candidate.recipient};
    Event event = MakeEvent(reading.candidate.clause, match, frame, coded);
    event.confidence = reading.guess.confidence;
    event.nearest = reading.nearest;
    return event;
  }

  // The clause with the clauses that complete it: "agreed", and to what.
  TextSpan WordsOf(const Clause& clause) const {
    std::uint32_t first = clause.first_word;
    std::uint32_t last = clause.last_word;
    for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
      if (argument.slot != Slot::kComplement || argument.clause == kNoWord) continue;
      const Clause& inner = analysis_.clauses.clauses[argument.clause];
      if (inner.sentence != clause.sentence || inner.first_word < clause.first_word)
        continue;
      last = std::max(last, inner.last_word);
    }
    const auto& spans = analysis_.tokens->span;
    return {spans[first].begin, spans[last].end};
  }

  // Inside a quotation nothing from outside takes part, whatever the tree says: not the
  // speaker, not the words around the quotation.
  void KeepWithin(Event& event) const {
    const Statement& statement = analysis_.statements[event.claimed_by.value];
    if (statement.kind != SpeechKind::kDirect) return;
    for (const TextSpan content : statement.content) {
      if (event.trigger.begin < content.begin || event.trigger.end > content.end)
        continue;
      event.span.begin = std::max(event.span.begin, content.begin);
      event.span.end = std::min(event.span.end, content.end);
    }
  }

  bool IsQuotedElsewhere(const ResolvedActor& party, StatementId claim) const {
    if (!claim.valid() || party.mention == kNoWord) return false;
    const Statement& statement = analysis_.statements[claim.value];
    if (statement.kind != SpeechKind::kDirect || !statement.speaker.valid())
      return false;
    const TextSpan words = analysis_.mentions.mentions[party.mention].span;
    return std::none_of(statement.content.begin(), statement.content.end(),
                        [&](TextSpan content) {
                          return content.begin < words.end && words.begin < content.end;
                        });
  }

  // Parents who ask a doctor, a girl who is named: nobody there acts for a country, a
  // body or a group. What is done by force is told whoever they are.
  bool IsPrivate(const Event& event) const {
    if (event.type == EventType::kAssault || event.type == EventType::kCoerce ||
        event.type == EventType::kProtest) {
      return false;
    }
    const auto is_public = [&](EntityId id) {
      const ActorCode& code = analysis_.mentions.entities[id.value].code;
      return !code.country.empty() || !code.group.empty() ||
             (!code.sector.empty() && code.sector != "CVL");
    };
    return std::none_of(event.actor.begin(), event.actor.end(), is_public) &&
           std::none_of(event.recipient.begin(), event.recipient.end(), is_public);
  }

  // A row needs a party; a bare noun ("the fight against X", "talks with X") tells of
  // an act only where it also says whose.
  bool IsTold(const Event& event, const Clause& clause) const {
    if (event.actor.empty() && event.recipient.empty()) return false;
    if (event.is_reciprocal && event.actor.empty()) return false;
    if (IsTopic(clause) || IsPrivate(event)) return false;
    const bool is_bare_noun =
        clause.kind == ClauseKind::kNoun && clause.light_verb == kNoWord;
    if (!is_bare_noun) return true;
    const bool has_both = !event.actor.empty() && !event.recipient.empty();
    if (event.is_reciprocal) return has_both;
    return !event.actor.empty() || IsBlowAtSomebody(event, clause);
  }

  // "after the killing of X", "the attack on Sousse": who was struck is told, though
  // not by whom.
  bool IsBlowAtSomebody(const Event& event, const Clause& clause) const {
    const std::uint32_t article = analysis_.tree.ChildBy(clause.word, Relation::kDet);
    const bool is_fact = !clause.is_negated && clause.modality == Modality::kAsserted;
    if (event.type != EventType::kAssault || !is_fact || article == kNoWord)
      return false;
    if (analysis_.syntax->lemma[article] != "the") return false;
    return std::any_of(
        event.recipient.begin(), event.recipient.end(), [&](EntityId id) {
          const Entity& entity = analysis_.mentions.entities[id.value];
          return !entity.code.empty() || entity.kind == ActorKind::kPerson;
        });
  }

  static void SetForeseen(Event& event, EventType planned) {
    const auto code = Foreseen(planned);
    if (!code) return;
    event.type = code->type;
    event.mode = code->mode;
    event.cameo = code->cameo;
  }

  // "agreed to freeze the assets": what is promised is no cooperation.
  void SetThreat(const Clause& clause, const CodedClauses& coded, Event& event) const {
    for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
      if (argument.slot != Slot::kComplement || argument.clause == kNoWord) continue;
      const std::uint32_t inner = coded.matches[argument.clause].frame;
      if (inner == kNoFrame || frames_.rules.frames[inner].is_veto) continue;
      const EventType type = frames_.rules.frames[inner].type;
      const auto code = Foreseen(type);
      if (!code || code->type != EventType::kThreaten ||
          analysis_.clauses.clauses[argument.clause].is_negated) {
        continue;
      }
      SetForeseen(event, type);
      return;
    }
  }

  // "interests coincide in fighting X", "it has to do with fighting X": what something
  // is about, not what somebody did.
  bool IsTopic(const Clause& clause) const {
    const SyntaxTable& syntax = *analysis_.syntax;
    if (syntax.xpos[clause.word] != Xpos::kVbg) return false;
    if (analysis_.tree.ChildBy(clause.word, Relation::kAux) != kNoWord) return false;
    std::uint32_t mark = analysis_.tree.ChildBy(clause.word, Relation::kMark);
    if (mark == kNoWord) mark = analysis_.tree.ChildBy(clause.word, Relation::kCase);
    return mark != kNoWord &&
           (syntax.lemma[mark] == "in" || syntax.lemma[mark] == "with");
  }

  TextSpan TriggerOf(const Clause& clause) const {
    const auto& spans = analysis_.tokens->span;
    TextSpan trigger = spans[clause.word];
    // "held negotiations", "carried out": the words that make the predicate, where they
    // stand close together.
    for (const std::uint32_t word : {clause.light_verb, clause.particle}) {
      if (word == kNoWord) continue;
      const std::uint32_t gap =
          word > clause.word ? word - clause.word : clause.word - word;
      if (gap > 4) continue;
      trigger.begin = std::min(trigger.begin, spans[word].begin);
      trigger.end = std::max(trigger.end, spans[word].end);
    }
    return trigger;
  }

  std::string NameOf(std::uint32_t symbol) const {
    return symbol == Symbols::kUnknown ? std::string()
                                       : frames_.rules.symbols.name(symbol);
  }

  void SetCodes(std::uint32_t index, const Match& match, const Frame& frame,
                const CodedClauses& coded, Event& event) const {
    event.mode = NameOf(frame.mode);
    event.cameo = NameOf(frame.cameo);
    for (const ModeRule& rule : RuleSet::Of(frames_.rules.modes, frame.modes)) {
      if (matcher_
              .Fillers(index, rule.pattern, match.is_light_verb_frame, coded.matches)
              .empty()) {
        continue;
      }
      event.mode = NameOf(rule.mode);
      if (rule.cameo != Symbols::kUnknown) event.cameo = NameOf(rule.cameo);
      return;
    }
  }

  std::optional<TextSpan> SpanOf(const std::vector<ResolvedActor>& parties) const {
    for (const ResolvedActor& party : parties) {
      const std::uint32_t mention = party.mention;
      if (mention != kNoWord) return analysis_.mentions.mentions[mention].span;
    }
    return std::nullopt;
  }

  void SetParties(const Match& match, const Frame& frame, Event& event) const {
    const StatementId claim = StatementOver(event.trigger);
    for (const ResolvedActor& actor : match.actors) {
      if (!IsQuotedElsewhere(actor, claim)) event.actor.push_back(actor.entity);
    }
    for (const ResolvedActor& recipient : match.recipients) {
      if (IsQuotedElsewhere(recipient, claim)) continue;
      const bool is_actor = std::find(event.actor.begin(), event.actor.end(),
                                      recipient.entity) != event.actor.end();
      if (!is_actor) event.recipient.push_back(recipient.entity);
    }
    event.actor_span = SpanOf(match.actors);
    event.recipient_span = SpanOf(match.recipients);
    event.is_reciprocal = frame.is_reciprocal;
    // "Kenya and Tanzania held talks": each is the other's partner.
    // Two who agree on something agree with one another.
    const bool is_mutual =
        frame.is_reciprocal || frame.type == EventType::kAgree ||
        (event.type == EventType::kRetreat && NameOf(frame.mode) == "ceasefire");
    if (is_mutual && event.actor.size() > 1 && IsAmongThem(event)) {
      event.is_reciprocal = true;
      event.recipient.assign(event.actor.begin() + 1, event.actor.end());
      event.actor.resize(1);
      std::vector<ResolvedActor> others(match.actors.begin() + 1, match.actors.end());
      event.recipient_span = SpanOf(others);
    }
  }

  // True where nobody but the actors themselves is named: "Bahrain and Israel agreed to
  // exchange ambassadors".
  bool IsAmongThem(const Event& event) const {
    const auto& entities = analysis_.mentions.entities;
    const auto is_own = [&](EntityId recipient) {
      const std::string& country = entities[recipient.value].code.country;
      return country.empty() ||
             std::any_of(event.actor.begin(), event.actor.end(), [&](EntityId id) {
               return entities[id.value].code.country == country;
             });
    };
    return event.recipient.empty() ||
           (event.type == EventType::kAgree &&
            std::all_of(event.recipient.begin(), event.recipient.end(), is_own));
  }

  void SetContexts(const Clause& clause, const Frame& frame, Event& event) const {
    for (const std::uint32_t symbol :
         RuleSet::Of(frames_.rules.contexts, frame.contexts)) {
      event.contexts.push_back(frames_.rules.symbols.name(symbol));
    }
    std::uint64_t bits = 0;
    std::string pair;
    for (std::uint32_t word = clause.first_word; word <= clause.last_word; ++word) {
      const std::string_view lemma = analysis_.syntax->lemma[word];
      bits |= contexts_.Of(lemma);
      if (word == clause.first_word) continue;
      pair.assign(analysis_.syntax->lemma[word - 1]);
      pair += ' ';
      pair += lemma;
      bits |= contexts_.Of(pair);
    }
    for (std::size_t i = 0; i < contexts_.names().size(); ++i) {
      if ((bits >> i & 1U) == 0) continue;
      const std::string& name = contexts_.names()[i];
      if (std::find(event.contexts.begin(), event.contexts.end(), name) ==
          event.contexts.end()) {
        event.contexts.push_back(name);
      }
    }
  }

  void SetCounts(std::uint32_t index, const Match& match, const Frame& frame,
                 const CodedClauses& coded, Event& event) const {
    for (const CountRule& rule : RuleSet::Of(frames_.rules.counts, frame.counts)) {
      for (const std::uint32_t word : matcher_.Fillers(
               index, rule.pattern, match.is_light_verb_frame, coded.matches)) {
        const auto count = CountOn(analysis_, word);
        if (!count) continue;
        event.counts.push_back(
            {NameOf(rule.what), count->number, count->at_least, count->span});
      }
    }
  }

  // The innermost statement whose content holds the trigger.
  StatementId StatementOver(TextSpan trigger) const {
    StatementId best;
    std::uint32_t best_size = UINT32_MAX;
    for (std::uint32_t i = 0; i < analysis_.statements.size(); ++i) {
      for (const TextSpan& content : analysis_.statements[i].content) {
        const bool holds = content.begin <= trigger.begin && trigger.end <= content.end;
        const std::uint32_t size = content.end - content.begin;
        if (holds && size < best_size) {
          best = StatementId{i};
          best_size = size;
        }
      }
    }
    return best;
  }

  const Frames& frames_;
  const ContextTable& contexts_;
  const Analysis& analysis_;
  Matcher matcher_;
};

}  // namespace

Result<EventCoder> EventCoder::Load(const std::string& data_dir,
                                    bool has_learned_part) {
  TRY(Frames frames, Frames::Load(data_dir));
  TRY(ContextTable contexts, ContextTable::Read(data_dir + "/lexicon/contexts.tsv"));
  EventCoder coder(std::move(frames), std::move(contexts));
  if (has_learned_part) {
    TRY(LearnedModel learned, LearnedModel::Open(data_dir + "/events.model"));
    coder.learned_ = std::move(learned);
  }
  return coder;
}

CodedClauses EventCoder::Match(const Analysis& analysis) const {
  const ClauseTable& table = analysis.clauses;
  const Matcher matcher(frames_, analysis);
  CodedClauses coded;
  coded.matches.resize(table.clauses.size());
  coded.is_dropped.assign(table.clauses.size(), false);
  coded.modality.resize(table.clauses.size());
  for (std::size_t i = 0; i < table.clauses.size(); ++i) {
    coded.modality[i] = table.clauses[i].modality;
  }
  const std::vector<std::uint32_t> order = InnermostFirst(table);
  for (const std::uint32_t index : order) {
    coded.matches[index] = matcher.Best(index, coded.matches);
  }
  for (auto visit = order.rbegin(); visit != order.rend(); ++visit) {
    const std::uint32_t index = *visit;
    const entente::Match& match = coded.matches[index];
    const bool speaks =
        match.frame != kNoFrame && !frames_.rules.frames[match.frame].is_veto;
    for (const Argument& argument : table.arguments_of(table.clauses[index])) {
      if (argument.slot != Slot::kComplement || argument.clause == kNoWord) continue;
      if (coded.is_dropped[index]) coded.is_dropped[argument.clause] = true;
      if (!speaks) continue;
      const Embeds embeds = frames_.rules.frames[match.frame].embeds;
      if (embeds == Embeds::kDrop) coded.is_dropped[argument.clause] = true;
      coded.modality[argument.clause] =
          ModalityOf(embeds, coded.modality[argument.clause]);
    }
  }
  return coded;
}

std::vector<Event> EventCoder::Code(const Analysis& analysis) const {
  const CodedClauses coded = Match(analysis);
  return EventMaker(frames_, contexts_, analysis)
      .Make(coded, ReadSilentClauses(*this, analysis, coded));
}

}  // namespace entente
