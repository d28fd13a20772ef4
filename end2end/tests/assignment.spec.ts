// An assignment: drafted, handed in with a file, graded under the mark, handed in again, graded, completed.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, settled, test, visit } from "../fixtures";
import { enter, tabTo, type } from "../keyboard";
import { form, signIn } from "../people";
import { follow, joins, openTasks } from "../tasks";

const words = {
  es: { save: /Guardar el borrador/, handIn: /^Entregar$/, takeBack: /Recuperarlo/, grade: /Guardar/, remove: /Quitar/ },
  en: { save: /Save the draft/, handIn: /^Hand in$/, takeBack: /Take it back/, grade: /Save/, remove: /Remove/ },
};

function file(name: string, content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "campus-file-")), name);
  writeFileSync(path, content);
  return path;
}

/** Chooses a level of both parts and saves. */
async function grade(page: Page, points: [number, number], save: RegExp): Promise<void> {
  for (const [place, key] of ["diagnosis", "actions"].entries()) {
    await page.locator(`input[name="points[${key}]"][value="${points[place]}"]`).check();
  }
  await page.locator("[name='comments[actions]']").fill("Demo: ¿quién lo hace, y cuándo?");
  await page.locator("[name=comment]").fill("Demo: un buen comienzo.");
  await follow(page, save, "form[action='?do=grade_submission']");
}

for (const language of ["es", "en"] as const) {
  const say = words[language];

  test(`an assignment is handed in, graded under the mark, handed in again and completed (${language}) @360 @nojs @postgres`, async ({ page, campus, newPerson, lastMail, shot }, info) => {
    test.setTimeout(240_000);
    const code = `plan-${language}-${info.project.name}`;
    const email = `plan-${language}-${info.project.name}@demo.invalid`;
    openTasks(campus, code);
    await joins(page, language, email, code);
    const plan = `/${language}/learn/${code}/plan`;
    const teacher = await newPerson();
    await signIn(teacher, language, "instructor@demo.invalid");

    await test.step("the rubric is there beforehand, and nothing is handed in empty", async () => {
      await visit(page, plan);
      await expect(page.locator(".rubric tbody")).toHaveCount(2);
      await shot(`assignment-before-${language}`);
      await follow(page, say.handIn);
      await expect(page.locator(".error-summary li")).toHaveCount(1);
    });

    await test.step("a disguised file is refused by name, and the text stays", async () => {
      await page.locator("#text").fill("Demo: mi primer plan.\nCon dos líneas.");
      await page.locator("#files").setInputFiles([file("plan.pdf", "MZ this is a program")]);
      await follow(page, say.save);
      await expect(page.locator(".field__error", { hasText: "plan.pdf" })).toBeVisible();
      await expect(page.locator("#text")).toHaveValue("Demo: mi primer plan.\nCon dos líneas.");
      await shot(`assignment-refused-${language}`);
    });

    await test.step("a draft keeps text and files; a file can be taken out again", async () => {
      await page.locator("#files").setInputFiles([file("Mi acción.pdf", "%PDF-1.7 demo"), file("otro.pdf", "%PDF-1.7 demo")]);
      await follow(page, say.save);
      await expect(page.locator(".files li")).toHaveCount(2);
      await expect(page.locator(".saved")).toBeVisible();
      await follow(page, say.remove);
      await expect(page.locator(".files li")).toHaveCount(1);
      await shot(`assignment-draft-${language}`);
      const address = (await page.locator(".files a").first().getAttribute("href")) ?? "";
      const download = await page.request.get(address);
      expect(download.headers()["content-disposition"]).toContain("attachment");
      expect((await teacher.request.get(address)).status(), "a draft is its writer's").toBe(404);
    });

    await test.step("what waits can be taken back, changed and handed in again", async () => {
      await follow(page, say.handIn);
      await expect(page.locator(".notice").first()).toBeVisible();
      await shot(`assignment-waits-${language}`);
      await follow(page, say.takeBack);
      await expect(page.locator("#text")).toHaveValue("Demo: mi primer plan.\nCon dos líneas.");
      await follow(page, say.handIn);
    });

    await test.step("the instructor sees it wait, and grades it under the mark", async () => {
      await visit(teacher, `/${language}/teach`);
      await shot(`teach-waiting-${language}`, teacher);
      await visit(teacher, `/${language}/teach/${code}/grading`);
      await shot(`grading-${language}`, teacher);
      await teacher.locator("tbody a").first().click();
      await settled(teacher);
      await shot(`grade-${language}`, teacher);
      await follow(teacher, say.grade, "form[action='?do=grade_submission']");
      await expect(teacher.locator(".error-summary li")).toHaveCount(2);
      await grade(teacher, [2, 0], say.grade);
      await expect(teacher.locator(".notice--warning")).toContainText("25");
    });

    await test.step("the learner reads why, and hands in again", async () => {
      expect((await lastMail(email, /grad|calific/i)).text).toContain(`/learn/${code}/plan`);
      await visit(page, plan);
      await expect(page.locator(".graded").first()).toContainText("¿quién lo hace, y cuándo?");
      await shot(`assignment-below-${language}`);
      await page.locator("#text").fill("Demo: un plan mejor, con datos.");
      await follow(page, say.handIn);
    });

    await test.step("a second grade passes, and completes", async () => {
      const old = await newPerson();
      await signIn(old, language, "staff@demo.invalid");
      await visit(teacher, `/${language}/teach/${code}/grading`);
      const work = (await teacher.locator("tbody a").first().getAttribute("href")) ?? "";
      await visit(teacher, work);
      await visit(old, work);
      await grade(teacher, [4, 4], say.grade);
      await expect(teacher.locator(".notice--success").first()).toBeVisible();

      // Somebody else had it open: both grades are shown, and theirs is still in the form.
      await grade(old, [2, 2], say.grade);
      await expect(old.locator("#meanwhile")).toBeVisible();
      await expect(old.locator("input[name='points[diagnosis]'][value='2']")).toBeChecked();
      await shot(`grade-meanwhile-${language}`, old);

      expect((await lastMail(email, /ertifica/)).text).toContain("/certificates/");
      await visit(page, plan);
      await expect(page.locator(".notice--success")).toBeVisible();
      await expect(page.locator(".graded")).toHaveCount(2);
      await shot(`assignment-passed-${language}`);
      await visit(page, `/${language}/learn/${code}`);
      await expect(page.locator("main a[href*='/certificates/']")).toBeVisible();
    });
  });
}

