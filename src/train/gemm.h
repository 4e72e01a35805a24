// The one matrix product of training: C = A B (+ C), each of A and B perhaps
// transposed.
//
// OpenBLAS where the build has it (ENTENTE_OPENBLAS), plain loops where not: the tests
// run without it, real training wants it.
#ifndef ENTENTE_TRAIN_GEMM_H_
#define ENTENTE_TRAIN_GEMM_H_

namespace entente::train {

struct View {
  const float* data;
  int stride;  // floats from one row to the next
  bool transposed = false;
};

// C (m x n) = A (m x k) B (k x n), added to C when `add`.
void Multiply(View a, View b, float* c, int c_stride, int m, int n, int k, bool add);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_GEMM_H_
