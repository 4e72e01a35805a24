// Case files: what a text must be read as, in lines that an analyst can write.
//
//   # case: agreement-007        why: passive with two agents
//   published: 2026-03-03
//   text: Kenya and Tanzania were offered a loan by China on Monday, officials denied.
//   event: CHN > KEN | AGREE | 2026-03-02 | denied | "were offered a loan"
//   none: KEN > TZA
//
// `file: examples/x.html` stands in place of `text:`. Parties are code prefixes ("RUS",
// "AFG REB TAL"), names ("Zamir Kabulov") or `*`; a `-` field is not compared. Lines:
//   actor: NAME | CODE [| role words]
//   event: ACTOR > RECIPIENT | TYPE [mode] | date | modality or "not" | "words"
//     TYPE [mode] or TYPE [mode]: where the codebook allows both; the first is ours
//   statement: SPEAKER | direct, indirect, mixed | "words of the content"
//   stance: FROM + TO | "words"              (or: FROM - TO)
//   time: "words" | timex       place: "words" | name | country
//   none: ACTOR > RECIPIENT [| TYPE]         no such event may be there
//   only: events statements stances          no row of these lists beyond the named
//   ones
#ifndef ENTENTE_TESTS_CASE_FILE_H_
#define ENTENTE_TESTS_CASE_FILE_H_

#include <string>
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

// What is wrong with a reading in the eyes of a case: one line a complaint, none if all
// is well.
std::vector<std::string> Check(const Case& expected, const Document& document,
                               const Reading& reading);

}  // namespace entente

#endif  // ENTENTE_TESTS_CASE_FILE_H_
