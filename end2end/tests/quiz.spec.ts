// A knowledge check: wrong answers explain themselves, tries are free, a double submission counts once.
import type { Page } from "@playwright/test";
import { rightAnswers } from "../answers";
import { expect, settled, test, visit } from "../fixtures";
import { problemsOf } from "../page";
import { answerQuiz, answerRightly, askedQuestions, fillSignIn, form, openEdition, register, send, signIn, year } from "../people";

const online = `igualdad-en-linea-${year}`;

/** Somebody new in an edition. */
async function newcomer(page: Page, email: string, language: string, course: string, edition: string): Promise<void> {
  const password = "tres gatos bajo la luna";
  await register(page, language, { given: "Examen", family: "Demo", email, password }, `/${language}/courses/${course}`);
  await fillSignIn(page, email, password);
  await form(page, "enrol").filter({ has: page.locator(`input[value="${edition}"]`) }).locator("button").click();
  await settled(page);
}

test("a check explains, can be tried again and counts once @360 @nojs @postgres", async ({ page, shot }, info) => {
  test.setTimeout(120_000);
  const email = `examen-${info.project.name}@demo.invalid`;
  await newcomer(page, email, "en", "sisdehm", openEdition);

  await visit(page, `/en/learn/${openEdition}/foundations-check`);
  await shot("quiz-intro-en");
  await send(page, "start_attempt");
  await shot("quiz-open-en");

  await test.step("an empty form is not an attempt", async () => {
    await send(page, "submit_attempt");
    await expect(page.getByRole("alert")).toBeVisible();
  });

  await answerQuiz(page, "sisdehm", "en", true);
  await expect(page.locator(".score")).toBeVisible();
  await expect(page.locator(".option--wrong").first()).toBeVisible();
  await expect(page.locator(".option__feedback").first()).not.toBeEmpty();
  await shot("quiz-en");

  await test.step("going back and sending the same attempt again changes nothing", async () => {
    const score = await page.locator(".score__value").textContent();
    await page.reload();
    await settled(page);
    await expect(page.locator(".score__value")).toHaveText(score ?? "");
  });

  await send(page, "start_attempt");
  await answerQuiz(page, "sisdehm", "en");
  await expect(page.locator(".score")).toContainText("100");
});

test("an answer is checked without leaving the page", async ({ page, shot }) => {
  await visit(page, "/en/sign-in");
  await fillSignIn(page, "learner@demo.invalid", "campus de demostracion");
  await visit(page, `/en/learn/${openEdition}/reporting-and-adapting-check`);
  await send(page, "start_attempt");
  const question = page.locator(".question").first();
  await question.locator("input").first().check();
  await question.getByRole("button").click();
  await expect(question.locator("[aria-live]")).not.toBeEmpty();
  await shot("quiz-checked-en");
  await expect(page).toHaveURL(/reporting-and-adapting-check/);
  await page.reload();
  await settled(page);
  await expect(page.locator(".question").first().locator("input").first(), "the answer was kept").toBeChecked();
});

test("a quiz cut off by a dead connection is resumed and counts once @360", async ({ page, context, newPerson, shot }, info) => {
  test.setTimeout(150_000);
  const email = `corte-${info.project.name}@demo.invalid`;
  await newcomer(page, email, "es", "gender-equality", online);
  const address = `/es/learn/${online}/legal-and-institutional-frame-check`;
  await visit(page, address);
  await send(page, "start_attempt");
  const keys = await askedQuestions(page);
  const right = rightAnswers("gender-equality", "es");
  const line = page.locator("[data-line]");
  const answer = async (key = "") => answerRightly(page, key, right.get(key)!);
  await shot("quiz-kinds-es");

  await test.step("each answer is saved as it is given", async () => {
    await answer(keys[0]);
    await expect(line).toContainText(/Guardado a las/);
  });
  await test.step("without a connection the answers stay on the device", async () => {
    await context.setOffline(true);
    for (const key of keys.slice(1)) await answer(key);
    await expect(line).toContainText("quedan en este dispositivo");
    await shot("quiz-offline-es");
    // Handing in meets the browser's own page about a missing connection.
    await form(page, "submit_attempt").locator("button:not([type=button])").first().click();
    await expect(page.locator("fieldset.question")).toHaveCount(0);
    problemsOf(page);
  });
  await test.step("back with a connection they are in the form again, and then on the campus", async () => {
    await context.setOffline(false);
    await visit(page, address);
    // Whichever is quicker sends them: the page that was left, as soon as it hears of the connection, or the one that is opened.
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("quiz-")));
    await expect.poll(kept, { message: "what is on the campus is no longer kept on the device" }).toEqual([]);
    await expect(line).toContainText("Guardado");
    // Another device knows them too.
    const other = await newPerson();
    await visit(other, "/es/sign-in");
    await fillSignIn(other, email, "tres gatos bajo la luna");
    await visit(other, address);
    const filled = await other.locator("fieldset.question").evaluateAll((all) =>
      all.map((one) => [...one.querySelectorAll("select, input")].some((field) =>
        field instanceof HTMLInputElement && field.type !== "text" ? field.checked : (field as HTMLSelectElement).value !== "")),
    );
    expect(filled).toEqual(keys.map(() => true));
  });
  await send(page, "submit_attempt");
  await expect(page.locator(".score")).toContainText("100");
  await shot("quiz-result-es");
  await expect(page.locator(".past")).toHaveCount(0);
});

