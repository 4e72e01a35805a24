#include "train/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "syntax/shape.h"

namespace entente::train {

float RowStep(const float* row, int size) {
  float most = 0;
  for (int i = 0; i < size; ++i) most = std::max(most, std::abs(row[i]));
  return most > 0 ? most / 127.0F : 1.0F;
}

void Vocabulary::AddWords(const std::vector<TrainSentence>& sentences, int least) {
  std::unordered_map<std::uint64_t, int> counts;
  std::vector<std::uint64_t> order;  // of first appearance: the same rows every time
  std::string scratch;
  for (const TrainSentence& sentence : sentences) {
    for (const TrainWord& word : sentence.words) {
      const FormKeys keys = KeysOf(word.form, scratch);
      ++seen_[keys.lower];
      if (++counts[keys.pattern] == 1) order.push_back(keys.pattern);
    }
  }
  for (const std::uint64_t key : order) {
    if (counts[key] < least) continue;
    words_.emplace(key, word_rows());
    counts_.push_back(counts[key]);
  }
}

Status Vocabulary::AddFrozen(const std::string& path, int limit) {
  TRY(const std::string bytes, ReadFile(path));
  std::string scratch;
  int number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::size_t blank = bytes.find(' ', at);
    ++number;
    if (blank >= end) {
      return Error{ErrorCode::kCorrupt, StrCat(path, ":", number, ": no vector")};
    }
    scratch.assign(bytes, at, blank - at);
    LowerInPlace(scratch.data(), scratch.data() + scratch.size());
    const std::uint64_t key = WordHash(scratch);
    const char* cursor = bytes.c_str() + blank;
    at = end + 1;
    if (number > limit && seen_.find(key) == seen_.end()) continue;
    const auto row = static_cast<std::uint32_t>(frozen_.size());
    if (!frozen_.emplace(key, row).second) continue;
    float squares = 0;
    const std::size_t begin = values_.size();
    for (int i = 0; i < kFrozenSize; ++i) {
      char* after = nullptr;
      values_.push_back(std::strtof(cursor, &after));
      if (after == cursor || after > bytes.c_str() + end) {
        return Error{ErrorCode::kCorrupt,
                     StrCat(path, ":", number, ": not ", kFrozenSize, " numbers")};
      }
      cursor = after;
      squares += values_.back() * values_.back();
    }
    float* row_values = values_.data() + begin;
    const float scale = 0.5F / std::sqrt(squares / kFrozenSize + 1e-9F);
    for (int i = 0; i < kFrozenSize; ++i) row_values[i] *= scale;
    const float step = RowStep(row_values, kFrozenSize);
    for (int i = 0; i < kFrozenSize; ++i) {
      row_values[i] = std::nearbyint(row_values[i] / step) * step;
    }
  }
  return std::monostate();
}

Status Vocabulary::AddClasses(const std::string& path) {
  TRY(const std::string bytes, ReadFile(path));
  int number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (line.empty()) continue;
    const auto cells = Split(line, '\t');
    const int value = cells.size() == 2 ? std::atoi(std::string(cells[1]).c_str()) : 0;
    if (value <= 0 || value >= static_cast<int>(kClassCount)) {
      return Error{ErrorCode::kCorrupt, StrCat(path, ":", number, ": no word classes")};
    }
    std::string word(cells[0]);
    LowerInPlace(word.data(), word.data() + word.size());
    classes_[WordHash(word)] |= static_cast<std::uint32_t>(value);
  }
  return std::monostate();
}

std::uint32_t Vocabulary::Classes(const FormKeys& keys) const {
  const auto found = classes_.find(keys.lower);
  return found == classes_.end() ? 0 : found->second;
}

std::uint32_t Vocabulary::WordRow(const FormKeys& keys) const {
  const auto found = words_.find(keys.pattern);
  return found == words_.end() ? 0 : found->second;
}

const float* Vocabulary::Frozen(const FormKeys& keys) const {
  const auto found = frozen_.find(keys.lower);
  return found == frozen_.end()
             ? nullptr
             : values_.data() + std::size_t{found->second} * std::size_t{kFrozenSize};
}

}  // namespace entente::train
