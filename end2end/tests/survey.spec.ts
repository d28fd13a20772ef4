// The survey: given once; its results come in groups of five, and lead to nobody.
import { expect, test, visit } from "../fixtures";
import { send, signIn } from "../people";
import { joins, openTasks } from "../tasks";

for (const language of ["es", "en"] as const) {
  test(`the survey is given once, and shown from five answers up (${language}) @360`, async ({ page, campus, newPerson, shot }, info) => {
    test.setTimeout(240_000);
    const code = `encuesta-${language}-${info.project.name}`;
    openTasks(campus, code);
    const teacher = await newPerson();
    await signIn(teacher, language, "instructor@demo.invalid");
    const survey = `/${language}/learn/${code}/survey`;

    for (let number = 1; number <= 5; number += 1) {
      const learner = number === 1 ? page : await newPerson();
      await joins(learner, language, `${code}-${number}@demo.invalid`, code);
      await visit(learner, survey);
      if (number === 1) {
        await shot(`survey-${language}`, learner);
        await send(learner, "give_survey");
        await expect(learner.getByRole("alert"), "an empty one is not given").toBeVisible();
      }
      await learner.locator(`input[name="answers[clear]"][value="${Math.min(number, 5)}"]`).check();
      if (number > 2) await learner.locator(`input[name="answers[best]"][value="1"]`).check();
      await learner.locator("[name='answers[better]']").fill(`Demo: idea ${number}`);
      await send(learner, "give_survey");
      await expect(learner.locator(".notice--success")).toBeVisible();
      await visit(learner, survey);
      await expect(learner.locator("form[action='?do=give_survey']"), "once").toHaveCount(0);
      await visit(teacher, `/${language}/teach/${code}/survey`);
      if (number < 5) {
        await expect(teacher.locator(".empty")).toContainText(String(5 - number));
        await expect(teacher.locator("main")).not.toContainText("idea");
        if (number === 2) await shot(`survey-waits-${language}`, teacher);
      }
    }
    await expect(teacher.locator(".result")).toHaveCount(3);
    for (const number of [1, 2, 3, 4, 5]) await expect(teacher.locator(".result__texts")).toContainText(`idea ${number}`);
    await expect(teacher.locator("main")).not.toContainText(`${code}-1`);
    await shot(`survey-results-${language}`, teacher);
  });
}
