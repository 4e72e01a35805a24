// Trainer::Export: the averaged network as a model file, weights in 7 bits, vectors in
// 8.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/check.h"
#include "base/strings.h"
#include "syntax/model_data.h"
#include "syntax/model_file.h"
#include "train/trainer.h"

namespace entente::train {
namespace {

constexpr float kMostWeight = 63.0F;

const Parameter& ByName(const ParameterSet& set, const std::string& name) {
  for (const Parameter& p : set.all()) {
    if (p.name == name) return p;
  }
  CHECK(false && "no such parameter");
  return set.all().front();
}

std::vector<float> Padded(const std::vector<float>& values, std::size_t size) {
  std::vector<float> out = values;
  out.resize(size, 0.0F);
  return out;
}

void AddLinear(const ParameterSet& set, const std::string& name, ModelFileWriter& out) {
  const Parameter& w = ByName(set, name + ".w");
  const Parameter& b = ByName(set, name + ".b");
  std::vector<float> bias = b.value;
  if (name == "project") {  // a reader's text is annotated as EWT is
    const Parameter& origin = ByName(set, "origin");
    const float* vector = origin.value.data();
    for (std::size_t i = 0; i < bias.size(); ++i) bias[i] += vector[i];
  }
  PackedLinear packed;
  packed.inputs = w.rows;
  packed.outputs = w.columns;
  const auto padded = static_cast<std::size_t>(packed.padded_outputs());
  const auto groups = static_cast<std::size_t>(packed.groups());
  std::vector<std::int8_t> bytes(padded / 16 * groups * 64, 0);
  std::vector<float> scale(padded, 0.0F);
  std::vector<std::int32_t> sums(padded, 0);
  for (std::size_t o = 0; o < static_cast<std::size_t>(w.columns); ++o) {
    float most = 1e-12F;
    for (int i = 0; i < w.rows; ++i) most = std::max(most, std::abs(w.row(i)[o]));
    scale[o] = most / kMostWeight;
    for (int i = 0; i < w.rows; ++i) {
      const auto in = static_cast<std::size_t>(i);
      const float steps = std::nearbyint(w.row(i)[o] / scale[o]);
      const auto q =
          static_cast<std::int8_t>(std::clamp(steps, -kMostWeight, kMostWeight));
      bytes[(o / 16 * groups + in / 4) * 64 + o % 16 * 4 + in % 4] = q;
      sums[o] += q;
    }
  }
  out.Add(name + ".q", static_cast<std::uint32_t>(padded / 16),
          static_cast<std::uint32_t>(groups * 64), bytes);
  const auto columns = static_cast<std::uint32_t>(padded);
  out.Add(name + ".scale", 1, columns, scale);
  out.Add(name + ".b", 1, columns, Padded(bias, padded));
  out.Add(name + ".sum", 1, columns, sums);
}

void AddTable(const std::string& name, const float* values, std::size_t rows,
              std::size_t columns, ModelFileWriter& out) {
  std::vector<std::int8_t> bytes(rows * columns);
  std::vector<float> steps(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* row = values + r * columns;
    steps[r] = RowStep(row, static_cast<int>(columns));
    for (std::size_t c = 0; c < columns; ++c) {
      bytes[r * columns + c] =
          static_cast<std::int8_t>(std::nearbyint(row[c] / steps[r]));
    }
  }
  out.Add(name + ".q", static_cast<std::uint32_t>(rows),
          static_cast<std::uint32_t>(columns), bytes);
  out.Add(name + ".step", static_cast<std::uint32_t>(rows), 1, steps);
}

void AddIndex(const std::string& name,
              const std::unordered_map<std::uint64_t, std::uint32_t>& rows,
              ModelFileWriter& out) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(rows.begin(), rows.end());
  // The slots must not depend on the map's order.
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second, a.first) < std::pair(b.second, b.first);
  });
  const std::vector<WordSlot> slots = WordIndex::Build(sorted);
  CHECK(!slots.empty());
  out.Add(name, static_cast<std::uint32_t>(slots.size()), 1, slots);
}

void AddLines(const std::string& name, const std::vector<std::string>& lines,
              ModelFileWriter& out) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) text += '\n';
    text += lines[i];
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  out.AddBytes(name, 1, size, std::move(text));
}

void AddPlain(const ParameterSet& set, const std::string& name, ModelFileWriter& out) {
  const Parameter& p = ByName(set, name);
  out.Add(name, static_cast<std::uint32_t>(p.rows),
          static_cast<std::uint32_t>(p.columns), p.value);
}

}  // namespace

std::string Trainer::Export() {
  ParameterSet& set = network_->parameters();
  set.SwapAverages();
  ModelFileWriter out;
  const SyntaxShape shape = network_->shape();
  std::vector<std::int32_t> numbers(sizeof(shape) / sizeof(std::int32_t));
  std::memcpy(numbers.data(), &shape, sizeof(shape));
  out.Add("shape", 1, static_cast<std::uint32_t>(numbers.size()), numbers);
  std::vector<std::string> tables = {"words", "places", "classes"};
  for (int i = 0; i < kAffixCount; ++i) tables.push_back(StrCat("affix", i));
  for (const std::string& name : tables) {
    const Parameter& p = ByName(set, name);
    AddTable(name, p.value.data(), static_cast<std::size_t>(p.rows),
             static_cast<std::size_t>(p.columns), out);
  }
  const std::vector<float>& frozen = vocabulary_.frozen_values();
  AddTable("frozen", frozen.data(), frozen.size() / kFrozenSize, kFrozenSize, out);
  AddIndex("words.slots", vocabulary_.words(), out);
  AddIndex("classes.slots", vocabulary_.classes(), out);
  AddIndex("frozen.slots", vocabulary_.frozen(), out);
  std::vector<std::string> norms = {"project", "window", "tags", "tree"};
  std::vector<std::string> linears = {"project", "window",   "tags",
                                      "tree",    "bilinear", "label"};
  for (int i = 0; i < shape.lower + shape.upper; ++i) {
    const std::string name = StrCat("layer", i);
    norms.push_back(name);
    linears.push_back(name);
    AddPlain(set, name + ".v", out);
  }
  for (const std::string& name : norms) {
    AddPlain(set, name + ".gain", out);
    AddPlain(set, name + ".bias", out);
  }
  for (const std::string& name : linears) AddLinear(set, name, out);
  AddPlain(set, "root", out);
  AddPlain(set, "distance", out);
  AddLines("irregular", irregular_, out);
  AddLines("feats", labels_.feats.labels(), out);
  AddLines("lemmas", labels_.lemmas.labels(), out);
  set.SwapAverages();
  return out.Finish(options_.version);
}

}  // namespace entente::train
