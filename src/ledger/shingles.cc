#include "ledger/shingles.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kWordsAShingle = 3;
constexpr std::size_t kLeadWords = 60;
// Of hashes a band: fewer for the lead, where an edited copy shares less.
constexpr std::size_t kWholeRows = 3;
constexpr std::size_t kLeadRows = 2;

// Two texts are near where they share so much of both together, or the shorter is so
// much within the longer, from its beginning to its end, and the longer begins like it:
// a digest only begins like the first of its reports. Tuned on made copies of
// treebank texts: see bench/copies.py.
constexpr double kAlike = 0.35;
constexpr double kContained = 0.5;
constexpr std::size_t kLeastContained = 20;  // shingles: less is a phrase
constexpr double kLeadShared = 0.5;          // of the lead's shingles
constexpr double kTailShared = 0.3;          // of the shorter's last ones

// Letters and digits of any script; marks, blanks and symbols part words.
bool IsWordPart(char32_t point) {
  if (point < 0x80) {
    const char c = static_cast<char>(point);
    return IsAsciiAlpha(c) || IsAsciiDigit(c);
  }
  if (point < 0xC0) return point == 0xAA || point == 0xB5 || point == 0xBA;
  if (point >= 0x2000 && point <= 0x2BFF) return false;  // punctuation, symbols
  if (point >= 0x3000 && point <= 0x303F) return false;  // East Asian punctuation
  return point < 0xFF00 || point > 0xFF0F;
}

// Scripts without blanks between words: each sign counts as one.
bool StandsAlone(char32_t point) {
  return (point >= 0x3040 && point <= 0x9FFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

void SortOnce(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::size_t Shared(const std::vector<std::uint64_t>& one,
                   const std::vector<std::uint64_t>& other) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
    if (one[i] == other[j]) {
      ++count, ++i, ++j;
    } else if (one[i] < other[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return count;
}

struct Bands {
  std::size_t first, count, rows;
};

// Those bands of the set's smallest hashes.
void FillBands(const std::vector<std::uint64_t>& hashes, Bands bands,
               Signature& signature) {
  if (hashes.empty()) return;
  std::vector<std::uint64_t> least(bands.count * bands.rows, UINT64_MAX);
  for (const std::uint64_t hash : hashes) {
    for (std::size_t i = 0; i < least.size(); ++i) {
      const std::uint64_t seed = (bands.first * 8 + i + 1) * 0x9e3779b97f4a7c15ULL;
      least[i] = std::min(least[i], Mix64(hash ^ seed));
    }
  }
  for (std::size_t band = 0; band < bands.count; ++band) {
    std::uint64_t all = bands.first + band + 1;
    for (std::size_t row = 0; row < bands.rows; ++row) {
      all = Mix64(all ^ least[band * bands.rows + row]) + 0x9e3779b97f4a7c15ULL;
    }
    signature.bands[bands.first + band] = all;
  }
}

}  // namespace

std::vector<std::uint64_t> WordHashes(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(Hash64(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    const std::string_view bytes = text.substr(at, point.size);
    at += point.size;
    if (!IsWordPart(point.value)) {
      end_word();
    } else if (StandsAlone(point.value)) {
      end_word();
      words.push_back(Hash64(bytes));
    } else {
      for (const char c : bytes) word += AsciiLower(c);
    }
  }
  end_word();
  return words;
}

Shingles ShinglesOf(std::string_view text) {
  const std::vector<std::uint64_t> words = WordHashes(text);
  Shingles shingles;
  const std::size_t size = std::min(kWordsAShingle, words.size());
  for (std::size_t i = 0; size > 0 && i + size <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < size; ++k) hash = Mix64(hash + words[i + k]);
    shingles.all.push_back(hash);
    if (i < kLeadWords) shingles.lead.push_back(hash);
    if (i + kLeadWords >= words.size()) shingles.tail.push_back(hash);
  }
  SortOnce(shingles.all);
  SortOnce(shingles.lead);
  SortOnce(shingles.tail);
  return shingles;
}

Signature SignatureOf(const Shingles& shingles) {
  Signature signature;
  FillBands(shingles.all, {0, Signature::kWholeBands, kWholeRows}, signature);
  FillBands(shingles.lead, {Signature::kWholeBands, Signature::kLeadBands, kLeadRows},
            signature);
  return signature;
}

std::string ToBytes(const Signature& signature) {
  std::string bytes;
  for (const std::uint64_t band : signature.bands) {
    for (int shift = 0; shift < 64; shift += 8) {
      bytes += static_cast<char>((band >> shift) & 0xFF);
    }
  }
  return bytes;
}

Signature SignatureFrom(std::string_view bytes) {
  CHECK(bytes.size() == Signature::kBands * 8);
  Signature signature;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    signature.bands[i / 8] |= std::uint64_t{static_cast<unsigned char>(bytes[i])}
                              << (8 * (i % 8));
  }
  return signature;
}

Resemblance Compare(const Shingles& one, const Shingles& other) {
  const std::size_t least = std::min(one.all.size(), other.all.size());
  if (least == 0) return {};
  const auto shared = static_cast<double>(Shared(one.all, other.all));
  const auto either = static_cast<double>(one.all.size() + other.all.size()) - shared;
  Resemblance resemblance{.alike = shared / either,
                          .contained = shared / static_cast<double>(least)};
  const auto begins_alike = [&] {
    const std::size_t leads = std::min(one.lead.size(), other.lead.size());
    return static_cast<double>(Shared(one.lead, other.lead)) >=
           kLeadShared * static_cast<double>(leads);
  };
  const bool is_shorter = one.all.size() <= other.all.size();
  const Shingles& shorter = is_shorter ? one : other;
  const Shingles& longer = is_shorter ? other : one;
  const auto holds_the_end = [&] {
    return static_cast<double>(Shared(shorter.tail, longer.all)) >=
           kTailShared * static_cast<double>(shorter.tail.size());
  };
  resemblance.is_near = resemblance.alike >= kAlike ||
                        (resemblance.contained >= kContained &&
                         least >= kLeastContained && begins_alike() && holds_the_end());
  return resemblance;
}

}  // namespace entente
