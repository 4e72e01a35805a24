#include "ledger/stories.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/date.h"
#include "ledger/binder.h"
#include "ledger/profile.h"
#include "ledger/union_find.h"

namespace entente {
namespace {

constexpr std::int32_t kDaysApart = 2;      // of two reports
constexpr std::int32_t kLongestStory = 10;  // days
constexpr double kAlike = 0.25;             // cosine
constexpr std::size_t kMostSharing =
    1000;  // documents: a feature of more leads nowhere

// A name or a place says more of a story than a word.
double WeightOf(Feature kind) {
  switch (kind) {
    case Feature::kWord:
      return 1;
    case Feature::kActor:
    case Feature::kPlace:
    case Feature::kEvent:
      return 1.3;
  }
  return 1;
}

struct Report {
  std::int64_t document = 0;
  std::int32_t day = 0;
  std::string key;
  Profile profile;
  double length = 0;  // of the weighed profile
};

struct Link {
  double alike = 0;
  std::uint32_t one = 0, other = 0;
};

// Originals with a date, in order of publication.
Result<std::vector<Report>> LoadReports(const Database& database) {
  TRY(Query query,
      database.Prepare(
          "SELECT document.document, published, substr(key, 1, 12), features FROM copy "
          "CROSS JOIN document ON document.document = copy.document CROSS JOIN current "
          "ON current.document = copy.document CROSS JOIN profile ON profile.reading = "
          "current.reading WHERE original = copy.document AND published IS NOT NULL"));
  std::vector<Report> reports;
  while (true) {
    TRY(const bool more, query.Step());
    if (!more) break;
    const auto date = ParseIsoDate(query.Text(1));
    if (!date) continue;
    reports.push_back({.document = query.Integer(0),
                       .day = ToDays(*date),
                       .key = std::string(query.Text(2)),
                       .profile = ProfileFrom(query.Bytes(3))});
  }
  std::sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) {
    return std::tie(a.day, a.key) < std::tie(b.day, b.key);
  });
  return reports;
}

class StoryFinder {
 public:
  explicit StoryFinder(std::vector<Report> reports) : reports_(std::move(reports)) {
    for (const Report& report : reports_) {
      for (const std::uint32_t feature : report.profile) ++counts_[feature];
    }
    for (Report& report : reports_) {
      for (const std::uint32_t feature : report.profile) {
        report.length += Square(feature);
      }
      report.length = std::sqrt(report.length);
    }
  }

  // For each report the first of its story.
  std::vector<std::uint32_t> Find();
  const std::vector<Report>& reports() const { return reports_; }

 private:
  // The square of a feature's weight: how rare it is, smoothed so that in a ledger of
  // few documents no feature is rare.
  double Square(std::uint32_t feature) const {
    constexpr double kSmooth = 20;
    const double all = static_cast<double>(reports_.size()) + kSmooth;
    const double rare = std::log(all / (counts_.at(feature) + 0.5));
    const double weight = WeightOf(KindOf(feature)) * std::max(rare, 0.0);
    return weight * weight;
  }
  double Alike(const Report& one, const Report& other) const;
  std::vector<Link> Links() const;

  std::vector<Report> reports_;
  std::unordered_map<std::uint32_t, std::uint32_t> counts_;  // reports by feature
};

double StoryFinder::Alike(const Report& one, const Report& other) const {
  double shared = 0;
  bool has_setting = false;  // an actor, a place or an event in common
  const Profile& a = one.profile;
  const Profile& b = other.profile;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      shared += Square(a[i]);
      has_setting = has_setting || KindOf(a[i]) != Feature::kWord;
      ++i, ++j;
    }
  }
  const double lengths = one.length * other.length;
  return has_setting && lengths > 0 ? shared / lengths : 0;
}

