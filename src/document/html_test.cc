#include "document/html.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

std::string Show(std::string_view page) {
  const auto read = ReadHtml(page);
  CHECK(read.has_value());
  std::string shown;
  for (const Block& block : read->blocks) {
    shown += StrCat(Name(block.kind), ": ", Slice(read->text, block.span), "\n");
  }
  return shown;
}

constexpr std::string_view kLong =
    "The envoys of both sides signed the truce on Tuesday after ten days of talks that "
    "were led by the mediator of the union and watched by neighbours.";

TEST(Html, ReadsTheArticleAlone) {
  const std::string page = StrCat(
      "<html lang=en><head><title>Truce &amp; talks | Example</title>"
      "<meta property='article:published_time' content='2016-05-03T10:00:00Z'>"
      "<script>var x = '<p>no</p>';</script></head><body>"
      "<nav><a href=/>Home</a></nav><div class='cookie-banner'>We use cookies.</div>"
      "<article><h1>Truce &amp; talks</h1><p class=standfirst>Both sides promise "
      "more</p>"
      "<span class=byline>By Jane Roe</span>"
      "<figure><figcaption>Envoys in Geneva. Photo: Pool</figcaption></figure>"
      "<p>",
      kLong,
      "</p><div class='share-bar'>Share this</div><p>They\n  shook&nbsp;hands.<br><br>"
      "They <b>left</b>.</p><aside>Related: other news</aside>"
      "<p><a href=/x>Read more about truces</a></p></article>"
      "<section id=comments><p>",
      kLong, kLong, "</p></section><footer>About</footer></body></html>");
  EXPECT_EQ(Show(page), StrCat("headline: Truce & talks\n"
                               "summary: Both sides promise more\n"
                               "byline: By Jane Roe\n"
                               "caption: Envoys in Geneva.\n"
                               "credit: Photo: Pool\n"
                               "body: ",
                               kLong,
                               "\n"
                               "body: They shook hands.\n"
                               "body: They left.\n"));
  const auto read = ReadHtml(page);
  EXPECT_EQ(read->lang, "en");
  EXPECT_EQ(ToString(*read->published), "2016-05-03");
}

TEST(Html, FindsRunningTextWithoutMarkup) {
  const std::string page = StrCat(
      "<body><div id=left><a href=1>One link after</a> <a href=2>another link</a></div>"
      "<div><h1>Truce signed</h1><p>",
      kLong, "</p><p>", kLong, "</p></div><div><p>Imprint</p></div></body>");
  EXPECT_EQ(Show(page),
            StrCat("headline: Truce signed\nbody: ", kLong, "\nbody: ", kLong, "\n"));
}

TEST(Html, TellsTheHeadlineFromTheNameOfTheSite) {
  const std::string page = StrCat(
      "<title>Truce signed - The Daily Example</title><body><header><h1>The Daily "
      "Example</h1></header><div id=post-7 class='post category-social tag-related'>"
      "<h2 class=headline>Truce signed</h2><div class=meta><span class=author>Jane "
      "Roe</span> <time datetime=2016-05-03>3 May</time></div><p>",
      kLong, "</p><p>", kLong, "</p></div><div class=sidebar><p>", kLong,
      "</p></div></body>");
  EXPECT_EQ(Show(page), StrCat("headline: Truce signed\nbyline: Jane Roe 3 May\nbody: ",
                               kLong, "\nbody: ", kLong, "\n"));
}

TEST(Html, BelievesJsonLd) {
  const auto read = ReadHtml(StrCat(
      "<script type='application/ld+json'>{\"@graph\": [{\"@type\": [\"NewsArticle\"], "
      "\"headline\": \"Truce signed\", \"datePublished\": \"2016-05-03\", "
      "\"dateModified\": \"2016-05-04T01:00:00Z\", \"publisher\": {\"name\": "
      "\"Desk\"}}]}"
      "</script><p>",
      kLong, "</p>"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->title, "Truce signed");
  EXPECT_EQ(read->source, "Desk");
  EXPECT_EQ(ToString(*read->updated), "2016-05-04");
}

TEST(Html, RefusesEndlessNesting) {
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "<div>";
  const auto read = ReadHtml(page);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kOverBudget);
}

TEST(Html, SurvivesBrokenMarkup) {
  for (const std::string_view page :
       {"", "<", "<html", "<p", "</p></p>", "<table><p>x", "<!--", "<a href='",
        "&#0;&#xD800;", "<script type='application/ld+json'>{\"@type\":</script>x",
        "<svg><p>x</svg>"}) {
    EXPECT_TRUE(ReadHtml(page).has_value()) << page;
  }
}

}  // namespace
}  // namespace entente
