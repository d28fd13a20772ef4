// A workshop of forty people: by a workbook with ten flawed rows, one by one, and signed on the spot by a QR page.
import type { Page } from "@playwright/test";
import { expect, linkIn, settled, test, visit } from "../fixtures";
import { demoPassword, form, openEdition, register, send, signIn, year } from "../people";
import { workbook } from "../sheet";

const head = ["Nombre", "Apellidos", "Correo electrónico", "Sexo", "País", "Sector", "Asistió", "Teléfono"];

/** Thirty right rows. */
const right = (mark: string) =>
  Array.from({ length: 30 }, (_, n) => [
    `Persona${n + 1}`, `Prueba ${mark}`, n % 6 === 0 ? "" : `p${n + 1}-${mark}@demo.invalid`,
    ["Mujer", "Hombre", "Otra identidad", "Prefiero no decirlo", ""][n % 5] ?? "", "Perú", "Salud", "sí", "555",
  ]);

/** Ten rows, each wrong in a way of its own. */
const wrong = (mark: string) => {
  const row = (n: number, change: Record<number, string>) =>
    ["Mal" + n, `Prueba ${mark}`, `m${n}-${mark}@demo.invalid`, "Mujer", "Perú", "Salud", "sí", ""].map((cell, place) => change[place] ?? cell);
  return [
    row(1, { 0: "" }), row(2, { 2: "m2-en-demo" }), row(3, { 3: "Dragón" }), row(4, { 4: "Atlántida" }), row(5, { 5: "Piratería" }),
    row(6, { 6: "quizás" }), row(7, { 6: "31/12/2099" }), row(8, { 2: `p2-${mark}@demo.invalid` }), row(9, { 1: "" }), row(10, { 3: "M" }),
  ];
};

/** A workshop whose completion its team records. */
async function workshop(page: Page, language: string, code: string): Promise<void> {
  await visit(page, `/${language}/staff/editions/new`);
  const fields = form(page, "create_edition");
  await fields.locator("[name=course]").selectOption("pga");
  await fields.locator("[name=code]").fill(code);
  await fields.locator("[name=starts_on]").fill(`${year}-01-01`);
  await fields.locator("[name=ends_on]").fill(`${year}-12-31`);
  await fields.locator("[name=modality]").selectOption("workshop");
  await fields.locator("[name=completion]").selectOption("recorded");
  await fields.locator('[name="languages[]"]').first().check();
  await fields.locator("[name=instructors]").fill("instructor@demo.invalid");
  await send(page, "create_edition");
  await expect(page).toHaveURL(/made=/);
}

