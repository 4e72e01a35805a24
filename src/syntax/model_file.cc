#include "syntax/model_file.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "base/check.h"
#include "base/hash.h"
#include "base/strings.h"

namespace entente {
namespace {

static_assert(std::endian::native == std::endian::little,
              "blocks are mapped as they lie in the file");

constexpr std::string_view kMagic = "ENTSYNTX";
constexpr std::size_t kHeaderSize = 64;
constexpr std::size_t kEntrySize = 48;
constexpr std::size_t kNameSize = 24;
constexpr std::uint32_t kMostBlocks = 4096;
constexpr std::size_t kVersionSize = 32;

template <typename T>
T Load(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

template <typename T>
void Store(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof(T));
}

std::string_view Padded(std::string_view bytes) {
  return bytes.substr(0, std::min(bytes.find('\0'), bytes.size()));
}

constexpr std::size_t Align(std::size_t size) { return (size + 63) / 64 * 64; }

}  // namespace

Result<ModelFile> ModelFile::Parse(const std::string& name, std::string_view bytes) {
  const auto corrupt = [&](std::string_view reason) {
    return Error{ErrorCode::kCorrupt, StrCat(name, ": ", reason)};
  };
  if (bytes.size() < kHeaderSize || bytes.substr(0, 8) != kMagic) {
    return corrupt("not a syntax model");
  }
  const auto format = Load<std::uint32_t>(bytes, 8);
  if (format != kModelFormat) {
    return corrupt(
        StrCat("model format ", format, ", this program reads format ", kModelFormat));
  }
  const auto count = Load<std::uint32_t>(bytes, 12);
  if (Load<std::uint64_t>(bytes, 16) != bytes.size()) {
    return corrupt(StrCat("cut short or padded: ", bytes.size(), " bytes, not ",
                          Load<std::uint64_t>(bytes, 16)));
  }
  if (Load<std::uint64_t>(bytes, 24) != Hash64(bytes.substr(kHeaderSize))) {
    return corrupt("checksum does not match, the file is damaged");
  }
  if (count > kMostBlocks || kHeaderSize + count * kEntrySize > bytes.size()) {
    return corrupt("block table is larger than the file");
  }
  ModelFile file;
  file.name_ = name;
  file.version_ = Padded(bytes.substr(32, kVersionSize));
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = kHeaderSize + i * kEntrySize;
    Block block{Padded(bytes.substr(at, kNameSize)),
                Load<std::uint32_t>(bytes, at + 24),
                Load<std::uint32_t>(bytes, at + 28),
                {}};
    const auto offset = Load<std::uint64_t>(bytes, at + 32);
    const auto size = Load<std::uint64_t>(bytes, at + 40);
    if (offset % 64 != 0 || offset > bytes.size() || size > bytes.size() - offset) {
      return corrupt(StrCat("block ", block.name, " lies outside the file"));
    }
    block.bytes = bytes.substr(offset, size);
    file.blocks_.push_back(block);
  }
  return file;
}

const ModelFile::Block* ModelFile::Find(std::string_view name) const {
  for (const Block& block : blocks_) {
    if (block.name == name) return &block;
  }
  return nullptr;
}

std::uint32_t ModelFile::RowsOf(std::string_view block) const {
  const Block* found = Find(block);
  return found == nullptr ? 0 : found->rows;
}

Error ModelFile::Complain(std::string_view block, std::string_view reason) const {
  return {ErrorCode::kCorrupt, StrCat(name_, ": block ", block, " ", reason)};
}

void ModelFileWriter::AddBytes(std::string name, std::uint32_t rows,
                               std::uint32_t columns, std::string bytes) {
  CHECK(name.size() < kNameSize);
  blocks_.push_back({std::move(name), rows, columns, std::move(bytes)});
}

std::string ModelFileWriter::Finish(std::string_view version) const {
  CHECK(version.size() < kVersionSize);
  std::size_t size = Align(kHeaderSize + blocks_.size() * kEntrySize);
  for (const Pending& block : blocks_) size += Align(block.bytes.size());
  std::string out(size, '\0');
  std::memcpy(out.data(), kMagic.data(), kMagic.size());
  Store(out, 8, kModelFormat);
  Store(out, 12, static_cast<std::uint32_t>(blocks_.size()));
  Store(out, 16, std::uint64_t{size});
  std::memcpy(out.data() + 32, version.data(), version.size());
  std::size_t at = Align(kHeaderSize + blocks_.size() * kEntrySize);
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const Pending& block = blocks_[i];
    const std::size_t entry = kHeaderSize + i * kEntrySize;
    std::memcpy(out.data() + entry, block.name.data(), block.name.size());
    Store(out, entry + 24, block.rows);
    Store(out, entry + 28, block.columns);
    Store(out, entry + 32, std::uint64_t{at});
    Store(out, entry + 40, std::uint64_t{block.bytes.size()});
    std::memcpy(out.data() + at, block.bytes.data(), block.bytes.size());
    at += Align(block.bytes.size());
  }
  Store(out, 24, Hash64(std::string_view(out).substr(kHeaderSize)));
  return out;
}

}  // namespace entente
