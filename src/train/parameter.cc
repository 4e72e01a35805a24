#include "train/parameter.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/strings.h"

namespace entente::train {
namespace {

void AdamStep(const AdamOptions& options, float scale, float rate, float root,
              Parameter& p) {
  const std::size_t size = p.value.size();
  float* value = p.value.data();
  float* gradient = p.gradient.data();
  float* mean = p.mean.data();
  float* square = p.square.data();
  float* average = p.average.data();
  const float keep = 1.0F - options.decay * rate;
  for (std::size_t i = 0; i < size; ++i) {
    const float g = gradient[i] * scale;
    mean[i] += (g - mean[i]) * (1.0F - options.beta1);
    square[i] += (g * g - square[i]) * (1.0F - options.beta2);
    value[i] = value[i] * keep -
               rate * mean[i] / (std::sqrt(square[i]) * root + options.epsilon);
    average[i] += (value[i] - average[i]) * (1.0F - options.average_decay);
    gradient[i] = 0;
  }
}

}  // namespace

Parameter& ParameterSet::Add(std::string name, int rows, int columns, float scale,
                             Random& random) {
  Parameter& p = all_.emplace_back();
  p.name = std::move(name);
  p.rows = rows;
  p.columns = columns;
  const auto size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
  p.value.resize(size);
  for (float& value : p.value) value = (random.Unit() * 2 - 1) * scale;
  p.gradient.assign(size, 0);
  p.mean.assign(size, 0);
  p.square.assign(size, 0);
  p.average = p.value;
  return p;
}

void ParameterSet::ZeroGradients() {
  for (Parameter& p : all_) std::fill(p.gradient.begin(), p.gradient.end(), 0.0F);
}

void ParameterSet::Step(const AdamOptions& options, std::int64_t step) {
  double norm = 0;
  for (const Parameter& p : all_) {
    float sum = 0;
    for (const float g : p.gradient) sum += g * g;
    norm += static_cast<double>(sum);
  }
  const float length = static_cast<float>(std::sqrt(norm));
  const float scale = length > options.clip ? options.clip / length : 1.0F;
  const auto t = static_cast<float>(step);
  const float rate = options.rate / (1.0F - std::pow(options.beta1, t));
  const float root = 1.0F / std::sqrt(1.0F - std::pow(options.beta2, t));
  AdamOptions now = options;
  // The average follows quickly while the network still changes quickly.
  now.average_decay = std::min(options.average_decay, (1.0F + t) / (10.0F + t));
  for (Parameter& p : all_) AdamStep(now, scale, rate, root, p);
}

void ParameterSet::SwapAverages() {
  for (Parameter& p : all_) p.value.swap(p.average);
}

std::string ParameterSet::Save() const {
  std::string out;
  const auto put = [&out](const std::vector<float>& values) {
    out.append(reinterpret_cast<const char*>(values.data()),
               values.size() * sizeof(float));
  };
  for (const Parameter& p : all_) {
    put(p.value);
    put(p.mean);
    put(p.square);
    put(p.average);
  }
  return out;
}

Status ParameterSet::Load(std::string_view bytes) {
  std::size_t need = 0;
  for (const Parameter& p : all_) need += 4 * p.value.size() * sizeof(float);
  if (need != bytes.size()) {
    return Error{ErrorCode::kCorrupt,
                 StrCat("checkpoint of another network: ", bytes.size(),
                        " bytes of parameters, not ", need)};
  }
  const auto take = [&bytes](std::vector<float>& values) {
    const std::size_t size = values.size() * sizeof(float);
    if (size > 0) std::memcpy(values.data(), bytes.data(), size);
    bytes.remove_prefix(size);
  };
  for (Parameter& p : all_) {
    take(p.value);
    take(p.mean);
    take(p.square);
    take(p.average);
  }
  return std::monostate();
}

}  // namespace entente::train
