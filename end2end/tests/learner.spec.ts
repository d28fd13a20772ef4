// The main job: somebody registers, takes the whole SISDEHM course, gets a certificate, and an indicator moves by one.
import { expect, linkIn, settled, test, visit } from "../fixtures";
import { figure, fillSignIn, form, openEdition, register, send, signIn, takeCourse, year } from "../people";

const journeys = [
  { language: "es", other: "en", sex: "woman", tags: "@postgres @nojs" },
  { language: "en", other: "es", sex: "declined", tags: "@360 @nojs" },
];

for (const { language, other, sex, tags } of journeys) {
  test(`a newcomer takes the course and is counted (${language}) ${tags}`, async ({ page, newPerson, lastMail, shot }, info) => {
    test.setTimeout(Number(process.env.JOURNEY_MS ?? 600_000));
    const email = `prueba-${language}-${info.project.name}@demo.invalid`;
    const who = { given: "Prueba", family: `Demo ${language}`, email, password: "tres gatos bajo la luna" };
    const staff = await newPerson();
    await signIn(staff, language, "staff@demo.invalid");
    const before = await figure(staff, "SISDEHM-PARTICIPANTS", `persons_${sex}`);
    const total = await figure(staff, "SISDEHM-PARTICIPANTS", "persons_total");

    await visit(page, `/${language}`);
    await shot(`landing-${language}`);
    await visit(page, `/${language}/courses`);
    await shot(`catalogue-${language}`);
    await visit(page, `/${language}/courses/sisdehm`);
    await shot(`course-${language}`);
    await register(page, language, who, `/${language}/courses/sisdehm`);
    await fillSignIn(page, email, who.password);
    await expect(page, "signing in leads back to the course").toHaveURL(/\/courses\/sisdehm/);

    await visit(page, linkIn(await lastMail(email)));
    await send(page, "verify_email");
    await expect(page).toHaveURL(/\/home/);
    await shot(`home-empty-${language}`);

    await visit(page, `/${language}/profile`);
    const profile = form(page, "save_profile");
    await profile.locator(`[name=sex][value=${sex}]`).check();
    await profile.locator("[name=country]").selectOption("UY");
    await profile.locator("[name=personnel_kind]").selectOption("planning-budget");
    await profile.locator("[name=consent]").check();
    await shot(`profile-${language}`);
    await send(page, "save_profile");
    await expect(page).toHaveURL(/saved=1/);

    await visit(page, `/${language}/courses/sisdehm`);
    const seat = form(page, "enrol").filter({ has: page.locator(`input[value="${openEdition}"]`) });
    await seat.locator("button").click();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`/learn/${openEdition}`));
    await shot(`outline-${language}`);

    // One lesson, then the other language: the same place, the same progress.
    await visit(page, `/${language}/learn/${openEdition}/what-sisdehm-is`);
    await shot(`lesson-${language}`);
    await send(page, "finish_lesson");
    await visit(page, `/${language}/learn/${openEdition}/why-it-exists`);
    await page.locator(".lang-switch").click();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`/${other}/learn/${openEdition}/why-it-exists`));
    await visit(page, `/${other}/learn/${openEdition}`);
    await expect(page.locator(".outline__items .is-done")).toHaveCount(1);
    await visit(page, `/${language}/home`);
    await expect(page.locator(".resume")).toBeVisible();
    await shot(`home-${language}`);

    await takeCourse(page, "sisdehm", language, openEdition);
    await shot(`final-result-${language}`);
    await visit(page, `/${language}/learn/${openEdition}`);
    await shot(`outline-done-${language}`);
    const certificate = await page.locator("main a[href*='/certificates/']").first().getAttribute("href");
    await visit(page, certificate ?? "");
    await expect(page.locator(".certificate")).toContainText(who.given);
    await shot(`certificate-${language}`);
    await page.emulateMedia({ media: "print" });
    await shot(`certificate-print-${language}`);
    await page.emulateMedia({ media: "screen" });
    expect((await lastMail(email, /SISDEHM|ertifica/)).text).toContain("/certificates/");

    const world = await newPerson();
    const code = (certificate ?? "").split("/").at(-1) ?? "";
    await visit(world, `/${language}/verify/${code}`);
    await expect(world.locator("main")).toContainText(who.given);
    await expect(world.locator("main"), "the world learns nothing of what was declared").not.toContainText(/Uruguay|\bmujer\b|\bwoman\b/i);
    await shot(`verify-${language}`, world);
    await visit(world, `/${language}/verify/AAAA-AAAA-AAAA`, 404);
    await shot(`verify-invalid-${language}`, world);

    expect(await figure(staff, "SISDEHM-PARTICIPANTS", `persons_${sex}`)).toBe(before + 1);
    expect(await figure(staff, "SISDEHM-PARTICIPANTS", "persons_total")).toBe(total + 1);
    await visit(staff, `/${language}/staff/indicators?year=${year}`);
    await shot(`indicators-${language}`, staff);
    await visit(staff, `/${language}/staff/indicators/SISDEHM-PARTICIPANTS?year=${year}`);
    await shot(`indicator-${language}`, staff);
    await visit(staff, `/${language}/staff/indicators/SISDEHM-PARTICIPANTS/people?year=${year}`);
    await expect(staff.locator("main"), "the list behind the number is pseudonymous").not.toContainText(who.given);
    await shot(`members-${language}`, staff);
  });
}
