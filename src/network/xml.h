// Text and numbers as XML wants them.
#ifndef ENTENTE_NETWORK_XML_H_
#define ENTENTE_NETWORK_XML_H_

#include <string>
#include <string_view>

namespace entente {

// For content and attribute values; characters that XML 1.0 forbids become U+FFFD.
// REQUIRES: valid UTF-8.
std::string XmlEscape(std::string_view text);

// "12.50" of 12.5 and 2 digits, whatever the locale; never "-0.00".
std::string XmlNumber(double value, int digits);

}  // namespace entente

#endif  // ENTENTE_NETWORK_XML_H_
