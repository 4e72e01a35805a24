// The parts of `entente align`: one view in, text or JSON out. align.cc puts them
// together.
#ifndef ENTENTE_CLI_ALIGN_H_
#define ENTENTE_CLI_ALIGN_H_

#include <string>
#include <vector>

#include "align/evidence.h"
#include "align/pair.h"
#include "align/row_facts.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/page.h"

namespace entente {

// What every view of one run shares.
struct AlignContext {
  const AlignCommand& command;
  const EvidenceTable& table;
  const AlignSettings& settings;
  const World& world;
  const Database& database;
  RowReader& rows;
  TimeSpan span;
  PageStyle style;
};

Result<std::string> AlignPair(AlignContext& context, const std::string& a,
                              const std::string& b);
Result<std::string> AlignActorView(AlignContext& context, const std::string& a);
Result<std::string> AlignCommon(AlignContext& context, const std::string& a,
                                const std::string& b);

Result<std::string> AlignChanges(AlignContext& context,
                                 const std::vector<std::string>& names);
Result<std::string> AlignCamps(AlignContext& context);

struct AlignSides {
  PartySet a, b;
};
// kInvalid where the two share parties.
Result<AlignSides> FindSides(const AlignContext& context, const std::string& a,
                             const std::string& b);

// "2015-12-27", "no date".
std::string DayText(std::int32_t day);
// "Russia -> Taliban" by the names of the row's parties, with an arrow for direction.
std::string ActOf(const EvidenceTable& table, const EvidenceRow& row);
// One unit in two lines: what was done, and the words of one row of it.
Status WriteUnit(AlignContext& context, const Units& units, const Unit& unit,
                 unsigned indent, Page& page);
// Writes the units of a sign, the heaviest first, at most `limit` (command.rows).
Status WriteUnits(AlignContext& context, const Units& units, std::uint32_t first,
                  std::uint32_t last, int sign, unsigned indent, Page& page);
Status WriteUnitsJson(AlignContext& context, const Units& units, std::uint32_t first,
                      std::uint32_t last, JsonWriter& json);
void WriteStandingJson(const PairStanding& standing, JsonWriter& json);

// Units [first, last) of a sign (0: any), the heaviest first; weightless ones last.
std::vector<std::uint32_t> Heaviest(const Units& units, std::uint32_t first,
                                    std::uint32_t last, int sign);

}  // namespace entente

#endif  // ENTENTE_CLI_ALIGN_H_
