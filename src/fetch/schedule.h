// Schedule: when an address is asked again. Time is seconds since any fixed moment.
#ifndef ENTENTE_FETCH_SCHEDULE_H_
#define ENTENTE_FETCH_SCHEDULE_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

class Schedule {
 public:
  // The first time is at once, then every `every_s` seconds.
  explicit Schedule(std::int64_t every_s) : every_s_(every_s) {}

  bool IsDue(std::int64_t now) const { return !has_ended_ && now >= due_; }
  std::int64_t due() const { return due_; }
  bool has_ended() const { return has_ended_; }

  // It answered, news or none.
  void Succeed(std::int64_t now);
  // It did not, or with an error: twice as long as before, a day at most, and no sooner
  // than the server asks for.
  void Fail(std::int64_t now, std::optional<std::int64_t> retry_after_s);
  // It is gone for good (410).
  void End() { has_ended_ = true; }

 private:
  std::int64_t every_s_;
  std::int64_t due_ = 0;
  int failures_ = 0;  // in a row
  bool has_ended_ = false;
};

// The seconds between two requests that are polite for this address: no fewer than a
// minute, but for this machine itself.
std::int64_t PoliteInterval(std::string_view url, std::int64_t wanted_s);

}  // namespace entente

#endif  // ENTENTE_FETCH_SCHEDULE_H_
