#include "meaning/verb_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace entente {
namespace {

TEST(VerbForms, GivesTheVerbOfAForm) {
  auto read = VerbForms::Read(std::string(ENTENTE_SOURCE_DIR) +
                              "/data/lexicon/irregular_verbs.tsv");
  ASSERT_TRUE(read.has_value()) << read.error().message;
  VerbForms forms = std::move(read).value();
  for (const char* verb : {"veto", "blame", "bar", "cancel", "deny", "normalize",
                           "criticise", "blockade", "oppose", "agree", "free"}) {
    forms.Add(verb);
  }
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"struck", "strike"},
      {"fought", "fight"},
      {"vetoed", "veto"},
      {"vetoes", "veto"},
      {"blamed", "blame"},
      {"barred", "bar"},
      {"cancelled", "cancel"},
      {"canceled", "cancel"},
      {"denies", "deny"},
      {"normalised", "normalize"},
      {"criticizing", "criticise"},
      {"blockading", "blockade"},
      {"opposed", "oppose"},
      {"agreed", "agree"},
      {"freeing", "free"},
      {"withdrew", "withdraw"},
      {"unknown", ""},
  };
  for (const auto& [form, verb] : cases) EXPECT_EQ(forms.Find(form), verb) << form;
}

}  // namespace
}  // namespace entente
