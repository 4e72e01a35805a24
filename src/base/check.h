// CHECK and TRY: the two macros of the project.
//
// CHECK is for our own mistakes (a broken invariant); what data or the machine can
// cause is a Result instead. TRY passes an error on: `TRY(const auto table,
// ReadTable(path));`
#ifndef ENTENTE_BASE_CHECK_H_
#define ENTENTE_BASE_CHECK_H_

#include <cstdio>
#include <cstdlib>

namespace entente::internal {

[[noreturn]] inline void CheckFailed(const char* file, int line, const char* claim) {
  std::fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, claim);
  std::abort();
}

}  // namespace entente::internal

// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in parentheses.
#define CHECK(claim) \
  ((claim) ? void() : ::entente::internal::CheckFailed(__FILE__, __LINE__, #claim))

#define ENTENTE_CONCAT_(a, b) a##b
#define ENTENTE_CONCAT(a, b) ENTENTE_CONCAT_(a, b)
#define ENTENTE_TRY_(result, declaration, expression) \
  auto result = (expression);                         \
  if (!result) return result.error();                 \
  declaration = std::move(result).value()
#define TRY(declaration, expression) \
  ENTENTE_TRY_(ENTENTE_CONCAT(try_result_, __LINE__), declaration, expression)
// NOLINTEND(bugprone-macro-parentheses)

#endif  // ENTENTE_BASE_CHECK_H_
