// Check: holds a reading against what a case file says (eval/case_file.h).
#ifndef ENTENTE_TESTS_CASE_FILE_H_
#define ENTENTE_TESTS_CASE_FILE_H_

#include <string>
#include <vector>

#include "eval/case_file.h"

namespace entente {

// What is wrong with a reading in the eyes of a case: one line a complaint, none if all
// is well.
std::vector<std::string> Check(const Case& expected, const Document& document,
                               const Reading& reading);

}  // namespace entente

#endif  // ENTENTE_TESTS_CASE_FILE_H_
