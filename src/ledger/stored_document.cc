#include "ledger/stored_document.h"

#include <array>
#include <charconv>

#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "ledger/row_label.h"

namespace entente {
namespace {

constexpr std::array<BlockKind, 8> kKinds = {
    BlockKind::kHeadline, BlockKind::kSummary, BlockKind::kDateline, BlockKind::kByline,
    BlockKind::kCredit,   BlockKind::kCaption, BlockKind::kBody,     BlockKind::kOther};

bool ReadNumber(std::string_view text, std::uint32_t& number) {
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string ToText(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    out += StrCat(out.empty() ? "" : " ", Name(block.kind), " ", block.span.begin, "-",
                  block.span.end);
  }
  return out;
}

Result<std::vector<Block>> BlocksOf(std::string_view text) {
  std::vector<Block> blocks;
  if (text.empty()) return blocks;
  const auto words = Split(text, ' ');
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    Block block;
    for (const BlockKind kind : kKinds) {
      if (Name(kind) == words[i]) block.kind = kind;
    }
    const auto ends = Split(words[i + 1], '-');
    if (Name(block.kind) != words[i] || ends.size() != 2 ||
        !ReadNumber(ends[0], block.span.begin) ||
        !ReadNumber(ends[1], block.span.end) || block.span.begin > block.span.end) {
      return Error{ErrorCode::kCorrupt, StrCat("'", text, "': no blocks")};
    }
    blocks.push_back(block);
  }
  return blocks;
}

Result<StoredRow> FindStoredRow(const Database& database, std::string_view label) {
  TRY(const RowLabel parsed, ParseRowLabel(label));
  StoredRow row;
  row.list = parsed.list;
  row.index = static_cast<std::uint32_t>(parsed.number - 1);
  TRY(Query query,
      database.Prepare(
          "SELECT id, title, source, url, lang, published, updated, text, blocks, "
          "version, model, lexicon FROM current JOIN document USING (document) JOIN "
          "reading USING (reading) JOIN edition USING (edition) WHERE key >= ?1 AND "
          "key < ?1 || 'g'"));
  query.Bind(1, parsed.key);
  TRY(const bool found, query.Step());
  if (!found) return NoSuchRow(label);
  Document& document = row.document;
  document.id = query.Text(0);
  document.title = query.Text(1);
  document.source = query.Text(2);
  document.url = query.Text(3);
  document.lang = query.Text(4);
  document.published = ParseIsoDate(query.Text(5));
  document.updated = ParseIsoDate(query.Text(6));
  document.text = query.Text(7);
  TRY(document.blocks, BlocksOf(query.Text(8)));
  for (const Block& block : document.blocks) {
    if (block.span.end > document.text.size()) {
      return Error{ErrorCode::kCorrupt, StrCat(label, ": its document is cut off")};
    }
  }
  row.edition = {std::string(query.Text(9)), std::string(query.Text(10)),
                 std::string(query.Text(11))};
  return row;
}

}  // namespace entente
