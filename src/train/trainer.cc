#include "train/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "train/augment.h"

namespace entente::train {
namespace {

// Longer sentences than any worth learning from would only fill memory.
constexpr std::size_t kLongestSentence = 160;

// Written language near to news counts twice.
int WeightOf(const TrainSentence& sentence) {
  const bool near_news = sentence.genre == "news" || sentence.genre == "interview" ||
                         sentence.genre == "speech";
  return near_news ? 2 : 1;
}

SyntaxShape ShapeOf(const Options& options, const Vocabulary& vocabulary,
                    const Labels& labels) {
  SyntaxShape shape;
  shape.word_rows = static_cast<std::int32_t>(vocabulary.word_rows());
  shape.size = options.size;
  shape.lower = options.lower;
  shape.upper = options.upper;
  shape.arc_size = options.arc_size;
  shape.label_size = options.label_size;
  shape.labels[2] = labels.feats.size();
  shape.labels[3] = labels.lemmas.size();
  return shape;
}

// Tags and names are learned long before trees are; from `settled` of the steps on
// they weigh less, lest they be learned by heart.
constexpr float kSettledTags = 0.5F, kSettledNames = 0.25F;

Rates RatesOf(const Options& options, float done) {
  Rates rates;
  if (done > options.settled) {
    for (float& task : rates.task) task *= kSettledTags;
    rates.task[kTaskCount - 1] *= kSettledNames / kSettledTags;
  }
  rates.input = options.input_dropout;
  rates.hidden = options.hidden_dropout;
  rates.output = options.output_dropout;
  return rates;
}

double Percent(double part, double whole) {
  return whole > 0 ? 100.0 * part / whole : 0;
}

void Add(const Score& from, Score& to) {
  for (std::size_t i = 0; i < kTaskCount; ++i) {
    to.correct[i] += from.correct[i];
    to.total[i] += from.total[i];
  }
  to.arcs += from.arcs;
  to.labelled += from.labelled;
  to.heads += from.heads;
}

}  // namespace

Trainer::Trainer(const Options& options, std::vector<TrainSentence> sentences,
                 Vocabulary vocabulary, Labels labels)
    : options_(options),
      sentences_(std::move(sentences)),
      vocabulary_(std::move(vocabulary)),
      labels_(std::move(labels)),
      random_(options.seed),
      network_(
          std::make_unique<Network>(ShapeOf(options, vocabulary_, labels_), random_)) {
  std::int64_t words = 0;
  for (const TrainSentence& sentence : sentences_) {
    words += WeightOf(sentence) * static_cast<std::int64_t>(sentence.words.size());
  }
  steps_an_epoch_ = std::max<std::int64_t>(words / options_.batch_words, 1);
}

Result<std::unique_ptr<Trainer>> Trainer::Make(const Options& options) {
  const std::string trees = options.data + "/treebank/", names = options.data + "/ner/";
  TRY(std::vector<TrainSentence> sentences,
      ReadTreebank(trees + "ewt-train.conllu", options.silver_names));
  TRY(std::vector<TrainSentence> gum,
      ReadTreebank(trees + "gum-free-train.conllu", names + "gum-free-train.iob2"));
  TRY(std::vector<TrainSentence> wikigold, ReadNames(names + "wikigold.conll"));
  TRY(std::vector<TrainSentence> ewt_dev, ReadTreebank(trees + "ewt-dev.conllu", ""));
  TRY(std::vector<TrainSentence> gum_dev,
      ReadTreebank(trees + "gum-free-dev.conllu", names + "gum-free-dev.iob2"));
  for (TrainSentence& sentence : gum) sentence.origin = Origin::kGum;
  for (TrainSentence& sentence : wikigold) sentence.origin = Origin::kWikigold;
  sentences.insert(sentences.end(), gum.begin(), gum.end());
  Harmonise(sentences, wikigold);
  sentences.insert(sentences.end(), wikigold.begin(), wikigold.end());
  Vocabulary vocabulary;
  vocabulary.AddWords(sentences, 2);
  const Status frozen = vocabulary.AddFrozen(options.embeddings, options.frozen_limit);
  if (!frozen) return frozen.error();
  if (!options.classes.empty()) {
    const Status classes = vocabulary.AddClasses(options.classes);
    if (!classes) return classes.error();
  }
  std::vector<std::string> irregular;
  if (!options.irregular.empty()) {
    TRY(irregular, ReadIrregularVerbs(options.irregular));
  }
  Labels labels = CollectLabels(sentences);
  NamePool pool(sentences);
  if (!options.names.empty()) {
    const Status read = pool.AddFile(options.names);
    if (!read) return read.error();
  }
  std::unique_ptr<Trainer> trainer(new Trainer(
      options, std::move(sentences), std::move(vocabulary), std::move(labels)));
  trainer->pool_ = std::move(pool);
  trainer->irregular_ = std::move(irregular);
  trainer->ewt_dev_ = std::move(ewt_dev);
  trainer->gum_dev_ = std::move(gum_dev);
  const Status resumed = trainer->Resume();
  if (!resumed) return resumed.error();
  return trainer;
}

Status Trainer::Run() {
  const int last = options_.stop_after > 0
                       ? std::min(options_.epochs, epoch_ + options_.stop_after)
                       : options_.epochs;
  while (epoch_ < last) {
    const auto begin = std::chrono::steady_clock::now();
    RunEpoch();
    ++epoch_;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::fprintf(stderr, "epoch %d/%d, step %lld, %.1f s\n", epoch_, options_.epochs,
                 static_cast<long long>(step_), took.count());
    Report("  ewt-dev", ewt_dev_);
    Report("  gum-dev", gum_dev_);
    const Status kept = Keep();
    if (!kept) return kept.error();
  }
  return std::monostate();
}

void Trainer::RunEpoch() {
  std::vector<const TrainSentence*> order;
  for (const TrainSentence& sentence : sentences_) {
    if (sentence.words.size() > kLongestSentence) continue;
    for (int i = 0; i < WeightOf(sentence); ++i) order.push_back(&sentence);
  }
  random_.Shuffle(order);
  const BatchMaker maker(network_->shape(), vocabulary_, labels_);
  const WordDropout dropout = {options_.word_dropout, 0.03F, 0.05F, 0.05F};
  const auto all_steps = static_cast<float>(steps_an_epoch_ * options_.epochs);
  Batch batch;
  for (std::size_t i = 0; i < order.size(); ++i) {
    maker.Append(WithNoise(*order[i], pool_, options_.swap_names, random_), dropout,
                 &random_, batch);
    const bool full =
        batch.input.size() >= static_cast<std::size_t>(options_.batch_words);
    if (!full && i + 1 < order.size()) continue;
    const float done = std::min(static_cast<float>(step_) / all_steps, 1.0F);
    network_->Train(batch, RatesOf(options_, done), random_);
    ++step_;
    const float warm = std::min(static_cast<float>(step_) / 300.0F, 1.0F);
    AdamOptions adam;
    adam.rate = options_.rate * warm *
                std::max(0.5F + 0.5F * std::cos(3.14159265F * done), 0.01F);
    adam.decay = options_.weight_decay;
    network_->parameters().Step(adam, step_);
    batch = {};
  }
}

void Trainer::Report(const char* name, const std::vector<TrainSentence>& sentences) {
  network_->parameters().SwapAverages();
  const BatchMaker maker(network_->shape(), vocabulary_, labels_);
  Score sum;
  Batch batch;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    maker.Append(sentences[i], {}, nullptr, batch);
    if (batch.input.size() < 500 && i + 1 < sentences.size()) continue;
    Add(network_->Evaluate(batch, {}), sum);
    batch = {};
  }
  network_->parameters().SwapAverages();
  std::fprintf(
      stderr,
      "%s upos %.2f xpos %.2f feats %.2f script %.2f name %.2f "
      "uas %.2f las (strict) %.2f\n",
      name, Percent(sum.correct[0], sum.total[0]),
      Percent(sum.correct[1], sum.total[1]), Percent(sum.correct[2], sum.total[2]),
      Percent(sum.correct[3], sum.total[3]), Percent(sum.correct[4], sum.total[4]),
      Percent(sum.arcs, sum.heads), Percent(sum.labelled, sum.heads));
}

