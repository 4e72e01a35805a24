#include "train/batches.h"

#include <string>
#include <unordered_map>

#include "syntax/lemma_script.h"

namespace entente::train {

Labels CollectLabels(const std::vector<TrainSentence>& sentences) {
  std::unordered_map<std::string, int> feats, lemmas;
  for (const TrainSentence& sentence : sentences) {
    for (const TrainWord& word : sentence.words) {
      if (!word.tagged) continue;
      ++feats[word.feats];
      if (const auto script = DeriveLemmaScript(word.form, word.lemma)) {
        ++lemmas[*script];
      }
    }
  }
  return {LabelSet(feats, 2), LabelSet(lemmas, 2)};
}

Input BatchMaker::InputOf(const TrainSentence& sentence, std::size_t index,
                          const WordDropout& dropout, Random* random) const {
  const TrainWord& word = sentence.words[index];
  const bool last = index + 1 == sentence.words.size();
  std::string scratch;
  const FormKeys keys = KeysOf(word.form, scratch);
  Input input;
  input.word = vocabulary_.WordRow(keys);
  input.frozen = vocabulary_.Frozen(keys);
  input.classes = vocabulary_.Classes(keys);
  for (std::size_t i = 0; i < kAffixCount; ++i) {
    input.affix[i] = keys.affix[i] % static_cast<std::uint32_t>(shape_.affix_rows[i]);
  }
  bool before = word.space_before;
  bool after = last || sentence.words[index + 1].space_before;
  if (random != nullptr) {
    const auto count = static_cast<float>(vocabulary_.Count(input.word));
    if (random->Chance(dropout.word * (1.0F + 4.0F / (1.0F + count)))) input.word = 0;
    if (random->Chance(dropout.frozen)) input.frozen = nullptr;
    if (random->Chance(dropout.classes)) input.classes = 0;
    if (random->Chance(dropout.place)) before = after = true;
  }
  input.place = PlaceOf(before, after, index == 0, word.continues);
  return input;
}

void BatchMaker::Append(const TrainSentence& sentence, const WordDropout& dropout,
                        Random* random, Batch& batch) const {
  if (batch.starts.empty()) batch.starts.push_back(0);
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const TrainWord& word = sentence.words[i];
    batch.input.push_back(InputOf(sentence, i, dropout, random));
    std::array<int, kTaskCount> tags = {-1, -1, -1, -1, -1};
    if (word.tagged) {
      tags[0] = word.class_unsure ? -1 : static_cast<int>(word.upos);
      tags[1] = static_cast<int>(word.xpos);
      tags[2] = word.class_unsure ? -1 : labels_.feats.Find(word.feats);
      const auto script = DeriveLemmaScript(word.form, word.lemma);
      tags[3] = script ? labels_.lemmas.Find(*script) : -1;
    }
    if (sentence.named && !word.name_unsure) tags[4] = NameLabel(word.name);
    batch.tags.push_back(tags);
    batch.head.push_back(word.head);
    batch.relation.push_back(static_cast<int>(word.relation));
    batch.origin.push_back(static_cast<int>(sentence.origin));
  }
  batch.starts.push_back(static_cast<int>(batch.input.size()));
}

}  // namespace entente::train
