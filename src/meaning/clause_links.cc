#include "meaning/clause_links.h"

#include <algorithm>
#include <string_view>

namespace entente {
namespace {

bool IsTimeMark(std::string_view mark) {
  return mark == "when" || mark == "while" || mark == "after" || mark == "before" ||
         mark == "since" || mark == "until" || mark == "till" || mark == "once" ||
         mark == "whenever";
}

bool IsConditionMark(std::string_view mark) {
  return mark == "if" || mark == "unless" || mark == "provided" || mark == "lest";
}

// "accused of bombing", "thanked for helping": what the governor is about.
bool IsComplementMark(std::string_view mark) {
  return mark == "of" || mark == "from" || mark == "for" || mark == "into" ||
         mark == "about" || mark == "against" || mark == "over" || mark == "on";
}

class Linker {
 public:
  explicit Linker(ClauseDraft& draft) : draft_(draft), source_(draft.source) {}

  void Link() {
    const std::size_t count = draft_.table.clauses.size();
    draft_.links.resize(count);
    for (std::uint32_t index = 0; index < count; ++index) SetAnchor(index);
    SortByDepth();
    for (const std::uint32_t index : draft_.order) LinkOne(index);
  }

 private:
  void SetAnchor(std::uint32_t index) {
    const Clause& clause = draft_.table.clauses[index];
    std::uint32_t anchor = clause.word;
    // A light verb carries its noun; in "the attack carried out by X" the noun its
    // verb.
    if (clause.light_verb != kNoWord &&
        source_.tree.Dominates(clause.light_verb, clause.word)) {
      anchor = clause.light_verb;
    }
    draft_.links[index].anchor = anchor;
  }

  std::uint32_t DepthOf(std::uint32_t word) const {
    std::uint32_t depth = 0;
    while (source_.tree.head(word) != kNoWord && depth < source_.syntax.size()) {
      word = source_.tree.head(word);
      ++depth;
    }
    return depth;
  }

  void SortByDepth() {
    std::vector<std::uint32_t> depth(draft_.table.clauses.size());
    for (std::uint32_t index = 0; index < depth.size(); ++index) {
      depth[index] = DepthOf(draft_.links[index].anchor);
      draft_.order.push_back(index);
    }
    std::stable_sort(
        draft_.order.begin(), draft_.order.end(),
        [&](std::uint32_t a, std::uint32_t b) { return depth[a] < depth[b]; });
  }

  void LinkOne(std::uint32_t index) {
    ClauseLink& link = draft_.links[index];
    Clause& clause = draft_.table.clauses[index];
    const std::uint32_t mark = source_.tree.ChildBy(link.anchor, Relation::kMark);
    if (mark != kNoWord) {
      link.mark = source_.lemma(mark);
    } else {
      link.mark = WhenAdverb(link.anchor);
    }
    const std::uint32_t head = source_.tree.head(link.anchor);
    if (head == kNoWord) return;
    const Relation relation = source_.relation(link.anchor);
    if (relation == Relation::kConj && LinkConjunct(index, head)) return;
    link.governor = GovernorOf(link.anchor, index);
    clause.parent = link.governor;
    clause.embedding = EmbeddingOf(index, head, relation);
    const bool modifies_noun =
        relation == Relation::kAclRelcl || relation == Relation::kAcl;
    if (modifies_noun && clause.embedding == Embedding::kRelative) {
      link.antecedent = AntecedentOfWhich(head, link.anchor);
    } else if (clause.embedding == Embedding::kAdverbial) {
      link.antecedent = AntecedentOfStray(link.anchor);
      if (link.antecedent != kNoWord) clause.embedding = Embedding::kRelative;
    }
  }

  // "thanked Switzerland and the Red Cross, which had mediated": the last of those
  // joined, wherever the parser hangs the clause.
  std::uint32_t AntecedentOfWhich(std::uint32_t head, std::uint32_t anchor) const {
    std::uint32_t pronoun = source_.tree.leftmost(anchor);
    if (source_.upos(pronoun) == Upos::kPunct && pronoun < anchor) ++pronoun;
    if (source_.lemma(pronoun) != "which") return head;
    std::uint32_t last = head;
    for (std::uint32_t word = head + 1; word < pronoun; ++word) {
      if (source_.relation(word) != Relation::kConj) continue;
      if (source_.upos(word) != Upos::kNoun && source_.upos(word) != Upos::kPropn) {
        continue;
      }
      std::uint32_t up = source_.tree.head(word);
      while (up != kNoWord && up > head && up < pronoun) up = source_.tree.head(up);
      if (up == head) last = word;
    }
    return last;
  }

  // "added Kabulov, who held talks": the parser may hang the relative clause from the
  // verb; its antecedent is the phrase that ends right before the pronoun.
  std::uint32_t AntecedentOfStray(std::uint32_t anchor) const {
    const std::uint32_t pronoun = source_.tree.leftmost(anchor);
    if (source_.lemma(pronoun) != "who" && source_.lemma(pronoun) != "which")
      return kNoWord;
    if (pronoun == 0 || source_.tree.head(pronoun) != anchor) return kNoWord;
    std::uint32_t word = pronoun - 1;
    if (source_.upos(word) == Upos::kPunct && word > 0) --word;
    const auto is_noun = [&](std::uint32_t at) {
      return source_.upos(at) == Upos::kNoun || source_.upos(at) == Upos::kPropn;
    };
    if (!is_noun(word)) return kNoWord;
    for (std::uint32_t up = source_.tree.head(word);
         up != kNoWord && up < pronoun && is_noun(up); up = source_.tree.head(word)) {
      word = up;
    }
    return word;
  }

