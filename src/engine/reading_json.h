// The JSON form of a Reading: the object of docs/contract.md, on one line.
#ifndef ENTENTE_ENGINE_READING_JSON_H_
#define ENTENTE_ENGINE_READING_JSON_H_

#include <string>
#include <string_view>

#include "document/document.h"
#include "record/reading.h"
#include "world/ontology.h"

namespace entente {

// What wrote a reading: enough to reproduce it.
struct EngineVersion {
  std::string version;  // of the program
  std::string model;    // of the syntax model
  std::string lexicon;  // hash of rules, lexica and tables
};

// One JSON object, no newline in it or at its end. Offsets are bytes into its `text`.
std::string ToJson(const Document& document, const Reading& reading,
                   const EngineVersion& engine, const Ontology& ontology);

}  // namespace entente

#endif  // ENTENTE_ENGINE_READING_JSON_H_
