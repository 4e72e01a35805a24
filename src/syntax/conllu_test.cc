#include "syntax/conllu.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

constexpr std::string_view kSample =
    "# sent_id = s1\n"
    "# text = The U.N. doesn't \"sleep\".\n"
    "1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_\n"
    "2\tU.N.\tU.N.\tPROPN\tNNP\tNumber=Sing\t6\tnsubj\t_\tNER=U-ORG\n"
    "3-4\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tdoes\tdo\tAUX\tVBZ\tMood=Ind\t6\taux\t_\t_\n"
    "4\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_\n"
    "5\t\"\t\"\tPUNCT\t``\t_\t6\tpunct\t_\tSpaceAfter=No\n"
    "6\tsleep\tsleep\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "7\t\"\t\"\tPUNCT\t''\t_\t6\tpunct\t_\tSpaceAfter=No\n"
    "8\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n"
    "\n"
    "# sent_id = s2\n"
    "# text = Hanoi, Vietnam\n"
    "1\tHanoi\tHanoi\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tNER=U-LOC|SpaceAfter=No\n"
    "2\t,\t,\tPUNCT\t,\t_\t3\tpunct\t_\t_\n"
    "3\tVietnam\tVietnam\tPROPN\tNNP\tNumber=Sing\t1\tappos\t_\tNER=U-LOC\n"
    "\n";

TEST(Conllu, RebuildsTheText) {
  const auto document = ReadConllu("sample", kSample);
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->text, "The U.N. doesn't \"sleep\".\nHanoi, Vietnam");
  ASSERT_EQ(document->tokens.sentences.size(), 2U);
  EXPECT_EQ(Slice(document->text, document->tokens.span[3]), "n't");
  EXPECT_TRUE(document->tokens.flags[3] & kContinuesWord);
  EXPECT_FALSE(document->tokens.flags[3] & kSpaceBefore);
  EXPECT_TRUE(document->tokens.flags[1] & kAllUpper);
  EXPECT_EQ(document->syntax.head[10], 8U);
  EXPECT_EQ(document->syntax.head[5], kNoWord);
  EXPECT_EQ(document->sentence_ids[1], "s2");
  EXPECT_TRUE(document->has_tree);
}

TEST(Conllu, WritesWhatItRead) {
  const auto document = ReadConllu("sample", kSample);
  ASSERT_TRUE(document);
  EXPECT_EQ(WriteConllu(document->text, document->tokens, document->syntax, "x",
                        document->sentence_ids),
            kSample);
}

TEST(Conllu, NumbersSentencesWithoutIds) {
  const auto document = ReadConllu("sample", kSample);
  ASSERT_TRUE(document);
  const std::string out =
      WriteConllu(document->text, document->tokens, document->syntax, "doc");
  EXPECT_EQ(out.substr(0, 18), "# sent_id = doc-1\n");
}

struct Bad {
  std::string_view bytes, message;
};

TEST(Conllu, NamesTheLineOfAnError) {
  const std::string word = "1\ta\ta\tDET\tDT\t_\t0\troot\t_\t_\n";
  const Bad cases[] = {
      {"1\ta\ta\n", "f:1: 3 columns, not 10"},
      {"1\ta\ta\tDET\tDT\t_\t5\troot\t_\t_\n\n", "f:2: head 5 is outside the sentence"},
      {"2\ta\ta\tDET\tDT\t_\t0\troot\t_\t_\n", "f:1: word id \"2\", expected 1"},
      {"1\ta\ta\tDOG\tDT\t_\t0\troot\t_\t_\n", "f:1: unknown tag DOG"},
      {"1\ta\ta\tDET\tDT\t_\t0\tfriend\t_\t_\n", "f:1: unknown relation friend"},
      {"1\ta\ta\tDET\tDT\t_\t-1\troot\t_\t_\n", "f:1: bad head \"-1\""},
      {"1\t\ta\tDET\tDT\t_\t0\troot\t_\t_\n", "f:1: empty or over-long form"},
      {"1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "f:2: the sentence ends inside a range"},
      {"4-5\tab\t_\t_\t_\t_\t_\t_\t_\t_\n",
       "f:1: range 4-5 does not begin at the next word"},
      {"1\ta\xFF\ta\tDET\tDT\t_\t0\troot\t_\t_\n", "f:1: not UTF-8"},
      {"1\ta\ta\tDET\tDT\t_\t0\troot\t_\tNER=Q-PER\n", "f:1: bad NER=Q-PER"},
  };
  for (const Bad& bad : cases) {
    const auto document = ReadConllu("f", bad.bytes);
    ASSERT_FALSE(document) << bad.bytes;
    EXPECT_EQ(document.error().message, bad.message);
  }
  EXPECT_TRUE(ReadConllu("f", word));
  EXPECT_TRUE(ReadConllu("f", ""));
}

TEST(Conllu, EveryCutAndEveryChangedByteIsReadOrRefused) {
  std::string bytes(kSample);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    const auto document = ReadConllu("f", std::string_view(bytes).substr(0, cut));
    if (document) {
      WriteConllu(document->text, document->tokens, document->syntax, "x");
    }
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char c : {'\t', '\n', '0', '-', '9', '\xC3'}) {
      std::string changed = bytes;
      changed[at] = c;
      const auto document = ReadConllu("f", changed);
      if (document) {
        WriteConllu(document->text, document->tokens, document->syntax, "x");
      }
    }
  }
}

TEST(Names, AnyCodingBecomesBiluo) {
  const auto coded = [](std::vector<std::string_view> texts) {
    std::vector<NameTag> tags(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) ParseNameTag(texts[i], tags[i]);
    ToBiluo(tags.data(), tags.data() + tags.size());
    std::string out;
    for (const NameTag tag : tags) out += NameTagText(tag) + " ";
    return out;
  };
  EXPECT_EQ(coded({"B-PER", "I-PER", "O"}), "B-PER L-PER O ");
  EXPECT_EQ(coded({"I-ORG", "I-ORG", "I-LOC"}), "B-ORG L-ORG U-LOC ");
  EXPECT_EQ(coded({"B-ORG", "B-ORG", "I-ORG", "I-ORG"}), "U-ORG B-ORG I-ORG L-ORG ");
  EXPECT_EQ(coded({"U-LOC", "B-LOC", "L-LOC"}), "U-LOC B-LOC L-LOC ");
}

}  // namespace
}  // namespace entente
