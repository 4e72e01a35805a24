// RunInOrder: many independent jobs on several threads, their results in input order.
//
// A producer hands out jobs one at a time, workers turn each into bytes, and a sink
// takes the bytes in the order of the jobs. At most `window` jobs are in flight, so
// memory does not grow with the input, and what the sink sees does not depend on the
// thread count.
#ifndef ENTENTE_ENGINE_BATCH_H_
#define ENTENTE_ENGINE_BATCH_H_

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

struct BatchOptions {
  unsigned threads = 1;
  std::size_t window = 256;  // jobs between the producer and the sink
};

// `next()` gives the next job or nothing at the end; it is called under a lock.
// `make_worker()` is called once a thread and gives a function Job -> Output, which may
// own scratch memory. `take(output)` is called in job order, never by two threads at
// once.
template <typename Job, typename Output>
void RunInOrder(const BatchOptions& options,
                const std::function<std::optional<Job>()>& next,
                const std::function<std::function<Output(Job)>()>& make_worker,
                const std::function<void(Output)>& take) {
  std::mutex mutex;
  std::condition_variable moved;
  std::map<std::uint64_t, Output> finished;  // waiting for an earlier one
  std::uint64_t handed_out = 0;
  std::uint64_t taken = 0;
  bool is_done = false;

  const auto loop = [&] {
    const std::function<Output(Job)> work = make_worker();
    while (true) {
      std::unique_lock lock(mutex);
      moved.wait(lock, [&] { return is_done || handed_out - taken < options.window; });
      if (is_done) return;
      std::optional<Job> job = next();
      if (!job) {
        is_done = true;
        moved.notify_all();
        return;
      }
      const std::uint64_t number = handed_out++;
      lock.unlock();
      Output output = work(std::move(*job));
      lock.lock();
      finished.emplace(number, std::move(output));
      while (!finished.empty() && finished.begin()->first == taken) {
        take(std::move(finished.begin()->second));
        finished.erase(finished.begin());
        ++taken;
      }
      moved.notify_all();
    }
  };

  if (options.threads <= 1) {
    loop();
    return;
  }
  std::vector<std::thread> threads;
  threads.reserve(options.threads);
  for (unsigned i = 0; i < options.threads; ++i) threads.emplace_back(loop);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace entente

#endif  // ENTENTE_ENGINE_BATCH_H_
