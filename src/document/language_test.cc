#include "document/language.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"

namespace entente {
namespace {

const LanguageTable& Table() {
  static const LanguageTable table = [] {
    auto loaded =
        LanguageTable::Load(std::string(ENTENTE_SOURCE_DIR) + "/data/lexicon");
    CHECK(loaded.has_value());
    return std::move(loaded).value();
  }();
  return table;
}

struct Case {
  std::string_view text, code;
};

TEST(Language, NamesTheLanguageOfAShortReport) {
  const Case kCases[] = {
      {"Le ministre a déclaré que les négociations avec la Russie reprendraient "
       "mardi, mais il n'a pas donné de date pour la signature.",
       "fr"},
      {"Die Regierung hat am Montag erklärt, dass sie die Gespräche mit den Rebellen "
       "nicht fortsetzen wird. Ob es dabei bleibt, ist noch offen.",
       "de"},
      {"El gobierno anunció que no firmará el acuerdo con la guerrilla, pero dijo que "
       "las conversaciones siguen.",
       "es"},
      {"O governo anunciou que não vai assinar o acordo com os rebeldes, mas disse que "
       "as conversas continuam.",
       "pt"},
      {"Il governo ha detto che non firmerà l'accordo con i ribelli, ma che i colloqui "
       "proseguono anche dopo il voto.",
       "it"},
      {"De regering zei maandag dat zij het akkoord met de rebellen niet zal "
       "ondertekenen, maar dat er nog wordt gepraat.",
       "nl"},
      {"Regeringen meddelade på måndagen att den inte kommer att skriva under avtalet "
       "med rebellerna, men att samtalen fortsätter.",
       "sv"},
      {"Regeringen siger, at den ikke vil underskrive aftalen med oprørerne, men at "
       "samtalerne fortsætter efter valget. Det er ikke klart, hvornår de slutter.",
       "da"},
      {"Regjeringen sier at den ikke vil undertegne avtalen med opprørerne, men at "
       "samtalene fortsetter etter valget. Det er ikke klart når de blir ferdige.",
       "nb"},
      {"Hallitus ilmoitti maanantaina, että se ei allekirjoita sopimusta kapinallisten "
       "kanssa, mutta neuvottelut jatkuvat myös vaalien jälkeen.",
       "fi"},
      {"Rząd poinformował, że nie podpisze porozumienia z rebeliantami, ale rozmowy "
       "będą trwały po wyborach. Nie wiadomo jeszcze, czy to się uda.",
       "pl"},
      {"Vláda oznámila, že dohodu s povstalci nepodepíše, ale jednání podle ní budou "
       "pokračovat i po volbách, které se konají v květnu.",
       "cs"},
      {"Vláda oznámila, že dohodu s povstalcami nepodpíše, ale rokovania podľa nej "
       "budú "
       "pokračovať aj po voľbách, ktoré sa konajú v máji.",
       "sk"},
      {"A kormány közölte, hogy nem írja alá a megállapodást a lázadókkal, de a "
       "tárgyalások a választás után is folytatódnak. Azt még nem tudni, hogy meddig.",
       "hu"},
      {"Guvernul a anunțat că nu va semna acordul cu rebelii, dar că discuțiile "
       "continuă și după alegerile din luna mai.",
       "ro"},
      {"Hükümet, isyancılarla bir anlaşma imzalamayacağını ancak görüşmelerin seçimden "
       "sonra da devam edeceğini ve bu konuda karar olduğunu bildirdi.",
       "tr"},
      {"Pemerintah mengatakan tidak akan menandatangani perjanjian dengan pemberontak, "
       "tetapi pembicaraan itu akan dilanjutkan setelah pemilu.",
       "id"},
      {"Chính phủ cho biết sẽ không ký thỏa thuận với quân nổi dậy, nhưng các cuộc đàm "
       "phán vẫn tiếp tục sau bầu cử.",
       "vi"},
      {"Serikali imesema kuwa haitatia saini mkataba na waasi, lakini mazungumzo "
       "yataendelea baada ya uchaguzi wa mwezi Mei.",
       "sw"},
      {"Vlada je objavila da neće potpisati sporazum s pobunjenicima, ali da se "
       "razgovori nastavljaju i nakon izbora koji su u svibnju.",
       "hr"},
      {"Правительство заявило, что не подпишет соглашение с повстанцами, но переговоры "
       "продолжатся и после выборов.",
       "ru"},
      {"Уряд заявив, що не підпише угоду з повстанцями, але переговори триватимуть і "
       "після виборів, які відбудуться у травні.",
       "uk"},
      {"Правителството обяви, че няма да подпише споразумението с бунтовниците, но "
       "преговорите ще продължат след изборите.",
       "bg"},
      {"Η κυβέρνηση ανακοίνωσε ότι δεν θα υπογράψει τη συμφωνία.", "el"},
      {"قالت الحكومة إن المحادثات مع المتمردين ستستمر بعد الانتخابات في مايو.", "ar"},
      {"دولت اعلام کرد که این توافق را با شورشیان امضا نخواهد کرد.", "fa"},
      {"הממשלה הודיעה כי לא תחתום על ההסכם עם המורדים.", "he"},
      {"सरकार ने कहा कि विद्रोहियों के साथ समझौते पर हस्ताक्षर नहीं होंगे।", "hi"},
      {"政府表示不会与叛军签署协议，但谈判将在选举后继续。", "zh"},
      {"政府は反政府勢力との合意に署名しないと発表した。", "ja"},
      {"정부는 반군과의 합의에 서명하지 않을 것이라고 밝혔다.", "ko"},
      {"รัฐบาลระบุว่าจะไม่ลงนามในข้อตกลงกับกลุ่มกบฏ", "th"},
      {"მთავრობამ განაცხადა, რომ შეთანხმებას ხელს არ მოაწერს.", "ka"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Table().Recognise(c.text), c.code) << c.text;
}

// What nothing shows to be of another language is English.
TEST(Language, EnglishStaysEnglish) {
  for (const std::string_view text : {
           "",
           "42",
           "Truce signed",
           "Putin vows revenge",
           "Macron: \"L'État, c'est moi\"",
           "Juan de la Cruz, María del Carmen López y Vega, José de San Martín",
           "Rio de Janeiro - Fundação Getulio Vargas",
           "Ligue des droits de l'homme et du citoyen condemns raid on La Paz",
           "Real Madrid 2, Paris Saint-Germain 1; Bayern 3, Ajax 0",
           "Ursula von der Leyen met Mark Rutte van de VVD in Den Haag.",
           "The paper said \"no pasarán, el pueblo unido jamás será vencido\" on "
           "Friday.",
           "Al Qaeda in the Islamic Maghreb and Jamaat Nusrat al-Islam wal-Muslimin",
           "U.S. sues. I am. So is he.",
           "He called it \"Правда\", the truth.",
       }) {
    EXPECT_EQ(Table().Recognise(text), "en") << text;
  }
}

TEST(Language, WhatTheDocumentSaysOfItselfLetsFewerWordsSuffice) {
  EXPECT_EQ(Table().Recognise("Moskau lehnt ein Treffen mit Kiew ab"), "en");
  EXPECT_EQ(Table().Recognise("Moskau lehnt ein Treffen mit Kiew ab", "de-DE"), "de");
  EXPECT_EQ(Table().Recognise("Moscow rejects a meeting with Kiev", "de-DE"), "en");
}

TEST(Language, ALongTextOfNoKnownLanguageIsTold) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "mrevo talun skirda pelomi ";
  EXPECT_EQ(Table().Recognise(text), "und");
}

TEST(Language, NamesAreForPeople) {
  EXPECT_EQ(Table().NameOf("fr"), "French");
  EXPECT_EQ(Table().NameOf("xx"), "xx");
}

TEST(Language, TheExamplesAreEnglish) {
  for (const auto& file : std::filesystem::directory_iterator(
           std::string(ENTENTE_SOURCE_DIR) + "/examples")) {
    const auto bytes = ReadFile(file.path().string());
    ASSERT_TRUE(bytes);
    EXPECT_EQ(Table().Recognise(*bytes), "en") << file.path();
  }
}

TEST(Language, ATableWithAnUnknownScriptIsRefused) {
  const std::string folder = testing::TempDir() + "language_test";
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(WriteFileAtomically(
      folder + "/languages.tsv",
      "id\tcode\tname\tscript\twords\nl1\ten\tEnglish\tLatn\tthe\n"));
  const auto loaded = LanguageTable::Load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("languages.tsv:2: 'Latn'"), std::string::npos)
      << loaded.error().message;
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace entente
