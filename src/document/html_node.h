// HtmlNode: the questions that reading a page asks of a node of the parsed tree. Knows
// the names by which sites call the parts of a page.
#ifndef ENTENTE_DOCUMENT_HTML_NODE_H_
#define ENTENTE_DOCUMENT_HTML_NODE_H_

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

// What an element's name, class and id say it is for.
enum class HtmlRole : std::uint8_t {
  kNone,
  kSkip,  // no part of the article
  kHeadline,
  kSummary,
  kByline,
  kDateline,
  kDate,
  kCredit,
  kCaption,
};

bool IsElement(const GumboNode* node);
bool IsTag(const GumboNode* node, GumboTag tag);

// The children of an element or the document; empty for text.
const GumboVector* ChildrenOf(const GumboNode* node);

// An attribute's value, "" where it is absent.
std::string_view AttributeOf(const GumboNode* node, const char* name);

// The text of a text node; "" for other nodes.
std::string_view TextOf(const GumboNode* node);

// Whether the element begins and ends a paragraph.
bool IsBlockElement(const GumboNode* node);

// Elements that never hold article text: scripts, forms, navigation.
bool IsNeverText(const GumboNode* node);

HtmlRole RoleOf(const GumboNode* node);

// The node after `node` in document order within `root`; nullptr at the end. Children
// are passed over when `skip_children`. Walks up parents: no recursion.
const GumboNode* NextNode(const GumboNode* node, const GumboNode* root,
                          bool skip_children);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_HTML_NODE_H_
