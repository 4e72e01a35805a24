// Gold: the gold files that layers are scored against - JSON lines, one document each.
#ifndef ENTENTE_EVAL_GOLD_H_
#define ENTENTE_EVAL_GOLD_H_

#include <simdjson.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "document/document.h"
#include "engine/engine.h"
#include "record/reading.h"

namespace entente {

using GoldRow = simdjson::dom::element;

// Calls `use` for each line. Returns kCorrupt with file:line where a line is no JSON
// object.
Status ForEachGoldRow(const std::string& path, const std::function<void(GoldRow)>& use);

// The gold row's text read by the engine. The document keeps the gold's text byte for
// byte, so that offsets mean the same on both sides.
struct GoldReading {
  Document document;
  Reading reading;
};
GoldReading ReadGold(const Engine& engine, Workspace& workspace, GoldRow row);

// Fields of a JSON object; nothing, or an empty list, where it is absent or of another
// kind.
std::optional<std::string_view> StringIn(GoldRow row, std::string_view name);
std::optional<double> NumberIn(GoldRow row, std::string_view name);
std::vector<GoldRow> ListIn(GoldRow row, std::string_view name);
std::vector<std::string_view> StringsIn(GoldRow row, std::string_view name);
std::vector<TextSpan> SpansIn(GoldRow row, std::string_view name);  // [[b,e],...]
TextSpan SpanOf(GoldRow row);                                       // {"b":..,"e":..}

}  // namespace entente

#endif  // ENTENTE_EVAL_GOLD_H_
