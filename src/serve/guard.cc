#include "serve/guard.h"

#include <algorithm>
#include <random>

#include "base/strings.h"

namespace entente {
namespace {

constexpr std::string_view kCookie = "entente-token=";

HttpResponse Refuse(int status, std::string_view words) {
  return {.status = status,
          .type = "text/plain; charset=utf-8",
          .body = StrCat(words, "\n")};
}

// Takes as long for a near miss as for a far one.
bool IsSame(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  }
  return difference == 0;
}

std::string_view CookieToken(std::string_view cookies) {
  for (const std::string_view part : Split(cookies, ';')) {
    const std::string_view cookie = Trim(part);
    if (cookie.starts_with(kCookie)) return cookie.substr(kCookie.size());
  }
  return {};
}

// "127.0.0.1" of "127.0.0.1:80", "[::1]" of "[::1]:80".
std::string_view WithoutPort(std::string_view host) {
  const std::size_t bracket = host.rfind(']');
  const std::size_t colon = host.rfind(':');
  if (colon == std::string_view::npos) return host;
  if (bracket != std::string_view::npos && colon < bracket) return host;
  return host.substr(0, colon);
}

bool IsForm(std::string_view type) {
  const std::string lower = AsciiLower(type);
  return lower.starts_with("application/x-www-form-urlencoded");
}

}  // namespace

std::string RandomToken() {
  static constexpr char kHex[] = "0123456789abcdef";
  std::random_device source;
  std::string token;
  for (int i = 0; i < 4; ++i) {
    unsigned bits = source();
    for (int j = 0; j < 8; ++j, bits >>= 4U) token += kHex[bits & 15U];
  }
  return token;
}

Guard::Guard(GuardOptions options)
    : options_(std::move(options)), csrf_(RandomToken()) {}

bool Guard::IsOurHost(std::string_view host) const {
  if (options_.hosts.empty() && !options_.token.empty()) return true;
  const std::string name = AsciiLower(WithoutPort(host));
  return std::find(options_.hosts.begin(), options_.hosts.end(), name) !=
         options_.hosts.end();
}

std::optional<HttpResponse> Guard::CheckToken(const HttpRequest& request) const {
  if (options_.token.empty()) return std::nullopt;
  const std::string_view given = request.address.Get("token");
  if (IsSame(given, options_.token)) {
    HttpResponse response = Refuse(303, "See the page without the token.");
    response.headers.emplace_back("Location",
                                  request.address.With("token", "").ToString());
    response.headers.emplace_back(
        "Set-Cookie",
        StrCat(kCookie, options_.token, "; Path=/; HttpOnly; SameSite=Strict"));
    return response;
  }
  constexpr std::string_view kBearer = "Bearer ";
  if (request.authorization.starts_with(kBearer) &&
      IsSame(std::string_view(request.authorization).substr(kBearer.size()),
             options_.token)) {
    return std::nullopt;
  }
  if (IsSame(CookieToken(request.cookie), options_.token)) return std::nullopt;
  return Refuse(401,
                "This page asks for the token that `entente serve` was started with: "
                "add ?token=... to the address.");
}

std::optional<HttpResponse> Guard::CheckWrite(const HttpRequest& request) const {
  // A browser names the site that sends a form; a program that names none still needs
  // the token of our page.
  const std::string_view site = request.fetch_site;
  const bool is_elsewhere = !site.empty() && site != "same-origin" && site != "none";
  const bool is_other_origin = !request.origin.empty() &&
                               request.origin != StrCat("http://", request.host) &&
                               request.origin != StrCat("https://", request.host);
  if (is_elsewhere || is_other_origin) {
    return Refuse(403, "A form of another site may not write here.");
  }
  if (!IsForm(request.content_type)) {
    return Refuse(415, "A form is wanted: application/x-www-form-urlencoded.");
  }
  const auto form = ParseForm(request.body);
  if (!form) return Refuse(400, "The form is malformed or not UTF-8.");
  const bool is_ours = std::any_of(form->begin(), form->end(), [&](const auto& field) {
    return field.first == "csrf" && IsSame(field.second, csrf_);
  });
  if (is_ours) return std::nullopt;
  return Refuse(403, "The form is of an earlier start of this server; load it anew.");
}

std::optional<HttpResponse> Guard::Check(const HttpRequest& request) const {
  if (!IsOurHost(request.host)) {
    return Refuse(421, "This server does not answer to that host name.");
  }
  const bool is_write = request.method == "POST";
  if (!is_write && request.method != "GET") {
    HttpResponse response = Refuse(405, "Only GET, HEAD and POST are known here.");
    response.headers.emplace_back("Allow", "GET, HEAD, POST");
    return response;
  }
  if (auto refusal = CheckToken(request)) return refusal;
  return is_write ? CheckWrite(request) : std::nullopt;
}

void AddSafetyHeaders(HttpResponse& response) {
  auto& headers = response.headers;
  headers.emplace_back("Content-Security-Policy",
                       "default-src 'none'; script-src 'self'; style-src 'self'; "
                       "img-src 'self' data: blob:; connect-src 'self'; "
                       "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("Referrer-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace entente
