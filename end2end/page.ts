// What must hold on every page: it is accessible, fits the screen, fails at nothing. `visit` and `settled` check it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, type Response, test } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

const problems = new WeakMap<Page, string[]>();

/** Begins to note what goes wrong on a page: errors in the console, requests that fail. */
export function watch(page: Page): void {
  const seen: string[] = [];
  problems.set(page, seen);
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // Chromium repeats a failed response here; the response below says which, and knows pages that are meant to be missing.
    const repeated = message.text().startsWith("Failed to load resource");
    // A document in a sandbox promises to run nothing; here it refuses the test that looks at it.
    const sandboxed = /^Blocked script execution .* sandboxed/.test(message.text());
    if (message.type() === "error" && !repeated && !sandboxed) seen.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page gives up what it was still loading.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") seen.push(`${request.method()} ${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    // What a navigation answers is for the test to judge.
    const part = !response.request().isNavigationRequest();
    if (part && response.status() >= 400) seen.push(`${response.status()} ${response.url()}`);
  });
}

/** Everything noted since the last call. */
export function problemsOf(page: Page): string[] {
  return problems.get(page)?.splice(0) ?? [];
}

/** Opens a page, expects its status and checks it. */
export async function visit(page: Page, path: string, status = 200): Promise<Response> {
  const response = await page.goto(path);
  if (!response) throw new Error(`${path} gave no response: is it only a fragment of the page that is open?`);
  expect(response.status(), `status of ${path}`).toBe(status);
  await settled(page);
  return response;
}

/** Waits until the page is ready for a person, then checks it. For after a click or a form, where `visit` does not fit. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  const scripts = test.info().project.use.javaScriptEnabled !== false;
  if (scripts && (await page.locator("leptos-island").count()) > 0) {
    await page.locator("html[data-islands=awake]").waitFor({ state: "attached" });
  }
  const where = new URL(page.url()).pathname;
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(width[0], `${where} must not scroll sideways`).toBeLessThanOrEqual(width[1]);
  expect(await violations(page, scripts), `${where} must be accessible`).toEqual([]);
  expect(problemsOf(page), `${where} must load without an error`).toEqual([]);
}

/** What has been looked at: see `madeOf`. */
const looked = new Set<string>();

/** Every kind of part that a page is made of, with what it says of itself to a screen reader, and how it is shown. */
function madeOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const telling = /^(class|role|type|aria-.*)$/;
    const kind = (part: Element) =>
      [part.tagName, ...Array.from(part.attributes, ({ name, value }) => (telling.test(name) ? `${name}=${value}` : name))].join(" ");
    const parts = new Set(Array.from(document.querySelectorAll("*"), kind));
    const shown = ["print", "(prefers-color-scheme: dark)"].filter((query) => matchMedia(query).matches);
    return [window.innerWidth, ...shown, ...[...parts].sort()].join("\n");
  });
}

/** What axe finds, once for all pages of the same making: signing in is part of most tests. */
async function violations(page: Page, scripts: boolean): Promise<string[]> {
  // Without scripts it is the same HTML that is looked at, address by address, where they run.
  const key = `${scripts ? new URL(page.url()).pathname : ""}\n${await madeOf(page)}`;
  if (looked.has(key)) return [];
  const found = scripts ? await runAxe(page) : await axeOfCopy(page);
  if (found.length === 0) looked.add(key);
  return found;
}

async function axeOfCopy(page: Page): Promise<string[]> {
  // axe needs timers, which do not tick where scripts are switched off: it looks at a copy of the page where they are on,
  // but where the page's own may not run and what is said to those without scripts is said aloud.
  const browser = page.context().browser();
  if (!browser) throw new Error("a page without a browser cannot be copied");
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: true });
  try {
    const copy = await context.newPage();
    const body = (await page.content()).replace(/<\/?noscript[^>]*>/g, "");
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'none'" };
    await copy.route(page.url(), (route) => route.fulfill({ body, headers }), { times: 1 });
    await copy.goto(page.url());
    return await runAxe(copy);
  } finally {
    await context.close();
  }
}

/** axe is evaluated by the debugger, not loaded by the page: the page's security policy stays as it is. */
async function runAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async (tags): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    return axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  }, standards);
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help} — ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}
