#include "export/network_file.h"

#include "align/network.h"
#include "base/check.h"
#include "export/output.h"
#include "network/camps.h"
#include "network/graph_files.h"

namespace entente {

Result<std::int64_t> WriteNetworkFile(const EvidenceTable& table,
                                      const AlignSettings& settings,
                                      const TimeSpan& span, std::size_t actors,
                                      const std::string& format,
                                      const std::string& path) {
  const Network network = BuildNetwork(table, settings, span, actors);
  std::vector<std::uint32_t> actor_of;
  TRY(const SignedGraph graph, GraphOf(table, network, actor_of));
  const Camps camps = FindCamps(graph, {});
  TRY(Output out, Output::Open(path));
  out.Write(format == "gexf" ? WriteGexf(graph, camps, {})
                             : WriteGraphml(graph, camps, {}));
  const Status done = out.Finish();
  if (!done) return done.error();
  return static_cast<std::int64_t>(graph.edges().size());
}

}  // namespace entente
