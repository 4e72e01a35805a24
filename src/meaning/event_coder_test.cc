#include "meaning/event_coder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "meaning/clause_builder.h"
#include "meaning/rule_parser.h"
#include "meaning/test_parse.h"

namespace entente {
namespace {

constexpr char kRules[] = R"(
frame aid.give.01
  verb supply, give
  recipient to: actor optional
  type AID
  yes A.
  no B.

frame aid.arms.01
  verb supply
  recipient to: actor
  require obj: weapon
  type AID
  mode with: "drone" -> drone
  yes A.
  no B.

frame agree.act.01
  adjective ready
  recipient comp.recipient optional
  when comp: AID
  type AGREE
  yes A.
  no B.

frame support.recognise.01
  verb recognize
  recipient obj: actor
  type SUPPORT
  yes A.
  no B.

frame reject.recognise.01
  verb recognize
  recipient obj: actor
  when negated
  type REJECT
  yes A.
  no B.

frame assault.beat.01
  verb beat
  recipient obj: actor
  type ASSAULT
  count obj -> beaten
  yes A.
  no B.

frame veto.sport.01
  verb beat
  require in: sport
  type none
  yes A.
  no B.

frame deny.01
  verb deny
  type REJECT
  embeds denied
  yes A.
  no B.
)";

const EventCoder& Coder() {
  static const auto* const kCoder = [] {
    const std::string lexicon = std::string(ENTENTE_SOURCE_DIR) + "/data/lexicon";
    auto rules = ParseRules({{"test.rule", kRules}});
    auto classes = WordClasses::Read(lexicon + "/classes.tsv");
    auto contexts = ContextTable::Read(lexicon + "/contexts.tsv");
    if (!rules) ADD_FAILURE() << rules.error().message;
    auto frames = Frames::From(std::move(rules).value(), std::move(classes).value());
    return new EventCoder(std::move(frames).value(), std::move(contexts).value());
  }();
  return *kCoder;
}

const ClauseBuilder& Builder() {
  static const auto* const kBuilder = [] {
    auto lexicon =
        ClauseLexicon::ReadTables(std::string(ENTENTE_SOURCE_DIR) + "/data/lexicon");
    return new ClauseBuilder(std::move(lexicon).value());
  }();
  return *kBuilder;
}

// "RUS AID AFG aid.arms.01 planned" for every event.
std::vector<std::string> EventsOf(TestParse& parse) {
  parse.analysis.clauses = Builder().Build(parse.document.text, parse.tokens,
                                           parse.syntax, parse.analysis.tree);
  std::vector<std::string> shown;
  for (const Event& event : Coder().Code(parse.analysis)) {
    std::string line;
    for (const EntityId actor : event.actor) {
      line += parse.analysis.mentions.entities[actor.value].name + " ";
    }
    line += std::string(Name(event.type)) + " ";
    for (const EntityId recipient : event.recipient) {
      line += parse.analysis.mentions.entities[recipient.value].name + " ";
    }
    line += event.rule;
    if (event.is_negated) line += " -";
    if (event.modality != Modality::kAsserted) {
      line += " " + std::string(Name(event.modality));
    }
    for (const Count& count : event.counts) {
      line += " " + count.what + "=" + std::to_string(static_cast<int>(count.number));
    }
    shown.push_back(line);
  }
  return shown;
}

using Lines = std::vector<std::string>;

TEST(EventCoder, TakesTheMoreSpecificFrame) {
  TestParse parse(R"(
    Russia Russia PROPN NNP 2 nsubj
    supplied supply VERB VBD 0 root
    missiles missile NOUN NNS 2 obj
    to to ADP IN 5 case
    Mali Mali PROPN NNP 2 obl)");
  parse.AddMention("Russia", ActorKind::kCountry, {"RUS", "", ""});
  parse.AddMention("Mali", ActorKind::kCountry, {"MLI", "", ""});
  EXPECT_EQ(EventsOf(parse), (Lines{"Russia AID Mali aid.arms.01"}));
}

TEST(EventCoder, LetsAFrameSpeakForItsComplement) {
  TestParse parse(R"(
    Russia Russia PROPN NNP 3 nsubj
    is be AUX VBZ 3 cop
    ready ready ADJ JJ 0 root
    to to PART TO 5 mark
    supply supply VERB VB 3 xcomp
    arms arms NOUN NNS 5 obj
    to to ADP IN 8 case
    Mali Mali PROPN NNP 5 obl)");
  parse.AddMention("Russia", ActorKind::kCountry, {"RUS", "", ""});
  parse.AddMention("Mali", ActorKind::kCountry, {"MLI", "", ""});
  EXPECT_EQ(EventsOf(parse), (Lines{"Russia AGREE Mali agree.act.01"}));
}

TEST(EventCoder, CodesARefusalInsteadOfANegatedAct) {
  TestParse parse(R"(
    Serbia Serbia PROPN NNP 4 nsubj
    does do AUX VBZ 4 aux
    not not PART RB 4 advmod
    recognize recognize VERB VB 0 root
    Kosovo Kosovo PROPN NNP 4 obj)");
  parse.AddMention("Serbia", ActorKind::kCountry, {"SRB", "", ""});
  parse.AddMention("Kosovo", ActorKind::kCountry, {"XKX", "", ""});
  EXPECT_EQ(EventsOf(parse), (Lines{"Serbia REJECT Kosovo reject.recognise.01"}));
}

TEST(EventCoder, StaysSilentUnderAVetoAndWhereNobodyQualifies) {
  TestParse match(R"(
    Chile Chile PROPN NNP 2 nsubj
    beat beat VERB VBD 0 root
    Peru Peru PROPN NNP 2 obj
    in in ADP IN 6 case
    the the DET DT 6 det
    final final NOUN NN 2 obl)");
  match.AddMention("Chile", ActorKind::kCountry, {"CHL", "", ""});
  match.AddMention("Peru", ActorKind::kCountry, {"PER", "", ""});
  EXPECT_EQ(EventsOf(match), Lines{});
  TestParse nobody(R"(
    Waves wave NOUN NNS 2 nsubj
    beat beat VERB VBD 0 root
    Peru Peru PROPN NNP 2 obj)");
  nobody.AddMention("Peru", ActorKind::kCountry, {"PER", "", ""});
  EXPECT_EQ(EventsOf(nobody), Lines{});
}

TEST(EventCoder, CountsAndTakesTheOwnerForTheActor) {
  TestParse parse(R"(
    Chilean Chilean ADJ JJ 2 amod
    police police NOUN NNS 3 nsubj
    beat beat VERB VBD 0 root
    seven seven NUM CD 5 nummod
    Peruvians Peruvian PROPN NNPS 3 obj)");
  parse.AddMention("Chilean", ActorKind::kCountry, {"CHL", "", ""});
  parse.AddMention("Peruvians", ActorKind::kPeople, {"PER", "", ""});
  EXPECT_EQ(EventsOf(parse),
            (Lines{"Chilean ASSAULT Peruvians assault.beat.01 beaten=7"}));
}

TEST(EventCoder, DeniesWhatADenialEmbeds) {
  TestParse parse(R"(
    Chile Chile PROPN NNP 2 nsubj
    denied deny VERB VBD 0 root
    beating beat VERB VBG 2 xcomp
    Peruvians Peruvian PROPN NNPS 3 obj)");
  parse.AddMention("Chile", ActorKind::kCountry, {"CHL", "", ""});
  parse.AddMention("Peruvians", ActorKind::kPeople, {"PER", "", ""});
  EXPECT_EQ(EventsOf(parse), (Lines{"Chile REJECT deny.01",
                                    "Chile ASSAULT Peruvians assault.beat.01 denied"}));
}

}  // namespace
}  // namespace entente
