#include "meaning/stance_finder.h"

#include <gtest/gtest.h>

#include <utility>

#include "meaning/stance_consistency.h"
#include "meaning/statement_test_tree.h"

namespace entente {
namespace {

const StanceFinder& Finder() {
  static const Result<StanceFinder> finder =
      StanceFinder::Load(ENTENTE_SOURCE_DIR "/data/lexicon", nullptr);
  EXPECT_TRUE(finder) << finder.error().message;
  return *finder;
}

// "Kenya - Uganda (basis)", one line a stance.
std::string Stances(const TestTree& tree) {
  std::string out;
  for (const Stance& stance : Finder().Find(tree.analysis, {})) {
    if (!out.empty()) out += '\n';
    const auto& entities = tree.analysis.mentions.entities;
    out += StrCat(stance.from.valid() ? entities[stance.from.value].name : "author",
                  stance.sign > 0 ? " + " : " - ", entities[stance.to.value].name, " (",
                  Name(stance.basis), ")");
  }
  return out;
}

// The same, without what the author's words suggest.
std::string Between(const TestTree& tree) {
  std::string out;
  const std::string all = Stances(tree);
  for (const std::string_view line : Split(all, '\n')) {
    if (line.empty() || line.starts_with("author")) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

// A clause with its arguments; the words are given by the test.
void AddClause(TestTree& tree, std::uint32_t word, std::string_view lemma,
               const std::vector<Argument>& arguments) {
  ClauseTable& table = tree.analysis.clauses;
  table.clause_at.resize(tree.analysis.tokens->size(), kNoWord);
  Clause clause;
  clause.word = clause.first_word = clause.last_word = word;
  clause.lemma = lemma;
  clause.first_argument = static_cast<std::uint32_t>(table.arguments.size());
  clause.argument_count = static_cast<std::uint32_t>(arguments.size());
  table.clause_at[word] = static_cast<std::uint32_t>(table.clauses.size());
  table.clauses.push_back(clause);
  table.arguments.insert(table.arguments.end(), arguments.begin(), arguments.end());
}

Argument Filler(Slot slot, std::uint32_t word, std::string_view preposition = "") {
  Argument argument;
  argument.slot = slot;
  argument.word = word;
  argument.preposition = preposition;
  return argument;
}

TEST(StanceFinder, ReadsAPredicate) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "condemned condemn VERB VBD 0 root\n"
      "Uganda Uganda PROPN NNP 2 obj");
  tree.AddMention(0, 0, 0);
  tree.AddMention(2, 2, 2);
  AddClause(tree, 1, "condemn", {Filler(Slot::kSubject, 0), Filler(Slot::kObject, 2)});
  EXPECT_EQ(Stances(tree), "Kenya - Uganda (description)");
}

TEST(StanceFinder, NegationTurnsTheSign) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 4 nsubj\n"
      "does do AUX VBZ 4 aux\n"
      "not not PART RB 4 advmod\n"
      "support support VERB VB 0 root\n"
      "Uganda Uganda PROPN NNP 4 obj");
  tree.AddMention(0, 0, 0);
  tree.AddMention(4, 4, 4);
  AddClause(tree, 3, "support", {Filler(Slot::kSubject, 0), Filler(Slot::kObject, 4)});
  tree.analysis.clauses.clauses[0].is_negated = true;
  EXPECT_EQ(Stances(tree), "Kenya - Uganda (description)");
}

TEST(StanceFinder, SeesOwnersBehindTheirInterests) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 3 nmod:poss _\n"
      "'s 's PART POS 1 case\n"
      "interests interest NOUN NNS 4 nsubj\n"
      "coincide coincide VERB VBP 0 root\n"
      "with with ADP IN 6 case\n"
      "those that PRON DT 4 obl\n"
      "of of ADP IN 8 case\n"
      "Uganda Uganda PROPN NNP 6 nmod");
  tree.AddMention(0, 0, 0);
  tree.AddMention(7, 7, 7);
  AddClause(tree, 3, "coincide",
            {Filler(Slot::kSubject, 2), Filler(Slot::kOblique, 5, "with")});
  EXPECT_EQ(Stances(tree),
            "Kenya + Uganda (description)\nUganda + Kenya (description)");
}

TEST(StanceFinder, ReadsAnApposition) {
  TestTree tree(
      "Uganda Uganda PROPN NNP 0 root _\n"
      ", , PUNCT , 6 punct\n"
      "Kenya Kenya PROPN NNP 6 nmod:poss _\n"
      "'s 's PART POS 3 case\n"
      "poor poor ADJ JJ 6 amod\n"
      "ally ally NOUN NN 1 appos");
  tree.AddMention(0, 0, 0);
  tree.AddMention(2, 2, 2);
  EXPECT_EQ(Stances(tree),
            "Uganda + Kenya (description)\nKenya + Uganda (description)");
}

