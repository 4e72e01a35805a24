// For tests: a document from a hand-made tree, one word a line:
//   form lemma UPOS XPOS head relation [_]
// with heads counted from 1 in the sentence, 0 for the root, "_" where no space
// follows; an empty line ends a sentence, a line "#" a paragraph.
#ifndef ENTENTE_MEANING_STATEMENT_TEST_TREE_H_
#define ENTENTE_MEANING_STATEMENT_TEST_TREE_H_

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "meaning/analysis.h"

namespace entente {

// Owns what its Analysis points at: never copied.
class TestTree {
 public:
  explicit TestTree(std::string_view lines) {
    std::uint32_t begin = 0;
    std::uint32_t block_begin = 0;
    bool has_space = true;
    for (const std::string_view line : Split(lines, '\n')) {
      if (line.empty() || line == "#") {
        EndSentence(begin);
        begin = static_cast<std::uint32_t>(tokens_.size());
        if (line == "#") {
          document_.blocks.push_back({BlockKind::kBody, {block_begin, Size()}});
          document_.text += "\n\n";
          block_begin = Size();
        }
        continue;
      }
      const std::vector<std::string_view> cells = SplitBlank(line);
      EXPECT_GE(cells.size(), 6U) << line;
      if (has_space && !document_.text.empty() && document_.text.back() != '\n') {
        document_.text += ' ';
      }
      AddWord(cells, begin);
      has_space = cells.size() < 7;
    }
    EndSentence(begin);
    document_.blocks.push_back({BlockKind::kBody, {block_begin, Size()}});
    analysis.document = &document_;
    analysis.tokens = &tokens_;
    analysis.syntax = &syntax_;
    analysis.tree.Rebuild(syntax_);
    analysis.mentions.mention_at.assign(tokens_.size(), kNoWord);
  }
  TestTree(const TestTree&) = delete;
  TestTree& operator=(const TestTree&) = delete;

  // Makes the words first..last a mention of a new entity. `head` is its head word.
  EntityId AddMention(std::uint32_t first, std::uint32_t last, std::uint32_t head) {
    const EntityId entity{
        static_cast<std::uint32_t>(analysis.mentions.entities.size())};
    Mention mention;
    mention.first_word = first;
    mention.last_word = last;
    mention.head_word = head;
    mention.span = {tokens_.span[first].begin, tokens_.span[last].end};
    mention.head = tokens_.span[head];
    mention.entity = entity;
    analysis.mentions.mention_at[head] =
        static_cast<std::uint32_t>(analysis.mentions.mentions.size());
    analysis.mentions.mentions.push_back(mention);
    analysis.mentions.entities.push_back(
        {.name = std::string(Slice(document_.text, mention.span)),
         .kind = ActorKind::kPerson,
         .code = {},
         .role = {},
         .code_source = {},
         .mentions = {}});
    return entity;
  }

  std::string_view text() const { return document_.text; }

  Analysis analysis;

 private:
  std::uint32_t Size() const {
    return static_cast<std::uint32_t>(document_.text.size());
  }

  void AddWord(const std::vector<std::string_view>& cells, std::uint32_t begin) {
    const std::uint32_t at = Size();
    document_.text += cells[0];
    tokens_.span.push_back({at, Size()});
    tokens_.flags.push_back(0);
    syntax_.upos.push_back(UposOf(cells[2]).value_or(Upos::kX));
    syntax_.xpos.push_back(XposOf(cells[3]).value_or(Xpos::kNn));
    syntax_.feats.push_back("");
    syntax_.lemma.push_back(strings_.emplace_back(cells[1]));
    const int head = std::stoi(std::string(cells[4]));
    syntax_.head.push_back(head == 0 ? kNoWord
                                     : begin + static_cast<std::uint32_t>(head) - 1);
    syntax_.relation.push_back(RelationOf(cells[5]).value_or(Relation::kDep));
    syntax_.name.push_back({});
  }

  void EndSentence(std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(tokens_.size());
    if (end == begin) return;
    tokens_.sentences.push_back(
        {begin, end, static_cast<std::uint32_t>(document_.blocks.size())});
  }

  Document document_;
  TokenTable tokens_;
  SyntaxTable syntax_;
  std::deque<std::string> strings_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_TEST_TREE_H_
