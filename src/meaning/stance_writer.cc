#include "meaning/stance_writer.h"

#include <algorithm>

namespace entente {
namespace {

constexpr double kHedged =
    0.5;  // of the strength of what is planned, possible or negated

}  // namespace

void AddParties(Parties& parties, const Parties& more) {
  for (const EntityId entity : more) {
    if (std::find(parties.begin(), parties.end(), entity) == parties.end()) {
      parties.push_back(entity);
    }
  }
}

// The clause that a word belongs to: its own or that of the nearest word above.
const Clause* StanceWriter::ClauseOver(std::uint32_t word) const {
  const auto& at = analysis_.clauses.clause_at;
  for (int step = 0; step < 12 && word != kNoWord;
       ++step, word = analysis_.syntax->head[word]) {
    if (word < at.size() && at[word] != kNoWord)
      return &analysis_.clauses.clauses[at[word]];
  }
  return nullptr;
}

// "told reporters that": what a statement's own cue governs is said, not demanded.
bool StanceWriter::IsTold(const Clause& clause) const {
  const StatementId statement = parties_.StatementAt(clause.word);
  if (!statement.valid() || clause.parent == kNoWord) return false;
  const std::uint32_t parent = analysis_.clauses.clauses[clause.parent].word;
  return clause.modality == Modality::kDemanded &&
         analysis_.tokens->span[parent] == analysis_.statements[statement.value].cue;
}

TextSpan StanceWriter::SpanOf(std::uint32_t word, const Clause* clause) const {
  const auto& spans = analysis_.tokens->span;
  std::uint32_t first = word;
  std::uint32_t last = word;
  if (clause != nullptr) {
    first = std::min(word, clause->first_word);
    last = std::max(word, clause->last_word);
  } else {
    first = analysis_.tree.leftmost(word);
    last = analysis_.tree.rightmost(word);
  }
  const auto is_punct = [this](std::uint32_t at) {
    return analysis_.syntax->upos[at] == Upos::kPunct;
  };
  while (first < last && is_punct(first)) ++first;
  while (last > first && is_punct(last)) --last;
  return {spans[first].begin, spans[last].end};
}

Parties StanceWriter::Fill(const Clause& clause, std::string_view slot) const {
  if (slot == "speaker") {
    const EntityId speaker = parties_.SpeakerAt(clause.word);
    return speaker.valid() ? Parties{speaker} : Parties{};
  }
  Parties parties;
  for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
    const bool is_it =
        (slot == "subject" && argument.slot == Slot::kSubject) ||
        (slot == "object" && argument.slot == Slot::kObject) ||
        (argument.slot == Slot::kOblique && argument.preposition == slot);
    if (is_it && argument.word != kNoWord)
      AddParties(parties, parties_.Of(argument.word));
  }
  if (!parties.empty() || slot == "object") return parties;
  return slot == "subject" ? OwnerAbove(clause) : FillFromObject(clause, slot);
}

// "Kenya's efforts to help Uganda": whoever owns the noun that a clause without a
// subject hangs from.
Parties StanceWriter::OwnerAbove(const Clause& clause) const {
  const auto& syntax = *analysis_.syntax;
  const std::uint32_t up = syntax.head[clause.word];
  const bool is_below = up != kNoWord && syntax.upos[up] == Upos::kNoun &&
                        syntax.relation[clause.word] == Relation::kAcl &&
                        syntax.xpos[clause.word] == Xpos::kVb;
  if (!is_below) return {};
  for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
    if (argument.slot == Slot::kSubject && argument.word != kNoWord) return {};
  }
  return parties_.OwnerOf(up);
}

// "gave planes to Kenya": the phrase that the tree hangs from the object.
Parties StanceWriter::FillFromObject(const Clause& clause,
                                     std::string_view preposition) const {
  Parties parties;
  for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
    if (argument.slot != Slot::kObject || argument.word == kNoWord) continue;
    for (const std::uint32_t child : analysis_.tree.children(argument.word)) {
      if (child < argument.word) continue;
      const std::uint32_t mark = analysis_.tree.ChildBy(child, Relation::kCase);
      if (mark == kNoWord || lemma(mark) != preposition) continue;
      AddParties(parties, parties_.Of(child));
    }
  }
  return parties;
}

// "no longer trusts", "hardly respects".
bool StanceWriter::IsNoLonger(std::uint32_t verb) const {
  for (const std::uint32_t child : analysis_.tree.children(verb)) {
    if (Universal(analysis_.syntax->relation[child]) != Relation::kAdvmod) continue;
    const bool is_longer = lemma(child) == "long" || lemma(child) == "longer";
    const bool is_ended = is_longer && child > 0 && lemma(child - 1) == "no";
    if (is_ended || lemma(child) == "hardly" || lemma(child) == "barely") return true;
  }
  return false;
}

void StanceWriter::EmitOne(EntityId from, EntityId to, Stance stance) {
  if (from == to) return;
  stance.from = from;
  stance.to = to;
  found_.push_back(std::move(stance));
}

void StanceWriter::Emit(const Parties& from, const Parties& to, const StanceWord& word,
                        std::uint32_t at, const Clause* clause) {
  if (from.empty() || to.empty() || word.sign == 0) return;
  Stance stance;
  stance.span = SpanOf(at, clause);
  stance.sign = word.sign;
  stance.strength = word.strength;
  if (clause != nullptr) {
    const Modality modality = IsTold(*clause) ? Modality::kAsserted : clause->modality;
    if (modality == Modality::kHypothetical || modality == Modality::kDemanded ||
        modality == Modality::kDenied) {
      return;
    }
    if (modality != Modality::kAsserted) stance.strength *= kHedged;
    if (clause->is_negated || IsNoLonger(clause->word)) {
      stance.sign = -stance.sign;
      stance.strength *= kHedged;
    }
  }
  stance.claimed_by = parties_.StatementAt(at);
  stance.basis =
      stance.claimed_by.valid() ? StanceBasis::kStatement : StanceBasis::kDescription;
  stance.rule = word.id;
  for (const EntityId a : from) {
    for (const EntityId b : to) {
      EmitOne(a, b, stance);
      if (!word.is_mutual) continue;
      Stance back = stance;
      if (word.kind == StanceKind::kAgainst && word.sign < 0) {
        back.strength *= kHedged;
        back.is_inferred = true;
      }
      EmitOne(b, a, std::move(back));
    }
  }
}

}  // namespace entente