// Pairs that are alike, found by the features that they share and few others have.
std::vector<Link> StoryFinder::Links() const {
  std::vector<Link> links;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> sharing;
  std::unordered_map<std::uint32_t, double> shared;  // by an earlier report
  for (std::uint32_t i = 0; i < reports_.size(); ++i) {
    const Report& report = reports_[i];
    shared.clear();
    for (const std::uint32_t feature : report.profile) {
      std::vector<std::uint32_t>& others = sharing[feature];
      const auto recent =
          std::find_if(others.begin(), others.end(), [&](std::uint32_t other) {
            return report.day - reports_[other].day <= kDaysApart;
          });
      others.erase(others.begin(), recent);
      if (others.size() <= kMostSharing) {
        const double square = Square(feature);
        for (const std::uint32_t other : others) shared[other] += square;
      }
      others.push_back(i);
    }
    for (const auto& [other, sum] : shared) {
      const double lengths = report.length * reports_[other].length;
      if (lengths <= 0 || sum < kAlike / 2 * lengths) continue;
      const double alike = Alike(report, reports_[other]);
      if (alike >= kAlike) links.push_back({alike, other, i});
    }
  }
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
    return std::tie(b.alike, a.one, a.other) < std::tie(a.alike, b.one, b.other);
  });
  return links;
}

std::vector<std::uint32_t> StoryFinder::Find() {
  UnionFind stories(reports_.size());
  std::vector<std::int32_t> last;  // day of a story, by its first report
  for (const Report& report : reports_) last.push_back(report.day);
  for (const Link& link : Links()) {
    const std::uint32_t one = stories.Find(link.one);
    const std::uint32_t other = stories.Find(link.other);
    const std::uint32_t first = std::min(one, other);
    const std::int32_t end = std::max(last[one], last[other]);
    if (one == other || end - reports_[first].day > kLongestStory) continue;
    stories.Join(one, other);
    last[first] = end;
  }
  std::vector<std::uint32_t> firsts;
  for (std::uint32_t i = 0; i < reports_.size(); ++i) firsts.push_back(stories.Find(i));
  return firsts;
}

// Whether there are documents without a story, or readings that came after it.
Result<bool> HasNews(const Database& database) {
  TRY(Query query,
      database.Prepare(
          "SELECT EXISTS (SELECT 1 FROM story WHERE changed = 1) OR EXISTS "
          "(SELECT 1 FROM copy LEFT JOIN story USING (document) WHERE "
          "story.document IS NULL)"));
  TRY(const bool found, query.Step());
  return found && query.Integer(0) != 0;
}

}  // namespace

Status FindStories(const Database& database) {
  TRY(const bool has_news, HasNews(database));
  if (!has_news) return std::monostate{};
  TRY(std::vector<Report> reports, LoadReports(database));
  StoryFinder finder(std::move(reports));
  const std::vector<std::uint32_t> firsts = finder.Find();
  // Originals first, then copies after them; those without a date stand alone.
  const Status made = database.Execute(
      "CREATE TEMP TABLE found (document INTEGER PRIMARY KEY, story INTEGER NOT NULL)");
  if (!made) return made;
  TRY(Query insert, database.Prepare("INSERT INTO found VALUES (?,?)"));
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const Status added = Binder(insert)
                             .Number(finder.reports()[i].document)
                             .Number(finder.reports()[firsts[i]].document)
                             .Run();
    if (!added) return added;
  }
  // Whoever leaves a story changes it, and so does whoever comes.
  return database.Execute(R"sql(
    CREATE TEMP TABLE moved AS
    SELECT copy.document, story.story AS old, coalesce(found.story, copy.original) AS new
    FROM copy LEFT JOIN found ON found.document = copy.original
    LEFT JOIN story ON story.document = copy.document
    WHERE old IS NOT new;
    UPDATE story SET changed = 1 WHERE story IN (SELECT old FROM moved);
    INSERT INTO story SELECT document, new, 1 FROM moved WHERE true
    ON CONFLICT (document) DO UPDATE SET story = excluded.story, changed = 1;
    DROP TABLE moved;
    DROP TABLE found;)sql");
}

}  // namespace entente
