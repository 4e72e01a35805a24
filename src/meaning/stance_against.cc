#include "meaning/stance_against.h"

#include <algorithm>
#include <string_view>

#include "meaning/stance_writer.h"

namespace entente {
namespace {

class ActReader {
 public:
  ActReader(const Analysis& analysis, const StanceLexicon& lexicon,
            const StanceParties& parties)
      : analysis_(analysis),
        lexicon_(lexicon),
        parties_(parties),
        writer_(analysis, parties) {}

  std::vector<Stance> Read();

 private:
  void ReadAct(std::uint32_t word, const StanceWord& act);
  Parties ActorsOf(std::uint32_t word, const Parties& to) const;
  bool IsOccasion(std::uint32_t word) const;
  bool IsTopic(std::uint32_t word) const;
  Parties TargetLater(std::uint32_t act, std::string_view preposition) const;

  std::string_view lemma(std::uint32_t word) const {
    return analysis_.syntax->lemma[word];
  }
  Relation relation(std::uint32_t word) const {
    return analysis_.syntax->relation[word];
  }
  std::uint32_t head(std::uint32_t word) const { return analysis_.syntax->head[word]; }
  bool HasCase(std::uint32_t word, std::string_view preposition) const {
    const std::uint32_t mark = analysis_.tree.ChildBy(word, Relation::kCase);
    return mark != kNoWord && lemma(mark) == preposition;
  }

