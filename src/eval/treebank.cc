// Scores tags, lemmas and trees against a CoNLL-U file, on its own tokens and
// sentences.
#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "eval/evaluate.h"
#include "eval/score.h"
#include "syntax/conllu.h"
#include "syntax/eval.h"

namespace entente {

Result<std::string> EvaluateTreebank(const Engine& engine, const std::string& gold) {
  TRY(const std::string bytes, ReadFile(gold));
  TRY(ConlluDocument document, ReadConllu(gold, bytes));
  Workspace workspace;
  workspace.tokens = document.tokens;
  const SyntaxTable& system = engine.ParseTokens(document.text, workspace);
  const SyntaxScore score = ScoreSyntax(document.tokens, document.syntax, system);
  const auto line = [&](std::string_view name, std::uint64_t right) {
    return StrCat(name, " ", Fixed(score.Percent(right), 2), "\n");
  };
  std::string out = StrCat(line("UPOS ", score.upos), line("XPOS ", score.xpos),
                           line("Feats", score.feats), line("Lemma", score.lemma),
                           line("UAS  ", score.heads), line("LAS  ", score.labelled));
  if (score.names_gold > 0) out += StrCat("Names F1 ", Fixed(score.NameF1(), 2), "\n");
  return out + StrCat("words ", score.words, "\n");
}

}  // namespace entente
