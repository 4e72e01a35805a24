#include "document/feed.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "document/dates.h"
#include "document/html.h"

namespace entente {
namespace {

// What lies between <name ...> and </name>, markup and all; empty where there is none.
std::string_view Element(std::string_view xml, std::string_view name) {
  const std::string open = StrCat("<", name);
  const std::string close = StrCat("</", name);
  for (std::size_t at = xml.find(open); at != std::string_view::npos;
       at = xml.find(open, at + 1)) {
    const std::size_t after = at + open.size();
    if (after >= xml.size()) break;
    if (xml[after] != '>' && !IsAsciiSpace(xml[after])) continue;
    const std::size_t begin = xml.find('>', after);
    if (begin == std::string_view::npos) break;
    if (xml[begin - 1] == '/') continue;
    const std::size_t end = xml.find(close, begin);
    if (end == std::string_view::npos) break;
    return Trim(xml.substr(begin + 1, end - begin - 1));
  }
  return {};
}

// CDATA taken off; else the five entities of XML decoded once.
std::string Decode(std::string_view raw) {
  constexpr std::string_view kOpen = "<![CDATA[";
  if (raw.starts_with(kOpen)) {
    const std::size_t end = raw.find("]]>");
    return std::string(Trim(raw.substr(0, end).substr(kOpen.size())));
  }
  struct Entity {
    std::string_view name;
    char value;
  };
  constexpr Entity kEntities[] = {{"&lt;", '<'},    {"&gt;", '>'},   {"&quot;", '"'},
                                  {"&apos;", '\''}, {"&#39;", '\''}, {"&amp;", '&'}};
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const auto* const entity = std::find_if(
        std::begin(kEntities), std::end(kEntities), [&](const Entity& each) {
          return raw.substr(at, each.name.size()) == each.name;
        });
    if (entity == std::end(kEntities)) {
      out += raw[at++];
    } else {
      out += entity->value;
      at += entity->name.size();
    }
  }
  return out;
}

std::string FirstOf(std::string_view entry,
                    std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::string value = Decode(Element(entry, name));
    if (!value.empty()) return value;
  }
  return {};
}

// The address of an Atom link: <link href="..."/>.
std::string LinkOf(std::string_view entry) {
  std::string link = FirstOf(entry, {"link"});
  if (!link.empty()) return link;
  const std::size_t at = entry.find("<link");
  if (at == std::string_view::npos) return {};
  const std::string_view tag = entry.substr(at, entry.find('>', at) - at);
  const std::size_t href = tag.find("href=\"");
  if (href == std::string_view::npos) return {};
  const std::string_view rest = tag.substr(href + 6);
  return Decode(rest.substr(0, rest.find('"')));
}

Result<Document> ReadEntry(std::string_view entry, const std::string& source) {
  const std::string title = FirstOf(entry, {"title"});
  const std::string content =
      FirstOf(entry, {"content:encoded", "content", "description", "summary"});
  if (content.empty() && title.empty()) {
    return Error{ErrorCode::kInvalid, "an entry without title and text"};
  }
  TRY(Document document,
      ReadHtml(StrCat("<article><h1>", title, "</h1><p>", content, "</p></article>")));
  document.source = source;
  document.url = LinkOf(entry);
  document.id = FirstOf(entry, {"guid", "id"});
  if (const auto dated =
          FindDate(FirstOf(entry, {"pubDate", "published", "dc:date"}))) {
    document.published = dated->date;
  }
  if (const auto dated = FindDate(FirstOf(entry, {"updated"}))) {
    document.updated = dated->date;
  }
  return document;
}

}  // namespace

std::vector<NamedDocument> ReadFeed(std::string_view bytes) {
  std::vector<NamedDocument> all;
  const bool is_atom = bytes.find("<entry") != std::string_view::npos &&
                       bytes.find("<item") == std::string_view::npos;
  const std::string_view open = is_atom ? "<entry" : "<item";
  const std::string_view close = is_atom ? "</entry" : "</item";
  const std::string source =
      FirstOf(bytes.substr(0, std::min(bytes.find(open), bytes.size())), {"title"});
  std::size_t line = 1;
  std::size_t counted = 0;
  for (std::size_t at = bytes.find(open); at != std::string_view::npos;
       at = bytes.find(open, at)) {
    const char after = at + open.size() < bytes.size() ? bytes[at + open.size()] : '>';
    if (after != '>' && !IsAsciiSpace(after)) {  // "<items>" of RSS 1.0
      ++at;
      continue;
    }
    line += static_cast<std::size_t>(
        std::count(bytes.begin() + static_cast<std::ptrdiff_t>(counted),
                   bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    const std::size_t end = std::min(bytes.find(close, at), bytes.size());
    all.push_back({StrCat(line), ReadEntry(bytes.substr(at, end - at), source)});
    at = end;
  }
  return all;
}

}  // namespace entente
