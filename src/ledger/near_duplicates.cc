#include "ledger/near_duplicates.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/date.h"
#include "ledger/binder.h"
#include "ledger/shingles.h"
#include "ledger/union_find.h"

namespace entente {
namespace {

constexpr int kDaysApart = 7;
constexpr double kSameText = 0.9;           // Jaccard, beyond those days
constexpr std::size_t kMostFailures = 200;  // of one document with one other group
constexpr std::size_t kShinglesKept = 4'000'000;  // in memory, 8 bytes each
constexpr std::int32_t kNoDay = INT32_MAX;        // sorts behind every day

struct Paper {
  std::int64_t document = 0;
  std::int64_t original = 0;  // 0: not yet compared
  std::int32_t day = kNoDay;
  std::string key;  // its beginning
  Signature signature;

  bool is_new() const { return original == 0; }
  // The order of publication, the same in every ledger.
  bool IsBefore(const Paper& other) const {
    return std::tie(day, key) < std::tie(other.day, other.key);
  }
};

Result<std::vector<Paper>> LoadPapers(const Database& database) {
  TRY(Query query,
      database.Prepare(
          "SELECT document, substr(key, 1, 12), published, bands, original "
          "FROM signature JOIN document USING (document) LEFT JOIN copy USING "
          "(document)"));
  std::vector<Paper> papers;
  while (true) {
    TRY(const bool more, query.Step());
    if (!more) return papers;
    Paper paper;
    paper.document = query.Integer(0);
    paper.key = query.Text(1);
    if (const auto date = ParseIsoDate(query.Text(2))) paper.day = ToDays(*date);
    paper.signature = SignatureFrom(query.Bytes(3));
    paper.original = query.IsNull(4) ? 0 : query.Integer(4);
    papers.push_back(std::move(paper));
  }
}

// Texts' shingles, read again when they are asked for.
class ShingleStore {
 public:
  explicit ShingleStore(Query text) : text_(std::move(text)) {}

  // Valid until the next Get but one.
  Result<const Shingles*> Get(std::int64_t document) {
    if (const auto at = kept_.find(document); at != kept_.end()) return &at->second;
    text_.Bind(1, document);
    TRY(const bool found, text_.Step());
    CHECK(found);
    Shingles shingles = ShinglesOf(text_.Text(0));
    text_.Reset();
    size_ += shingles.all.size();
    return &kept_.emplace(document, std::move(shingles)).first->second;
  }
  // Between comparisons: forgets when it holds too much.
  void Trim() {
    if (size_ <= kShinglesKept) return;
    kept_.clear();
    size_ = 0;
  }

 private:
  Query text_;
  std::unordered_map<std::int64_t, Shingles> kept_;
  std::size_t size_ = 0;
};

class Grouper {
 public:
  Grouper(std::vector<Paper> papers, ShingleStore store)
      : papers_(std::move(papers)), groups_(papers_.size()), store_(std::move(store)) {}

  // Joins what earlier runs have joined, then what the bands bring together.
  Status Group();
  // Rows of `copy` for groups that have changed.
  Status Write(Query& insert);

 private:
  struct Members {
    std::uint32_t root;
    std::vector<std::uint32_t> papers;  // of one bucket, in order of publication
  };

  Status GroupBucket(const std::vector<std::uint32_t>& bucket);
  Result<bool> AreNear(std::uint32_t one, std::uint32_t other);
  Result<bool> TouchesAny(std::uint32_t paper, const Members& members);
  Status WriteGroup(const std::vector<std::uint32_t>& members, Query& insert);

  std::vector<Paper> papers_;
  UnionFind groups_;
  ShingleStore store_;
  std::unordered_set<std::uint64_t> failed_;  // pairs
};

Status Grouper::Group() {
  std::unordered_map<std::int64_t, std::uint32_t> places;
  for (std::uint32_t i = 0; i < papers_.size(); ++i) places[papers_[i].document] = i;
  for (std::uint32_t i = 0; i < papers_.size(); ++i) {
    if (!papers_[i].is_new()) groups_.Join(i, places.at(papers_[i].original));
  }
  std::vector<std::uint32_t> order(papers_.size());
  for (std::size_t band = 0; band < Signature::kBands; ++band) {
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto hash = [&](std::uint32_t i) { return papers_[i].signature.bands[band]; };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (hash(a) != hash(b)) return hash(a) < hash(b);
      return papers_[a].IsBefore(papers_[b]);
    });
    std::vector<std::uint32_t> bucket;
    for (std::size_t i = 0; i < order.size(); ++i) {
      bucket.push_back(order[i]);
      if (i + 1 < order.size() && hash(order[i]) == hash(order[i + 1])) continue;
      const bool has_new = std::any_of(bucket.begin(), bucket.end(),
                                       [&](auto at) { return papers_[at].is_new(); });
      if (bucket.size() > 1 && hash(order[i]) != 0 && has_new) {
        const Status done = GroupBucket(bucket);
        if (!done) return done;
      }
      bucket.clear();
    }
  }
  return std::monostate{};
}

