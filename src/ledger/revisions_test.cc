#include "ledger/revisions.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Revisions, SentencesThatOnlyOneTextHas) {
  const char* earlier =
      "Four people died. The mayor, J. Okoro, spoke of a \"black day\".\nRain fell.";
  const char* later =
      "Six people died! The mayor, J. Okoro, spoke of a black day. Rain fell.";
  EXPECT_EQ(SentencesOnlyIn(later, earlier), "Six people died!");
  EXPECT_EQ(SentencesOnlyIn(earlier, later), "Four people died.");
  EXPECT_EQ(SentencesOnlyIn(earlier, earlier), "");
}

}  // namespace
}  // namespace entente
