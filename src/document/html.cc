#include "document/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "document/article_cues.h"
#include "document/blocks.h"
#include "document/html_article.h"
#include "document/html_meta.h"
#include "document/html_node.h"

namespace entente {
namespace {

// The parser frees its tree by recursion: no page may be so deep that the stack ends.
constexpr std::size_t kDeepest = 2000;
constexpr std::size_t kLongestNamedPart = 600;  // bytes

// How deep the tags of a page can nest at most: opened and not closed, elements aside
// that never hold others or end by themselves.
std::size_t DepthBound(std::string_view page) {
  constexpr std::string_view kFlat[] = {
      "br",     "img", "hr",     "meta",  "link",  "input", "p",   "li",
      "td",     "tr",  "th",     "dt",    "dd",    "area",  "col", "embed",
      "source", "wbr", "option", "param", "track", "base"};
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = page.find('<');
       at + 1 < page.size() && at != std::string_view::npos;
       at = page.find('<', at + 1)) {
    if (page[at + 1] == '/') {
      depth -= depth > 0 ? 1 : 0;
      continue;
    }
    std::size_t end = at + 1;
    while (end < page.size() && end - at < 12 && IsAsciiAlpha(page[end])) ++end;
    const std::string tag = AsciiLower(page.substr(at + 1, end - at - 1));
    if (tag.empty() ||
        std::find(std::begin(kFlat), std::end(kFlat), tag) != std::end(kFlat)) {
      continue;
    }
    deepest = std::max(deepest, ++depth);
  }
  return deepest;
}

struct Piece {
  HtmlRole role = HtmlRole::kNone;
  bool is_inside = true;  // of the article's element
  std::string text;
};

// Gathers the paragraphs of a page in document order.
class Gatherer {
 public:
  explicit Gatherer(const HtmlArticle& article) : article_(article) {}

  std::vector<Piece> Run(const GumboNode* document);

 private:
  struct Frame {
    const GumboNode* node;
    HtmlRole role;
    std::size_t next_child = 0;
  };

  void Enter(const GumboNode* node, HtmlRole role, bool in_link);
  void Leave(const GumboNode* node);
  void AddText(std::string_view text, HtmlRole role, bool in_link);
  void Flush();

  const HtmlArticle& article_;
  std::vector<Frame> frames_;
  std::vector<Piece> pieces_;
  std::string paragraph_;
  std::array<std::size_t, 9> role_bytes_ = {};
  std::size_t linked_bytes_ = 0;
  std::size_t open_links_ = 0;
  bool inside_ = false;
  bool done_ = false;
};

void Gatherer::AddText(std::string_view text, HtmlRole role, bool in_link) {
  const std::size_t before = paragraph_.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_break_space = text.substr(at, 2) == "\u00A0";
    if (IsAsciiSpace(text[at]) || no_break_space) {
      at += no_break_space ? 1 : 0;
      if (!paragraph_.empty() && paragraph_.back() != ' ' &&
          paragraph_.back() != '\n') {
        paragraph_ += ' ';
      }
    } else {
      paragraph_ += text[at];
    }
  }
  const std::size_t added = paragraph_.size() - before;
  role_bytes_[static_cast<std::size_t>(role)] += added;
  if (in_link) linked_bytes_ += added;
}

// Ends a paragraph. Where named elements cover most of it, the longest names it.
void Gatherer::Flush() {
  const std::string_view text = Trim(paragraph_);
  Piece piece{.is_inside = inside_, .text = std::string(text)};
  const std::size_t named =
      std::accumulate(role_bytes_.begin() + 1, role_bytes_.end(), std::size_t{0});
  if (named * 5 > paragraph_.size() * 3) {
    const auto most = std::max_element(role_bytes_.begin() + 1, role_bytes_.end());
    piece.role = static_cast<HtmlRole>(most - role_bytes_.begin());
  }
  const bool is_links = linked_bytes_ * 4 > text.size() * 3 && !EndsSentence(text) &&
                        piece.role != HtmlRole::kHeadline &&
                        piece.role != HtmlRole::kByline;
  const bool is_wanted = inside_ || piece.role != HtmlRole::kNone;
  if (!text.empty() && !is_links && is_wanted) pieces_.push_back(std::move(piece));
  paragraph_.clear();
  role_bytes_ = {};
  linked_bytes_ = 0;
}

void Gatherer::Enter(const GumboNode* node, HtmlRole role, bool in_link) {
  if (node == article_.root || IsBlockElement(node)) Flush();
  if (node == article_.root) inside_ = true;
  if (IsTag(node, GUMBO_TAG_A)) ++open_links_;
  if (IsTag(node, GUMBO_TAG_BR)) {
    while (!paragraph_.empty() && paragraph_.back() == ' ') paragraph_.pop_back();
    if (!paragraph_.empty() && paragraph_.back() == '\n') {
      Flush();
    } else if (!paragraph_.empty()) {
      paragraph_ += '\n';
    }
  }
  AddText(TextOf(node), role, in_link);
}

void Gatherer::Leave(const GumboNode* node) {
  if (node == article_.root || IsBlockElement(node)) Flush();
  if (IsTag(node, GUMBO_TAG_A)) --open_links_;
  if (node == article_.root) done_ = true;
}

