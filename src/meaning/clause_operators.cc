// The operators around a clause: negation, modality, tense, question.
#include <string_view>

#include "meaning/clause_draft.h"

namespace entente {
namespace {

bool IsNegator(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no" ||
         lemma == "neither" || lemma == "nor" || lemma == "cannot";
}

class OperatorReader {
 public:
  OperatorReader(ClauseDraft& draft, std::uint32_t index)
      : draft_(draft), source_(draft.source), index_(index) {}

  void Apply() {
    Clause& clause = draft_.clause(index_);
    ReadOwnWords(clause);
    const ClauseLink& link = draft_.links[index_];
    if (link.conjunct != kNoWord) ShareWithConjunct(clause, link.conjunct);
    if (clause.embedding == Embedding::kCondition) {
      clause.modality = Combine(Modality::kHypothetical, clause.modality);
    }
    if (clause.embedding == Embedding::kPurpose) {
      clause.modality = Combine(Modality::kPlanned, clause.modality);
    }
    if (link.governor == kNoWord) return;
    if (clause.embedding == Embedding::kComplement) Embed(clause, link.governor);
    if (draft_.clause(link.governor).is_question) clause.is_question = true;
  }

 private:
  void ReadOwnWords(Clause& clause) {
    const std::uint32_t verb = draft_.verb_of(index_);
    ReadVerb(clause, verb);
    if (clause.word != verb) ReadNegation(clause, clause.word);
    for (const Argument& argument : draft_.table.arguments_of(clause)) {
      if (argument.is_shared || argument.word == kNoWord) continue;
      if (argument.slot == Slot::kSubject || argument.slot == Slot::kObject) {
        NegateByFiller(clause, argument.word);
      }
    }
    const std::uint32_t sentence_end = source_.tokens.sentences[clause.sentence].end;
    if (clause.embedding == Embedding::kNone && sentence_end > 0 &&
        Form(sentence_end - 1) == "?") {
      clause.is_question = true;
    }
  }

  std::string_view Form(std::uint32_t word) const {
    return Slice(source_.text, source_.tokens.span[word]);
  }

  void ReadVerb(Clause& clause, std::uint32_t verb) {
    ReadNegation(clause, verb);
    clause.tense = TenseOf(source_.xpos(verb));
    bool is_finite = false;
    for (const std::uint32_t child : source_.tree.children(verb)) {
      const Relation relation = source_.relation(child);
      if (relation != Relation::kAux && relation != Relation::kAuxPass &&
          relation != Relation::kCop) {
        continue;
      }
      is_finite = true;
      const Operator* entry = source_.lexicon.operators.Find(OperatorKind::kAuxiliary,
                                                             source_.lemma(child));
      if (entry != nullptr) {
        clause.modality = Backshift(entry->modality);
        clause.tense = Tense::kFuture;
      } else if (clause.tense != Tense::kFuture) {
        clause.tense = TenseOf(source_.xpos(child));
      }
    }
    // "are to meet", "is due to visit": what the copula and "to" foretell.
    if (source_.xpos(verb) == Xpos::kVb && source_.has_child(verb, Relation::kCop) &&
        HasForetellingMark(verb)) {
      clause.modality = Combine(Modality::kPlanned, clause.modality);
      clause.tense = Tense::kFuture;
    }
    // A headline's infinitive is its future: "US to impose sanctions".
    if (!is_finite && source_.xpos(verb) == Xpos::kVb &&
        source_.relation(verb) == Relation::kRoot && HasInfinitiveMark(verb) &&
        source_.has_child(verb, Relation::kNsubj)) {
      clause.modality = Modality::kPlanned;
      clause.tense = Tense::kFuture;
    }
  }

  bool HasForetellingMark(std::uint32_t verb) const {
    const std::uint32_t mark = source_.tree.ChildBy(verb, Relation::kMark);
    return mark != kNoWord &&
           (source_.lemma(mark) == "to" || source_.lemma(mark) == "due");
  }

  bool HasInfinitiveMark(std::uint32_t verb) const {
    const std::uint32_t mark = source_.tree.ChildBy(verb, Relation::kMark);
    return mark != kNoWord && source_.lemma(mark) == "to";
  }

  static Tense TenseOf(Xpos tag) {
    switch (tag) {
      case Xpos::kVbd:
        return Tense::kPast;
      case Xpos::kVbz:
      case Xpos::kVbp:
        return Tense::kPresent;
      default:
        return Tense::kNone;
    }
  }

  // "said that it would leave" reports "will".
  Modality Backshift(Modality modality) const {
    const ClauseLink& link = draft_.links[index_];
    if (modality != Modality::kHypothetical || link.governor == kNoWord)
      return modality;
    const Clause& governor = draft_.table.clauses[link.governor];
    const Operator* entry =
        source_.lexicon.operators.Find(OperatorKind::kVerb, governor.lemma);
    const bool is_report = entry != nullptr && (entry->control == Control::kSpeech ||
                                                entry->modality == Modality::kPlanned);
    return is_report ? Modality::kPlanned : modality;
  }

