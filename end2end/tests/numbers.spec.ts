// The numbers: an indicator is defined and counted, a year is closed, a wrong sex is corrected after it, adjusted and
// restated; both versions are printed. The annual report in two languages, the public page, the API by its document.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { binary, type Campus } from "../campus";
import { expect, settled, test, visit } from "../fixtures";
import { form, send, signIn, year } from "../people";

const closed = year - 1;
const open = year - 2;

/** Imports a list of people, as the command line does. */
function importList(campus: Campus, text: string, edition: string): void {
  const file = join(campus.data, "list.csv");
  writeFileSync(file, text);
  execFileSync(binary, ["roster", "import", file, "--edition", edition], { env: { PATH: process.env.PATH, CAMPUS_DATA_DIR: campus.data, ...campus.env }, stdio: "pipe" });
}

test("an indicator is defined with its effect seen first, and counts (es) @nojs @postgres", async ({ page, shot }, info) => {
  const code = `PRUEBA-${info.project.name}`.toUpperCase();
  await signIn(page, "es", "staff@demo.invalid");
  await visit(page, "/es/staff/indicators");
  await shot("indicators-tree-es");
  await visit(page, "/es/staff/indicators/new");
  const sheet = form(page, "save_definition");
  await sheet.locator("[name=code]").fill(code);
  await sheet.locator("[name=name_es]").fill("Personas de Guatemala formadas");
  await sheet.locator("[name=name_en]").fill("People of Guatemala trained");
  await sheet.locator("[name=section]").fill("9.9");
  await sheet.locator("[name=output_es]").fill("Resultado de prueba");
  await sheet.locator("[name=output_en]").fill("Result of a test");
  await sheet.locator("[name=population]").selectOption("completers");
  await sheet.locator("[name=period]").selectOption("plan");
  await sheet.locator("[name=target]").fill("50");
  await sheet.locator("[name=reason]").fill("Una prueba");
  await sheet.locator("button").last().click();
  await settled(page);
  await expect(page.locator(".error-summary"), "a target without a unit").toContainText("Unidad");
  await expect(sheet.locator("[name=target]")).toHaveValue("50");
  await shot("definition-wrong-es");
  await sheet.locator("[name=unit]").selectOption("countries");
  await sheet.locator("button").last().click();
  await settled(page);
  await expect(page.locator("#unit-error"), "an impossible definition").toBeVisible();
  await sheet.locator("[name=unit]").selectOption("persons");
  await sheet.locator("summary").last().click();
  await sheet.locator("[name='countries[]'][value=GT]").check();
  await sheet.locator("button").last().click();
  await settled(page);
  await expect(page.locator("#effect")).toBeVisible();
  await shot("definition-effect-es");
  await sheet.locator("button[name=previewed]").first().click();
  await settled(page);
  await expect(page).toHaveURL(new RegExp(`/staff/indicators/${code}.saved=1`));
  await expect(page.locator(".figures .is-main dd").first()).not.toHaveText("0");
  await shot("definition-saved-es");
  await visit(page, `/es/staff/indicators/${code}/edit`);
  await expect(page.locator(".timeline li").first()).toContainText("Una prueba");
});

