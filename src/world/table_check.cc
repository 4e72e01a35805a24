#include <algorithm>
#include <filesystem>
#include <map>
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
  std::map<std::string, Claim, std::less<>> names;  // of actors, in normal form
  std::vector<std::string> complaints;
};

// Codes that stand in a country's place: classes, world regions.
bool IsCountryCode(std::string_view code) {
  return code.empty() ||
         (code.size() == 3 && std::all_of(code.begin(), code.end(), IsAsciiUpper));
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
  if (!IsCountryCode(cell(ActorColumn::kCountry))) {
    complain(
        StrCat("'", cell(ActorColumn::kCountry), "' is not a code of three letters"));
  }
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
    if (is_actors) CheckActorRow(table, row, seen);
  }
}

}  // namespace

std::vector<std::string> CheckTables(const std::vector<std::string>& dirs) {
  Seen seen;
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
      CheckTable(format, *table, seen);
    }
  }
  return seen.complaints;
}

}  // namespace entente
