#include "meaning/clause_lexicon.h"

#include "base/check.h"
#include "base/strings.h"
#include "meaning/rule_parser.h"

namespace entente {

Result<ClauseLexicon> ClauseLexicon::Load(const std::string& data_dir) {
  const std::string folder = StrCat(data_dir, "/lexicon/");
  ClauseLexicon lexicon;
  TRY(lexicon.nominals, NominalTable::Read(folder + "nominals.tsv"));
  TRY(lexicon.light_verbs, LightVerbTable::Read(folder + "light_verbs.tsv"));
  TRY(lexicon.operators, OperatorTable::Read(folder + "operators.tsv"));
  TRY(const RuleSet rules, ReadRules(data_dir));
  for (const Predicate& predicate : rules.predicates) {
    if (predicate.kind == ClauseKind::kNoun) {
      lexicon.nominals.Add(rules.symbols.name(predicate.head));
    }
  }
  return lexicon;
}

}  // namespace entente
