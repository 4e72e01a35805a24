import { defineConfig } from "@playwright/test";

// PAGE_PROGRAM: the built entente. PAGE_CHROMIUM: Debian's Chromium, for none is downloaded.
export default defineConfig({
  testDir: ".",
  timeout: 60_000,
  workers: 1,
  reporter: "line",
  use: {
    launchOptions: { executablePath: process.env.PAGE_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
    viewport: { width: 1280, height: 900 },
  },
});
