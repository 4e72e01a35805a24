// JsonWriter: writes JSON into a string, commas and escapes taken care of.
//
//   JsonWriter json(out);
//   json.BeginObject();
//   json.Key("span"); json.BeginArray(); json.Number(3); json.Number(9);
//   json.EndArray(); json.EndObject();                                      //
//   {"span":[3,9]}
//
// Keeps a reference to the string, which must outlive it. (Reading is simdjson's.)
#ifndef ENTENTE_BASE_JSON_H_
#define ENTENTE_BASE_JSON_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void BeginObject();
  void EndObject();
  void BeginArray();
  void EndArray();
  void Key(std::string_view name);

  // REQUIRES: valid UTF-8.
  void String(std::string_view value);
  void Number(std::int64_t value);
  // Up to `digits` after the point, trailing zeros dropped: 2.5, 9, -0.125.
  void Number(double value, int digits);
  void Bool(bool value);

  // Key and value in one call; the Optional one leaves an empty string out.
  void Field(std::string_view name, std::string_view value);
  void OptionalField(std::string_view name, std::string_view value);
  void Field(std::string_view name, double value, int digits);
  void Field(std::string_view name, std::int64_t value);

 private:
  void Separate();

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace entente

#endif  // ENTENTE_BASE_JSON_H_
