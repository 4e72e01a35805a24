// The country that the text speaks of where a noun has none of its own: "the
// government", "rebels in Darfur", "Defence Minister Pierre Joxe".
#include <algorithm>
#include <array>
#include <set>

#include "meaning/coreference.h"
#include "world/world.h"

namespace entente {
namespace {

constexpr std::uint32_t kSentencesBack = 3;
constexpr std::uint32_t kLongestPath = 5;
constexpr int kMostCounted = 12;  // of the country that the document names most
constexpr int kAtHome = 4;        // more for the country that it opens with
constexpr int kAtOdds = 12;       // less for whom the clause sets against the draft

// Sectors of whom no country is without, whoever speaks of them.
bool IsOfState(std::string_view sector) {
  constexpr std::array<std::string_view, 7> kSectors = {"GOV", "MIL", "COP", "JUD",
                                                        "LEG", "SPY", "PTY"};
  return std::find(kSectors.begin(), kSectors.end(), sector) != kSectors.end();
}

bool IsAnybody(std::string_view sector) {
  return sector == "CVL" || sector == "REF" || sector == "CRM";
}

}  // namespace

// The country that a draft names: a state or a place in one.
std::string_view Coreferencer::StateOf(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  // "The junta said that the army would stay": the one that was named before.
  const bool is_known =
      draft.code.country.empty() && draft.role != kNone && entity_of_[index] != kNone;
  const std::string& country =
      is_known ? known_[entity_of_[index]].entity.code.country : draft.code.country;
  const bool is_state =
      country.size() == 3 && analysis_.world->CountryByCode(country).has_value();
  return is_state ? std::string_view(country) : std::string_view();
}

// True where a draft hangs below a word by at most a few steps: "in Darfur" below
// "rebels", "based in Trinidad" below "group".
bool Coreferencer::HangsBelow(std::uint32_t index, std::uint32_t word) const {
  std::uint32_t at = drafts_[index].head_word;
  for (std::uint32_t step = 0; step < kLongestPath; ++step) {
    const Relation relation = Universal(syntax_.relation[at]);
    const std::uint32_t head = syntax_.head[at];
    if (head == kNoWord) return false;
    const bool describes = relation == Relation::kNmod || relation == Relation::kAcl ||
                           relation == Relation::kObl || relation == Relation::kAmod ||
                           relation == Relation::kObj;
    if (!describes) return false;
    if (head == word) return true;
    at = head;
  }
  return false;
}

// True where a place stands in the clause of a word or in one right above or below it:
// "killed 23 people when they blew themselves up in Tel Aviv".
bool Coreferencer::SharesClause(std::uint32_t index, std::uint32_t word) const {
  const auto verb_over = [&](std::uint32_t at) {
    for (std::uint32_t step = 0; step < kLongestPath && at != kNoWord; ++step) {
      at = syntax_.head[at];
      if (at != kNoWord && syntax_.upos[at] == Upos::kVerb) return at;
    }
    return kNoWord;
  };
  const std::uint32_t own = verb_over(word);
  const std::uint32_t other = verb_over(drafts_[index].head_word);
  if (own == kNoWord || other == kNoWord) return false;
  return own == other || syntax_.head[own] == other || syntax_.head[other] == own;
}

// Whose a noun is by its own pronoun: "its army", "their leaders"; kNone where it has
// none.
std::uint32_t Coreferencer::OwnerOf(std::uint32_t index) const {
  const std::uint32_t owner =
      analysis_.tree.ChildBy(drafts_[index].head_word, Relation::kNmodPoss);
  if (owner == kNoWord || syntax_.upos[owner] != Upos::kPron) return kNone;
  const std::uint32_t draft = draft_at_[owner];
  return draft == kNone || drafts_[draft].pronoun == nullptr ? kNone : draft;
}

// True for a place that tells where people are: "refugees from Darfur", "killed 23
// people in Tel Aviv".
bool Coreferencer::IsBeside(std::uint32_t place, std::uint32_t index) const {
  const MentionDraft& named = drafts_[place];
  const bool is_area =
      named.kind == ActorKind::kPlace || named.kind == ActorKind::kCountry;
  if (!is_area || named.sentence != drafts_[index].sentence || !IsLocated(named)) {
    return false;
  }
  if (HangsBelow(place, drafts_[index].head_word)) return true;
  const Relation relation = syntax_.relation[named.head_word];
  const bool is_oblique =
      relation != Relation::kNmodPoss &&
      (Universal(relation) == Relation::kObl || Universal(relation) == Relation::kNmod);
  return is_oblique && SharesClause(place, drafts_[index].head_word);
}

// False for what something is about or goes to: "extradition to China", "war with
// Iraq".
bool Coreferencer::IsLocated(const MentionDraft& place) const {
  constexpr std::array<std::string_view, 8> kElsewhere = {
      "to", "with", "against", "by", "for", "about", "over", "towards"};
  const std::uint32_t marker = analysis_.tree.ChildBy(place.head_word, Relation::kCase);
  return marker == kNoWord || std::find(kElsewhere.begin(), kElsewhere.end(),
                                        syntax_.lemma[marker]) == kElsewhere.end();
}

// True where a place hangs from the noun: "Muslim forces in eastern Bosnia".
bool Coreferencer::HasOwnPlace(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  for (std::uint32_t i = index + 1;
       i < drafts_.size() && drafts_[i].sentence == draft.sentence; ++i) {
    const bool is_area =
        drafts_[i].kind == ActorKind::kPlace || drafts_[i].kind == ActorKind::kCountry;
    if (is_area && !StateOf(i).empty() && HangsBelow(i, draft.head_word)) return true;
  }
  return false;
}

// "urged the authorities", "Senator X criticised Russia": the two ends of one act are
// seldom of one country.
bool Coreferencer::AreAtOdds(const MentionDraft& draft,
                             const MentionDraft& named) const {
  if (syntax_.head[named.head_word] != syntax_.head[draft.head_word]) return false;
  const auto is_target = [&](const MentionDraft& one) {
    const Relation relation = Universal(syntax_.relation[one.head_word]);
    return relation == Relation::kObj || relation == Relation::kIobj ||
           (relation == Relation::kObl && !IsLocated(one));
  };
  const auto is_subject = [&](const MentionDraft& one) {
    return Universal(syntax_.relation[one.head_word]) == Relation::kNsubj;
  };
  return (is_subject(named) && is_target(draft)) ||
         (is_subject(draft) && is_target(named));
}

// How much a country named by one draft is what another draft is about.
int Coreferencer::WeightOf(std::uint32_t other, std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  const MentionDraft& named = drafts_[other];
  const bool is_area =
      named.kind == ActorKind::kPlace || named.kind == ActorKind::kCountry;
  const Relation relation = Universal(syntax_.relation[named.head_word]);
  const bool is_subject = relation == Relation::kNsubj;
  if (named.sentence != draft.sentence) {
    const int distance = static_cast<int>(draft.sentence - named.sentence);
    return std::max(2, 10 - 2 * distance) + (is_subject ? 2 : 0);
  }
  const bool is_after = named.first_word > draft.last_word;
  if (is_after && !is_area) return 0;
  if (is_after && IsLocated(named) && HangsBelow(other, draft.head_word)) return 40;
  // "Russian officials, among them Defence Minister X".
  if (!is_after && HangsBelow(index, named.head_word)) return 30;
  const bool is_local = !IsOfState(draft.code.sector);
  int weight = is_area && !IsLocated(named) ? 9 : 15;  // "the border with Mali"
  if (is_after) weight = is_local ? 12 : 7;
  if (is_local && !is_area && !is_after) weight = 8;
  if (is_local && is_area && !IsLocated(named)) weight = 5;  // "a deal with the US"
  if (is_subject && !is_after && (is_area || !is_local)) weight += 6;
  const bool is_oblique = relation == Relation::kObl || relation == Relation::kNmod;
  if (is_local && is_area && is_oblique && IsLocated(named)) weight += 8;
  return weight;
}

// The country that the text speaks of at a draft: by nearness, by the part that its
// name plays, by how often the document names it.
std::string Coreferencer::ContextCountry(std::uint32_t index) const {
  const std::uint32_t sentence = drafts_[index].sentence;
  // "people", "refugees" may be anybody's: only a place beside them tells.
  const bool is_anybody = IsAnybody(drafts_[index].code.sector);
  std::map<std::string_view, int> weights;
  std::set<std::string_view> foes;
  const bool is_of_state =
      IsOfState(drafts_[index].code.sector);  // rebels fight their own
  const auto weigh = [&](std::uint32_t i) {
    const std::string_view country = StateOf(i);
    if (country.empty()) return;
    if (is_anybody && !IsBeside(i, index)) return;
    if (drafts_[i].sentence == sentence && (is_of_state || i < index) &&
        AreAtOdds(drafts_[index], drafts_[i])) {
      foes.insert(country);
    }
    int& weight = weights[country];
    weight = std::max(weight, WeightOf(i, index));
  };
  for (std::uint32_t i = index; i-- > 0;) {
    if (drafts_[i].sentence + kSentencesBack < sentence) break;
    weigh(i);
  }
  for (std::uint32_t i = index + 1;
       i < drafts_.size() && drafts_[i].sentence == sentence; ++i) {
    weigh(i);
  }
  std::string_view best;
  int best_weight = 0;
  for (const auto& [country, count] : focus_) {
    const auto near = weights.find(country);
    if (is_anybody && near == weights.end()) continue;
    int weight = std::min(count, kMostCounted * count / most_named_) +
                 (near == weights.end() ? 0 : near->second);
    if (country == home_) weight += kAtHome;
    if (foes.count(country) > 0) weight -= kAtOdds;
    if (weight > best_weight) {
      best = country;
      best_weight = weight;
    }
  }
  return std::string(best);
}

// The country of every earlier "X's junta", "X junta" where the text calls only one so:
// "the junta" is that one.
std::string Coreferencer::CountryOfNamesakes(std::uint32_t index) const {
  std::string_view country;
  const std::string lemma = RoleLemma(drafts_[index]);
  for (std::uint32_t i = index; i-- > 0;) {
    if (StateOf(i).empty() || drafts_[i].role == kNone) continue;
    if (drafts_[i].is_plural != drafts_[index].is_plural) continue;
    if (RoleLemma(drafts_[i]) != lemma) continue;
    if (!country.empty() && country != StateOf(i)) return {};
    country = StateOf(i);
  }
  return std::string(country);
}

// How often each country is named and which one first, for ContextCountry.
void Coreferencer::ReadFocus() {
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    const std::string_view country = StateOf(i);
    if (country.empty()) continue;
    most_named_ = std::max(most_named_, ++focus_[country]);
    if (home_.empty()) home_ = country;
  }
}

