#include "document/html_article.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "document/html_node.h"

namespace entente {
namespace {

// Less text than a short news item has: look elsewhere.
constexpr std::uint32_t kLeastArticle = 140;   // bytes
constexpr std::uint32_t kLeastParagraph = 40;  // bytes

struct Measure {
  const GumboNode* node;
  std::size_t parent;        // index of its measure
  std::uint32_t text = 0;    // bytes below it
  std::uint32_t linked = 0;  // bytes of these inside links
  double score = 0;          // running text that its children hold
};

std::vector<Measure> MeasureNodes(const GumboNode* document, bool trusts_names) {
  std::vector<Measure> all;
  std::unordered_map<const GumboNode*, std::size_t> index;
  for (const GumboNode* node = document; node != nullptr;) {
    const bool left_out = IsLeftOut(node, trusts_names);
    if (!left_out) {
      const auto parent = index.find(node->parent);
      const std::size_t parent_index = parent == index.end() ? 0 : parent->second;
      const auto size = static_cast<std::uint32_t>(Trim(TextOf(node)).size());
      if (IsElement(node) || node == document) index[node] = all.size();
      all.push_back({.node = node, .parent = parent_index, .text = size});
    }
    node = NextNode(node, document, left_out);
  }
  for (std::size_t i = all.size(); i-- > 1;) {
    Measure& each = all[i];
    Measure& parent = all[each.parent];
    if (IsTag(each.node, GUMBO_TAG_A)) each.linked = each.text;
    parent.text += each.text;
    parent.linked += each.linked;
    const bool paragraph = IsTag(each.node, GUMBO_TAG_P) &&
                           each.text >= kLeastParagraph && each.linked * 2 < each.text;
    if (paragraph) {
      parent.score += each.text;
      all[parent.parent].score += each.text / 2.0;
    }
  }
  return all;
}

int MarkupRank(const GumboNode* node) {
  if (!IsElement(node)) return 0;
  if (AttributeOf(node, "itemprop").find("articleBody") != std::string_view::npos)
    return 4;
  if (IsTag(node, GUMBO_TAG_ARTICLE)) return 3;
  if (IsTag(node, GUMBO_TAG_MAIN) || AttributeOf(node, "role") == "main") return 2;
  return 0;
}

const GumboNode* ChooseRoot(const std::vector<Measure>& all) {
  const Measure* by_markup = nullptr;
  const Measure* by_text = nullptr;
  const Measure* body = nullptr;
  int best_rank = 0;
  for (const Measure& each : all) {
    if (IsTag(each.node, GUMBO_TAG_BODY)) body = &each;
    const std::uint32_t own = each.text - each.linked;
    const int rank = MarkupRank(each.node);
    if (rank > 0 && own >= kLeastArticle &&
        (rank > best_rank ||
         (rank == best_rank && own > by_markup->text - by_markup->linked))) {
      by_markup = &each;
      best_rank = rank;
    }
    if (each.score > (by_text == nullptr ? 0 : by_text->score)) by_text = &each;
  }
  if (by_markup != nullptr) return by_markup->node;
  if (by_text != nullptr && by_text->text >= kLeastArticle) return by_text->node;
  return body == nullptr || body->text == 0 ? nullptr : body->node;
}

}  // namespace

bool IsLeftOut(const GumboNode* node, bool trusts_names) {
  return IsNeverText(node) || (trusts_names && RoleOf(node) == HtmlRole::kSkip);
}

HtmlArticle FindArticle(const GumboNode* document) {
  HtmlArticle article;
  std::vector<Measure> all = MeasureNodes(document, true);
  // Where names leave almost nothing, the names are not what they seem.
  if (all.empty() || all[0].text < kLeastArticle) {
    const std::vector<Measure> untrusted = MeasureNodes(document, false);
    if (!untrusted.empty() && (all.empty() || untrusted[0].text > 2 * all[0].text)) {
      article.trusts_names = false;
      all = untrusted;
    }
  }
  article.root = ChooseRoot(all);
  for (const Measure& each : all) {
    if (IsElement(each.node)) article.text_bytes[each.node] = each.text;
  }
  return article;
}

}  // namespace entente
