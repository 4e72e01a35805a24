// Html: a news page -> the article's own text and what the page says about it.
//
// Text comes from the element that holds the article: itemprop=articleBody, <article>,
// <main>, else the element with the most paragraphs of running text against links.
// Menus, related links, share bars, advertisements, banners, forms and comments are
// left out. Blocks are parted by a blank line, entities decoded, runs of white space
// one blank. Title, dates, source, address and language come from JSON-LD, meta
// elements, <time>.
#ifndef ENTENTE_DOCUMENT_HTML_H_
#define ENTENTE_DOCUMENT_HTML_H_

#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace entente {

// REQUIRES: UTF-8. Returns kOverBudget for a page nested deeper than any page is. A
// page without text gives a document without text.
Result<Document> ReadHtml(std::string_view page);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_HTML_H_
