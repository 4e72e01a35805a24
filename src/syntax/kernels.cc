#include "syntax/kernels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>

#if defined(__x86_64__)
#define ENTENTE_X86 1
#include <immintrin.h>
#endif

namespace entente {
namespace {

#define ENTENTE_INLINE inline __attribute__((always_inline))

// The loop's pointers do not overlap; only the programmer can know it.
#if defined(__clang__)
#define ENTENTE_APART _Pragma("clang loop vectorize(assume_safety)")
#else
#define ENTENTE_APART _Pragma("GCC ivdep")
#endif

// Float lanes that each sum keeps apart, so that every vector width adds alike.
constexpr int kLanes = 16;

ENTENTE_INLINE float SumLanes(const float* lanes) {
  float sum[8];
  for (int i = 0; i < 8; ++i) sum[i] = lanes[i] + lanes[i + 8];
  for (int i = 0; i < 4; ++i) sum[i] += sum[i + 4];
  return (sum[0] + sum[2]) + (sum[1] + sum[3]);
}

// 1 / (1 + e^-x), from e^-x = 2^n 2^f; additions, products and one division only.
ENTENTE_INLINE float Sigmoid(float x) {
  const float clipped = x < -30.0F ? -30.0F : x > 30.0F ? 30.0F : x;
  const float t = clipped * -1.44269504F;
  // Adding and taking away 1.5 * 2^23 rounds to a whole number.
  const float rounded = (t + 12582912.0F) - 12582912.0F;
  const float f = t - rounded;
  const float power =
      1.0F + f * (0.693147182F +
                  f * (0.240226462F + f * (0.0555032865F +
                                           f * (0.00961812911F + f * 0.00133335581F))));
  const auto n = static_cast<std::int32_t>(rounded);
  const float scaled = power * std::bit_cast<float>((n + 127) << 23);
  return 1.0F / (1.0F + scaled);
}

ENTENTE_INLINE void NormaliseBody(const float* x, int size, const float* gain,
                                  const float* bias, float* y) {
  float sums[kLanes] = {}, squares[kLanes] = {};
  const int whole = size / kLanes * kLanes;
  for (int i = 0; i < whole; i += kLanes) {
    for (int l = 0; l < kLanes; ++l) sums[l] += x[i + l];
  }
  for (int i = whole; i < size; ++i) sums[i - whole] += x[i];
  const auto count = static_cast<float>(size);
  const float mean = SumLanes(sums) / count;
  for (int i = 0; i < whole; i += kLanes) {
    for (int l = 0; l < kLanes; ++l) {
      const float d = x[i + l] - mean;
      squares[l] += d * d;
    }
  }
  for (int i = whole; i < size; ++i) {
    const float d = x[i] - mean;
    squares[i - whole] += d * d;
  }
  const float inverse = 1.0F / std::sqrt(SumLanes(squares) / count + 1e-5F);
  for (int i = 0; i < size; ++i) y[i] = (x[i] - mean) * inverse * gain[i] + bias[i];
}

ENTENTE_INLINE void RecurBody(const RecurrenceStep& s) {
  const float *vf = s.peephole, *bf = vf + s.size, *vr = bf + s.size, *br = vr + s.size;
  float* c = s.cell;
  for (int j = s.from; j < s.to; ++j) c[j] = 0.0F;
  for (int k = 0; k < s.count; ++k) {
    const std::ptrdiff_t t = s.backward ? s.count - 1 - k : k;
    const float* u = s.gates + t * s.gates_stride;
    const float *uf = u + s.size, *ur = uf + s.size;
    float* h = s.state + t * s.size;
    ENTENTE_APART
    for (int j = s.from; j < s.to; ++j) {
      const float f = Sigmoid(uf[j] + vf[j] * c[j] + bf[j]);
      const float r = Sigmoid(ur[j] + vr[j] * c[j] + br[j]);
      const float now = f * c[j] + (1.0F - f) * u[j];
      c[j] = now;
      h[j] = r * now + (1.0F - r) * h[j];
    }
  }
}

// Returns the scale.
ENTENTE_INLINE float QuantiseBody(const float* __restrict from, int count, int stride,
                                  std::uint8_t* __restrict to) {
  float lanes[kLanes] = {};
  const int whole = count / kLanes * kLanes;
  for (int i = 0; i < whole; i += kLanes) {
    for (int l = 0; l < kLanes; ++l) {
      const float size = std::abs(from[i + l]);
      lanes[l] = size > lanes[l] ? size : lanes[l];
    }
  }
  float most = 0;
  for (int i = whole; i < count; ++i) most = std::max(most, std::abs(from[i]));
  for (int l = 0; l < kLanes; ++l) most = std::max(most, lanes[l]);
  const float inverse = most > 0 ? 127.0F / most : 0.0F;
  for (int i = 0; i < count; ++i) {
    // To the nearest whole number by the same trick as in Sigmoid.
    const float rounded = (from[i] * inverse + 12582912.0F) - 12582912.0F;
    to[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(rounded) + 128);
  }
  for (int i = count; i < stride; ++i) to[i] = 128;
  return most / 127.0F;
}

ENTENTE_INLINE void AddProductsBody(const float* t, int size, const float* columns,
                                    int stride, int count, float* scores) {
  int h = 0;
  for (; h + kLanes <= count; h += kLanes) {
    float sums[kLanes];
    for (int l = 0; l < kLanes; ++l) sums[l] = scores[h + l];
    for (int k = 0; k < size; ++k) {
      const float* column = columns + static_cast<std::ptrdiff_t>(k) * stride + h;
      for (int l = 0; l < kLanes; ++l) sums[l] += t[k] * column[l];
    }
    for (int l = 0; l < kLanes; ++l) scores[h + l] = sums[l];
  }
  for (; h < count; ++h) {
    float sum = scores[h];
    for (int k = 0; k < size; ++k) {
      sum += t[k] * columns[static_cast<std::ptrdiff_t>(k) * stride + h];
    }
    scores[h] = sum;
  }
}

// Sums of one block of 16 outputs to floats.
ENTENTE_INLINE void Finish(const PackedLinear& linear, int block,
                           const std::int32_t* sums, float scale, float* y) {
  for (int l = 0; l < 16; ++l) {
    const auto out = static_cast<std::size_t>(block * 16 + l);
    const auto exact = static_cast<float>(sums[l] - 128 * linear.sum[out]);
    y[out] = exact * (scale * linear.scale[out]) + linear.bias[out];
  }
}

void ApplyPlain(const PackedLinear& linear, const QuantRows& x, int count, float* y,
                int y_stride) {
  const int groups = linear.groups();
  for (int row = 0; row < count; ++row) {
    const std::uint8_t* bytes = x.bytes + std::ptrdiff_t{row} * x.stride;
    for (int block = 0; block < linear.padded_outputs() / 16; ++block) {
      const std::int8_t* w =
          linear.weights.data() + std::ptrdiff_t{block} * groups * 64;
      std::int32_t sums[16] = {};
      for (int g = 0; g < groups; ++g) {
        for (int l = 0; l < 16; ++l) {
          for (int k = 0; k < 4; ++k) {
            sums[l] += bytes[g * 4 + k] * w[g * 64 + l * 4 + k];
          }
        }
      }
      Finish(linear, block, sums, x.scale[row], y + std::ptrdiff_t{row} * y_stride);
    }
  }
}

#ifdef ENTENTE_X86

constexpr int kTileRows = 4;

ENTENTE_INLINE std::int32_t FourBytes(const std::uint8_t* from) {
  std::int32_t value;
  std::memcpy(&value, from, 4);
  return value;
}

// `rows` is at most kTileRows; the missing ones repeat the first.
__attribute__((target("avx2"))) void TileAvx2(const PackedLinear& linear,
                                              const QuantRows& x, int first, int rows,
                                              int block, float* y, int y_stride) {
  const int groups = linear.groups();
  const std::int8_t* w = linear.weights.data() + std::ptrdiff_t{block} * groups * 64;
  const std::uint8_t* bytes[kTileRows];
  __m256i low[kTileRows], high[kTileRows];
  for (int i = 0; i < kTileRows; ++i) {
    bytes[i] = x.bytes + std::ptrdiff_t{first + (i < rows ? i : 0)} * x.stride;
    low[i] = high[i] = _mm256_setzero_si256();
  }
  const __m256i ones = _mm256_set1_epi16(1);
  for (int g = 0; g < groups; ++g) {
    const auto* at = reinterpret_cast<const __m256i*>(w + g * 64);
    const __m256i w0 = _mm256_loadu_si256(at), w1 = _mm256_loadu_si256(at + 1);
    for (int i = 0; i < kTileRows; ++i) {
      const __m256i a = _mm256_set1_epi32(FourBytes(bytes[i] + g * 4));
      // 255 * 63 * 2 < 2^15: the pairwise sums never saturate.
      low[i] = _mm256_add_epi32(low[i],
                                _mm256_madd_epi16(_mm256_maddubs_epi16(a, w0), ones));
      high[i] = _mm256_add_epi32(high[i],
                                 _mm256_madd_epi16(_mm256_maddubs_epi16(a, w1), ones));
    }
  }
  for (int i = 0; i < rows; ++i) {
    alignas(32) std::int32_t sums[16];
    _mm256_store_si256(reinterpret_cast<__m256i*>(sums), low[i]);
    _mm256_store_si256(reinterpret_cast<__m256i*>(sums + 8), high[i]);
    Finish(linear, block, sums, x.scale[first + i],
           y + std::ptrdiff_t{first + i} * y_stride);
  }
}

#define ENTENTE_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

constexpr int kWideRows = 8;

ENTENTE_AVX512 void TileAvx512(const PackedLinear& linear, const QuantRows& x,
                               int first, int rows, int block, float* y, int y_stride) {
  const int groups = linear.groups();
  const std::int8_t* w = linear.weights.data() + std::ptrdiff_t{block} * groups * 64;
  const std::uint8_t* bytes[kWideRows];
  __m512i sum[kWideRows];
  for (int i = 0; i < kWideRows; ++i) {
    bytes[i] = x.bytes + std::ptrdiff_t{first + (i < rows ? i : 0)} * x.stride;
    sum[i] = _mm512_setzero_si512();
  }
  for (int g = 0; g < groups; ++g) {
    const __m512i weights = _mm512_loadu_si512(w + g * 64);
    for (int i = 0; i < kWideRows; ++i) {
      const __m512i a = _mm512_set1_epi32(FourBytes(bytes[i] + g * 4));
      sum[i] = _mm512_dpbusd_epi32(sum[i], a, weights);
    }
  }
  for (int i = 0; i < rows; ++i) {
    alignas(64) std::int32_t sums[16];
    _mm512_store_si512(sums, sum[i]);
    Finish(linear, block, sums, x.scale[first + i],
           y + std::ptrdiff_t{first + i} * y_stride);
  }
}

__attribute__((target("avx2"))) float QuantiseAvx2(const float* from, int count,
                                                   int stride, std::uint8_t* to) {
  return QuantiseBody(from, count, stride, to);
}
ENTENTE_AVX512 float QuantiseAvx512(const float* from, int count, int stride,
                                    std::uint8_t* to) {
  return QuantiseBody(from, count, stride, to);
}
__attribute__((target("avx2"))) void NormaliseAvx2(const float* x, int size,
                                                   const float* gain, const float* bias,
                                                   float* y) {
  NormaliseBody(x, size, gain, bias, y);
}
ENTENTE_AVX512 void NormaliseAvx512(const float* x, int size, const float* gain,
                                    const float* bias, float* y) {
  NormaliseBody(x, size, gain, bias, y);
}
__attribute__((target("avx2"))) void RecurAvx2(const RecurrenceStep& step) {
  RecurBody(step);
}
ENTENTE_AVX512 void RecurAvx512(const RecurrenceStep& step) { RecurBody(step); }
__attribute__((target("avx2"))) void AddProductsAvx2(const float* t, int size,
                                                     const float* columns, int stride,
                                                     int count, float* scores) {
  AddProductsBody(t, size, columns, stride, count, scores);
}
ENTENTE_AVX512 void AddProductsAvx512(const float* t, int size, const float* columns,
                                      int stride, int count, float* scores) {
  AddProductsBody(t, size, columns, stride, count, scores);
}

#endif  // ENTENTE_X86

}  // namespace

Processor BestProcessor() {
#ifdef ENTENTE_X86
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vnni")) {
    return Processor::kAvx512;
  }
  if (__builtin_cpu_supports("avx2")) return Processor::kAvx2;
#endif
  return Processor::kPlain;
}

