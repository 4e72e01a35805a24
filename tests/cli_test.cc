// The program as a person or a script meets it: output, messages, exit status.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/files.h"
#include "base/strings.h"
#include "command_line.h"
#include "fetch/testing.h"

namespace entente {
namespace {

TEST_F(CommandLine, HelpIsDoneAndWrongUsageIsTwo) {
  for (const char* arguments : {"--help", "read --help", "parse --help",
                                "relate --help", "why --help", "check-data --help"}) {
    const Outcome outcome = Run(arguments);
    EXPECT_EQ(outcome.status, 0) << arguments;
    EXPECT_NE(outcome.out.find("entente"), std::string::npos) << arguments;
  }
  for (const char* arguments :
       {"", "nonsense", "read --no-such-option", "read --date monday"}) {
    EXPECT_EQ(Run(arguments).status, 2) << arguments;
  }
}

TEST_F(CommandLine, ReadPrintsTheRowWithItsWords) {
  const Outcome outcome = Run("read --json --date 2024-05-08 -", kNews);
  EXPECT_EQ(outcome.status, 0) << outcome.error;
  EXPECT_NE(outcome.out.find("\"type\":\"COERCE\",\"mode\":\"arrest\""),
            std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("2024-05-06"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.error, "");
}

// The place of a dateline is told apart from one that the event's own words name.
TEST_F(CommandLine, DatelinesLendTheirPlaceUnderAnotherName) {
  const std::string lead = "NAIROBI, May 3 (Agency) - Police arrested two Tanzanian ";
  const Outcome lent = Run("read --json --date 2024-05-08 -",
                           "Arrests in Kenya\n\n" + lead + "journalists.\n");
  EXPECT_NE(lent.out.find("\"dateline_place\":\"p"), std::string::npos) << lent.out;
  EXPECT_EQ(lent.out.find(",\"place\":\"p"), std::string::npos) << lent.out;
  const Outcome own = Run("read --json --date 2024-05-08 -",
                          "Arrests in Kenya\n\n" + lead + "journalists in Mombasa.\n");
  EXPECT_EQ(own.out.find("dateline_place"), std::string::npos) << own.out;
  EXPECT_NE(own.out.find(",\"place\":\"p"), std::string::npos) << own.out;
}

// What cannot be read is one line that names it; the others are read all the same.
TEST_F(CommandLine, BadInputsAreNamedAndTheOthersRead) {
  const std::string good = Write("good.txt", kNews);
  const struct {
    const char* name;
    std::string bytes;
  } bad[] = {
      {"empty.txt", ""},
      {"blank.txt", " \n\n \n"},
      {"latin1.txt", "The caf\xE9 was shelled.\n"},
      {"nul.txt", std::string("Troops\0 left.\n", 14)},
      {"report.pdf", "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n"},
      {"half.gz", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03K", 11)},
      {"broken.jsonl", "{\"id\":\"1\",\"text\":\"Troops left.\n"},
  };
  for (const auto& each : bad) {
    const std::string path = Write(each.name, each.bytes);
    const Outcome outcome = Run(StrCat("read --json ", path, " ", good));
    EXPECT_EQ(outcome.status, 1) << each.name;
    EXPECT_NE(outcome.error.find(each.name), std::string::npos) << outcome.error;
    EXPECT_EQ(std::count(outcome.error.begin(), outcome.error.end(), '\n'), 1)
        << outcome.error;
    EXPECT_NE(outcome.out.find("Tanzanian"), std::string::npos) << each.name;
  }
  for (const std::string& path : {Path("absent.txt"), Path("absent/*.txt")}) {
    const Outcome outcome = Run(StrCat("read --json ", path, " ", good));
    EXPECT_EQ(outcome.status, 1) << path;
    EXPECT_NE(outcome.error.find(path), std::string::npos) << outcome.error;
    EXPECT_NE(outcome.out.find("Tanzanian"), std::string::npos) << path;
  }
}

TEST_F(CommandLine, AHugeLineEndsInAMessage) {
  const std::string path = Write("line.txt", std::string(100'000'000, 'a'));
  const Outcome outcome = Run(StrCat("read --json ", path));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.error.find("line.txt"), std::string::npos) << outcome.error;
}

TEST_F(CommandLine, OutputKeepsInputOrderOnAnyNumberOfThreads) {
  std::string files;
  for (int i = 0; i < 40; ++i) {
    const std::string padding(static_cast<std::size_t>(40 - i) * 50, 'x');
    files += StrCat(
        " ", Write(StrCat("f", i), StrCat("Report ", i, "\n\n", kNews, padding)));
  }
  const Outcome one = Run(StrCat("read --json --jobs 1", files));
  const Outcome eight = Run(StrCat("read --json --jobs 8", files));
  EXPECT_EQ(one.status, 0) << one.error;
  EXPECT_EQ(one.out, eight.out);
}

TEST_F(CommandLine, RelateAnswersInOrder) {
  const Outcome outcome = Run(
      "relate",
      R"({"id":"b","text":"Norway condemned Iran.","source":[[0,6]],"target":[[17,21]]})"
      "\n"
      R"({"id":"a","text":"It rained in Norway and Iran.","source":[[13,19]],"target":[[24,28]]})"
      "\n");
  EXPECT_EQ(outcome.status, 0) << outcome.error;
  EXPECT_TRUE(outcome.out.starts_with(R"({"id":"b","relation":{"type":"ACCUSE")"))
      << outcome.out;
  EXPECT_NE(outcome.out.find(R"({"id":"a","relation":{)"), std::string::npos)
      << outcome.out;
}

TEST_F(CommandLine, CheckDataFindsNothingWrongInWhatShips) {
  const Outcome outcome = Run("check-data");
  EXPECT_EQ(outcome.status, 0) << outcome.out;
  EXPECT_NE(outcome.out.find(" 0 problems\n"), std::string::npos) << outcome.out;
}

constexpr char kActorColumns[] =
    "id\tname\taliases\tclass\tcountry\tsector\tgroup\ttitle\tfrom\tto\tsource\n";

TEST_F(CommandLine, CheckDataNamesTheLinesOfAUsersMistakes) {
  std::filesystem::create_directories(Path("mine"));
  Write("mine/groups.tsv",
        std::string(kActorColumns) +
            "u1\tRed Falcon Brigade\tRFB\tarmed-group\tQQQ\tREB\tRFB\t\t\t\tus\n"
            "u2\tRoyal Fish Board\tRFB\torganisation\tNOR\tGOV\t\t\t\t\tus\n"
            "u2\tNorth Sea Watch\t\torganisation\tNOR\tXYZ\t\t\t\t\tus\n");
  Write("mine/places.tsv",
        "id\tname\taliases\tkind\tcountry\tadmin1\tlat\tlon\tgeonames\tsource\n"
        "up1\tKelmar\t\tcity\tNOR\t\t95\t10\t\tus\n");
  const Outcome outcome = Run(StrCat("check-data --world ", Path("mine")));
  EXPECT_EQ(outcome.status, 1);
  for (const char* problem :
       {"groups.tsv:2: 'QQQ' is no country",
        "groups.tsv:3: 'RFB' is also the name of u1", "groups.tsv:4: id u2",
        "groups.tsv:4: 'XYZ' is no sector", "places.tsv:2: lat and lon"}) {
    EXPECT_NE(outcome.out.find(problem), std::string::npos) << problem << "\n"
                                                            << outcome.out;
  }
  const Outcome absent = Run(StrCat("check-data --world ", Path("absent")));
  EXPECT_EQ(absent.status, 1);
  EXPECT_NE(absent.out.find("absent: no such folder"), std::string::npos) << absent.out;
}

// A country, its people, a group and a city that nobody knows but the user's tables:
// recognised without a build.
TEST_F(CommandLine, KnowsWhatAUsersTablesAdd) {
  std::filesystem::create_directories(Path("mine"));
  Write("mine/countries.tsv",
        "id\tiso3\tname\taliases\tlat\tlon\tsource\n"
        "uc1\tVSR\tVostrania\tRepublic of Vostrania\t51.5\t40.25\tus\n");
  Write("mine/demonyms.tsv",
        "id\tadjective\tsingular\tplural\tcountry\tgroup\tplace\tsource\n"
        "ud1\tVostranian\tVostranian\tVostranians\tVSR\t\tVostrania\tus\n");
  Write("mine/groups.tsv",
        std::string(kActorColumns) +
            "ug1\tRed Falcon Brigade\t\tarmed-group\tVSR\tREB\tRFB\t\t\t\tus\n");
  Write("mine/places.tsv",
        "id\tname\taliases\tkind\tcountry\tadmin1\tlat\tlon\tgeonames\tsource\n"
        "up1\tKelmarsk\t\tcity\tVSR\t\t51.75\t41.5\t\tus\n");
  const std::string news =
      "Vostranian troops attacked the Red Falcon Brigade near Kelmarsk on Monday. "
      "Vostrania condemned Norway.\n";
  const std::string arguments = "read --json --date 2024-05-08 - --world ";
  EXPECT_EQ(Run(StrCat("check-data --world ", Path("mine"))).status, 0);
  const Outcome known = Run(arguments + Path("mine"), news);
  EXPECT_EQ(known.status, 0) << known.error;
  for (const char* part :
       {R"("code":"VSR MIL")", R"("code":"VSR REB RFB")", R"("name":"Vostrania")",
        R"("name":"Kelmarsk","country":"VSR","lat":51.75,"lon":41.5)"}) {
    EXPECT_NE(known.out.find(part), std::string::npos) << part << "\n" << known.out;
  }
  const Outcome unknown = Run("read --json --date 2024-05-08 -", news);
  EXPECT_EQ(unknown.out.find("VSR"), std::string::npos) << unknown.out;
}

TEST_F(CommandLine, KeepsALedgerAndAnswersFromIt) {
  const std::string ledger = Write("news.ledger", ""), news = Write("a.txt", kNews);
  std::filesystem::remove(ledger);
  const std::string import = StrCat("read --quiet --date 2024-05-06 --ledger ", ledger);
  const Outcome first = Run(StrCat(import, " ", news));
  EXPECT_EQ(first.status, 0) << first.error;
  EXPECT_EQ(first.out, "");
  const Outcome events = Run(StrCat("ask ", ledger, " --actor KEN --format csv"));
  EXPECT_EQ(events.status, 0) << events.error;
  EXPECT_NE(events.out.find("COERCE"), std::string::npos) << events.out;
  EXPECT_EQ(Run(import + " " + news).status, 0);  // known: nothing changes
  EXPECT_EQ(Run(StrCat("ask ", ledger, " --actor KEN --format csv")).out, events.out);
  EXPECT_EQ(
      Run(StrCat("ask ", ledger, " --actor TZA --type ASSAULT --format jsonl")).out,
      "");
  const Outcome counted = Run(StrCat(
      "ask ", ledger, " --format jsonl --sql 'SELECT count(*) AS n FROM documents'"));
  EXPECT_EQ(counted.out, "{\"n\":1}\n") << counted.error;
  EXPECT_EQ(Run(StrCat("ask ", ledger, " --sql 'DELETE FROM event'")).status, 1);
  EXPECT_EQ(Run("ask /no/such.ledger").status, 1);
  EXPECT_EQ(Run(StrCat("ask ", ledger, " stances --type ASSAULT")).status, 1);
}

TEST_F(CommandLine, AlignTellsHowTwoSidesStand) {
  const std::string ledger = Write("align.ledger", "");
  const std::string news = Write("align.txt",
                                 "NAIROBI, May 7, 2024 - Kenya thanked Japan for the "
                                 "ships. Kenya accused Sudan of "
                                 "lying. Japan condemned Sudan on Monday.\n");
  std::filesystem::remove(ledger);
  const Outcome page = Run(StrCat("align pair Kenya Japan ", news));
  EXPECT_EQ(page.status, 0) << page.error;
  EXPECT_NE(page.out.find("Kenya and Japan"), std::string::npos) << page.out;
  EXPECT_NE(page.out.find("Kenya thanked Japan"), std::string::npos) << page.out;
  EXPECT_NE(page.out.find("Both stand against Sudan"), std::string::npos) << page.out;
  EXPECT_EQ(Run(StrCat("read --quiet --ledger ", ledger, " ", news)).status, 0);
  EXPECT_EQ(Run(StrCat("align ", ledger, " --pair KEN JPN")).out, page.out);
  const Outcome json = Run(StrCat("align ", ledger, " common KEN JPN --format json"));
  EXPECT_NE(json.out.find("\"third\":\"Sudan\""), std::string::npos) << json.out;
  const Outcome graph = Run(StrCat("align ", ledger, " --camps --format graphml"));
  EXPECT_NE(graph.out.find("<graphml"), std::string::npos) << graph.error;
  EXPECT_EQ(Run(StrCat("align ", ledger, " changes KEN SDN")).status, 0);
  EXPECT_EQ(Run(StrCat("align ", ledger, " pair Kenya")).status, 2);
  EXPECT_EQ(Run(StrCat("align ", ledger, " pair KEN JPN --format graphml")).status, 2);
  EXPECT_EQ(Run(StrCat("align ", ledger, " pair KEN KEN")).status, 2);
  EXPECT_EQ(Run(StrCat("align ", ledger, " actor Nobodyatall")).status, 1);
}

TEST_F(CommandLine, WatchKeepsWhatComesOnceAndOnlyOnce) {
  const LocalServer server([](const std::string& request) {
    if (request.find("GET /gone ") != std::string::npos) {
      return LocalServer::Reply("410 Gone", "", "");
    }
    return LocalServer::Reply(
        "200 OK", "ETag: \"1\"\r\n",
        "<rss version=\"2.0\"><channel><title>Wire</title><item><title>Kenya thanks "
        "Japan</title><pubDate>Tue, 07 May 2024 08:00:00 "
        "GMT</pubDate><description>Kenya "
        "thanked Japan for the ships on Tuesday.</description></item></channel></rss>");
  });
  const std::string folder = Path("incoming"), ledger = Path("watched.ledger");
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/a.txt") << kNews;
  const std::string watch =
      StrCat("watch ", ledger, " --once ", folder, " ", server.Url("/feed"));
  const Outcome first = Run(watch);
  EXPECT_EQ(first.status, 0) << first.error;
  EXPECT_NE(first.out.find("2 read, 0 known before, 0 failed"), std::string::npos)
      << first.out;
  const Outcome again = Run(watch);
  EXPECT_NE(again.out.find("0 read, 2 known before, 0 failed"), std::string::npos)
      << again.out;
  EXPECT_NE(Run(StrCat("ask ", ledger, " --actor KEN --format csv")).out.find("Japan"),
            std::string::npos);
  const Outcome gone = Run(StrCat("watch ", ledger, " --once ", server.Url("/gone")));
  EXPECT_EQ(gone.status, 1);
  EXPECT_NE(gone.error.find("gone, and not asked again"), std::string::npos)
      << gone.error;
  EXPECT_EQ(Run(StrCat("watch ", ledger, " --once http://127.0.0.1:1/x")).status, 1);
}

TEST_F(CommandLine, ReviewCorrectsRowsAndHandsThemOnAsGold) {
  const std::string news = Path("reviewed.txt");
  Write(news, "NAIROBI, May 7, 2024 - Kenya thanked Japan for the ships.\n");
  const std::string ledger = Path("reviewed.ledger");
  ASSERT_EQ(Run(StrCat("read --quiet --ledger ", ledger, " ", news)).status, 0);
  const std::string review = StrCat("review ", ledger, " --by anna ");
  const Outcome queue = Run(review, "m type=AID recipient=JPN GOV; a gift\nq\n");
  EXPECT_NE(queue.out.find("Kenya thanked Japan for the ships."), std::string::npos)
      << queue.out;
  EXPECT_NE(queue.out.find("1 rows judged"), std::string::npos) << queue.out;
  const std::string ask = StrCat("ask ", ledger, " --format jsonl");
  const std::string row = Run(ask).out;
  EXPECT_NE(row.find("\"type\":\"AID\""), std::string::npos) << row;
  EXPECT_NE(row.find("\"recipient_code\":\"JPN GOV\""), std::string::npos) << row;
  const std::string gold = Run(StrCat("review ", ledger, " gold")).out;
  Write(Path("gold.case"), gold);
  const Outcome eval = Run(StrCat("eval cases ", Path("gold.case")));
  EXPECT_NE(eval.out.find("cases 1, events 1"), std::string::npos) << gold << eval.out;
  EXPECT_EQ(Run(StrCat("review ", ledger, " reject 000000000000-e1")).status, 1);
  const std::size_t label = row.find("\"row\":\"") + 7;
  const Outcome why = Run(StrCat("why ", ledger, " ", row.substr(label, 15)));
  EXPECT_NE(why.out.find("data/rules/support"), std::string::npos) << why.out;
  EXPECT_NE(why.out.find("amend by anna"), std::string::npos) << why.out;
  EXPECT_EQ(Run(StrCat("why ", ledger)).status, 1);
  EXPECT_EQ(Run("review /no/such.ledger gold").status, 1);
  EXPECT_NE(Run(StrCat("review ", ledger, " agreement")).out.find("kappa"),
            std::string::npos);
}

TEST_F(CommandLine, ParseWritesConllu) {
  const Outcome outcome = Run("parse", "Ministers met in Geneva.\n");
  EXPECT_EQ(outcome.status, 0) << outcome.error;
  EXPECT_NE(outcome.out.find("# text = Ministers met in Geneva."), std::string::npos);
  EXPECT_NE(outcome.out.find("2\tmet\tmeet\tVERB\tVBD\t"), std::string::npos)
      << outcome.out;
  const Outcome again = Run("parse --pretokenized", outcome.out);
  EXPECT_EQ(again.status, 0) << again.error;
  EXPECT_EQ(again.out, outcome.out);
}

TEST_F(CommandLine, ParseStreamsLongTextOnAnyNumberOfThreads) {
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += StrCat("Delegation ", i, " came to Geneva.\n", i % 3 == 0 ? "\n" : "");
  }
  const Outcome one = Run("parse --jobs 1", text), four = Run("parse --jobs 4", text);
  EXPECT_EQ(one.status, 0) << one.error;
  EXPECT_EQ(one.out == four.out, true);
  EXPECT_NE(one.out.find("# sent_id = s-19999\n"), std::string::npos);
  EXPECT_EQ(one.out.find("# sent_id = s-20001\n"), std::string::npos);
  const Outcome bad = Run("parse", text + "\xFF");
  EXPECT_EQ(bad.status, 1);
  EXPECT_NE(bad.error.find("is not UTF-8"), std::string::npos) << bad.error;
}

TEST_F(CommandLine, WhyTellsTheRuleOfARow) {
  const std::string file = Write("reading.json", Run("read --json -", kNews).out);
  const Outcome outcome = Run("why " + file + " e1 --width 80");
  ASSERT_EQ(outcome.status, 0) << outcome.error;
  for (const char* part : {"COERCE arrest", "arrested root", "← who", "← to whom",
                           "data/rules/coerce", ".rule:", "KEN COP", "Nairobi"}) {
    EXPECT_NE(outcome.out.find(part), std::string::npos) << part << outcome.out;
  }
}

TEST_F(CommandLine, WhyTellsWhatASentenceWithoutEventLacks) {
  const Outcome veto = Run("why - z1", "Brazil beat Italy in the final.\n");
  EXPECT_NE(veto.out.find("vetoed by veto.sport"), std::string::npos) << veto.out;
  const Outcome none = Run("why - z1", "Brazil resembles Italy.\n");
  EXPECT_NE(none.out.find("no frame has the predicate “resemble”"), std::string::npos)
      << none.out;
}

TEST_F(CommandLine, WhyNamesTheRowsThereAre) {
  const std::string file = Write("reading.json", Run("read --json -", kNews).out);
  const Outcome missing = Run("why " + file + " e9");
  EXPECT_EQ(missing.status, 1);
  EXPECT_NE(missing.error.find("1 events from e1"), std::string::npos) << missing.error;
  EXPECT_EQ(Run("why " + file + " q9").status, 2);
}

}  // namespace
}  // namespace entente
