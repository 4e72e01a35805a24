// Site: every address of the page, from the request to the answer.
//
//   Site site({.ledger = "news.ledger"}, hooks);
//   const Status begun = site.Start(on_change);
//   const HttpResponse response = site.Handle(request);        // from any thread
#ifndef ENTENTE_SERVE_SITE_H_
#define ENTENTE_SERVE_SITE_H_

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "serve/guard.h"
#include "serve/http.h"
#include "serve/live_snapshot.h"
#include "serve/page_context.h"
#include "serve/reading_view.h"

namespace entente {

struct SiteOptions {
  std::string ledger;
  GuardOptions guard;
};

struct PastedText {
  std::string text, title, date;
  bool is_kept = false;  // in the ledger
};

// What needs the engine; without them there is no /paste and no /reading/KEY/why.
struct SiteHooks {
  std::function<Result<ReadingView>(const PastedText&)> read;
  // Why a row ("e3") of a document is there, as text in fixed columns.
  std::function<Result<std::string>(const ReadingView&, const std::string& row)> why;
};

class Site {
 public:
  Site(SiteOptions options, SiteHooks hooks);

  // Opens the ledger and begins to load it. `on_change` is called when it has grown.
  Status Start(std::function<void(const Snapshot&)> on_change);

  HttpResponse Handle(const HttpRequest& request);

 private:
  HttpResponse Route(const HttpRequest& request);
  Result<HttpResponse> Page(const HttpRequest& request);
  Result<View> Room(const PageContext& context);
  Result<View> Paste(const PageContext& context, const HttpRequest& request);
  Result<View> Why(const PageContext& context, const std::string& key,
                   const std::string& row);
  HttpResponse Fail(const Error& error, Form form) const;

  const SiteOptions options_;
  const SiteHooks hooks_;
  const std::string name_;  // of the ledger's file
  const Guard guard_;
  DatabasePool pool_;
  LiveSnapshot live_;
};

}  // namespace entente

#endif  // ENTENTE_SERVE_SITE_H_