Status Trainer::Keep() const {
  if (options_.checkpoint.empty()) return std::monostate();
  std::string bytes(24, '\0');
  const std::uint64_t state[3] = {static_cast<std::uint64_t>(epoch_),
                                  static_cast<std::uint64_t>(step_), random_.state()};
  std::memcpy(bytes.data(), state, 24);
  return WriteFileAtomically(options_.checkpoint,
                             bytes + network_->parameters().Save());
}

Status Trainer::Resume() {
  if (options_.checkpoint.empty()) return std::monostate();
  const Result<std::string> bytes = ReadFile(options_.checkpoint);
  if (!bytes) {
    if (bytes.error().code == ErrorCode::kNotFound) return std::monostate();
    return bytes.error();
  }
  if (bytes->size() < 24) {
    return Error{ErrorCode::kCorrupt, options_.checkpoint + ": not a checkpoint"};
  }
  std::uint64_t state[3];
  std::memcpy(state, bytes->data(), 24);
  const Status loaded =
      network_->parameters().Load(std::string_view(*bytes).substr(24));
  if (!loaded) return loaded.error();
  epoch_ = static_cast<int>(state[0]);
  step_ = static_cast<std::int64_t>(state[1]);
  random_.set_state(state[2]);
  return std::monostate();
}

}  // namespace entente::train
