// Arguments that stand elsewhere in the sentence: control and raising, coordination,
// relative and participial clauses, adverbial clauses without a subject.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "meaning/clause_draft.h"

namespace entente {
namespace {

bool IsRelativizer(const ClauseSource& source, std::uint32_t word) {
  const std::string_view lemma = source.lemma(word);
  return lemma == "who" || lemma == "which" || lemma == "that" || lemma == "whom" ||
         lemma == "whoever";
}

class ArgumentSharer {
 public:
  ArgumentSharer(ClauseDraft& draft, std::uint32_t index)
      : draft_(draft), source_(draft.source), index_(index) {}

  void Share() {
    const ClauseLink& link = draft_.links[index_];
    AddSubjectOfHeadline();
    if (link.antecedent != kNoWord) FillGap(link.antecedent);
    if (link.conjunct != kNoWord) ShareWithConjunct(link.conjunct);
    if (link.governor == kNoWord) return;
    switch (draft_.clause(index_).embedding) {
      case Embedding::kComplement:
        Control(link.governor);
        return;
      case Embedding::kPurpose:
      case Embedding::kAdverbial:
      case Embedding::kTime:
      case Embedding::kCondition:
        if (NeedsSubject() && !IsFinite()) CopySurface(link.governor);
        return;
      case Embedding::kNone:
      case Embedding::kRelative:
        return;
    }
  }

 private:
  // The slot in which a supplied subject belongs here.
  Slot SubjectSlot() const { return draft_.links[index_].surface; }

  bool NeedsSubject() const { return !draft_.has(index_, SubjectSlot()); }

  bool IsFinite() const {
    // A noun takes no subject from an adverbial frame.
    return draft_.table.clauses[index_].kind == ClauseKind::kNoun &&
           draft_.table.clauses[index_].light_verb == kNoWord;
  }

  void Append(Argument argument, Slot slot) {
    argument.slot = slot;
    argument.preposition = "";
    argument.is_shared = true;
    draft_.table.arguments.push_back(argument);
    ++draft_.clause(index_).argument_count;
  }

  // Copies the fillers of a slot of another clause; true where there were any.
  bool Copy(std::uint32_t from, Slot slot, Slot to) {
    const Clause source_clause = draft_.table.clauses[from];
    bool found = false;
    for (std::uint32_t i = 0; i < source_clause.argument_count; ++i) {
      const Argument argument =
          draft_.table.arguments[source_clause.first_argument + i];
      if (argument.slot != slot || argument.is_weak) continue;
      Append(argument, to);
      found = true;
    }
    return found;
  }

  // "called on Russia to leave": the oblique that is asked.
  bool CopyAddressee(std::uint32_t from, Slot to) {
    const Clause source_clause = draft_.table.clauses[from];
    for (std::uint32_t i = 0; i < source_clause.argument_count; ++i) {
      const Argument argument =
          draft_.table.arguments[source_clause.first_argument + i];
      if (argument.slot != Slot::kOblique) continue;
      const std::string_view preposition = argument.preposition;
      if (preposition == "on" || preposition == "upon" || preposition == "to" ||
          preposition == "with" || preposition == "for") {
        Append(argument, to);
        return true;
      }
    }
    return false;
  }

  // "Mexico to ask U.S. for exemption": a headline's infinitive is what its noun will
  // do.
  void AddSubjectOfHeadline() {
    const std::uint32_t anchor = draft_.links[index_].anchor;
    if (source_.relation(anchor) != Relation::kAcl || !NeedsSubject()) return;
    const std::uint32_t head = source_.tree.head(anchor);
    const bool is_name = head != kNoWord && head + 2 >= anchor && head < anchor &&
                         source_.relation(head) == Relation::kRoot &&
                         source_.upos(head) == Upos::kPropn;
    if (!is_name || draft_.links[index_].mark != "to") return;
    Argument argument;
    argument.word = head;
    Append(argument, SubjectSlot());
    Clause& clause = draft_.clause(index_);
    clause.embedding = Embedding::kNone;
    clause.modality = Modality::kPlanned;
  }

  void CopySurface(std::uint32_t from) {
    const bool has_agent = draft_.clause(index_).embedding == Embedding::kPurpose &&
                           draft_.has(from, Slot::kSubject);
    const Slot slot = has_agent ? Slot::kSubject : draft_.links[from].surface;
    Copy(from, slot, SubjectSlot());
  }

  const Operator* OperatorOf(std::uint32_t index) const {
    const Clause& clause = draft_.table.clauses[index];
    const OperatorKind kind = clause.kind == ClauseKind::kVerb ? OperatorKind::kVerb
                              : clause.kind == ClauseKind::kNoun
                                  ? OperatorKind::kNoun
                                  : OperatorKind::kAdjective;
    return source_.lexicon.operators.Find(kind, clause.lemma);
  }

