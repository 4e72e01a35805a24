#include "train/report.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "syntax/conllu.h"
#include "syntax/eval.h"
#include "syntax/model.h"
#include "train/corpus.h"

namespace entente::train {
namespace {

// Two places after the point.
std::string Fixed(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

// Counts of "gold -> system", the commonest first.
class Confusions {
 public:
  void Add(std::string_view gold, std::string_view system) {
    if (gold != system) ++counts_[StrCat(gold, " | ", system)];
  }
  std::string Table(std::size_t most) const {
    std::vector<std::pair<int, std::string>> sorted;
    for (const auto& [pair, count] : counts_) sorted.push_back({-count, pair});
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() > most) sorted.resize(most);
    std::string out = "\n| gold | model | words |\n|---|---|---|\n";
    for (const auto& [count, pair] : sorted)
      out += StrCat("| ", pair, " | ", -count, " |\n");
    return out;
  }

 private:
  std::map<std::string, int> counts_;
};

struct Tables {
  std::string scores =
      "| part | words | UPOS | XPOS | FEATS | lemma | UAS | LAS | names F1 |\n"
      "|---|---|---|---|---|---|---|---|---|\n";
  SyntaxScore all;
  std::array<std::uint64_t, kRelationCount> found{};  // words so labelled by the model
  Confusions tags, relations;
  std::string speed;
};

std::string ScoreRow(std::string_view name, const SyntaxScore& score) {
  return StrCat(
      "| ", name, " | ", score.words, " | ", Fixed(score.Percent(score.upos)), " | ",
      Fixed(score.Percent(score.xpos)), " | ", Fixed(score.Percent(score.feats)), " | ",
      Fixed(score.Percent(score.lemma)), " | ", Fixed(score.Percent(score.heads)),
      " | ", Fixed(score.Percent(score.labelled)), " | ",
      score.names_gold > 0 ? Fixed(score.NameF1()) : "", " |\n");
}

void Add(const SyntaxScore& from, SyntaxScore& to) {
  for (std::size_t i = 0; i < kRelationCount; ++i) {
    to.relation_total[i] += from.relation_total[i];
    to.relation_right[i] += from.relation_right[i];
  }
}

Status AddFile(const SyntaxModel& model, const std::string& name,
               const std::string& trees, const std::string& names, Tables& tables) {
  TRY(const std::string bytes, ReadFile(trees));
  TRY(ConlluDocument document, ReadConllu(trees, bytes));
  if (!names.empty()) {
    const Status added = AddNames(names, document);
    if (!added) return added.error();
  }
  // Annotators who do not mark MISC cannot tell whether a MISC of the model is right.
  const bool marks_misc =
      std::any_of(document.syntax.name.begin(), document.syntax.name.end(),
                  [](const NameTag& tag) { return tag.kind == NameKind::kMisc; });
  SyntaxWorkspace workspace;
  const auto begin = std::chrono::steady_clock::now();
  SyntaxTable system = model.Analyse(document.text, document.tokens, workspace);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  tables.speed += StrCat(
      name, ": ", static_cast<int>(static_cast<double>(system.size()) / took.count()),
      " words a second\n");
  for (NameTag& tag : system.name) {
    if (!marks_misc && tag.kind == NameKind::kMisc) tag = {};
  }
  std::map<std::string, SyntaxScore> genres;
  SyntaxScore all;
  for (std::size_t i = 0; i < document.tokens.sentences.size(); ++i) {
    const Sentence& sentence = document.tokens.sentences[i];
    AddScore(sentence, document.syntax, system, all);
    AddScore(sentence, document.syntax, system,
             genres[GenreOf(document.document_of[i])]);
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      ++tables.found[static_cast<std::size_t>(system.relation[word])];
      tables.tags.Add(Name(document.syntax.upos[word]), Name(system.upos[word]));
      tables.relations.Add(Name(Universal(document.syntax.relation[word])),
                           Name(Universal(system.relation[word])));
    }
  }
  Add(all, tables.all);
  tables.scores += ScoreRow(name, all);
  if (genres.size() > 1) {
    for (const auto& [genre, score] : genres) {
      tables.scores += ScoreRow(StrCat(name, " ", genre), score);
    }
  }
  return std::monostate();
}

std::string RelationTable(const Tables& tables) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < kRelationCount; ++i) {
    if (tables.all.relation_total[i] > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto x = tables.all.relation_total[a], y = tables.all.relation_total[b];
    return x != y ? x > y : a < b;
  });
  std::string out =
      "\n| relation | gold | found | recall of LAS |\n|---|---|---|---|\n";
  for (const std::size_t i : order) {
    const double recall = 100.0 * static_cast<double>(tables.all.relation_right[i]) /
                          static_cast<double>(tables.all.relation_total[i]);
    out += StrCat("| ", Name(static_cast<Relation>(i)), " | ",
                  tables.all.relation_total[i], " | ", tables.found[i], " | ",
                  Fixed(recall), " |\n");
  }
  return out;
}

}  // namespace

Result<std::string> Report(const std::string& path, const std::string& data) {
  TRY(const SyntaxModel model, SyntaxModel::Open(path));
  Tables tables;
  const std::string trees = data + "/treebank/", names = data + "/ner/";
  Status added = AddFile(model, "ewt-dev", trees + "ewt-dev.conllu",
                         names + "uner-ewt-dev.iob2", tables);
  if (!added) return added.error();
  added = AddFile(model, "gum-free-dev", trees + "gum-free-dev.conllu",
                  names + "gum-free-dev.iob2", tables);
  if (!added) return added.error();
  return StrCat(tables.scores, RelationTable(tables), tables.tags.Table(20),
                tables.relations.Table(20), "\n", tables.speed);
}

}  // namespace entente::train
