// The version of the program, as readings and ledgers name it.
#ifndef ENTENTE_ENGINE_VERSION_H_
#define ENTENTE_ENGINE_VERSION_H_

#include <string_view>

namespace entente {

// Changes whenever the same text may be read differently. CMakeLists.txt sets it.
inline constexpr std::string_view kEngineVersion = ENTENTE_VERSION;

}  // namespace entente

#endif  // ENTENTE_ENGINE_VERSION_H_
