// A course of tasks in an edition of its own, which only a test's people know: made by the command line while the campus runs.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { binary, type Campus } from "./campus";
import { expect, settled, visit } from "./fixtures";
import { fillSignIn, form, register } from "./people";

const password = "tres gatos bajo la luna";

/** Opens an edition of the short course that runs now, taught by the demo instructor. */
export function openTasks(campus: Campus, code: string): void {
  const env = { PATH: process.env.PATH ?? "", CAMPUS_DATA_DIR: campus.data, ...campus.env };
  const run = (...args: string[]) => execFileSync(binary, args, { cwd: campus.data, env, encoding: "utf8" });
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  run("course", "import", join(import.meta.dirname, "courses"));
  run(
    "edition", "add", "--course", "short-plan", "--code", code, "--from", day(-3), "--to", day(30), "--languages", "es,en",
    "--modality", "virtual-course", "--title-es", "Un plan breve", "--title-en", "A short plan", "--instructor", "instructor@demo.invalid",
  );
}

/** Registers somebody, signs them in and enrols them. */
export async function joins(page: Page, language: string, email: string, code: string): Promise<void> {
  const given = email.split("@")[0] ?? "";
  await register(page, language, { given, family: "Demo", email, password }, `/${language}/courses/short-plan`);
  await fillSignIn(page, email, password);
  await visit(page, `/${language}/courses/short-plan`);
  await form(page, "enrol").filter({ has: page.locator(`input[value="${code}"]`) }).locator("button").click();
  await settled(page);
  await expect(page).toHaveURL(new RegExp(`/learn/${code}`));
}

/** Clicks something that leads to another page, and checks that page. */
export async function follow(page: Page, name: RegExp, within = "main"): Promise<void> {
  const answered = page.waitForEvent("framenavigated");
  await page.locator(within).getByRole("button", { name }).first().click();
  await answered;
  await settled(page);
}