test("work is graded by keyboard alone, one after the other", async ({ page, campus, newPerson }) => {
  test.setTimeout(120_000);
  const code = "plan-keyboard";
  openTasks(campus, code);
  for (const name of ["tecla-uno", "tecla-dos"]) {
    const learner = await newPerson();
    await joins(learner, "en", `${name}@demo.invalid`, code);
    await visit(learner, `/en/learn/${code}/plan`);
    await learner.locator("#text").fill(`Demo: the plan of ${name}.`);
    await follow(learner, words.en.handIn);
  }
  await signIn(page, "en", "instructor@demo.invalid");
  await visit(page, `/en/teach/${code}`);
  await tabTo(page, `a[href$="/teach/${code}/activities"]`);
  await enter(page);
  await tabTo(page, `a[href$="/teach/${code}/grading"]`);
  await enter(page);
  await tabTo(page, "tbody th a");
  await enter(page);
  for (const last of [false, true]) {
    for (const key of ["diagnosis", "actions"]) {
      await tabTo(page, `input[name="points[${key}]"]`);
      // A group of radio buttons is one stop; arrows choose in it.
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
    }
    await type(page, '[name="comments[actions]"]', "Demo: who, and when?");
    await tabTo(page, last ? 'button[value="stay"]' : 'button[value="next"]');
    await enter(page);
  }
  await expect(page.locator(".notice--success").first()).toBeVisible();
  await visit(page, `/en/teach/${code}/grading`);
  await expect(page.locator("tbody tr"), "nothing waits any more").toHaveCount(0);
});

test("two tabs of one draft lose nothing", async ({ page, campus }) => {
  openTasks(campus, "plan-tabs");
  await joins(page, "en", "plan-tabs@demo.invalid", "plan-tabs");
  const other = await page.context().newPage();
  for (const tab of [page, other]) await visit(tab, "/en/learn/plan-tabs/plan");
  await page.locator("#text").fill("From the first tab");
  await follow(page, words.en.save);
  await other.locator("#text").fill("From the second tab");
  await follow(other, words.en.save);
  await expect(other.locator(".error-summary")).toBeVisible();
  await expect(other.locator("#text")).toHaveValue("From the second tab");
  await expect(other.locator("details.panel")).toContainText("From the first tab");
  await follow(other, words.en.save);
  await expect(other.locator("#text")).toHaveValue("From the second tab");
  await expect(form(other, "save_submission")).toBeVisible();
});
