#include "syntax/lemma_script.h"

#include <gtest/gtest.h>

#include "syntax/features.h"

namespace entente {
namespace {

TEST(LemmaScript, RebuildsTheLemma) {
  const char* pairs[][2] = {{"killed", "kill"},   {"Killed", "kill"},
                            {"went", "go"},       {"n't", "not"},
                            {"'ll", "will"},      {"OBAMA", "Obama"},
                            {"Kabul", "Kabul"},   {"cities", "city"},
                            {"people", "people"}, {"\xC3\x89tats", "\xC3\xA9tat"}};
  for (const auto& [form, lemma] : pairs) {
    const auto text = DeriveLemmaScript(form, lemma);
    ASSERT_TRUE(text);
    const auto script = ParseLemmaScript(*text);
    ASSERT_TRUE(script) << *text;
    std::string out;
    ApplyLemmaScript(*script, form, out);
    EXPECT_EQ(out, lemma) << form << " " << *text;
  }
}

TEST(LemmaScript, TagsRuleScriptsOut) {
  const LemmaScript keep, lower{LemmaCase::kLower, 0, ""},
      cut{LemmaCase::kLower, 3, "e"};
  EXPECT_FALSE(Agrees(lower, "closing", Upos::kVerb, Xpos::kVbg));
  EXPECT_TRUE(Agrees(cut, "closing", Upos::kVerb, Xpos::kVbg));
  EXPECT_TRUE(Agrees(lower, "closing", Upos::kNoun, Xpos::kNn));
  EXPECT_FALSE(Agrees(keep, "occupied", Upos::kVerb, Xpos::kVbn));
  EXPECT_FALSE(Agrees(lower, "Luna", Upos::kPropn, Xpos::kNnp));
  EXPECT_FALSE(Agrees(keep, "Masters", Upos::kNoun, Xpos::kNns));
  EXPECT_TRUE(Agrees(keep, "USB", Upos::kNoun, Xpos::kNn));
  EXPECT_FALSE(Agrees(cut, "sharing", Upos::kNoun, Xpos::kNn));
  EXPECT_FALSE(Agrees(lower, "http://A.org", Upos::kPropn, Xpos::kAdd));
  EXPECT_FALSE(Agrees(lower, "kindest", Upos::kAdj, Xpos::kJjs));
}

TEST(LemmaScript, TypographicMarksAreAsPlainOnes) {
  EXPECT_EQ(DeriveLemmaScript("\xE2\x80\x99s", "be"), DeriveLemmaScript("'s", "be"));
}

TEST(LemmaScript, RefusesOtherText) {
  for (const char* text : {"", "K", "Q1:", "K300:", "K1x", "L:s"}) {
    EXPECT_FALSE(ParseLemmaScript(text)) << text;
  }
}

TEST(LemmaScript, FitsOnlyFormsThatAreLongEnough) {
  const LemmaScript cut{LemmaCase::kLower, 3, ""};
  EXPECT_FALSE(Fits(cut, 3));
  EXPECT_TRUE(Fits(cut, 4));
  EXPECT_TRUE(Fits({LemmaCase::kLower, 3, "be"}, 3));
}

TEST(Features, CaseAndDigitsAndQuotes) {
  std::string scratch;
  const FormKeys kabul = KeysOf("Kabul", scratch), small = KeysOf("kabul", scratch);
  EXPECT_EQ(kabul.lower, small.lower);
  EXPECT_NE(kabul.affix[5], small.affix[5]);  // the shape
  EXPECT_EQ(KeysOf("2015", scratch).pattern, KeysOf("1999", scratch).pattern);
  EXPECT_NE(KeysOf("2015", scratch).lower, KeysOf("1999", scratch).lower);
  EXPECT_EQ(KeysOf("\xE2\x80\x9C", scratch).lower, KeysOf("\"", scratch).lower);
  EXPECT_EQ(KeysOf("\xC3\x89tat", scratch).lower, KeysOf("\xC3\xA9tat", scratch).lower);
  KeysOf("", scratch);
  KeysOf("\xFF\xC3", scratch);
}

}  // namespace
}  // namespace entente
