// How long the camps of a network take: the bar is 10 seconds, with proof, at 60
// actors.
#include <benchmark/benchmark.h>

#include "network/camps.h"
#include "network/picture.h"
#include "network/stable_camps.h"
#include "network/testing.h"

namespace entente {
namespace {

// Nodes, edges a hundred pairs, turned signs a hundred edges.
SignedGraph GraphOf(const benchmark::State& state) {
  RandomSource random(17);
  return testing::PlantedGraph({.nodes = static_cast<std::uint32_t>(state.range(0)),
                                .density = static_cast<double>(state.range(1)) / 100,
                                .noise = static_cast<double>(state.range(2)) / 100,
                                .least_weight = 0.2,
                                .most_weight = 3,
                                .sd = 0.5},
                               random);
}

void FindTheCamps(benchmark::State& state) {
  const SignedGraph graph = GraphOf(state);
  Camps camps;
  for (auto _ : state) camps = FindCamps(graph, {});
  state.counters["edges"] = static_cast<double>(graph.edges().size());
  state.counters["gap"] = camps.gap();
}
BENCHMARK(FindTheCamps)
    ->Unit(benchmark::kMillisecond)
    ->Args({60, 10, 10})
    ->Args({60, 25, 15})
    ->Args({60, 50, 20})
    ->Args({60, 100, 10})
    ->Args({100, 15, 15})
    ->Args({300, 5, 15})
    ->Args({60, 25, 50});  // no camps at all: the worst case

void Resample(benchmark::State& state) {
  const SignedGraph graph = GraphOf(state);
  const Camps camps = FindCamps(graph, {});
  for (auto _ : state)
    benchmark::DoNotOptimize(ResampleCamps(graph, camps, {}).together.data());
}
BENCHMARK(Resample)->Unit(benchmark::kMillisecond)->Args({60, 25, 15});

void Draw(benchmark::State& state) {
  const SignedGraph graph = GraphOf(state);
  const Camps camps = FindCamps(graph, {});
  for (auto _ : state) benchmark::DoNotOptimize(DrawNetwork(graph, camps, {}).size());
}
BENCHMARK(Draw)->Unit(benchmark::kMillisecond)->Args({40, 15, 10})->Args({100, 10, 10});

}  // namespace
}  // namespace entente