test("a quiz is saved by its button and resumed, and a bad number is told beside its field @nojs @postgres @360", async ({ page, newPerson, shot }, info) => {
  test.setTimeout(150_000);
  const email = `boton-${info.project.name}@demo.invalid`;
  await newcomer(page, email, "en", "gender-equality", online);
  const address = `/en/learn/${online}/gender-analysis-check`;
  await visit(page, address);
  await send(page, "start_attempt");
  const keys = await askedQuestions(page);
  const right = rightAnswers("gender-equality", "en");
  const number = keys.find((key) => right.get(key)?.kind === "numeric")!;
  const field = page.locator(`fieldset[id="q-${number}"] input`).first();
  const save = async (of: Page) => {
    const answered = of.waitForEvent("framenavigated");
    await of.locator("button[formaction]").click();
    await answered;
    await settled(of);
  };

  await answerRightly(page, keys[0]!, right.get(keys[0]!)!);
  await field.fill("a dozen");
  await save(page);
  await expect(page.getByRole("alert")).toContainText("not a number");
  await expect(page.locator(`fieldset[id="q-${number}"] .field__error`)).toBeVisible();
  await expect(field, "what was typed stays").toHaveValue("a dozen");
  await shot("quiz-number-en");
  await field.fill(right.get(number)!.typed);
  await save(page);
  await expect(page.locator(".notice--success")).toContainText("Your answers are saved");

  // The browser is gone; the person comes back with another.
  const later = await newPerson();
  await visit(later, "/en/sign-in");
  await fillSignIn(later, email, "tres gatos bajo la luna");
  await visit(later, address);
  await expect(later.locator(`fieldset[id="q-${number}"] input`).first()).toHaveValue(right.get(number)!.typed);
  await answerQuiz(later, "gender-equality", "en");
  await expect(later.locator(".score")).toContainText("100");
});

test("the tests at the course's edges show what was gained @nojs", async ({ page, shot }, info) => {
  test.setTimeout(120_000);
  await newcomer(page, `ganancia-${info.project.name}@demo.invalid`, "en", "gender-equality", online);
  await visit(page, `/en/learn/${online}/pre-test`);
  await shot("pre-test-en");
  await send(page, "start_attempt");
  await answerQuiz(page, "gender-equality", "en", true);
  await expect(page.locator(".score")).toContainText("This is where you begin");
  await expect(form(page, "start_attempt")).toHaveCount(0);
  await visit(page, `/en/learn/${online}/post-test`);
  await send(page, "start_attempt");
  await answerQuiz(page, "gender-equality", "en");
  await expect(page.locator(".score")).toContainText("points more");
  await shot("post-test-en");
});

test("an instructor extends one person's attempts @nojs @360", async ({ page, shot }) => {
  await signIn(page, "en", "instructor@demo.invalid");
  await visit(page, `/en/teach/${openEdition}/people?search=Aprendiz`);
  await page.locator("tbody th a").first().click();
  await settled(page);
  await shot("person-en");
  await page.locator("a[href*='activity=final-test']").click();
  await settled(page);
  const fields = form(page, "grant_extension");
  await fields.locator("[name=extra_attempts]").fill("2");
  await send(page, "grant_extension");
  await expect(page.locator("#reason-error"), "a reason is asked for").toBeVisible();
  await expect(fields.locator("[name=extra_attempts]")).toHaveValue("2");
  await fields.locator("[name=reason]").fill("No electricity that week");
  await send(page, "grant_extension");
  await expect(page.getByRole("status").first()).toBeVisible();
  await expect(page.locator("tbody")).toContainText("No electricity that week");
  await shot("person-extended-en");
});
