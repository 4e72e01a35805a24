// Trainer: one training run, from the data to a network in memory.
#ifndef ENTENTE_TRAIN_TRAINER_H_
#define ENTENTE_TRAIN_TRAINER_H_

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "train/batches.h"
#include "train/corpus.h"
#include "train/name_pool.h"
#include "train/network.h"
#include "train/options.h"
#include "train/vocabulary.h"

namespace entente::train {

class Trainer {
 public:
  // Reads the data and builds the network; resumes where a checkpoint lies.
  static Result<std::unique_ptr<Trainer>> Make(const Options& options);

  // Trains, keeping a checkpoint after each epoch; scores go to stderr.
  Status Run();

  // The model file of the averaged network.
  std::string Export();

 private:
  Trainer(const Options& options, std::vector<TrainSentence> sentences,
          Vocabulary vocabulary, Labels labels);
  void RunEpoch();
  void Report(const char* name, const std::vector<TrainSentence>& sentences);
  Status Resume();
  Status Keep() const;

  Options options_;
  std::vector<TrainSentence> sentences_, ewt_dev_, gum_dev_;
  Vocabulary vocabulary_;
  Labels labels_;
  NamePool pool_;
  std::vector<std::string> irregular_;
  Random random_;
  std::unique_ptr<Network> network_;
  int epoch_ = 0;
  std::int64_t step_ = 0;
  std::int64_t steps_an_epoch_ = 1;
};

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_TRAINER_H_
