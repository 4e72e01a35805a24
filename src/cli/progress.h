// Progress: one line on stderr that tells how far a long run is, where somebody looks
// at a terminal.
#ifndef ENTENTE_CLI_PROGRESS_H_
#define ENTENTE_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>

#include "base/progress.h"

namespace entente {

class Progress {
 public:
  // Shown where stderr is a terminal, and stdout is none or `is_quiet`.
  Progress(std::uint64_t total_bytes, bool is_quiet);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Draws at most twice a second.
  void Step(std::uint64_t documents, std::uint64_t bytes);
  // Takes the line away, so that a message can be written.
  void Clear();

  bool is_shown() const { return is_shown_; }
  double seconds() const;

 private:
  const bool is_shown_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  ProgressMeter meter_;
  double drawn_at_ = 0;  // seconds
  bool is_drawn_ = false;
};

}  // namespace entente

#endif  // ENTENTE_CLI_PROGRESS_H_