async function bring(page: Page, language: string, code: string, rows: string[][], presence = "enrolled"): Promise<void> {
  await visit(page, `/${language}/teach/${code}/import`);
  await page.locator("input[type=file]").setInputFiles({ name: "lista.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: workbook(rows) });
  await page.locator(`[name=presence][value=${presence}]`).check();
  await send(page, "prepare_import");
}

const chip = (page: Page, fate: string) => page.locator(`a.chip[href$="fate=${fate}"]`);

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

for (const language of ["es", "en"]) {
  test(`a list of forty with ten flawed rows is shown, loaded and taken back (${language}) @360 @nojs @postgres`, async ({ page, shot }, info) => {
    const mark = `${language}-${info.project.name}`;
    const code = `lista-${mark}`;
    await signIn(page, language, "staff@demo.invalid");
    await workshop(page, language, code);
    await signOut(page);
    await signIn(page, language, "instructor@demo.invalid");
    await visit(page, `/${language}/teach/${code}/import`);
    await send(page, "prepare_import");
    await expect(page.locator("#file-error"), "no file was chosen").toBeVisible();
    await shot(`import-${language}`);

    await bring(page, language, code, [["Lista de asistencia"], head, ...right(mark), ...wrong(mark)]);
    await expect(chip(page, "flawed")).toContainText("10");
    await expect(chip(page, "new")).toContainText("30");
    await shot(`import-preview-${language}`);
    const preview = new URL(page.url()).pathname;
    await visit(page, `${preview}?fate=flawed`);
    await expect(page.locator("tbody tr")).toHaveCount(10);
    await expect(page.locator("tbody tr").nth(2)).toContainText(language === "es" ? "no se reconoce" : "is not recognised");
    await shot(`import-flawed-${language}`);
    await visit(page, `/${language}/teach/${code}/people`);
    await expect(page.locator("tbody tr"), "nobody before it is confirmed").toHaveCount(0);

    await visit(page, preview);
    await send(page, "confirm_import");
    await expect(page.locator(".notice--success")).toContainText("30");
    await shot(`import-done-${language}`);
    // The same list again, with two rows mended: what is there is not repeated.
    const mended = wrong(mark).slice(2, 4).map((row, n) => [`Bien${n}`, ...row.slice(1, 3), "Mujer", "PE", "health", "sí", ""]);
    await bring(page, language, code, [head, ...right(mark), ...mended]);
    await expect(chip(page, "there")).toContainText("30");
    await expect(chip(page, "new")).toContainText("2");
    await send(page, "confirm_import");
    await visit(page, `/${language}/teach/${code}/import`);
    await shot(`imports-${language}`);
    await page.locator("tbody tr").first().locator("a").last().click();
    await settled(page);
    await shot(`import-undo-${language}`);
    await send(page, "undo_import");
    await expect(page).toHaveURL(/undone=1/);
    await visit(page, `/${language}/teach/${code}/people`);
    await expect(page.locator("caption, .table caption").first()).toContainText("30");
  });

  test(`people are typed one by one, and a possible duplicate is asked about (${language}) @360 @nojs`, async ({ page, shot }, info) => {
    const code = `tecleada-${language}-${info.project.name}`;
    await signIn(page, language, "staff@demo.invalid");
    await workshop(page, language, code);
    const type = async (email: string) => {
      const fields = form(page, "add_person");
      await fields.locator("[name=given_name]").fill("Zoraida");
      await fields.locator("[name=family_name]").fill(`Prueba ${code}`);
      await fields.locator("[name=email]").fill(email);
      await send(page, "add_person");
    };
    await visit(page, `/${language}/teach/${code}/people/new`);
    await shot(`new-person-${language}`);
    await type("");
    await expect(page).toHaveURL(/added=new/);
    await type(`zoraida-${code}@demo.invalid`);
    await expect(page.locator("[name=same_person]").first()).toBeVisible();
    await expect(form(page, "add_person").locator("[name=email]")).toHaveValue(`zoraida-${code}@demo.invalid`);
    await shot(`new-person-same-${language}`);
    await page.locator("[name=same_person]").last().check();
    await send(page, "add_person");
    await expect(page).toHaveURL(/added=new/);

    // The same name on a list, under a third address: offered, chosen, kept, done as chosen.
    const list = [["Nombre", "Apellidos", "Correo"], ["Zoraida", `Prueba ${code}`, `tercera-${code}@demo.invalid`]];
    await bring(page, language, code, list);
    await expect(chip(page, "duplicate")).toContainText("1");
    const choices = page.locator("input[type=radio][name^=choices]");
    await expect(choices.first(), "apart until somebody says otherwise").toBeChecked();
    await choices.nth(1).check();
    await shot(`import-duplicate-${language}`);
    const kept = page.waitForEvent("framenavigated");
    await page.locator('button[formaction="?do=decide_import"]').click();
    await kept;
    await settled(page);
    await expect(page).toHaveURL(/chosen=1/);
    await expect(choices.nth(1)).toBeChecked();
    await send(page, "confirm_import");
    await bring(page, language, code, list);
    await expect(chip(page, "there"), "linked: the same person").toContainText("1");
    const gone = page.waitForEvent("framenavigated");
    await page.locator('button[formaction="?do=discard_import"]').click();
    await gone;
    await settled(page);
  });

  test(`forty people sign on their phones (${language}) @360 @postgres`, async ({ page, browser, shot }, info) => {
    test.slow();
    const code = `sala-${language}-${info.project.name}`;
    await signIn(page, language, "staff@demo.invalid");
    await workshop(page, language, code);
    await visit(page, `/${language}/teach/${code}/sign-in`);
    await shot(`checkin-closed-${language}`);
    await send(page, "open_checkin");
    await shot(`checkin-wall-${language}`);
    const address = new URL((await page.locator(".wall__address a").getAttribute("href")) ?? "").pathname;

    // The first on a phone, by hand; the others as their phones send the form.
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
    const hand = await phone.newPage();
    await visit(hand, `${address.toLowerCase()}`);
    await shot(`here-${language}`, hand);
    await hand.locator("[name=sex][value=woman]").check();
    await send(hand, "sign_checkin");
    await expect(hand.locator("#given_name-error")).toBeVisible();
    await expect(hand.locator("#consent-error, .field--error").first()).toBeVisible();
    await shot(`here-wrong-${language}`, hand);
    const fields = form(hand, "sign_checkin");
    await fields.locator("[name=given_name]").fill("Ana");
    await fields.locator("[name=family_name]").fill(`Prueba ${code}`);
    await fields.locator("[name=email]").fill(`ana-${code}@demo.invalid`);
    await fields.locator("[name=country]").selectOption("PY");
    await fields.locator("[name=consent]").check();
    await send(hand, "sign_checkin");
    await expect(hand).toHaveURL(/signed=1/);
    await shot(`here-thanks-${language}`, hand);
    await phone.close();
    const letters = address.split("/").pop() ?? "";
    const sign = async (given: string, email = "") => {
      const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
      const sent = await context.request.post(`${address}?do=sign_checkin`, { form: { code: letters, given_name: given, family_name: `Prueba ${code}`, email }, maxRedirects: 0 });
      expect(sent.status()).toBe(303);
      await context.close();
    };
    await Promise.all(Array.from({ length: 39 }, (_, n) => sign(`Persona${n}`)));
    await sign("Ana", `ana-${code}@demo.invalid`);
    await page.locator("a.button").last().click();
    await settled(page);
    await expect(page.locator(".wall__count")).toContainText("40");
    await visit(page, `/${language}/teach/${code}/people`);
    await expect(page.locator("caption").first()).toContainText("40");

    await visit(page, `/${language}/teach/${code}/sign-in`);
    await send(page, "end_checkin");
    await visit(page, address, 410);
    await shot(`here-ended-${language}`);
    await visit(page, `/${language}/here/ZZZZZZ`, 404);
    await visit(page, `/${language}/here?code=${letters}`, 410);
  });

  test(`a certificate is found under the address of the list (${language}) @nojs`, async ({ page, newPerson, lastMail, shot }, info) => {
    const mark = `${language}-${info.project.name}`;
    const code = `reclamo-${mark}`;
    await signIn(page, language, "staff@demo.invalid");
    await workshop(page, language, code);
    await bring(page, language, code, [head, ["Luz", "Prueba", `luz-${mark}@demo.invalid`, "", "", "", "", ""], ["Sol", "Prueba", `sol-${mark}@demo.invalid`, "", "", "", "", ""]], "completed");
    await send(page, "confirm_import");

    // The same address: proving it is enough.
    const luz = await newPerson();
    const who = { given: "Luz", family: "Prueba", email: `luz-${mark}@demo.invalid`, password: "una frase de prueba" };
    await register(luz, language, who);
    await visit(luz, linkIn(await lastMail(who.email)));
    await send(luz, "verify_email");
    await signIn(luz, language, who.email, who.password);
    await expect(luz.locator("a[href*='/certificates/']").first()).toBeVisible();

    // Another address: a mail to that of the list.
    const sol = await newPerson();
    await signIn(sol, language, "learner@demo.invalid", demoPassword);
    await visit(sol, `/${language}/claim`);
    await shot(`claim-${language}`, sol);
    await form(sol, "request_claim").locator("[name=email]").fill(`sol-${mark}@demo.invalid`);
    await send(sol, "request_claim");
    await expect(sol).toHaveURL(/sent=1/);
    const link = linkIn(await lastMail(`sol-${mark}@demo.invalid`));
    await visit(sol, link);
    await shot(`claim-confirm-${language}`, sol);
    await send(sol, "confirm_claim");
    await expect(sol.locator(`a[href$="/learn/${code}"]`).first()).toBeVisible();

    await visit(page, `/${language}/staff/claims`);
    await shot(`linked-${language}`);
    await visit(page, link, 410);
    await visit(page, `/${language}/staff/claims?search=sol-${mark}`);
    await send(page, "unlink");
    await visit(sol, `/${language}/home`);
    await expect(sol.locator(`a[href$="/learn/${code}"]`)).toHaveCount(0);
  });

  test(`others' editions cannot be reached (${language})`, async ({ page }) => {
    await signIn(page, language, "learner@demo.invalid");
    for (const rest of ["import", "people/new", "sign-in", "import/019e0000-0000-7000-8000-000000000000"]) {
      await visit(page, `/${language}/teach/${openEdition}/${rest}`, 403);
    }
    const sent = await page.request.post(`/${language}/teach/${openEdition}/import?do=prepare_import`, {
      multipart: { presence: "attended", file: { name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from("Nombre\nAna\n") } },
      maxRedirects: 0,
    });
    expect(sent.status()).toBe(403);
  });
}
