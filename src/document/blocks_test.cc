#include "document/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/strings.h"

namespace entente {
namespace {

// One line a block: "kind: text".
std::string Show(const Document& document) {
  std::string shown;
  for (const Block& block : document.blocks) {
    shown += StrCat(Name(block.kind), ": ", Slice(document.text, block.span), "\n");
  }
  return shown;
}

Document Read(std::string text) {
  Document document;
  document.text = std::move(text);
  NameBlocks(SplitParagraphs(document.text), document);
  return document;
}

TEST(Blocks, NamesThePartsOfAnArticle) {
  const Document document = Read(
      "Envoys sign truce in Geneva\n\n"
      "Both sides promise to withdraw their troops within a month\n\n"
      "Photo by: Pool\nPhoto by: Pool\n\n"
      "Envoys listen to the mediator in Geneva on May 3, 2016\n\n"
      "Updated May 4, 2016\n\n"
      "GENEVA (Agency) - The envoys signed on Tuesday.\n\n"
      "They shook hands.\n\n"
      "Spokeswoman of the ministry for foreign affairs in the capital Jane Roe\n\n"
      "The truce begins today. Source: Desk and agencies");
  EXPECT_EQ(
      Show(document),
      "headline: Envoys sign truce in Geneva\n"
      "summary: Both sides promise to withdraw their troops within a month\n"
      "credit: Photo by: Pool\n"
      "credit: Photo by: Pool\n"
      "caption: Envoys listen to the mediator in Geneva on May 3, 2016\n"
      "other: Updated May 4, 2016\n"
      "dateline: GENEVA (Agency) -\n"
      "body: The envoys signed on Tuesday.\n"
      "body: They shook hands.\n"
      "caption: Spokeswoman of the ministry for foreign affairs in the capital Jane "
      "Roe\n"
      "body: The truce begins today.\n"
      "byline: Source: Desk and agencies\n");
  EXPECT_EQ(document.title, "Envoys sign truce in Geneva");
  ASSERT_TRUE(document.updated);
  EXPECT_EQ(ToString(*document.updated), "2016-05-04");
}

TEST(Blocks, LosesNoBodyToCues) {
  const Document document = Read(
      "The envoys met. They signed.\n\n"
      "By Friday the troops had left.\n\n"
      "Early life\n\n"
      "Images of the handover were shown.\n\n"
      "\u2022 first point\n\n"
      "The end.");
  for (const Block& block : document.blocks) EXPECT_EQ(block.kind, BlockKind::kBody);
  EXPECT_EQ(document.blocks.size(), 6U);
}

TEST(Blocks, KeepsASingleParagraphAsBody) {
  EXPECT_EQ(Show(Read("Envoys sign truce")), "body: Envoys sign truce\n");
}

TEST(Blocks, KeepsWrappedLinesTogether) {
  EXPECT_EQ(Show(Read("The envoys met\r\nin Geneva.\r\n\r\nThey signed.\r\n")),
            "body: The envoys met\r\nin Geneva.\nbody: They signed.\n");
}

TEST(Blocks, TakesThePublicationDateFromTheDateline) {
  const Document document =
      Read("Truce signed\n\nGENEVA, May 3, 2016 - The envoys met.\n\nThey left.");
  ASSERT_TRUE(document.published);
  EXPECT_EQ(ToString(*document.published), "2016-05-03");
}

}  // namespace
}  // namespace entente
