#include "cli/serve.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "cli/locate.h"
#include "cli/why_page.h"
#include "document/blocks.h"
#include "document/reader.h"
#include "ledger/ledger.h"
#include "serve/http_server.h"
#include "serve/site.h"

namespace entente {
namespace {

constexpr unsigned kWhyColumns = 88;

// The engine, loaded when a page first wants it: looking needs none.
class LazyEngine {
 public:
  explicit LazyEngine(EngineOptions options) : options_(std::move(options)) {}

  Result<const Engine*> Get() {
    const std::lock_guard hold(lock_);
    if (!engine_) {
      Result<Engine> loaded = LoadEngine(options_);
      if (!loaded) return loaded.error();
      engine_.emplace(std::move(loaded).value());
    }
    return &*engine_;
  }

 private:
  const EngineOptions options_;
  std::mutex lock_;
  std::optional<Engine> engine_;
};

Result<Document> ToDocument(const PastedText& pasted) {
  ReadOptions options;
  if (!pasted.date.empty()) options.date = ParseIsoDate(pasted.date);
  std::vector<Result<Document>> documents =
      ReadDocuments("the text", pasted.text, options);
  if (documents.size() != 1) {
    return Error{ErrorCode::kInvalid,
                 "That holds several articles; `entente read` takes such files."};
  }
  TRY(Document document, std::move(documents[0]));
  if (!pasted.title.empty()) document.title = pasted.title;
  return document;
}

Status Keep(const std::string& path, const Engine& engine, const Document& document,
            const Reading& reading) {
  TRY(Ledger ledger, Ledger::Open(path));
  Status status = ledger.BeginRun(engine.version(), R"({"page":true})");
  if (status) status = ledger.Add(document, reading, engine.ontology());
  if (status) status = ledger.Finish();
  return status;
}

Result<ReadingView> ReadPasted(LazyEngine& lazy, const std::string& ledger,
                               const PastedText& pasted) {
  TRY(const Document document, ToDocument(pasted));
  TRY(const Engine* engine, lazy.Get());
  Workspace workspace;
  const Reading reading = engine->Read(document, workspace);
  ReadingView view = ViewOf(document, reading, engine->ontology(), engine->version());
  if (!pasted.is_kept) return view;
  const Status kept = Keep(ledger, *engine, document, reading);
  if (!kept) return kept.error();
  constexpr std::size_t kShownDigits = 12;
  view.key = KeyOf(document).substr(0, kShownDigits);
  return view;
}

Result<std::string> WhyRow(LazyEngine& lazy, const ReadingView& view,
                           std::string_view row) {
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(row.data() + 1, row.data() + row.size(), number);
  if (!row.starts_with('e') || error != std::errc() || end != row.data() + row.size() ||
      number == 0) {
    return Error{ErrorCode::kNotFound, "Reasons are told of events: e1, e2, ..."};
  }
  Document document;
  document.text = view.text;
  document.title = view.title;
  document.source = view.source;
  document.published = ParseIsoDate(view.published);
  NameBlocks(SplitParagraphs(document.text), document);
  TRY(const Engine* engine, lazy.Get());
  Workspace for_reading, for_analysis;
  const Reading reading = engine->Read(document, for_reading);
  if (number > reading.events.size()) {
    return Error{ErrorCode::kNotFound,
                 "The rules of this program no longer find that row; the ledger has it "
                 "from an earlier edition."};
  }
  const Analysis& analysis = engine->Analyse(document, for_analysis);
  return WhyEvent({document, reading, analysis, *engine}, number - 1,
                  {.width = kWhyColumns, .has_colour = false});
}

bool IsLoopback(std::string_view host) {
  return host == "::1" || host.starts_with("127.");
}

// Host names that a request may carry.
std::vector<std::string> HostsOf(const ServeCommand& command) {
  if (IsLoopback(command.host))
    return {"localhost", "127.0.0.1", "[::1]", command.host};
  const bool is_any = command.host == "0.0.0.0" || command.host == "::";
  std::vector<std::string> hosts = {"localhost", "127.0.0.1", command.host,
                                    StrCat("[", command.host, "]")};
  if (is_any) hosts.clear();  // the token guards
  return hosts;
}

std::string UrlOf(const ServeCommand& command, std::uint16_t port) {
  const bool is_six = command.host.find(':') != std::string::npos;
  std::string url = StrCat("http://", is_six ? "[" : "", command.host,
                           is_six ? "]" : "", ":", port, "/");
  if (!command.token.empty()) url += StrCat("?token=", PercentEncode(command.token));
  return url;
}

}  // namespace

int Run(const ServeCommand& command) {
  constexpr std::size_t kShortestToken = 16;
  if (!IsLoopback(command.host) && command.token.size() < kShortestToken) {
    Complain({ErrorCode::kInvalid,
              StrCat("--host ", command.host,
                     ": others could read the ledger; give a --token of at least ",
                     kShortestToken, " letters as well")});
    return kWrongUsage;
  }
  LazyEngine engine(command.engine);
  Site site({.ledger = command.ledger,
             .guard = {.hosts = HostsOf(command), .token = command.token}},
            {.read =
                 [&](const PastedText& pasted) {
                   return ReadPasted(engine, command.ledger, pasted);
                 },
             .why = [&](const ReadingView& view,
                        const std::string& row) { return WhyRow(engine, view, row); }});
  HttpOptions options;
  options.host = command.host;
  options.port = command.port;
  options.threads = std::max(2U, std::thread::hardware_concurrency());
  const auto server = HttpServer::Listen(
      options, [&](const HttpRequest& request) { return site.Handle(request); });
  if (!server) {
    Complain(server.error());
    return kSomeFailed;
  }
  const Status begun = site.Start([&](const Snapshot& now) {
    (*server)->Broadcast("grown", StrCat("{\"events\":", now.events.size(),
                                         ",\"statements\":", now.statements.size(),
                                         ",\"documents\":", now.documents.size(), "}"));
  });
  if (!begun) {
    Complain(begun.error());
    return kSomeFailed;
  }
  std::printf("%s\n", UrlOf(command, (*server)->port()).c_str());
  std::fflush(stdout);
  std::fprintf(stderr, "entente: serving %s; Ctrl-C ends it\n", command.ledger.c_str());
  (*server)->Run(true);
  return kDone;
}

}  // namespace entente
