# Speed lives here and never in a timed test: build/release/entente_bench.
find_package(benchmark QUIET)
if(benchmark_FOUND)
  file(GLOB bench_sources CONFIGURE_DEPENDS bench/*_bench.cc)
  add_executable(entente_bench EXCLUDE_FROM_ALL ${bench_sources})
  target_link_libraries(entente_bench PRIVATE entente_engine entente_ledger entente_network entente_align benchmark::benchmark_main)
  target_compile_definitions(entente_bench PRIVATE ENTENTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    ENTENTE_DATA_DIR="${CMAKE_BINARY_DIR}/data")
  add_dependencies(entente_bench entente_data)
endif()
