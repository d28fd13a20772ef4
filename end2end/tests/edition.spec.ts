// An edition in the hands of its team: made as a draft, entered by application, cloned, closed.
import { expect, settled, test, visit } from "../fixtures";
import { type Newcomer, form, register, send, signIn, year } from "../people";

for (const language of ["es", "en"]) {
  const tags = language === "es" ? "@360 @nojs" : "@postgres";
  test(`from a draft to the closing, with applications (${language}) ${tags}`, async ({ page, newPerson, lastMail, shot }, info) => {
    test.setTimeout(120_000);
    const code = `convocatoria-${language}-${info.project.name}`;
    await signIn(page, language, "staff@demo.invalid");
    await visit(page, `/${language}/staff/editions/new`);
    const fields = form(page, "create_edition");
    await fields.locator("[name=course]").selectOption("pga");
    await fields.locator("[name=code]").fill(code);
    await fields.locator("[name=starts_on]").fill(`${year}-01-01`);
    await fields.locator("[name=ends_on]").fill(`${year}-12-31`);
    for (const each of ["es", "en"]) await fields.locator(`[name="languages[]"][value=${each}]`).check();
    await fields.locator("[name=enrolment][value=application]").check();
    await fields.locator("[name=seats]").fill("1");
    await fields.locator("[name=instructors]").fill("instructor@demo.invalid");
    await send(page, "create_edition");
    await expect(page).toHaveURL(new RegExp(`/teach/${code}`));

    const teacher = await newPerson();
    await signIn(teacher, language, "instructor@demo.invalid");
    await visit(teacher, `/${language}/teach/${code}`);
    await shot(`overview-draft-${language}`, teacher);
    await visit(teacher, `/${language}/teach/${code}/entry`);
    const question = form(teacher, "add_question");
    await question.locator("[name=words_es]").fill("¿Qué espera aprender?");
    await question.locator("[name=words_en]").fill("What do you want to learn?");
    await question.locator("[name=kind]").selectOption("choice");
    await question.locator("[name=required]").check();
    await send(teacher, "add_question");
    await expect(question.locator("[name=options]"), "a list of answers has answers").toHaveAttribute("aria-invalid", "true");
    await question.locator("[name=options]").fill("El método | The method\nOtra cosa | Something else");
    await send(teacher, "add_question");
    await form(teacher, "save_ways_in").locator("[name=waiting][value=first-come]").check();
    await send(teacher, "save_ways_in");
    await expect(teacher.locator(".notice--success")).toBeVisible();
    await shot(`entry-${language}`, teacher);
    await visit(teacher, `/${language}/teach/${code}`);
    await send(teacher, "change_edition_state");
    await expect(teacher.locator(".notice--success")).toBeVisible();

    const people: Newcomer[] = ["Primera", "Segunda"].map((given) => ({
      given,
      family: "Demo",
      email: `${given.toLowerCase()}-${code}@demo.invalid`,
      password: "tres gatos bajo la luna",
    }));
    const pages = [];
    for (const who of people) {
      const learner = await newPerson();
      await register(learner, language, who);
      await signIn(learner, language, who.email, who.password);
      await visit(learner, `/${language}/courses/pga`);
      await learner.locator(`a[href$="/apply/${code}"]`).click();
      await settled(learner);
      await send(learner, "apply");
      await expect(learner.locator(".error-summary"), "the question has to be answered").toBeVisible();
      await shot(`apply-wrong-${language}`, learner);
      await form(learner, "apply").locator("select").selectOption("0");
      await send(learner, "apply");
      await expect(learner.locator(".notice--success")).toBeVisible();
      pages.push(learner);
    }

    await visit(teacher, `/${language}/teach/${code}/applications`);
    for (const box of await teacher.locator('[name="ids[]"]').all()) await box.check();
    await shot(`applications-${language}`, teacher);
    await form(teacher, "decide_applications").locator("[value=accept]").click();
    await settled(teacher);
    await expect(teacher.locator(".notice--success p")).toHaveCount(2);
    await lastMail(people[0]?.email ?? "");
    await visit(teacher, `/${language}/teach/${code}/applications?filter=waiting`);
    await expect(teacher.locator("tbody tr")).toHaveCount(1);
    const second = pages[1];
    if (!second) throw new Error("two people applied");
    await visit(second, `/${language}/home`);
    await expect(second.locator("#applications + ul li a")).toHaveCount(1);
    await shot(`home-applications-${language}`, second);

    // One more seat: whoever waits gets it.
    await visit(teacher, `/${language}/teach/${code}/settings`);
    await form(teacher, "save_edition").locator("[name=ends_on]").fill(`${year - 1}-01-01`);
    await form(teacher, "save_edition").locator("[name=seats]").fill("2");
    await send(teacher, "save_edition");
    await expect(teacher.locator("#ends_on"), "the days are the wrong way round").toHaveAttribute("aria-invalid", "true");
    await expect(teacher.locator("#seats")).toHaveValue("2");
    await teacher.locator("#ends_on").fill(`${year}-12-31`);
    await send(teacher, "save_edition");
    await shot(`settings-${language}`, teacher);
    await visit(second, `/${language}/learn/${code}`);

    await visit(teacher, `/${language}/teach/${code}/clone`);
    await teacher.locator("[name=weeks]").first().fill("0");
    await teacher.locator("form[method=get] button").click();
    await settled(teacher);
    await expect(teacher.locator("#weeks")).toHaveAttribute("aria-invalid", "true");
    await teacher.locator("#weeks").fill("26");
    await teacher.locator("#code").fill(`${code}-b`);
    await teacher.locator("form[method=get] button").click();
    await settled(teacher);
    await shot(`clone-${language}`, teacher);
    await send(teacher, "clone_edition");
    await expect(teacher).toHaveURL(new RegExp(`/teach/${code}-b`));

    // The second step leads on from open to grading, the first from grading to closed.
    await visit(teacher, `/${language}/teach/${code}`);
    const step = async (to: string) => {
      await teacher.locator(`form:has([name=to][value=${to}]) button`).click();
      await settled(teacher);
    };
    await step("grading");
    await step("closed");
    await expect(teacher.locator(".notice--success")).toBeVisible();
    await shot(`overview-closed-${language}`, teacher);
    await visit(page, `/${language}/teach/${code}`);
    await send(page, "change_edition_state");
    await expect(page.locator("#reason"), "to reopen it takes a reason").toHaveAttribute("aria-invalid", "true");
    for (const rest of ["", "/applications", "/settings", "/entry", "/clone"]) {
      await visit(second, `/${language}/teach/${code}${rest}`, 403);
    }
  });
}
