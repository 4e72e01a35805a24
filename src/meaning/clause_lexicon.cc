#include "meaning/clause_lexicon.h"

#include "base/check.h"
#include "meaning/rule_parser.h"

namespace entente {

Result<ClauseLexicon> ClauseLexicon::ReadTables(const std::string& lexicon_dir) {
  ClauseLexicon lexicon;
  TRY(lexicon.nominals, NominalTable::Read(lexicon_dir + "/nominals.tsv"));
  TRY(lexicon.light_verbs, LightVerbTable::Read(lexicon_dir + "/light_verbs.tsv"));
  TRY(lexicon.operators, OperatorTable::Read(lexicon_dir + "/operators.tsv"));
  return lexicon;
}

Result<ClauseLexicon> ClauseLexicon::Load(const std::string& data_dir) {
  TRY(ClauseLexicon lexicon, ReadTables(data_dir + "/lexicon"));
  TRY(const RuleSet rules, ReadRules(data_dir));
  for (const Predicate& predicate : rules.predicates) {
    if (predicate.kind == ClauseKind::kNoun) {
      lexicon.nominals.Add(rules.symbols.name(predicate.head));
    }
  }
  return lexicon;
}

}  // namespace entente
