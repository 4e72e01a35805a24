#include "serve/site.h"

#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "serve/assets.h"
#include "serve/pages.h"

namespace entente {
namespace {

std::string FileName(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

HttpResponse AnswerAsset(const HttpRequest& request, std::string_view name) {
  const Asset* asset = FindAsset(name);
  if (asset == nullptr) {
    return {
        .status = 404, .type = "text/plain; charset=utf-8", .body = "No such file.\n"};
  }
  HttpResponse response{.type = std::string(asset->type)};
  response.headers.emplace_back("Cache-Control", "no-cache");
  response.headers.emplace_back("ETag", asset->tag);
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (request.if_none_match == asset->tag) {
    response.status = 304;
    return response;
  }
  const bool is_zipped = request.accept_encoding.find("gzip") != std::string::npos;
  const auto bytes = is_zipped ? asset->gzip : asset->plain;
  if (is_zipped) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body.assign(bytes.begin(), bytes.end());
  return response;
}

// Takes the form's ending off the address. Names of actors may end in anything, but
// not their encoded form: a dot that is part of a name may be written %2E.
Form TakeForm(Address& address) {
  for (const auto& [ending, form] : {std::pair(std::string_view(".json"), Form::kJson),
                                     std::pair(std::string_view(".csv"), Form::kCsv)}) {
    const std::string& path = address.path();
    if (path.size() > ending.size() && std::string_view(path).ends_with(ending)) {
      address.set_path(path.substr(0, path.size() - ending.size()));
      return form;
    }
  }
  return Form::kHtml;
}

std::string_view FieldOf(const std::vector<std::pair<std::string, std::string>>& form,
                         std::string_view name) {
  for (const auto& [key, value] : form) {
    if (key == name) return value;
  }
  return {};
}

int StatusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalid:
      return 400;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kUnavailable:
    case ErrorCode::kOverBudget:
      return 503;
    case ErrorCode::kCorrupt:
      return 500;
  }
  return 500;
}

}  // namespace

Site::Site(SiteOptions options, SiteHooks hooks)
    : options_(std::move(options)),
      hooks_(std::move(hooks)),
      name_(FileName(options_.ledger)),
      guard_(options_.guard),
      pool_(options_.ledger),
      live_(options_.ledger) {}

Status Site::Start(std::function<void(const Snapshot&)> on_change) {
  return live_.Start(std::move(on_change));
}

HttpResponse Site::Handle(const HttpRequest& request) {
  HttpResponse response;
  if (auto refusal = guard_.Check(request)) {
    response = *std::move(refusal);
  } else {
    response = Route(request);
  }
  AddSafetyHeaders(response);
  return response;
}

HttpResponse Site::Route(const HttpRequest& request) {
  const std::string& path = request.address.path();
  constexpr std::string_view kAssets = "/assets/";
  if (path == "/") {
    HttpResponse response{.status = 302, .type = "text/plain; charset=utf-8"};
    response.headers.emplace_back("Location", "/overview");
    return response;
  }
  if (path.starts_with(kAssets)) {
    return AnswerAsset(request, std::string_view(path).substr(kAssets.size()));
  }
  if (path == "/openapi.yaml") return AnswerAsset(request, "openapi.yaml");
  if (path == "/stream") {
    return {.type = "text/event-stream", .is_stream = true};
  }
  Result<HttpResponse> page = Page(request);
  if (page) return std::move(page).value();
  Address address = request.address;
  return Fail(page.error(), TakeForm(address));
}

HttpResponse Site::Fail(const Error& error, Form form) const {
  HttpResponse response{.status = StatusOf(error.code)};
  if (form == Form::kHtml) {
    response.body = ErrorPage(name_, response.status, error.message);
    return response;
  }
  response.type = "application/json";
  JsonWriter json(response.body);
  json.BeginObject();
  json.Field("error", error.message);
  json.EndObject();
  return response;
}

Result<HttpResponse> Site::Page(const HttpRequest& request) {
  Address address = request.address;
  const Form form = TakeForm(address);
  TRY(const ViewFilters filters, FiltersOf(address));
  TRY(const std::shared_ptr<const Snapshot> snapshot, live_.Get());
  TRY(const DatabasePool::Lease database, pool_.Take());
  const PageContext context{.snapshot = *snapshot,
                            .database = *database,
                            .address = address,
                            .filters = filters,
                            .form = form,
                            .ledger = name_,
                            .csrf = guard_.csrf(),
                            .can_read = hooks_.read != nullptr};
  const bool is_paste = address.path() == "/paste" && context.can_read;
  if (request.method == "POST" && !is_paste) {
    return Error{ErrorCode::kNotFound, "Nothing takes a form there."};
  }
  TRY(View view, is_paste ? Paste(context, request) : Room(context));
  HttpResponse response;
  response.headers.emplace_back("Cache-Control", "no-store");
  if (form == Form::kHtml) {
    response.body = Layout(context, view);
  } else {
    response.type =
        form == Form::kJson ? "application/json" : "text/csv; charset=utf-8";
    response.body = std::move(view.data);
  }
  if (form == Form::kCsv) {
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"entente.csv\"");
  }
  return response;
}

