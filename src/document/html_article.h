// HtmlArticle: which element of a page holds the article.
#ifndef ENTENTE_DOCUMENT_HTML_ARTICLE_H_
#define ENTENTE_DOCUMENT_HTML_ARTICLE_H_

#include <gumbo.h>

#include <cstdint>
#include <unordered_map>

namespace entente {

struct HtmlArticle {
  const GumboNode* root = nullptr;  // nullptr: the page has no text
  bool trusts_names = true;         // whether class and id names may leave elements out
  std::unordered_map<const GumboNode*, std::uint32_t> text_bytes;  // of elements kept
};

// Two passes over the page. Markup that names the article is believed where it holds
// some text; else the element with the most running text against links is taken.
HtmlArticle FindArticle(const GumboNode* document);

// Whether reading the article passes over `node` and all it holds.
bool IsLeftOut(const GumboNode* node, bool trusts_names);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_HTML_ARTICLE_H_
