// Parameter and ParameterSet: the numbers being learned, and the Adam step over them.
#ifndef ENTENTE_TRAIN_PARAMETER_H_
#define ENTENTE_TRAIN_PARAMETER_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "base/result.h"
#include "train/random.h"

namespace entente::train {

// A matrix of `rows` x `columns`, its gradient, and what Adam remembers of it.
struct Parameter {
  std::string name;
  int rows = 0, columns = 0;
  std::vector<float> value, gradient, mean, square;
  std::vector<float> average;  // moving average of value: what is shipped

  float* row(int i) { return value.data() + offset(i); }
  const float* row(int i) const { return value.data() + offset(i); }
  float* gradient_row(int i) { return gradient.data() + offset(i); }

 private:
  std::size_t offset(int i) const {
    return static_cast<std::size_t>(i) * static_cast<std::size_t>(columns);
  }
};

struct AdamOptions {
  float rate = 0.002F;
  float beta1 = 0.9F, beta2 = 0.98F, epsilon = 1e-8F;
  float decay = 0.0F;            // decoupled weight decay
  float clip = 5.0F;             // largest norm of the whole gradient
  float average_decay = 0.999F;  // of Parameter::average
};

class ParameterSet {
 public:
  // Uniform in [-scale, scale]; the reference stays valid.
  Parameter& Add(std::string name, int rows, int columns, float scale, Random& random);

  // One Adam step with the gradients, which are then zero again. `step` counts from 1.
  void Step(const AdamOptions& options, std::int64_t step);
  void ZeroGradients();

  // Exchanges values and averages: called in pairs around an evaluation.
  void SwapAverages();

  std::deque<Parameter>& all() { return all_; }
  const std::deque<Parameter>& all() const { return all_; }

  // Everything, Adam's memory too, so that training can go on from it.
  std::string Save() const;
  // Returns kCorrupt when the bytes are of another network.
  Status Load(std::string_view bytes);

 private:
  std::deque<Parameter> all_;
};

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_PARAMETER_H_
