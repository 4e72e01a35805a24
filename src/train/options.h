// Options: what one training run is made of. Read from the command line.
#ifndef ENTENTE_TRAIN_OPTIONS_H_
#define ENTENTE_TRAIN_OPTIONS_H_

#include <cstdint>
#include <string>

#include "base/result.h"

namespace entente::train {

struct Options {
  std::string data;          // folder with treebank/ and ner/
  std::string embeddings;    // GloVe text file
  std::string irregular;     // data/lexicon/irregular_verbs.tsv, "" none
  std::string silver_names;  // of ewt-train (tools/silver_names.py), "" none
  std::string classes;       // word classes, "" none
  std::string names;         // more names to swap in (tools/name_pool.py), "" none
  std::string output;        // model file
  std::string checkpoint;    // "" none; resumed from when it exists
  std::string version = "english-1";
  int epochs = 15;
  int stop_after = 0;  // epochs of this run, 0: all; the rest when resumed
  int size = 256, lower = 2, upper = 1, arc_size = 96, label_size = 128;
  int frozen_limit = 70000;
  int batch_words = 600;
  float rate = 0.003F;
  float input_dropout = 0.2F, hidden_dropout = 0.2F, output_dropout = 0.3F;
  float word_dropout = 0.1F, weight_decay = 0.01F;
  float swap_names = 0.3F;  // share of names that another of their kind replaces
  float settled = 0.6F;     // share of the steps after which tags and names weigh less
  std::uint64_t seed = 1;
  std::string report;        // a model whose scores to print, training nothing
  bool export_only = false;  // write the model of the checkpoint, train nothing
};

// Text of --help.
std::string Usage();

// Returns kInvalid, naming the argument, for what is no option.
Result<Options> ParseOptions(int count, char** arguments);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_OPTIONS_H_
