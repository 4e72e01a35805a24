// Every path of the kernels gives the same bits.
#include "syntax/kernels.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/hash.h"

namespace entente {
namespace {

std::vector<Processor> Paths() {
  std::vector<Processor> paths = {Processor::kPlain};
  if (BestProcessor() != Processor::kPlain) paths.push_back(Processor::kAvx2);
  if (BestProcessor() == Processor::kAvx512) paths.push_back(Processor::kAvx512);
  return paths;
}

std::vector<float> RandomFloats(std::size_t count, std::uint64_t seed) {
  std::vector<float> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] =
        static_cast<float>(Mix64(seed * 77777 + i + 1) % 20001) / 2500.0F - 4.0F;
  }
  return values;
}

struct Weights {
  std::vector<std::int8_t> bytes;
  std::vector<float> scale, bias;
  std::vector<std::int32_t> sum;
  PackedLinear linear;
};

// Row-major weights packed as the trainer does.
Weights Pack(int inputs, int outputs) {
  Weights w;
  w.linear.inputs = inputs;
  w.linear.outputs = outputs;
  const auto padded = static_cast<std::size_t>(w.linear.padded_outputs());
  const auto groups = static_cast<std::size_t>(w.linear.groups());
  w.bytes.assign(padded * groups * 4, 0);
  w.sum.assign(padded, 0);
  w.scale = RandomFloats(padded, 3);
  w.bias = RandomFloats(padded, 4);
  for (std::size_t o = 0; o < static_cast<std::size_t>(outputs); ++o) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(inputs); ++i) {
      const auto q = static_cast<std::int8_t>(
          static_cast<int>(Mix64(o * 1000 + i + 1) % 127) - 63);
      w.bytes[(o / 16 * groups + i / 4) * 64 + o % 16 * 4 + i % 4] = q;
      w.sum[o] += q;
    }
  }
  w.linear.weights = w.bytes;
  w.linear.scale = w.scale;
  w.linear.bias = w.bias;
  w.linear.sum = w.sum;
  return w;
}

TEST(Kernels, ProductsAgreeToTheBit) {
  for (const int inputs : {4, 96, 101, 256}) {
    const Weights w = Pack(inputs, 51);
    const int rows = 21, stride = (inputs + 3) / 4 * 4;
    const auto x = RandomFloats(static_cast<std::size_t>(rows * inputs), 9);
    std::vector<std::vector<float>> results;
    for (const Processor path : Paths()) {
      std::vector<std::uint8_t> bytes(static_cast<std::size_t>(rows * stride));
      std::vector<float> scale(static_cast<std::size_t>(rows));
      const QuantRows quant{bytes.data(), scale.data(), stride};
      for (int i = 0; i < rows; ++i) {
        Quantise(path, x.data() + i * inputs, inputs, quant, i);
      }
      std::vector<float> y(static_cast<std::size_t>(rows * w.linear.padded_outputs()));
      Apply(path, w.linear, quant, rows, y.data(), w.linear.padded_outputs());
      results.push_back(y);
    }
    for (const auto& result : results) EXPECT_EQ(result, results[0]) << inputs;
  }
}

TEST(Kernels, LargestValuesDoNotSaturate) {
  Weights w = Pack(512, 16);
  std::fill(w.bytes.begin(), w.bytes.end(), std::int8_t{63});
  std::fill(w.sum.begin(), w.sum.end(), 63 * 512);
  w.scale.assign(16, 1.0F);
  w.bias.assign(16, 0.0F);
  w.linear.weights = w.bytes;
  w.linear.scale = w.scale;
  w.linear.bias = w.bias;
  w.linear.sum = w.sum;
  std::vector<std::uint8_t> bytes(512, 255);
  float scale = 1.0F;
  for (const Processor path : Paths()) {
    std::vector<float> y(16);
    Apply(path, w.linear, {bytes.data(), &scale, 512}, 1, y.data(), 16);
    EXPECT_EQ(y[15], 127.0F * 63.0F * 512.0F);
  }
}

TEST(Kernels, FloatsAgreeToTheBit) {
  for (const int size : {32, 96, 200, 256}) {
    const auto count = static_cast<std::size_t>(size);
    const int rows = 17;
    const auto x = RandomFloats(count * 17, 1), gates = RandomFloats(count * 3 * 17, 2);
    const auto peephole = RandomFloats(count * 4, 5);
    std::vector<std::vector<float>> results;
    for (const Processor path : Paths()) {
      std::vector<float> out(count), state = x, cell(count), scores(count, 0.5F);
      Normalise(path, x.data(), size, gates.data(), peephole.data(), out.data());
      RecurrenceStep step{
          gates.data(), 3 * size, peephole.data(), state.data(), cell.data(),
          size,         0,        size / 2,        rows,         false};
      Recur(path, step);
      step.from = size / 2;
      step.to = size;
      step.backward = true;
      Recur(path, step);
      AddProducts(path, peephole.data(), 17, x.data(), size, size - 3, scores.data());
      out.insert(out.end(), state.begin(), state.end());
      out.insert(out.end(), scores.begin(), scores.end());
      results.push_back(out);
    }
    for (const auto& result : results) EXPECT_EQ(result, results[0]) << size;
  }
}

TEST(Kernels, NothingButZeros) {
  const std::vector<float> zeros(8, 0.0F);
  std::vector<std::uint8_t> bytes(8);
  float scale = 5;
  Quantise(Processor::kPlain, zeros.data(), 8, {bytes.data(), &scale, 8}, 0);
  EXPECT_EQ(scale, 0.0F);
  EXPECT_EQ(bytes, std::vector<std::uint8_t>(8, 128));
}

}  // namespace
}  // namespace entente
