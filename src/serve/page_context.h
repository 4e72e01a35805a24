// PageContext: all that a page is made of; View: what it is, in the form that was
// asked.
#ifndef ENTENTE_SERVE_PAGE_CONTEXT_H_
#define ENTENTE_SERVE_PAGE_CONTEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/database.h"
#include "serve/address.h"
#include "serve/filters.h"
#include "serve/html.h"
#include "serve/snapshot.h"

namespace entente {

// The end of the address: none, ".json", ".csv".
enum class Form : std::uint8_t { kHtml, kJson, kCsv };

struct PageContext {
  const Snapshot& snapshot;
  const Database& database;
  const Address& address;  // without the form's ending
  const ViewFilters& filters;
  Form form = Form::kHtml;
  std::string ledger;  // its file's name
  std::string csrf;
  bool can_read = false;  // there is an engine: /paste works
};

struct View {
  std::string title;
  std::string room;       // the part of the navigation that it belongs to: "overview"
  Html body = {};         // of kHtml
  std::string data = {};  // of the others
  bool has_csv = false;
};

// The whole page around a view's body.
std::string Layout(const PageContext& context, const View& view);

// A page that says what went wrong and how to go on.
std::string ErrorPage(std::string_view ledger, int status, std::string_view message);

}  // namespace entente

#endif  // ENTENTE_SERVE_PAGE_CONTEXT_H_
