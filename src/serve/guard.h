// Guard: who may ask, and what every answer must carry.
//
// A page on loopback can be reached by any site that the user's browser shows, so a
// request must name our own host (no DNS rebinding), a write must come from our own
// page (same origin, and a token that only our page can read), and no answer may run
// a script that is not a file of ours, whatever an article holds.
#ifndef ENTENTE_SERVE_GUARD_H_
#define ENTENTE_SERVE_GUARD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.h"

namespace entente {

struct GuardOptions {
  // That a request may name, without the port; empty, with a token: any.
  std::vector<std::string> hosts;
  std::string token;  // must be shown by every request; empty: none
};

class Guard {
 public:
  explicit Guard(GuardOptions options);

  // The answer to a request that may not pass: 401 without the token, 403 for a write
  // from elsewhere, 405 for a method that we do not know, 421 for another's host.
  // A `token` in the address becomes a cookie (303).
  std::optional<HttpResponse> Check(const HttpRequest& request) const;

  // The value that a form must send as `csrf`.
  const std::string& csrf() const { return csrf_; }

 private:
  bool IsOurHost(std::string_view host) const;
  std::optional<HttpResponse> CheckToken(const HttpRequest& request) const;
  std::optional<HttpResponse> CheckWrite(const HttpRequest& request) const;

  GuardOptions options_;
  std::string csrf_;
};

// Content-Security-Policy and its kin, on every answer.
void AddSafetyHeaders(HttpResponse& response);

// 32 hexadecimal digits from the system's source of randomness.
std::string RandomToken();

}  // namespace entente

#endif  // ENTENTE_SERVE_GUARD_H_