// True for a noun of some country that its words do not name.
bool Coreferencer::TakesContext(std::uint32_t index) const {
  const MentionDraft& draft = drafts_[index];
  if (draft.takes_context) return true;
  if (!draft.code.country.empty() || draft.code.sector.empty()) return false;
  if (draft.role == kNone) return draft.title != kNone;
  if (draft.is_of_other_people) return HasOwnPlace(index);
  const Role role = analysis_.world->role(names_.roles[draft.role].id);
  if (!role.country.empty()) return false;
  if (role.lemma.starts_with("peacekeep")) return false;  // of whoever sends them
  // "foreign governments", "parliaments": of no one country.
  const bool is_several = role.is_plural && role.kind == RoleKind::kOrganisation &&
                          (role.sector == "GOV" || role.sector == "PTY" ||
                           role.sector == "LEG" || role.sector == "JUD");
  return !is_several && draft.code.sector != "SOC" && draft.code.sector != "JRN";
}

// "its army": the owner's country; a country's or an alliance's force has its group.
bool Coreferencer::TakeOwner(std::uint32_t index, ActorCode& code) const {
  const std::uint32_t owner = OwnerOf(index);
  if (owner == kNone || entity_of_[owner] == kNone) return false;
  const Entity& entity = known_[entity_of_[owner]].entity;
  if (entity.code.country.empty()) return false;
  code.country = entity.code.country;
  const bool is_body =
      entity.kind == ActorKind::kOrganisation || entity.kind == ActorKind::kGroup;
  if (is_body && code.group.empty()) code.group = entity.code.group;
  return true;
}

