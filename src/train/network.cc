#include "train/network.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "train/gemm.h"
#include "train/network_pass.h"

namespace entente::train {
namespace {

constexpr int kFixedTables = kAffixCount + 3;

std::vector<Parameter*> MakeTables(const SyntaxShape& shape, ParameterSet& set,
                                   Random& random) {
  std::vector<Parameter*> tables;
  tables.push_back(&set.Add("words", shape.word_rows, shape.word_size, 0.3F, random));
  for (std::size_t i = 0; i < kAffixCount; ++i) {
    tables.push_back(&set.Add(StrCat("affix", i), shape.affix_rows[i],
                              shape.affix_size[i], 0.3F, random));
  }
  tables.push_back(&set.Add("places", kPlaceCount, shape.place_size, 0.3F, random));
  tables.push_back(&set.Add("classes", kClassCount, shape.class_size, 0.3F, random));
  return tables;
}

std::array<std::uint32_t, kFixedTables> RowsOf(const Input& input) {
  std::array<std::uint32_t, kFixedTables> rows{};
  rows[0] = input.word;
  std::copy(input.affix.begin(), input.affix.end(), rows.begin() + 1);
  rows[kFixedTables - 2] = input.place;
  rows[kFixedTables - 1] = input.classes;
  return rows;
}

}  // namespace

Network::Network(const SyntaxShape& shape, Random& random)
    : shape_(shape),
      tables_(MakeTables(shape, parameters_, random)),
      project_(parameters_, "project", shape.input_size(), shape.size, random),
      project_norm_(parameters_, "project", shape.size, random),
      window_norm_(parameters_, "window", shape.size, random),
      window_(parameters_, "window", 3 * shape.size, shape.size, random),
      tag_norm_(parameters_, "tags", shape.size, random),
      tags_(parameters_, "tags", shape.size, shape.label_sum(), random),
      tree_norm_(parameters_, "tree", shape.size, random),
      tree_(parameters_, "tree", shape.size, shape.tree_size(), random),
      bilinear_(parameters_, "bilinear", shape.arc_size, shape.arc_size, random),
      // Small at first, so that what all annotations share is learned as shared.
      origin_(&parameters_.Add("origin", kOriginCount, shape.size, 0.01F, random)),
      root_(
          &parameters_.Add("root", 1, shape.arc_size + shape.label_size, 0.1F, random)),
      distance_(&parameters_.Add("distance", 1, kDistances, 0.0F, random)),
      label_(parameters_, "label", shape.label_size, kRelationCount, random) {
  for (int i = 0; i < shape.lower + shape.upper; ++i) {
    const std::string name = StrCat("layer", i);
    layers_.push_back({LayerNorm(parameters_, name, shape.size, random),
                       Linear(parameters_, name, shape.size, 3 * shape.size, random),
                       Recurrence(parameters_, name, shape.size, random)});
  }
}

void Network::Embed(const Batch& batch, Matrix& out) const {
  out.Reset(static_cast<int>(batch.input.size()), shape_.input_size());
  for (int i = 0; i < out.rows; ++i) {
    const Input& input = batch.input[static_cast<std::size_t>(i)];
    const auto rows = RowsOf(input);
    float* to = out.row(i);
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const float* from = tables_[k]->row(static_cast<int>(rows[k]));
      to = std::copy(from, from + tables_[k]->columns, to);
    }
    if (input.frozen != nullptr)
      std::copy(input.frozen, input.frozen + kFrozenSize, to);
  }
}

void Network::EmbedBackward(const Batch& batch, const Matrix& dx) {
  for (int i = 0; i < dx.rows; ++i) {
    const auto rows = RowsOf(batch.input[static_cast<std::size_t>(i)]);
    const float* from = dx.row(i);
    for (std::size_t k = 0; k < rows.size(); ++k) {
      float* to = tables_[k]->gradient_row(static_cast<int>(rows[k]));
      for (int j = 0; j < tables_[k]->columns; ++j) to[j] += *from++;
    }
  }
}

Matrix Network::RunLayer(const Layer& layer, const Matrix& x, const Starts& starts,
                         const Pass& pass, LayerPass& memory) const {
  memory.x = x;
  memory.normal = layer.norm.Forward(x, memory.norm);
  if (pass.random != nullptr) {
    Drop(memory.normal, pass.rates.hidden, *pass.random, memory.mask);
  }
  memory.gates = layer.gates.Forward(memory.normal);
  return layer.recurrence.Forward(memory.gates, memory.x, starts, memory.recurrence);
}

Matrix Network::LayerBackward(Layer& layer, const Starts& starts,
                              const LayerPass& memory, const Matrix& dh) {
  Matrix dx(dh.rows, dh.columns);
  const Matrix dgates = layer.recurrence.Backward(memory.gates, memory.x, starts,
                                                  memory.recurrence, dh, dx);
  Matrix dnormal = layer.gates.Backward(memory.normal, dgates);
  DropBackward(memory.mask, dnormal);
  AddTo(dx, layer.norm.Backward(memory.norm, dnormal));
  return dx;
}

