#include "meaning/stance_bond.h"

#include <algorithm>
#include <string_view>

#include "meaning/stance_writer.h"

namespace entente {
namespace {

class BondReader {
 public:
  BondReader(const Analysis& analysis, const StanceLexicon& lexicon,
             const StanceParties& parties)
      : analysis_(analysis),
        lexicon_(lexicon),
        parties_(parties),
        writer_(analysis, parties) {}

  std::vector<Stance> Read();

 private:
  void ReadBond(std::uint32_t noun);
  Parties Joined(std::uint32_t noun) const;
  const StanceWord* TurnBeside(std::uint32_t noun) const;

  Relation relation(std::uint32_t word) const {
    return Universal(analysis_.syntax->relation[word]);
  }
  const StanceWord* Find(std::uint32_t word, StanceKind kind) const {
    return lexicon_.Find(analysis_.syntax->lemma[word], kind);
  }

  const Analysis& analysis_;
  const StanceLexicon& lexicon_;
  const StanceParties& parties_;
  StanceWriter writer_;
};

// Those whom the noun names: its possessor, "between", "with", "of", "to", demonyms.
Parties BondReader::Joined(std::uint32_t noun) const {
  Parties joined;
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const std::uint32_t mark = analysis_.tree.ChildBy(child, Relation::kCase);
    const std::string_view preposition =
        mark == kNoWord ? std::string_view() : analysis_.syntax->lemma[mark];
    const bool is_named = preposition == "between" || preposition == "with" ||
                          preposition == "of" || preposition == "to" ||
                          preposition == "towards" || preposition == "toward";
    const bool is_owner = analysis_.syntax->relation[child] == Relation::kNmodPoss;
    if (is_owner || (relation(child) == Relation::kNmod && is_named)) {
      AddParties(joined, parties_.Of(child));
    }
  }
  return joined;
}

// "close", "strained": an adjective before the bond or said of it.
const StanceWord* BondReader::TurnBeside(std::uint32_t noun) const {
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    if (relation(child) != Relation::kAmod) continue;
    const StanceWord* turn = Find(child, StanceKind::kTurn);
    if (turn != nullptr) return turn;
  }
  return nullptr;
}

void BondReader::ReadBond(std::uint32_t noun) {
  Parties joined = Joined(noun);
  const std::uint32_t up = analysis_.syntax->head[noun];
  const Clause* clause = up == kNoWord ? nullptr : writer_.ClauseOver(up);
  const StanceWord* turn = up == kNoWord ? nullptr : Find(up, StanceKind::kTurn);
  const bool is_passive =
      analysis_.syntax->relation[noun] == Relation::kNsubjPass ||
      (up != kNoWord && analysis_.tree.ChildBy(up, Relation::kAuxPass) != kNoWord);
  const bool is_subject = relation(noun) == Relation::kNsubj;
  const bool is_object = relation(noun) == Relation::kObj;
  if (turn != nullptr && clause != nullptr && (is_subject || is_object)) {
    Parties turners;
    if (is_object) turners = writer_.Fill(*clause, "subject");
    AddParties(joined, writer_.Fill(*clause, "with"));
    if (!turners.empty() && !is_passive) {
      AddParties(joined, turners);
      writer_.Emit(turners, joined, *turn, up, clause);
    } else {
      writer_.Emit(joined, joined, *turn, up, clause);
    }
    return;
  }
  turn = TurnBeside(noun);
  if (turn == nullptr) return;
  // "has close ties with", "wants better relations with": the subject's own.
  if (is_object && clause != nullptr) {
    AddParties(joined, writer_.Fill(*clause, "subject"));
    AddParties(joined, writer_.Fill(*clause, "with"));
  }
  // "Kenya severed relations with Uganda", read as one phrase.
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const bool is_before = relation(child) == Relation::kCompound && child < noun;
    if (is_before) AddParties(joined, parties_.Of(child));
  }
  writer_.Emit(joined, joined, *turn, noun, is_object ? clause : nullptr);
}

std::vector<Stance> BondReader::Read() {
  const auto count = static_cast<std::uint32_t>(analysis_.tokens->size());
  for (std::uint32_t word = 0; word < count; ++word) {
    if (analysis_.syntax->upos[word] != Upos::kNoun) continue;
    if (Find(word, StanceKind::kBond) != nullptr) ReadBond(word);
  }
  return writer_.Take();
}

}  // namespace

std::vector<Stance> FindBonds(const Analysis& analysis, const StanceLexicon& lexicon,
                              const StanceParties& parties) {
  return BondReader(analysis, lexicon, parties).Read();
}

}  // namespace entente
