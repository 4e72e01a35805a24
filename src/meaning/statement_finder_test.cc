#include "meaning/statement_finder.h"

#include <gtest/gtest.h>

#include <optional>

#include "meaning/statement_test_tree.h"

namespace entente {
namespace {

const StatementFinder& Finder() {
  static const Result<StatementFinder> finder =
      StatementFinder::Load(ENTENTE_SOURCE_DIR "/data/lexicon");
  EXPECT_TRUE(finder) << finder.error().message;
  return *finder;
}

// "kind cue speaker: content / content", one line a statement; "!" before the cue where
// it is denied, "~" where it is thought, ">" before all where it stands inside another.
std::string Told(const TestTree& tree) {
  std::string out;
  for (const Statement& statement : Finder().Find(tree.analysis)) {
    if (!out.empty()) out += '\n';
    if (statement.parent.valid()) out += '>';
    out +=
        StrCat(Name(statement.kind), " ", statement.is_negated ? "!" : "",
               statement.is_thought ? "~" : "", Slice(tree.text(), statement.cue), " ");
    if (statement.speaker_span) out += Slice(tree.text(), *statement.speaker_span);
    out += ':';
    for (std::size_t i = 0; i < statement.content.size(); ++i) {
      out += StrCat(i > 0 ? " / " : " ", Slice(tree.text(), statement.content[i]));
    }
  }
  return out;
}

TEST(StatementFinder, ReadsAThatClause) {
  const TestTree tree(
      "The the DET DT 2 det\n"
      "envoy envoy NOUN NN 3 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "the the DET DT 6 det\n"
      "road road NOUN NN 7 nsubj\n"
      "closed close VERB VBD 3 ccomp _\n"
      ". . PUNCT . 3 punct");
  EXPECT_EQ(Told(tree), "indirect said The envoy: that the road closed");
}

TEST(StatementFinder, ReadsAnInvertedQuotation) {
  const TestTree tree(
      "\" \" PUNCT `` 2 punct _\n"
      "Stop stop VERB VB 6 ccomp\n"
      "now now ADV RB 2 advmod _\n"
      ", , PUNCT , 2 punct _\n"
      "\" \" PUNCT '' 2 punct\n"
      "added add VERB VBD 0 root\n"
      "Mbeki Mbeki PROPN NNP 6 nsubj _\n"
      ", , PUNCT , 9 punct\n"
      "who who PRON WP 10 nsubj\n"
      "left leave VERB VBD 7 acl:relcl _\n"
      ". . PUNCT . 6 punct");
  EXPECT_EQ(Told(tree), "direct added Mbeki: Stop now");
}

TEST(StatementFinder, JoinsAnInterruptedQuotation) {
  const TestTree tree(
      "\" \" PUNCT `` 2 punct _\n"
      "Go go VERB VB 0 root _\n"
      ", , PUNCT , 2 punct _\n"
      "\" \" PUNCT '' 2 punct\n"
      "she she PRON PRP 6 nsubj\n"
      "said say VERB VBD 2 parataxis _\n"
      ", , PUNCT , 2 punct\n"
      "\" \" PUNCT `` 9 punct _\n"
      "home home ADV RB 2 advmod _\n"
      ". . PUNCT . 2 punct _\n"
      "\" \" PUNCT '' 2 punct");
  EXPECT_EQ(Told(tree), "direct said she: Go / home.");
}

TEST(StatementFinder, GivesACoordinatedVerbItsSubject) {
  const TestTree tree(
      "Obasanjo Obasanjo PROPN NNP 2 nsubj\n"
      "met meet VERB VBD 0 root\n"
      "Taylor Taylor PROPN NNP 2 obj\n"
      "and and CCONJ CC 5 cc\n"
      "said say VERB VBD 2 conj\n"
      "that that SCONJ IN 8 mark\n"
      "peace peace NOUN NN 8 nsubj\n"
      "held hold VERB VBD 5 ccomp _\n"
      ". . PUNCT . 2 punct");
  EXPECT_EQ(Told(tree), "indirect said Obasanjo: that peace held");
}

TEST(StatementFinder, ReadsAccordingTo) {
  const TestTree tree(
      "According accord VERB VBG 4 case\n"
      "to to ADP IN 1 fixed\n"
      "the the DET DT 4 det\n"
      "police police NOUN NNS 8 obl _\n"
      ", , PUNCT , 4 punct\n"
      "the the DET DT 7 det\n"
      "bridge bridge NOUN NN 8 nsubj\n"
      "fell fall VERB VBD 0 root _\n"
      ". . PUNCT . 8 punct");
  EXPECT_EQ(Told(tree), "indirect According to the police: the bridge fell");
}

TEST(StatementFinder, LeavesAccordingToPlan) {
  const TestTree tree(
      "It it PRON PRP 2 nsubj\n"
      "went go VERB VBD 0 root\n"
      "according accord VERB VBG 5 case\n"
      "to to ADP IN 3 fixed\n"
      "plan plan NOUN NN 2 obl _\n"
      ". . PUNCT . 2 punct");
  EXPECT_EQ(Told(tree), "");
}

TEST(StatementFinder, LeavesScareQuotes) {
  const TestTree tree(
      "The the DET DT 4 det\n"
      "\" \" PUNCT `` 4 punct _\n"
      "quick quick ADJ JJ 4 amod _\n"
      "fix fix NOUN NN 6 nsubj _\n"
      "\" \" PUNCT '' 4 punct\n"
      "failed fail VERB VBD 0 root _\n"
      ". . PUNCT . 6 punct");
  EXPECT_EQ(Told(tree), "");
}

TEST(StatementFinder, NestsWhatAQuotationReports) {
  const TestTree tree(
      "\" \" PUNCT `` 3 punct _\n"
      "They they PRON PRP 3 nsubj\n"
      "deny deny VERB VBP 10 ccomp\n"
      "that that SCONJ IN 6 mark\n"
      "it it PRON PRP 6 nsubj\n"
      "fell fall VERB VBD 3 ccomp _\n"
      ", , PUNCT , 3 punct _\n"
      "\" \" PUNCT '' 3 punct\n"
      "he he PRON PRP 10 nsubj\n"
      "said say VERB VBD 0 root _\n"
      ". . PUNCT . 10 punct");
  EXPECT_EQ(Told(tree),
            "direct said he: They deny that it fell\n"
            ">indirect !deny They: that it fell");
}

TEST(StatementFinder, GivesAFloatingQuotationToTheLastSpeaker) {
  TestTree tree(
      "Annan Annan PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "talks talk NOUN NNS 4 nsubj\n"
      "failed fail VERB VBD 2 ccomp _\n"
      ". . PUNCT . 2 punct\n"
      "#\n"
      "\" \" PUNCT `` 3 punct _\n"
      "We we PRON PRP 3 nsubj\n"
      "tried try VERB VBD 0 root _\n"
      ". . PUNCT . 3 punct _\n"
      "\" \" PUNCT '' 3 punct");
  const EntityId annan = tree.AddMention(0, 0, 0);
  EXPECT_EQ(Told(tree),
            "indirect said Annan: talks failed\n"
            "direct  Annan: We tried.");
  EXPECT_EQ(Finder().Find(tree.analysis)[1].speaker, annan);
}

TEST(StatementFinder, MarksThoughts) {
  const TestTree tree(
      "Troops troops NOUN NNS 2 nsubj\n"
      "think think VERB VBP 0 root\n"
      "he he PRON PRP 4 nsubj\n"
      "fled flee VERB VBD 2 ccomp _\n"
      ". . PUNCT . 2 punct");
  EXPECT_EQ(Told(tree), "indirect ~think Troops: he fled");
}

TEST(StatementFinder, LeavesAnActWithAnInfinitive) {
  const TestTree tree(
      "Rebels rebel NOUN NNS 2 nsubj\n"
      "threatened threaten VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "leave leave VERB VB 2 xcomp _\n"
      ". . PUNCT . 2 punct");
  EXPECT_EQ(Told(tree), "");
}

TEST(StatementFinder, ReadsANounsClaim) {
  const TestTree tree(
      "Chad Chad PROPN NNP 3 nmod:poss _\n"
      "'s 's PART POS 1 case\n"
      "claim claim NOUN NN 7 nsubj\n"
      "that that SCONJ IN 6 mark\n"
      "it it PRON PRP 6 nsubj\n"
      "won win VERB VBD 3 acl\n"
      "spread spread VERB VBD 0 root _\n"
      ". . PUNCT . 7 punct");
  EXPECT_EQ(Told(tree), "indirect claim Chad: that it won");
}

TEST(ReportingLexicon, ListsWordsWithExamples) {
  EXPECT_GE(Finder().lexicon().examples().size(), 200U);
  for (const ReportingExample& example : Finder().lexicon().examples()) {
    EXPECT_FALSE(example.fires.empty()) << example.id;
    EXPECT_FALSE(example.silent.empty()) << example.id;
  }
}

TEST(StatementFinder, ReadsWhatStandsBeforeTheCommaOfANameAndItsCue) {
  TestTree tree(
      "He he PRON PRP 2 nsubj\n"
      "knew know VERB VBD 0 root\n"
      "nothing nothing PRON NN 2 obj _\n"
      ", , PUNCT , 6 punct\n"
      "his his PRON PRP$ 6 nmod:poss\n"
      "lawyer lawyer NOUN NN 3 appos _\n"
      ", , PUNCT , 8 punct\n"
      "Hale Hale PROPN NNP 6 appos _\n"
      ", , PUNCT , 6 punct\n"
      "told tell VERB VBD 2 parataxis\n"
      "the the DET DT 12 det\n"
      "court court NOUN NN 10 iobj _\n"
      ". . PUNCT . 2 punct");
  tree.AddMention(4, 5, 5);
  tree.AddMention(7, 7, 7);
  EXPECT_EQ(Told(tree), "indirect told Hale: He knew nothing");
}

TEST(StatementFinder, ReadsAThatClauseHungFromAPhrase) {
  const TestTree tree(
      "She she PRON PRP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "in in ADP IN 5 case\n"
      "a a DET DT 5 det\n"
      "letter letter NOUN NN 2 obl\n"
      "that that SCONJ IN 9 mark\n"
      "the the DET DT 8 det\n"
      "road road NOUN NN 9 nsubj\n"
      "closed close VERB VBD 5 acl _\n"
      ". . PUNCT . 2 punct");
  EXPECT_EQ(Told(tree), "indirect said She: that the road closed");
  const std::vector<Statement> statements = Finder().Find(tree.analysis);
  ASSERT_EQ(statements.size(), 1U);
  ASSERT_TRUE(statements[0].medium_span);
  EXPECT_EQ(Slice(tree.text(), *statements[0].medium_span), "in a letter");
}

TEST(StatementFinder, KnowsWhoAsksNotToBeNamed) {
  const TestTree tree(
      "A a DET DT 2 det\n"
      "clerk clerk NOUN NN 9 nsubj\n"
      "who who PRON WP 4 nsubj\n"
      "asked ask VERB VBD 2 acl:relcl\n"
      "not not PART RB 8 advmod\n"
      "to to PART TO 8 mark\n"
      "be be AUX VB 8 aux:pass\n"
      "named name VERB VBN 4 xcomp\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 11 nsubj\n"
      "burned burn VERB VBD 9 ccomp _\n"
      ". . PUNCT . 9 punct");
  const std::vector<Statement> statements = Finder().Find(tree.analysis);
  ASSERT_EQ(statements.size(), 1U);
  EXPECT_TRUE(statements[0].is_anonymous);
}

TEST(StatementFinder, ASpeakerMayFollowACueInsideTheWords) {
  TestTree tree(
      "Nobody nobody PRON NN 3 nsubj _\n"
      ", , PUNCT , 1 punct\n"
      "says say VERB VBZ 0 root\n"
      "Hale Hale PROPN NNP 3 iobj _\n"
      ", , PUNCT , 1 punct\n"
      "saw see VERB VBD 3 ccomp\n"
      "it it PRON PRP 6 obj _\n"
      ". . PUNCT . 3 punct");
  tree.AddMention(3, 3, 3);
  EXPECT_EQ(Told(tree), "indirect says Hale: Nobody / saw it");
}

}  // namespace
}  // namespace entente