std::vector<Piece> Gatherer::Run(const GumboNode* document) {
  frames_.push_back({document, HtmlRole::kNone});
  while (!frames_.empty() && !done_) {
    Frame& frame = frames_.back();
    const GumboVector* children = ChildrenOf(frame.node);
    if (frame.next_child == children->length) {
      Leave(frame.node);
      frames_.pop_back();
      continue;
    }
    const auto* child =
        static_cast<const GumboNode*>(children->data[frame.next_child++]);
    if (IsLeftOut(child, article_.trusts_names)) continue;
    HtmlRole role = frame.role;
    const auto size = article_.text_bytes.find(child);
    if (size != article_.text_bytes.end() && size->second <= kLongestNamedPart) {
      const HtmlRole own = RoleOf(child);
      const bool is_heading = IsTag(child, GUMBO_TAG_H1) || IsTag(child, GUMBO_TAG_H2);
      const bool is_kept =
          own != HtmlRole::kSkip && (own != HtmlRole::kHeadline || is_heading);
      if (own != HtmlRole::kNone && is_kept) role = own;
    }
    Enter(child, role, open_links_ > 0);
    frames_.push_back({child, role});
  }
  return std::move(pieces_);
}

// Where the credit begins in a caption that ends with one: "... Photograph: Agency".
std::size_t CreditBegin(std::string_view caption) {
  for (std::size_t at = 1; at < caption.size(); ++at) {
    const char before = caption[at - 1];
    if ((before != ' ' && before != '.') || caption[at] == ' ') continue;
    if (IsCredit(caption.substr(at))) return at;
  }
  return caption.size();
}

// Puts pieces into the document's text, one after another with a blank line between.
class Assembler {
 public:
  explicit Assembler(Document& document) : document_(document) {}

  void Add(std::string_view text, bool is_known, BlockKind kind) {
    if (!document_.text.empty()) document_.text += "\n\n";
    const std::size_t begin = document_.text.size();
    document_.text += text;
    const std::size_t cut =
        kind == BlockKind::kCaption ? CreditBegin(text) : text.size();
    AddPart(begin, begin + Trim(text.substr(0, cut)).size(), is_known, kind);
    if (cut < text.size()) {
      AddPart(begin + cut, begin + text.size(), true, BlockKind::kCredit);
    }
    has_body_ = has_body_ || (!is_known && kind == BlockKind::kBody);
  }
  bool has_body() const { return has_body_; }
  std::vector<Part> Take() { return std::move(parts_); }

 private:
  void AddPart(std::size_t begin, std::size_t end, bool is_known, BlockKind kind) {
    if (begin == end) return;
    parts_.push_back(
        {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
         .is_known = is_known,
         .kind = kind});
  }

  Document& document_;
  std::vector<Part> parts_;
  bool has_body_ = false;
};

void AddPiece(const Piece& piece, Assembler& assembler) {
  switch (piece.role) {
    case HtmlRole::kByline:
      return assembler.Add(piece.text, true, BlockKind::kByline);
    case HtmlRole::kDateline:
      return assembler.Add(piece.text, true, BlockKind::kDateline);
    case HtmlRole::kDate:
      return assembler.Add(piece.text, true, BlockKind::kOther);
    case HtmlRole::kCredit:
      return assembler.Add(piece.text, true, BlockKind::kCredit);
    case HtmlRole::kCaption:
      return assembler.Add(piece.text, true, BlockKind::kCaption);
    case HtmlRole::kSummary:
      if (!assembler.has_body()) {
        return assembler.Add(piece.text, true, BlockKind::kSummary);
      }
      break;
    case HtmlRole::kHeadline:
    case HtmlRole::kNone:
    case HtmlRole::kSkip:
      break;
  }
  if (piece.is_inside) assembler.Add(piece.text, false, BlockKind::kBody);
}

// Whether two titles share a word of some length: "Truce signed" and "Truce signed:
// live".
bool ShareWord(std::string_view a, std::string_view b) {
  const auto words = SplitBlank(b);
  for (const std::string_view word : SplitBlank(a)) {
    const bool is_long = word.size() >= 4;
    if (is_long && std::find(words.begin(), words.end(), word) != words.end())
      return true;
  }
  return false;
}

// Which piece is the headline: the one that the page's title repeats, else the first of
// the article, else the first before it that is not just the site's name.
std::size_t FindHeadline(const std::vector<Piece>& pieces, const std::string& title) {
  std::size_t inside = pieces.size();
  std::size_t outside = pieces.size();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.role != HtmlRole::kHeadline) continue;
    if (piece.text == title) return i;
    if (piece.is_inside && inside == pieces.size()) inside = i;
    const bool is_title = title.empty() || ShareWord(piece.text, title);
    if (!piece.is_inside && is_title && outside == pieces.size()) outside = i;
  }
  return inside < pieces.size() ? inside : outside;
}

}  // namespace

Result<Document> ReadHtml(std::string_view page) {
  if (DepthBound(page) > kDeepest) {
    return Error{ErrorCode::kOverBudget,
                 StrCat("elements nested deeper than ", kDeepest)};
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&options](GumboOutput* output) {
    gumbo_destroy_output(&options, output);
  };
  const std::unique_ptr<GumboOutput, decltype(destroy)> parsed(
      gumbo_parse_with_options(&options, page.data(), page.size()), destroy);
  HtmlMeta meta = ReadHtmlMeta(parsed->document);
  Document document;
  document.title = std::move(meta.title);
  document.source = std::move(meta.source);
  document.url = std::move(meta.url);
  document.lang = std::move(meta.lang);
  document.published = meta.published;
  document.updated = meta.updated;
  const HtmlArticle article = FindArticle(parsed->document);
  if (article.root == nullptr) return document;
  const std::vector<Piece> pieces = Gatherer(article).Run(parsed->document);
  const std::size_t headline = FindHeadline(pieces, document.title);
  Assembler assembler(document);
  if (headline < pieces.size()) {
    document.title = pieces[headline].text;
  }
  if (!document.title.empty()) {
    assembler.Add(document.title, true, BlockKind::kHeadline);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i != headline) AddPiece(pieces[i], assembler);
  }
  NameBlocks(assembler.Take(), document);
  return document;
}

}  // namespace entente
