#include "syntax/model_data.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::int32_t kLargest = 1 << 14;   // of a layer's width
constexpr std::int32_t kMostRows = 1 << 24;  // of a table

bool Sane(const SyntaxShape& shape) {
  const auto within = [](std::int32_t value, std::int32_t least, std::int32_t most) {
    return value >= least && value <= most;
  };
  bool sane =
      shape.feature_version == static_cast<std::int32_t>(kFeatureVersion) &&
      within(shape.word_rows, 1, kMostRows) && within(shape.word_size, 1, kLargest) &&
      within(shape.place_size, 1, kLargest) && within(shape.class_size, 1, kLargest) &&
      within(shape.size, 2, kLargest) && shape.size % 32 == 0 &&
      within(shape.lower, 0, 16) && within(shape.upper, 0, 16) &&
      within(shape.arc_size, 1, kLargest) && within(shape.label_size, 1, kLargest) &&
      shape.labels[0] == kUposCount && shape.labels[1] == kXposCount &&
      within(shape.labels[2], 1, kLargest) && within(shape.labels[3], 1, kLargest) &&
      shape.labels[4] == kNameLabelCount;
  for (std::size_t i = 0; i < kAffixCount; ++i) {
    sane = sane && within(shape.affix_rows[i], 1, kMostRows) &&
           within(shape.affix_size[i], 1, kLargest);
  }
  return sane;
}

bool Finite(std::span<const float> values) {
  return std::all_of(values.begin(), values.end(),
                     [](float value) { return std::isfinite(value); });
}

Result<std::span<const float>> Floats(const ModelFile& file, std::string_view block,
                                      int rows, int columns) {
  TRY(const auto values, file.Get<float>(block, static_cast<std::uint32_t>(rows),
                                         static_cast<std::uint32_t>(columns)));
  if (!Finite(values)) return file.Complain(block, "holds what is no number");
  return values;
}

Result<PackedLinear> ReadLinear(const ModelFile& file, const std::string& name,
                                int inputs, int outputs) {
  PackedLinear linear;
  linear.inputs = inputs;
  linear.outputs = outputs;
  const int padded = linear.padded_outputs();
  TRY(linear.weights,
      file.Get<std::int8_t>(name + ".q", static_cast<std::uint32_t>(padded / 16),
                            static_cast<std::uint32_t>(linear.groups() * 64)));
  TRY(linear.scale, Floats(file, name + ".scale", 1, padded));
  TRY(linear.bias, Floats(file, name + ".b", 1, padded));
  TRY(linear.sum,
      file.Get<std::int32_t>(name + ".sum", 1, static_cast<std::uint32_t>(padded)));
  return linear;
}

Result<NormData> ReadNorm(const ModelFile& file, const std::string& name, int size) {
  NormData norm;
  TRY(norm.gain, Floats(file, name + ".gain", 1, size));
  TRY(norm.bias, Floats(file, name + ".bias", 1, size));
  return norm;
}

Result<VectorTable> ReadTable(const ModelFile& file, const std::string& name, int rows,
                              int columns) {
  VectorTable table;
  table.columns = columns;
  TRY(table.bytes, file.Get<std::int8_t>(name + ".q", static_cast<std::uint32_t>(rows),
                                         static_cast<std::uint32_t>(columns)));
  TRY(table.step,
      Floats(file, name + ".step", static_cast<int>(file.RowsOf(name + ".q")), 1));
  return table;
}

Result<WordIndex> ReadIndex(const ModelFile& file, const std::string& name,
                            std::uint32_t rows) {
  TRY(const auto slots, file.Get<WordSlot>(name, 0, 1));
  if (!std::has_single_bit(slots.size())) {
    return file.Complain(name, "is no power of two");
  }
  for (const WordSlot& slot : slots) {
    if (slot.row != kNoRow && slot.row >= rows) {
      return file.Complain(name, "names a row that is not there");
    }
  }
  return WordIndex(slots);
}

Result<std::vector<std::string_view>> ReadLines(const ModelFile& file,
                                                const std::string& name, int count) {
  TRY(const auto bytes, file.Get<char>(name, 1, 0));
  const std::string_view text(bytes.data(), bytes.size());
  if (FirstInvalidUtf8(text) != text.size()) return file.Complain(name, "is not UTF-8");
  std::vector<std::string_view> lines = Split(text, '\n');
  if (static_cast<int>(lines.size()) != count) {
    return file.Complain(name, "has another number of lines");
  }
  return lines;
}

