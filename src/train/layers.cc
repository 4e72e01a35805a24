#include "train/layers.h"

#include <cmath>

#include "base/check.h"
#include "train/gemm.h"

namespace entente::train {
namespace {

constexpr float kEpsilon = 1e-5F;

float Sigmoid(float x) { return 1.0F / (1.0F + std::exp(-x)); }

float UniformScale(int in) { return std::sqrt(3.0F / static_cast<float>(in)); }

}  // namespace

Linear::Linear(ParameterSet& set, const std::string& name, int in, int out,
               Random& random)
    : weight_(&set.Add(name + ".w", in, out, UniformScale(in), random)),
      bias_(&set.Add(name + ".b", 1, out, 0.0F, random)) {}

Matrix Linear::Forward(const Matrix& x) const {
  CHECK(x.columns == weight_->rows);
  Matrix y(x.rows, weight_->columns);
  for (int i = 0; i < y.rows; ++i) {
    std::copy(bias_->value.begin(), bias_->value.end(), y.row(i));
  }
  Multiply({x.data.data(), x.columns}, {weight_->value.data(), weight_->columns},
           y.data.data(), y.columns, x.rows, y.columns, x.columns, true);
  return y;
}

Matrix Linear::Backward(const Matrix& x, const Matrix& dy) {
  Multiply({x.data.data(), x.columns, true}, {dy.data.data(), dy.columns},
           weight_->gradient.data(), weight_->columns, x.columns, dy.columns, x.rows,
           true);
  for (int i = 0; i < dy.rows; ++i) {
    const float* from = dy.row(i);
    for (int j = 0; j < dy.columns; ++j) {
      bias_->gradient[static_cast<std::size_t>(j)] += from[j];
    }
  }
  Matrix dx(x.rows, x.columns);
  Multiply({dy.data.data(), dy.columns},
           {weight_->value.data(), weight_->columns, true}, dx.data.data(), dx.columns,
           x.rows, x.columns, dy.columns, false);
  return dx;
}

LayerNorm::LayerNorm(ParameterSet& set, const std::string& name, int size,
                     Random& random)
    : gain_(&set.Add(name + ".gain", 1, size, 0.0F, random)),
      bias_(&set.Add(name + ".bias", 1, size, 0.0F, random)) {
  for (float& value : gain_->value) value = 1.0F;
  gain_->average = gain_->value;
}

Matrix LayerNorm::Forward(const Matrix& x, Memory& memory) const {
  Matrix y(x.rows, x.columns);
  memory.normal.Reset(x.rows, x.columns);
  memory.inverse.resize(static_cast<std::size_t>(x.rows));
  const auto size = static_cast<float>(x.columns);
  for (int i = 0; i < x.rows; ++i) {
    const float* from = x.row(i);
    float sum = 0, squares = 0;
    for (int j = 0; j < x.columns; ++j) sum += from[j];
    const float mean = sum / size;
    for (int j = 0; j < x.columns; ++j) squares += (from[j] - mean) * (from[j] - mean);
    const float inverse = 1.0F / std::sqrt(squares / size + kEpsilon);
    memory.inverse[static_cast<std::size_t>(i)] = inverse;
    float* normal = memory.normal.row(i);
    float* to = y.row(i);
    for (int j = 0; j < x.columns; ++j) {
      normal[j] = (from[j] - mean) * inverse;
      to[j] = normal[j] * gain_->value[static_cast<std::size_t>(j)] +
              bias_->value[static_cast<std::size_t>(j)];
    }
  }
  return y;
}

Matrix LayerNorm::Backward(const Memory& memory, const Matrix& dy) {
  Matrix dx(dy.rows, dy.columns);
  const auto size = static_cast<float>(dy.columns);
  for (int i = 0; i < dy.rows; ++i) {
    const float* from = dy.row(i);
    const float* normal = memory.normal.row(i);
    float sum = 0, dot = 0;
    for (int j = 0; j < dy.columns; ++j) {
      const auto column = static_cast<std::size_t>(j);
      gain_->gradient[column] += from[j] * normal[j];
      bias_->gradient[column] += from[j];
      const float scaled = from[j] * gain_->value[column];
      sum += scaled;
      dot += scaled * normal[j];
    }
    float* to = dx.row(i);
    const float inverse = memory.inverse[static_cast<std::size_t>(i)];
    for (int j = 0; j < dy.columns; ++j) {
      const float scaled = from[j] * gain_->value[static_cast<std::size_t>(j)];
      to[j] = inverse * (scaled - sum / size - normal[j] * dot / size);
    }
  }
  return dx;
}

Recurrence::Recurrence(ParameterSet& set, const std::string& name, int size,
                       Random& random)
    : peephole_(&set.Add(name + ".v", 4, size, 0.1F, random)) {
  for (int j = 0; j < size; ++j) {
    peephole_->row(1)[j] = 1.0F;   // remember at first
    peephole_->row(3)[j] = -1.0F;  // and pass the input on
  }
  peephole_->average = peephole_->value;
}

Matrix Recurrence::Forward(const Matrix& u, const Matrix& x, const Starts& starts,
                           Memory& memory) const {
  const int size = x.columns, half = size / 2;
  Matrix h(x.rows, size);
  memory.cell.Reset(x.rows, size);
  memory.forget.Reset(x.rows, size);
  memory.reset.Reset(x.rows, size);
  const std::vector<float> zeros(static_cast<std::size_t>(size), 0.0F);
  const float *vf = peephole_->row(0), *bf = peephole_->row(1);
  const float *vr = peephole_->row(2), *br = peephole_->row(3);
  const auto step = [&](int t, const float* before, int from, int to) {
    const float *ut = u.row(t), *xt = x.row(t);
    float *c = memory.cell.row(t), *f = memory.forget.row(t);
    float *r = memory.reset.row(t), *out = h.row(t);
    for (int j = from; j < to; ++j) {
      f[j] = Sigmoid(ut[size + j] + vf[j] * before[j] + bf[j]);
      r[j] = Sigmoid(ut[2 * size + j] + vr[j] * before[j] + br[j]);
      c[j] = f[j] * before[j] + (1.0F - f[j]) * ut[j];
      out[j] = r[j] * c[j] + (1.0F - r[j]) * xt[j];
    }
  };
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    const int begin = starts[s], end = starts[s + 1];
    for (int t = begin; t < end; ++t) {
      step(t, t == begin ? zeros.data() : memory.cell.row(t - 1), 0, half);
    }
    for (int t = end - 1; t >= begin; --t) {
      step(t, t == end - 1 ? zeros.data() : memory.cell.row(t + 1), half, size);
    }
  }
  return h;
}

