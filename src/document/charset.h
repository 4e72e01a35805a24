// Charset: text of another character set to UTF-8, where the page names the set.
#ifndef ENTENTE_DOCUMENT_CHARSET_H_
#define ENTENTE_DOCUMENT_CHARSET_H_

#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

// The character set that a page's first 2048 bytes, or a Content-Type, name after
// "charset="; lower case, empty where there is none.
std::string DeclaredCharset(std::string_view page);

// `bytes` as they are where they are UTF-8. Else converted from `charset`, in which
// Latin-1 and ASCII mean Windows-1252, as in browsers; a byte that the set lacks
// becomes U+FFFD. Returns kInvalid where the set is not known.
Result<std::string> ToUtf8(std::string bytes, std::string_view charset);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_CHARSET_H_
