# End-to-end tests: cases, laws of every reading, the command line. They read the assembled data.
function(entente_end_to_end name)
  add_executable(${name} tests/${name}.cc tests/case_file.cc)
  target_include_directories(${name} PRIVATE tests)
  target_link_libraries(${name} PRIVATE entente_eval GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE ENTENTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    ENTENTE_DATA_DIR="${CMAKE_BINARY_DIR}/data" ENTENTE_PROGRAM="$<TARGET_FILE:entente>")
  add_dependencies(${name} entente entente_data)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60)
endfunction()

entente_end_to_end(cases_test)
entente_end_to_end(clauses_test)
entente_end_to_end(speech_test)
entente_end_to_end(offsets_test)
entente_end_to_end(cli_test)
entente_end_to_end(stories_test)
entente_end_to_end(import_test)

# Every yes and no sentence of the rule files: rules_check [--clauses] [FILE.rule ...]
add_executable(rules_check tests/rules_check.cc)
target_link_libraries(rules_check PRIVATE entente_engine)
target_compile_definitions(rules_check PRIVATE ENTENTE_DATA_DIR="${CMAKE_BINARY_DIR}/data")
add_dependencies(rules_check entente_data)
# A floor: lower the number when sentences are mended, never raise it.
add_test(NAME rules COMMAND rules_check --at-most 150)

# The two sentences of every row of the tables of words: words_check [TABLE ...]
add_executable(words_check tests/words_check.cc)
target_link_libraries(words_check PRIVATE entente_engine)
target_compile_definitions(words_check PRIVATE ENTENTE_DATA_DIR="${CMAKE_BINARY_DIR}/data")
add_dependencies(words_check entente_data)
add_test(NAME words COMMAND words_check --at-most 92)

# The page in a real browser, where one is installed. Not under sanitizers: the C++ tests of
# src/serve are, and a browser waits for nobody.
if(NOT ENTENTE_SANITIZE)
  add_test(NAME page COMMAND ${CMAKE_SOURCE_DIR}/tests/web/run.sh $<TARGET_FILE:entente>)
  set_tests_properties(page PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 1500)
endif()