TEST(StanceFinder, GivesAThreatToItsSpeaker) {
  TestTree tree(
      "The the DET DT 2 det\n"
      "militia militia NOUN NN 3 nsubj\n"
      "poses pose VERB VBZ 7 ccomp\n"
      "a a DET DT 5 det\n"
      "threat threat NOUN NN 3 obj _\n"
      ", , PUNCT , 3 punct\n"
      "said say VERB VBD 0 root\n"
      "Mbeki Mbeki PROPN NNP 7 nsubj");
  tree.AddMention(0, 1, 1);
  const EntityId mbeki = tree.AddMention(7, 7, 7);
  AddClause(tree, 2, "pose", {Filler(Slot::kSubject, 1), Filler(Slot::kObject, 4)});
  Statement statement;
  statement.content = {{0, tree.analysis.tokens->span[4].end}};
  statement.speaker = mbeki;
  tree.analysis.statements.push_back(statement);
  EXPECT_EQ(Stances(tree), "Mbeki - The militia (statement)");
}

TEST(StanceFinder, FindsTheCommonAdversary) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "stands stand VERB VBZ 0 root\n"
      "with with ADP IN 4 case\n"
      "Uganda Uganda PROPN NNP 2 obl\n"
      "in in ADP IN 7 case\n"
      "the the DET DT 7 det\n"
      "fight fight NOUN NN 2 obl\n"
      "against against ADP IN 9 case\n"
      "DAESH DAESH PROPN NNP 7 nmod");
  tree.AddMention(0, 0, 0);
  tree.AddMention(3, 3, 3);
  tree.AddMention(8, 8, 8);
  AddClause(tree, 1, "stand",
            {Filler(Slot::kSubject, 0), Filler(Slot::kOblique, 3, "with")});
  EXPECT_EQ(Stances(tree),
            "Kenya + Uganda (description)\n"
            "Uganda + Kenya (description)\n"
            "Kenya - DAESH (description)\n"
            "Uganda - DAESH (description)\n"
            "DAESH - Kenya (description)\n"
            "DAESH - Uganda (description)");
}

TEST(StanceFinder, PraiseOfThingsIsNoStance) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "praised praise VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "harvest harvest NOUN NN 2 obj");
  tree.AddMention(0, 0, 0);
  AddClause(tree, 1, "praise", {Filler(Slot::kSubject, 0), Filler(Slot::kObject, 3)});
  EXPECT_EQ(Stances(tree), "");
}

TEST(StanceFinder, SupportersStandForWhomTheySupport) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 4 nsubj\n"
      "is be AUX VBZ 4 cop\n"
      "a a DET DT 4 det\n"
      "supporter supporter NOUN NN 0 root\n"
      "of of ADP IN 6 case\n"
      "Uganda Uganda PROPN NNP 4 nmod");
  tree.AddMention(0, 0, 0);
  tree.AddMention(5, 5, 5);
  EXPECT_EQ(Stances(tree), "Kenya + Uganda (description)");
}

TEST(StanceConsistency, SetsWordsAgainstDeeds) {
  std::vector<Statement> statements(2);
  statements[0].speaker = EntityId{0};
  statements[1].speaker = EntityId{2};
  const auto stance = [](std::uint32_t from, std::uint32_t to, int sign,
                         StanceBasis basis, StatementId claim) {
    Stance row;
    row.from = EntityId{from};
    row.to = EntityId{to};
    row.sign = sign;
    row.basis = basis;
    row.claimed_by = claim;
    return row;
  };
  std::vector<Stance> stances = {
      stance(0, 1, 1, StanceBasis::kStatement, StatementId{0}),
      stance(0, 1, -1, StanceBasis::kEvent, {}),
      stance(1, 0, -1, StanceBasis::kEvent, {}),                 // somebody else's deed
      stance(0, 1, 1, StanceBasis::kStatement, StatementId{1}),  // not its own word
      stance(0, 1, 1, StanceBasis::kEvent, {}),                  // as it said
  };
  FindContradictions(statements, stances);
  EXPECT_EQ(stances[0].contradicts, std::vector<std::uint32_t>{1});
  EXPECT_EQ(stances[1].contradicts, std::vector<std::uint32_t>{0});
  for (std::size_t i = 2; i < stances.size(); ++i) {
    EXPECT_TRUE(stances[i].contradicts.empty()) << i;
  }
}

TEST(PolarityLexicon, ListsWordsOfBothSigns) {
  const PolarityLexicon& lexicon = Finder().polarity();
  EXPECT_GE(lexicon.rows().size(), 40U);
  EXPECT_LT(lexicon.Find(PolaritySlot::kSubject, "lie")->value, 0);
  EXPECT_GT(lexicon.Find(PolaritySlot::kOf, "hero")->value, 0);
  EXPECT_EQ(lexicon.Find(PolaritySlot::kObject, "lie"), nullptr);
}

