#include "train/gemm.h"

#ifdef ENTENTE_OPENBLAS
#include <cblas.h>
#else
#include <algorithm>
#include <cstddef>
#endif

namespace entente::train {

#ifdef ENTENTE_OPENBLAS

void Multiply(View a, View b, float* c, int c_stride, int m, int n, int k, bool add) {
  if (m == 0 || n == 0) return;
  cblas_sgemm(CblasRowMajor, a.transposed ? CblasTrans : CblasNoTrans,
              b.transposed ? CblasTrans : CblasNoTrans, m, n, k, 1.0F, a.data, a.stride,
              b.data, b.stride, add ? 1.0F : 0.0F, c, c_stride);
}

#else

void Multiply(View a, View b, float* c, int c_stride, int m, int n, int k, bool add) {
  const auto at = [](const View& view, int row, int column) {
    const std::ptrdiff_t stride = view.stride;
    return view.transposed ? view.data[column * stride + row]
                           : view.data[row * stride + column];
  };
  for (int i = 0; i < m; ++i) {
    float* out = c + static_cast<std::ptrdiff_t>(i) * c_stride;
    if (!add) std::fill(out, out + n, 0.0F);
    for (int j = 0; j < k; ++j) {
      const float factor = at(a, i, j);
      for (int l = 0; l < n; ++l) out[l] += factor * at(b, j, l);
    }
  }
}

#endif

}  // namespace entente::train
