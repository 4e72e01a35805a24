// The readable tables of data/world/ and of a user's own folder: read into a
// WorldBuilder, or checked. docs/world.md tells their columns.
#ifndef ENTENTE_WORLD_TABLES_H_
#define ENTENTE_WORLD_TABLES_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/tsv.h"
#include "world/world_builder.h"

namespace entente {

// Reads countries, countries_extra, reference_points, places, demonyms, organisations,
// groups, media, persons, roles, common_words, given_names and never_places (.tsv) of a
// folder; each may be absent. Returns kCorrupt, naming file and line, for a wrong one;
// kNotFound for no folder.
Status ReadTables(const std::string& dir, WorldBuilder& builder);

// Reads one table, whose columns have been checked, by its file name.
Status ReadTable(std::string_view file, const Tsv& table, WorldBuilder& builder);

// What is wrong or doubtful in the tables of some folders taken together, one line
// each, "groups.tsv:12: ...": an id used twice, a name that two entries claim, a
// country code that does not exist, an end before a beginning. Empty: all well.
// `countries`: the codes of the data packages; those of countries.tsv count too. Where
// there are none, any three capitals are a code.
std::vector<std::string> CheckTables(const std::vector<std::string>& dirs,
                                     const std::vector<std::string>& countries = {});

}  // namespace entente

#endif  // ENTENTE_WORLD_TABLES_H_