void Quantise(Processor processor, const float* from, int count, const QuantRows& rows,
              int row) {
  std::uint8_t* to = rows.bytes + std::ptrdiff_t{row} * rows.stride;
#ifdef ENTENTE_X86
  if (processor == Processor::kAvx512) {
    rows.scale[row] = QuantiseAvx512(from, count, rows.stride, to);
    return;
  }
  if (processor == Processor::kAvx2) {
    rows.scale[row] = QuantiseAvx2(from, count, rows.stride, to);
    return;
  }
#else
  static_cast<void>(processor);
#endif
  rows.scale[row] = QuantiseBody(from, count, rows.stride, to);
}

void Apply(Processor processor, const PackedLinear& linear, const QuantRows& x,
           int count, float* y, int y_stride) {
#ifdef ENTENTE_X86
  const int blocks = linear.padded_outputs() / 16;
  if (processor != Processor::kPlain) {
    const int tile = processor == Processor::kAvx512 ? kWideRows : kTileRows;
    const auto run = processor == Processor::kAvx512 ? TileAvx512 : TileAvx2;
    for (int block = 0; block < blocks; ++block) {
      for (int row = 0; row < count; row += tile) {
        run(linear, x, row, std::min(tile, count - row), block, y, y_stride);
      }
    }
    return;
  }
#else
  static_cast<void>(processor);
#endif
  ApplyPlain(linear, x, count, y, y_stride);
}