Matrix Recurrence::Backward(const Matrix& u, const Matrix& x, const Starts& starts,
                            const Memory& memory, const Matrix& dh, Matrix& dx) {
  const int size = x.columns, half = size / 2;
  Matrix du(u.rows, u.columns);
  const std::vector<float> zeros(static_cast<std::size_t>(size), 0.0F);
  std::vector<float> carry(static_cast<std::size_t>(size));  // gradient of the cell
  const float *vf = peephole_->row(0), *vr = peephole_->row(2);
  float *dvf = peephole_->gradient_row(0), *dbf = peephole_->gradient_row(1);
  float *dvr = peephole_->gradient_row(2), *dbr = peephole_->gradient_row(3);
  const auto step = [&](int t, const float* before, int from, int to) {
    const float *ut = u.row(t), *xt = x.row(t), *up = dh.row(t);
    const float *c = memory.cell.row(t), *f = memory.forget.row(t);
    const float* r = memory.reset.row(t);
    float *out = du.row(t), *to_x = dx.row(t), *dc = carry.data();
    for (int j = from; j < to; ++j) {
      const float dr = up[j] * (c[j] - xt[j]) * r[j] * (1.0F - r[j]);
      to_x[j] += up[j] * (1.0F - r[j]);
      const float cell = dc[j] + up[j] * r[j];
      const float df = cell * (before[j] - ut[j]) * f[j] * (1.0F - f[j]);
      out[j] = cell * (1.0F - f[j]);
      out[size + j] = df;
      out[2 * size + j] = dr;
      dvf[j] += df * before[j];
      dbf[j] += df;
      dvr[j] += dr * before[j];
      dbr[j] += dr;
      dc[j] = cell * f[j] + df * vf[j] + dr * vr[j];
    }
  };
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    const int begin = starts[s], end = starts[s + 1];
    std::fill(carry.begin(), carry.end(), 0.0F);
    for (int t = end - 1; t >= begin; --t) {
      step(t, t == begin ? zeros.data() : memory.cell.row(t - 1), 0, half);
    }
    for (int t = begin; t < end; ++t) {
      step(t, t == end - 1 ? zeros.data() : memory.cell.row(t + 1), half, size);
    }
  }
  return du;
}

Matrix Windows(const Matrix& x, const Starts& starts) {
  Matrix w(x.rows, 3 * x.columns);
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    for (int t = starts[s]; t < starts[s + 1]; ++t) {
      for (int k = -1; k <= 1; ++k) {
        if (t + k < starts[s] || t + k >= starts[s + 1]) continue;
        std::copy(x.row(t + k), x.row(t + k) + x.columns,
                  w.row(t) + (k + 1) * x.columns);
      }
    }
  }
  return w;
}

Matrix WindowsBackward(const Matrix& dw, const Starts& starts) {
  const int size = dw.columns / 3;
  Matrix dx(dw.rows, size);
  for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
    for (int t = starts[s]; t < starts[s + 1]; ++t) {
      for (int k = -1; k <= 1; ++k) {
        if (t + k < starts[s] || t + k >= starts[s + 1]) continue;
        const float* from = dw.row(t) + (k + 1) * size;
        float* to = dx.row(t + k);
        for (int j = 0; j < size; ++j) to[j] += from[j];
      }
    }
  }
  return dx;
}

void Rectify(Matrix& x) {
  for (float& value : x.data) value = value > 0 ? value : 0.0F;
}

void RectifyBackward(const Matrix& y, Matrix& dy) {
  for (std::size_t i = 0; i < y.data.size(); ++i) {
    if (y.data[i] <= 0) dy.data[i] = 0;
  }
}

void Drop(Matrix& x, float probability, Random& random, Matrix& mask) {
  mask.Reset(x.rows, x.columns);
  const float factor = 1.0F / (1.0F - probability);
  for (std::size_t i = 0; i < x.data.size(); ++i) {
    mask.data[i] = random.Chance(probability) ? 0.0F : factor;
    x.data[i] *= mask.data[i];
  }
}

void DropBackward(const Matrix& mask, Matrix& dx) {
  for (std::size_t i = 0; i < dx.data.size(); ++i) dx.data[i] *= mask.data[i];
}

void AddTo(Matrix& sum, const Matrix& x) {
  for (std::size_t i = 0; i < x.data.size(); ++i) sum.data[i] += x.data[i];
}

}  // namespace entente::train
