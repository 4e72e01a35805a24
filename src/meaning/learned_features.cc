#include "meaning/learned_features.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/strings.h"

namespace entente {
namespace {

std::string_view Name(Slot slot) {
  switch (slot) {
    case Slot::kSubject:
      return "subj";
    case Slot::kObject:
      return "obj";
    case Slot::kIndirect:
      return "iobj";
    case Slot::kOblique:
      return "obl";
    case Slot::kComplement:
      return "comp";
  }
  return "";
}

std::string_view Name(Embedding embedding) {
  switch (embedding) {
    case Embedding::kNone:
      return "none";
    case Embedding::kComplement:
      return "comp";
    case Embedding::kPurpose:
      return "purpose";
    case Embedding::kRelative:
      return "relative";
    case Embedding::kAdverbial:
      return "adverbial";
    case Embedding::kCondition:
      return "condition";
    case Embedding::kTime:
      return "time";
  }
  return "";
}

// "with" for a phrase, else the slot's name.
std::string_view Label(const Argument& argument) {
  return argument.slot == Slot::kOblique && !argument.preposition.empty()
             ? argument.preposition
             : Name(argument.slot);
}

// A noun that names an act counts as its verb.
std::string_view WordOf(const Clause& clause) {
  return clause.verb.empty() ? clause.lemma : clause.verb;
}

bool Holds(const PartyWords& party, std::uint32_t word) {
  return std::find(party.heads.begin(), party.heads.end(), word) != party.heads.end();
}

bool IsContent(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kVerb || upos == Upos::kAdj ||
         upos == Upos::kAdv;
}

// Makes each vector of length 1, so that long sentences weigh no more than short ones.
void Normalise(std::vector<float>& numbers) {
  for (std::size_t i = 0; i < kPairVectors; ++i) {
    const auto part = std::span(numbers).subspan(i * kWordVectorSize, kWordVectorSize);
    float sum = 0;
    for (const float value : part) sum += value * value;
    if (sum == 0) continue;
    const float scale = 1 / std::sqrt(sum);
    for (float& value : part) value *= scale;
  }
}

}  // namespace

void FeatureSet::Clear() {
  keys.clear();
  numbers.assign(kPairNumbers, 0);
  if (names != nullptr) names->clear();
}

void FeatureSet::Add(std::string_view kind, std::string_view a, std::string_view b) {
  keys.push_back(Hash64(b, Hash64(a, Hash64(kind))));
  if (names != nullptr) names->push_back(StrCat(kind, "|", a, "|", b));
}

void PairFeatures::AddVector(std::uint32_t word, std::size_t which,
                             FeatureSet& out) const {
  if (vectors_ == nullptr) return;
  vectors_->AddVector(
      analysis_.syntax->lemma[word],
      std::span(out.numbers).subspan(which * kWordVectorSize, kWordVectorSize));
}

std::string PairFeatures::SlotOf(const Clause& clause, const PartyWords& party) const {
  if (Holds(party, clause.word)) return "self";
  std::string below;
  for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
    if (Holds(party, argument.word)) return std::string(Label(argument));
    if (!below.empty()) continue;
    for (const std::uint32_t head : party.heads) {
      if (analysis_.tree.Dominates(argument.word, head)) {
        below = StrCat(Label(argument), "<");
        break;
      }
    }
  }
  if (!below.empty()) return below;
  for (const std::uint32_t head : party.heads) {
    if (analysis_.tree.Dominates(clause.word, head)) return "below";
  }
  return "none";
}

void PairFeatures::TakePredicate(const Clause& clause, FeatureSet& out) const {
  const std::string_view word = WordOf(clause);
  const std::string_view kind = clause.kind == ClauseKind::kVerb   ? "v"
                                : clause.kind == ClauseKind::kNoun ? "n"
                                                                   : "a";
  out.Add("p", word);
  out.Add("pk", word, kind);
  if (clause.light_verb != kNoWord) out.Add("light", word, clause.light_lemma);
  if (clause.particle != kNoWord) {
    out.Add("particle", word, analysis_.syntax->lemma[clause.particle]);
  }
  if (clause.is_negated) {
    out.Add("not", "");
    out.Add("pnot", word);
  }
  if (clause.is_question) out.Add("question", "");
  if (clause.is_passive) out.Add("passive", "");
  out.Add("modality", entente::Name(clause.modality));
  if (clause.modality != Modality::kAsserted) {
    out.Add("pmodality", word, entente::Name(clause.modality));
  }
  if (clause.tense == Tense::kFuture) out.Add("future", "");
  if (const auto* classes = classes_.Of(clause.lemma)) {
    for (const std::uint32_t each : *classes) out.Add("pclass", classes_.name(each));
  }
  AddVector(clause.word, 0, out);
}

void PairFeatures::TakeSlots(const Clause& clause, const PartyWords& source,
                             const PartyWords& target, FeatureSet& out) const {
  const std::string from = SlotOf(clause, source);
  const std::string to = SlotOf(clause, target);
  out.Add("slots", from, to);
  out.Add("from", from);
  out.Add("to", to);
  out.Add("pfrom", WordOf(clause), from);
  out.Add("pto", WordOf(clause), to);
}

