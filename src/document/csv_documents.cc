// The columns of a table as the fields of a document.
#include <algorithm>
#include <array>
#include <optional>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "document/csv.h"
#include "document/dates.h"
#include "document/plain_text.h"

namespace entente {
namespace {

enum class Field : std::uint8_t {
  kId,
  kText,
  kHtml,
  kTitle,
  kPublished,
  kUpdated,
  kSource,
  kUrl,
  kLang,
};
constexpr std::size_t kFields = 9;
using Columns = std::array<std::optional<std::size_t>, kFields>;

struct FieldNames {
  Field field;
  std::string_view name;  // in a column map
  // Columns of news tables in use, in lower case, "_" for blanks; the first that a
  // table has is taken.
  std::vector<std::string_view> usual;
};

const std::vector<FieldNames>& AllFields() {
  static const std::vector<FieldNames> kAll = {
      {Field::kId,
       "id",
       {"id", "doc_id", "docid", "document_id", "article_id", "guid", "uuid"}},
      {Field::kText,
       "text",
       {"text", "body", "content", "full_text", "fulltext", "article_text", "main_text",
        "maintext", "article_body", "body_text", "story", "article"}},
      {Field::kHtml, "html", {"html", "body_html", "content_html"}},
      {Field::kTitle, "title", {"title", "headline", "heading", "subject"}},
      {Field::kPublished,
       "published",
       {"published", "date", "published_at", "publication_date", "publish_date",
        "date_published", "date_publish", "pub_date", "pubdate", "publishedat",
        "published_date", "article_date", "datetime", "timestamp"}},
      {Field::kUpdated,
       "updated",
       {"updated", "updated_at", "modified", "date_modified"}},
      {Field::kSource,
       "source",
       {"source", "publisher", "publication", "outlet", "newspaper", "source_name",
        "source_domain", "domain", "site"}},
      {Field::kUrl, "url", {"url", "link", "uri", "web_url", "href", "permalink"}},
      {Field::kLang, "lang", {"lang", "language"}},
  };
  return kAll;
}

std::size_t IndexOf(Field field) { return static_cast<std::size_t>(field); }

// "Full Text " -> "full_text"
std::string NormalName(std::string_view name) {
  std::string normal = AsciiLower(Trim(name));
  std::replace(normal.begin(), normal.end(), ' ', '_');
  std::replace(normal.begin(), normal.end(), '-', '_');
  return normal;
}

std::optional<std::size_t> Find(const std::vector<std::string>& header,
                                std::string_view name) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (NormalName(header[i]) == NormalName(name)) return i;
  }
  return std::nullopt;
}

Result<Columns> FindColumns(const std::vector<std::string>& header,
                            const ColumnMap& map) {
  Columns columns;
  for (const FieldNames& field : AllFields()) {
    std::optional<std::size_t>& column = columns[IndexOf(field.field)];
    if (const auto given = map.find(std::string(field.name)); given != map.end()) {
      column = Find(header, given->second);
      if (column) continue;
      return Error{ErrorCode::kInvalid,
                   StrCat("no column is named '", given->second, "'")};
    }
    for (const std::string_view name : field.usual) {
      if (!column) column = Find(header, name);
    }
  }
  if (!columns[IndexOf(Field::kText)] && !columns[IndexOf(Field::kHtml)]) {
    return Error{ErrorCode::kInvalid,
                 "no column of text is known; name it: --columns text=COLUMN"};
  }
  return columns;
}

// A date of eight digits, else as people write it.
std::optional<CivilDate> DateOf(std::string_view cell) {
  if (cell.size() == 8 && std::all_of(cell.begin(), cell.end(), IsAsciiDigit)) {
    return ParseIsoDate(
        StrCat(cell.substr(0, 4), "-", cell.substr(4, 2), "-", cell.substr(6)));
  }
  const auto found = FindDate(cell);
  if (!found) return std::nullopt;
  return found->date;
}

class CsvDocuments : public DocumentSource {
 public:
  CsvDocuments(CsvReader records, ColumnMap map)
      : records_(std::move(records)), map_(std::move(map)) {}

  std::optional<NamedDocument> Next() override {
    if (has_failed_) return std::nullopt;
    if (!has_header_) {
      const Status read = ReadHeader();
      if (!read) {
        has_failed_ = true;
        return NamedDocument{StrCat(records_.line()), read.error()};
      }
    }
    const Result<bool> found = records_.Next(cells_);
    if (!found) return NamedDocument{StrCat(records_.line()), found.error()};
    if (!*found) return std::nullopt;
    return NamedDocument{StrCat(records_.line()), ReadRow()};
  }

 private:
  Status ReadHeader() {
    TRY(const bool found, records_.Next(header_));
    if (!found) return Error{ErrorCode::kInvalid, "is empty"};
    TRY(columns_, FindColumns(header_, map_));
    has_header_ = true;
    return std::monostate{};
  }

  std::string_view Cell(Field field) const {
    const auto column = columns_[IndexOf(field)];
    return column ? std::string_view(cells_[*column]) : std::string_view();
  }

