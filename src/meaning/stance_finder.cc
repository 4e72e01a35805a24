#include "meaning/stance_finder.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "meaning/stance_against.h"
#include "meaning/stance_author.h"
#include "meaning/stance_bond.h"
#include "meaning/stance_consistency.h"
#include "meaning/stance_party.h"
#include "meaning/stance_third.h"
#include "meaning/stance_words.h"

namespace entente {
namespace {

constexpr double kHedged = 0.5;    // of the strength of what is planned or possible
constexpr double kHighest = 10;    // of PLOVER's scale
constexpr double kLeastScore = 1;  // below this an event shows no side
constexpr double kReturned = 0.5;  // of an attack, held by who suffers it

// Troops moved in a country may be its guests: they are an enemy's only "against" it.
bool IsAgainst(const Analysis& analysis, const Event& event) {
  constexpr std::string_view kAgainst = "against ";
  if (!event.recipient_span) return false;
  const std::string_view before =
      analysis.text().substr(0, event.recipient_span->begin);
  const std::string_view tail =
      before.substr(before.size() - std::min<std::size_t>(before.size(), 12));
  return tail.find(kAgainst) != std::string_view::npos;
}

// Is the one an organ of the country that the other is? What it does at home is no
// stance to its own country.
bool IsOfItself(const Analysis& analysis, EntityId from, EntityId to) {
  const ActorCode& own = analysis.mentions.entities[from.value].code;
  const ActorCode& other = analysis.mentions.entities[to.value].code;
  const bool is_organ = own.sector == "GOV" || own.sector == "MIL" ||
                        own.sector == "COP" || own.sector == "LEG" ||
                        own.sector == "JUD" || own.sector == "SPY";
  return is_organ && !own.country.empty() && own.country == other.country &&
         other.sector.empty() && own.group.empty();
}

// What an event shows of its parties, or nothing.
void AddEvent(const Analysis& analysis, const Event& event, const Ontology& ontology,
              std::vector<Stance>& stances) {
  const Ontology::Type* type = ontology.Find(Name(event.type), event.mode);
  if (type == nullptr || std::abs(type->score) < kLeastScore || event.is_negated)
    return;
  const bool is_counted = event.modality == Modality::kAsserted ||
                          event.modality == Modality::kPlanned ||
                          event.modality == Modality::kPossible;
  if (!is_counted) return;
  if (event.type == EventType::kMobilize && !IsAgainst(analysis, event)) return;
  // A denial of a report is no stance to those whom the report names.
  constexpr std::string_view kDenial = "reject.deny";
  if (event.rule.starts_with(kDenial)) return;
  // Talks are held with friend and foe; captives are let go by those who took them.
  if (event.type == EventType::kConsult || event.type == EventType::kRetreat) return;
  Stance stance;
  stance.span = event.span;
  stance.sign = type->score > 0 ? 1 : -1;
  stance.strength = std::min(1.0, std::abs(type->score) / kHighest);
  if (event.modality != Modality::kAsserted) stance.strength *= kHedged;
  stance.basis = StanceBasis::kEvent;
  stance.claimed_by = event.claimed_by;
  stance.rule = event.rule;
  for (const EntityId from : event.actor) {
    for (const EntityId to : event.recipient) {
      if (from == to || !from.valid() || !to.valid()) continue;
      if (IsOfItself(analysis, from, to)) continue;
      stance.from = from;
      stance.to = to;
      stances.push_back(stance);
      // Who is attacked is no friend of the attacker's.
      const bool is_fought = event.type == EventType::kAssault;
      if (!event.is_reciprocal && !is_fought) continue;
      Stance back = stance;
      std::swap(back.from, back.to);
      if (!event.is_reciprocal) {
        back.strength *= kReturned;
        back.is_inferred = true;
      }
      stances.push_back(back);
    }
  }
}

// "refused to condemn Kenya": the refusal that the event shows is of a hostile act,
// whose denial is read from its own word.
bool IsRefusedBlow(const Stance& event, const std::vector<Stance>& stances) {
  constexpr std::string_view kRefusal = "reject.";
  if (event.sign > 0 || !event.rule.starts_with(kRefusal)) return false;
  return std::any_of(stances.begin(), stances.end(), [&](const Stance& other) {
    return other.basis != StanceBasis::kEvent && other.from == event.from &&
           other.to == event.to && other.sign > 0 &&
           event.span.begin <= other.span.begin && other.span.end <= event.span.end;
  });
}

void DropRefusedBlows(std::vector<Stance>& stances) {
  std::vector<Stance> kept;
  for (const Stance& stance : stances) {
    const bool is_event = stance.basis == StanceBasis::kEvent;
    if (!is_event || !IsRefusedBlow(stance, stances)) kept.push_back(stance);
  }
  stances = std::move(kept);
}

// What is read twice from the same words is one stance: the event's, else the stronger.
// REQUIRES: in text order. Looks at a bounded number of neighbours.
std::vector<Stance> WithoutRepeats(const std::vector<Stance>& stances) {
  constexpr std::size_t kNeighbours = 24;
  const auto outranks = [&](std::size_t a, std::size_t b) {
    const bool is_event_a = stances[a].basis == StanceBasis::kEvent;
    const bool is_event_b = stances[b].basis == StanceBasis::kEvent;
    if (is_event_a != is_event_b) return is_event_a;
    if (stances[a].strength != stances[b].strength) {
      return stances[a].strength > stances[b].strength;
    }
    return a < b;
  };
  std::vector<Stance> kept;
  for (std::size_t at = 0; at < stances.size(); ++at) {
    const Stance& stance = stances[at];
    const std::size_t first = at > kNeighbours ? at - kNeighbours : 0;
    const std::size_t last = std::min(stances.size(), at + kNeighbours + 1);
    bool is_repeated = false;
    for (std::size_t other = first; other < last && !is_repeated; ++other) {
      const Stance& twin = stances[other];
      is_repeated = other != at && twin.from == stance.from && twin.to == stance.to &&
                    twin.sign == stance.sign && twin.span.begin < stance.span.end &&
                    stance.span.begin < twin.span.end && outranks(other, at);
    }
    if (!is_repeated) kept.push_back(stance);
  }
  return kept;
}

}  // namespace

Result<StanceFinder> StanceFinder::Load(const std::string& lexicon_dir,
                                        const Ontology* ontology) {
  TRY(StanceLexicon lexicon, StanceLexicon::Read(StrCat(lexicon_dir, "/stances.tsv")));
  TRY(PolarityLexicon polarity,
      PolarityLexicon::Read(StrCat(lexicon_dir, "/polarity.tsv")));
  return StanceFinder(std::move(lexicon), std::move(polarity), ontology);
}

std::vector<Stance> StanceFinder::Find(const Analysis& analysis,
                                       const std::vector<Event>& events) const {
  const StanceParties parties(analysis, lexicon_);
  std::vector<Stance> stances =
      FindStancesInWords(analysis, lexicon_, polarity_, parties);
  for (const auto& more : {FindActs(analysis, lexicon_, parties),
                           FindBonds(analysis, lexicon_, parties)}) {
    stances.insert(stances.end(), more.begin(), more.end());
  }
  if (ontology_ != nullptr) {
    for (const Event& event : events) AddEvent(analysis, event, *ontology_, stances);
  }
  const auto sort = [&stances] {
    std::stable_sort(stances.begin(), stances.end(),
                     [](const Stance& a, const Stance& b) {
                       return std::tuple(a.span.begin, a.span.end, a.from, a.to) <
                              std::tuple(b.span.begin, b.span.end, b.from, b.to);
                     });
  };
  DropRefusedBlows(stances);
  sort();
  AddCommonAdversaries(analysis, stances);
  FindAuthorStances(analysis, polarity_, parties, stances);
  sort();
  std::vector<Stance> kept = WithoutRepeats(stances);
  FindContradictions(analysis.statements, kept);
  return kept;
}

}  // namespace entente
