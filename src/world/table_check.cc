#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "base/tsv.h"
#include "text/normal.h"
#include "world/table_cells.h"
#include "world/tables.h"

namespace entente {
namespace {

struct Claim {
  std::string where;  // "groups.tsv:12"
  std::string id;
};

// What the rows of all tables so far have said.
struct Seen {
  std::map<std::string, Claim, std::less<>> ids;
  std::map<std::string, Claim, std::less<>> names;    // of actors, in normal form
  std::map<std::string, Claim, std::less<>> phrases;  // of roles and demonyms
  std::set<std::string, std::less<>> countries;       // empty: not known
  std::vector<std::string> complaints;
};

// A country, a class that stands in its place, or a world region.
bool IsCountryCode(std::string_view code, const Seen& seen) {
  constexpr std::string_view kOthers =
      " IGO NGO MNC IMG EUR AFR ASA LAM SAM CAM CRB MEA CAS SEA SAS EAS WAF EAF WST "
      "EEU "
      "BLK ";
  if (code.empty()) return true;
  if (code.size() != 3 || !std::all_of(code.begin(), code.end(), IsAsciiUpper)) {
    return false;
  }
  return seen.countries.empty() || seen.countries.contains(code) ||
         kOthers.find(StrCat(" ", code, " ")) != std::string_view::npos;
}

bool IsSector(std::string_view code) {
  constexpr std::string_view kSectors =
      " COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB "
      "MED REF OPP "
      "PRE REL SOC ";
  return code.empty() ||
         kSectors.find(StrCat(" ", code, " ")) != std::string_view::npos;
}

void CheckActorRow(const Tsv& table, std::size_t row, Seen& seen) {
  const auto cell = [&](ActorColumn column) {
    return table.cell(row, static_cast<std::size_t>(column));
  };
  const auto complain = [&](std::string_view fact) {
    seen.complaints.push_back(table.Complain(row, fact).message);
  };
  if (!IsSector(cell(ActorColumn::kSector))) {
    complain(StrCat("'", cell(ActorColumn::kSector), "' is no sector"));
  }
  std::string names(cell(ActorColumn::kName));
  if (!cell(ActorColumn::kAliases).empty())
    names += StrCat("|", cell(ActorColumn::kAliases));
  for (const std::string_view name : Split(names, '|')) {
    if (name.empty()) complain("an empty alias");
    if (name.empty() || name.front() == '~') continue;
    const std::string id(cell(ActorColumn::kId));
    const auto [at, is_new] = seen.names.try_emplace(
        Normalize(name), Claim{table.Complain(row, "").message, id});
    if (!is_new && at->second.id != id) {
      complain(StrCat("'", name, "' is also the name of ", at->second.id, " (",
                      at->second.where, "mark one of them short with ~)"));
    }
  }
}

// The cell of a column by its name; "" where a table has no such column.
std::string_view CellOf(const TableFormat& format, const Tsv& table, std::size_t row,
                        std::string_view column) {
  const auto at = std::find(format.columns.begin(), format.columns.end(), column);
  return at == format.columns.end()
             ? std::string_view()
             : table.cell(row, static_cast<std::size_t>(at - format.columns.begin()));
}

// A role, or a people, that two rows tell of.
void CheckPhrase(const TableFormat& format, const Tsv& table, std::size_t row,
                 Seen& seen) {
  const bool is_role = format.file == "roles.tsv";
  if (!is_role && format.file != "demonyms.tsv") return;
  const std::string_view phrase =
      CellOf(format, table, row, is_role ? "lemma" : "adjective");
  if (phrase.empty()) return;
  const std::string key = StrCat(is_role ? "role " : "people ", phrase, " ",
                                 is_role ? "" : CellOf(format, table, row, "group"));
  const auto [at, is_new] =
      seen.phrases.try_emplace(key, Claim{table.Complain(row, "").message, ""});
  if (!is_new) {
    seen.complaints.push_back(
        table
            .Complain(row, StrCat("'", phrase, "' stands in ", at->second.where,
                                  "too; one of the rows is never used"))
            .message);
  }
}

void CheckTable(const TableFormat& format, const Tsv& table, Seen& seen) {
  const bool is_actors = format.columns.size() == 11;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view id = table.cell(row, 0);
    const bool is_tenure = is_actors && row > 0 && id == table.cell(row - 1, 0);
    if (is_tenure && table.cell(row, 1) != table.cell(row - 1, 1)) {
      seen.complaints.push_back(
          table
              .Complain(row, StrCat("id ", id, " with another name than the row above"))
              .message);
    }
    const auto [at, is_new] = seen.ids.try_emplace(
        std::string(id), Claim{table.Complain(row, "").message, ""});
    if (!is_new && !is_tenure) {
      seen.complaints.push_back(
          table.Complain(row, StrCat("id ", id, " is taken by ", at->second.where))
              .message);
    }
    for (const std::string_view column : {"country", "iso3"}) {
      const std::string_view code = CellOf(format, table, row, column);
      if (IsCountryCode(code, seen)) continue;
      seen.complaints.push_back(
          table.Complain(row, StrCat("'", code, "' is no country; see docs/world.md"))
              .message);
    }
    if (is_actors) CheckActorRow(table, row, seen);
    CheckPhrase(format, table, row, seen);
  }
}

}  // namespace

std::vector<std::string> CheckTables(const std::vector<std::string>& dirs,
                                     const std::vector<std::string>& countries) {
  Seen seen;
  seen.countries.insert(countries.begin(), countries.end());
  WorldBuilder scratch;
  for (const std::string& dir : dirs) {
    for (const TableFormat& format : TableFormats()) {
      const std::string path = StrCat(dir, "/", format.file);
      if (!std::filesystem::exists(path)) continue;
      const auto table = Tsv::Read(path);
      if (!table) {
        seen.complaints.push_back(table.error().message);
        continue;
      }
      if (const Status fits = table->ExpectColumns(format.columns); !fits) {
        seen.complaints.push_back(fits.error().message);
        continue;
      }
      // These two add to what the data packages hold; the build reads them.
      if (format.file != "countries_extra.tsv" &&
          format.file != "reference_points.tsv") {
        const Status read = ReadTable(format.file, *table, scratch);
        if (!read) seen.complaints.push_back(read.error().message);
      }
      if (format.file == "countries.tsv" && !seen.countries.empty()) {
        for (std::size_t row = 0; row < table->rows(); ++row) {
          seen.countries.emplace(table->cell(row, 1));
        }
      }
      CheckTable(format, *table, seen);
    }
  }
  return seen.complaints;
}

}  // namespace entente
