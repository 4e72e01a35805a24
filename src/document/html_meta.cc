#include "document/html_meta.h"

#include <simdjson.h>

#include <string_view>
#include <vector>

#include "base/strings.h"
#include "document/dates.h"
#include "document/html_node.h"

namespace entente {
namespace {

using simdjson::dom::element;

// Fields that several parts of a page may give: the first that speaks is believed.
void Fill(std::string& field, std::string_view value) {
  if (field.empty()) field = std::string(Trim(value));
}

void Fill(std::optional<CivilDate>& field, std::string_view value) {
  if (field) return;
  if (const auto found = FindDate(value)) field = found->date;
}

std::string_view StringIn(element object, std::string_view name) {
  std::string_view value;
  if (object[name].get_string().get(value) != simdjson::SUCCESS) return {};
  return value;
}

bool IsArticleType(std::string_view type) {
  return type.ends_with("Article") || type == "BlogPosting" ||
         type == "LiveBlogPosting" || type == "Report";
}

bool IsArticle(element object) {
  element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return false;
  if (type.is_string()) return IsArticleType(type.get_string().value_unsafe());
  simdjson::dom::array types;
  if (type.get_array().get(types) != simdjson::SUCCESS) return false;
  for (const element each : types) {
    if (each.is_string() && IsArticleType(each.get_string().value_unsafe()))
      return true;
  }
  return false;
}

// Schema.org's description of the article, which may stand in a list or a graph.
void ReadJsonLd(std::string_view json, HtmlMeta& meta) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return;
  std::vector<element> pending = {root};
  while (!pending.empty()) {
    const element next = pending.back();
    pending.pop_back();
    simdjson::dom::array list;
    if (next.get_array().get(list) == simdjson::SUCCESS) {
      for (const element each : list) pending.push_back(each);
      continue;
    }
    if (!next.is_object()) continue;
    element graph;
    if (next["@graph"].get(graph) == simdjson::SUCCESS) pending.push_back(graph);
    if (!IsArticle(next)) continue;
    Fill(meta.title, StringIn(next, "headline"));
    Fill(meta.published, StringIn(next, "datePublished"));
    Fill(meta.updated, StringIn(next, "dateModified"));
    Fill(meta.lang, StringIn(next, "inLanguage"));
    element publisher;
    if (next["publisher"].get(publisher) == simdjson::SUCCESS &&
        publisher.is_object()) {
      Fill(meta.source, StringIn(publisher, "name"));
    }
  }
}

void ReadMetaElement(const GumboNode* node, HtmlMeta& meta) {
  std::string name = AsciiLower(AttributeOf(node, "property"));
  if (name.empty()) name = AsciiLower(AttributeOf(node, "name"));
  if (name.empty()) name = AsciiLower(AttributeOf(node, "itemprop"));
  const std::string_view value = AttributeOf(node, "content");
  if (name == "og:title") Fill(meta.title, value);
  if (name == "og:site_name") Fill(meta.source, value);
  if (name == "og:url") Fill(meta.url, value);
  for (const std::string_view published :
       {"article:published_time", "og:published_time", "datepublished", "date",
        "pubdate", "publishdate", "publish-date", "publication_date", "dc.date",
        "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date"}) {
    if (name == published) Fill(meta.published, value);
  }
  for (const std::string_view updated :
       {"article:modified_time", "og:updated_time", "datemodified", "lastmod",
        "last-modified", "dcterms.modified", "revised"}) {
    if (name == updated) Fill(meta.updated, value);
  }
}

// A page title without the site's name, which follows a bar or a dash with blanks.
std::string_view WithoutSite(std::string_view title, std::string_view source) {
  for (const std::string_view sign : {" | ", " \u2013 ", " \u2014 ", " - "}) {
    const std::size_t at = title.rfind(sign);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view site = title.substr(at + sign.size());
    // A dash may be the title's own: only what is known or short is a name.
    const bool bar = sign == " | ";
    if (bar || site == source || title.size() > 4 * site.size())
      return title.substr(0, at);
  }
  return title;
}

}  // namespace

HtmlMeta ReadHtmlMeta(const GumboNode* document) {
  HtmlMeta from_json, from_meta, from_text;
  std::string page_title;
  for (const GumboNode* node = document; node != nullptr;) {
    const bool has_text = ChildrenOf(node)->length > 0 && IsElement(node);
    const auto* const child =
        has_text ? static_cast<const GumboNode*>(ChildrenOf(node)->data[0]) : nullptr;
    if (IsTag(node, GUMBO_TAG_SCRIPT) && child != nullptr &&
        AttributeOf(node, "type") == "application/ld+json") {
      ReadJsonLd(TextOf(child), from_json);
    } else if (IsTag(node, GUMBO_TAG_META)) {
      ReadMetaElement(node, from_meta);
    } else if (IsTag(node, GUMBO_TAG_LINK) && AttributeOf(node, "rel") == "canonical") {
      Fill(from_meta.url, AttributeOf(node, "href"));
    } else if (IsTag(node, GUMBO_TAG_TITLE) && child != nullptr) {
      Fill(page_title, TextOf(child));
    } else if (IsTag(node, GUMBO_TAG_HTML)) {
      Fill(from_text.lang, AttributeOf(node, "lang"));
    } else if (IsTag(node, GUMBO_TAG_TIME)) {
      const bool is_update = AttributeOf(node, "itemprop") == "dateModified";
      Fill(is_update ? from_text.updated : from_text.published,
           AttributeOf(node, "datetime"));
    }
    node = NextNode(node, document, false);
  }
  HtmlMeta meta = from_json;
  for (const HtmlMeta& each : {from_meta, from_text}) {
    Fill(meta.title, each.title);
    Fill(meta.source, each.source);
    Fill(meta.url, each.url);
    Fill(meta.lang, each.lang);
    if (!meta.published) meta.published = each.published;
    if (!meta.updated) meta.updated = each.updated;
  }
  Fill(meta.title, WithoutSite(page_title, meta.source));
  return meta;
}

}  // namespace entente