  void Control(std::uint32_t governor) {
    if (!NeedsSubject()) return;
    const Operator* entry = OperatorOf(governor);
    const Slot to = SubjectSlot();
    const bool is_nominal = draft_.clause(index_).kind == ClauseKind::kNoun &&
                            draft_.clause(index_).light_verb == kNoWord;
    if (is_nominal) {
      if (entry != nullptr && entry->control == Control::kSubject) {
        Copy(governor, Slot::kSubject, Slot::kSubject);
      }
      return;
    }
    if (entry != nullptr &&
        (entry->control == Control::kSubject || entry->control == Control::kRaising)) {
      CopySurface(governor);
      return;
    }
    // Object control, and every verb that the table does not know.
    if (Copy(governor, Slot::kObject, to) || Copy(governor, Slot::kIndirect, to))
      return;
    if (entry != nullptr && entry->control == Control::kObject &&
        CopyAddressee(governor, to)) {
      return;
    }
    CopySurface(governor);
  }

  void ShareWithConjunct(std::uint32_t first) {
    if (NeedsSubject()) {
      const Slot slot = draft_.links[first].surface;
      Copy(first, slot, SubjectSlot());
      // "was arrested and jailed by police": one agent for both.
      if (draft_.clause(index_).is_passive && draft_.clause(first).is_passive &&
          !draft_.has(index_, Slot::kSubject)) {
        Copy(first, Slot::kSubject, Slot::kSubject);
      }
    }
    // "attacked and destroyed the base": the object may hang from the first verb.
    const Clause& clause = draft_.clause(index_);
    if (clause.kind != ClauseKind::kVerb || clause.is_passive) return;
    if (draft_.has(index_, Slot::kObject)) return;
    const std::uint32_t object =
        source_.tree.ChildBy(draft_.verb_of(first), Relation::kObj);
    if (object != kNoWord && object > draft_.verb_of(index_)) {
      Copy(first, Slot::kObject, Slot::kObject);
    }
  }

  // Puts the antecedent where the relative pronoun stands, or into the gap.
  // "signed a decree that recognised Crimea": who signs does what the decree does.
  void AddSigner(std::uint32_t antecedent) {
    static constexpr std::array<std::string_view, 12> kDeeds = {
        "decree", "law", "bill",   "order",   "resolution", "edict",
        "act",    "ban", "letter", "measure", "motion",     "ordinance"};
    if (std::find(kDeeds.begin(), kDeeds.end(), source_.lemma(antecedent)) ==
        kDeeds.end()) {
      return;
    }
    if (source_.relation(antecedent) != Relation::kObj) return;
    const std::uint32_t head = source_.tree.head(antecedent);
    const std::uint32_t above =
        head == kNoWord ? kNoWord : draft_.table.clause_at[head];
    const Clause& own = draft_.clause(index_);
    if (above == kNoWord || above == index_ || own.is_passive) return;
    bool is_subject = false;
    for (const Argument& argument : draft_.table.arguments_of(own)) {
      is_subject = is_subject ||
                   (argument.slot == Slot::kSubject && argument.word == antecedent);
    }
    if (is_subject) Copy(above, Slot::kSubject, Slot::kSubject);
  }

  void FillGap(std::uint32_t antecedent) {
    Clause& clause = draft_.clause(index_);
    bool found = false;
    for (std::uint32_t i = 0; i < clause.argument_count; ++i) {
      Argument& argument = draft_.table.arguments[clause.first_argument + i];
      if (argument.slot == Slot::kComplement || argument.word == kNoWord) continue;
      if (!IsRelativizer(source_, argument.word)) continue;
      argument.word = antecedent;
      found = true;
    }
    AddSigner(antecedent);
    if (found) return;
    const bool is_finite =
        source_.relation(draft_.links[index_].anchor) == Relation::kAclRelcl;
    Argument argument;
    argument.word = antecedent;
    if (!is_finite) {
      if (NeedsSubject()) Append(argument, SubjectSlot());
    } else if (NeedsSubject()) {
      Append(argument, SubjectSlot());
    } else if (!clause.is_passive && !draft_.has(index_, Slot::kObject) &&
               !draft_.has(index_, Slot::kComplement)) {
      Append(argument, Slot::kObject);
    }
  }

  ClauseDraft& draft_;
  const ClauseSource& source_;
  std::uint32_t index_;
};

}  // namespace

void ShareArguments(ClauseDraft& draft, std::uint32_t index) {
  ArgumentSharer(draft, index).Share();
}

}  // namespace entente
