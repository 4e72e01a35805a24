// ModelFile: the container of a trained model: named, typed, aligned blocks in one
// file.
//
//   64-byte header   magic "ENTSYNTX", format, block count, file size, checksum,
//   version block table      48 bytes a block: name (24), rows, columns, offset, bytes
//   blocks           each aligned to 64 bytes, padded with zeros
//
// All numbers are little endian. The checksum is Hash64 of every byte after the header.
// A reader trusts nothing: sizes, offsets and the checksum are checked before any block
// is shown.
#ifndef ENTENTE_SYNTAX_MODEL_FILE_H_
#define ENTENTE_SYNTAX_MODEL_FILE_H_

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

inline constexpr std::uint32_t kModelFormat = 1;

// A view of the blocks in bytes that someone else keeps.
class ModelFile {
 public:
  struct Block {
    std::string_view name;
    std::uint32_t rows = 0, columns = 0;
    std::string_view bytes;
  };

  // Returns kCorrupt, naming `name` and the part, for bytes that are no intact model.
  // REQUIRES: bytes.data() is aligned to 64.
  static Result<ModelFile> Parse(const std::string& name, std::string_view bytes);

  std::string_view version() const { return version_; }

  // The block as rows x columns values of T. Returns kCorrupt when it is absent or of
  // another size. Rows or columns of 0 mean any number.
  template <typename T>
  Result<std::span<const T>> Get(std::string_view block, std::uint32_t rows,
                                 std::uint32_t columns) const {
    const Block* found = Find(block);
    if (found == nullptr) return Complain(block, "is missing");
    if ((rows != 0 && found->rows != rows) ||
        (columns != 0 && found->columns != columns) ||
        found->bytes.size() != std::size_t{found->rows} * found->columns * sizeof(T)) {
      return Complain(block, "has another size");
    }
    return std::span(reinterpret_cast<const T*>(found->bytes.data()),
                     found->bytes.size() / sizeof(T));
  }

  // The rows of a block, 0 when it is absent.
  std::uint32_t RowsOf(std::string_view block) const;

  Error Complain(std::string_view block, std::string_view reason) const;

 private:
  const Block* Find(std::string_view name) const;

  std::string name_;
  std::string_view version_;
  std::vector<Block> blocks_;
};

// Collects blocks and lays them out.
class ModelFileWriter {
 public:
  template <typename T>
  void Add(std::string name, std::uint32_t rows, std::uint32_t columns,
           const std::vector<T>& values) {
    std::string bytes(values.size() * sizeof(T), '\0');
    if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    AddBytes(std::move(name), rows, columns, std::move(bytes));
  }
  void AddBytes(std::string name, std::uint32_t rows, std::uint32_t columns,
                std::string bytes);

  // REQUIRES: version of at most 31 bytes.
  std::string Finish(std::string_view version) const;

 private:
  struct Pending {
    std::string name;
    std::uint32_t rows, columns;
    std::string bytes;
  };
  std::vector<Pending> blocks_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_MODEL_FILE_H_
