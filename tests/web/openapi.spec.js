// What docs/openapi.yaml promises of each page's JSON is there.
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { examples, serve } from "./server.js";

let server;
test.beforeAll(async () => { server = await serve(examples()); });
test.afterAll(() => server?.stop());

const yaml = readFileSync(new URL("../../docs/openapi.yaml", import.meta.url), "utf8");
const required = (schema) => new RegExp(`^    ${schema}: .*?required: \\[(.*?)\\]`, "m").exec(yaml)[1].split(", ");

test("every JSON has the fields that the description requires", async ({ request }) => {
  const key = Object.values(server.ask("SELECT substr(key, 1, 12) AS key FROM document LIMIT 1")[0])[0];
  const pages = { Overview: "/overview.json", Search: "/search.json", Alignments: "/alignments.json", Reading: `/reading/${key}.json`, Party: "/actor/state%3AUSA.json" };
  for (const [schema, path] of Object.entries(pages)) {
    const response = await request.get(server.url + path);
    expect(response.headers()["content-type"]).toContain("application/json");
    const data = await response.json();
    for (const name of required(schema)) expect(Object.keys(data), `${path} ${name}`).toContain(name);
  }
  const overview = await (await request.get(`${server.url}/overview.json`)).json();
  for (const name of required("Volumes")) expect(Object.keys(overview.volumes)).toContain(name);
  for (const name of required("Counts")) expect(Object.keys(overview.actors[0])).toContain(name);
  for (const name of required("Pair")) expect(Object.keys(overview.pairs[0])).toContain(name);
});
