#include "meaning/event_setting.h"

#include <algorithm>
#include <string_view>

namespace entente {
namespace {

bool IsLocative(std::string_view preposition) {
  return preposition == "in" || preposition == "at" || preposition == "near" ||
         preposition == "from" || preposition == "to" || preposition == "into" ||
         preposition == "around" || preposition == "outside" ||
         preposition == "inside" || preposition == "on" || preposition == "off" ||
         preposition == "across" || preposition == "over" || preposition == "through" ||
         preposition == "toward" || preposition == "towards" ||
         preposition == "along" || preposition == "throughout" ||
         preposition == "within" || preposition == "outside of";
}

class SettingFinder {
 public:
  explicit SettingFinder(const Analysis& analysis)
      : analysis_(analysis), syntax_(*analysis.syntax), table_(analysis.clauses) {}

  std::vector<EventSetting> Find() {
    settings_.resize(table_.clauses.size());
    time_cost_.assign(table_.clauses.size(), UINT32_MAX);
    place_cost_.assign(table_.clauses.size(), UINT32_MAX);
    for (std::uint32_t i = 0; i < analysis_.times.times.size(); ++i) OfferTime(i);
    for (std::uint32_t i = 0; i < analysis_.places.places.size(); ++i) OfferPlace(i);
    for (std::uint32_t i = 0; i < table_.clauses.size(); ++i) TakeAntecedentTime(i);
    for (std::uint32_t i = 0; i < table_.clauses.size(); ++i) Inherit(i);
    return std::move(settings_);
  }

 private:
  // The head word of a span of words.
  std::uint32_t HeadOf(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t word = first; word <= last; ++word) {
      const std::uint32_t head = syntax_.head[word];
      if (head == kNoWord || head < first || head > last) return word;
    }
    return first;
  }

  // Climbs from a word to the first predicate; `steps` tells how far it was.
  std::uint32_t ClauseAbove(std::uint32_t word, std::uint32_t& steps,
                            std::uint32_t& entry) const {
    std::uint32_t up = word;
    entry = word;
    for (steps = 0; up != kNoWord && steps <= syntax_.size(); ++steps) {
      if (up != word || steps > 0) {
        const std::uint32_t clause = table_.clause_at[up];
        if (clause != kNoWord) return clause;
      }
      entry = up;
      up = syntax_.head[up];
    }
    return kNoWord;
  }

  void OfferTime(std::uint32_t index) {
    const TimeMention& time = analysis_.times.times[index];
    if (time.precision == TimePrecision::kDuration ||
        time.precision == TimePrecision::kSet ||
        time.precision == TimePrecision::kVague ||
        time.first_word > time.last_word) {  // a date of the page
      return;
    }
    const std::uint32_t head = HeadOf(time.first_word, time.last_word);
    std::uint32_t steps = 0;
    std::uint32_t entry = head;
    const std::uint32_t clause = ClauseAbove(head, steps, entry);
    if (clause == kNoWord) return;
    Give(clause, index, steps, head);
    // A noun's day is also its light clause's; a verb's is its plain noun's not.
    const Clause& own = table_.clauses[clause];
    if (own.kind == ClauseKind::kNoun && own.light_verb == kNoWord &&
        own.parent != kNoWord) {
      Give(own.parent, index, steps + 20, head);
    }
  }

  void Give(std::uint32_t clause, std::uint32_t time, std::uint32_t steps,
            std::uint32_t head) {
    const std::uint32_t word = table_.clauses[clause].word;
    const std::uint32_t distance = head > word ? head - word : word - head;
    const std::uint32_t vague = analysis_.times.times[time].begin ? 0 : 1000;
    const std::uint32_t cost = steps * 64 + std::min(distance, 63U) + vague;
    if (cost >= time_cost_[clause]) return;
    time_cost_[clause] = cost;
    settings_[clause].time = TimeId{time};
  }

  void OfferPlace(std::uint32_t index) {
    const PlaceMention& place = analysis_.places.places[index];
    const std::uint32_t head = place.head_word;
    std::uint32_t steps = 0;
    std::uint32_t entry = head;
    const std::uint32_t clause = ClauseAbove(head, steps, entry);
    if (clause == kNoWord) return;
    const std::uint32_t cost = PlaceCost(head, entry, steps, place.precision);
    if (cost < place_cost_[clause]) {
      place_cost_[clause] = cost;
      settings_[clause].place = PlaceId{index};
    }
  }

