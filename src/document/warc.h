// Warc: the pages of a web archive (WARC 1.0 and 1.1, ISO 28500) as documents.
//
// Read are `response` records (an HTTP response with status 200), `resource` and
// `conversion` records, where their content is HTML or plain text; all others are
// passed over in silence. A document gets its address from WARC-Target-URI, its id from
// WARC-Record-ID; where the page itself names no date, the day of WARC-Date, on which
// it was fetched, stands for it, with the warning "date-of-capture". A broken record is
// an Error in its place, and reading goes on at the next line that begins a record.
#ifndef ENTENTE_DOCUMENT_WARC_H_
#define ENTENTE_DOCUMENT_WARC_H_

#include <cstddef>
#include <memory>
#include <optional>

#include "document/byte_source.h"
#include "document/document_source.h"

namespace entente {

// Longer content than `document_bytes` (and its HTTP headers) is kOverBudget and passed
// over; memory holds one record. `broken` is what was wrong already with the bytes
// before the first record that can be read; it is told first.
std::unique_ptr<DocumentSource> ReadWarc(ByteWindow bytes, std::size_t document_bytes,
                                         std::optional<Error> broken = {});

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_WARC_H_
