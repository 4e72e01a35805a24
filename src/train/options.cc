#include "train/options.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>

#include "base/strings.h"

namespace entente::train {

std::string Usage() {
  return "entente-train: learn the syntax model from treebanks\n"
         "\n"
         "  entente-train --data DIR --embeddings GLOVE.txt --output FILE [options]\n"
         "\n"
         "DIR holds treebank/{ewt-train,ewt-dev,gum-free-train,gum-free-dev}.conllu "
         "and\n"
         "ner/{gum-free-train,gum-free-dev}.iob2 and ner/wikigold.conll.\n"
         "GLOVE.txt: \"word v1 ... v100\" a line, frequent words first.\n"
         "\n"
         "  --classes FILE       word classes (tools/word-classes.mjs)\n"
         "  --irregular FILE     data/lexicon/irregular_verbs.tsv\n"
         "  --silver-names FILE  names of ewt-train (tools/silver_names.py)\n"
         "  --names FILE         more names to swap in (tools/name_pool.py)\n"
         "  --swap-names X       share of names that others replace (0.3)\n"
         "  --settled X          share of the steps after which tags and names weigh\n"
         "                       less (0.6)\n"
         "  --checkpoint FILE    kept after each epoch; training goes on from it\n"
         "  --epochs N           of the whole schedule (15)\n"
         "  --stop-after N       epochs in this run; the rest when run again (0: all)\n"
         "  --size N --lower N --upper N --arc-size N --label-size N\n"
         "                       the network (256, 2, 1, 96, 128)\n"
         "  --frozen N           GloVe words kept beside those of the data (70000)\n"
         "  --batch N            words a step (600)\n"
         "  --rate X --decay X   learning rate, weight decay (0.003, 0.01)\n"
         "  --dropout-input X --dropout-hidden X --dropout-output X --dropout-word X\n"
         "                       (0.2, 0.2, 0.3, 0.1)\n"
         "  --seed N             the same seed gives the same model (1)\n"
         "  --version NAME       written into the model (english-1)\n"
         "  --export             write the checkpoint's model and stop\n"
         "\n"
         "Example:\n"
         "  OPENBLAS_NUM_THREADS=1 entente-train --data ../shared/data \\\n"
         "    --embeddings glove.txt --output data/model/english.model\n";
}

Result<Options> ParseOptions(int count, char** arguments) {
  Options options;
  using Setter = std::function<void(const char*)>;
  const auto text = [](std::string& to) -> Setter {
    return [&to](const char* value) { to = value; };
  };
  const auto whole = [](int& to) -> Setter {
    return [&to](const char* value) { to = std::atoi(value); };
  };
  const auto real = [](float& to) -> Setter {
    return [&to](const char* value) { to = std::strtof(value, nullptr); };
  };
  const std::map<std::string_view, Setter> known = {
      {"--data", text(options.data)},
      {"--embeddings", text(options.embeddings)},
      {"--classes", text(options.classes)},
      {"--irregular", text(options.irregular)},
      {"--silver-names", text(options.silver_names)},
      {"--names", text(options.names)},
      {"--swap-names", real(options.swap_names)},
      {"--settled", real(options.settled)},
      {"--output", text(options.output)},
      {"--report", text(options.report)},
      {"--checkpoint", text(options.checkpoint)},
      {"--version", text(options.version)},
      {"--epochs", whole(options.epochs)},
      {"--stop-after", whole(options.stop_after)},
      {"--size", whole(options.size)},
      {"--lower", whole(options.lower)},
      {"--upper", whole(options.upper)},
      {"--arc-size", whole(options.arc_size)},
      {"--label-size", whole(options.label_size)},
      {"--frozen", whole(options.frozen_limit)},
      {"--batch", whole(options.batch_words)},
      {"--rate", real(options.rate)},
      {"--decay", real(options.weight_decay)},
      {"--dropout-input", real(options.input_dropout)},
      {"--dropout-hidden", real(options.hidden_dropout)},
      {"--dropout-output", real(options.output_dropout)},
      {"--dropout-word", real(options.word_dropout)},
      {"--seed", [&options](const char* value) {
         options.seed = std::strtoull(value, nullptr, 10);
       }}};
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--export") {
      options.export_only = true;
      continue;
    }
    const auto found = known.find(argument);
    if (found == known.end() || i + 1 == count) {
      return Error{
          ErrorCode::kInvalid,
          StrCat(found == known.end() ? "unknown option " : "no value for ", argument)};
    }
    found->second(arguments[++i]);
  }
  if (!options.report.empty() && !options.data.empty()) return options;
  if (options.data.empty() || options.embeddings.empty() || options.output.empty()) {
    return Error{ErrorCode::kInvalid,
                 "--data, --embeddings and --output must be given"};
  }
  return options;
}

}  // namespace entente::train
