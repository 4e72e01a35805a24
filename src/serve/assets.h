// Files of the page that are built into the program: style, icon, and, where npm could
// build it, the script and the map's outlines.
#ifndef ENTENTE_SERVE_ASSETS_H_
#define ENTENTE_SERVE_ASSETS_H_

#include <span>
#include <string_view>

namespace entente {

struct Asset {
  std::string_view name;  // "page.css"
  std::string_view type;  // "text/css"
  std::string_view tag;   // changes with the content: an ETag, quotes included
  std::span<const unsigned char> plain;
  std::span<const unsigned char> gzip;
};

// Null where there is none of the name.
const Asset* FindAsset(std::string_view name);

}  // namespace entente

#endif  // ENTENTE_SERVE_ASSETS_H_
