#include "syntax/model.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/files.h"
#include "syntax/analysis.h"
#include "syntax/features.h"
#include "syntax/model_data.h"
#include "syntax/model_file.h"

namespace entente {
namespace {

// Words that go through the network together: enough to use each weight often, few
// enough to stay in the cache.
constexpr std::uint32_t kChunkWords = 96;

struct alignas(64) Line {
  char bytes[64];
};

}  // namespace

struct SyntaxWorkspace::State {
  SyntaxTable table;
  ChunkAnalysis analysis;
  std::vector<Window> windows;
};

SyntaxWorkspace::SyntaxWorkspace() : state_(std::make_unique<State>()) {}
SyntaxWorkspace::~SyntaxWorkspace() = default;
SyntaxWorkspace::SyntaxWorkspace(SyntaxWorkspace&& other) noexcept = default;
SyntaxWorkspace& SyntaxWorkspace::operator=(SyntaxWorkspace&& other) noexcept = default;

const SyntaxTable& SyntaxWorkspace::table() const { return state_->table; }

void SyntaxWorkspace::TakeTimes(StageTimes* times) {
  state_->analysis.set_times(times);
}

struct SyntaxModel::Impl {
  std::optional<MappedFile> mapped;  // one of these two holds the bytes
  std::vector<Line> copied;
  std::string version;
  ModelData data;
  Processor processor = Processor::kPlain;

  Status Read(const std::string& name, std::string_view bytes) {
    TRY(const ModelFile file, ModelFile::Parse(name, bytes));
    version = file.version();
    TRY(data, ModelData::Read(file));
    processor = BestProcessor();
    return std::monostate();
  }
};

SyntaxModel::SyntaxModel(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
SyntaxModel::SyntaxModel(SyntaxModel&& other) noexcept = default;
SyntaxModel& SyntaxModel::operator=(SyntaxModel&& other) noexcept = default;
SyntaxModel::~SyntaxModel() = default;

std::string_view SyntaxModel::version() const { return impl_->version; }

Result<SyntaxModel> SyntaxModel::Open(const std::string& path) {
  auto impl = std::make_unique<Impl>();
  TRY(impl->mapped, MappedFile::Open(path));
  const Status read = impl->Read(path, impl->mapped->bytes());
  if (!read) return read.error();
  return SyntaxModel(std::move(impl));
}

Result<SyntaxModel> SyntaxModel::FromBytes(std::string name, std::string_view bytes) {
  auto impl = std::make_unique<Impl>();
  impl->copied.resize(bytes.size() / sizeof(Line) + 1);
  std::memcpy(impl->copied.data(), bytes.data(), bytes.size());
  const std::string_view copy(impl->copied.front().bytes, bytes.size());
  const Status read = impl->Read(name, copy);
  if (!read) return read.error();
  return SyntaxModel(std::move(impl));
}

void SyntaxModel::AddVector(std::string_view lower, std::span<float> to) const {
  static_assert(kWordVectorSize == std::size_t{kFrozenSize});
  const ModelData& data = impl_->data;
  const std::uint32_t row = data.frozen_words.Find(WordHash(lower));
  if (row == kNoRow) return;
  const std::int8_t* bytes = data.frozen.bytes.data() + row * kWordVectorSize;
  for (std::size_t i = 0; i < kWordVectorSize; ++i) {
    to[i] += data.frozen.step[row] * static_cast<float>(bytes[i]);
  }
}

const SyntaxTable& SyntaxModel::Analyse(std::string_view text, const TokenTable& tokens,
                                        SyntaxWorkspace& workspace) const {
  SyntaxWorkspace::State& state = *workspace.state_;
  SyntaxTable& table = state.table;
  state.analysis.Start(impl_->data, impl_->processor, text, tokens, table);
  std::vector<Window>& windows = state.windows;
  windows.clear();
  std::uint32_t pending = 0;
  for (const Sentence& sentence : tokens.sentences) {
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      const std::uint32_t end = std::min(sentence.end, at + kLongestWindow);
      windows.push_back({at, end});
      pending += end - at;
      at = end;
      if (pending < kChunkWords) continue;
      state.analysis.Run(windows);
      windows.clear();
      pending = 0;
    }
  }
  if (!windows.empty()) state.analysis.Run(windows);
  // The later parts of an over-long sentence hang from its first root.
  for (const Sentence& sentence : tokens.sentences) {
    if (sentence.end - sentence.begin <= kLongestWindow) continue;
    std::uint32_t root = kNoWord;
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      if (table.head[word] != kNoWord) continue;
      if (root == kNoWord) {
        root = word;
      } else {
        table.head[word] = root;
        table.relation[word] = Relation::kParataxis;
      }
    }
  }
  return table;
}

}  // namespace entente
