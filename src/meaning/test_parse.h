// TestParse: a document with its tree, written by hand in a test:
//
//   TestParse parse(R"(
//     Police  police NOUN NNS 2 nsubj
//     arrested arrest VERB VBD 0 root
//     Marwan  Marwan PROPN NNP 2 obj)");
//
// One word a line: form, lemma, UPOS, XPOS, head (1-based, 0 at the root), relation. An
// empty line ends a sentence. The text is the forms with blanks between.
#ifndef ENTENTE_MEANING_TEST_PARSE_H_
#define ENTENTE_MEANING_TEST_PARSE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/strings.h"
#include "document/document.h"
#include "meaning/analysis.h"
#include "syntax/syntax_table.h"
#include "syntax/tree.h"
#include "text/token_table.h"

namespace entente {

// Not movable: the analysis points into it.
class TestParse {
 public:
  explicit TestParse(std::string_view lines) {
    std::uint32_t begin = 0;
    for (const std::string_view line : Split(lines, '\n')) {
      const auto cells = SplitBlank(line);
      if (cells.empty()) {
        EndSentence(begin);
        continue;
      }
      CHECK(cells.size() == 6);
      AddWord(cells[0], cells[1], begin, cells);
    }
    EndSentence(begin);
    analysis.document = &document;
    analysis.tokens = &tokens;
    analysis.syntax = &syntax;
    analysis.tree.Rebuild(syntax);
    analysis.mentions.mention_at.assign(tokens.size(), kNoWord);
    analysis.places.place_at.assign(tokens.size(), kNoWord);
    analysis.times.time_at.assign(tokens.size(), kNoWord);
  }
  TestParse(const TestParse&) = delete;
  TestParse& operator=(const TestParse&) = delete;

  // The n-th word (from 0) that is written `form`.
  std::uint32_t Word(std::string_view form, int n = 0) const {
    for (std::uint32_t word = 0; word < tokens.size(); ++word) {
      if (analysis.form(word) == form && n-- == 0) return word;
    }
    CHECK(false);
    return kNoWord;
  }

  // Makes a word a mention of a new entity.
  EntityId AddMention(std::string_view form, ActorKind kind, ActorCode code) {
    const std::uint32_t word = Word(form);
    Mention mention;
    mention.span = mention.head = tokens.span[word];
    mention.kind = kind;
    mention.first_word = mention.last_word = mention.head_word = word;
    mention.entity.value =
        static_cast<std::uint32_t>(analysis.mentions.entities.size());
    analysis.mentions.mention_at[word] =
        static_cast<std::uint32_t>(analysis.mentions.mentions.size());
    analysis.mentions.mentions.push_back(mention);
    Entity entity;
    entity.name = form;
    entity.kind = kind;
    entity.code = std::move(code);
    analysis.mentions.entities.push_back(std::move(entity));
    return mention.entity;
  }

  Document document;
  TokenTable tokens;
  SyntaxTable syntax;
  Analysis analysis;

 private:
  void AddWord(std::string_view form, std::string_view lemma, std::uint32_t begin,
               const std::vector<std::string_view>& cells) {
    if (!document.text.empty()) document.text += ' ';
    const auto at = static_cast<std::uint32_t>(document.text.size());
    document.text += form;
    tokens.span.push_back({at, static_cast<std::uint32_t>(document.text.size())});
    std::uint8_t flags = kSpaceBefore;
    if (IsAsciiUpper(form[0])) flags |= kFirstUpper;
    tokens.flags.push_back(flags);
    strings_.emplace_back(lemma);
    syntax.lemma.push_back(strings_.back());
    syntax.feats.emplace_back();
    const auto upos = UposOf(cells[2]);
    const auto xpos = XposOf(cells[3]);
    const auto relation = RelationOf(cells[5]);
    CHECK(upos && xpos && relation);
    syntax.upos.push_back(*upos);
    syntax.xpos.push_back(*xpos);
    const auto head = static_cast<std::uint32_t>(std::stoul(std::string(cells[4])));
    syntax.head.push_back(head == 0 ? kNoWord : begin + head - 1);
    syntax.relation.push_back(*relation);
    syntax.name.emplace_back();
  }

  void EndSentence(std::uint32_t& begin) {
    const auto end = static_cast<std::uint32_t>(tokens.size());
    if (end == begin) return;
    tokens.sentences.push_back({begin, end, 0});
    begin = end;
  }

  std::deque<std::string> strings_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_TEST_PARSE_H_
