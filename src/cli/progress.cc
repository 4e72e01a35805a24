#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

namespace entente {
namespace {

constexpr double kDrawEvery = 0.5;  // seconds

}  // namespace

Progress::Progress(std::uint64_t total_bytes, bool is_quiet)
    : is_shown_(::isatty(STDERR_FILENO) != 0 &&
                (is_quiet || ::isatty(STDOUT_FILENO) == 0)),
      meter_(total_bytes) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_)
      .count();
}

void Progress::Step(std::uint64_t documents, std::uint64_t bytes) {
  if (!is_shown_) return;
  const double now = seconds();
  if (now - drawn_at_ < kDrawEvery) return;
  drawn_at_ = now;
  meter_.Add(now, documents, bytes);
  std::fprintf(stderr, "\r\x1b[K%s", meter_.Line().c_str());
  is_drawn_ = true;
}

void Progress::Clear() {
  if (is_drawn_) std::fputs("\r\x1b[K", stderr);
  is_drawn_ = false;
}

}  // namespace entente
