// Reading: everything that was found in one document.
#ifndef ENTENTE_RECORD_READING_H_
#define ENTENTE_RECORD_READING_H_

#include <string>
#include <vector>

#include "document/document.h"
#include "record/event.h"
#include "record/mention.h"
#include "record/place.h"
#include "record/statement.h"
#include "record/time.h"

namespace entente {

struct SentenceSpan {
  TextSpan span;
  std::uint32_t block = 0;
};

struct Reading {
  // ISO 639 code of the text as recognised; of any but English nothing is read.
  std::string language = "en";
  std::vector<SentenceSpan> sentences;
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
  std::vector<TimeMention> times;
  std::vector<PlaceMention> places;
  std::vector<Event> events;
  std::vector<Statement> statements;
  std::vector<Stance> stances;
  std::vector<Warning> warnings;
};

}  // namespace entente

#endif  // ENTENTE_RECORD_READING_H_
