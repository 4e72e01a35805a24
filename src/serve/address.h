// Address: the path and the query of a URL, decoded; and how to write one.
//
//   Address::Parse("/search?actor=RUS+GOV&type=ASSAULT")
//   Address("/search").With("actor", "RUS GOV").ToString()
#ifndef ENTENTE_SERVE_ADDRESS_H_
#define ENTENTE_SERVE_ADDRESS_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

class Address {
 public:
  Address() = default;
  explicit Address(std::string path) : path_(std::move(path)) {}

  // Nothing where an escape is broken, the text is not UTF-8, or it holds a control
  // character.
  static std::optional<Address> Parse(std::string_view target);

  // Decoded parts of the path between slashes: {"pair", "RUS", "UKR"}.
  std::vector<std::string> parts() const;
  const std::string& path() const { return path_; }
  void set_path(std::string path) { path_ = std::move(path); }

  // The first value of a name; empty where there is none.
  std::string_view Get(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& query() const {
    return query_;
  }

  // A copy in which the name has that value alone; an empty value takes it away.
  Address With(std::string_view name, std::string_view value) const;

  // Percent-encoded, for an href or a Location.
  std::string ToString() const;

 private:
  std::string path_ = "/";  // as it came, still encoded
  std::vector<std::pair<std::string, std::string>> query_;
};

// Everything but unreserved characters as %XX.
std::string PercentEncode(std::string_view text);

// The pairs of a form's body or a query; nothing where an escape is broken or the
// text is not UTF-8. Control characters other than tabs and line ends are refused.
std::optional<std::vector<std::pair<std::string, std::string>>> ParseForm(
    std::string_view form);

}  // namespace entente

#endif  // ENTENTE_SERVE_ADDRESS_H_
