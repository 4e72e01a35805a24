#include "world/image.h"

#include <cstring>

#include "base/hash.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::string_view kMagic = "ENTWORLD";

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t section_count;
  std::uint64_t checksum;
  struct {
    std::uint64_t offset, size;
  } sections[kSectionCount];
};

template <typename Record>
bool View(std::string_view bytes, std::span<const Record>& records) {
  if (bytes.size() % sizeof(Record) != 0) return false;
  records = {reinterpret_cast<const Record*>(bytes.data()),
             bytes.size() / sizeof(Record)};
  return true;
}

}  // namespace

std::uint32_t PackCandidate(Candidate candidate, bool is_last) {
  return (is_last ? kCandidateIsLast : 0U) |
         static_cast<std::uint32_t>(candidate.kind) << 28 |
         static_cast<std::uint32_t>(candidate.flags & 31U) << 23 |
         (candidate.index & ((1U << 23) - 1));
}

Candidate UnpackCandidate(std::uint32_t packed) {
  return {static_cast<EntryKind>(packed >> 28 & 7U),
          static_cast<std::uint8_t>(packed >> 23 & 31U), packed & ((1U << 23) - 1)};
}

std::size_t FirstSlot(std::uint64_t name, std::size_t slot_count) {
  return static_cast<std::size_t>((name >> 32) * slot_count >> 32);
}

Result<Image> Image::Open(std::string_view bytes, std::string_view name) {
  const auto complain = [name](std::string_view fact) {
    return Error{ErrorCode::kCorrupt,
                 StrCat(name, ": ", fact, "; build it again with `cmake --build`")};
  };
  Header header{};
  if (bytes.size() < sizeof header) return complain("too short for a world file");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic.data(), 8) != kMagic) {
    return complain("not a world file");
  }
  if (header.version != kWorldVersion || header.section_count != kSectionCount) {
    return complain(
        StrCat("world file of version ", header.version, ", not ", kWorldVersion));
  }
  std::array<std::string_view, kSectionCount> part;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const auto [offset, size] = header.sections[i];
    if (offset % 8 != 0 || offset > bytes.size() || size > bytes.size() - offset) {
      return complain("a section lies outside the file");
    }
    part[i] = bytes.substr(offset, size);
  }
  Image image;
  image.bytes_ = bytes;
  image.strings_ = part[0];
  const bool fits = View(part[1], image.countries) && View(part[2], image.demonyms) &&
                    View(part[3], image.places) && View(part[4], image.actors) &&
                    View(part[5], image.tenures) && View(part[6], image.roles) &&
                    View(part[7], image.slots) && View(part[8], image.candidates);
  if (!fits) return complain("a section holds part of a record");
  return image;
}

Status Image::Verify() const {
  Header header{};
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (Hash64(bytes_.substr(sizeof header)) != header.checksum) {
    return Error{ErrorCode::kCorrupt, "world.bin: wrong checksum; build it again"};
  }
  return std::monostate{};
}

std::string_view Image::String(std::uint32_t offset) const {
  if (strings_.size() < 2 || offset > strings_.size() - 2) return {};
  std::uint16_t size = 0;
  std::memcpy(&size, strings_.data() + offset, 2);
  return strings_.substr(offset + 2, size);
}

std::uint32_t Image::Find(std::uint64_t name) const {
  if (slots.empty()) return 0;
  const auto fingerprint = static_cast<std::uint32_t>(name);
  std::size_t at = FirstSlot(name, slots.size());
  for (std::size_t tries = 0; tries < slots.size(); ++tries) {
    const SlotRecord& slot = slots[at];
    if (slot.value == 0) return 0;
    if (slot.fingerprint == fingerprint) return slot.value;
    at = at + 1 == slots.size() ? 0 : at + 1;
  }
  return 0;
}

std::string AssembleImage(const std::array<std::string, kSectionCount>& sections) {
  Header header{};
  std::memcpy(header.magic.data(), kMagic.data(), 8);
  header.version = kWorldVersion;
  header.section_count = kSectionCount;
  std::string body;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    header.sections[i].offset = sizeof header + body.size();
    header.sections[i].size = sections[i].size();
    body += sections[i];
    body.resize((body.size() + 7) / 8 * 8, '\0');
  }
  header.checksum = Hash64(body);
  std::string out(sizeof header, '\0');
  std::memcpy(out.data(), &header, sizeof header);
  return out + body;
}

}  // namespace entente
