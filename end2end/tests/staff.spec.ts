// Staff make an edition, instructors see its people, a full edition says so.
import { expect, settled, test, visit } from "../fixtures";
import { form, openEdition, send, signIn, year } from "../people";

for (const language of ["es", "en"]) {
  test(`staff make an edition with one seat and it fills (${language}) @postgres`, async ({ page, newPerson, shot }, info) => {
    const code = `taller-${language}-${info.project.name}`;
    await signIn(page, language, "staff@demo.invalid");
    await visit(page, `/${language}/staff/editions`);
    await shot(`editions-${language}`);
    await visit(page, `/${language}/staff/editions/new`);
    await shot(`edition-new-${language}`);
    const fields = form(page, "create_edition");
    await fields.locator("[name=course]").selectOption("sisdehm");
    await fields.locator("[name=code]").fill(code);
    await fields.locator("[name=starts_on]").fill(`${year}-12-31`);
    await fields.locator("[name=ends_on]").fill(`${year}-01-01`);
    await send(page, "create_edition");
    await expect(page.locator(".error-summary"), "the dates are the wrong way round").toBeVisible();
    await expect(fields.locator("[name=code]")).toHaveValue(code);
    await shot(`edition-wrong-${language}`);
    await fields.locator("[name=starts_on]").fill(`${year}-01-01`);
    await fields.locator("[name=ends_on]").fill(`${year}-12-31`);
    await fields.locator("[name=seats]").fill("1");
    await fields.locator("[name=modality][value=workshop], [name=modality]").first().evaluate((field) => {
      if (field instanceof HTMLSelectElement) field.value = "workshop";
      else (field as HTMLInputElement).checked = true;
    });
    for (const each of ["es", "en"]) await fields.locator(`[name="languages[]"][value=${each}]`).check();
    await send(page, "create_edition");
    await expect(page).toHaveURL(new RegExp(`/teach/${code}.made=`));
    await visit(page, `/${language}/courses/sisdehm`);
    const seats = form(page, "enrol").filter({ has: page.locator(`input[value="${code}"]`) });
    await expect(seats, "a draft stands in no catalogue").toHaveCount(0);
    await visit(page, `/${language}/teach/${code}`);
    await send(page, "change_edition_state");
    await expect(page.locator(".notice--success")).toBeVisible();
    await shot(`edition-open-${language}`);

    const take = async () => {
      await seats.locator("button").click();
      await settled(page);
    };
    await visit(page, `/${language}/courses/sisdehm`);
    await take();
    await expect(page).toHaveURL(new RegExp(`/learn/${code}`));

    const late = await newPerson();
    await signIn(late, language, "learner@demo.invalid");
    const refused = await late.request.post(`/${language}/courses/sisdehm?do=enrol`, { form: { edition: code }, maxRedirects: 0 });
    expect(refused.status(), "a full edition").toBe(409);
    expect(await refused.text()).toContain('role="alert"');
  });

  test(`an instructor sees who is where, and nothing private (${language}) @360 @nojs`, async ({ page, shot }) => {
    await signIn(page, language, "instructor@demo.invalid");
    await visit(page, `/${language}/teach`);
    await shot(`teach-${language}`);
    await visit(page, `/${language}/teach/${openEdition}/people`);
    await expect(page.locator("table tbody tr").first()).toBeVisible();
    await shot(`roster-${language}`);
    await visit(page, `/${language}/teach/${openEdition}/people?filter=not-started&order=progress`);
    await visit(page, `/${language}/teach/${openEdition}/people?search=nobody-of-this-name`);
    await expect(page.locator(".empty")).toBeVisible();
    await visit(page, `/${language}/staff/indicators`, 403);
  });

  test(`every public page reads well (${language}) @360 @nojs`, async ({ page, shot }) => {
    for (const path of ["about", "privacy", "accessibility", "help/visitor", "help/learner", "help/instructor", "help/staff", "verify", "courses", "courses?q=zzz", "courses/gender-equality", "courses/pga", "sign-in", "forgot"]) {
      await visit(page, `/${language}/${path}`);
      await expect(page.locator("h1")).toHaveCount(1);
      await shot(`public-${path.replace(/\W/g, "-")}-${language}`);
    }
  });
}