test("a year is closed, a wrong sex corrected after it, and the year restated; both versions stay @postgres", async ({ page, campus, shot }) => {
  await signIn(page, "es", "staff@demo.invalid");
  await visit(page, `/es/staff/report/${open}`);
  const narrative = form(page, "save_indicator_narrative").first();
  await page.locator("details summary").first().click();
  await narrative.locator("[name=narrative_es]").fill("Tres transferencias en la región.");
  await narrative.locator("button").click();
  await settled(page);
  await expect(page.locator(".error-summary"), "the report has two languages").toBeVisible();
  const again = form(page, "save_indicator_narrative").first();
  await expect(again.locator("[name=narrative_es]")).toHaveValue("Tres transferencias en la región.");
  await again.locator("[name=narrative_en]").fill("Three transfers in the region.");
  await again.locator("button").click();
  await settled(page);
  await expect(page.locator(".notice--success")).toBeVisible();
  await shot("narratives-es");

  await visit(page, "/es/staff/periods");
  await shot("periods-es");
  await visit(page, `/es/staff/periods/${open}`);
  await shot("period-open-es");
  await send(page, "close_period");
  await expect(page.locator(".error-summary"), "without an approver").toBeVisible();
  const closing = form(page, "close_period");
  await closing.locator("[name=approver]").fill("Secretaría Ejecutiva (prueba)");
  await closing.locator("[name=read]").check();
  await closing.locator("button").click();
  await settled(page);
  await expect(page.locator(".notice--success")).toBeVisible();
  await expect(page.locator("#ledger")).toBeVisible();
  await shot("period-closed-es");

  const pdf = async (version: number) => (await page.request.get(`/es/staff/report/${open}/v${version}/report.es.pdf`)).body();
  const html = async (version: number) => (await page.request.get(`/en/staff/report/${open}/v${version}/report.en.html`)).text();
  const [paper, published] = [await pdf(1), await html(1)];
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  expect(published).toContain("Three transfers in the region.");
  const roster = `given_name,family_name,email,sex,first_activity_at,completed_at\nTardía,Demo,tardia-${open}@demo.invalid,woman,${open}-05-02,${open}-05-20\n`;
  importList(campus, roster, `pga-transferencia-gt-${open}`);
  // Somebody's sex was recorded wrongly: from the figure to the list, to the participation, and corrected there.
  await visit(page, `/es/staff/indicators/PGA-TRAINED/people?year=${open}&cell=man`);
  await page.locator("table tbody th a").first().click();
  await settled(page);
  const participation = page.url();
  await shot("declaration-es");
  await send(page, "correct_declaration");
  await expect(page.locator(".error-summary"), "a correction needs its reason").toBeVisible();
  const correction = form(page, "correct_declaration");
  await correction.locator("[name=sex][value=woman]").check();
  await correction.locator("[name=reason]").fill("La lista decía otra cosa");
  await correction.locator("button").click();
  await settled(page);
  await expect(page.locator(".notice--success")).toBeVisible();
  await visit(page, `/es/staff/periods/${open}`);
  const row = page.locator("#ledger-PGA-TRAINED");
  await expect(row).toContainText("otra casilla de sexo");
  await expect(row).toContainText("registrada después del cierre");
  await shot("ledger-es");
  await row.locator("summary").click();
  await row.locator("button").click();
  await settled(page);
  await expect(page.locator("#ledger-PGA-TRAINED .field__error, .error-summary").first(), "a decision needs its reason").toBeVisible();
  await page.locator("#ledger-PGA-TRAINED [name=reason]").fill("Llegó tarde");
  await page.locator("#ledger-PGA-TRAINED button").click();
  await settled(page);
  await expect(page.locator("#ledger-PGA-TRAINED .badge--done")).toBeVisible();
  const restate = form(page, "restate_period");
  await restate.locator("[name=approver]").fill("Secretaría Ejecutiva (prueba)");
  await restate.locator("[name=reason]").fill("Una lista que llegó tarde");
  await restate.locator("button").click();
  await settled(page);
  await expect(page.locator("#ledger ~ p").first()).toBeVisible();
  await shot("period-restated-es");
  expect(Buffer.compare(await pdf(1), paper), "the first version, byte for byte").toBe(0);
  expect(await html(1)).toBe(published);
  expect(await html(2)).not.toBe(published);
  await page.goto(`/en/staff/report/${open}/v2/report.en.html`);
  await expect(page.locator("h1")).toContainText("Annual report");
  await shot("annual-report-en");
  // The person is erased: no name is left, and no figure of any version moves.
  await visit(page, participation);
  await page.locator("main details > summary").last().click();
  await send(page, "erase_person");
  await expect(page.locator(".error-summary"), "said twice, and why").toBeVisible();
  await shot("erase-wrong-es");
  const erasing = form(page, "erase_person");
  await erasing.locator("[name=reason]").fill("Lo pidió");
  await erasing.locator("[name=sure]").check();
  await erasing.locator("button").click();
  await settled(page);
  await expect(page.locator(".lede")).toContainText("Persona sin nombre");
  await expect(form(page, "erase_person")).toHaveCount(0);
  await shot("erased-es");
  await visit(page, `/es/staff/periods/${open}`);
  await expect(page.locator("#ledger-PGA-TRAINED .badge--done, #ledger ~ p").first(), "nothing new waits").toBeVisible();
});

for (const language of ["es", "en"]) {
  test(`the staff's numbers read well (${language}) @360 @nojs`, async ({ page, shot }) => {
    await signIn(page, language, "staff@demo.invalid");
    for (const path of ["dashboard", `dashboard?year=${closed}`, "indicators", "indicators/POLICY-AWARE", "indicators/SISDEHM-COUNTRIES", "indicators/PGA-TRAINED/edit", "history", "history/import", "plan", "periods", `periods/${closed}`, `periods/${open}`, "report", `report/${closed}`, "people"]) {
      await visit(page, `/${language}/staff/${path}`);
      await expect(page.locator("h1")).toHaveCount(1);
      await shot(`numbers-${path.replace(/\W/g, "-")}-${language}`);
    }
  });

  test(`the world sees closed years, and nobody small (${language}) @360 @nojs`, async ({ page, shot }) => {
    await visit(page, `/${language}/indicators`);
    await expect(page.locator("article.indicator").first()).toBeVisible();
    await expect(page.locator("abbr").first(), "something small is hidden").toBeVisible();
    for (const text of await page.locator("table.sexcells td").allInnerTexts()) expect(text.trim()).not.toMatch(/^[1-4]$/);
    await shot(`public-indicators-${language}`);
    const csv = await (await page.request.get(`/${language}/indicators.csv`)).text();
    expect(csv).toContain('"hidden"');
    const framed = await page.request.get(`/${language}/indicators/PGA-TRAINED/embed`);
    expect(framed.headers()["content-security-policy"]).toContain("frame-ancestors *");
    await page.goto(`/${language}/indicators/PGA-TRAINED/embed`);
    await expect(page.locator("table")).toBeVisible();
  });
}

