#include "base/json.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(JsonWriter, PutsCommasBetweenValuesAndNotAfterKeys) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("a", "x");
  json.Key("b");
  json.BeginArray();
  json.Number(std::int64_t{1});
  json.BeginArray();
  json.EndArray();
  json.Bool(true);
  json.EndArray();
  json.OptionalField("c", "");
  json.EndObject();
  EXPECT_EQ(out, R"({"a":"x","b":[1,[],true]})");
}

TEST(JsonWriter, EscapesQuotesBackslashesAndControls) {
  std::string out;
  JsonWriter(out).String("a\"b\\c\n\x01 \xD9\x85");
  EXPECT_EQ(out, "\"a\\\"b\\\\c\\n\\u0001 \xD9\x85\"");
}

TEST(JsonWriter, DropsTrailingZeros) {
  const struct {
    double value;
    int digits;
    const char* expected;
  } cases[] = {{2.5, 1, "2.5"}, {9.0, 1, "9"},      {-0.125, 3, "-0.125"},
               {0.0, 2, "0"},   {-0.0, 2, "0"},     {34.123456, 5, "34.12346"},
               {100, 0, "100"}, {1e6, 2, "1000000"}};
  for (const auto& c : cases) {
    std::string out;
    JsonWriter(out).Number(c.value, c.digits);
    EXPECT_EQ(out, c.expected);
  }
}

}  // namespace
}  // namespace entente
