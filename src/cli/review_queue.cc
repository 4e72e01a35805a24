#include "cli/review_queue.h"

#include <cstdio>
#include <iostream>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "cli/locate.h"
#include "cli/page.h"

namespace entente {
namespace {

constexpr const char* kKeys =
    "  a accept   r [why] reject   m FIELD=VALUE ... [; why] amend\n"
    "  u undo the last one   s skip   q quit\n"
    "  fields: type mode actor recipient polarity modality date\n";

struct Shown {
  std::string label, what, when, actor, recipient, before, words, after, source;
};

std::string Queue(const ReviewCommand& command) {
  const std::string order =
      command.order == "date" ? "date, row"
      : command.order == "random"
          ? "(reading * 7919 + event * 104729 + ?4 * 15485863) % 1000003, row"
          : "confidence, row";
  return StrCat(
      "SELECT row, type, mode, date, actor, actor_code, recipient, recipient_code, "
      "polarity, modality, claimed_by, title, source, reading, event, confidence "
      "FROM events WHERE (?2 = '' OR type = ?2) AND NOT EXISTS (SELECT 1 FROM "
      "correction WHERE correction.reading = events.reading AND list = 'e' AND number "
      "= event AND reviewer = ?1) AND ?4 = ?4 ORDER BY ",
      order, " LIMIT ?3");
}

std::string Party(const Query& query, int name) {
  if (query.IsNull(name)) return "nobody named";
  const std::string_view code = query.Text(name + 1);
  return StrCat(query.Text(name), code.empty() ? "" : " [", code,
                code.empty() ? "" : "]");
}

// The sentence before, in and after the row's words.
Status AddSentence(const Database& database, std::int64_t reading, std::int64_t event,
                   Shown& shown) {
  TRY(Query query,
      database.Prepare("SELECT sentence_first, first, last, sentence_last, text FROM "
                       "event JOIN reading USING (reading) JOIN document USING "
                       "(document) WHERE reading = ? AND event = ?"));
  query.Bind(1, reading);
  query.Bind(2, event);
  TRY(const bool found, query.Step());
  if (!found) return std::monostate{};
  const std::string_view text = query.Text(4);
  const auto at = [&](int column) {
    return std::min(static_cast<std::size_t>(query.Integer(column)), text.size());
  };
  const auto slice = [&](std::size_t from, std::size_t to) {
    return from < to ? std::string(text.substr(from, to - from)) : std::string();
  };
  shown.before = slice(at(0), at(1));
  shown.words = slice(at(1), at(2));
  shown.after = slice(at(2), at(3));
  // A page parts what it is given by blanks: closing marks stay at their word.
  const std::size_t marks = shown.after.find_first_not_of(".,;:!?)\"");
  shown.words += shown.after.substr(0, marks);
  shown.after.erase(0, marks);
  return std::monostate{};
}

Result<std::vector<Shown>> RowsOf(const ReviewCommand& command,
                                  const Database& database) {
  TRY(Query query, database.Prepare(Queue(command)));
  query.Bind(1, command.reviewer);
  query.Bind(2, command.type);
  query.Bind(3, command.limit);
  query.Bind(4, static_cast<std::int64_t>(command.seed % 1000));
  std::vector<Shown> rows;
  while (true) {
    TRY(const bool found, query.Step());
    if (!found) return rows;
    Shown shown;
    shown.label = query.Text(0);
    shown.what = StrCat(query.Text(8) == "-" ? "not " : "", query.Text(1),
                        query.IsNull(2) ? "" : " ", query.Text(2));
    if (query.Text(9) != "asserted") shown.what += StrCat(", ", query.Text(9));
    if (!query.IsNull(10)) shown.what += StrCat(", so says ", query.Text(10));
    shown.when = query.IsNull(3) ? "no date" : query.Text(3);
    shown.actor = Party(query, 4);
    shown.recipient = Party(query, 6);
    shown.source =
        StrCat(query.Text(11), query.IsNull(12) ? "" : " - ", query.Text(12));
    const Status added =
        AddSentence(database, query.Integer(13), query.Integer(14), shown);
    if (!added) return added.error();
    rows.push_back(std::move(shown));
  }
}

void Show(const Shown& row, std::size_t number, std::size_t count, PageStyle style) {
  Page page(style);
  page.BlankLine();
  page.Line(0);
  page.Words(StrCat(number, " of ", count, "  ", row.label), Ink::kDim);
  page.Words(row.source, Ink::kDim);
  page.Line(2, 4);
  page.Words(row.before);
  page.Words(row.words, Ink::kBold);
  page.Words(row.after);
  page.Line(2, 4);
  page.Words(StrCat(row.actor, " \xE2\x86\x92 ", row.recipient));
  page.Line(2, 4);
  page.Words(StrCat(row.what, ", ", row.when), Ink::kBold);
  const std::string text = std::move(page).Finish();
  std::fputs(text.c_str(), stdout);
}

}  // namespace

Result<Change> ParseChange(std::string_view text) {
  const std::size_t sign = text.find('=');
  if (sign == std::string_view::npos || sign == 0 || sign + 1 == text.size()) {
    return Error{ErrorCode::kInvalid,
                 StrCat("'", text, "': wanted is FIELD=VALUE, type=AID say")};
  }
  return Change{std::string(Trim(text.substr(0, sign))),
                std::string(Trim(text.substr(sign + 1)))};
}

// Values may hold blanks ("actor=RUS GOV"): a word without "=" belongs to the one
// before.
Answer ParseAnswer(std::string_view line) {
  line = Trim(line);
  Answer answer;
  if (line.empty()) return answer;
  const std::string_view rest = Trim(line.substr(1));
  const bool has_rest = line.size() > 1;
  if (has_rest && line[1] != ' ') return answer;
  if (line[0] != 'm') {
    const bool takes_reason = line[0] == 'r' || line[0] == 'a';
    if (std::string_view("arusq?").find(line[0]) == std::string_view::npos)
      return answer;
    if (has_rest && !takes_reason) return answer;
    answer.key = line[0];
    answer.reason = rest;
    return answer;
  }
  const std::size_t end = rest.find(';');
  if (end != std::string_view::npos) answer.reason = Trim(rest.substr(end + 1));
  for (const std::string_view word : Split(rest.substr(0, end), ' ')) {
    if (word.empty()) continue;
    if (word.find('=') == std::string_view::npos) {
      if (answer.changes.empty()) return answer;
      answer.changes.back().value += StrCat(" ", word);
      continue;
    }
    const Result<Change> change = ParseChange(word);
    if (!change) return answer;
    answer.changes.push_back(*change);
  }
  if (!answer.changes.empty()) answer.key = 'm';
  return answer;
}

Status ReviewQueue(const ReviewCommand& command, Reviewer& reviewer) {
  TRY(const std::vector<Shown> rows, RowsOf(command, reviewer.database()));
  if (rows.empty()) {
    std::fputs("There is no row that you have not judged.\n", stdout);
    return std::monostate{};
  }
  std::fputs(kKeys, stdout);
  const PageStyle style = StyleOfStdout(command.width);
  std::vector<std::string> judged;
  for (std::size_t i = 0; i < rows.size();) {
    Show(rows[i], i + 1, rows.size(), style);
    std::fputs("> ", stdout);
    std::fflush(stdout);
    std::string line;
    if (!std::getline(std::cin, line)) break;
    const Answer answer = ParseAnswer(line);
    if (answer.key == 'q') break;
    if (answer.key == 's') {
      ++i;
      continue;
    }
    if (answer.key == 0 || answer.key == '?' || (answer.key == 'u' && judged.empty())) {
      std::fputs(kKeys, stdout);
      continue;
    }
    const bool is_undo = answer.key == 'u';
    TRY(const RowRef row, reviewer.Find(is_undo ? judged.back() : rows[i].label));
    const Judgement verdict = is_undo             ? Judgement::kUndo
                              : answer.key == 'a' ? Judgement::kAccept
                              : answer.key == 'r' ? Judgement::kReject
                                                  : Judgement::kAmend;
    const Status done = reviewer.Record(
        {row, verdict, answer.changes, command.reviewer, answer.reason});
    if (!done) {
      Complain(done.error());
      continue;
    }
    if (is_undo) {
      judged.pop_back();
      --i;
      continue;
    }
    judged.push_back(rows[i].label);
    ++i;
  }
  std::printf("\n%zu rows judged.\n", judged.size());
  return std::monostate{};
}

}  // namespace entente
