#include "meaning/rule_parser.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace entente {
namespace {

constexpr char kArrest[] =
    "# arrests\n"
    "frame coerce.arrest.01\n"
    "  verb       arrest, take into custody\n"
    "  noun       arrest\n"
    "  recipient  obj: person | people or of: actor optional\n"
    "  require    with: !\"warrant\"\n"
    "  when       negated\n"
    "  type       COERCE arrest\n"
    "  cameo      173\n"
    "  context    legal, crime\n"
    "  mode       with: \"drone\" -> drone 195\n"
    "  count      obj -> arrested\n"
    "  embeds     happened\n"
    "  yes        Police arrested a man.  => TUR COP > SYR\n"
    "  no         Prices arrested growth.\n";

TEST(RuleParser, ReadsEveryLineOfAFrame) {
  const auto rules = ParseRules({{"a.rule", kArrest}});
  ASSERT_TRUE(rules.has_value()) << rules.error().message;
  ASSERT_EQ(rules->frames.size(), 1U);
  const Frame& frame = rules->frames[0];
  EXPECT_EQ(frame.id, "coerce.arrest.01");
  EXPECT_EQ(frame.line, 2U);
  EXPECT_EQ(frame.type, EventType::kCoerce);
  EXPECT_EQ(rules->symbols.name(frame.mode), "arrest");
  EXPECT_EQ(rules->symbols.name(frame.cameo), "173");
  EXPECT_EQ(frame.contexts.count, 2U);
  EXPECT_EQ(frame.modes.count, 1U);
  EXPECT_EQ(frame.counts.count, 1U);
  EXPECT_EQ(frame.recipient.patterns.count, 2U);
  EXPECT_TRUE(frame.is_recipient_optional);
  EXPECT_TRUE(frame.when_negated);
  EXPECT_EQ(frame.embeds, Embeds::kHappened);
  ASSERT_EQ(rules->predicates.size(), 3U);
  EXPECT_EQ(rules->predicates[1].tail.count, 2U);
  EXPECT_EQ(rules->predicates[2].kind, ClauseKind::kNoun);
  ASSERT_EQ(rules->examples.size(), 2U);
  EXPECT_EQ(rules->examples[0].sentence, "Police arrested a man.");
  EXPECT_EQ(rules->examples[0].actor, "TUR COP");
  EXPECT_EQ(rules->examples[0].recipient, "SYR");
  EXPECT_FALSE(rules->examples[1].must_fire);
}

TEST(RuleParser, NamesFileAndLineOfAnError) {
  const std::string tail = "  type  AID\n  yes  A.\n  no  B.\n";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"  verb give\n", "a.rule:1: an indented line before any frame"},
      {"frame\n", "a.rule:1: a frame begins with 'frame ID' in the first column"},
      {"frame a.01\n  verb give\n  colour red\n", "a.rule:3: 'colour' is no keyword"},
      {"frame a.01\n  verb\n", "a.rule:2: 'verb' has no value"},
      {"frame a.01\n  verb give\n  type HELP\n",
       "a.rule:3: 'HELP' is no type with a mode"},
      {"frame a.01\n  verb give\n  actor 3: actor\n", "a.rule:3: '3' is no slot"},
      {"frame a.01\n  verb give\n  cameo 7\n",
       "a.rule:3: a CAMEO code is 2 to 4 digits"},
      {"frame a.01\n" + tail, "a.rule:5: a.01 names no verb, noun or adjective"},
      {"frame a.01\n  verb give\n  type AID\n  yes A.\n",
       "a.rule:5: a.01 needs a 'yes' and a 'no' sentence"},
      {"frame a.01\n  verb give\n" + tail + "frame a.01\n",
       "a.rule:6: the id a.01 stands twice"},
  };
  for (const auto& [bytes, message] : cases) {
    const auto rules = ParseRules({{"a.rule", bytes}});
    ASSERT_FALSE(rules.has_value()) << bytes;
    EXPECT_EQ(rules.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(rules.error().message, message);
  }
}

TEST(RuleParser, ReportsFramesThatTie) {
  const std::string body =
      "  verb give\n  recipient to: actor\n  type AID\n  yes A.\n  no B.\n";
  const auto rules =
      ParseRules({{"a.rule", "frame a.01\n" + body + "frame a.02\n" + body}});
  ASSERT_TRUE(rules.has_value()) << rules.error().message;
  EXPECT_EQ(
      CheckRules(*rules),
      (std::vector<std::string>{"a.rule:7: a.02 ties with a.01 (a.rule:1) on 'give'"}));
}

TEST(RuleParser, RanksMoreConditionsThenRarerOnesFirst) {
  const std::string tail = "  type AID\n  yes A.\n  no B.\n";
  const auto rules =
      ParseRules({{"a.rule",
                   "frame a.01\n  verb give\n" + tail +  // actor alone
                       "frame a.02\n  verb give\n  require obj: !sport\n" + tail +
                       "frame a.03\n  verb give\n  require obj: any\n" + tail +
                       "frame a.04\n  verb give\n  require obj: aid\n" + tail +
                       "frame a.05\n  verb give up\n  require obj: aid\n" + tail}});
  ASSERT_TRUE(rules.has_value()) << rules.error().message;
  for (std::size_t i = 1; i < rules->predicates.size(); ++i) {
    EXPECT_GT(rules->predicates[i].rank, rules->predicates[i - 1].rank) << i;
  }
}

}  // namespace
}  // namespace entente
