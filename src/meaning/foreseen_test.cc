#include "meaning/foreseen.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Foreseen, CooperationToComeIsAgreedAndConflictToComeThreatened) {
  ASSERT_TRUE(Foreseen(EventType::kAid));
  EXPECT_EQ(Foreseen(EventType::kAid)->type, EventType::kAgree);
  ASSERT_TRUE(Foreseen(EventType::kAssault));
  EXPECT_EQ(Foreseen(EventType::kAssault)->type, EventType::kThreaten);
  EXPECT_EQ(Foreseen(EventType::kAssault)->mode, "violence");
}

TEST(Foreseen, ActsOfSpeechStayWhatTheyAre) {
  for (const EventType type :
       {EventType::kAgree, EventType::kRequest, EventType::kAccuse, EventType::kReject,
        EventType::kThreaten}) {
    EXPECT_FALSE(Foreseen(type)) << Name(type);
  }
}

}  // namespace
}  // namespace entente
