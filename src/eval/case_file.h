// Case files: what a text must be read as, in lines that an analyst can write.
//
//   # case: agreement-007        why: passive with two agents
//   published: 2026-03-03
//   text: Kenya and Tanzania were offered a loan by China on Monday, officials denied.
//   event: CHN > KEN | AGREE | 2026-03-02 | denied | "were offered a loan"
//   none: KEN > TZA
//
// `file: examples/x.html` stands in place of `text:`. Parties are code prefixes ("RUS",
// "AFG REB TAL"), names ("Zamir Kabulov"), `*` for anybody or `-` for nobody; a `-`
// field is not compared. Lines:
//   actor: NAME | CODE [| role words]
//   event: ACTOR > RECIPIENT | TYPE [mode] | date | modality or "not" | "words"
//     TYPE [mode] or TYPE [mode]: where the codebook allows both; the first is ours
//   statement: SPEAKER | direct, indirect, mixed | "words of the content"
//   stance: FROM + TO | "words"              (or: FROM - TO)
//   time: "words" | timex       place: "words" | name | country
//   none: ACTOR > RECIPIENT [| TYPE]         no such event may be there
//   only: events statements stances          no row of these lists beyond the named
//   ones
#ifndef ENTENTE_EVAL_CASE_FILE_H_
#define ENTENTE_EVAL_CASE_FILE_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "record/reading.h"

namespace entente {

struct CaseLine {
  unsigned number = 0;  // in the file
  std::string key;      // "event"
  std::string value;    // the rest, trimmed
};

struct Case {
  std::string name;
  std::string published;
  std::string text;
  std::string file;  // relative to the source folder
  std::vector<CaseLine> expectations;
};

// Returns kCorrupt, as file:line, for an unknown key or a case without text.
Result<std::vector<Case>> ParseCases(const std::string& name, const std::string& bytes);

// The case's text as a document of its date; kInvalid where it is not one document.
Result<Document> ToDocument(const Case& each, std::string bytes);

// The fields of a line's value, trimmed.
std::vector<std::string> CaseFields(std::string_view value);

// An `event:` line taken apart; "" for a field that is not compared.
struct EventLine {
  std::string actor, recipient;
  std::string type, mode;  // the first of `types`
  std::string types;       // "COERCE seize or ASSAULT"
  std::string date;
  std::string how;    // "not", a modality, or "" for what is asserted
  std::string words;  // without quote marks
};
EventLine ParseEventLine(std::string_view value);

// Whether an event is of one of the types, with its mode where one is named; `has_mode`
// false compares no modes. Anything is of no type.
bool HasType(const Event& event, std::string_view types, bool has_mode = true);

// Whether a code begins with these blocks: "RUS GOV" with "RUS".
bool IsCodePrefix(std::string_view prefix, std::string_view code);

// Whether a time of the reading is the wanted timex, day or begin/end.
bool IsWhen(const Reading& reading, TimeId id, std::string_view wanted);

// Whether the text's bytes of a span hold these words, white space squeezed.
bool HoldsWords(std::string_view text, std::string_view words);

// What a row says, in the words of an event line and its rule.
std::string TellEvent(const Document& document, const Reading& reading,
                      const Event& event);

}  // namespace entente

#endif  // ENTENTE_EVAL_CASE_FILE_H_