  // "Moscow's ally": the government, no place.
  bool StandsForState(std::uint32_t head) const {
    const std::uint32_t mention = analysis_.mentions.mention_at[head];
    if (mention == kNoWord) return false;
    const EntityId entity = analysis_.mentions.mentions[mention].entity;
    return entity.valid() &&
           analysis_.mentions.entities[entity.value].kind == ActorKind::kCountry;
  }

  // Locative phrases first, then places within the object; nothing from the subject.
  std::uint32_t PlaceCost(std::uint32_t head, std::uint32_t entry, std::uint32_t steps,
                          PlacePrecision precision) const {
    const Relation relation = Universal(syntax_.relation[entry]);
    if (relation == Relation::kNsubj &&
        syntax_.relation[entry] != Relation::kNsubjPass) {
      return UINT32_MAX;
    }
    const std::uint32_t marker = analysis_.tree.ChildBy(head, Relation::kCase);
    const bool is_locative = marker != kNoWord && IsLocative(syntax_.lemma[marker]);
    const bool is_country = precision == PlacePrecision::kCountry;
    const bool is_content = marker != kNoWord && syntax_.lemma[marker] == "of";
    if (!is_locative && (is_country || StandsForState(head))) return UINT32_MAX;
    if (!is_locative && !is_content && relation != Relation::kObj &&
        relation != Relation::kNsubj && relation != Relation::kObl) {
      return UINT32_MAX;
    }
    const std::uint32_t looseness = is_locative ? 0 : 8;
    return steps + looseness + (is_country ? 4U : 0U);
  }

  // "in the mid-1990s, when the group seized ...": the relative clause happens then.
  void TakeAntecedentTime(std::uint32_t index) {
    const Clause& clause = table_.clauses[index];
    if (clause.embedding != Embedding::kTime || settings_[index].time.valid()) return;
    const std::uint32_t verb =
        clause.light_verb != kNoWord ? clause.light_verb : clause.word;
    const std::uint32_t head = syntax_.head[verb];
    if (head == kNoWord) return;
    std::uint32_t time = analysis_.times.time_at[head];
    if (time == kNoWord) time = TimeBefore(analysis_.tree.leftmost(verb));
    if (time != kNoWord) {
      settings_[index].time = TimeId{time};
      return;
    }
    // "when the group seized a plane and took hostages": one time for both.
    const std::uint32_t first =
        syntax_.relation[verb] == Relation::kConj ? table_.clause_at[head] : kNoWord;
    if (first != kNoWord && first < index)
      settings_[index].time = settings_[first].time;
  }

  // The time expression that ends right before a word and its comma.
  std::uint32_t TimeBefore(std::uint32_t word) const {
    if (word > 0 && syntax_.upos[word - 1] == Upos::kPunct) --word;
    return word > 0 ? analysis_.times.time_at[word - 1] : kNoWord;
  }

  static bool SharesTime(const Clause& clause) {
    return clause.embedding == Embedding::kAdverbial ||
           clause.embedding == Embedding::kTime;
  }

  void Inherit(std::uint32_t index) {
    // Up through clauses that happen at the time of the one above them.
    std::uint32_t from = index;
    for (int steps = 0; steps < 6; ++steps) {
      const Clause& clause = table_.clauses[from];
      if (settings_[index].time.valid()) break;
      if (!SharesTime(clause) || clause.parent == kNoWord) break;
      from = clause.parent;
      settings_[index].time = settings_[from].time;
    }
    TakeFrontedTime(index);
  }

  // "On Wednesday, A met B and said ...": what stands before the first verb holds for
  // all.
  void TakeFrontedTime(std::uint32_t index) {
    const Clause& clause = table_.clauses[index];
    if (settings_[index].time.valid()) return;
    std::uint32_t verb = clause.light_verb != kNoWord ? clause.light_verb : clause.word;
    if (syntax_.relation[verb] != Relation::kConj) return;
    const std::uint32_t head = syntax_.head[verb];
    if (head == kNoWord || table_.clause_at[head] == kNoWord) return;
    const std::uint32_t first = table_.clause_at[head];
    const TimeId time = settings_[first].time;
    if (!time.valid()) return;
    if (analysis_.tree.ChildBy(verb, Relation::kNsubj) != kNoWord) return;
    const TimeMention& mention = analysis_.times.times[time.value];
    if (mention.last_word < head) settings_[index].time = time;
  }

  const Analysis& analysis_;
  const SyntaxTable& syntax_;
  const ClauseTable& table_;
  std::vector<EventSetting> settings_;
  std::vector<std::uint32_t> time_cost_, place_cost_;
};

}  // namespace

std::vector<EventSetting> FindSettings(const Analysis& analysis) {
  return SettingFinder(analysis).Find();
}

}  // namespace entente
