#include "meaning/clause_predicates.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {
namespace {

// Relations in which a verb form is part of something else than a clause.
bool IsClauseless(Relation relation) {
  switch (relation) {
    case Relation::kAux:
    case Relation::kAuxPass:
    case Relation::kCop:
    case Relation::kCase:
    case Relation::kMark:
    case Relation::kFixed:
    case Relation::kFlat:
    case Relation::kCompound:
    case Relation::kCompoundPrt:
    case Relation::kAmod:
    case Relation::kCc:
    case Relation::kDet:
    case Relation::kGoeswith:
    case Relation::kReparandum:
      return true;
    default:
      return false;
  }
}

// A verb that the tagger took for something else: it has a subject or an object, no
// copula, and the form of a known verb ("Iran normalised relations").
bool IsMistaggedVerb(const ClauseSource& source, std::uint32_t word) {
  const Upos tag = source.upos(word);
  if (tag == Upos::kVerb || tag == Upos::kAux || !source.is_known_verb[word]) {
    return false;
  }
  if (source.relation(word) != Relation::kRoot &&
      Universal(source.relation(word)) != Relation::kCcomp &&
      source.relation(word) != Relation::kConj) {
    return false;
  }
  bool has_subject = false;
  bool has_object = false;
  for (const std::uint32_t child : source.tree.children(word)) {
    const Relation relation = source.relation(child);
    if (relation == Relation::kCop || relation == Relation::kDet ||
        relation == Relation::kCase) {
      return false;
    }
    has_subject = has_subject || Universal(relation) == Relation::kNsubj;
    has_object = has_object || relation == Relation::kObj;
  }
  return has_subject || has_object;
}

bool IsVerbPredicate(const ClauseSource& source, std::uint32_t word) {
  if (IsMistaggedVerb(source, word)) return true;
  const bool is_name =
      source.is_name(word) && (source.tokens.flags[word] & kFirstUpper) != 0;
  return source.upos(word) == Upos::kVerb && !is_name &&
         !IsClauseless(source.relation(word));
}

bool IsAdjectivePredicate(const ClauseSource& source, std::uint32_t word) {
  if (source.upos(word) != Upos::kAdj || source.is_name(word)) return false;
  if (source.has_child(word, Relation::kCop)) return true;
  const Relation relation = source.relation(word);
  return relation == Relation::kRoot || relation == Relation::kXcomp ||
         relation == Relation::kAcl;
}

bool IsNounPredicate(const ClauseSource& source, std::uint32_t word) {
  if (source.upos(word) != Upos::kNoun || source.is_name(word)) return false;
  if (IsClauseless(source.relation(word))) return false;
  return source.lexicon.nominals.Find(source.lemma(word)) != nullptr;
}

bool IsNominal(const ClauseSource& source, std::uint32_t word) {
  return source.upos(word) == Upos::kNoun && !source.is_name(word);
}

class LightVerbFinder {
 public:
  LightVerbFinder(const ClauseSource& source, PredicateTable& table)
      : source_(source), table_(table) {}

  void Visit(std::uint32_t verb) {
    const std::uint32_t particle = source_.tree.ChildBy(verb, Relation::kCompoundPrt);
    const std::string_view tail = particle == kNoWord ? "" : source_.lemma(particle);
    if (!source_.lexicon.light_verbs.IsLight(source_.lemma(verb))) return;
    for (const std::uint32_t child : source_.tree.children(verb)) {
      const Relation relation = source_.relation(child);
      if (relation == Relation::kObj || relation == Relation::kNsubjPass) {
        if (TryPair(verb, tail, child)) return;
        if (TryIdiom(verb, child)) return;
      } else if (relation == Relation::kObl) {
        if (TryPair(verb, PrepositionOf(source_, child), child)) return;
      }
    }
    // "the attack carried out by": the noun governs its light verb.
    const std::uint32_t noun = source_.tree.head(verb);
    if (noun == kNoWord || source_.has_child(verb, Relation::kObj)) return;
    if (source_.relation(verb) == Relation::kAcl ||
        source_.relation(verb) == Relation::kAclRelcl) {
      TryPair(verb, tail, noun);
    }
  }

