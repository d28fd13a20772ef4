// What every spec imports: `import { expect, test, visit } from "../fixtures";`
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { type Campus, type Database, startCampus } from "./campus";
import { linkIn, type Mail, outbox, readMail } from "./mail";
import { problemsOf, settled, visit, watch } from "./page";

export { expect, linkIn, settled, visit };
export type { Mail };

export interface Options {
  database: Database;
}

interface Worker extends Options {
  campus: Campus;
  /** Mail that a test has been given already. */
  read: Set<string>;
}

interface Fixtures {
  /** Writes a picture of the page to results/shots, under its name and the project's. */
  shot: (name: string, page?: Page) => Promise<void>;
  /** Waits for mail to this address that no test has been given yet, and gives the newest. */
  lastMail: (to: string, subject?: RegExp) => Promise<Mail>;
  /** Another person: a page that shares nothing with the test's own. */
  newPerson: () => Promise<Page>;
}

const shots = join(import.meta.dirname, "results/shots");
const pictures = join(import.meta.dirname, "results/pictures");
/** The README's pictures: the first screen of these pages, which scripts/pictures.sh takes over. */
const pictured = /^(landing-es|lesson-es|certificate-es|indicators-es|quiz-en)\.sqlite-wide$|^home-en\.sqlite-360$/;

export const test = base.extend<Fixtures, Worker>({
  database: ["sqlite", { option: true, scope: "worker" }],

  campus: [
    async ({ database }, use, worker) => {
      const campus = await startCampus(database, `${worker.workerIndex}`);
      await use(campus);
      await campus.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  read: [async ({}, use) => use(new Set()), { scope: "worker" }],

  baseURL: async ({ campus }, use) => use(campus.url),

  page: async ({ page }, use) => {
    watch(page);
    await use(page);
    expect(problemsOf(page), "the test's last page must not have failed at anything").toEqual([]);
  },

  newPerson: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async () => {
      // The runner gives every context what the project asks for.
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      watch(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },

  shot: async ({ page }, use, info) => {
    await use(async (name, of = page) => {
      mkdirSync(shots, { recursive: true });
      const file = `${name}.${info.project.name}`;
      await of.screenshot({ path: join(shots, `${file}.png`), fullPage: true });
      if (pictured.test(file)) await of.screenshot({ path: join(pictures, `${name}.png`) });
    });
  },

  lastMail: async ({ campus, read }, use) => {
    await use(async (to, subject = /(?:)/) => {
      let found: Mail | undefined;
      const look = () => {
        const fresh = outbox(campus.data).filter((path) => !read.has(path));
        for (const path of fresh) {
          const mail = readMail(path);
          if (mail.to.toLowerCase().includes(to.toLowerCase()) && subject.test(mail.subject)) {
            read.add(path);
            found = mail;
            return true;
          }
        }
        return false;
      };
      await expect.poll(look, { message: `mail to ${to} with subject ${subject}`, timeout: 15_000 }).toBe(true);
      if (!found) throw new Error("unreachable: the poll has found one");
      return found;
    });
  },
});
