// entente-train: see Usage() in options.cc.
#include <malloc.h>

#include <cstdio>
#include <cstring>

#include "base/files.h"
#include "train/options.h"
#include "train/report.h"
#include "train/trainer.h"

namespace {

int Fail(const entente::Error& error, int status) {
  std::fprintf(stderr, "entente-train: %s\n", error.message.c_str());
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace entente::train;
  if (argc < 2 || std::strcmp(argv[1], "--help") == 0) {
    std::fputs(Usage().c_str(), argc < 2 ? stderr : stdout);
    return argc < 2 ? 2 : 0;
  }
  // Matrices come and go by the thousand; their memory need not go back in between.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  const auto options = ParseOptions(argc, argv);
  if (!options) return Fail(options.error(), 2);
  if (!options->report.empty()) {
    const auto report = Report(options->report, options->data);
    if (!report) return Fail(report.error(), 1);
    std::fputs(report->c_str(), stdout);
    return 0;
  }
  auto trainer = Trainer::Make(*options);
  if (!trainer) return Fail(trainer.error(), 1);
  const std::unique_ptr<Trainer> running = std::move(trainer).value();
  if (!options->export_only) {
    const auto status = running->Run();
    if (!status) return Fail(status.error(), 1);
  }
  const auto written = entente::WriteFileAtomically(options->output, running->Export());
  return written ? 0 : Fail(written.error(), 1);
}
