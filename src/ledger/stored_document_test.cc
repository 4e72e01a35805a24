#include "ledger/stored_document.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(StoredDocument, BlocksComeBackAsTheyWere) {
  const std::vector<Block> blocks = {{BlockKind::kHeadline, {.begin = 0, .end = 63}},
                                     {BlockKind::kOther, {.begin = 65, .end = 65}},
                                     {BlockKind::kBody, {.begin = 66, .end = 1200}}};
  EXPECT_EQ(ToText(blocks), "headline 0-63 other 65-65 body 66-1200");
  const auto back = BlocksOf(ToText(blocks));
  ASSERT_TRUE(back);
  ASSERT_EQ(back->size(), 3U);
  EXPECT_EQ(ToText(*back), ToText(blocks));
  EXPECT_TRUE(BlocksOf("")->empty());
}

TEST(StoredDocument, RefusesWhatAreNoBlocks) {
  for (const char* text : {"headline 3", "foot 0-3", "body 9-3", "body 0-x"}) {
    EXPECT_FALSE(BlocksOf(text)) << text;
  }
}

}  // namespace
}  // namespace entente
