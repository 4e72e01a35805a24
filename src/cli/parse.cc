// entente parse: text in, CoNLL-U out (or the clauses that the frames see).
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "cli/command.h"
#include "cli/locate.h"
#include "document/text_pieces.h"
#include "engine/batch.h"
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

// All of a piece is language: no block is set aside as a byline or a caption.
Document DocumentOf(std::string text) {
  Document document;
  document.text = std::move(text);
  document.blocks = {
      {.kind = BlockKind::kBody,
       .span = {.begin = 0, .end = static_cast<std::uint32_t>(document.text.size())}}};
  return document;
}

// What a piece of the input comes out as: sentences still without numbers, or text that
// goes out as it is.
struct Parsed {
  ConlluSentences sentences = {};
  std::string text = {};
  std::optional<Error> error = {};
};

Parsed ParsePiece(const Engine& engine, Workspace& workspace, bool shows_clauses,
                  Result<std::string> piece) {
  if (!piece) return {.error = piece.error()};
  const Document document = DocumentOf(std::move(piece).value());
  if (shows_clauses) return {.text = Clauses(engine.Analyse(document, workspace))};
  engine.Parse(document, workspace);
  return {.sentences = WriteConlluSentences(document.text, workspace.tokens,
                                            workspace.syntax.table())};
}

// Writes the sentences with their numbers, which go on after `count`.
void Print(const ConlluSentences& sentences, std::uint64_t& count) {
  const std::string_view bytes = sentences.bytes;
  for (std::size_t i = 0; i < sentences.begin.size(); ++i) {
    const std::size_t begin = sentences.begin[i];
    const std::size_t end =
        i + 1 < sentences.begin.size() ? sentences.begin[i + 1] : bytes.size();
    std::fprintf(stdout, "# sent_id = s-%llu\n",
                 static_cast<unsigned long long>(++count));
    std::fwrite(bytes.data() + begin, 1, end - begin, stdout);
  }
}

// Text of any length, in pieces: memory holds a few of them.
Status ParseText(const ParseCommand& command, const Engine& engine) {
  TRY(TextPieces pieces, TextPieces::Open(command.file));
  std::uint64_t count = 0;
  std::optional<Error> error;
  bool is_over = false;
  const unsigned threads = command.jobs != 0
                               ? command.jobs
                               : std::max(1U, std::thread::hardware_concurrency());
  RunInOrder<Result<std::string>, Parsed>(
      {.threads = threads, .window = 2 * std::size_t{threads}},
      [&]() -> std::optional<Result<std::string>> {
        if (is_over) return std::nullopt;
        Result<std::string> piece = pieces.Next();
        is_over = !piece || piece->empty();
        if (piece && piece->empty()) return std::nullopt;
        return piece;
      },
      [&] {
        const auto workspace = std::make_shared<Workspace>();
        return [&, workspace](Result<std::string> piece) {
          return ParsePiece(engine, *workspace, command.shows_clauses,
                            std::move(piece));
        };
      },
      [&](const Parsed& parsed) {
        Print(parsed.sentences, count);
        Print(parsed.text);
        if (parsed.error) error = parsed.error;
      });
  if (error) return *error;
  return std::monostate{};
}

Status ParseTokens(const ParseCommand& command, const Engine& engine) {
  TRY(const std::string bytes, ReadFile(command.file));
  TRY(ConlluDocument gold, ReadConllu(command.file, bytes));
  Workspace workspace;
  workspace.tokens = std::move(gold.tokens);
  const SyntaxTable& syntax = engine.ParseTokens(gold.text, workspace);
  Print(WriteConllu(gold.text, workspace.tokens, syntax, "s", gold.sentence_ids));
  return std::monostate{};
}

Status Parse(const ParseCommand& command) {
  TRY(const Engine engine, LoadEngine(command.engine));
  const Status done = command.is_pretokenized ? ParseTokens(command, engine)
                                              : ParseText(command, engine);
  if (done && (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)) {
    return Error{ErrorCode::kUnavailable, "standard output: could not be written"};
  }
  return done;
}

}  // namespace

int Run(const ParseCommand& command) {
  const Status done = Parse(command);
  if (done) return kDone;
  Complain(done.error());
  return kSomeFailed;
}

}  // namespace entente
