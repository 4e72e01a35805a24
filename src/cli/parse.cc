// entente parse: text in, CoNLL-U out (or the clauses that the frames see).
#include <cstdio>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/locate.h"
#include "meaning/clause_builder.h"
#include "syntax/conllu.h"

namespace entente {
namespace {

void Print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string Clauses(const Analysis& analysis) {
  std::string out;
  std::uint32_t sentence = UINT32_MAX;
  for (const Clause& clause : analysis.clauses.clauses) {
    if (clause.sentence != sentence) {
      sentence = clause.sentence;
      const Sentence words = analysis.tokens->sentences[sentence];
      const TextSpan span{.begin = analysis.tokens->span[words.begin].begin,
                          .end = analysis.tokens->span[words.end - 1].end};
      out += StrCat("# ", Slice(analysis.text(), span), "\n");
    }
    out += StrCat("  ",
                  Format(analysis.clauses, clause, analysis.text(), *analysis.tokens),
                  "\n");
  }
  return out;
}

Status Parse(const ParseCommand& command) {
  TRY(std::string bytes, ReadFile(command.file));
  TRY(const Engine engine, LoadEngine(command.engine));
  Workspace workspace;
  if (command.is_pretokenized) {
    TRY(ConlluDocument gold, ReadConllu(command.file, bytes));
    workspace.tokens = std::move(gold.tokens);
    const SyntaxTable& syntax = engine.ParseTokens(gold.text, workspace);
    Print(WriteConllu(gold.text, workspace.tokens, syntax, "s", gold.sentence_ids));
    return std::monostate{};
  }
  if (const std::size_t bad = FirstInvalidUtf8(bytes); bad != bytes.size()) {
    return Error{ErrorCode::kInvalid, StrCat(command.file, ": byte ", bad,
                                             " is not UTF-8; convert it with iconv")};
  }
  // All of it is language here: no block is set aside as a byline or a caption.
  Document document;
  document.text = std::move(bytes);
  document.blocks = {
      {.kind = BlockKind::kBody,
       .span = {.begin = 0, .end = static_cast<std::uint32_t>(document.text.size())}}};
  if (command.shows_clauses) {
    Print(Clauses(engine.Analyse(document, workspace)));
    return std::monostate{};
  }
  engine.Parse(document, workspace);
  Print(WriteConllu(document.text, workspace.tokens, workspace.syntax.table(), "s"));
  return std::monostate{};
}

}  // namespace

int Run(const ParseCommand& command) {
  const Status done = Parse(command);
  if (done) return kDone;
  Complain(done.error());
  return kSomeFailed;
}

}  // namespace entente
