// A knowledge check: wrong answers explain themselves, tries are free, a double submission counts once.
import { expect, settled, test, visit } from "../fixtures";
import { answerQuiz, form, openEdition, register, send, fillSignIn } from "../people";

test("a check explains, can be tried again and counts once @360 @nojs @postgres", async ({ page, shot }, info) => {
  test.setTimeout(120_000);
  const email = `examen-${info.project.name}@demo.invalid`;
  await register(page, "en", { given: "Examen", family: "Demo", email, password: "tres gatos bajo la luna" }, "/en/courses/sisdehm");
  await fillSignIn(page, email, "tres gatos bajo la luna");
  const seat = form(page, "enrol").filter({ has: page.locator(`input[value="${openEdition}"]`) });
  await seat.locator("button").click();
  await settled(page);

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
