#include "document/json_lines.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "document/blocks.h"
#include "document/dates.h"
#include "document/html.h"

namespace entente {
namespace {

Error Invalid(std::string message) { return {ErrorCode::kInvalid, std::move(message)}; }

// A text field; empty where it is absent or null. An id may be a number.
Result<std::string> Field(simdjson::dom::object object, std::string_view name) {
  const auto field = object[name];
  if (field.error() == simdjson::NO_SUCH_FIELD) return std::string();
  if (field.error() != simdjson::SUCCESS) return Invalid("broken JSON");
  const simdjson::dom::element element = field.value_unsafe();
  if (element.is_null()) return std::string();
  if (element.is_string()) return std::string(element.get_string().value_unsafe());
  if (element.is_int64() && name == "id") {
    return std::to_string(element.get_int64().value_unsafe());
  }
  return Invalid(StrCat("\"", name, "\" is not a string"));
}

Result<Document> ReadObject(simdjson::dom::object object) {
  TRY(std::string text, Field(object, "text"));
  TRY(std::string html, Field(object, "html"));
  TRY(std::string id, Field(object, "id"));
  TRY(std::string title, Field(object, "title"));
  TRY(std::string date, Field(object, "date"));
  TRY(std::string source, Field(object, "source"));
  TRY(std::string url, Field(object, "url"));
  TRY(std::string lang, Field(object, "lang"));
  if (text.empty() && html.empty()) return Invalid("neither \"text\" nor \"html\"");
  if (text.find('\0') != std::string::npos) return Invalid("the text holds a NUL");
  std::optional<FoundDate> dated;
  if (!date.empty()) {
    dated = FindDate(date);
    if (!dated) return Invalid(StrCat("\"date\" is no date: ", date.substr(0, 40)));
  }
  Document document;
  if (text.empty()) {
    TRY(document, ReadHtml(html));
  } else {
    document.text = std::move(text);
    document.title = title;
    NameBlocks(SplitParagraphs(document.text), document);
  }
  document.id = std::move(id);
  if (dated) document.published = dated->date;
  if (!title.empty()) document.title = std::move(title);
  if (!source.empty()) document.source = std::move(source);
  if (!url.empty()) document.url = std::move(url);
  if (!lang.empty()) document.lang = std::move(lang);
  return document;
}

Result<Document> ReadLine(simdjson::dom::parser& parser, std::string_view line) {
  simdjson::dom::object object;
  simdjson::dom::element root;
  const auto failed = parser.parse(line.data(), line.size()).get(root);
  if (failed != simdjson::SUCCESS) {
    return Invalid(StrCat("not JSON: ", simdjson::error_message(failed)));
  }
  if (root.get_object().get(object) != simdjson::SUCCESS) {
    return Invalid("not a JSON object");
  }
  return ReadObject(object);
}

class JsonLines : public DocumentSource {
 public:
  JsonLines(ByteWindow bytes, std::size_t line_bytes)
      : bytes_(std::move(bytes)), line_bytes_(line_bytes) {}

  std::optional<NamedDocument> Next() override {
    while (true) {
      ++number_;
      const Result<bool> found = bytes_.ReadLine(line_, line_bytes_);
      if (!found) return NamedDocument{StrCat(number_), found.error()};
      if (!*found) return std::nullopt;
      const std::string_view line = Trim(line_);
      if (!line.empty()) return NamedDocument{StrCat(number_), ReadLine(parser_, line)};
    }
  }

 private:
  ByteWindow bytes_;
  std::size_t line_bytes_;
  simdjson::dom::parser parser_;
  std::string line_;
  std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<DocumentSource> ReadJsonLines(ByteWindow bytes,
                                              std::size_t line_bytes) {
  return std::make_unique<JsonLines>(std::move(bytes), line_bytes);
}

}  // namespace entente
