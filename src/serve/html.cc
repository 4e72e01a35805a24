#include "serve/html.h"

#include "base/strings.h"

namespace entente {

void AppendEscaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

std::string Grouped(std::int64_t number) {
  std::string digits = StrCat(number < 0 ? -number : number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return number < 0 ? StrCat("−", digits) : digits;
}

Html& Html::Text(std::string_view text) {
  AppendEscaped(out_, text);
  return *this;
}

Html& Html::Number(std::int64_t number) {
  out_ += Grouped(number);
  return *this;
}

Html& Html::Attribute(Markup name, std::string_view value) {
  out_ += StrCat(' ', name.text(), "=\"");
  AppendEscaped(out_, value);
  out_ += '"';
  return *this;
}

Html& Html::Attribute(Markup name, std::int64_t value) {
  out_ += StrCat(' ', name.text(), "=\"", value, '"');
  return *this;
}

Html& Html::Link(std::string_view href, std::string_view text) {
  return Raw("<a").Attribute("href", href).Raw(">").Text(text).Raw("</a>");
}

Html& Html::Link(Markup css_class, std::string_view href, std::string_view text) {
  return Raw("<a")
      .Attribute("class", css_class.text())
      .Attribute("href", href)
      .Raw(">")
      .Text(text)
      .Raw("</a>");
}

Html& Html::Element(Markup name, Markup css_class, std::string_view text) {
  out_ += StrCat('<', name.text(), " class=\"", css_class.text(), "\">");
  AppendEscaped(out_, text);
  out_ += StrCat("</", name.text(), '>');
  return *this;
}

}  // namespace entente
