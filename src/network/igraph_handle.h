// Owners of igraph's objects, for the files of this folder that call igraph. A failure
// of igraph (memory alone can fail here) ends the program, as its own handler does.
#ifndef ENTENTE_NETWORK_IGRAPH_HANDLE_H_
#define ENTENTE_NETWORK_IGRAPH_HANDLE_H_

#include <igraph/igraph.h>

#include <cstdint>
#include <span>
#include <utility>

namespace entente {

class IgraphNumbers {
 public:
  explicit IgraphNumbers(std::size_t size = 0) {
    igraph_vector_init(&vector_, static_cast<igraph_integer_t>(size));
  }
  ~IgraphNumbers() { igraph_vector_destroy(&vector_); }
  IgraphNumbers(const IgraphNumbers&) = delete;
  IgraphNumbers& operator=(const IgraphNumbers&) = delete;

  igraph_vector_t* get() { return &vector_; }
  std::span<double> view() { return {vector_.stor_begin, vector_.end}; }

 private:
  igraph_vector_t vector_;
};

class IgraphIntegers {
 public:
  explicit IgraphIntegers(std::size_t size = 0) {
    igraph_vector_int_init(&vector_, static_cast<igraph_integer_t>(size));
  }
  ~IgraphIntegers() { igraph_vector_int_destroy(&vector_); }
  IgraphIntegers(const IgraphIntegers&) = delete;
  IgraphIntegers& operator=(const IgraphIntegers&) = delete;

  igraph_vector_int_t* get() { return &vector_; }
  std::span<igraph_integer_t> view() { return {vector_.stor_begin, vector_.end}; }

 private:
  igraph_vector_int_t vector_;
};

// An undirected graph; `edges` holds the ends, two numbers an edge.
class IgraphGraph {
 public:
  IgraphGraph(std::uint32_t nodes, IgraphIntegers& edges) {
    igraph_create(&graph_, edges.get(), nodes, IGRAPH_UNDIRECTED);
  }
  ~IgraphGraph() { igraph_destroy(&graph_); }
  IgraphGraph(const IgraphGraph&) = delete;
  IgraphGraph& operator=(const IgraphGraph&) = delete;

  const igraph_t* get() const { return &graph_; }

 private:
  igraph_t graph_;
};

}  // namespace entente

#endif  // ENTENTE_NETWORK_IGRAPH_HANDLE_H_
