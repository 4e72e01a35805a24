// ViewFilters: what a page is asked to show, as its address says it; Selection: the
// rows of a snapshot that are meant.
//
//   TRY(const ViewFilters filters, FiltersOf(request.address));
//   TRY(const Selection selection, Selection::Make(snapshot, filters, database));
//   if (selection.Has(snapshot.events[i])) ...
#ifndef ENTENTE_SERVE_FILTERS_H_
#define ENTENTE_SERVE_FILTERS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/database.h"
#include "serve/address.h"
#include "serve/snapshot.h"

namespace entente {

// Empty: no condition. Parties are as actor_groups.h reads them.
struct ViewFilters {
  std::string actor;          // who did, said, or stands
  std::string recipient;      // to whom
  std::string party;          // on either side
  std::string other;          // with `party`: on the side that it is not on
  std::string type;           // PLOVER's, of events
  std::string quad;           // one of kQuadNames, or "cooperation", "conflict"
  std::string place;          // part of a name, or a country's code
  std::string source;         // of the document, whole
  std::string text;           // words of the document, as FTS5 reads them
  std::string since, until;   // YYYY-MM-DD, both days included
  bool is_done_only = false;  // standing=done: events that are said to have happened
};

// The names under which filters stand in an address.
inline constexpr std::string_view kFilterNames[] = {
    "actor", "recipient", "party", "other", "type",  "quad",
    "place", "source",    "text",  "since", "until", "standing"};

// Returns kInvalid, naming the filter, for a date that is none.
Result<ViewFilters> FiltersOf(const Address& address);

class Selection {
 public:
  // `snapshot` must outlive it. Returns kInvalid for a text that FTS5 cannot read.
  static Result<Selection> Make(const Snapshot& snapshot, const ViewFilters& filters,
                                const Database& database);

  bool Has(const SnapshotEvent& event) const;
  bool Has(const SnapshotStatement& statement) const;
  bool Has(const SnapshotStance& stance) const;
  bool HasDocument(std::uint32_t document) const;

  // Indexes of the events that it has, in the ledger's order.
  std::vector<std::uint32_t> Events() const;
  std::vector<std::uint32_t> Statements() const;

 private:
  explicit Selection(const Snapshot& snapshot) : snapshot_(&snapshot) {}

  bool HasDay(std::int32_t day) const {
    return (since_ == kNoDay || (day != kNoDay && day >= since_)) &&
           (until_ == kNoDay || (day != kNoDay && day <= until_));
  }
  bool HasPair(const SnapshotEvent& event) const;

  const Snapshot* snapshot_;
  std::vector<bool> actors_, recipients_, party_, other_;  // empty: all
  std::vector<bool> places_, documents_;
  std::optional<std::uint8_t> type_;
  bool has_unknown_type_ = false;
  unsigned quads_ = 0xF;  // bits
  std::int32_t since_ = kNoDay, until_ = kNoDay;
  bool is_done_only_ = false;
  bool is_of_events_ = false;  // a filter that only events have
};

}  // namespace entente

#endif  // ENTENTE_SERVE_FILTERS_H_
