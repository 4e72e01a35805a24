// The shapes of the server's JSON that figures use; docs/openapi.yaml describes them.
export const kQuads = ["material cooperation", "verbal cooperation", "verbal conflict", "material conflict"] as const;
export type Quad = (typeof kQuads)[number];
export type Counts = Record<Quad, number> & { events: number };

export interface Bucket extends Counts {
  date: string;
}
export interface Place extends Counts {
  place: string;
  place_country?: string;
  lat: number;
  lon: number;
}
export interface Pair extends Counts {
  a: string;
  a_label: string;
  b: string;
  b_label: string;
  score: number;
}
export interface Figures {
  volumes?: { step: "day" | "week" | "month" | "year"; buckets: Bucket[] };
  places?: Place[];
  enacted?: Pair[];
  declared?: { a: string; a_label: string; b: string; b_label: string; stances: number; score: number }[];
}

export const cooperation = (counts: Counts) => counts["material cooperation"] + counts["verbal cooperation"];
export const conflict = (counts: Counts) => counts["material conflict"] + counts["verbal conflict"];

// The address with some of its filters changed; paging starts again.
export function withFilters(changes: Record<string, string>): string {
  const url = new URL(location.href);
  url.searchParams.delete("from");
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.pathname + url.search;
}

const kDates = {
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
};
export function dateText(date: Date, step: string): string {
  if (step === "year") return String(date.getUTCFullYear());
  if (step === "month") return kDates.month.format(date);
  return (step === "week" ? "week of " : "") + kDates.day.format(date);
}
export const isoDate = (date: Date) => date.toISOString().slice(0, 10);
export const numberText = (n: number) => n.toLocaleString("en-GB");
