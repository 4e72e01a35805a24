// HtmlMeta: what a page says about its article outside the text: JSON-LD, meta
// elements, <time>, <title>. Empty or absent where the page does not say.
#ifndef ENTENTE_DOCUMENT_HTML_META_H_
#define ENTENTE_DOCUMENT_HTML_META_H_

#include <gumbo.h>

#include <optional>
#include <string>

#include "base/date.h"

namespace entente {

struct HtmlMeta {
  std::string title;  // without the site's name
  std::string source;
  std::string url;
  std::string lang;
  std::optional<CivilDate> published;
  std::optional<CivilDate> updated;
};

// JSON-LD of an article goes before meta elements, these before <time> and <title>.
HtmlMeta ReadHtmlMeta(const GumboNode* document);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_HTML_META_H_
