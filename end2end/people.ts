// What people do on the campus, in sentences: register, sign in, take a course. By forms' and fields' names, which
// are the same in every language and with or without scripts.
import { expect, type Locator, type Page } from "@playwright/test";
import { type Right, rightAnswers, shown } from "./answers";
import { settled, visit } from "./page";

export const demoPassword = "campus de demostracion";
export const year = new Date().getFullYear();
export const openEdition = `sisdehm-${year}`;

export interface Newcomer {
  given: string;
  family: string;
  email: string;
  password: string;
}

/** The form that posts to this doorway. */
export function form(page: Page, doorway: string): Locator {
  return page.locator(`form[action="?do=${doorway}"], form[action^="?do=${doorway}&"]`);
}

/** Sends the form of a doorway and waits for the page that answers. */
export async function send(page: Page, doorway: string): Promise<void> {
  const answered = page.waitForEvent("framenavigated");
  // An island inside a form has buttons of its own, which send nothing.
  await form(page, doorway).locator("button:not([type=button])").first().click();
  await answered;
  await settled(page);
}

/** Presses a button that leads to another page. */
async function press(page: Page, button: Locator): Promise<void> {
  const answered = page.waitForEvent("framenavigated");
  await button.click();
  await answered;
  await settled(page);
}

export async function register(page: Page, language: string, who: Newcomer, next = ""): Promise<void> {
  await visit(page, `/${language}/register${next ? `?next=${next}` : ""}`);
  const fields = form(page, "register");
  await fields.locator("[name=given_name]").fill(who.given);
  await fields.locator("[name=family_name]").fill(who.family);
  await fields.locator("[name=email]").fill(who.email);
  await fields.locator("[name=password]").fill(who.password);
  await send(page, "register");
  await expect(page).toHaveURL(/\/sign-in\?registered=1/);
}

/** Fills the form of the sign-in page that is open. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  const fields = form(page, "sign_in");
  await fields.locator("[name=email]").fill(email);
  await fields.locator("[name=password]").fill(password);
  await send(page, "sign_in");
}

export async function signIn(page: Page, language: string, email: string, password = demoPassword): Promise<void> {
  await visit(page, `/${language}/sign-in`);
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(/\/home/);
}

/** The questions of the open attempt, in their order. */
export async function askedQuestions(page: Page): Promise<string[]> {
  const ids = await page.locator("fieldset.question").evaluateAll((all) => all.map((one) => one.id.replace(/^q-/, "")));
  expect(ids.length, "an attempt asks questions").toBeGreaterThan(0);
  return ids;
}

/** Gives the right answer to one question of the open attempt, whatever its kind. */
export async function answerRightly(page: Page, key: string, right: Right): Promise<void> {
  const question = page.locator(`fieldset[id="q-${key}"]`);
  for (const place of right.places) await question.locator(`input[value="${place}"]`).check();
  if (right.typed) await question.locator("input").first().fill(right.typed);
  for (const [item, target] of right.items) {
    const rows = question.locator(".placing");
    const labels = (await rows.locator("label").allTextContents()).map(shown);
    const list = rows.nth(labels.indexOf(item)).locator("select");
    const choices = (await list.locator("option").allTextContents()).map((text) => shown(text.replace(/^[A-Z]\. /, "")));
    expect(choices, `${key}: ${item} goes with ${target}`).toContain(target);
    await list.selectOption({ index: choices.indexOf(target) });
  }
}

/** Answers an open attempt rightly (or, with `wrong`, leaves the first question wrong) and submits it. */
export async function answerQuiz(page: Page, course: string, language: string, wrong = false): Promise<void> {
  const answers = rightAnswers(course, language);
  for (const [place, key] of (await askedQuestions(page)).entries()) {
    const right = answers.get(key);
    if (!right) throw new Error(`the course's files have no question ${key}`);
    if (!wrong || place > 0) {
      await answerRightly(page, key, right);
    } else if (right.places.length > 0) {
      const options = page.locator(`fieldset[id="q-${key}"] input`);
      const values = await options.evaluateAll((all) => all.map((one) => Number((one as HTMLInputElement).value)));
      await options.nth(values.findIndex((value) => !right.places.includes(value))).check();
    }
  }
  await send(page, "submit_attempt");
}

/** Takes everything of a course that is still to be done, in order, from the edition's outline. */
export async function takeCourse(page: Page, course: string, language: string, edition: string): Promise<void> {
  await visit(page, `/${language}/learn/${edition}`);
  const links = page.locator(".outline__items a");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.length, "the outline names the course's activities").toBeGreaterThan(16);
  for (const address of addresses) {
    await visit(page, address);
    if ((await form(page, "finish_lesson").count()) > 0) {
      await send(page, "finish_lesson");
    } else if ((await form(page, "start_attempt").count()) > 0) {
      await send(page, "start_attempt");
      await answerQuiz(page, course, language);
      await expect(page.locator(".score"), `${address} must be passed`).toBeVisible();
    } else if ((await form(page, "save_worksheet").count()) > 0) {
      await form(page, "save_worksheet").locator("textarea").first().fill("Demo: una respuesta.");
      await press(page, form(page, "save_worksheet").locator("button[value=done]"));
    } else if ((await form(page, "save_submission").count()) > 0) {
      await form(page, "save_submission").locator("[name=text]").fill("Demo: mi plan de acción.");
      await press(page, form(page, "save_submission").locator("button[value=hand-in]"));
    } else if ((await form(page, "give_survey").count()) > 0) {
      await form(page, "give_survey").locator("input[value='4']").first().check();
      await send(page, "give_survey");
    }
  }
}

/** One figure of the indicators' CSV file, by the indicator's code and the column's name. */
export async function figure(page: Page, code: string, column: string): Promise<number> {
  const response = await page.request.get(`/en/staff/indicators.csv?year=${year}`);
  expect(response.status()).toBe(200);
  const text = (await response.body()).toString("utf8");
  expect(text.charCodeAt(0), "a byte order mark, so that spreadsheets keep the accents").toBe(0xfeff);
  const [head = "", ...rows] = text.slice(1).trim().split(/\r?\n/);
  const place = cells(head).indexOf(column);
  expect(place, `the column ${column} in ${head}`).toBeGreaterThanOrEqual(0);
  const row = rows.map(cells).find((line) => line[0] === code);
  return Number(row?.[place]);
}

function cells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((cell) => (cell[1] ?? "").replace(/^"|"$/g, "").replaceAll('""', '"'));
}
