#include "train/event_model_data.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"

namespace entente::train {
namespace {

constexpr std::array<std::string_view, kEventLabels> kNames = {
    "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
    "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT", "NONE"};

// The gold of plv-train folds CONCEDE and RETREAT into one: either is right.
std::uint32_t LabelBits(std::string_view labels) {
  std::uint32_t bits = 0;
  for (const std::string_view label : Split(labels, '|')) {
    if (label == "YIELD") bits |= (1U << 3) | (1U << 6);
    const auto* const found = std::find(kNames.begin(), kNames.end(), label);
    if (found != kNames.end()) bits |= 1U << (found - kNames.begin());
  }
  return bits;
}

ExampleOrigin OriginOf(std::string_view name) {
  if (name == "own") return ExampleOrigin::kOwn;
  if (name == "nothing") return ExampleOrigin::kNothing;
  return name == "silver" ? ExampleOrigin::kSilver : ExampleOrigin::kGold;
}

// Returns false for a line of another form.
bool Parse(std::string_view line, EventExample& example) {
  const auto fields = Split(line, '\t');
  if (fields.size() != 9) return false;
  example.is_relation = fields[0] == "relation";
  example.origin = OriginOf(fields[1]);
  example.id = fields[2];
  example.labels = LabelBits(fields[3]);
  const auto* const frame = std::find(kNames.begin(), kNames.end(), fields[4]);
  example.frame_label = static_cast<std::uint32_t>(frame - kNames.begin());
  example.is_exact = fields[5] == "1";
  example.predicate = fields[6];
  for (const std::string_view text : Split(fields[7], ',')) {
    std::uint64_t key = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), key, 16);
    if (read.ec != std::errc()) return false;
    example.keys.push_back(key);
  }
  std::sort(example.keys.begin(), example.keys.end());
  example.keys.erase(std::unique(example.keys.begin(), example.keys.end()),
                     example.keys.end());
  for (const std::string_view text : Split(fields[8], ',')) {
    float number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc()) return false;
    example.numbers.push_back(number);
  }
  return example.labels != 0;
}

}  // namespace

std::string_view EventLabelName(std::size_t label) { return kNames[label]; }

Result<std::vector<EventExample>> ReadEventExamples(const std::string& path) {
  TRY(const std::string bytes, ReadFile(path));
  std::vector<EventExample> examples;
  unsigned number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (line.empty()) continue;
    examples.push_back({});
    if (!Parse(line, examples.back()) ||
        examples.back().numbers.size() != examples.front().numbers.size()) {
      return Error{ErrorCode::kCorrupt, StrCat(path, ":", number, ": no example")};
    }
  }
  return examples;
}

}  // namespace entente::train