  const Analysis& analysis_;
  const StanceLexicon& lexicon_;
  const StanceParties& parties_;
  StanceWriter writer_;
};

// "sent troops after an attack on a base": whoever sends them did not attack.
bool ActReader::IsOccasion(std::uint32_t word) const {
  const std::uint32_t mark = analysis_.tree.ChildBy(word, Relation::kCase);
  if (mark == kNoWord || analysis_.syntax->upos[word] != Upos::kNoun) return false;
  for (const std::string_view preposition :
       {"after", "before", "since", "over", "despite", "following", "amid", "about",
        "until", "because", "during"}) {
    if (lemma(mark) == preposition) return true;
  }
  return false;
}

bool ActReader::IsTopic(std::uint32_t word) const {
  return analysis_.syntax->upos[word] == Upos::kNoun &&
         Universal(relation(word)) == Relation::kObl && HasCase(word, "on");
}

// Who acts: the owner of the act, else the subject of the clause around it and whoever
// it is said to be with.
Parties ActReader::ActorsOf(std::uint32_t word, const Parties& to) const {
  if (analysis_.syntax->upos[word] == Upos::kNoun) {
    Parties owners = parties_.OwnerOf(word);
    std::erase_if(owners, [&](EntityId party) {
      return std::find(to.begin(), to.end(), party) != to.end();
    });
    if (!owners.empty()) return owners;
    const std::uint32_t subject = analysis_.tree.ChildBy(word, Relation::kNsubj);
    const bool is_predicate =
        subject != kNoWord && analysis_.tree.ChildBy(word, Relation::kCop) != kNoWord;
    if (is_predicate) return parties_.Of(subject);  // "Kenya is at odds with ..."
  }
  if (IsOccasion(word)) return {};
  Parties actors;
  const auto& at = analysis_.clauses.clause_at;
  constexpr std::uint32_t kMostSteps = 12;
  std::uint32_t up = word;
  for (std::uint32_t step = 0; step < kMostSteps && up != kNoWord;
       ++step, up = head(up)) {
    if (parties_.StatementAt(up) != parties_.StatementAt(word)) break;
    // "commented on the delivery of aid": whoever comments gives none.
    const bool is_matter = up != word && (IsOccasion(up) || IsTopic(up));
    if (is_matter) break;
    // "the resolve of the council to defeat", "Kenya's bid to oust".
    const bool is_purpose = up != word && analysis_.syntax->upos[up] == Upos::kNoun;
    if (is_purpose) AddParties(actors, parties_.OwnerOf(up));
    if (!actors.empty()) break;
    if (up >= at.size() || at[up] == kNoWord) continue;
    const Clause& clause = analysis_.clauses.clauses[at[up]];
    AddParties(actors, writer_.Fill(clause, "subject"));
    if (clause.kind == ClauseKind::kVerb || !actors.empty()) {
      const Parties partners = writer_.Fill(clause, "with");
      if (up != word) AddParties(actors, partners);
    }
    if (!actors.empty()) break;
  }
  return actors;
}

// "conducted strikes with drones against the militia": the phrase hangs from another
// word of the verb's. "in protest at Kenya's presence": right after the act, whatever
// it hangs from.
Parties ActReader::TargetLater(std::uint32_t act, std::string_view preposition) const {
  constexpr std::uint32_t kFarthest = 24;
  const std::uint32_t verb = head(act);
  if (verb == kNoWord) return {};
  const Relation own = Universal(relation(act));
  const bool is_object = own == Relation::kObj || own == Relation::kNsubj;
  const bool is_far = is_object && preposition == "against";
  const std::uint32_t last = std::min(analysis_.tree.rightmost(verb), act + kFarthest);
  for (std::uint32_t word = act + 1; word <= last; ++word) {
    const Relation name = Universal(relation(word));
    if (name != Relation::kObl && name != Relation::kNmod) continue;
    const std::uint32_t mark = analysis_.tree.ChildBy(word, Relation::kCase);
    if (mark == kNoWord || lemma(mark) != preposition) continue;
    if (mark == act + 1 && head(word) == verb) return parties_.Of(word);
    if (is_far && writer_.ClauseOver(word) == writer_.ClauseOver(verb)) {
      return parties_.Of(word);
    }
  }
  return {};
}

void ActReader::ReadAct(std::uint32_t word, const StanceWord& act) {
  Parties to;
  for (const std::uint32_t child : analysis_.tree.children(word)) {
    const Relation name = Universal(relation(child));
    const bool is_against =
        (name == Relation::kNmod || name == Relation::kObl) && HasCase(child, act.to);
    const bool is_object = act.to == "object" && name == Relation::kObj;
    if (is_against || is_object) AddParties(to, parties_.Of(child));
    // "used tanks against Kenya", the phrase hung from the object.
    const bool is_tool = name == Relation::kObj && act.to != "object" && child > word;
    if (!is_tool) continue;
    for (const std::uint32_t below : analysis_.tree.children(child)) {
      if (below > child && HasCase(below, act.to)) AddParties(to, parties_.Of(below));
    }
  }
  if (to.empty() && act.to != "object") to = TargetLater(word, act.to);
  if (to.empty() && act.to == "with" && act.is_mutual && HasCase(word, "at")) {
    to = ActorsOf(word, {});  // "Kenya and Uganda are at war"
    if (to.size() < 2) return;
    writer_.Emit(to, to, act, word, nullptr);
    return;
  }
  if (to.empty()) return;
  Parties from = ActorsOf(word, to);
  std::erase_if(from, [&](EntityId party) {
    return std::find(to.begin(), to.end(), party) != to.end();
  });
  // "took the town with the help of Kenya": Kenya's help.
  const bool is_received = act.sign > 0 && act.to == "of" && HasCase(word, "with");
  if (is_received) std::swap(from, to);
  StanceWord own = act;
  const std::uint32_t verb = head(word);
  const bool is_stopped = act.sign > 0 && verb != kNoWord &&
                          Universal(relation(word)) == Relation::kObj &&
                          lexicon_.Find(lemma(verb), StanceKind::kStop) != nullptr;
  if (!is_stopped) {
    writer_.Emit(from, to, own, word, nullptr);
    return;
  }
  // "Hungary vetoed the Union's aid for Ukraine": whoever stops it is against it.
  own.sign = -1;
  const Clause* clause = writer_.ClauseOver(verb);
  if (clause != nullptr) from = writer_.Fill(*clause, "subject");
  writer_.Emit(from, to, own, word, clause);
}

std::vector<Stance> ActReader::Read() {
  const auto count = static_cast<std::uint32_t>(analysis_.tokens->size());
  for (std::uint32_t word = 0; word < count; ++word) {
    const Upos tag = analysis_.syntax->upos[word];
    if (tag != Upos::kNoun && tag != Upos::kVerb) continue;
    const std::vector<StanceWord>* entries = lexicon_.Find(lemma(word));
    if (entries == nullptr) continue;
    for (const StanceWord& entry : *entries) {
      if (entry.kind == StanceKind::kAgainst) ReadAct(word, entry);
    }
  }
  return writer_.Take();
}

}  // namespace

std::vector<Stance> FindActs(const Analysis& analysis, const StanceLexicon& lexicon,
                             const StanceParties& parties) {
  return ActReader(analysis, lexicon, parties).Read();
}

}  // namespace entente
