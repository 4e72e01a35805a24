# The page's files as one source file of the serve layer: style and icon as they are, the script
# as npm builds it. Where npm cannot build it, the page is served without a script, and the next
# build tries again.
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS web/src/* web/static/*)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/web_assets.cc
  COMMAND ${CMAKE_SOURCE_DIR}/tools/build-web.sh ${CMAKE_BINARY_DIR}
  DEPENDS ${web_sources} ${CMAKE_SOURCE_DIR}/web/package-lock.json ${CMAKE_SOURCE_DIR}/web/vite.config.js
          ${CMAKE_SOURCE_DIR}/tools/build-web.sh ${CMAKE_SOURCE_DIR}/tools/embed_assets.py
          ${CMAKE_SOURCE_DIR}/docs/openapi.yaml
  COMMENT "Building the page"
  VERBATIM)
target_sources(entente_serve PRIVATE ${CMAKE_BINARY_DIR}/web_assets.cc)