  // "in 1995, when they seized": the adverb stands where a mark does.
  std::string_view WhenAdverb(std::uint32_t anchor) const {
    for (const std::uint32_t child : source_.tree.children(anchor)) {
      if (source_.relation(child) == Relation::kAdvmod &&
          IsTimeMark(source_.lemma(child)) && child < anchor) {
        return source_.lemma(child);
      }
    }
    return "";
  }

  std::uint32_t GovernorOf(std::uint32_t anchor, std::uint32_t self) const {
    std::uint32_t up = source_.tree.head(anchor);
    for (std::size_t steps = 0; up != kNoWord && steps <= source_.syntax.size();
         ++steps) {
      const std::uint32_t found = draft_.table.clause_at[up];
      if (found != kNoWord && found != self) return found;
      up = source_.tree.head(up);
    }
    return kNoWord;
  }

  bool LinkConjunct(std::uint32_t index, std::uint32_t head) {
    const std::uint32_t first = draft_.table.clause_at[head];
    if (first == kNoWord || first == index) return false;
    ClauseLink& link = draft_.links[index];
    Clause& clause = draft_.table.clauses[index];
    const Clause& other = draft_.table.clauses[first];
    const bool are_nouns =
        clause.kind == ClauseKind::kNoun && clause.light_verb == kNoWord;
    if (!are_nouns) link.conjunct = first;
    link.governor = draft_.links[first].governor;
    link.antecedent = draft_.links[first].antecedent;
    clause.parent = other.parent;
    clause.embedding = other.embedding;
    if (link.mark.empty()) link.mark = draft_.links[first].mark;
    return true;
  }

  const Operator* OperatorOf(std::uint32_t index) const {
    const Clause& clause = draft_.table.clauses[index];
    const OperatorKind kind = clause.kind == ClauseKind::kVerb ? OperatorKind::kVerb
                              : clause.kind == ClauseKind::kNoun
                                  ? OperatorKind::kNoun
                                  : OperatorKind::kAdjective;
    return source_.lexicon.operators.Find(kind, clause.lemma);
  }

  Embedding EmbeddingOf(std::uint32_t index, std::uint32_t head, Relation relation) {
    const ClauseLink& link = draft_.links[index];
    const bool is_noun = draft_.table.clauses[index].kind == ClauseKind::kNoun &&
                         link.anchor == draft_.table.clauses[index].word;
    if (is_noun) return EmbeddingOfNoun(index, head, relation);
    switch (relation) {
      case Relation::kXcomp:
      case Relation::kCcomp:
      case Relation::kCsubj:
      case Relation::kCsubjPass:
        return Embedding::kComplement;
      case Relation::kAclRelcl:
        return IsTimeMark(link.mark) ? Embedding::kTime : Embedding::kRelative;
      case Relation::kAcl:
        return link.mark == "to" || link.mark == "of" || link.mark == "for" ||
                       link.mark == "that"
                   ? Embedding::kComplement
                   : Embedding::kRelative;
      case Relation::kAdvcl:
      case Relation::kAdvclRelcl:
        return EmbeddingOfAdverbial(index);
      default:
        return Embedding::kNone;
    }
  }

  Embedding EmbeddingOfAdverbial(std::uint32_t index) const {
    const ClauseLink& link = draft_.links[index];
    if (IsConditionMark(link.mark)) return Embedding::kCondition;
    if (IsTimeMark(link.mark)) return Embedding::kTime;
    if (IsComplementMark(link.mark)) return Embedding::kComplement;
    if (link.mark == "to") {
      const bool is_governed =
          link.governor != kNoWord &&
          (draft_.table.clauses[link.governor].kind == ClauseKind::kAdjective ||
           IsObjectControl(link.governor));
      return is_governed ? Embedding::kComplement : Embedding::kPurpose;
    }
    return Embedding::kAdverbial;
  }

  // "called on Russia to withdraw": an adverbial by the treebank, the demand by
  // meaning.
  bool IsObjectControl(std::uint32_t index) const {
    const Operator* entry = OperatorOf(index);
    return entry != nullptr && (entry->modality == Modality::kDemanded ||
                                entry->modality == Modality::kPlanned);
  }

  Embedding EmbeddingOfNoun(std::uint32_t index, std::uint32_t head,
                            Relation relation) const {
    const ClauseLink& link = draft_.links[index];
    if (link.governor == kNoWord || draft_.table.clause_at[head] != link.governor) {
      return Embedding::kNone;
    }
    const Operator* entry = OperatorOf(link.governor);
    const bool is_complement = entry != nullptr && entry->takes_nominal;
    if (!is_complement) return Embedding::kNone;
    // "urged the opposition to accept": an only object, whatever the parser calls it.
    const bool is_only_object =
        relation == Relation::kIobj && !source_.has_child(head, Relation::kObj);
    if (relation == Relation::kObj || relation == Relation::kNsubjPass ||
        is_only_object) {
      return Embedding::kComplement;
    }
    if (relation == Relation::kObl) {
      const std::string_view preposition = PrepositionOf(source_, link.anchor);
      const bool is_content = preposition == "for" || preposition == "on" ||
                              preposition == "to" || preposition == "from";
      return is_content ? Embedding::kComplement : Embedding::kNone;
    }
    return Embedding::kNone;
  }

  ClauseDraft& draft_;
  const ClauseSource& source_;
};

}  // namespace

void LinkClauses(ClauseDraft& draft) { Linker(draft).Link(); }

}  // namespace entente
