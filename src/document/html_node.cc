#include "document/html_node.h"

#include <algorithm>
#include <string>

#include "base/strings.h"

namespace entente {
namespace {

struct RoleName {
  std::string_view word;  // of a class or id, as words: "byline" in "article-byline"
  HtmlRole role;
};

constexpr RoleName kRoleNames[] = {
    {"nav", HtmlRole::kSkip},
    {"navbar", HtmlRole::kSkip},
    {"navigation", HtmlRole::kSkip},
    {"menu", HtmlRole::kSkip},
    {"sidebar", HtmlRole::kSkip},
    {"share", HtmlRole::kSkip},
    {"sharing", HtmlRole::kSkip},
    {"social", HtmlRole::kSkip},
    {"related", HtmlRole::kSkip},
    {"recommended", HtmlRole::kSkip},
    {"recommendations", HtmlRole::kSkip},
    {"promo", HtmlRole::kSkip},
    {"advert", HtmlRole::kSkip},
    {"advertisement", HtmlRole::kSkip},
    {"ad", HtmlRole::kSkip},
    {"ads", HtmlRole::kSkip},
    {"cookie", HtmlRole::kSkip},
    {"cookies", HtmlRole::kSkip},
    {"consent", HtmlRole::kSkip},
    {"gdpr", HtmlRole::kSkip},
    {"newsletter", HtmlRole::kSkip},
    {"subscribe", HtmlRole::kSkip},
    {"signup", HtmlRole::kSkip},
    {"paywall", HtmlRole::kSkip},
    {"comment", HtmlRole::kSkip},
    {"comments", HtmlRole::kSkip},
    {"disqus", HtmlRole::kSkip},
    {"breadcrumb", HtmlRole::kSkip},
    {"breadcrumbs", HtmlRole::kSkip},
    {"footer", HtmlRole::kSkip},
    {"popup", HtmlRole::kSkip},
    {"modal", HtmlRole::kSkip},
    {"trending", HtmlRole::kSkip},
    {"tags", HtmlRole::kSkip},
    {"toolbar", HtmlRole::kSkip},
    {"pagination", HtmlRole::kSkip},
    {"sponsored", HtmlRole::kSkip},
    {"outbrain", HtmlRole::kSkip},
    {"taboola", HtmlRole::kSkip},
    {"mostread", HtmlRole::kSkip},
    {"popular", HtmlRole::kSkip},
    {"teaser", HtmlRole::kSkip},
    {"hidden", HtmlRole::kSkip},
    {"standfirst", HtmlRole::kSummary},
    {"subtitle", HtmlRole::kSummary},
    {"subheadline", HtmlRole::kSummary},
    {"subhead", HtmlRole::kSummary},
    {"dek", HtmlRole::kSummary},
    {"deck", HtmlRole::kSummary},
    {"summary", HtmlRole::kSummary},
    {"byline", HtmlRole::kByline},
    {"author", HtmlRole::kByline},
    {"authors", HtmlRole::kByline},
    {"dateline", HtmlRole::kDateline},
    {"timestamp", HtmlRole::kDate},
    {"pubdate", HtmlRole::kDate},
    {"datetime", HtmlRole::kDate},
    {"credit", HtmlRole::kCredit},
    {"copyright", HtmlRole::kCredit},
    {"caption", HtmlRole::kCaption},
    {"headline", HtmlRole::kHeadline},
};

HtmlRole RoleOfWord(std::string_view word) {
  const auto* const found =
      std::find_if(std::begin(kRoleNames), std::end(kRoleNames),
                   [&](const RoleName& each) { return each.word == word; });
  return found == std::end(kRoleNames) ? HtmlRole::kNone : found->role;
}

// The role of the words of a class or id list: "c-article__byline--top" has four. The
// last word that has one decides; a word that leaves the element out decides at once.
HtmlRole RoleOfWords(std::string_view list) {
  HtmlRole role = HtmlRole::kNone;
  const std::string lower = AsciiLower(list.substr(0, 512));
  for (const std::string_view name : SplitBlank(lower)) {
    // Subjects of an article, as WordPress names them, not parts of a page.
    if (name.starts_with("category-") || name.starts_with("tag-")) continue;
    for (std::size_t begin = 0; begin < name.size();) {
      std::size_t end = begin;
      while (end < name.size() && IsAsciiAlpha(name[end])) ++end;
      const HtmlRole of_word = RoleOfWord(name.substr(begin, end - begin));
      if (of_word == HtmlRole::kSkip) return of_word;
      if (of_word != HtmlRole::kNone) role = of_word;
      begin = end + 1;
    }
  }
  return role;
}

}  // namespace

bool IsElement(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool IsTag(const GumboNode* node, GumboTag tag) {
  return IsElement(node) && node->v.element.tag == tag;
}

const GumboVector* ChildrenOf(const GumboNode* node) {
  if (IsElement(node)) return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return &kGumboEmptyVector;
}

std::string_view AttributeOf(const GumboNode* node, const char* name) {
  if (!IsElement(node)) return {};
  const GumboAttribute* attribute =
      gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute == nullptr ? std::string_view{} : attribute->value;
}

std::string_view TextOf(const GumboNode* node) {
  const bool is_text = node->type == GUMBO_NODE_TEXT ||
                       node->type == GUMBO_NODE_CDATA ||
                       node->type == GUMBO_NODE_WHITESPACE;
  return is_text ? std::string_view(node->v.text.text) : std::string_view{};
}

bool IsBlockElement(const GumboNode* node) {
  if (!IsElement(node)) return false;
  switch (node->v.element.tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_WBR:
      return false;
    default:  // any other element stands on lines of its own
      return true;
  }
}

bool IsNeverText(const GumboNode* node) {
  if (!IsElement(node)) return node->type == GUMBO_NODE_COMMENT;
  if (node->type == GUMBO_NODE_TEMPLATE) return true;
  if (node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return true;
  switch (node->v.element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_MENU:
      return true;
    default:  // any other element may hold text
      break;
  }
  const std::string_view role = AttributeOf(node, "role");
  if (role == "navigation" || role == "complementary" || role == "search" ||
      role == "contentinfo" || role == "dialog") {
    return true;
  }
  if (AttributeOf(node, "aria-hidden") == "true") return true;
  const std::string style = AsciiLower(AttributeOf(node, "style").substr(0, 256));
  return style.find("display:none") != std::string::npos ||
         style.find("display: none") != std::string::npos ||
         gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr;
}

HtmlRole RoleOf(const GumboNode* node) {
  if (!IsElement(node)) return HtmlRole::kNone;
  switch (node->v.element.tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
      return HtmlRole::kNone;
    case GUMBO_TAG_H1:
      return HtmlRole::kHeadline;
    case GUMBO_TAG_FIGCAPTION:
      return HtmlRole::kCaption;
    case GUMBO_TAG_TIME:
      return HtmlRole::kDate;
    default:  // its class, id or property says more
      break;
  }
  const std::string_view property = AttributeOf(node, "itemprop");
  if (property == "author") return HtmlRole::kByline;
  if (property == "description") return HtmlRole::kSummary;
  if (property == "datePublished" || property == "dateModified") return HtmlRole::kDate;
  const HtmlRole by_class = RoleOfWords(AttributeOf(node, "class"));
  return by_class == HtmlRole::kNone ? RoleOfWords(AttributeOf(node, "id")) : by_class;
}

const GumboNode* NextNode(const GumboNode* node, const GumboNode* root,
                          bool skip_children) {
  const GumboVector* children = ChildrenOf(node);
  if (!skip_children && children->length > 0) {
    return static_cast<const GumboNode*>(children->data[0]);
  }
  while (node != root) {
    const GumboNode* parent = node->parent;
    const GumboVector* siblings = ChildrenOf(parent);
    const std::size_t next = node->index_within_parent + 1;
    if (next < siblings->length)
      return static_cast<const GumboNode*>(siblings->data[next]);
    node = parent;
  }
  return nullptr;
}

}  // namespace entente