void PairFeatures::TakeArguments(const Clause& clause, const PartyWords& source,
                                 const PartyWords& target, FeatureSet& out) const {
  const SyntaxTable& syntax = *analysis_.syntax;
  for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
    if (Holds(source, argument.word) || Holds(target, argument.word)) continue;
    const std::string_view label = Label(argument);
    const std::string_view lemma = syntax.lemma[argument.word];
    out.Add("slot", label);
    if (syntax.upos[argument.word] == Upos::kPropn) continue;
    out.Add("a", label, lemma);
    out.Add("pa", WordOf(clause), lemma);
    if (argument.slot != Slot::kSubject) AddVector(argument.word, 1, out);
    if (const auto* classes = classes_.Of(lemma)) {
      for (const std::uint32_t each : *classes) {
        out.Add("ac", label, classes_.name(each));
        out.Add("pac", WordOf(clause), classes_.name(each));
      }
    }
    if (argument.slot != Slot::kComplement || argument.clause == kNoWord) continue;
    const Clause& inner = analysis_.clauses.clauses[argument.clause];
    out.Add("c", WordOf(inner));
    out.Add("pc", WordOf(clause), WordOf(inner));
    if (inner.is_negated) out.Add("cnot", "");
    out.Add("cmodality", entente::Name(inner.modality));
    for (const Argument& own : analysis_.clauses.arguments_of(inner)) {
      if (syntax.upos[own.word] == Upos::kPropn) continue;
      out.Add("ca", Label(own), syntax.lemma[own.word]);
      AddVector(own.word, 1, out);
    }
  }
}

void PairFeatures::TakeNeighbours(const Clause& clause, FeatureSet& out) const {
  out.Add("embedding", Name(clause.embedding));
  if (clause.parent != kNoWord) {
    out.Add("u", WordOf(analysis_.clauses.clauses[clause.parent]),
            Name(clause.embedding));
  }
}

void PairFeatures::TakeParties(const PartyWords& source, const PartyWords& target,
                               FeatureSet& out) const {
  const auto kind = [](const PartyWords& party) -> std::string_view {
    return party.entity == nullptr ? "?" : entente::Name(party.entity->kind);
  };
  const auto sector = [](const PartyWords& party) -> std::string_view {
    if (party.entity == nullptr) return "?";
    return party.entity->code.sector;
  };
  out.Add("kinds", kind(source), kind(target));
  out.Add("sectors", sector(source), sector(target));
  out.Add("fromsector", sector(source));
  out.Add("tosector", sector(target));
}

void PairFeatures::TakeWords(const Clause& clause, const PartyWords& source,
                             const PartyWords& target, FeatureSet& out) const {
  const SyntaxTable& syntax = *analysis_.syntax;
  const auto [begin, end] = [&] {
    const Sentence& sentence = analysis_.tokens->sentences[clause.sentence];
    return std::pair(sentence.begin, sentence.end);
  }();
  const std::uint32_t first = std::min(source.heads[0], target.heads[0]);
  const std::uint32_t last = std::max(source.heads[0], target.heads[0]);
  for (std::uint32_t word = begin; word < end; ++word) {
    if (!IsContent(syntax.upos[word]) || Holds(source, word) || Holds(target, word)) {
      continue;
    }
    const std::string_view lemma = syntax.lemma[word];
    out.Add("b", lemma);
    if (word > first && word < last) out.Add("w", lemma);
    if (const auto* classes = classes_.Of(lemma)) {
      for (const std::uint32_t each : *classes) out.Add("bc", classes_.name(each));
    }
    if (analysis_.clauses.clause_at[word] != kNoWord && word != clause.word) {
      AddVector(word, 2, out);
    }
  }
  for (const std::uint32_t head : target.heads) {
    const std::uint32_t mark = analysis_.tree.ChildBy(head, Relation::kCase);
    if (mark != kNoWord) out.Add("tmark", syntax.lemma[mark]);
    const std::uint32_t up = syntax.head[head];
    if (up != kNoWord && up != clause.word) out.Add("tup", syntax.lemma[up]);
  }
  for (const std::uint32_t head : source.heads) {
    const std::uint32_t up = syntax.head[head];
    if (up != kNoWord && up != clause.word) out.Add("sup", syntax.lemma[up]);
  }
}

void PairFeatures::Take(std::uint32_t index, const PartyWords& source,
                        const PartyWords& target, FeatureSet& out) const {
  const Clause& clause = analysis_.clauses.clauses[index];
  out.Add("1", "");
  TakePredicate(clause, out);
  TakeSlots(clause, source, target, out);
  TakeArguments(clause, source, target, out);
  TakeNeighbours(clause, out);
  TakeParties(source, target, out);
  TakeWords(clause, source, target, out);
  Normalise(out.numbers);
}

}  // namespace entente