Status ReadIrregular(const ModelFile& file, ModelData& data) {
  TRY(const auto bytes, file.Get<char>("irregular", 1, 0));
  const std::string_view text(bytes.data(), bytes.size());
  if (FirstInvalidUtf8(text) != text.size()) {
    return file.Complain("irregular", "is not UTF-8");
  }
  for (const std::string_view line : Split(text, '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    data.irregular.push_back({line.substr(0, tab), line.substr(tab + 1)});
    data.longest_addition = std::max(data.longest_addition, line.size());
  }
  if (!std::is_sorted(data.irregular.begin(), data.irregular.end())) {
    return file.Complain("irregular", "is not sorted");
  }
  return std::monostate();
}

Status ReadTables(const ModelFile& file, ModelData& data) {
  const SyntaxShape& shape = data.shape;
  TRY(data.tables[0], ReadTable(file, "words", shape.word_rows, shape.word_size));
  for (std::size_t i = 0; i < kAffixCount; ++i) {
    TRY(data.tables[i + 1],
        ReadTable(file, StrCat("affix", i), shape.affix_rows[i], shape.affix_size[i]));
  }
  TRY(data.tables[kAffixCount + 1],
      ReadTable(file, "places", static_cast<int>(kPlaceCount), shape.place_size));
  TRY(data.tables[kAffixCount + 2],
      ReadTable(file, "classes", static_cast<int>(kClassCount), shape.class_size));
  TRY(data.frozen, ReadTable(file, "frozen", 0, kFrozenSize));
  TRY(data.words, ReadIndex(file, "words.slots", data.tables[0].rows()));
  TRY(data.classes, ReadIndex(file, "classes.slots", kClassCount));
  TRY(data.frozen_words, ReadIndex(file, "frozen.slots", data.frozen.rows()));
  return std::monostate();
}

Status ReadLayers(const ModelFile& file, ModelData& data) {
  const SyntaxShape& shape = data.shape;
  const int size = shape.size;
  TRY(data.project, ReadLinear(file, "project", shape.input_size(), size));
  TRY(data.project_norm, ReadNorm(file, "project", size));
  TRY(data.window, ReadLinear(file, "window", 3 * size, size));
  TRY(data.window_norm, ReadNorm(file, "window", size));
  for (int i = 0; i < shape.lower + shape.upper; ++i) {
    const std::string name = StrCat("layer", i);
    LayerData layer;
    TRY(layer.norm, ReadNorm(file, name, size));
    TRY(layer.gates, ReadLinear(file, name, size, 3 * size));
    TRY(layer.peephole, Floats(file, name + ".v", 4, size));
    data.layers.push_back(layer);
  }
  TRY(data.tag_norm, ReadNorm(file, "tags", size));
  TRY(data.tags, ReadLinear(file, "tags", size, shape.label_sum()));
  TRY(data.tree_norm, ReadNorm(file, "tree", size));
  TRY(data.tree, ReadLinear(file, "tree", size, shape.tree_size()));
  TRY(data.bilinear, ReadLinear(file, "bilinear", shape.arc_size, shape.arc_size));
  TRY(data.label, ReadLinear(file, "label", shape.label_size, kRelationCount));
  TRY(data.root, Floats(file, "root", 1, shape.arc_size + shape.label_size));
  TRY(data.distance, Floats(file, "distance", 1, kDistances));
  return std::monostate();
}

}  // namespace

std::uint32_t WordIndex::Find(std::uint64_t hash) const {
  const std::uint64_t mask = slots_.size() - 1;
  const auto check = static_cast<std::uint32_t>(hash >> 32);
  for (std::uint64_t i = 0; i < kLongestProbe; ++i) {
    const WordSlot& slot = slots_[(hash + i) & mask];
    if (slot.row == kNoRow) return kNoRow;
    if (slot.check == check) return slot.row;
  }
  return kNoRow;
}

std::vector<WordSlot> WordIndex::Build(
    const std::vector<std::pair<std::uint64_t, std::uint32_t>>& rows) {
  std::size_t size = std::bit_ceil(rows.size() + rows.size() / 3 + 1);
  std::vector<WordSlot> slots(size, WordSlot{0, kNoRow});
  for (const auto& [hash, row] : rows) {
    std::uint32_t i = 0;
    while (i < kLongestProbe && slots[(hash + i) & (size - 1)].row != kNoRow) ++i;
    if (i == kLongestProbe) return {};
    slots[(hash + i) & (size - 1)] = {static_cast<std::uint32_t>(hash >> 32), row};
  }
  return slots;
}

Result<ModelData> ModelData::Read(const ModelFile& file) {
  ModelData data;
  TRY(const auto shape,
      file.Get<std::int32_t>("shape", 1, sizeof(SyntaxShape) / sizeof(std::int32_t)));
  std::array<std::int32_t, sizeof(SyntaxShape) / sizeof(std::int32_t)> numbers;
  std::copy(shape.begin(), shape.end(), numbers.begin());
  data.shape = std::bit_cast<SyntaxShape>(numbers);
  if (!Sane(data.shape)) return file.Complain("shape", "is of no network we know");
  const Status tables = ReadTables(file, data);
  if (!tables) return tables.error();
  const Status layers = ReadLayers(file, data);
  if (!layers) return layers.error();
  TRY(data.feats, ReadLines(file, "feats", data.shape.labels[2]));
  for (const std::string_view feats : data.feats) {
    data.feats_kinds.push_back(KindOf(feats));
  }
  TRY(const auto scripts, ReadLines(file, "lemmas", data.shape.labels[3]));
  for (const std::string_view text : scripts) {
    const auto script = ParseLemmaScript(text);
    if (!script) return file.Complain("lemmas", "holds what is no script");
    data.lemmas.push_back(*script);
    data.longest_addition = std::max(data.longest_addition, script->add.size());
  }
  const Status irregular = ReadIrregular(file, data);
  if (!irregular) return irregular.error();
  return data;
}

}  // namespace entente