// Each paper with the groups before it, the nearest in time first.
Status Grouper::GroupBucket(const std::vector<std::uint32_t>& bucket) {
  std::vector<Members> before;
  for (const std::uint32_t paper : bucket) {
    std::vector<Members> apart;
    Members own{.root = paper, .papers = {}};
    for (Members& members : before) {
      bool is_one = groups_.Find(members.root) == groups_.Find(paper);
      if (!is_one) {
        TRY(is_one, TouchesAny(paper, members));
        if (is_one) groups_.Join(members.root, paper);
      }
      if (!is_one) {
        apart.push_back(std::move(members));
      } else if (own.papers.empty()) {
        own.papers = std::move(members.papers);
      } else {
        std::vector<std::uint32_t> merged;
        std::merge(own.papers.begin(), own.papers.end(), members.papers.begin(),
                   members.papers.end(), std::back_inserter(merged),
                   [&](auto a, auto b) { return papers_[a].IsBefore(papers_[b]); });
        own.papers = std::move(merged);
      }
    }
    own.papers.push_back(paper);
    apart.push_back(std::move(own));
    before = std::move(apart);
  }
  return std::monostate{};
}

Result<bool> Grouper::TouchesAny(std::uint32_t paper, const Members& members) {
  std::size_t failures = 0;
  for (auto at = members.papers.rbegin(); at != members.papers.rend(); ++at) {
    if (!papers_[paper].is_new() && !papers_[*at].is_new()) continue;
    TRY(const bool near, AreNear(paper, *at));
    if (near) return true;
    if (++failures == kMostFailures) return false;
  }
  return false;
}

Result<bool> Grouper::AreNear(std::uint32_t one, std::uint32_t other) {
  if (one > other) std::swap(one, other);
  const std::uint64_t pair = (std::uint64_t{one} << 32) | other;
  if (failed_.count(pair) > 0) return false;
  store_.Trim();
  TRY(const Shingles* const first, store_.Get(papers_[one].document));
  TRY(const Shingles* const second, store_.Get(papers_[other].document));
  const Resemblance resemblance = Compare(*first, *second);
  bool is_near = resemblance.is_near;
  const std::int32_t day = papers_[one].day;
  const std::int32_t other_day = papers_[other].day;
  if (day != kNoDay && other_day != kNoDay && std::abs(day - other_day) > kDaysApart) {
    is_near = resemblance.alike >= kSameText;
  }
  if (!is_near) failed_.insert(pair);
  return is_near;
}

Status Grouper::Write(Query& insert) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members;
  std::unordered_set<std::uint32_t> changed;
  for (std::uint32_t i = 0; i < papers_.size(); ++i) {
    if (papers_[i].is_new()) changed.insert(groups_.Find(i));
  }
  for (std::uint32_t i = 0; i < papers_.size(); ++i) {
    const std::uint32_t root = groups_.Find(i);
    if (changed.count(root) > 0) members[root].push_back(i);
  }
  for (std::uint32_t i = 0; i < papers_.size(); ++i) {
    const auto group = members.find(i);
    if (group == members.end()) continue;
    const Status written = WriteGroup(group->second, insert);
    if (!written) return written;
  }
  return std::monostate{};
}

// What a document is to the first of its group.
std::string_view KindOf(const Resemblance& resemblance, std::size_t own,
                        std::size_t original) {
  constexpr double kCopy = 0.8;
  constexpr double kWithin = 0.7;
  if (resemblance.alike == 1) return "same text";
  if (resemblance.alike >= kCopy) return "copy";
  if (resemblance.contained >= kWithin)
    return own < original ? "shortened" : "extended";
  return "changed";
}

Status Grouper::WriteGroup(const std::vector<std::uint32_t>& members, Query& insert) {
  const std::uint32_t first = *std::min_element(
      members.begin(), members.end(),
      [&](auto a, auto b) { return papers_[a].IsBefore(papers_[b]); });
  const std::int64_t original = papers_[first].document;
  for (const std::uint32_t member : members) {
    if (papers_[member].original == original) continue;
    Binder binder(insert);
    binder.Number(papers_[member].document).Number(original);
    if (member == first) {
      binder.Text("original").Real(1).Real(1);
    } else {
      store_.Trim();
      TRY(const Shingles* const own, store_.Get(papers_[member].document));
      TRY(const Shingles* const text, store_.Get(original));
      const Resemblance resemblance = Compare(*own, *text);
      binder.Text(KindOf(resemblance, own->all.size(), text->all.size()))
          .Real(resemblance.alike)
          .Real(resemblance.contained);
    }
    const Status added = binder.Run();
    if (!added) return added;
  }
  return std::monostate{};
}

}  // namespace

Status FindNearDuplicates(const Database& database) {
  TRY(std::vector<Paper> papers, LoadPapers(database));
  if (std::none_of(papers.begin(), papers.end(),
                   [](const Paper& paper) { return paper.is_new(); })) {
    return std::monostate{};
  }
  TRY(Query text, database.Prepare("SELECT text FROM document WHERE document = ?"));
  Grouper grouper(std::move(papers), ShingleStore(std::move(text)));
  const Status grouped = grouper.Group();
  if (!grouped) return grouped;
  TRY(Query insert, database.Prepare("INSERT OR REPLACE INTO copy VALUES (?,?,?,?,?)"));
  return grouper.Write(insert);
}

}  // namespace entente