test("the past is brought by a file, shown beside a figure, and taken back (en)", async ({ page, shot }) => {
  await signIn(page, "en", "staff@demo.invalid");
  await visit(page, "/en/staff/history/import");
  const file = form(page, "import_history");
  await file.locator("[name=document]").fill("A test's document");
  const head = "course,activity,year_from,year_to,language,editions,people_trained,audience,section,note";
  await file.locator("[name=file]").fill(`${head}\nPGA before,workshop,2016,2017,es,2,many,anybody,1,over 40`);
  await file.locator("button").last().click();
  await settled(page);
  await expect(page.locator("table .field__error")).toBeVisible();
  await shot("history-import-wrong-en");
  // As a spreadsheet in Spanish writes it; it takes the place of the text, which can be corrected still.
  const brought = `${head}\nPGA before,workshop,2016,2017,es,2,40,anybody,1,over 40`.replaceAll(",", ";");
  await file.locator("[name=upload]").setInputFiles({ name: "past.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${brought}`) });
  await file.locator("button").last().click();
  await settled(page);
  await expect(file.locator("[name=file]")).toHaveValue(/PGA before,workshop,2016/);
  await shot("history-import-en");
  await file.locator("button[name=confirm][value='1']").click();
  await settled(page);
  await expect(page.locator(".notice--success")).toBeVisible();
  await visit(page, "/en/staff/indicators/PGA-TRAINED");
  await expect(page.locator("section.panel").filter({ hasText: "PGA before" })).toContainText("≥ 40");
  await shot("indicator-past-en");
});

test("two records are found to be one person, linked, and taken apart (es)", async ({ page, campus, shot }) => {
  const list = "given_name,family_name,email,sex,country,first_activity_at,completed_at\nÁngela,Prueba Núñez,angela@demo.invalid,woman,PY,DAY,\nANGELA,NUNEZ PRUEBA,a.nunez@demo.invalid,,PY,DAY,\n".replaceAll("DAY", `${open}-05-10`);
  importList(campus, list, `pga-transferencia-gt-${open}`);
  await signIn(page, "es", "staff@demo.invalid");
  await visit(page, "/es/staff/people");
  await send(page, "search_duplicates");
  const pair = page.locator("li").filter({ hasText: "Prueba Núñez" }).filter({ has: page.locator("form") }).first();
  await expect(pair).toContainText("mismo nombre");
  await shot("duplicates-es");
  await pair.locator("button[name=keep]").first().click();
  await settled(page);
  await expect(page.locator(".notice--success")).toBeVisible();
  await visit(page, "/es/staff/claims");
  await expect(page.locator("table tbody tr").first()).toBeVisible();
});

test("an administrator makes a token and reads the trail; staff may not (en) @postgres", async ({ page, newPerson, shot }) => {
  await signIn(page, "en", "admin@demo.invalid");
  await visit(page, "/en/admin/tokens");
  await send(page, "make_token");
  await expect(page.locator(".error-summary")).toBeVisible();
  const made = form(page, "make_token");
  await made.locator("[name=token_name]").fill("A test's sheet");
  await made.locator("[name='rights[]'][value=figures]").check();
  await made.locator("button").click();
  await settled(page);
  const secret = (await page.locator("code.secret").innerText()).trim();
  await shot("tokens-en");
  const ask = (path: string, token = secret) => page.request.get(path, { headers: { authorization: `Bearer ${token}` } });
  const document = await (await page.request.get("/api/v1/openapi.json")).json();
  for (const path of Object.keys(document.paths)) {
    const filled = path.replace("{code}", "PGA-TRAINED").replace("{period}", String(closed)).replace("{version}", "1");
    const wanted = path.endsWith("/members") || path.endsWith("/participations") ? 403 : 200;
    expect((await ask(filled)).status(), path).toBe(wanted);
    expect((await ask(filled, "wrong")).status(), path).toBe(401);
  }
  const api = await (await ask(`/api/v1/indicators?year=${closed}`)).json();
  await visit(page, `/en/staff/indicators/PGA-TRAINED?year=${closed}`);
  const value = (await page.locator(".figures .is-main dd").first().innerText()).trim();
  expect(String(api.indicators.find((one: { code: string }) => one.code === "PGA-TRAINED").value)).toBe(value);

  await visit(page, "/en/admin/codes?code=media");
  await form(page, "save_code").locator("[name=name_en]").fill("Media and journalists");
  await send(page, "save_code");
  await expect(page.locator(".notice--success")).toBeVisible();
  await shot("codes-en");
  await visit(page, "/en/staff/audit?search=token");
  await expect(page.locator("table tbody tr").first()).toContainText("token-made");
  await shot("audit-en");
  const staff = await newPerson();
  await signIn(staff, "en", "staff@demo.invalid");
  await visit(staff, "/en/staff/audit", 403);
  await visit(staff, "/en/admin/tokens", 403);
});
