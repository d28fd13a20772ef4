// Projects: every journey runs once, wide, on SQLite. A tag in a test's title runs it again elsewhere:
// @360 on a small phone, @nojs without JavaScript, @postgres on PostgreSQL.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";
import type { Options } from "./fixtures";

/** A browser of the machine: Playwright's own would be a download of hundreds of megabytes. */
function chromium(): string {
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [process.env.CHROMIUM ?? "", ...candidates, mac]) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not this one.
    }
  }
  throw new Error("no Chromium found: scripts/setup.sh test installs it, or set CHROMIUM to its path");
}

const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true };
const postgres = process.env.CAMPUS_TEST_POSTGRES_URL;

export default defineConfig<object, Options>({
  testDir: "tests",
  outputDir: "results/output",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each worker has a campus of its own, so files may run side by side; tests of one file share its campus, in order.
  fullyParallel: false,
  workers: process.env.CI ? 2 : "50%",
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    locale: "es",
    // A trace takes a sixth of the time, and nobody opens those of a machine that is gone.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "sqlite-wide", use: { ...wide, database: "sqlite" } },
    { name: "sqlite-360", grep: /@360/, use: { ...phone, database: "sqlite" } },
    // Plain HTML knows no language: a journey in both runs here in Spanish only.
    { name: "sqlite-nojs", grep: /@nojs/, grepInvert: /\(en\)/, use: { ...wide, database: "sqlite", javaScriptEnabled: false } },
    // Absent when there is no PostgreSQL, so that one spec can be tried quickly; scripts/test.sh always has one.
    ...(postgres ? [{ name: "postgres-wide", grep: /@postgres/, use: { ...wide, database: "postgres" as const } }] : []),
  ],
});
