// A ledger of the examples and a hostile article, served by the program for the tests.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const program = process.env.PAGE_PROGRAM ?? join(root, "build/release/entente");

export const hostile = `<script>window.wasRun = 1</script><img src=x onerror="window.wasRun = 1">`;

// Serves a ledger; `files` are read into it first.
export async function serve(files) {
  const folder = mkdtempSync(join(tmpdir(), "entente-page-"));
  const ledger = join(folder, "test.ledger");
  execFileSync(program, ["read", "--quiet", "--ledger", ledger, ...files]);
  const child = spawn(program, ["serve", ledger, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const url = await new Promise((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data).trim().replace(/\/$/, "")));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const ask = (sql) =>
    execFileSync(program, ["ask", ledger, "--sql", sql, "--format", "jsonl", "--limit", "10000"])
      .toString().split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, ask, stop, ledger };
}

export function examples() {
  const folder = join(root, "examples");
  const bad = join(mkdtempSync(join(tmpdir(), "entente-hostile-")), "hostile.jsonl");
  writeFileSync(bad, JSON.stringify({
    id: "hostile", title: `Kenya ${hostile}`, date: "2019-03-04", url: "javascript:window.wasRun=1",
    text: `Kenya accused Sudan of lying. ${hostile} "We will not yield \u{1F600} \u0645\u0631\u062d\u0628\u0627 e\u0301," President Uhuru Kenyatta said.`,
  }) + "\n");
  return [...readdirSync(folder).map((name) => join(folder, name)), bad];
}