void Network::Encode(const Batch& batch, Pass& pass) const {
  const auto drop = [&pass](Matrix& x, float rate, Matrix& mask) {
    if (pass.random != nullptr) Drop(x, rate, *pass.random, mask);
  };
  Embed(batch, pass.embedded);
  drop(pass.embedded, pass.rates.input, pass.embedded_mask);
  Matrix projected = project_.Forward(pass.embedded);
  for (int i = 0; i < projected.rows; ++i) {
    const float* origin = origin_->row(batch.origin[static_cast<std::size_t>(i)]);
    float* row = projected.row(i);
    for (int j = 0; j < projected.columns; ++j) row[j] += origin[j];
  }
  Matrix x = project_norm_.Forward(projected, pass.project_norm);
  Matrix normal = window_norm_.Forward(x, pass.window_norm);
  drop(normal, pass.rates.hidden, pass.window_mask);
  pass.windows = Windows(normal, batch.starts);
  pass.rectified = window_.Forward(pass.windows);
  Rectify(pass.rectified);
  AddTo(x, pass.rectified);
  pass.layers.resize(layers_.size());
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (i == static_cast<std::size_t>(shape_.lower)) {
      pass.tag_input = tag_norm_.Forward(x, pass.tag_norm);
    }
    x = RunLayer(layers_[i], x, batch.starts, pass, pass.layers[i]);
  }
  if (shape_.upper == 0) pass.tag_input = tag_norm_.Forward(x, pass.tag_norm);
  drop(pass.tag_input, pass.rates.output, pass.tag_mask);
  pass.logits = tags_.Forward(pass.tag_input);
  pass.tree_input = tree_norm_.Forward(x, pass.tree_norm);
  drop(pass.tree_input, pass.rates.output, pass.tree_mask);
  pass.heads = tree_.Forward(pass.tree_input);
  for (int i = 0; i < pass.heads.rows; ++i) {  // the arc parts are rectified
    float* row = pass.heads.row(i);
    for (int j = 0; j < 2 * shape_.arc_size; ++j) row[j] = std::max(row[j], 0.0F);
  }
  drop(pass.heads, pass.rates.output, pass.heads_mask);
}

double Network::Train(const Batch& batch, const Rates& rates, Random& random) {
  Pass pass;
  pass.rates = rates;
  pass.random = &random;
  Encode(batch, pass);
  TagLoss(batch, rates, pass);
  ArcLoss(batch, rates, pass);
  RelationLoss(batch, rates, pass);
  Backward(batch, pass);
  return pass.score.loss;
}

Score Network::Evaluate(const Batch& batch, const Rates& rates) const {
  Pass pass;
  Encode(batch, pass);
  TagLoss(batch, rates, pass);
  ArcLoss(batch, rates, pass);
  RelationLoss(batch, rates, pass);
  return pass.score;
}

void Network::Backward(const Batch& batch, Pass& pass) {
  Matrix dheads(pass.heads.rows, pass.heads.columns);
  ArcBackward(batch, pass, dheads);
  RelationBackward(batch, pass, dheads);
  DropBackward(pass.heads_mask, dheads);
  for (int i = 0; i < dheads.rows; ++i) {
    const float* y = pass.heads.row(i);
    float* dy = dheads.row(i);
    for (int j = 0; j < 2 * shape_.arc_size; ++j) dy[j] = y[j] > 0 ? dy[j] : 0.0F;
  }
  Matrix dtree = tree_.Backward(pass.tree_input, dheads);
  DropBackward(pass.tree_mask, dtree);
  Matrix dx = tree_norm_.Backward(pass.tree_norm, dtree);
  Matrix dtags = tags_.Backward(pass.tag_input, pass.dlogits);
  DropBackward(pass.tag_mask, dtags);
  const Matrix from_tags = tag_norm_.Backward(pass.tag_norm, dtags);
  if (shape_.upper == 0) AddTo(dx, from_tags);
  for (std::size_t i = layers_.size(); i-- > 0;) {
    dx = LayerBackward(layers_[i], batch.starts, pass.layers[i], dx);
    if (i == static_cast<std::size_t>(shape_.lower)) AddTo(dx, from_tags);
  }
  Matrix drectified = dx;
  RectifyBackward(pass.rectified, drectified);
  Matrix dnormal =
      WindowsBackward(window_.Backward(pass.windows, drectified), batch.starts);
  DropBackward(pass.window_mask, dnormal);
  AddTo(dx, window_norm_.Backward(pass.window_norm, dnormal));
  const Matrix dprojected = project_norm_.Backward(pass.project_norm, dx);
  for (int i = 0; i < dprojected.rows; ++i) {
    float* to = origin_->gradient_row(batch.origin[static_cast<std::size_t>(i)]);
    const float* from = dprojected.row(i);
    for (int j = 0; j < dprojected.columns; ++j) to[j] += from[j];
  }
  Matrix dembedded = project_.Backward(pass.embedded, dprojected);
  DropBackward(pass.embedded_mask, dembedded);
  EmbedBackward(batch, dembedded);
}

}  // namespace entente::train