void Normalise(Processor processor, const float* x, int size, const float* gain,
               const float* bias, float* y) {
#ifdef ENTENTE_X86
  if (processor == Processor::kAvx512) return NormaliseAvx512(x, size, gain, bias, y);
  if (processor == Processor::kAvx2) return NormaliseAvx2(x, size, gain, bias, y);
#else
  static_cast<void>(processor);
#endif
  NormaliseBody(x, size, gain, bias, y);
}

void Recur(Processor processor, const RecurrenceStep& step) {
#ifdef ENTENTE_X86
  if (processor == Processor::kAvx512) return RecurAvx512(step);
  if (processor == Processor::kAvx2) return RecurAvx2(step);
#else
  static_cast<void>(processor);
#endif
  RecurBody(step);
}

void AddProducts(Processor processor, const float* t, int size, const float* columns,
                 int stride, int count, float* scores) {
#ifdef ENTENTE_X86
  if (processor == Processor::kAvx512) {
    return AddProductsAvx512(t, size, columns, stride, count, scores);
  }
  if (processor == Processor::kAvx2) {
    return AddProductsAvx2(t, size, columns, stride, count, scores);
  }
#else
  static_cast<void>(processor);
#endif
  AddProductsBody(t, size, columns, stride, count, scores);
}

}  // namespace entente
