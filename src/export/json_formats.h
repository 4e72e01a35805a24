// Events as PLOVER JSON and as GeoJSON.
#ifndef ENTENTE_EXPORT_JSON_FORMATS_H_
#define ENTENTE_EXPORT_JSON_FORMATS_H_

#include <string>

#include "export/codes.h"
#include "export/event_row.h"

namespace entente {

// One object without a line's end: the core fields of the PLOVER codebook (id, date,
// source, target, event, mode, context, sourceText, targetText, text, ...), and beside
// them, under "entente", what PLOVER has no name for: polarity, modality, status, who
// claims it, rule, confidence. Source and target are lists of code blocks.
std::string PloverJson(const ExportRow& row);

// A GeoJSON Feature (RFC 7946: longitude first); "" for an event without a point.
std::string GeoJsonFeature(const ExportRow& row);

}  // namespace entente

#endif  // ENTENTE_EXPORT_JSON_FORMATS_H_
