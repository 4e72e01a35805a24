// Pieces that several pages show alike: rows with their words, counts, filters.
#ifndef ENTENTE_SERVE_PIECES_H_
#define ENTENTE_SERVE_PIECES_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "serve/counts.h"
#include "serve/html.h"
#include "serve/page_context.h"
#include "serve/rows.h"

namespace entente {

// "27 December 2015"; "no date".
std::string LongDate(std::int32_t day);
std::string LongDate(std::string_view iso);
// As exact as the text is: "October 2022" where the precision is a month, "2022".
std::string LongDate(std::int32_t day, std::string_view precision);
// "2015-12-27"; empty for kNoDay.
std::string IsoDate(std::int32_t day);
// "12 events", "1 event", "no events".
std::string Counted(std::int64_t count, std::string_view one, std::string_view many);

// "cooperation" or "conflict".
std::string_view SideOf(Quad quad);

// Addresses of rooms.
std::string ActorHref(std::string_view party);
std::string PairHref(std::string_view a, std::string_view b);
// "/reading/9f2dcb782915#e8" of the row "9f2dcb782915-e8".
std::string RowHref(std::string_view row);

// The newest first; those without a day last.
std::vector<std::uint32_t> LatestEvents(const Snapshot& snapshot, EventList events,
                                        std::size_t from, std::size_t count);
std::vector<std::uint32_t> LatestStatements(const Snapshot& snapshot,
                                            std::span<const std::uint32_t> statements,
                                            std::size_t from, std::size_t count);

// Lists; `rows` are what Fetch... gave for the same indexes.
void AddEventList(const Snapshot& snapshot, std::span<const std::uint32_t> events,
                  const Rows& rows, Html& html);
void AddStatementList(const Snapshot& snapshot,
                      std::span<const std::uint32_t> statements, const Rows& rows,
                      Html& html);

// The four counts as one bar, cooperation from the left and conflict after it.
void AddQuadBar(const QuadCounts& counts, std::int64_t longest, Html& html);
void AddPairTable(const Snapshot& snapshot, std::span<const PairCount> pairs,
                  Markup caption, bool shows_change, Html& html);
void AddGroupTable(const Snapshot& snapshot, std::span<const GroupCount> groups,
                   Markup caption, std::string_view beside, Html& html);
// A figure that the script draws, with its numbers as a table for those without.
void AddVolumesFigure(const Volumes& volumes, std::string_view what, Html& html);
void AddMapFigure(const Snapshot& snapshot, std::span<const PlaceCount> places,
                  Html& html);

// The filters as a form that keeps what is set; the names that it leaves out are hidden
// fields.
void AddFilterForm(const PageContext& context, std::string_view path,
                   std::span<const std::string_view> names, Html& html);

// JSON of the same things: the value after a key.
void AddVolumes(const Volumes& volumes, JsonWriter& json);
void AddPairs(const Snapshot& snapshot, std::span<const PairCount> pairs,
              JsonWriter& json);
void AddGroups(const Snapshot& snapshot, std::span<const GroupCount> groups,
               JsonWriter& json);
void AddPlaces(const Snapshot& snapshot, std::span<const PlaceCount> places,
               JsonWriter& json);
void AddFilters(const ViewFilters& filters, JsonWriter& json);

}  // namespace entente

#endif  // ENTENTE_SERVE_PIECES_H_
