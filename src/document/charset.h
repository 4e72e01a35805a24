// Charset: pages that say they are Latin-1, which browsers read as Windows-1252.
#ifndef ENTENTE_DOCUMENT_CHARSET_H_
#define ENTENTE_DOCUMENT_CHARSET_H_

#include <string>
#include <string_view>

namespace entente {

// Whether a page's first 2048 bytes name Latin-1, ASCII or Windows-1252 as its charset.
bool DeclaresLatin1(std::string_view page);

// Every byte is a character: none is lost and none is wrong.
std::string Windows1252ToUtf8(std::string_view bytes);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_CHARSET_H_
