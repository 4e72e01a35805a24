// The layers of the network, each with its forward step and, written by hand, its
// backward step. A layer owns references to its parameters and nothing else; what the
// backward step needs of the forward one is kept by the caller in the layer's Memory.
#ifndef ENTENTE_TRAIN_LAYERS_H_
#define ENTENTE_TRAIN_LAYERS_H_

#include <string>
#include <vector>

#include "train/parameter.h"

namespace entente::train {

struct Matrix {
  int rows = 0, columns = 0;
  std::vector<float> data;

  Matrix() = default;
  Matrix(int r, int c) { Reset(r, c); }
  // Zeros of a new size.
  void Reset(int r, int c) {
    rows = r;
    columns = c;
    data.assign(static_cast<std::size_t>(r) * static_cast<std::size_t>(c), 0.0F);
  }
  float* row(int i) { return data.data() + offset(i); }
  const float* row(int i) const { return data.data() + offset(i); }

 private:
  std::size_t offset(int i) const {
    return static_cast<std::size_t>(i) * static_cast<std::size_t>(columns);
  }
};

// Sentences lie one after another in the rows; sentence s is [starts[s], starts[s+1]).
using Starts = std::vector<int>;

// y = x W + b.
class Linear {
 public:
  Linear(ParameterSet& set, const std::string& name, int in, int out, Random& random);
  Matrix Forward(const Matrix& x) const;
  // Adds to the gradients of W and b; returns that of x.
  Matrix Backward(const Matrix& x, const Matrix& dy);
  const Parameter& weight() const { return *weight_; }
  const Parameter& bias() const { return *bias_; }
  Parameter& bias() { return *bias_; }

 private:
  Parameter* weight_;  // in x out
  Parameter* bias_;    // 1 x out
};

// Each row to mean 0 and variance 1, then gain and bias.
class LayerNorm {
 public:
  struct Memory {
    Matrix normal;               // before gain and bias
    std::vector<float> inverse;  // 1 / standard deviation of each row
  };
  LayerNorm(ParameterSet& set, const std::string& name, int size, Random& random);
  Matrix Forward(const Matrix& x, Memory& memory) const;
  Matrix Backward(const Memory& memory, const Matrix& dy);
  const Parameter& gain() const { return *gain_; }
  const Parameter& bias() const { return *bias_; }

 private:
  Parameter *gain_, *bias_;
};

// The light recurrence (SRU, Lei et al. 2018), both directions: the first half of the
// columns runs left to right, the second right to left.
//   f = s(u_f + v_f c' + b_f)   r = s(u_r + v_r c' + b_r)
//   c = f c' + (1 - f) u        h = r c + (1 - r) x
// u, u_f, u_r come from one Linear: 3 x size columns, [u | u_f | u_r].
class Recurrence {
 public:
  struct Memory {
    Matrix cell, forget, reset;
  };
  Recurrence(ParameterSet& set, const std::string& name, int size, Random& random);
  Matrix Forward(const Matrix& u, const Matrix& x, const Starts& starts,
                 Memory& memory) const;
  // Returns the gradient of u; adds that of x to `dx`.
  Matrix Backward(const Matrix& u, const Matrix& x, const Starts& starts,
                  const Memory& memory, const Matrix& dh, Matrix& dx);
  const Parameter& peephole() const { return *peephole_; }

 private:
  Parameter* peephole_;  // 4 x size: v_f, b_f, v_r, b_r
};

// Rows t-1, t, t+1 side by side, zeros beyond the sentence's ends; and back.
Matrix Windows(const Matrix& x, const Starts& starts);
Matrix WindowsBackward(const Matrix& dw, const Starts& starts);

// max(x, 0) in place, and its backward step given its result.
void Rectify(Matrix& x);
void RectifyBackward(const Matrix& y, Matrix& dy);

// Zeroes values with the given probability and scales the rest; `mask` keeps the
// factors.
void Drop(Matrix& x, float probability, Random& random, Matrix& mask);
void DropBackward(const Matrix& mask, Matrix& dx);

void AddTo(Matrix& sum, const Matrix& x);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_LAYERS_H_
