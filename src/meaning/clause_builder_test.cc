#include "meaning/clause_builder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "meaning/test_parse.h"

namespace entente {
namespace {

const ClauseBuilder& Builder() {
  static const auto* const kBuilder = [] {
    auto lexicon =
        ClauseLexicon::ReadTables(std::string(ENTENTE_SOURCE_DIR) + "/data/lexicon");
    if (!lexicon) ADD_FAILURE() << lexicon.error().message;
    return new ClauseBuilder(std::move(lexicon).value());
  }();
  return *kBuilder;
}

std::vector<std::string> ClausesOf(std::string_view lines) {
  const TestParse parse(lines);
  const ClauseTable table = Builder().Build(parse.document.text, parse.tokens,
                                            parse.syntax, parse.analysis.tree);
  std::vector<std::string> shown;
  for (const Clause& clause : table.clauses) {
    shown.push_back(Format(table, clause, parse.document.text, parse.tokens));
  }
  return shown;
}

using Lines = std::vector<std::string>;

TEST(ClauseBuilder, UndoesThePassive) {
  EXPECT_EQ(ClausesOf(R"(
    Kunduz Kunduz PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    seized seize VERB VBN 0 root
    by by ADP IN 6 case
    the the DET DT 6 det
    Taliban Taliban PROPN NNP 3 obl:agent
    in in ADP IN 8 case
    September September PROPN NNP 3 obl)"),
            (Lines{"seize(obj Kunduz; subj Taliban; in September) passive"}));
}

TEST(ClauseBuilder, KeepsTheOneWhoIsGivenSomethingApart) {
  EXPECT_EQ(ClausesOf(R"(
    Kenya Kenya PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    offered offer VERB VBN 0 root
    a a DET DT 5 det
    tractor tractor NOUN NN 3 obj
    by by ADP IN 7 case
    China China PROPN NNP 3 obl)"),
            (Lines{"offer(iobj Kenya; obj tractor; subj China) passive"}));
}

TEST(ClauseBuilder, FillsTheGapOfARelativeClauseAndMergesALightVerb) {
  EXPECT_EQ(ClausesOf(R"(
    Kabulov Kabulov PROPN NNP 8 nsubj
    , , PUNCT , 4 punct
    who who PRON WP 4 nsubj
    held hold VERB VBD 1 acl:relcl
    talks talk NOUN NNS 4 obj
    with with ADP IN 7 case
    Omar Omar PROPN NNP 4 obl
    left leave VERB VBD 0 root)"),
            (Lines{"held+talk(subj Kabulov; with Omar; obj Omar) <relative leave",
                   "leave(subj Kabulov)"}));
}

TEST(ClauseBuilder, GivesANounItsArguments) {
  EXPECT_EQ(
      ClausesOf(R"(
    The the DET DT 2 det
    seizure seizure NOUN NN 7 nsubj
    of of ADP IN 4 case
    Kunduz Kunduz PROPN NNP 2 nmod
    by by ADP IN 6 case
    rebels rebel NOUN NNS 2 nmod
    failed fail VERB VBD 0 root)"),
      (Lines{"seizure(obj Kunduz; of Kunduz; subj rebels)", "fail(subj seizure)"}));
}

TEST(ClauseBuilder, TakesTheObjectOfAnAttackFromItsPreposition) {
  EXPECT_EQ(
      ClausesOf(R"(
    Russian Russian ADJ JJ 2 amod
    attacks attack NOUN NNS 5 nsubj
    on on ADP IN 4 case
    Idlib Idlib PROPN NNP 2 nmod
    continued continue VERB VBD 0 root)"),
      (Lines{"attack(on Idlib; obj Idlib; subj Russian?)", "continue(subj attacks)"}));
}

TEST(ClauseBuilder, SharesSubjectsByControl) {
  EXPECT_EQ(ClausesOf(R"(
    Iran Iran PROPN NNP 2 nsubj
    agreed agree VERB VBD 0 root
    to to PART TO 4 mark
    free free VERB VB 2 xcomp
    sailors sailor NOUN NNS 4 obj)"),
            (Lines{"agree(subj Iran; comp free)",
                   "free(obj sailors; subj Iran) planned <complement agree"}));
  EXPECT_EQ(ClausesOf(R"(
    Paris Paris PROPN NNP 2 nsubj
    urged urge VERB VBD 0 root
    Iran Iran PROPN NNP 2 obj
    to to PART TO 5 mark
    free free VERB VB 2 xcomp
    sailors sailor NOUN NNS 5 obj)"),
            (Lines{"urge(subj Paris; obj Iran; comp free)",
                   "free(obj sailors; subj Iran) demanded <complement urge"}));
}

TEST(ClauseBuilder, ReadsAnAdjectiveWithItsClause) {
  EXPECT_EQ(ClausesOf(R"(
    Russia Russia PROPN NNP 3 nsubj
    is be AUX VBZ 3 cop
    ready ready ADJ JJ 0 root
    to to PART TO 5 mark
    supply supply VERB VB 3 xcomp
    arms arms NOUN NNS 5 obj
    to to ADP IN 8 case
    Afghanistan Afghanistan PROPN NNP 5 obl)"),
            (Lines{"ready(subj Russia; comp supply)",
                   "supply(obj arms; to Afghanistan; subj Russia) planned "
                   "<complement ready"}));
}

TEST(ClauseBuilder, SharesWhatCoordinatedVerbsHaveInCommon) {
  EXPECT_EQ(ClausesOf(R"(
    Ships ship NOUN NNS 2 nsubj
    attacked attack VERB VBD 0 root
    and and CCONJ CC 4 cc
    sank sink VERB VBD 2 conj
    the the DET DT 6 det
    tanker tanker NOUN NN 4 obj)"),
            (Lines{"attack(subj Ships; obj tanker)", "sink(obj tanker; subj Ships)"}));
}

TEST(ClauseBuilder, GivesOneArgumentAConjunct) {
  EXPECT_EQ(ClausesOf(R"(
    France France PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Italy Italy PROPN NNP 1 conj
    praised praise VERB VBD 0 root
    Oslo Oslo PROPN NNP 4 obj)"),
            (Lines{"praise(subj France; subj Italy; obj Oslo)"}));
}

TEST(ClauseBuilder, LendsTheSubjectToAParticiple) {
  EXPECT_EQ(ClausesOf(R"(
    Rebels rebel NOUN NNS 2 nsubj
    shelled shell VERB VBD 0 root
    the the DET DT 4 det
    town town NOUN NN 2 obj
    , , PUNCT , 6 punct
    killing kill VERB VBG 2 advcl
    three three NUM CD 6 obj)"),
            (Lines{"shell(subj Rebels; obj town)",
                   "kill(obj three; subj Rebels) <adverbial shell"}));
}

TEST(ClauseBuilder, ReadsNegationAndModality) {
  EXPECT_EQ(ClausesOf(R"(
    They they PRON PRP 4 nsubj
    do do AUX VBP 4 aux
    n't not PART RB 4 advmod
    recognise recognise VERB VB 0 root
    Kosovo Kosovo PROPN NNP 4 obj)"),
            (Lines{"recognize(subj They; obj Kosovo) negated"}));
  EXPECT_EQ(ClausesOf(R"(
    Turkey Turkey PROPN NNP 3 nsubj
    may may AUX MD 3 aux
    expel expel VERB VB 0 root
    diplomats diplomat NOUN NNS 3 obj)"),
            (Lines{"expel(subj Turkey; obj diplomats) possible"}));
  EXPECT_EQ(ClausesOf(R"(
    Turkey Turkey PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    it it PRON PRP 5 nsubj
    would would AUX MD 5 aux
    expel expel VERB VB 2 ccomp
    diplomats diplomat NOUN NNS 5 obj)"),
            (Lines{"say(subj Turkey; comp expel)",
                   "expel(subj it; obj diplomats) planned <complement say"}));
}

TEST(ClauseBuilder, TurnsARefusalIntoANegatedAct) {
  EXPECT_EQ(ClausesOf(R"(
    Kyiv Kyiv PROPN NNP 2 nsubj
    refused refuse VERB VBD 0 root
    to to PART TO 4 mark
    meet meet VERB VB 2 xcomp
    envoys envoy NOUN NNS 4 obj)"),
            (Lines{"refuse(subj Kyiv; comp meet)",
                   "meet(obj envoys; subj Kyiv) negated <complement refuse"}));
}

TEST(ClauseBuilder, TakesANominalForAComplementUnderADemand) {
  EXPECT_EQ(ClausesOf(R"(
    Chad Chad PROPN NNP 2 nsubj
    demanded demand VERB VBD 0 root
    the the DET DT 4 det
    release release NOUN NN 2 obj
    of of ADP IN 6 case
    hostages hostage NOUN NNS 4 nmod)"),
            (Lines{"demand(subj Chad; obj release; comp release; of hostages)",
                   "release(obj hostages; of hostages) demanded <complement demand"}));
}

TEST(ClauseBuilder, PutsTheAccusedInTheClauseUnderOf) {
  EXPECT_EQ(ClausesOf(R"(
    Kyiv Kyiv PROPN NNP 2 nsubj
    accused accuse VERB VBD 0 root
    Moscow Moscow PROPN NNP 2 obj
    of of SCONJ IN 5 mark
    bombing bomb VERB VBG 2 advcl
    Kherson Kherson PROPN NNP 5 obj)"),
            (Lines{"accuse(subj Kyiv; obj Moscow; comp:of bombing)",
                   "bomb(obj Kherson; subj Moscow) <complement accuse"}));
}

TEST(ClauseBuilder, ReadsAHeadlineWithoutItsCopula) {
  EXPECT_EQ(ClausesOf(R"(
    Three three NUM CD 2 nsubj
    killed kill VERB VBN 0 root
    in in ADP IN 4 case
    Kabul Kabul PROPN NNP 2 obl)"),
            (Lines{"kill(obj Three; in Kabul) passive"}));
  EXPECT_EQ(ClausesOf(R"(
    US US PROPN NNP 3 nsubj
    to to PART TO 3 mark
    expel expel VERB VB 0 root
    envoys envoy NOUN NNS 3 obj)"),
            (Lines{"expel(subj US; obj envoys) planned"}));
}

TEST(ClauseBuilder, UndergoesWhatAPassiveLightVerbNames) {
  EXPECT_EQ(ClausesOf(R"(
    The the DET DT 2 det
    base base NOUN NN 3 nsubj
    came come VERB VBD 0 root
    under under ADP IN 5 case
    attack attack NOUN NN 3 obl)"),
            (Lines{"came+attack(obj base)"}));
}

}  // namespace
}  // namespace entente
