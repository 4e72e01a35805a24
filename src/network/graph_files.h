// A signed network as files for other programs: GraphML (yEd, Gephi, NetworkX, igraph)
// and GEXF 1.3 (Gephi). Both carry, by node, its camp and certainty, and by edge the
// value, the sign, the weight, the standard deviation and whether the camps belie it.
#ifndef ENTENTE_NETWORK_GRAPH_FILES_H_
#define ENTENTE_NETWORK_GRAPH_FILES_H_

#include <string>
#include <vector>

#include "network/camps.h"
#include "network/signed_graph.h"

namespace entente {

// `certainty` is by node (StableCamps), or empty where it is not known.
// REQUIRES: camps are of this graph.
std::string WriteGraphml(const SignedGraph& graph, const Camps& camps,
                         const std::vector<double>& certainty);
std::string WriteGexf(const SignedGraph& graph, const Camps& camps,
                      const std::vector<double>& certainty);

}  // namespace entente

#endif  // ENTENTE_NETWORK_GRAPH_FILES_H_
