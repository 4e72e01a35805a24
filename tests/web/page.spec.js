// Each room in a real browser, against what `entente ask` says of the same ledger.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { examples, serve } from "./server.js";

let server;
test.beforeAll(async () => { server = await serve(examples()); });
test.afterAll(() => server?.stop());

const one = (sql) => Object.values(server.ask(sql)[0])[0];
const keyOf = (title) => one(`SELECT substr(key, 1, 12) AS key FROM document WHERE title LIKE '%${title}%'`);
const rooms = () => ["/overview", "/search", "/search?rows=documents", "/search?rows=statements", "/actor/state%3AUSA",
  "/pair/state%3AUSA/state%3APRK", "/alignments", "/paste", `/reading/${keyOf("Tigray")}`, `/reading/${keyOf("Tigray")}/why/e1`, "/search?type=NOTHING", "/nowhere"];

test("the overview counts what the ledger holds", async ({ page }) => {
  await page.goto(`${server.url}/overview`);
  const events = one("SELECT count(*) AS n FROM events");
  const statements = one("SELECT count(*) AS n FROM statements");
  await expect(page.locator(".lede")).toContainText(`${events} events`);
  await expect(page.locator(".lede")).toContainText(`${statements} statements`);
  await expect(page.locator("figure[data-chart=volumes] svg rect.mx").first()).toBeVisible();
  await expect(page.locator("figure[data-chart=map] svg .dot").first()).toBeVisible();
  const bars = await page.locator("figure[data-chart=volumes] table tbody td").allTextContents();
  const told = await page.locator("figure[data-chart=volumes] figcaption").textContent();
  expect(bars.map(Number).reduce((a, b) => a + b, 0)).toBe(Number(/conflict below\. (\d+) events/.exec(told)[1]));
});

test("a brush over days becomes filters in the address", async ({ page }) => {
  await page.goto(`${server.url}/overview?since=2014-01-01&until=2022-12-31`);
  const chart = page.locator("figure[data-chart=volumes] svg");
  const box = await chart.boundingBox();
  await page.mouse.move(box.x + 60, box.y + 80);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 80, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((url) => url.searchParams.get("until") < "2022-12-31");
  const query = new URL(page.url()).searchParams;
  const within = one(`SELECT count(*) AS n FROM events WHERE date BETWEEN '${query.get("since")}' AND '${query.get("until")}'`);
  await expect(page.locator(".lede")).toContainText(`${within} event`);
});

test("search finds what ask finds, by form and by facet", async ({ page }) => {
  await page.goto(`${server.url}/search`);
  await page.getByLabel("Type", { exact: true }).fill("ASSAULT");
  await page.getByRole("button", { name: "Show" }).click();
  const rows = server.ask("SELECT row FROM events WHERE type = 'ASSAULT'").map((row) => row.row).sort();
  await expect(page.locator(".rows > li")).toHaveCount(rows.length);
  const shown = await page.locator(".rows > li").evaluateAll((items) => items.map((item) => item.dataset.row));
  expect(shown.sort()).toEqual(rows);
  await page.getByRole("link", { name: "Clear all" }).click();
  const facet = page.locator(".facets section").filter({ hasText: "Type" }).locator("li").first();
  const count = Number(await facet.locator(".n").textContent());
  await facet.locator("a").click();
  await expect(page.locator(".tabs [aria-current] .n")).toHaveText(String(count));
});

