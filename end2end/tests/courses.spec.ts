// A whole course of each of the two that end with an action plan: every lesson, worksheet, check and test, the plan handed in and
// graded, the survey, the certificate. The SISDEHM course is taken in learner.spec.ts.
import { expect, settled, test, visit } from "../fixtures";
import { fillSignIn, form, register, signIn, takeCourse, year } from "../people";

const courses = [
  { course: "gender-equality", edition: `igualdad-en-linea-${year}`, plan: "action-plan" },
  { course: "pga", edition: `pga-${year}`, plan: "pga-action-plan" },
];

for (const { course, edition, plan } of courses) {
  for (const { language, tags } of [{ language: "es", tags: "@nojs" }, { language: "en", tags: "" }]) {
    test(`the whole course ${course} is taken (${language}) ${tags}`, async ({ page, newPerson, lastMail, shot }, info) => {
      test.setTimeout(Number(process.env.JOURNEY_MS ?? 600_000));
      const email = `${course}-${language}-${info.project.name}@demo.invalid`;
      const password = "tres gatos bajo la luna";
      await register(page, language, { given: "Prueba", family: "Demo", email, password }, `/${language}/courses/${course}`);
      await fillSignIn(page, email, password);
      await shot(`${course}-course-${language}`);
      await form(page, "enrol").filter({ has: page.locator(`input[value="${edition}"]`) }).locator("button").click();
      await settled(page);
      await takeCourse(page, course, language, edition);
      await visit(page, `/${language}/learn/${edition}`);
      await shot(`${course}-waits-${language}`);
      await expect(page.locator("main a[href*='/certificates/']"), "the plan waits for its grade").toHaveCount(0);

      const teacher = await newPerson();
      await signIn(teacher, language, "staff@demo.invalid");
      await visit(teacher, `/${language}/teach/${edition}/grading`);
      await teacher.locator("tbody a").first().click();
      await settled(teacher);
      const parts = await teacher.locator("input[name^='points[']").evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]);
      expect(parts.length).toBe(5);
      for (const part of parts) await teacher.locator(`input[name="${part}"]`).last().check();
      await shot(`${course}-grade-${language}`, teacher);
      const answered = teacher.waitForEvent("framenavigated");
      await teacher.locator("form[action='?do=grade_submission'] button").first().click();
      await answered;
      await settled(teacher);

      await visit(page, `/${language}/learn/${edition}/${plan}`);
      await expect(page.locator(".graded").first()).toContainText("100");
      await visit(page, `/${language}/learn/${edition}`);
      await shot(`${course}-done-${language}`);
      await visit(page, (await page.locator("main a[href*='/certificates/']").first().getAttribute("href")) ?? "");
      await expect(page.locator(".certificate")).toContainText("Prueba");
      expect((await lastMail(email, /ertifica/)).text).toContain("/certificates/");
    });
  }
}
