#include "base/json.h"

#include <charconv>
#include <cstdio>

namespace entente {

void JsonWriter::Separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = false;
}

void JsonWriter::BeginObject() {
  Separate();
  out_ += '{';
}

void JsonWriter::EndObject() {
  out_ += '}';
  needs_comma_ = true;
}

void JsonWriter::BeginArray() {
  Separate();
  out_ += '[';
}

void JsonWriter::EndArray() {
  out_ += ']';
  needs_comma_ = true;
}

void JsonWriter::Key(std::string_view name) {
  String(name);
  out_ += ':';
  needs_comma_ = false;
}

void JsonWriter::String(std::string_view value) {
  Separate();
  out_ += '"';
  std::size_t plain = 0;  // bytes from here on need no escape
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out_ += value.substr(plain, i - plain);
    plain = i + 1;
    switch (byte) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      default: {
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
        out_ += escaped;
      }
    }
  }
  out_ += value.substr(plain);
  out_ += '"';
  needs_comma_ = true;
}

void JsonWriter::Number(std::int64_t value) {
  Separate();
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out_.append(buffer, end);
  needs_comma_ = true;
}

void JsonWriter::Number(double value, int digits) {
  Separate();
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                 std::chars_format::fixed, digits)
                       .ptr;
  std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  if (text.find('.') != std::string_view::npos) {
    while (text.back() == '0') text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
  }
  out_ += text == "-0" ? "0" : text;
  needs_comma_ = true;
}

void JsonWriter::Bool(bool value) {
  Separate();
  out_ += value ? "true" : "false";
  needs_comma_ = true;
}

void JsonWriter::Field(std::string_view name, std::string_view value) {
  Key(name);
  String(value);
}

void JsonWriter::OptionalField(std::string_view name, std::string_view value) {
  if (!value.empty()) Field(name, value);
}

void JsonWriter::Field(std::string_view name, double value, int digits) {
  Key(name);
  Number(value, digits);
}

void JsonWriter::Field(std::string_view name, std::int64_t value) {
  Key(name);
  Number(value);
}

}  // namespace entente
