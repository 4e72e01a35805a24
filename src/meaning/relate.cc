#include "meaning/relate.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "meaning/foreseen.h"

namespace entente {
namespace {

constexpr double kHalfSaid = 15;

// The words of a marked party, and their heads.
struct Party {
  EntityId entity;
  std::vector<std::uint32_t> heads;  // one a span
};

class RelationFinder {
 public:
  RelationFinder(const EventCoder& coder, const Analysis& analysis)
      : coder_(coder), analysis_(analysis), rules_(coder.frames().rules) {}

  RelationView Find(std::span<const TextSpan> source,
                    std::span<const TextSpan> target) {
    source_ = Force(source, "source");
    target_ = Force(target, "target");
    coded_ = coder_.Match(analysis_);
    for (std::uint32_t index = 0; index < coded_.matches.size(); ++index) {
      Consider(index);
    }
    ConsiderBareHeads();
    RelationView view;
    view.anchor = Anchor();
    view.source = source_.heads;
    view.target = target_.heads;
    view.source_party = source_.entity;
    view.target_party = target_.entity;
    if (best_clause_ != kNoWord) {
      view.by_frames = Answer();
      view.is_exact = best_binding_ == Binding::kBoth;
    }
    view.offers = std::move(offers_);
    view.entities = std::move(analysis_.mentions.entities);
    return view;
  }

 private:
  // Makes a party's spans mentions of one new entity that can act. It keeps the code
  // and kind that it was found with.
  Party Force(std::span<const TextSpan> spans, const char* name) {
    MentionTable& table = analysis_.mentions;
    Party party;
    party.entity.value = static_cast<std::uint32_t>(table.entities.size());
    Entity entity;
    entity.name = name;
    entity.kind = ActorKind::kOrganisation;
    for (const TextSpan& span : spans) {
      const auto [first, last] = WordsOf(span);
      if (first == kNoWord) continue;
      const std::uint32_t head = HeadOf(first, last);
      party.heads.push_back(head);
      Mention mention;
      mention.span = mention.head = span;
      mention.kind = entity.kind;
      mention.entity = party.entity;
      mention.first_word = first;
      mention.last_word = last;
      mention.head_word = head;
      for (std::uint32_t word = first; word <= last; ++word) {
        TakeCode(word, entity);
        table.mention_at[word] = static_cast<std::uint32_t>(table.mentions.size());
      }
      table.mentions.push_back(mention);
    }
    if (entity.code.empty()) entity.code.sector = "---";
    table.entities.push_back(std::move(entity));
    return party;
  }

  void TakeCode(std::uint32_t word, Entity& entity) const {
    const MentionTable& table = analysis_.mentions;
    if (table.mention_at[word] == kNoWord) return;
    const EntityId id = table.mentions[table.mention_at[word]].entity;
    if (!id.valid()) return;
    const Entity& known = table.entities[id.value];
    const bool is_richer = !known.code.sector.empty() && entity.code.sector.empty();
    if (entity.code.empty() || is_richer) {
      entity.code = known.code;
      entity.kind = known.kind;
    }
  }

  std::pair<std::uint32_t, std::uint32_t> WordsOf(TextSpan span) const {
    const auto& spans = analysis_.tokens->span;
    std::uint32_t first = kNoWord;
    std::uint32_t last = kNoWord;
    for (std::uint32_t word = 0; word < spans.size(); ++word) {
      if (spans[word].end <= span.begin || spans[word].begin >= span.end) continue;
      if (first == kNoWord) first = word;
      last = word;
    }
    return {first, last};
  }

  std::uint32_t HeadOf(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t word = first; word <= last; ++word) {
      const std::uint32_t head = analysis_.tree.head(word);
      const bool is_punct = analysis_.syntax->upos[word] == Upos::kPunct;
      if (!is_punct && (head == kNoWord || head < first || head > last)) return word;
    }
    return first;
  }

  static bool Has(const std::vector<ResolvedActor>& parties, EntityId entity) {
    return std::any_of(parties.begin(), parties.end(), [&](const ResolvedActor& party) {
      return party.entity == entity;
    });
  }

