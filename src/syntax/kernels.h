// The inner loops of the network, with the same results on every processor.
//
// Matrix products take 8-bit activations (unsigned, offset 128) and 7-bit weights into
// 32-bit sums: exact integers, so the AVX-512 VNNI, AVX2 and plain paths agree to the
// bit. Everything else is float, each output computed by itself in one fixed order of
// additions and multiplications, never fused (this file is built with
// -ffp-contract=off).
#ifndef ENTENTE_SYNTAX_KERNELS_H_
#define ENTENTE_SYNTAX_KERNELS_H_

#include <cstdint>
#include <span>

namespace entente {

// Which path the products take.
enum class Processor : std::uint8_t { kPlain, kAvx2, kAvx512 };

// The best this machine has.
Processor BestProcessor();

// Weights as they lie in the model file. Inputs are grouped by 4, outputs by 16:
// weight[(out / 16 * groups + in / 4) * 64 + out % 16 * 4 + in % 4], in [-63, 63],
// groups = input_size / 4 rounded up, missing values 0.
struct PackedLinear {
  int inputs = 0, outputs = 0;
  std::span<const std::int8_t> weights;
  std::span<const float> scale;       // of each output
  std::span<const float> bias;        // of each output
  std::span<const std::int32_t> sum;  // of each output's weights

  int groups() const { return (inputs + 3) / 4; }
  int padded_outputs() const { return (outputs + 15) / 16 * 16; }
};

// Rows of activations as bytes: value = (byte - 128) * scale.
struct QuantRows {
  std::uint8_t* bytes;  // rows x stride, stride a multiple of 4
  float* scale;         // one a row
  int stride;
};

// Quantises `count` floats into row `row`; its own largest magnitude sets the scale.
void Quantise(Processor processor, const float* from, int count, const QuantRows& rows,
              int row);

// y[row] = x[row] W + b for `count` rows; y rows lie `y_stride` floats apart, with room
// for padded_outputs().
void Apply(Processor processor, const PackedLinear& linear, const QuantRows& x,
           int count, float* y, int y_stride);

// Each row to mean 0 and variance 1, times gain plus bias.
void Normalise(Processor processor, const float* x, int size, const float* gain,
               const float* bias, float* y);

// The recurrence of one direction over one sentence: columns [from, to) of `count`
// rows, right to left when `backward`. `gates` rows hold [u | u_f | u_r], x and h rows
// `size` columns; h may be x. `peephole` is v_f, b_f, v_r, b_r. `cell` is scratch of
// `size`.
struct RecurrenceStep {
  const float* gates;
  int gates_stride;
  const float* peephole;
  float* state;  // x in, h out
  float* cell;
  int size, from, to, count;
  bool backward;
};
void Recur(Processor processor, const RecurrenceStep& step);

// scores[h] += sum over k of t[k] * columns[k * stride + h], for h in [0, count).
void AddProducts(Processor processor, const float* t, int size, const float* columns,
                 int stride, int count, float* scores);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_KERNELS_H_
