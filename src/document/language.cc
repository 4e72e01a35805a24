#include "document/language.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kReach = std::size_t{32} << 10;  // bytes

// How many small words show another language than English. Set on English texts of all
// lengths (none may be taken for another) and on sentences in the table's languages.
constexpr std::size_t kFewestWords = 6;
constexpr std::size_t kFewestKinds = 4;
constexpr std::size_t kFewestDeclared = 2;  // of both, where the document says so too
constexpr double kLeastShare = 0.12;        // of all words
constexpr std::size_t kTimesEnglish = 3;
// A text that is neither: that long, and nearly without small words of English.
constexpr std::size_t kLongText = 100;
constexpr double kMostEnglish = 0.03;

// A word as the table has it, in pieces that it is put together from.
struct Token {
  std::string_view word;  // lower case
  bool is_capitalised = false;
};

// Cuts a text into words, lower case; letters of other scripts than Latin too.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  std::array<std::size_t, kScripts> letters = {};  // of each script, so far

  std::optional<Token> Next() {
    word_.clear();
    bool is_capitalised = false;
    while (at_ < text_.size()) {
      const CodePoint point = DecodeUtf8(text_, at_);
      const Script script = ScriptOf(point.value);
      if (script == Script::kNone) {
        if (!word_.empty()) break;
        at_ += point.size;
        continue;
      }
      at_ += point.size;
      ++letters[static_cast<std::size_t>(script)];
      const char32_t lower = LowerCase(point.value);
      if (word_.empty()) is_capitalised = lower != point.value;
      AppendUtf8(word_, lower);
    }
    if (word_.empty()) return std::nullopt;
    return Token{word_, is_capitalised};
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
};

bool Has(const std::array<std::uint64_t, 2>& set, std::size_t bit) {
  return (set[bit / 64] >> (bit % 64) & 1U) != 0;
}

}  // namespace

struct LanguageTable::Counts {
  std::array<std::size_t, kScripts> letters = {};
  std::size_t words = 0;
  // Of each language: its small words, those that English has not, kinds of these; and
  // small words of English that it has not.
  std::array<std::size_t, kMostLanguages> all = {}, own = {}, kinds = {}, english = {};
};

Result<LanguageTable> LanguageTable::Load(const std::string& folder) {
  TRY(const Tsv table, Tsv::Read(folder + "/languages.tsv"));
  if (const Status named =
          table.ExpectColumns({"id", "code", "name", "script", "words"});
      !named) {
    return named.error();
  }
  LanguageTable languages;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string code(table.cell(row, 1));
    if (row == 0 && code != "en") return table.Complain(row, "English comes first");
    if (row == kMostLanguages) return table.Complain(row, "too many languages");
    const bool is_particles = code == "-";
    const auto script = ScriptNamed(table.cell(row, 3));
    if (!script) {
      return table.Complain(row, StrCat("'", table.cell(row, 3), "' is no script"));
    }
    if (!is_particles)
      languages.languages_.push_back({code, std::string(table.cell(row, 2)), *script});
    for (const std::string_view small : SplitBlank(table.cell(row, 4))) {
      const auto [at, is_new] = languages.words_.try_emplace(std::string(small));
      if (is_new) {
        at->second.number = static_cast<std::uint32_t>(languages.words_.size() - 1);
      }
      at->second.is_particle = at->second.is_particle || is_particles;
      if (is_particles) continue;
      at->second.languages[row / 64] |= std::uint64_t{1} << (row % 64);
    }
  }
  if (languages.languages_.empty()) {
    return Error{ErrorCode::kCorrupt, StrCat(folder, "/languages.tsv: is empty")};
  }
  return languages;
}