  void ReadNegation(Clause& clause, std::uint32_t word) {
    for (const std::uint32_t child : source_.tree.children(word)) {
      const Relation relation = source_.relation(child);
      const std::string_view lemma = source_.lemma(child);
      if ((relation == Relation::kAdvmod || relation == Relation::kDet ||
           relation == Relation::kCcPreconj) &&
          IsNegator(lemma)) {
        clause.is_negated = true;
      }
      if ((relation == Relation::kMark || relation == Relation::kCase) &&
          lemma == "without") {
        clause.is_negated = true;
      }
    }
  }

  // "No group claimed", "reached no agreement", "nobody was arrested".
  void NegateByFiller(Clause& clause, std::uint32_t word) {
    const std::string_view lemma = source_.lemma(word);
    if (lemma == "nobody" || lemma == "none" || lemma == "nothing" ||
        lemma == "neither") {
      clause.is_negated = true;
      return;
    }
    const std::uint32_t determiner = source_.tree.ChildBy(word, Relation::kDet);
    if (determiner != kNoWord &&
        (source_.lemma(determiner) == "no" || source_.lemma(determiner) == "neither")) {
      clause.is_negated = true;
    }
    // "neither Kenya nor Uganda condemned".
    const std::uint32_t joined = source_.tree.ChildBy(word, Relation::kCcPreconj);
    if (joined != kNoWord && source_.lemma(joined) == "neither") {
      clause.is_negated = true;
    }
  }

  void ShareWithConjunct(Clause& clause, std::uint32_t first) {
    const Clause& other = draft_.table.clauses[first];
    const std::uint32_t verb = draft_.verb_of(index_);
    if (source_.has_child(verb, Relation::kAux) ||
        source_.has_child(verb, Relation::kNsubj) ||
        source_.xpos(verb) != source_.xpos(draft_.verb_of(first))) {
      return;
    }
    if (clause.modality == Modality::kAsserted) clause.modality = other.modality;
    if (clause.tense == Tense::kNone) clause.tense = other.tense;
    const std::uint32_t conjunction = source_.tree.ChildBy(verb, Relation::kCc);
    if (other.is_negated && conjunction != kNoWord &&
        (source_.lemma(conjunction) == "or" || source_.lemma(conjunction) == "nor")) {
      clause.is_negated = true;
    }
  }

  // "told reporters that they met" reports; "told them to meet", "asked that they meet"
  // demand.
  bool IsIndicative() const {
    const std::uint32_t verb = draft_.verb_of(index_);
    std::uint32_t finite = source_.tree.ChildBy(verb, Relation::kAux);
    if (finite == kNoWord) finite = source_.tree.ChildBy(verb, Relation::kAuxPass);
    if (finite == kNoWord) finite = source_.tree.ChildBy(verb, Relation::kCop);
    const Xpos tag = source_.xpos(finite == kNoWord ? verb : finite);
    return tag == Xpos::kVbd || tag == Xpos::kVbz || tag == Xpos::kVbp ||
           tag == Xpos::kMd;
  }

  void Embed(Clause& clause, std::uint32_t governor_index) {
    const Clause& governor = draft_.table.clauses[governor_index];
    const OperatorKind kind = governor.kind == ClauseKind::kVerb ? OperatorKind::kVerb
                              : governor.kind == ClauseKind::kNoun
                                  ? OperatorKind::kNoun
                                  : OperatorKind::kAdjective;
    const Operator* entry = source_.lexicon.operators.Find(kind, governor.lemma);
    const bool is_speech = entry != nullptr && entry->control == Control::kSpeech;
    if (entry != nullptr && entry->modality == Modality::kDemanded && IsIndicative()) {
      entry = nullptr;
    }
    // "told reporters that they met": a finite clause under a verb that demands with an
    // infinitive alone is a report.
    const bool is_report =
        entry != nullptr && entry->control == Control::kObject &&
        !entry->takes_nominal &&
        source_.relation(draft_.links[index_].anchor) == Relation::kCcomp;
    if (entry != nullptr && !is_report) {
      clause.modality = Combine(entry->modality, clause.modality);
      if (entry->is_negating != (governor.is_negated && !is_speech)) {
        clause.is_negated = !clause.is_negated;
      }
    }
    if (!is_speech || governor.modality == Modality::kHypothetical) {
      clause.modality = Combine(governor.modality, clause.modality);
    }
    const std::string_view mark = draft_.links[index_].mark;
    if (mark == "whether" || mark == "if") {
      clause.modality = Combine(Modality::kPossible, clause.modality);
    }
  }

  ClauseDraft& draft_;
  const ClauseSource& source_;
  std::uint32_t index_;
};

}  // namespace

void ApplyOperators(ClauseDraft& draft, std::uint32_t index) {
  OperatorReader(draft, index).Apply();
}

}  // namespace entente