  // Whether a party stands in a slot of the clause, or anywhere below its predicate.
  bool Fills(const Clause& clause, Slot slot, const Party& party) const {
    for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
      if (argument.slot == slot && Holds(argument.word, party)) return true;
    }
    return false;
  }

  bool Holds(std::uint32_t word, const Party& party) const {
    for (const std::uint32_t head : party.heads) {
      if (analysis_.tree.Dominates(word, head)) return true;
    }
    return false;
  }

  bool HoldsAny(const Clause& clause, const Party& party) const {
    for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
      if (Holds(argument.word, party)) return true;
    }
    return Holds(clause.word, party);
  }

  void Offer(std::uint32_t index, std::uint32_t frame, double score, Binding binding) {
    offers_.push_back({frame, TypeOf(index, frame), binding, score});
    if (best_clause_ != kNoWord && score <= best_score_) return;
    best_clause_ = index;
    best_frame_ = frame;
    best_score_ = score;
    best_binding_ = binding;
  }

  // The type of a frame at a clause: what is planned counts as agreed or threatened.
  EventType TypeOf(std::uint32_t clause, std::uint32_t frame) const {
    const EventType type = rules_.frames[frame].type;
    if (coded_.modality[clause] != Modality::kPlanned) return type;
    const auto code = Foreseen(type);
    return code ? code->type : type;
  }

  // The predicate that stands between the two, whatever frames say of it.
  std::uint32_t Anchor() const {
    std::uint32_t best = kNoWord;
    double best_score = 0;
    for (std::uint32_t i = 0; i < analysis_.clauses.clauses.size(); ++i) {
      const double score = Base(analysis_.clauses.clauses[i], i);
      if (best != kNoWord && score <= best_score) continue;
      best = i;
      best_score = score;
    }
    return best;
  }

  // Distance between a predicate and the nearest mention of a party, in words.
  double Distance(const Clause& clause, const Party& party) const {
    double nearest = 1000;
    for (const std::uint32_t head : party.heads) {
      const double gap = head > clause.word ? head - clause.word : clause.word - head;
      nearest = std::min(nearest, gap);
    }
    return nearest;
  }

  double Evidence(const Clause& clause) const {
    const bool is_subject = Fills(clause, Slot::kSubject, source_);
    const bool holds_source = is_subject || HoldsAny(clause, source_);
    const bool target_acts = Fills(clause, Slot::kSubject, target_);
    const bool holds_target = HoldsAny(clause, target_);
    double score = 0;
    if (is_subject) score += 20;
    if (holds_source) score += 6;
    if (holds_target && !target_acts) score += 10;
    if (target_acts && !is_subject) score -= 8;
    return score;
  }

  void Consider(std::uint32_t index) {
    const Match& match = coded_.matches[index];
    if (match.frame == kNoFrame) return;
    const Frame& frame = rules_.frames[match.frame];
    if (frame.is_veto) return;
    const Clause& clause = analysis_.clauses.clauses[index];
    double score = Base(clause, index);
    const bool source_acts = Has(match.actors, source_.entity);
    const bool target_takes = Has(match.recipients, target_.entity);
    const bool source_takes = Has(match.recipients, source_.entity);
    const bool target_acts = Has(match.actors, target_.entity);
    score += 10;
    Binding binding = Binding::kNeither;
    if (source_acts && target_takes) {
      binding = Binding::kBoth;
      score += 100;
    } else if (frame.is_reciprocal && (source_acts || source_takes) &&
               (target_acts || target_takes)) {
      binding = Binding::kBoth;
      score += 90;
    } else if (source_acts) {
      binding = Binding::kSource;
      score += 40;
    } else if (target_takes && match.actors.empty()) {
      binding = Binding::kTarget;
      score += 30;
    } else if (target_takes) {
      binding = Binding::kTarget;
      score += 20;
    }
    if (target_acts && !frame.is_reciprocal) score -= 20;
    Offer(index, match.frame, score, binding);
  }

  double Base(const Clause& clause, std::uint32_t index) const {
    double score = Evidence(clause);
    score -= 0.5 * std::min(Distance(clause, source_), 20.0);
    score -= 0.25 * std::min(Distance(clause, target_), 20.0);
    if (coded_.is_dropped[index]) score -= 30;
    if (clause.kind == ClauseKind::kNoun && clause.light_verb == kNoWord) score -= 4;
    return score;
  }

  // A frame's predicate without its slots: the last resort.
  void ConsiderBareHeads() {
    for (std::uint32_t index = 0; index < analysis_.clauses.clauses.size(); ++index) {
      if (coded_.matches[index].frame != kNoFrame) continue;
      const Clause& clause = analysis_.clauses.clauses[index];
      const std::uint32_t frame = BareFrame(clause);
      if (frame == kNoFrame) continue;
      // "Cost" is an attack on lives alone: a word whose frames all require more than
      // parties says little without it.
      const bool is_plain = rules_.frames[frame].requirements.count == 0;
      Offer(index, frame, Base(clause, index) - (is_plain ? 5 : kHalfSaid),
            is_plain ? Binding::kWord : Binding::kHalfWord);
    }
  }

  // The frame that asks least of the clause's word.
  std::uint32_t BareFrame(const Clause& clause) const {
    const std::string_view lemma =
        clause.kind == ClauseKind::kNoun && !clause.verb.empty() ? clause.verb
                                                                 : clause.lemma;
    const ClauseKind kind = clause.kind == ClauseKind::kNoun && !clause.verb.empty()
                                ? ClauseKind::kVerb
                                : clause.kind;
    std::uint32_t best = kNoFrame;
    std::uint32_t least = UINT32_MAX;
    for (const std::uint32_t candidate : coder_.frames().index.Find(kind, lemma)) {
      const Predicate& predicate = rules_.predicates[candidate];
      const Frame& frame = rules_.frames[predicate.frame];
      if (frame.is_veto || frame.is_general || frame.when_negated) continue;
      if (predicate.tail.count > 0) continue;
      if (predicate.rank < least) {
        least = predicate.rank;
        best = predicate.frame;
      }
    }
    return best;
  }

  PartyRelation Answer() const {
    const Frame& frame = rules_.frames[best_frame_];
    const Clause& clause = analysis_.clauses.clauses[best_clause_];
    PartyRelation relation;
    relation.type = frame.type;
    if (frame.mode != Symbols::kUnknown)
      relation.mode = rules_.symbols.name(frame.mode);
    if (frame.cameo != Symbols::kUnknown) {
      relation.cameo = rules_.symbols.name(frame.cameo);
    }
    relation.trigger = analysis_.tokens->span[clause.word];
    relation.is_negated = clause.is_negated && !frame.when_negated;
    relation.modality = coded_.modality[best_clause_];
    if (relation.modality == Modality::kPlanned) {
      if (const auto code = Foreseen(relation.type)) {
        relation.type = code->type;
        relation.mode = code->mode;
        relation.cameo = code->cameo;
      }
    }
    relation.rule = frame.id;
    const double share = std::clamp(best_score_ / 140.0, 0.05, 0.95);
    const bool is_bare =
        best_binding_ == Binding::kWord || best_binding_ == Binding::kHalfWord;
    relation.confidence = is_bare ? share * 0.5 : share;
    return relation;
  }

  const EventCoder& coder_;
  Analysis analysis_;  // a copy: its mentions are changed
  const RuleSet& rules_;
  Party source_, target_;
  CodedClauses coded_;
  std::uint32_t best_clause_ = kNoWord;
  std::uint32_t best_frame_ = kNoFrame;
  double best_score_ = 0;
  Binding best_binding_ = Binding::kNeither;
  std::vector<FrameOffer> offers_;
};

}  // namespace

RelationView ViewRelation(const EventCoder& coder, const Analysis& analysis,
                          std::span<const TextSpan> source,
                          std::span<const TextSpan> target) {
  return RelationFinder(coder, analysis).Find(source, target);
}

std::optional<PartyRelation> Relate(const EventCoder& coder, const Analysis& analysis,
                                    std::span<const TextSpan> source,
                                    std::span<const TextSpan> target) {
  return Decide(ViewRelation(coder, analysis, source, target), coder, analysis);
}

}  // namespace entente
