// Article cues: what a line of a news article is, told by its own form.
//
// Each function looks at one trimmed paragraph and claims little: a line that only
// might be a credit is body text, because body text must never be lost.
#ifndef ENTENTE_DOCUMENT_ARTICLE_CUES_H_
#define ENTENTE_DOCUMENT_ARTICLE_CUES_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace entente {

// Ends as a sentence does: a full stop, question or exclamation mark, perhaps closed by
// quotes or a bracket; or a colon.
bool EndsSentence(std::string_view line);

std::size_t CountWords(std::string_view line);

// "Photo by: AFP", "(Photo: Jane Doe/Agency)", "© 2015 Agency", "Image: ...".
bool IsCredit(std::string_view line);

// "By Jane Doe", "Reporting by ...; editing by ...", "Source: ...", "X and agencies".
bool IsByline(std::string_view line);

// "By the foreign desk": a short line with "By" that no sentence ends. Only between the
// headline and the body is that enough to be a byline.
bool IsOpeningByline(std::string_view line);

struct DateLine {
  std::optional<CivilDate> published;
  std::optional<CivilDate> updated;
};

// A line that only dates the article: "Updated Dec 27, 2015", "Published: 3 May 2016 |
// Updated: 4 May 2016", "December 27, 2015 10:32 GMT". Nothing for any other line.
std::optional<DateLine> ReadDateLine(std::string_view line);

// "Nairobi, 1 September 2017" as a line of its own.
bool IsPlaceAndDate(std::string_view line);

// The bytes of the dateline at the start of a paragraph, with its dash or colon:
// "KABUL, Dec 27 (Agency) - ". 0 for none.
std::size_t DatelineSize(std::string_view paragraph);

// Where the line of credits that is glued to the end of a paragraph begins: "... began.
// Source: Desk and agencies". paragraph.size() for none.
std::size_t GluedBylineBegin(std::string_view paragraph);

// A line inside the body that describes a picture: a long noun phrase that names
// somebody and neither ends as a sentence nor has a finite verb that we know.
bool IsBareCaption(std::string_view line);

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_ARTICLE_CUES_H_
