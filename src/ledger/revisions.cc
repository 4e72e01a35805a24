#include "ledger/revisions.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"
#include "ledger/binder.h"
#include "ledger/shingles.h"

namespace entente {
namespace {

constexpr double kTitlesAlike = 0.5;     // of their runs of three words
constexpr std::size_t kMostKept = 8192;  // bytes of what changed

// Later and earlier versions, neighbours in time, that are not yet in `revision`.
constexpr std::string_view kByAddress = R"sql(
  SELECT later, earlier FROM (
    SELECT document AS later, lag(document) OVER (
      PARTITION BY url ORDER BY coalesce(updated, published), document) AS earlier
    FROM document WHERE url IS NOT NULL)
  WHERE earlier IS NOT NULL
  EXCEPT SELECT document, earlier FROM revision)sql";

// Of one source and one group of copies.
constexpr std::string_view kByCopy = R"sql(
  SELECT later, earlier FROM (
    SELECT document.document AS later, url, lag(document.document) OVER (
      PARTITION BY original, source ORDER BY coalesce(updated, published),
      document.document) AS earlier
    FROM copy JOIN document USING (document)
    WHERE source IS NOT NULL AND original IN (
      SELECT original FROM copy WHERE document <> original))
  WHERE earlier IS NOT NULL
    AND url IS NOT (SELECT url FROM document WHERE document = earlier)
  EXCEPT SELECT document, earlier FROM revision)sql";

struct Pair {
  std::int64_t later = 0, earlier = 0;
};

struct Version {
  std::string title, text;
};

// The ends of sentences, roughly: a mark and a blank, or a line's end.
std::vector<std::string_view> RoughSentences(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view sentence = Trim(text.substr(begin, end - begin));
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_mark = c == '.' || c == '!' || c == '?';
    if (c == '\n') {
      add(at);
    } else if (is_mark && at + 2 < text.size() && text[at + 1] == ' ' &&
               !IsAsciiLower(text[at + 2])) {
      add(at + 1);
    }
  }
  add(text.size());
  return sentences;
}

std::uint64_t HashOfWords(std::string_view sentence) {
  std::uint64_t hash = 0;
  for (const std::uint64_t word : WordHashes(sentence)) hash = Mix64(hash + word);
  return hash;
}

Result<std::vector<Pair>> PairsOf(const Database& database, std::string_view sql) {
  TRY(Query query, database.Prepare(sql));
  std::vector<Pair> pairs;
  while (true) {
    TRY(const bool more, query.Step());
    if (!more) return pairs;
    pairs.push_back({query.Integer(0), query.Integer(1)});
  }
}

Result<Version> Load(Query& query, std::int64_t document) {
  query.Bind(1, document);
  TRY(const bool found, query.Step());
  CHECK(found);
  Version version{std::string(query.Text(0)), std::string(query.Text(1))};
  query.Reset();
  return version;
}

bool HaveOneTitle(const Version& one, const Version& other) {
  if (one.title.empty() || other.title.empty()) return one.title == other.title;
  return Compare(ShinglesOf(one.title), ShinglesOf(other.title)).alike >= kTitlesAlike;
}

}  // namespace

std::string SentencesOnlyIn(std::string_view text, std::string_view other) {
  std::unordered_set<std::uint64_t> known;
  for (const std::string_view sentence : RoughSentences(other)) {
    known.insert(HashOfWords(sentence));
  }
  std::string out;
  for (const std::string_view sentence : RoughSentences(text)) {
    if (known.count(HashOfWords(sentence)) > 0) continue;
    if (out.size() + sentence.size() > kMostKept) return out + "\n...";
    out += StrCat(out.empty() ? "" : "\n", sentence);
  }
  return out;
}

Status FindRevisions(const Database& database) {
  TRY(Query load,
      database.Prepare("SELECT title, text FROM document WHERE document = ?"));
  TRY(Query insert,
      database.Prepare("INSERT OR REPLACE INTO revision VALUES (?,?,?,?,?,?)"));
  const std::pair<std::string_view, std::string_view> searches[] = {
      {"address", kByAddress}, {"copy", kByCopy}};
  for (const auto& [basis, sql] : searches) {
    TRY(const std::vector<Pair> pairs, PairsOf(database, sql));
    for (const Pair& pair : pairs) {
      TRY(const Version later, Load(load, pair.later));
      TRY(const Version earlier, Load(load, pair.earlier));
      if (later.text == earlier.text) continue;
      if (basis == "copy" && !HaveOneTitle(later, earlier)) continue;
      const double alike =
          Compare(ShinglesOf(later.text), ShinglesOf(earlier.text)).alike;
      const Status added = Binder(insert)
                               .Number(pair.later)
                               .Number(pair.earlier)
                               .Text(basis)
                               .Real(alike)
                               .Text(SentencesOnlyIn(earlier.text, later.text))
                               .Text(SentencesOnlyIn(later.text, earlier.text))
                               .Run();
      if (!added) return added;
    }
  }
  return std::monostate{};
}

}  // namespace entente