TEST(StanceLexicon, ListsWordsWithExamples) {
  EXPECT_GE(Finder().lexicon().examples().size(), 150U);
  for (const StanceExample& example : Finder().lexicon().examples()) {
    EXPECT_FALSE(example.fires.empty()) << example.id;
    EXPECT_FALSE(example.silent.empty()) << example.id;
  }
}

TEST(StanceFinder, ReadsABondThatSomebodyCuts) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "severed sever VERB VBD 0 root\n"
      "ties tie NOUN NNS 2 obj\n"
      "with with ADP IN 5 case\n"
      "Uganda Uganda PROPN NNP 3 nmod");
  tree.AddMention(0, 0, 0);
  tree.AddMention(4, 4, 4);
  AddClause(tree, 1, "sever", {Filler(Slot::kSubject, 0), Filler(Slot::kObject, 2)});
  EXPECT_EQ(Stances(tree), "Kenya - Uganda (description)");
}

TEST(StanceFinder, ReadsABondThatSours) {
  TestTree tree(
      "Ties tie NOUN NNS 6 nsubj\n"
      "between between ADP IN 3 case\n"
      "Kenya Kenya PROPN NNP 1 nmod\n"
      "and and CCONJ CC 5 cc\n"
      "Uganda Uganda PROPN NNP 3 conj\n"
      "worsened worsen VERB VBD 0 root");
  tree.AddMention(2, 2, 2);
  tree.AddMention(4, 4, 4);
  AddClause(tree, 5, "worsen", {Filler(Slot::kSubject, 0)});
  EXPECT_EQ(Stances(tree),
            "Kenya - Uganda (description)\nUganda - Kenya (description)");
}

TEST(StanceFinder, WhoeverStopsHelpIsAgainstItsReceiver) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "vetoed veto VERB VBD 0 root\n"
      "aid aid NOUN NN 2 obj\n"
      "to to ADP IN 5 case\n"
      "Uganda Uganda PROPN NNP 3 nmod");
  tree.AddMention(0, 0, 0);
  tree.AddMention(4, 4, 4);
  AddClause(tree, 1, "veto", {Filler(Slot::kSubject, 0), Filler(Slot::kObject, 2)});
  EXPECT_EQ(Stances(tree), "Kenya - Uganda (description)");
}

TEST(StanceFinder, HelpThatIsReceivedIsItsGivers) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "won win VERB VBD 0 root\n"
      "with with ADP IN 5 case\n"
      "the the DET DT 5 det\n"
      "help help NOUN NN 2 obl\n"
      "of of ADP IN 7 case\n"
      "Uganda Uganda PROPN NNP 5 nmod");
  tree.AddMention(0, 0, 0);
  tree.AddMention(6, 6, 6);
  AddClause(tree, 1, "win", {Filler(Slot::kSubject, 0)});
  EXPECT_EQ(Between(tree), "Uganda + Kenya (description)");
}

TEST(StanceFinder, WhatComesAfterAnAttackIsNoAttack) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "mourned mourn VERB VBD 0 root\n"
      "after after ADP IN 5 case\n"
      "an a DET DT 5 det\n"
      "attack attack NOUN NN 2 obl\n"
      "on on ADP IN 7 case\n"
      "Uganda Uganda PROPN NNP 5 nmod");
  tree.AddMention(0, 0, 0);
  tree.AddMention(6, 6, 6);
  AddClause(tree, 1, "mourn", {Filler(Slot::kSubject, 0)});
  EXPECT_EQ(Between(tree), "");
}

TEST(StanceFinder, AFeelingIsItsHolders) {
  TestTree tree(
      "Kenya Kenya PROPN NNP 2 nsubj\n"
      "angered anger VERB VBD 0 root\n"
      "Uganda Uganda PROPN NNP 2 obj");
  tree.AddMention(0, 0, 0);
  tree.AddMention(2, 2, 2);
  AddClause(tree, 1, "anger", {Filler(Slot::kSubject, 0), Filler(Slot::kObject, 2)});
  EXPECT_EQ(Stances(tree), "Uganda - Kenya (description)");
}

TEST(StanceFinder, PossessorsOfWhatIsSufferedAreNotMeant) {
  for (const auto& [noun, stances] :
       {std::pair("handling", "Kenya - Uganda (description)"), {"defeat", ""}}) {
    TestTree tree(
        StrCat("Kenya Kenya PROPN NNP 2 nsubj\n"
               "deplored deplore VERB VBD 0 root\n"
               "Uganda Uganda PROPN NNP 5 nmod:poss _\n"
               "'s 's PART POS 3 case\n",
               noun, " ", noun, " NOUN NN 2 obj"));
    tree.AddMention(0, 0, 0);
    tree.AddMention(2, 2, 2);
    AddClause(tree, 1, "deplore",
              {Filler(Slot::kSubject, 0), Filler(Slot::kObject, 4)});
    EXPECT_EQ(Between(tree), stances) << noun;
  }
}

}  // namespace
}  // namespace entente