  // "is under attack": the copula's noun.
  void VisitCopular(std::uint32_t noun) {
    if (!source_.has_child(noun, Relation::kCop)) return;
    const auto voice = source_.lexicon.light_verbs.Find(
        "be", PrepositionOf(source_, noun), source_.lemma(noun), false);
    if (!voice || !IsNominal(source_, noun)) return;
    table_.kind[noun] = PredicateKind::kNoun;
    table_.voice[noun] = *voice;
  }

 private:
  bool TryPair(std::uint32_t verb, std::string_view tail, std::uint32_t noun) {
    if (!IsNominal(source_, noun) || table_.partner[noun] != kNoWord) return false;
    const std::string_view lemma = source_.lemma(noun);
    const bool is_act = source_.lexicon.nominals.Find(lemma) != nullptr;
    const auto voice =
        source_.lexicon.light_verbs.Find(source_.lemma(verb), tail, lemma, is_act);
    if (!voice) return false;
    table_.kind[verb] = PredicateKind::kLightVerb;
    table_.kind[noun] = PredicateKind::kNoun;
    table_.partner[verb] = noun;
    table_.partner[noun] = verb;
    table_.voice[noun] = *voice;
    return true;
  }

  // "take part in talks": the object is idiom, the act its oblique.
  bool TryIdiom(std::uint32_t verb, std::uint32_t object) {
    for (const std::uint32_t owner : {verb, object}) {
      for (const std::uint32_t child : source_.tree.children(owner)) {
        const Relation relation = source_.relation(child);
        if (relation != Relation::kObl && relation != Relation::kNmod) continue;
        if (source_.lemma(object) != "part" || PrepositionOf(source_, child) != "in") {
          continue;
        }
        if (TryPair(verb, "part in", child)) return true;
      }
    }
    return false;
  }

  const ClauseSource& source_;
  PredicateTable& table_;
};

// Prepositions of several words, by their first and last.
struct LongPreposition {
  std::string_view first, last, whole;
};
constexpr std::array<LongPreposition, 14> kLongPrepositions = {{
    {"in", "of", "in front of"},
    {"because", "of", "because of"},
    {"out", "of", "out of"},
    {"according", "to", "according to"},
    {"accord", "to", "according to"},
    {"instead", "of", "instead of"},
    {"due", "to", "due to"},
    {"as", "of", "as of"},
    {"such", "as", "such as"},
    {"ahead", "of", "ahead of"},
    {"along", "with", "along with"},
    {"together", "with", "together with"},
    {"outside", "of", "outside of"},
    {"inside", "of", "inside of"},
}};

}  // namespace

std::string_view PrepositionOf(const ClauseSource& source, std::uint32_t word) {
  std::uint32_t first = kNoWord;
  std::uint32_t last = kNoWord;
  for (const std::uint32_t child : source.tree.children(word)) {
    if (source.relation(child) != Relation::kCase || source.xpos(child) == Xpos::kPos) {
      continue;
    }
    if (first == kNoWord) first = child;
    last = child;
    for (const std::uint32_t piece : source.tree.children(child)) {
      if (source.relation(piece) == Relation::kFixed) last = piece;
    }
  }
  if (first == kNoWord) {
    // "with Defence Minister Mirzo": the parser may hang the preposition on the title.
    const std::uint32_t edge = source.tree.leftmost(word);
    const bool is_inside = edge < word && source.relation(edge) == Relation::kCase &&
                           source.upos(edge) == Upos::kAdp;
    return is_inside ? source.lemma(edge) : "";
  }
  if (first == last) return source.lemma(first);
  for (const LongPreposition& entry : kLongPrepositions) {
    if (entry.first == source.lemma(first) && entry.last == source.lemma(last)) {
      return entry.whole;
    }
  }
  return source.lemma(last);
}

