declare module "*.svelte" {
  import type { Component } from "svelte";
  const component: Component<{ data: import("./data").Figures }>;
  export default component;
}
declare module "d3-scale";
declare module "d3-geo" {
  export type GeoPermissibleObjects = object;
  export function geoNaturalEarth1(): any;
  export function geoPath(projection: any): any;
}
declare module "topojson-client";
