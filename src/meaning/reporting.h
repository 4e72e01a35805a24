// ReportingLexicon: the words that give somebody else's words: verbs ("said", "told",
// "believes"), nouns ("the claim that", "in a statement") and phrases ("according to").
//
// Read from data/lexicon/reporting.tsv, whose header says what each class means.
// Immutable after load.
#ifndef ENTENTE_MEANING_REPORTING_H_
#define ENTENTE_MEANING_REPORTING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "meaning/lemma_map.h"

namespace entente {

enum class ReportingKind : std::uint8_t {
  kVerb,
  kNoun,
  kAdjective,
  kPhrase,
  kSource,
  kMedium  // where something is said: "in a letter", "on X"
};
constexpr std::size_t kReportingKinds = 6;

enum class ReportingClass : std::uint8_t {
  kSay,      // "said (that) ...", quotations, wh-clauses
  kTell,     // the same, with the hearer as object: "told the parliament"
  kAsk,      // "asked whether", quotations
  kAct,      // a speech act that is an event unless a that-clause or quotation follows
  kDeny,     // what follows is said not to be so
  kThink,    // held, not said
  kKnow,     // known or perceived
  kShow,     // said by a document: "figures show that"
  kQuote,    // reports a quotation and nothing else: "smiled"
  kCite,     // its object speaks: "quoted the minister as saying"
  kMeasure,  // nouns that say nothing: "according to plan"
  kGive,     // "made the claim": the noun's owner is this verb's subject
  kDocument  // nouns for what was said or written: "letter", "report"
};

struct ReportingWord {
  std::string id;
  ReportingKind kind = ReportingKind::kVerb;
  ReportingClass type = ReportingClass::kSay;
  bool takes_infinitive = false;  // "claims to have won" says something too
};

// One row's example sentences, for the tests.
struct ReportingExample {
  std::string id, word, fires, silent;
};

class ReportingLexicon {
 public:
  // Returns kNotFound when the file cannot be read, kCorrupt, naming file and line,
  // when a row has an unknown kind or class or an id twice.
  static Result<ReportingLexicon> Read(const std::string& path);

  // The entry of a lemma (kPhrase: of a lower-case phrase), or nullptr.
  const ReportingWord* Find(ReportingKind kind, std::string_view lemma) const {
    return FindLemma(words_[static_cast<std::size_t>(kind)], lemma);
  }

  const std::vector<ReportingExample>& examples() const { return examples_; }

 private:
  LemmaMap<ReportingWord> words_[kReportingKinds];
  std::vector<ReportingExample> examples_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_REPORTING_H_
