# The syntax layer computes the same bits on every processor, so no multiplication and
# addition may be fused.
target_compile_options(entente_syntax PRIVATE -ffp-contract=off -fno-math-errno)

# entente-train, the program that learns data/model/english.model. Users never need it: off
# unless asked for, and only where OpenBLAS is found.
option(ENTENTE_TRAINER "build entente-train (needs OpenBLAS)" OFF)
if(ENTENTE_TRAINER)
  find_path(OPENBLAS_INCLUDE cblas.h PATH_SUFFIXES x86_64-linux-gnu aarch64-linux-gnu openblas)
  find_library(OPENBLAS_LIBRARY openblas)
  if(OPENBLAS_INCLUDE AND OPENBLAS_LIBRARY)
    file(GLOB trainer_sources CONFIGURE_DEPENDS src/train/*.cc)
    list(FILTER trainer_sources EXCLUDE REGEX "_test\\.cc$")
    add_executable(entente-train ${trainer_sources})
    # Not the portable library of the same sources: this one is for the machine at hand.
    target_compile_definitions(entente-train PRIVATE ENTENTE_OPENBLAS)
    target_compile_options(entente-train PRIVATE -O3 -march=native -ffast-math)
    target_include_directories(entente-train PRIVATE ${OPENBLAS_INCLUDE})
    target_link_libraries(entente-train PRIVATE entente_syntax ${OPENBLAS_LIBRARY} pthread)
  else()
    message(WARNING "ENTENTE_TRAINER is on but OpenBLAS was not found: no entente-train")
  endif()
endif()

# What the learned part of the event coder learns from; entente-train-events learns
# data/model/events.model from it.
add_executable(entente-event-examples EXCLUDE_FROM_ALL src/eval/examples/main.cc)
target_link_libraries(entente-event-examples PRIVATE entente_eval)
add_executable(entente-train-events EXCLUDE_FROM_ALL src/train/events/main.cc
               src/train/event_model_data.cc src/train/event_model_learner.cc
               src/train/event_model_folds.cc src/train/event_model_export.cc)
target_link_libraries(entente-train-events PRIVATE entente_syntax)
