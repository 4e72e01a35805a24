// LiveSnapshot: the newest snapshot of a ledger that may be growing, and connections
// to read its words with.
//
//   LiveSnapshot live("news.ledger");
//   live.Start([](const Snapshot& now) { tell streams });
//   const std::shared_ptr<const Snapshot> snapshot = live.Get();
//
// A thread of its own looks once a second whether another program has committed, and
// loads anew; readers keep what they hold.
#ifndef ENTENTE_SERVE_LIVE_SNAPSHOT_H_
#define ENTENTE_SERVE_LIVE_SNAPSHOT_H_

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "ledger/database.h"
#include "serve/snapshot.h"

namespace entente {

class LiveSnapshot {
 public:
  explicit LiveSnapshot(std::string path) : path_(std::move(path)) {}
  ~LiveSnapshot() { Stop(); }
  LiveSnapshot(const LiveSnapshot&) = delete;
  LiveSnapshot& operator=(const LiveSnapshot&) = delete;

  // Opens the file, which must be a ledger, and begins to load in the background;
  // `on_change` is called after each later load.
  Status Start(std::function<void(const Snapshot&)> on_change);
  void Stop();

  // Waits for the first load. The error where that failed.
  Result<std::shared_ptr<const Snapshot>> Get() const;

 private:
  void Follow(const std::stop_token& stop, const Database& database,
              const std::function<void(const Snapshot&)>& on_change);

  const std::string path_;
  mutable std::mutex lock_;
  mutable std::condition_variable loaded_;
  Result<std::shared_ptr<const Snapshot>> now_ =
      std::shared_ptr<const Snapshot>();  // null: not yet
  std::condition_variable_any stopping_;
  std::jthread thread_;
};

// Read-only connections, handed out one a request; a query ends after a few seconds.
class DatabasePool {
 public:
  explicit DatabasePool(std::string path) : path_(std::move(path)) {}

  class Lease {
   public:
    Lease(DatabasePool& pool, Database database)
        : pool_(&pool), database_(std::make_unique<Database>(std::move(database))) {}
    ~Lease() {
      if (database_) pool_->Return(std::move(*database_));
    }
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    const Database& operator*() const { return *database_; }

   private:
    DatabasePool* pool_;
    std::unique_ptr<Database> database_;
  };

  Result<Lease> Take();

 private:
  void Return(Database database);

  const std::string path_;
  std::mutex lock_;
  std::vector<Database> idle_;
};

}  // namespace entente

#endif  // ENTENTE_SERVE_LIVE_SNAPSHOT_H_
