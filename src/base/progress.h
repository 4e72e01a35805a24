// ProgressMeter: how fast a long run goes and how long it will yet take.
//
//   ProgressMeter meter(total_bytes);
//   meter.Add(seconds_since_start, documents, bytes);
//   meter.Line();   // "12,345 documents, 210 a second, 3 min 20 s left"
#ifndef ENTENTE_BASE_PROGRESS_H_
#define ENTENTE_BASE_PROGRESS_H_

#include <cstdint>
#include <deque>
#include <string>

namespace entente {

class ProgressMeter {
 public:
  // 0: nobody knows how much there is, so no time left is told.
  explicit ProgressMeter(std::uint64_t total_bytes) : total_bytes_(total_bytes) {}

  // REQUIRES: nothing falls from one call to the next.
  void Add(double seconds, std::uint64_t documents, std::uint64_t bytes);
  std::string Line() const;

 private:
  struct Sample {
    double seconds = 0;
    std::uint64_t documents = 0, bytes = 0;
  };

  std::uint64_t total_bytes_;
  std::deque<Sample> samples_ = {Sample{}};  // of the last half minute
};

// "1,234,567"
std::string WithCommas(std::uint64_t number);

// "8 s", "3 min 20 s", "2 h 5 min"
std::string Duration(double seconds);

}  // namespace entente

#endif  // ENTENTE_BASE_PROGRESS_H_
