#include "fetch/schedule.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::int64_t kSoonest = 60;
constexpr int kMostDoublings = 12;

}  // namespace

void Schedule::Succeed(std::int64_t now) {
  failures_ = 0;
  due_ = now + every_s_;
}

void Schedule::Fail(std::int64_t now, std::optional<std::int64_t> retry_after_s) {
  failures_ = std::min(failures_ + 1, kMostDoublings);
  const std::int64_t wait =
      std::min(kDay, std::max<std::int64_t>(every_s_, 1) << failures_);
  due_ = now + std::max(wait, std::min(kDay, retry_after_s.value_or(0)));
}

std::int64_t PoliteInterval(std::string_view url, std::int64_t wanted_s) {
  for (const std::string_view here :
       {"http://127.0.0.1:", "http://127.0.0.1/",
        "http://localhost:", "http://localhost/", "http://[::1]"}) {
    if (url.starts_with(here)) return std::max<std::int64_t>(wanted_s, 1);
  }
  return std::max(wanted_s, kSoonest);
}

}  // namespace entente