// "its members", "his officers": part of their owner.
void Coreferencer::TakeOwnersCode(std::uint32_t index, Entity& entity) const {
  const Role role = analysis_.world->role(names_.roles[drafts_[index].role].id);
  const std::uint32_t owner = OwnerOf(index);
  if (!(role.flags & kRoleTakesSector) || owner == kNone ||
      entity_of_[owner] == kNone) {
    return;
  }
  entity.code = known_[entity_of_[owner]].entity.code;
  if (!entity.code.empty()) entity.code_source = "code of its owner";
}

void Coreferencer::FillCountries() {
  std::vector<std::uint32_t> first(known_.size(), kNone);
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    if (entity_of_[i] != kNone && drafts_[i].pronoun == nullptr &&
        first[entity_of_[i]] == kNone) {
      first[entity_of_[i]] = i;
    }
  }
  for (std::uint32_t i = 0; i < known_.size(); ++i) {
    Known& known = known_[i];
    Entity& entity = known.entity;
    if (first[i] != kNone && entity.code.empty() && drafts_[first[i]].role != kNone) {
      TakeOwnersCode(first[i], entity);
    }
    if (!known.takes_context || !entity.code.country.empty() || first[i] == kNone) {
      continue;
    }
    if (TakeOwner(first[i], entity.code)) {
      entity.code_source += ", country of its owner";
      continue;
    }
    entity.code.country = ContextCountry(first[i]);
    if (!entity.code.country.empty()) entity.code_source += ", country from context";
  }
}

}  // namespace entente