Result<View> Site::Room(const PageContext& context) {
  const std::vector<std::string> parts = context.address.parts();
  const std::string& room = parts[0];
  if (parts.size() == 1 && room == "overview") return OverviewPage(context);
  if (parts.size() == 1 && room == "search") return SearchPage(context);
  if (parts.size() == 1 && room == "alignments") return AlignmentsPage(context);
  if (parts.size() == 2 && room == "actor") return ActorPage(context, parts[1]);
  if (parts.size() == 3 && room == "pair") return PairPage(context, parts[1], parts[2]);
  if (parts.size() == 2 && room == "reading") return ReadingPage(context, parts[1]);
  if (parts.size() == 4 && room == "reading" && parts[2] == "why" && hooks_.why) {
    return Why(context, parts[1], parts[3]);
  }
  return Error{ErrorCode::kNotFound,
               StrCat("There is no page at ", context.address.path(), ".")};
}

Result<View> Site::Why(const PageContext& context, const std::string& key,
                       const std::string& row) {
  TRY(const ReadingView reading, ViewOf(context.database, key));
  TRY(const std::string reason, hooks_.why(reading, row));
  View view{.title = "Why this row?", .room = "reading"};
  if (context.form != Form::kHtml) {
    JsonWriter json(view.data);
    json.BeginObject();
    json.Field("row", StrCat(reading.key, "-", row));
    json.Field("why", reason);
    json.EndObject();
    return view;
  }
  view.body.Raw("<h1>Why this row?</h1>\n<p class=\"lede\">")
      .Link(StrCat("/reading/", reading.key, "#", row),
            reading.title.empty() ? std::string_view("The article") : reading.title)
      .Raw("</p>\n<pre class=\"why\" tabindex=\"0\">")
      .Text(reason)
      .Raw("</pre>\n");
  return view;
}

Result<View> Site::Paste(const PageContext& context, const HttpRequest& request) {
  View view{.title = "Read a text", .room = "paste"};
  PastedText pasted;
  if (request.method == "POST") {
    const auto form = ParseForm(request.body);  // Guard has seen that it is one
    pasted.text = FieldOf(*form, "text");
    pasted.title = FieldOf(*form, "title");
    pasted.date = FieldOf(*form, "date");
    pasted.is_kept = FieldOf(*form, "keep") == "yes";
  }
  Html& html = view.body;
  html.Raw(
      "<h1>Read a text</h1>\n<p class=\"lede\">Paste news; see who did what to whom, "
      "and "
      "who said what. It is read here, on this machine, and forgotten unless you keep "
      "it.</p>\n<form class=\"paste\" method=\"post\" action=\"/paste\">"
      "<input type=\"hidden\" name=\"csrf\"");
  html.Attribute("value", context.csrf).Raw(">");
  html.Raw("<label><span>Title, if it has one</span><input name=\"title\"");
  html.Attribute("value", pasted.title)
      .Raw(
          "></label><label><span>Day of "
          "publication</span><input name=\"date\" "
          "type=\"date\"");
  html.Attribute("value", pasted.date)
      .Raw(
          "></label><label class=\"wide\"><span>Text"
          "</span><textarea name=\"text\" rows=\"9\" "
          "required dir=\"auto\">\n");
  html.Text(pasted.text)
      .Raw(
          "</textarea></label><label class=\"check\"><input type=\"checkbox\" "
          "name=\"keep\" "
          "value=\"yes\"> keep it in the ledger</label><button>Read</button></form>\n");
  if (request.method != "POST") return view;
  TRY(const ReadingView reading, hooks_.read(pasted));
  if (context.form == Form::kJson) {
    JsonWriter json(view.data);
    AddReading(reading, json);
    return view;
  }
  if (!reading.key.empty()) {
    html.Raw("<p class=\"kept\">Kept in the ledger as ")
        .Link(StrCat("/reading/", reading.key), reading.key)
        .Raw(".</p>\n");
  }
  AddReading(reading, "", html);
  return view;
}

}  // namespace entente