test("an article shows its words, its marks and the reason of a row", async ({ page }) => {
  const key = keyOf("Tigray");
  await page.goto(`${server.url}/reading/${key}`);
  const text = one(`SELECT text FROM document WHERE key LIKE '${key}%'`);
  const shown = await page.locator("#text").evaluate((element) => element.textContent);
  expect(shown.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
  for (const { row, words } of server.ask(`SELECT row, words FROM events WHERE row LIKE '${key}%'`)) {
    const id = row.split("-")[1];
    const marked = await page.locator(`#text [data-rows~="${id}"]`).allTextContents();
    expect(marked.join("").replace(/\s+/g, "")).toBe(words.replace(/\s+/g, ""));
  }
  await page.locator('#text [data-rows~="e1"]').first().click();
  await expect(page.locator("#e1")).toHaveClass(/lit/);
  await page.locator("#legend input[name=mention]").uncheck();
  await expect(page.locator(".reading")).toHaveClass(/hide-mention/);
  await page.locator("#e1 .why a").click();
  await expect(page.locator("pre.why")).toContainText("Rule");
});

test("a hostile article runs nothing", async ({ page }) => {
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const key = keyOf("script");
  for (const path of [`/reading/${key}`, "/search?text=lying", "/search?rows=documents&text=lying", "/overview"]) {
    await page.goto(server.url + path);
    expect(await page.evaluate(() => window.wasRun)).toBeUndefined();
    expect(await page.locator("main img, main script").count()).toBe(0);
  }
  await page.goto(`${server.url}/reading/${key}`);
  await expect(page.locator("#text")).toContainText("<script>");
  await expect(page.locator("#text")).toContainText("\u{1F600} \u0645\u0631\u062d\u0628\u0627 e\u0301");
  expect(errors).toEqual([]);
});

test("a pasted text is read, and kept only when asked", async ({ page }) => {
  const count = () => one("SELECT count(*) AS n FROM document");
  const before = count();
  await page.goto(`${server.url}/paste`);
  await page.locator("textarea").fill("Norway accused Iceland of breaking the agreement on fishing. The minister apologised.");
  await page.getByRole("button", { name: "Read" }).click();
  await expect(page.locator(".card.event").first()).toContainText("Norway");
  expect(count()).toBe(before);
  await page.getByLabel("keep it in the ledger").check();
  await page.getByRole("button", { name: "Read" }).click();
  await expect(page.locator(".kept")).toBeVisible();
  expect(count()).toBe(before + 1);
});

test("the network has a line for each pair, and a matrix", async ({ page }) => {
  await page.goto(`${server.url}/alignments`);
  const { enacted } = await (await page.request.get(`${server.url}/alignments.json`)).json();
  // Forty actors and more begin as a matrix.
  await page.getByRole("button", { name: "Lines" }).click();
  await expect(page.locator("svg.net .edge")).toHaveCount(enacted.length);
  const dashed = enacted.filter((pair) => pair["verbal conflict"] + pair["material conflict"] > pair.events / 2).length;
  await expect(page.locator("svg.net .edge.conflict")).toHaveCount(dashed);
  await page.getByRole("button", { name: "Matrix" }).click();
  await expect(page.locator("svg.matrix a rect")).toHaveCount(2 * enacted.length);
});

test("every room reads without a script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const room of rooms()) {
    await page.goto(server.url + room);
    await expect(page.locator("h1")).toBeVisible();
  }
  await context.close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 375, height: 800 }]) {
    test(`axe finds nothing, and nothing overflows: ${colorScheme}, ${viewport.width} px`, async ({ browser }) => {
      test.setTimeout(240_000);
      const context = await browser.newContext({ colorScheme, viewport });
      const page = await context.newPage();
      for (const room of rooms()) {
        await page.goto(server.url + room, { waitUntil: "networkidle" });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), room).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
        const found = violations.map(({ id, nodes }) => `${room}: ${id} ${nodes.slice(0, 2).map((node) => node.html.slice(0, 120) + (node.failureSummary ?? "")).join(" | ")}`);
        expect(found).toEqual([]);
      }
      await context.close();
    });
  }
}

test("all script together stays under 350 KB compressed", async ({ page }) => {
  let bytes = 0;
  page.on("response", async (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    expect(response.headers()["content-encoding"]).toBe("gzip");
    bytes += Number(response.headers()["content-length"]);
  });
  await page.goto(`${server.url}/alignments`, { waitUntil: "networkidle" });
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(350 * 1024);
});
