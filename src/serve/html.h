// Html: builds a page in which nothing is markup but what stands in our own source.
//
//   html.Raw("<p class=\"title\">").Text(article.title).Raw("</p>");
//   html.Link(address.ToString(), "all rows");
//
// Raw takes string literals alone (the compiler holds to it); all else is escaped.
#ifndef ENTENTE_SERVE_HTML_H_
#define ENTENTE_SERVE_HTML_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// A literal of our own source.
class Markup {
 public:
  template <std::size_t N>
  consteval Markup(const char (&text)[N]) : text_(text, N - 1) {}  // NOLINT: implicit
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

class Html {
 public:
  Html& Raw(Markup markup) {
    out_ += markup.text();
    return *this;
  }
  Html& Text(std::string_view text);
  // "12,345".
  Html& Number(std::int64_t number);
  // ` name="value"`, with a blank before it.
  Html& Attribute(Markup name, std::string_view value);
  Html& Attribute(Markup name, std::int64_t value);
  // <a href="...">text</a>
  Html& Link(std::string_view href, std::string_view text);
  Html& Link(Markup css_class, std::string_view href, std::string_view text);
  // <name class="css_class">text</name>
  Html& Element(Markup name, Markup css_class, std::string_view text);
  Html& Add(const Html& other) {
    out_ += other.out_;
    return *this;
  }

  bool empty() const { return out_.empty(); }
  const std::string& text() const { return out_; }
  std::string Finish() && { return std::move(out_); }

 private:
  std::string out_;
};

// &, <, >, " and ' as entities.
void AppendEscaped(std::string& out, std::string_view text);

// "12,345".
std::string Grouped(std::int64_t number);

}  // namespace entente

#endif  // ENTENTE_SERVE_HTML_H_
