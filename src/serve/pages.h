// The rooms: each makes its view from a snapshot and the ledger, in the asked form.
#ifndef ENTENTE_SERVE_PAGES_H_
#define ENTENTE_SERVE_PAGES_H_

#include <string>
#include <string_view>

#include "base/result.h"
#include "serve/page_context.h"

namespace entente {

// What is new: volumes, map, pairs, latest rows.
Result<View> OverviewPage(const PageContext& context);

// Rows (?rows=events, statements, documents) that the filters pick, with facets.
Result<View> SearchPage(const PageContext& context);

// One party: its figures, partners, events, statements by it and about it. kNotFound
// where no entity of the ledger is meant by `party`.
Result<View> ActorPage(const PageContext& context, const std::string& party);

// What passes between two parties.
Result<View> PairPage(const PageContext& context, const std::string& a,
                      const std::string& b);

// One article with its rows marked. kNotFound where there is no document of that key.
Result<View> ReadingPage(const PageContext& context, const std::string& key);

// The signed network of groups.
Result<View> AlignmentsPage(const PageContext& context);

}  // namespace entente

#endif  // ENTENTE_SERVE_PAGES_H_
