# Each fuzz/<name>_fuzz.cc is a plain test on its corpus with any compiler, and with clang and
# -DENTENTE_FUZZ=ON -DENTENTE_SANITIZE=address,undefined,fuzzer-no-link also a libFuzzer program:
# build/fuzz/<name>_fuzz fuzz/corpus/<name>.
option(ENTENTE_FUZZ "build the libFuzzer programs (clang)" OFF)

file(GLOB fuzz_sources CONFIGURE_DEPENDS fuzz/*_fuzz.cc)
foreach(source ${fuzz_sources})
  get_filename_component(target ${source} NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" name ${target})
  add_executable(${target}_corpus ${source} fuzz/standalone_main.cc)
  target_link_libraries(${target}_corpus PRIVATE entente_meaning)
  target_compile_definitions(${target}_corpus PRIVATE ENTENTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME fuzz_${name}_corpus
    COMMAND ${target}_corpus ${CMAKE_SOURCE_DIR}/fuzz/corpus/${name})
  if(ENTENTE_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
      message(FATAL_ERROR "ENTENTE_FUZZ needs clang: -DCMAKE_CXX_COMPILER=clang++")
    endif()
    add_executable(${target} ${source})
    target_link_libraries(${target} PRIVATE entente_meaning)
    target_compile_definitions(${target} PRIVATE ENTENTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  endif()
endforeach()