// Particles of names count for nothing where they stand between capitalised words, or
// are capitalised themselves before one.
void LanguageTable::Count(std::string_view text, Counts& counts) const {
  Words words(text);
  std::vector<bool> has_seen(words_.size());
  struct Small {
    const Word* word;
    bool is_capitalised;
  };
  std::vector<Small> run;
  bool is_after_capital = false;
  const auto flush = [&](bool is_before_capital) {
    const bool are_particles =
        std::all_of(run.begin(), run.end(),
                    [](const Small& small) { return small.word->is_particle; });
    for (const auto& [word, is_capitalised] : run) {
      // "de la" of "Rio de la Plata", "La" of "La Paz"
      const bool is_in_name =
          is_before_capital && ((is_after_capital && are_particles) ||
                                (is_capitalised && word->is_particle));
      const bool is_english = Has(word->languages, 0);
      const bool is_first = !has_seen[word->number];
      has_seen[word->number] = true;
      for (std::size_t i = 0; i < languages_.size(); ++i) {
        const bool is_its = Has(word->languages, i);
        if (is_english && !is_its) ++counts.english[i];
        if (!is_its || is_in_name) continue;
        ++counts.all[i];
        if (is_english) continue;
        ++counts.own[i];
        if (is_first) ++counts.kinds[i];
      }
      if (is_in_name && is_first) has_seen[word->number] = false;
    }
    run.clear();
  };
  while (const std::optional<Token> token = words.Next()) {
    ++counts.words;
    if (const auto found = words_.find(token->word); found != words_.end()) {
      run.push_back({&found->second, token->is_capitalised});
      continue;
    }
    flush(token->is_capitalised);
    is_after_capital = token->is_capitalised;
  }
  flush(false);
  counts.letters = words.letters;
}

std::size_t LanguageTable::BestOf(Script script, const Counts& counts) const {
  const auto& weight = script == Script::kLatin ? counts.own : counts.all;
  std::optional<std::size_t> best;
  for (std::size_t i = 1; i < languages_.size(); ++i) {
    if (languages_[i].script != script) continue;
    if (!best || weight[i] > weight[*best]) best = i;
  }
  return best.value_or(0);
}

bool LanguageTable::IsForeign(std::size_t language, const Counts& counts,
                              bool is_declared) const {
  const std::size_t fewest_words = is_declared ? kFewestDeclared : kFewestWords;
  const std::size_t fewest_kinds = is_declared ? kFewestDeclared : kFewestKinds;
  const std::size_t own = counts.own[language];
  return own >= fewest_words && counts.kinds[language] >= fewest_kinds &&
         static_cast<double>(own) >= kLeastShare * static_cast<double>(counts.words) &&
         own >= kTimesEnglish * counts.english[language];
}

std::string_view LanguageTable::Recognise(std::string_view text,
                                          std::string_view declared) const {
  constexpr auto kLatin = static_cast<std::size_t>(Script::kLatin);
  constexpr auto kKana = static_cast<std::size_t>(Script::kKana);
  Counts counts;
  Count(text.substr(0, kReach), counts);
  std::size_t letters = 0;
  std::size_t most = kLatin;
  for (std::size_t i = 1; i < kScripts; ++i) {
    letters += counts.letters[i];
    if (counts.letters[i] > counts.letters[most]) most = i;
  }
  if (letters > 2 * counts.letters[kLatin]) {
    // Japanese is written in Han letters too; a tenth of kana tells it.
    const bool is_japanese = 10 * counts.letters[kKana] > letters;
    const auto script = static_cast<Script>(is_japanese ? kKana : most);
    const std::size_t best = BestOf(script, counts);
    return best == 0 ? "und" : std::string_view(languages_[best].code);
  }
  const std::size_t best = BestOf(Script::kLatin, counts);
  const std::string said = AsciiLower(declared.substr(0, declared.find_first_of("-_")));
  const bool is_declared = !said.empty() && said != "en" && said != "eng";
  if (best != 0 && IsForeign(best, counts, is_declared)) return languages_[best].code;
  if (counts.words >= kLongText &&
      static_cast<double>(counts.english[best]) <
          kMostEnglish * static_cast<double>(counts.words)) {
    return "und";
  }
  return "en";
}

std::string_view LanguageTable::NameOf(std::string_view code) const {
  for (const Language& language : languages_) {
    if (language.code == code) return language.name;
  }
  return code;
}

}  // namespace entente
