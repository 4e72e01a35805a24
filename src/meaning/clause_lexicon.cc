#include "meaning/clause_lexicon.h"

#include "base/check.h"
#include "meaning/rule_parser.h"

namespace entente {

Result<ClauseLexicon> ClauseLexicon::ReadTables(const std::string& lexicon_dir) {
  ClauseLexicon lexicon;
  TRY(lexicon.nominals, NominalTable::Read(lexicon_dir + "/nominals.tsv"));
  TRY(lexicon.light_verbs, LightVerbTable::Read(lexicon_dir + "/light_verbs.tsv"));
  TRY(lexicon.operators, OperatorTable::Read(lexicon_dir + "/operators.tsv"));
  TRY(lexicon.verb_forms, VerbForms::Read(lexicon_dir + "/irregular_verbs.tsv"));
  for (const std::string& verb : lexicon.nominals.Verbs()) lexicon.verb_forms.Add(verb);
  for (const std::string& verb : lexicon.light_verbs.Verbs()) {
    lexicon.verb_forms.Add(verb);
  }
  for (const std::string& verb : lexicon.operators.Verbs())
    lexicon.verb_forms.Add(verb);
  return lexicon;
}

Result<ClauseLexicon> ClauseLexicon::Load(const std::string& data_dir) {
  TRY(ClauseLexicon lexicon, ReadTables(data_dir + "/lexicon"));
  TRY(const RuleSet rules, ReadRules(data_dir));
  for (const Predicate& predicate : rules.predicates) {
    const std::string& head = rules.symbols.name(predicate.head);
    if (predicate.kind == ClauseKind::kNoun) lexicon.nominals.Add(head);
    if (predicate.kind == ClauseKind::kVerb) lexicon.verb_forms.Add(head);
  }
  return lexicon;
}

}  // namespace entente
