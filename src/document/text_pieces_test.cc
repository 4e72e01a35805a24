#include "document/text_pieces.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace entente {
namespace {

class TextPiecesTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "pieces_" +
            testing::UnitTest::GetInstance()->current_test_info()->name();
  }
  void TearDown() override { std::filesystem::remove(path_); }

  // The pieces of a text; an error's message as the last one.
  std::vector<std::string> PiecesOf(const std::string& text, std::size_t bytes) {
    std::ofstream(path_, std::ios::binary) << text;
    Result<TextPieces> opened = TextPieces::Open(path_, bytes);
    if (!opened) return {opened.error().message};
    TextPieces pieces = std::move(opened).value();
    std::vector<std::string> out;
    while (true) {
      const Result<std::string> piece = pieces.Next();
      if (!piece) {
        out.push_back(piece.error().message);
        return out;
      }
      if (piece->empty()) return out;
      out.push_back(*piece);
    }
  }

  std::string path_;
};

TEST_F(TextPiecesTest, EndsBetweenParagraphs) {
  EXPECT_EQ(
      PiecesOf("One two.\nThree.\n\nFour five six seven.\n", 24),
      (std::vector<std::string>{"One two.\nThree.\n\n", "Four five six seven.\n"}));
}

TEST_F(TextPiecesTest, EndsAtLinesOrBlanksWhereNothingBetterIsThere) {
  EXPECT_EQ(PiecesOf("aaaa bbbb\ncccc dddd eeee", 12),
            (std::vector<std::string>{"aaaa bbbb\n", "cccc dddd ", "eeee"}));
}

TEST_F(TextPiecesTest, NeverCutsALetter) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "\xE2\x82\xAC";  // the euro sign
  std::string joined;
  for (const std::string& piece : PiecesOf(text, 10)) {
    EXPECT_EQ(piece.size() % 3, 0U);
    joined += piece;
  }
  EXPECT_EQ(joined, text);
}

TEST_F(TextPiecesTest, NamesTheByteThatIsNoUtf8) {
  const std::vector<std::string> pieces = PiecesOf("good good\nbad \xFF bad\n", 10);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_NE(pieces[1].find("byte 14 is not UTF-8"), std::string::npos) << pieces[1];
}

TEST_F(TextPiecesTest, AnEmptyFileHasNoPieces) {
  EXPECT_TRUE(PiecesOf("", 10).empty());
}

TEST_F(TextPiecesTest, SaysWhatIsNotThere) {
  EXPECT_EQ(TextPieces::Open("/no/such/file").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(TextPieces::Open(testing::TempDir()).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace entente
