#include "meaning/clause_builder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/strings.h"
#include "meaning/clause_draft.h"
#include "meaning/clause_links.h"

namespace entente {
namespace {

ClauseKind KindOf(PredicateKind kind) {
  switch (kind) {
    case PredicateKind::kNoun:
      return ClauseKind::kNoun;
    case PredicateKind::kAdjective:
      return ClauseKind::kAdjective;
    case PredicateKind::kNone:
    case PredicateKind::kVerb:
    case PredicateKind::kLightVerb:
      return ClauseKind::kVerb;
  }
  return ClauseKind::kVerb;
}

struct VerbLemmas {
  std::vector<std::string_view> lemmas;  // by word
  std::vector<bool> is_known;            // by word: the form is a known verb's
};

// The lemmas of all words; where the lemmatiser gives a verb that no table knows, the
// known verb that has this form, if there is one.
VerbLemmas CorrectVerbs(std::string_view text, const TokenTable& tokens,
                        const SyntaxTable& syntax, const VerbForms& forms) {
  VerbLemmas verbs;
  verbs.lemmas.assign(syntax.lemma.begin(), syntax.lemma.end());
  verbs.is_known.assign(syntax.size(), false);
  std::string lower;
  for (std::uint32_t word = 0; word < syntax.size(); ++word) {
    const bool is_verb = syntax.upos[word] == Upos::kVerb;
    const bool is_root = syntax.relation[word] == Relation::kRoot ||
                         syntax.relation[word] == Relation::kCcomp ||
                         syntax.relation[word] == Relation::kConj;
    if (!is_verb && !is_root) continue;
    if (is_verb && forms.Knows(verbs.lemmas[word])) continue;
    lower = AsciiLower(Slice(text, tokens.span[word]));
    std::string_view verb = forms.Find(lower);
    // "Croatia and Hungary plan to": a base form may be tagged a noun.
    if (verb.empty() && forms.Knows(lower)) verb = forms.Name(lower);
    if (verb.empty()) continue;
    verbs.is_known[word] = true;
    if (is_verb) verbs.lemmas[word] = verb;
    // A word of another tag keeps its lemma unless it turns out to be a predicate.
    if (!is_verb && syntax.upos[word] != Upos::kNoun) verbs.lemmas[word] = verb;
  }
  return verbs;
}

void MakeClauses(ClauseDraft& draft) {
  const ClauseSource& source = draft.source;
  draft.table.clause_at.assign(source.syntax.size(), kNoWord);
  std::uint32_t sentence = 0;
  for (std::uint32_t word = 0; word < source.syntax.size(); ++word) {
    while (source.tokens.sentences[sentence].end <= word) ++sentence;
    const PredicateKind kind = draft.predicates.kind[word];
    if (kind == PredicateKind::kNone || kind == PredicateKind::kLightVerb) continue;
    Clause clause;
    clause.word = word;
    clause.kind = KindOf(kind);
    clause.lemma = source.lemma(word);
    if (clause.kind == ClauseKind::kVerb && source.upos(word) == Upos::kNoun) {
      const VerbForms& forms = source.lexicon.verb_forms;
      const std::string lower =
          AsciiLower(Slice(source.text, source.tokens.span[word]));
      clause.lemma = forms.Find(lower);
      if (clause.lemma.empty() && forms.Knows(lower)) clause.lemma = forms.Name(lower);
    }
    clause.sentence = sentence;
    clause.first_word = clause.last_word = word;
    clause.light_verb = draft.predicates.partner[word];
    if (clause.light_verb != kNoWord) {
      clause.light_lemma = source.lemma(clause.light_verb);
    }
    if (clause.kind == ClauseKind::kNoun) {
      const Nominal* nominal = source.lexicon.nominals.Find(clause.lemma);
      if (nominal != nullptr) clause.verb = nominal->verb;
    }
    const auto index = static_cast<std::uint32_t>(draft.table.clauses.size());
    draft.table.clause_at[word] = index;
    if (clause.light_verb != kNoWord) draft.table.clause_at[clause.light_verb] = index;
    draft.table.clauses.push_back(clause);
  }
}

// The clause that each word belongs to: its nearest ancestor that is a predicate.
std::vector<std::uint32_t> OwnersOf(const ClauseDraft& draft) {
  const ClauseSource& source = draft.source;
  std::vector<std::uint32_t> owner(source.syntax.size(), kNoWord);
  for (std::uint32_t word = 0; word < source.syntax.size(); ++word) {
    std::uint32_t up = word;
    for (std::size_t steps = 0; up != kNoWord && steps <= source.syntax.size();
         ++steps) {
      if (draft.table.clause_at[up] != kNoWord) {
        owner[word] = draft.table.clause_at[up];
        break;
      }
      up = source.tree.head(up);
    }
  }
  return owner;
}

void Widen(Clause& clause, std::uint32_t word) {
  clause.first_word = std::min(clause.first_word, word);
  clause.last_word = std::max(clause.last_word, word);
}

// Extents: the words whose nearest predicate this is; a verb's also hold its noun
// phrases that are clauses themselves.
void MeasureExtents(ClauseDraft& draft) {
  const ClauseSource& source = draft.source;
  const std::vector<std::uint32_t> owner = OwnersOf(draft);
  for (std::uint32_t word = 0; word < owner.size(); ++word) {
    if (owner[word] == kNoWord || source.upos(word) == Upos::kPunct) continue;
    Widen(draft.table.clauses[owner[word]], word);
  }
  for (auto visit = draft.order.rbegin(); visit != draft.order.rend(); ++visit) {
    const Clause& clause = draft.table.clauses[*visit];
    const std::uint32_t governor = draft.links[*visit].governor;
    if (clause.kind != ClauseKind::kNoun || governor == kNoWord) continue;
    if (clause.light_verb != kNoWord) continue;
    Clause& above = draft.table.clauses[governor];
    Widen(above, clause.first_word);
    Widen(above, clause.last_word);
  }
}

}  // namespace

Result<ClauseBuilder> ClauseBuilder::Load(const std::string& data_dir) {
  TRY(ClauseLexicon lexicon, ClauseLexicon::Load(data_dir));
  return ClauseBuilder(std::move(lexicon));
}

ClauseTable ClauseBuilder::Build(std::string_view text, const TokenTable& tokens,
                                 const SyntaxTable& syntax, const Tree& tree) const {
  const VerbLemmas verbs = CorrectVerbs(text, tokens, syntax, lexicon_.verb_forms);
  const ClauseSource source{tokens,   syntax,       tree,          text,
                            lexicon_, verbs.lemmas, verbs.is_known};
  const PredicateTable predicates = FindPredicates(source);
  ClauseDraft draft{source, predicates, {}, {}, {}};
  MakeClauses(draft);
  LinkClauses(draft);
  for (const std::uint32_t index : draft.order) {
    CollectArguments(draft, index);
    ShareArguments(draft, index);
    ApplyOperators(draft, index);
  }
  MeasureExtents(draft);
  return std::move(draft.table);
}

}  // namespace entente
