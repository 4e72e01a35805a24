// ReviewQueue: rows shown one after another, with a key for each verdict.
#ifndef ENTENTE_CLI_REVIEW_QUEUE_H_
#define ENTENTE_CLI_REVIEW_QUEUE_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/review.h"
#include "ledger/review.h"

namespace entente {

// Shows the rows that the reviewer has not judged yet and reads answers from standard
// input until they, the rows or the reviewer's patience end.
Status ReviewQueue(const ReviewCommand& command, Reviewer& reviewer);

// What one typed line asks for: "a", "r a joke", "m type=AID recipient=SDN; a gift".
struct Answer {
  char key = 0;  // a r m u s q ?, 0: not understood
  std::vector<Change> changes;
  std::string reason;
};
Answer ParseAnswer(std::string_view line);

// "type=AID"; kInvalid for what is no field and value.
Result<Change> ParseChange(std::string_view text);

}  // namespace entente

#endif  // ENTENTE_CLI_REVIEW_QUEUE_H_