  Result<std::optional<CivilDate>> Date(Field field) const {
    const std::string_view cell = Trim(Cell(field));
    if (cell.empty()) return std::optional<CivilDate>();
    const auto date = DateOf(cell);
    if (date) return date;
    return Error{ErrorCode::kInvalid, StrCat("'", header_[*columns_[IndexOf(field)]],
                                             "' is no date: ", cell.substr(0, 40))};
  }

  Result<Document> ReadRow() const {
    if (cells_.size() != header_.size()) {
      return Error{ErrorCode::kInvalid,
                   StrCat(cells_.size(), " cells, not ", header_.size())};
    }
    for (const std::string& cell : cells_) {
      if (FirstInvalidUtf8(cell) != cell.size()) {
        return Error{ErrorCode::kInvalid, "is not UTF-8"};
      }
    }
    const std::string_view text = Cell(Field::kText);
    const bool is_html = Trim(text).empty();
    const std::string_view body = is_html ? Cell(Field::kHtml) : text;
    if (Trim(body).empty()) return Error{ErrorCode::kInvalid, "holds no text"};
    TRY(Document document,
        ReadBytesAs(is_html ? TextKind::kHtml : TextKind::kPlain, std::string(body), {},
                    Trim(Cell(Field::kTitle))));
    TRY(const auto published, Date(Field::kPublished));
    TRY(const auto updated, Date(Field::kUpdated));
    if (published) document.published = published;
    if (updated) document.updated = updated;
    const auto take = [&](Field field, std::string& into) {
      if (const auto cell = Trim(Cell(field)); !cell.empty()) into = cell;
    };
    take(Field::kId, document.id);
    take(Field::kSource, document.source);
    take(Field::kUrl, document.url);
    take(Field::kLang, document.lang);
    return document;
  }

  CsvReader records_;
  ColumnMap map_;
  std::vector<std::string> header_, cells_;
  Columns columns_;
  bool has_header_ = false, has_failed_ = false;
};

}  // namespace

Result<ColumnMap> ParseColumns(std::string_view text) {
  ColumnMap map;
  for (const std::string_view part : Split(text, ',')) {
    const std::size_t sign = part.find('=');
    const std::string field(Trim(part.substr(0, sign)));
    const std::string_view column =
        sign == std::string_view::npos ? "" : Trim(part.substr(sign + 1));
    const auto& all = AllFields();
    const bool is_field =
        std::any_of(all.begin(), all.end(),
                    [&](const FieldNames& each) { return each.name == field; });
    if (column.empty() || !is_field) {
      std::string names;
      for (const FieldNames& each : all) names += StrCat(" ", each.name);
      return Error{ErrorCode::kInvalid,
                   StrCat("'", part, "' is not FIELD=COLUMN with a FIELD of:", names)};
    }
    map[field] = column;
  }
  return map;
}

namespace {

// What lies between names most often, where a map says that it is a table.
char MostFrequentSeparator(std::string_view line) {
  char best = ',';
  for (const char separator : {'\t', ';'}) {
    if (std::count(line.begin(), line.end(), separator) >
        std::count(line.begin(), line.end(), best)) {
      best = separator;
    }
  }
  return best;
}

// A line of prose may hold "text," too; names of columns are short and no sentences.
bool IsColumnName(std::string_view name) {
  constexpr std::size_t kLongestName = 40;
  name = Trim(name);
  return name.size() <= kLongestName && name.find(". ") == std::string_view::npos &&
         !name.ends_with('.');
}

}  // namespace

char SeparatorOf(std::string_view head, const ColumnMap& columns) {
  const std::string_view first = head.substr(0, std::min(head.find('\n'), head.size()));
  if (!columns.empty()) return MostFrequentSeparator(first);
  for (const char separator : {',', '\t', ';'}) {
    if (first.find(separator) == std::string_view::npos) continue;
    CsvReader reader(ByteWindow(BytesOf(std::string(head))), separator, head.size());
    std::vector<std::string> names;
    const Result<bool> found = reader.Next(names);
    if (!found || !*found || !std::all_of(names.begin(), names.end(), IsColumnName)) {
      continue;
    }
    const Result<Columns> known = FindColumns(names, columns);
    constexpr std::ptrdiff_t kFewest = 2;  // one alone may be the word "text"
    if (!known || static_cast<std::ptrdiff_t>(kFields) -
                          std::count(known->begin(), known->end(), std::nullopt) <
                      kFewest) {
      continue;
    }
    std::vector<std::string> row;
    const Result<bool> has_row = reader.Next(row);
    // A cell that is cut off where the head ends is open, not wrong.
    if (!has_row || (*has_row && row.size() == names.size())) return separator;
  }
  return '\0';
}

std::unique_ptr<DocumentSource> ReadCsv(ByteWindow bytes, char separator,
                                        const ColumnMap& columns,
                                        std::size_t document_bytes) {
  // Doubled quotes and the other cells of a row.
  const std::size_t record_bytes = 2 * document_bytes + (std::size_t{1} << 20);
  return std::make_unique<CsvDocuments>(
      CsvReader(std::move(bytes), separator, record_bytes), columns);
}

}  // namespace entente
