// A roster in the hands of its team: columns, somebody at risk, people chosen and acted on, written to; and a learner who leaves.
import { expect, linkIn, settled, test, visit } from "../fixtures";
import { form, openEdition, register, send, signIn } from "../people";

for (const language of ["es", "en"]) {
  test(`people are chosen, their outcomes told and taken back (${language}) ${language === "es" ? "@360 @nojs" : "@postgres"}`, async ({ page, newPerson, lastMail, shot }, info) => {
    const mark = `${language}-${info.project.name}`;
    const email = `sale-${mark}@demo.invalid`;
    const who = { given: "Prueba", family: `Sale ${mark}`, email, password: "una frase bastante larga" };
    const learner = await newPerson();
    await register(learner, language, who);
    await visit(learner, linkIn(await lastMail(email)));
    await send(learner, "verify_email");
    await signIn(learner, language, email, who.password);
    await visit(learner, `/${language}/courses/sisdehm`);
    await form(learner, "enrol").locator(`[name=edition][value="${openEdition}"] ~ button`).click();
    await settled(learner);

    await signIn(page, language, "instructor@demo.invalid");
    const people = `/${language}/teach/${openEdition}/people`;
    await visit(page, `${people}?filter=at-risk`);
    await shot(`people-at-risk-${language}`);
    await visit(page, `${people}?search=Sale+${mark}`);
    await page.locator(".roster-columns > summary").click();
    await page.locator('.roster-columns a[href*="enrolled"]').click();
    await settled(page);
    await expect(page.locator("thead th"), "one column more").toHaveCount(7);
    const acts = form(page, "act_on_people");
    await acts.locator("details summary").last().click();
    await acts.locator("button[value=fail]").click();
    await settled(page);
    await expect(page.locator(".error-summary"), "somebody has to be chosen").toBeVisible();

    const choose = async (filter: string, act: string) => {
      await visit(page, `${people}?filter=${filter}&search=Sale+${mark}`);
      await page.locator("tbody input[type=checkbox]").check();
      const button = acts.locator(`button[value=${act}]`);
      if (!(await button.isVisible())) await acts.locator("section details > summary").click();
      await acts.locator("[name=reason]").fill("Demo: nunca respondió");
      await button.click();
      await settled(page);
      await expect(page.locator(".notice--success")).toBeVisible();
    };
    await choose("all", "no-show");
    await visit(page, `${people}?filter=left&search=Sale+${mark}`);
    await expect(page.locator("tbody .badge--ended")).toBeVisible();
    await shot(`people-left-${language}`);
    await visit(learner, `/${language}/learn/${openEdition}`, 403);
    await choose("left", "reinstate");
    await visit(learner, `/${language}/learn/${openEdition}`);

    await visit(page, `${people}?search=Sale+${mark}`);
    await page.locator("tbody input[type=checkbox]").check();
    await acts.locator("button[value=write]").click();
    await settled(page);
    await expect(page.locator("#segment option:checked")).toHaveAttribute("value", /^chosen:/);
    const write = form(page, "write_message");
    await write.locator("[name=subject]").fill(`Demo ${mark}`);
    await write.locator("[name=body]").fill("Demo: ¿todo bien?");
    await send(page, "write_message");
    await write.locator("[name=previewed]").first().click();
    await settled(page);
    await lastMail(email, new RegExp(`Demo ${mark}`));

    // A completion by hand: refused without what shows it, then told with it.
    await visit(page, `${people}?search=Sale+${mark}`);
    await page.locator("tbody input[type=checkbox]").check();
    if (!(await acts.locator("button[value=complete]").isVisible())) await acts.locator("section details > summary").click();
    await acts.locator("button[value=complete]").click();
    await settled(page);
    await expect(page.locator("#evidence")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("tbody input[type=checkbox]"), "the choice is kept").toBeChecked();
    await acts.locator("[name=reason]").fill("Demo: lo hizo en papel");
    await acts.locator("[name=evidence]").fill("Demo: acta 7");
    await shot(`people-by-hand-${language}`);
    await acts.locator("button[value=complete]").click();
    await settled(page);
    await visit(page, `${people}?filter=completed&search=Sale+${mark}`);
    await page.locator("tbody th a").click();
    await settled(page);
    await expect(page.locator(".notice")).toContainText("acta 7");
    await shot(`person-by-hand-${language}`);
    await lastMail(email, /certificad|certificate/i);

    // Somebody else leaves by themselves.
    const second = await newPerson();
    const other = { ...who, email: `deja-${mark}@demo.invalid`, family: `Deja ${mark}` };
    await register(second, language, other);
    await visit(second, linkIn(await lastMail(other.email)));
    await send(second, "verify_email");
    await signIn(second, language, other.email, other.password);
    await visit(second, `/${language}/courses/sisdehm`);
    await form(second, "enrol").locator(`[name=edition][value="${openEdition}"] ~ button`).click();
    await settled(second);
    await visit(second, `/${language}/learn/${openEdition}`);
    await second.locator("details", { has: form(second, "leave_edition") }).locator("> summary").click();
    await shot(`leave-${language}`, second);
    await send(second, "leave_edition");
    await expect(second.locator(".notice--success")).toBeVisible();
    await visit(second, `/${language}/learn/${openEdition}`, 403);
  });
}
