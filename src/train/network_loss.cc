// The losses of the network: tags, arcs, relations.
#include <algorithm>
#include <cmath>

#include "train/gemm.h"
#include "train/network.h"
#include "train/network_pass.h"

namespace entente::train {
namespace {

// Softmax cross entropy of scores[0..count): the gradient times `weight` goes to
// `gradient`. Returns the loss; `best` is the highest score's index.
double CrossEntropy(const float* scores, int count, int gold, float weight,
                    float* gradient, int& best) {
  best = static_cast<int>(std::max_element(scores, scores + count) - scores);
  const float top = scores[best];
  float sum = 0;
  for (int i = 0; i < count; ++i) {
    gradient[i] = std::exp(scores[i] - top);
    sum += gradient[i];
  }
  for (int i = 0; i < count; ++i) gradient[i] *= weight / sum;
  gradient[gold] -= weight;
  return static_cast<double>(weight * (std::log(sum) + top - scores[gold]));
}

float PerWord(const Batch& batch) {
  return 1.0F / static_cast<float>(std::max<std::size_t>(batch.input.size(), 1));
}

}  // namespace

void Network::TagLoss(const Batch& batch, const Rates& rates, Pass& pass) const {
  const float per_word = PerWord(batch);
  pass.dlogits.Reset(pass.logits.rows, pass.logits.columns);
  for (int i = 0; i < pass.logits.rows; ++i) {
    int column = 0;
    for (std::size_t task = 0; task < kTaskCount; ++task) {
      const int gold = batch.tags[static_cast<std::size_t>(i)][task];
      if (gold >= 0) {
        int best = 0;
        pass.score.loss += CrossEntropy(
            pass.logits.row(i) + column, shape_.labels[task], gold,
            rates.task[task] * per_word, pass.dlogits.row(i) + column, best);
        pass.score.total[task] += 1;
        pass.score.correct[task] += best == gold ? 1 : 0;
      }
      column += shape_.labels[task];
    }
  }
}

// Scores of sentence s: row d, column 0 the root, column h the h-th word.
void Network::ArcLoss(const Batch& batch, const Rates& rates, Pass& pass) const {
  const int arc = shape_.arc_size;
  const float weight = rates.arc * PerWord(batch);
  pass.dependents.Reset(pass.heads.rows, arc);
  for (int i = 0; i < pass.heads.rows; ++i) {
    std::copy(pass.heads.row(i), pass.heads.row(i) + arc, pass.dependents.row(i));
  }
  pass.bilinear = bilinear_.Forward(pass.dependents);
  pass.chosen.assign(batch.input.size(), 0);
  pass.darcs.resize(batch.starts.size());
  for (std::size_t s = 0; s + 1 < batch.starts.size(); ++s) {
    const int begin = batch.starts[s], count = batch.starts[s + 1] - begin;
    Matrix scores(count, count + 1);
    if (count == 0) continue;
    Multiply({pass.bilinear.row(begin), arc},
             {pass.heads.row(begin) + arc, pass.heads.columns, true},
             scores.data.data() + 1, count + 1, count, count, arc, false);
    pass.darcs[s].Reset(count, count + 1);
    for (int d = 0; d < count; ++d) {
      float* row = scores.row(d);
      const float* t = pass.bilinear.row(begin + d);
      for (int j = 0; j < arc; ++j)
        row[0] += t[j] * root_->value[static_cast<std::size_t>(j)];
      for (int h = 0; h < count; ++h) {
        row[h + 1] += distance_->value[static_cast<std::size_t>(DistanceBucket(h - d))];
      }
      row[d + 1] = -1e9F;
      const auto word = static_cast<std::size_t>(begin + d);
      if (batch.head[word] < 0) continue;
      pass.score.loss += CrossEntropy(row, count + 1, batch.head[word], weight,
                                      pass.darcs[s].row(d), pass.chosen[word]);
      pass.score.heads += 1;
      pass.score.arcs += pass.chosen[word] == batch.head[word] ? 1 : 0;
    }
  }
}

void Network::ArcBackward(const Batch& batch, Pass& pass, Matrix& dheads) {
  const int arc = shape_.arc_size;
  Matrix dbilinear(pass.bilinear.rows, arc);
  for (std::size_t s = 0; s + 1 < batch.starts.size(); ++s) {
    const int begin = batch.starts[s], count = batch.starts[s + 1] - begin;
    if (count == 0) continue;
    const Matrix& d = pass.darcs[s];
    Multiply({d.data.data() + 1, count + 1},
             {pass.heads.row(begin) + arc, pass.heads.columns}, dbilinear.row(begin),
             arc, count, arc, count, false);
    Multiply({d.data.data() + 1, count + 1, true}, {pass.bilinear.row(begin), arc},
             dheads.row(begin) + arc, dheads.columns, count, arc, count, true);
    for (int i = 0; i < count; ++i) {
      const float* row = d.row(i);
      const float* t = pass.bilinear.row(begin + i);
      float* dt = dbilinear.row(begin + i);
      for (int j = 0; j < arc; ++j) {
        root_->gradient[static_cast<std::size_t>(j)] += row[0] * t[j];
        dt[j] += row[0] * root_->value[static_cast<std::size_t>(j)];
      }
      for (int h = 0; h < count; ++h) {
        distance_->gradient[static_cast<std::size_t>(DistanceBucket(h - i))] +=
            row[h + 1];
      }
    }
  }
  const Matrix ddependents = bilinear_.Backward(pass.dependents, dbilinear);
  for (int i = 0; i < dheads.rows; ++i) {
    float* to = dheads.row(i);
    const float* from = ddependents.row(i);
    for (int j = 0; j < arc; ++j) to[j] += from[j];
  }
}

void Network::RelationLoss(const Batch& batch, const Rates& rates, Pass& pass) const {
  const int at = 2 * shape_.arc_size, size = shape_.label_size;
  const float weight = rates.relation * PerWord(batch);
  pass.labelled.clear();
  for (std::size_t s = 0; s + 1 < batch.starts.size(); ++s) {
    for (int i = batch.starts[s]; i < batch.starts[s + 1]; ++i) {
      if (batch.head[static_cast<std::size_t>(i)] >= 0) pass.labelled.push_back(i);
    }
  }
  pass.label_hidden.Reset(static_cast<int>(pass.labelled.size()), size);
  std::size_t s = 0;
  for (int k = 0; k < pass.label_hidden.rows; ++k) {
    const int i = pass.labelled[static_cast<std::size_t>(k)];
    while (batch.starts[s + 1] <= i) ++s;
    const int head = batch.head[static_cast<std::size_t>(i)];
    const float* of_head = head == 0
                               ? root_->value.data() + shape_.arc_size
                               : pass.heads.row(batch.starts[s] + head - 1) + at + size;
    const float* of_word = pass.heads.row(i) + at;
    float* hidden = pass.label_hidden.row(k);
    for (int j = 0; j < size; ++j) hidden[j] = std::max(of_word[j] + of_head[j], 0.0F);
  }
  const Matrix scores = label_.Forward(pass.label_hidden);
  pass.dlabels.Reset(scores.rows, scores.columns);
  for (int k = 0; k < scores.rows; ++k) {
    const auto i = static_cast<std::size_t>(pass.labelled[static_cast<std::size_t>(k)]);
    int best = 0;
    pass.score.loss += CrossEntropy(scores.row(k), scores.columns, batch.relation[i],
                                    weight, pass.dlabels.row(k), best);
    const bool both = best == batch.relation[i] && pass.chosen[i] == batch.head[i];
    pass.score.labelled += both ? 1 : 0;
  }
}

void Network::RelationBackward(const Batch& batch, Pass& pass, Matrix& dheads) {
  const int at = 2 * shape_.arc_size, size = shape_.label_size;
  Matrix dhidden = label_.Backward(pass.label_hidden, pass.dlabels);
  RectifyBackward(pass.label_hidden, dhidden);
  std::size_t s = 0;
  for (int k = 0; k < dhidden.rows; ++k) {
    const int i = pass.labelled[static_cast<std::size_t>(k)];
    while (batch.starts[s + 1] <= i) ++s;
    const int head = batch.head[static_cast<std::size_t>(i)];
    float* to_head = head == 0 ? root_->gradient.data() + shape_.arc_size
                               : dheads.row(batch.starts[s] + head - 1) + at + size;
    float* to_word = dheads.row(i) + at;
    const float* from = dhidden.row(k);
    for (int j = 0; j < size; ++j) {
      to_word[j] += from[j];
      to_head[j] += from[j];
    }
  }
}

}  // namespace entente::train
