#include "base/tsv.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Tsv, ReadsCellsAndSkipsComments) {
  const auto table =
      Tsv::Parse("t.tsv", "# a comment\nid\tname\n\na1\tKenya\r\na2\t\n");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows(), 2U);
  EXPECT_EQ(table->cell(0, 1), "Kenya");
  EXPECT_EQ(table->cell(1, 1), "");
}

TEST(Tsv, NamesFileAndLineOfAShortRow) {
  const auto table = Tsv::Parse("t.tsv", "id\tname\na1\tKenya\na2\n");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().message, "t.tsv:3: 1 cells, not 2");
  EXPECT_EQ(table.error().code, ErrorCode::kCorrupt);
}

TEST(Tsv, RefusesATableWithoutHeaderOrWithBrokenText) {
  EXPECT_FALSE(Tsv::Parse("t.tsv", "# only a comment\n"));
  EXPECT_FALSE(Tsv::Parse("t.tsv", "id\n\xC3\n"));
}

TEST(Tsv, ExpectColumnsSaysWhichAreWanted) {
  const auto table = Tsv::Parse("t.tsv", "id\tname\na\tb\n");
  ASSERT_TRUE(table);
  EXPECT_TRUE(table->ExpectColumns({"id", "name"}));
  const Status status = table->ExpectColumns({"id", "code"});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message, "t.tsv: the columns must be id, code");
}

}  // namespace
}  // namespace entente