namespace {

// A sentence without a full stop: "Three killed in Kabul".
bool IsHeadline(const ClauseSource& source, std::uint32_t word) {
  const auto& sentences = source.tokens.sentences;
  const auto sentence =
      std::partition_point(sentences.begin(), sentences.end(),
                           [word](const Sentence& each) { return each.end <= word; });
  const std::string_view form =
      Slice(source.text, source.tokens.span[sentence->end - 1]);
  return form != "." && form != "!" && form != "?" && form != "\"" && form != "”";
}

// "Ukraine's minister called for talks.": a whole sentence has a finite verb; where the
// parser finds none, the participle after the first noun is it. One calls for things,
// or calls them off, in the active voice only.
bool IsMainVerb(const ClauseSource& source, std::uint32_t verb) {
  const std::uint32_t head = source.tree.head(verb);
  if (head == kNoWord || source.relation(head) != Relation::kRoot || head > verb ||
      source.lemma(verb) != "call" || IsHeadline(source, verb) ||
      source.has_child(head, Relation::kCop)) {
    return false;
  }
  for (const std::uint32_t child : source.tree.children(verb)) {
    if (source.relation(child) == Relation::kCompoundPrt) return true;
    const std::string_view preposition = PrepositionOf(source, child);
    if (preposition == "for" || preposition == "on" || preposition == "upon") {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsPassive(const ClauseSource& source, std::uint32_t verb) {
  bool has_auxiliary = false;
  bool has_object = false;
  bool has_passive_subject = false;
  for (const std::uint32_t child : source.tree.children(verb)) {
    const Relation relation = source.relation(child);
    if (relation == Relation::kAuxPass) return true;
    if (relation == Relation::kNsubjPass) has_passive_subject = true;
    if (relation == Relation::kAux) has_auxiliary = true;
    if (relation == Relation::kObj) has_object = true;
  }
  if (has_passive_subject && has_auxiliary) return true;
  if (source.xpos(verb) != Xpos::kVbn || has_auxiliary) return false;
  // The sentence's verb is finite: "The union called for calm." has no passive.
  if (has_passive_subject && source.relation(verb) != Relation::kRoot) return true;
  switch (source.relation(verb)) {
    case Relation::kAcl:
      return !has_object && !IsMainVerb(source, verb);
    case Relation::kAdvcl:
      return !has_object;
    case Relation::kRoot:
      return !has_object && IsHeadline(source, verb);
    case Relation::kConj: {
      const std::uint32_t head = source.tree.head(verb);
      return head != kNoWord && source.xpos(head) == Xpos::kVbn && !has_object &&
             !source.has_child(verb, Relation::kNsubj) &&
             (source.has_child(head, Relation::kAuxPass) ||
              source.relation(head) == Relation::kAcl);
    }
    default:
      return false;
  }
}

PredicateTable FindPredicates(const ClauseSource& source) {
  const std::size_t count = source.syntax.size();
  PredicateTable table;
  table.kind.assign(count, PredicateKind::kNone);
  table.partner.assign(count, kNoWord);
  table.voice.assign(count, LightVoice::kActive);
  for (std::uint32_t word = 0; word < count; ++word) {
    if (IsVerbPredicate(source, word)) {
      table.kind[word] = PredicateKind::kVerb;
    } else if (IsNounPredicate(source, word)) {
      table.kind[word] = PredicateKind::kNoun;
    } else if (IsAdjectivePredicate(source, word)) {
      table.kind[word] = PredicateKind::kAdjective;
    }
  }
  LightVerbFinder finder(source, table);
  for (std::uint32_t word = 0; word < count; ++word) {
    if (table.kind[word] == PredicateKind::kVerb) finder.Visit(word);
    if (source.upos(word) == Upos::kNoun) finder.VisitCopular(word);
  }
  return table;
}

}  // namespace entente
