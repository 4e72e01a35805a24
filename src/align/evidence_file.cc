#include "align/evidence_file.h"

#include <array>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/strings.h"

namespace entente {
namespace {

// The file: magic, stamp, then sections, each its size in bytes and its bytes, padded
// to 8; at the end the magic again.
constexpr std::uint64_t kMagic = 0x32474C4145544E45;  // "ENTEALG2"
constexpr std::size_t kPadding = 8;

class SectionWriter {
 public:
  void Number(std::uint64_t value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void Bytes(std::string_view bytes) {
    Number(bytes.size());
    out_ += bytes;
    out_.append((kPadding - bytes.size() % kPadding) % kPadding, '\0');
  }
  template <typename T>
  void Column(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    Bytes({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
  }
  void Texts(const std::vector<std::string>& texts) {
    Number(texts.size());
    for (const std::string& text : texts) Bytes(text);
  }
  const std::string& out() const { return out_; }

 private:
  std::string out_;
};

// Reads what SectionWriter wrote; is_whole() is false once anything did not fit.
class SectionReader {
 public:
  explicit SectionReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t Number() {
    std::uint64_t value = 0;
    if (bytes_.size() - at_ < sizeof value) {
      is_whole_ = false;
      return 0;
    }
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  std::string_view Bytes() {
    const std::uint64_t size = Number();
    if (size > bytes_.size() - at_) {
      is_whole_ = false;
      return {};
    }
    const std::string_view found = bytes_.substr(at_, size);
    at_ += size + (kPadding - size % kPadding) % kPadding;
    if (at_ > bytes_.size()) at_ = bytes_.size();
    return found;
  }
  template <typename T>
  std::span<const T> Column() {
    const std::string_view bytes = Bytes();
    if (bytes.size() % sizeof(T) != 0) is_whole_ = false;
    // Sections begin at multiples of 8 in a mapped file, which begins at a page.
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::vector<std::string> Texts() {
    std::vector<std::string> texts;
    for (std::uint64_t left = Number(); left > 0 && is_whole_; --left) {
      texts.emplace_back(Bytes());
    }
    return texts;
  }
  bool is_whole() const { return is_whole_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_whole_ = true;
};

std::vector<std::string> TextsOf(const std::vector<CodeParts>& codes) {
  std::vector<std::string> texts;
  for (const CodeParts& code : codes) {
    for (const std::string& part : {code.code, code.country, code.sector, code.group}) {
      texts.push_back(part);
    }
  }
  return texts;
}

std::vector<CodeParts> CodesOf(const std::vector<std::string>& texts) {
  std::vector<CodeParts> codes;
  for (std::size_t i = 0; i + 3 < texts.size(); i += 4) {
    codes.push_back({texts[i], texts[i + 1], texts[i + 2], texts[i + 3]});
  }
  return codes;
}

// Changes whenever the evidence may have.
Result<std::uint64_t> StampOf(const Database& database, const AlignSettings& settings,
                              const World* world) {
  TRY(Query query,
      database.Prepare("SELECT (SELECT max(reading) FROM reading) || ' ' || "
                       "(SELECT max(document) FROM document) || ' ' || "
                       "(SELECT max(edition) FROM edition) || ' ' || "
                       "(SELECT max(run) || coalesce(max(finished), '') FROM run)"));
  TRY(const bool found, query.Step());
  std::string all = StrCat(ENTENTE_VERSION, " ", sizeof(EvidenceRow), " ",
                           found ? query.Text(0) : std::string_view());
  for (const double weight : settings.word) all += StrCat(" ", weight);
  for (const double weight : settings.modality) all += StrCat(" ", weight);
  for (const double weight : settings.basis) all += StrCat(" ", weight);
  for (const std::string& sector : settings.apart_sectors) all += " " + sector;
  for (const std::string& country : settings.classes) all += " " + country;
  if (world != nullptr) {
    all += StrCat(" ", world->country_count(), " ", world->actor_count());
  }
  return Hash64(all);
}

}  // namespace

Status SaveEvidence(const EvidenceTable& table, std::uint64_t stamp,
                    const std::string& path) {
  SectionWriter out;
  out.Number(kMagic);
  out.Number(stamp);
  out.Column(table.rows);
  out.Column(table.party_rows);
  out.Column(table.actor_rows);
  out.Column(table.arc_begin);
  out.Column(table.arcs);
  out.Bytes(table.text);
  out.Texts(TextsOf(table.codes));
  out.Texts(table.kinds);
  out.Texts(table.types);
  out.Texts(table.contexts);
  out.Texts(table.regions);
  out.Column(std::span<const Masses>(table.pools));
  out.Column(std::span<const Masses>(&table.pool, 1));
  const std::array<std::int32_t, 3> days = {table.last_day, table.first_published,
                                            table.last_published};
  out.Column(std::span<const std::int32_t>(days));
  out.Number(kMagic);
  return WriteFileAtomically(path, out.out());
}

Result<EvidenceTable> MapEvidence(const std::string& path, std::uint64_t stamp) {
  TRY(MappedFile opened, MappedFile::Open(path));
  const auto file = std::make_shared<const MappedFile>(std::move(opened));
  SectionReader in(file->bytes());
  const Error corrupt{ErrorCode::kCorrupt, StrCat(path, ": is of another ledger")};
  if (in.Number() != kMagic || in.Number() != stamp) return corrupt;
  EvidenceTable table;
  table.rows = in.Column<EvidenceRow>();
  table.party_rows = in.Column<PartyRow>();
  table.actor_rows = in.Column<ActorRow>();
  table.arc_begin = in.Column<std::uint32_t>();
  table.arcs = in.Column<std::uint32_t>();
  table.text = in.Bytes();
  table.codes = CodesOf(in.Texts());
  table.kinds = in.Texts();
  table.types = in.Texts();
  table.contexts = in.Texts();
  table.regions = in.Texts();
  const auto pools = in.Column<Masses>(), pool = in.Column<Masses>();
  const auto days = in.Column<std::int32_t>();
  if (in.Number() != kMagic || !in.is_whole() || pool.size() != 1 || days.size() != 3 ||
      table.arc_begin.size() != table.actor_rows.size() + 2) {
    return corrupt;
  }
  table.pools.assign(pools.begin(), pools.end());
  table.pool = pool.front();
  table.last_day = days[0];
  table.first_published = days[1];
  table.last_published = days[2];
  table.storage = file;
  return table;
}

Result<EvidenceTable> OpenEvidence(const std::string& ledger, const Database& database,
                                   const AlignSettings& settings, const World* world) {
  TRY(const std::uint64_t stamp, StampOf(database, settings, world));
  const std::string path = ledger + ".align";
  Result<EvidenceTable> kept = MapEvidence(path, stamp);
  if (kept) return kept;
  TRY(EvidenceTable table, LoadEvidence(database, settings, world));
  if (table.rows.size() >= kRowsWorthKeeping) {
    // Where it cannot be kept, the next call takes as long as this one.
    const Status saved = SaveEvidence(table, stamp, path);
    static_cast<void>(saved.has_value());
  }
  return table;
}

}  // namespace entente
