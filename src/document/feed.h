// Feed: the entries of an RSS or Atom feed as documents.
//
// A small reader of the few elements that matter; whatever is no item or entry is
// passed over. An entry's text is its full content where the feed carries it, else its
// description; the title comes first, as the headline.
#ifndef ENTENTE_DOCUMENT_FEED_H_
#define ENTENTE_DOCUMENT_FEED_H_

#include <string_view>
#include <vector>

#include "document/document_source.h"

namespace entente {

// REQUIRES: UTF-8. An entry without any text is an Error in its place.
std::vector<NamedDocument> ReadFeed(std::string_view bytes);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_FEED_H_
