// The arguments that stand at the predicate itself, voice undone.
#include <algorithm>
#include <array>
#include <string_view>

#include "meaning/clause_draft.h"

namespace entente {
namespace {

bool IsNominalTag(Upos tag) {
  constexpr std::array<Upos, 8> kTags = {Upos::kNoun, Upos::kPropn, Upos::kPron,
                                         Upos::kNum,  Upos::kSym,   Upos::kX,
                                         Upos::kAdj,  Upos::kDet};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

class ArgumentCollector {
 public:
  ArgumentCollector(ClauseDraft& draft, std::uint32_t index)
      : draft_(draft), source_(draft.source), index_(index) {}

  void Collect() {
    Clause& clause = draft_.clause(index_);
    clause.first_argument = static_cast<std::uint32_t>(draft_.table.arguments.size());
    if (clause.kind == ClauseKind::kNoun) {
      CollectNoun(clause);
      if (clause.light_verb != kNoWord) CollectLightVerb(clause);
    } else {
      CollectVerb(clause);
    }
    clause.argument_count = static_cast<std::uint32_t>(draft_.table.arguments.size()) -
                            clause.first_argument;
  }

 private:
  // Adds a filler and its conjuncts, also those that the parser hung on one another.
  void Add(Slot slot, std::uint32_t word, std::string_view preposition = "",
           bool is_shared = false, bool is_weak = false) {
    Append(slot, word, preposition, is_shared, is_weak);
    for (std::uint32_t last = word; last != kNoWord;) {
      std::uint32_t next = kNoWord;
      for (const std::uint32_t child : source_.tree.children(last)) {
        if (source_.relation(child) == Relation::kConj &&
            IsNominalTag(source_.upos(child))) {
          Append(slot, child, preposition, is_shared, is_weak);
          next = child;
        }
      }
      last = next;
    }
  }

  void Append(Slot slot, std::uint32_t word, std::string_view preposition,
              bool is_shared, bool is_weak) {
    Argument argument;
    argument.slot = slot;
    argument.word = word;
    argument.preposition = preposition;
    argument.is_shared = is_shared;
    argument.is_weak = is_weak;
    draft_.table.arguments.push_back(argument);
  }

  void AddComplement(std::uint32_t word, std::string_view preposition) {
    const std::uint32_t embedded = draft_.table.clause_at[word];
    if (embedded == kNoWord || embedded == index_) return;
    Argument argument;
    argument.slot = Slot::kComplement;
    argument.word = draft_.table.clauses[embedded].word;
    argument.preposition = preposition;
    argument.clause = embedded;
    draft_.table.arguments.push_back(argument);
    for (const std::uint32_t child : source_.tree.children(word)) {
      const std::uint32_t conjunct = draft_.table.clause_at[child];
      if (source_.relation(child) != Relation::kConj || conjunct == kNoWord) continue;
      argument.word = draft_.table.clauses[conjunct].word;
      argument.clause = conjunct;
      draft_.table.arguments.push_back(argument);
    }
  }

  void CollectVerb(Clause& clause) {
    clause.is_passive =
        clause.kind == ClauseKind::kVerb && IsPassive(source_, clause.word);
    if (clause.is_passive) draft_.links[index_].surface = Slot::kObject;
    for (const std::uint32_t child : source_.tree.children(clause.word)) {
      AddVerbChild(clause, child);
    }
    AddSubjectOfNoun(clause);
    AddObjectOfConjunct(clause);
    // "called Israel a terrorist state": who is called so is an object too.
    const std::uint32_t receiver = source_.tree.ChildBy(clause.word, Relation::kIobj);
    if (receiver != kNoWord && !source_.has_child(clause.word, Relation::kObj)) {
      Add(Slot::kObject, receiver, "", true);
      AddNominalComplement(clause, receiver, "");
      AddDemandOn(clause, receiver);
    }
  }

  // "Pakistan shot down a jet": where the tagger takes the verb for a noun, its subject
  // looks like the noun's modifier.
  void AddSubjectOfNoun(const Clause& clause) {
    if (clause.kind != ClauseKind::kVerb || source_.upos(clause.word) != Upos::kNoun ||
        source_.has_child(clause.word, Relation::kNsubj)) {
      return;
    }
    for (const std::uint32_t child : source_.tree.children(clause.word)) {
      const Relation relation = source_.relation(child);
      const bool is_modifier = relation == Relation::kCompound ||
                               relation == Relation::kNmodDesc ||
                               relation == Relation::kNmodUnmarked;
      if (is_modifier && child < clause.word && source_.upos(child) == Upos::kPropn) {
        Add(Slot::kSubject, child);
      }
    }
  }

  void AddVerbChild(Clause& clause, std::uint32_t child) {
    switch (source_.relation(child)) {
      case Relation::kNsubj:
      case Relation::kNsubjOuter:
      case Relation::kNsubjPass:
        AddSurfaceSubject(clause, child);
        return;
      case Relation::kObj:
        AddObject(clause, child);
        return;
      case Relation::kIobj:
        Add(Slot::kIndirect, child);
        return;
      case Relation::kObl:
      case Relation::kOblAgent:
      case Relation::kOblUnmarked:
      case Relation::kNmod:
        AddOblique(clause, child);
        return;
      case Relation::kXcomp:
        AddXcomp(child);
        return;
      case Relation::kCcomp:
      case Relation::kCsubj:
        AddComplement(child, "");
        return;
      case Relation::kAdvcl:
      case Relation::kAcl:
        AddClausalOblique(child);
        return;
      case Relation::kCompoundPrt:
        clause.particle = child;
        return;
      default:
        return;
    }
  }

  void AddSurfaceSubject(const Clause& clause, std::uint32_t child) {
    if (!clause.is_passive) {
      Add(Slot::kSubject, child);
      return;
    }
    // "Kenya was offered a loan": the grammatical subject is the one who gets it.
    const bool has_object = source_.has_child(clause.word, Relation::kObj);
    const Slot slot = has_object ? Slot::kIndirect : Slot::kObject;
    draft_.links[index_].surface = slot;
    Add(slot, child);
    if (slot == Slot::kObject) AddPhrasesOf(child, false);
  }

  void AddObject(const Clause& clause, std::uint32_t child) {
    Add(Slot::kObject, child);
    AddNominalComplement(clause, child, "");
    AddPhrasesOf(child, clause.is_passive);
    AddDemandOn(clause, child);
  }

  // "urged both parties to carry out the deal": the parser may hang what is demanded
  // from the one who is to do it.
  void AddDemandOn(const Clause& clause, std::uint32_t child) {
    const Operator* entry =
        source_.lexicon.operators.Find(OperatorKind::kVerb, clause.lemma);
    if (entry == nullptr || entry->control != Control::kObject) return;
    for (const std::uint32_t modifier : source_.tree.children(child)) {
      if (source_.relation(modifier) != Relation::kAcl) continue;
      const std::uint32_t mark = source_.tree.ChildBy(modifier, Relation::kMark);
      if (mark != kNoWord && source_.lemma(mark) == "to") AddComplement(modifier, "");
    }
  }

  // "signed a deal with Iran": the parser may hang the phrase on either word; "talks
  // with Iran were suspended": in the passive it stands before the verb. "was offered a
  // loan by China": there it may name the agent.
  void AddPhrasesOf(std::uint32_t child, bool may_be_agent) {
    for (const std::uint32_t modifier : source_.tree.children(child)) {
      if (source_.relation(modifier) != Relation::kNmod) continue;
      const std::string_view preposition = PrepositionOf(source_, modifier);
      if (preposition.empty()) continue;
      const bool is_agent = may_be_agent && preposition == "by";
      Add(is_agent ? Slot::kSubject : Slot::kOblique, modifier, preposition, true);
    }
  }

  void AddOblique(const Clause& clause, std::uint32_t child) {
    const std::string_view preposition = PrepositionOf(source_, child);
    // "was banned, as well as DAESH": a conjunct of the subject.
    if (preposition.empty() && source_.has_child(child, Relation::kCc)) {
      Add(draft_.links[index_].surface, child);
      return;
    }
    const bool is_agent = source_.relation(child) == Relation::kOblAgent ||
                          (clause.is_passive && preposition == "by");
    const bool is_plain =
        source_.upos(child) != Upos::kNum && draft_.table.clause_at[child] == kNoWord;
    if (is_agent && (is_plain || source_.upos(child) == Upos::kNoun)) {
      Add(Slot::kSubject, child);
      return;
    }
    // "the bombing of Kunduz": a gerund with an article is tagged a verb now and then.
    if (source_.xpos(clause.word) == Xpos::kVbg &&
        source_.has_child(clause.word, Relation::kDet) &&
        (preposition == "of" || preposition == "by")) {
      Add(preposition == "of" ? Slot::kObject : Slot::kSubject, child);
      return;
    }
    Add(Slot::kOblique, child, preposition);
    AddNominalComplement(clause, child, preposition);
  }

  // "declared him president" stands like "declared him as president".
  void AddXcomp(std::uint32_t child) {
    if (draft_.table.clause_at[child] != kNoWord) {
      AddComplement(child, "");
    } else {
      Add(Slot::kOblique, child, "as");
    }
  }

  // "accused of bombing", "banned from entering": a clause under a preposition.
  void AddClausalOblique(std::uint32_t child) {
    const std::uint32_t embedded = draft_.table.clause_at[child];
    if (embedded == kNoWord) return;
    if (draft_.table.clauses[embedded].embedding == Embedding::kComplement) {
      AddComplement(child, draft_.links[embedded].mark);
    }
  }

  void AddNominalComplement(const Clause& clause, std::uint32_t child,
                            std::string_view preposition) {
    const std::uint32_t embedded = draft_.table.clause_at[child];
    if (embedded == kNoWord || clause.kind == ClauseKind::kNoun) return;
    if (draft_.table.clauses[embedded].embedding == Embedding::kComplement) {
      AddComplement(child, preposition);
    }
  }

  // "attacked and destroyed the base": the object of the second verb is also the
  // first's.
  void AddObjectOfConjunct(const Clause& clause) {
    if (clause.is_passive || source_.has_child(clause.word, Relation::kObj)) return;
    for (const std::uint32_t child : source_.tree.children(clause.word)) {
      const Relation relation = source_.relation(child);
      if (child > clause.word && relation != Relation::kConj &&
          relation != Relation::kPunct) {
        return;
      }
      if (relation != Relation::kConj || child > clause.word + 4) continue;
      if (source_.upos(child) != Upos::kVerb) continue;
      if (source_.has_child(child, Relation::kNsubj)) continue;
      const std::uint32_t object = source_.tree.ChildBy(child, Relation::kObj);
      if (object != kNoWord) Add(Slot::kObject, object, "", true);
      return;
    }
  }

  void CollectNoun(const Clause& clause) {
    const Nominal* nominal = source_.lexicon.nominals.Find(clause.lemma);
    static const Nominal kPlain{"", Slot::kObject, Slot::kSubject, std::nullopt, {}};
    const Nominal& entry = nominal == nullptr ? kPlain : *nominal;
    const bool has_by = HasPhrase(clause.word, "by");
    // "the boycott of X by Y", "its blockade of X": of whom it is done to.
    const bool is_of_object =
        has_by || (source_.has_child(clause.word, Relation::kNmodPoss) &&
                   entry.of == Slot::kSubject && entry.possessor == Slot::kSubject);
    for (const std::uint32_t child : source_.tree.children(clause.word)) {
      switch (source_.relation(child)) {
        case Relation::kNmodPoss:
          if (has_by && entry.possessor == Slot::kSubject) {
            Add(Slot::kObject, child);  // "X's boycott by Y"
          } else {
            AddPossessor(clause, entry, child);
          }
          break;
        case Relation::kNmod:
        case Relation::kObl:
          AddNounPhrase(entry, child, is_of_object);
          break;
        case Relation::kNsubj:
          if (source_.has_child(clause.word, Relation::kCop)) AddCopulaSubject(child);
          break;
        case Relation::kAcl:
          AddClausalOblique(child);
          break;
        default:
          break;
      }
    }
    if (entry.modifier) AddModifiers(clause, *entry.modifier);
  }

  void AddCopulaSubject(std::uint32_t child) {
    const LightVoice voice = draft_.predicates.voice[draft_.clause(index_).word];
    const Slot slot = voice == LightVoice::kPassive ? Slot::kObject : Slot::kSubject;
    draft_.links[index_].surface = slot;
    Add(slot, child);
  }

  bool HasPhrase(std::uint32_t word, std::string_view preposition) const {
    for (const std::uint32_t child : source_.tree.children(word)) {
      if (source_.relation(child) == Relation::kNmod &&
          PrepositionOf(source_, child) == preposition) {
        return true;
      }
    }
    return false;
  }

  void AddPossessor(const Clause& clause, const Nominal& entry, std::uint32_t child) {
    if (entry.of == Slot::kObject && HasPhrase(clause.word, "of")) {
      Add(Slot::kSubject, child);
    } else if (entry.possessor) {
      Add(*entry.possessor, child);
    }
  }

  void AddNounPhrase(const Nominal& entry, std::uint32_t child, bool is_of_object) {
    const std::string_view preposition = PrepositionOf(source_, child);
    if (preposition == "by" || preposition == "between" || preposition == "among") {
      Add(Slot::kSubject, child);
      if (preposition != "by") Add(Slot::kOblique, child, preposition, true);
      return;
    }
    if (preposition == "of") {
      if (entry.of) Add(is_of_object ? Slot::kObject : *entry.of, child);
      Add(Slot::kOblique, child, preposition, true);
      AddNested(child);
      return;
    }
    Add(Slot::kOblique, child, preposition);
    if (entry.TakesObjectWith(preposition)) Add(Slot::kObject, child, "", true);
  }

  // "the donation of vaccines to Somalia": the second phrase may hang from the first.
  void AddNested(std::uint32_t filler) {
    for (const std::uint32_t modifier : source_.tree.children(filler)) {
      if (source_.relation(modifier) != Relation::kNmod) continue;
      const std::string_view preposition = PrepositionOf(source_, modifier);
      if (preposition.empty() || preposition == "of") continue;
      Add(preposition == "by" ? Slot::kSubject : Slot::kOblique, modifier, preposition,
          true);
    }
  }

  void AddModifiers(const Clause& clause, Slot slot) {
    for (const std::uint32_t child : source_.tree.children(clause.word)) {
      const Relation relation = source_.relation(child);
      if (relation != Relation::kAmod && relation != Relation::kCompound &&
          relation != Relation::kNmodUnmarked && relation != Relation::kNmodDesc) {
        continue;
      }
      const bool is_noun = source_.upos(child) == Upos::kNoun;
      const bool has_capital = (source_.tokens.flags[child] & kFirstUpper) != 0;
      if (is_noun || has_capital) Add(slot, child, "", false, true);
    }
  }

  // What stands around the light verb belongs to the noun's act.
  void CollectLightVerb(Clause& clause) {
    const std::uint32_t verb = clause.light_verb;
    const bool is_undergone =
        draft_.predicates.voice[clause.word] == LightVoice::kPassive;
    clause.is_passive = IsPassive(source_, verb);
    const Slot actor_slot = is_undergone ? Slot::kObject : Slot::kSubject;
    draft_.links[index_].surface = actor_slot;
    const Nominal* nominal = source_.lexicon.nominals.Find(clause.lemma);
    for (const std::uint32_t child : source_.tree.children(verb)) {
      if (child == clause.word) continue;
      switch (source_.relation(child)) {
        case Relation::kNsubj:
          Add(actor_slot, child);
          break;
        case Relation::kNsubjPass:
        case Relation::kIobj:
          Add(Slot::kIndirect, child);
          Add(Slot::kObject, child, "", true);
          break;
        case Relation::kObj:
          Add(Slot::kObject, child);
          break;
        case Relation::kObl:
        case Relation::kOblAgent:
        case Relation::kNmod:
          AddLightOblique(clause, nominal, is_undergone, child);
          break;
        case Relation::kAdvcl:
        case Relation::kAcl:
          AddClausalOblique(child);
          break;
        case Relation::kXcomp:
        case Relation::kCcomp:
          AddComplement(child, "");
          break;
        case Relation::kCompoundPrt:
          clause.particle = child;
          break;
        default:
          break;
      }
    }
  }

  void AddLightOblique(const Clause& clause, const Nominal* nominal, bool is_undergone,
                       std::uint32_t child) {
    const std::string_view preposition = PrepositionOf(source_, child);
    if (preposition == "by" && clause.is_passive) {
      Add(Slot::kSubject, child);
      return;
    }
    if (is_undergone && (preposition == "from" || preposition == "by")) {
      Add(Slot::kSubject, child, "", true);
    }
    Add(Slot::kOblique, child, preposition);
    if (nominal != nullptr && nominal->TakesObjectWith(preposition)) {
      Add(Slot::kObject, child, "", true);
    }
  }

  ClauseDraft& draft_;
  const ClauseSource& source_;
  std::uint32_t index_;
};

}  // namespace

void CollectArguments(ClauseDraft& draft, std::uint32_t index) {
  ArgumentCollector(draft, index).Collect();
}

}  // namespace entente
