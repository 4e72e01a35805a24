#include "serve/live_snapshot.h"

#include <chrono>

#include "base/check.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};
constexpr std::chrono::seconds kLongestQuery{8};
constexpr std::size_t kMostIdle = 8;

// A number that changes when another connection commits.
Result<std::int64_t> VersionOf(const Database& database) {
  TRY(Query query, database.Prepare("PRAGMA data_version"));
  TRY(const bool found, query.Step());
  CHECK(found);
  return query.Integer(0);
}

// Fails for a database that is no ledger before anybody asks for a page.
Status CheckSchema(const Database& database, const std::string& path) {
  TRY(Query query, database.Prepare("SELECT count(*) FROM sqlite_schema WHERE name IN "
                                    "('document', 'reading', 'events', 'who')"));
  TRY(const bool found, query.Step());
  CHECK(found);
  if (query.Integer(0) == 4) return std::monostate{};
  return Error{ErrorCode::kInvalid,
               StrCat(path, ": is no ledger; `entente read --ledger` writes one")};
}

Result<std::shared_ptr<const Snapshot>> Load(const Database& database) {
  TRY(Snapshot snapshot, LoadSnapshot(database));
  return std::make_shared<const Snapshot>(std::move(snapshot));
}

}  // namespace

Status LiveSnapshot::Start(std::function<void(const Snapshot&)> on_change) {
  Result<Database> opened = Database::Open(path_, Database::Access::kRead);
  const Status checked = opened ? CheckSchema(*opened, path_) : Status(opened.error());
  if (!checked) {
    now_ = checked.error();  // who asks all the same does not wait
    return checked;
  }
  auto shared = std::make_shared<const Database>(std::move(opened).value());
  thread_ = std::jthread(
      [this, shared, on_change = std::move(on_change)](const std::stop_token& stop) {
        Follow(stop, *shared, on_change);
      });
  return std::monostate{};
}

void LiveSnapshot::Stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void LiveSnapshot::Follow(const std::stop_token& stop, const Database& database,
                          const std::function<void(const Snapshot&)>& on_change) {
  std::int64_t seen = -1;
  bool is_first = true;
  std::unique_lock hold(lock_);
  while (!stop.stop_requested()) {
    hold.unlock();
    const Result<std::int64_t> version = VersionOf(database);
    if (version && *version != seen) {
      Result<std::shared_ptr<const Snapshot>> next = Load(database);
      // A file that is being written is tried again; the first failure is told.
      if (next) seen = *version;
      if (next || is_first) {
        hold.lock();
        now_ = next;
        loaded_.notify_all();
        hold.unlock();
      }
      if (next && !is_first) on_change(**next);
      is_first = false;
    }
    hold.lock();
    stopping_.wait_for(hold, stop, kBetweenLooks, [] { return false; });
  }
}

Result<std::shared_ptr<const Snapshot>> LiveSnapshot::Get() const {
  std::unique_lock hold(lock_);
  loaded_.wait(hold, [&] { return !now_ || *now_ != nullptr; });
  return now_;
}

Result<DatabasePool::Lease> DatabasePool::Take() {
  {
    const std::lock_guard hold(lock_);
    if (!idle_.empty()) {
      Database database = std::move(idle_.back());
      idle_.pop_back();
      database.SetDeadline(kLongestQuery);
      return Lease(*this, std::move(database));
    }
  }
  TRY(Database database, Database::Open(path_, Database::Access::kRead));
  database.SetDeadline(kLongestQuery);
  return Lease(*this, std::move(database));
}

void DatabasePool::Return(Database database) {
  const std::lock_guard hold(lock_);
  if (idle_.size() < kMostIdle) idle_.push_back(std::move(database));
}

}  // namespace entente
