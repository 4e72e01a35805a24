// What the script adds to the pages that the server sends: figures that can be brushed and hovered,
// marks that answer to a click, word of a ledger that grows. Every page can be read without it.
import { mount } from "svelte";
import Network from "./Network.svelte";
import Volumes from "./Volumes.svelte";
import WorldMap from "./WorldMap.svelte";
import { startReading } from "./reading";
import { followLedger } from "./live";
import type { Figures } from "./data";

document.documentElement.classList.add("has-script");

const kCharts = { volumes: Volumes, map: WorldMap, network: Network } as const;

// The page's own data, at its address with .json.
async function load(): Promise<Figures> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="alternate"][type="application/json"]');
  const response = await fetch(link!.href);
  if (!response.ok) throw new Error(`${link!.href}: ${response.status}`);
  return (await response.json()) as Figures;
}

async function drawFigures(): Promise<void> {
  const figures = [...document.querySelectorAll<HTMLElement>("figure[data-chart]")];
  if (figures.length === 0) return;
  try {
    const data = await load();
    for (const figure of figures) {
      const chart = kCharts[figure.dataset.chart as keyof typeof kCharts];
      const target = figure.querySelector<HTMLElement>(".mount")!;
      mount(chart, { target, props: { data } });
      figure.classList.add("drawn");
    }
  } catch (error) {
    // The numbers stand below each figure all the same.
    for (const figure of figures) figure.querySelector(".mount")!.textContent = `The figure could not be drawn: ${String(error)}`;
  }
}

void drawFigures();
startReading();
followLedger();
