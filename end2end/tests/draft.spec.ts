// A course is written in the browser: from nothing, in two languages, by forms or by keyboard alone;
// it is checked, published and taken by a learner.
import type { Page } from "@playwright/test";
import { expect, settled, test, visit } from "../fixtures";
import { enter, tabTo, type } from "../keyboard";
import { form, send, signIn, year } from "../people";

/** Presses one of the buttons of a page's many small forms. */
async function act(page: Page, value: string): Promise<void> {
  const button = page.locator(`button[name=act][value="${value}"]`);
  const folded = page.locator("details:not([open])", { has: button }).last();
  if ((await folded.count()) > 0) await folded.locator("> summary").click();
  const answered = page.waitForEvent("framenavigated");
  await button.click();
  await answered;
  await settled(page);
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  const editor = form(page, "save_draft_item");
  for (const [name, text] of Object.entries(fields)) {
    const field = editor.locator(`[name="form[${name}]"]`);
    const tag = await field.evaluate((element) => `${element.tagName} ${(element as HTMLInputElement).type}`);
    if (tag.startsWith("SELECT")) await field.selectOption(text);
    else if (tag.endsWith("checkbox")) await field.check();
    else await field.fill(text);
  }
}

/** Opens a folded form and fills a title in both languages. */
async function add(page: Page, scope: string, es: string, en: string, kind?: string): Promise<void> {
  const details = page.locator(scope).first();
  await details.locator("> summary").click();
  if (kind) await details.locator("[name=kind]").selectOption(kind);
  await details.locator('[name="titles[es]"]').fill(es);
  await details.locator('[name="titles[en]"]').fill(en);
  const answered = page.waitForEvent("framenavigated");
  await details.locator("button").click();
  await answered;
  await settled(page);
}

const question = (number: number) => ({
  "s.kind": "single",
  "s.objective": "1",
  "t.es.text": `¿Quién carga el agua? (${number})`,
  "t.en.text": `Who carries water? (${number})`,
  "p0.s.right": "1",
  "p0.t.es.text": "Correcta: sobre todo mujeres",
  "p0.t.en.text": "Right: mostly women",
  "p0.t.es.feedback": "Así lo muestran las encuestas.",
  "p0.t.en.feedback": "Surveys show it.",
  "p1.t.es.text": "Nadie",
  "p1.t.en.text": "Nobody",
  "p1.t.es.feedback": "Alguien la carga.",
  "p1.t.en.feedback": "Somebody does.",
});

for (const language of ["es", "en"]) {
  const tags = language === "es" ? "@360 @nojs" : "@postgres";
  test(`a course from nothing, in two languages, to the learner (${language}) ${tags}`, async ({ page, newPerson, shot }, info) => {
    test.setTimeout(240_000);
    const slug = `agua-${language}-${info.project.name}`;
    const base = `/${language}/staff/courses/${slug}`;
    await signIn(page, language, "staff@demo.invalid");
    await visit(page, `/${language}/staff/courses`);
    await shot(`drafts-${language}`);
    await visit(page, `/${language}/staff/courses/new`);
    await send(page, "create_course");
    await expect(page.locator("#title_es"), "a course has a title").toHaveAttribute("aria-invalid", "true");
    const begin = form(page, "create_course");
    await begin.locator("[name=title_es]").fill(`Agua y género (demo ${info.project.name})`);
    await begin.locator("[name=title_en]").fill(`Water and gender (demo ${info.project.name})`);
    await begin.locator("[name=learning_hours]").fill("1");
    await begin.locator("[name=slug]").fill(slug);
    await send(page, "create_course");
    await expect(page).toHaveURL(new RegExp(`${base}\\?made=1`));
    await shot(`draft-empty-${language}`);

    await add(page, "details.draft-new", "Quién carga el agua", "Who carries water");
    await visit(page, `${base}/text/about`);
    await fill(page, {
      "t.es.short_title": "Agua", "t.en.short_title": "Water",
      "t.es.summary": "Quién la busca y cuánto tarda.", "t.en.summary": "Who fetches it, and how long it takes.",
      "t.es.audience": "Personal de agua potable.", "t.en.audience": "Staff of water services.",
      "t.es.objectives": "Reconocer quién carga el agua", "t.en.objectives": "Recognise who carries water",
      "t.es.body": "Un curso **de prueba**.", "t.en.body": "A **demo** course.",
    });
    await send(page, "save_draft_item");
    await expect(page.locator(".notice--success")).toBeVisible();

    await visit(page, base);
    await add(page, ".draft-module details.draft-new", "El camino al agua", "The way to water", "lesson");
    await expect(page).toHaveURL(/text\/el-camino-al-agua\?made=1/);
    await fill(page, { "s.minutes": "muchos" });
    await send(page, "save_draft_item");
    await expect(page.locator(".error-summary a"), "what is wrong is said by the field").toHaveAttribute("href", "#s.minutes");
    await fill(page, {
      "s.minutes": "48",
      "t.es.body": "## Una hora\n\nSe **camina** una hora cada día.",
      "t.en.body": "## One hour\n\nPeople **walk** an hour a day.",
    });
    if (info.project.name !== "sqlite-nojs") {
      await expect(page.locator(".draft-look .prose strong").first(), "it is shown while it is written").toHaveText("camina");
    }
    await send(page, "save_draft_item");
    await expect(page.locator(".draft-look .prose h2")).toHaveCount(2);
    await shot(`draft-lesson-${language}`);

    await visit(page, base);
    await act(page, "add:quien-carga-el-agua-check");
    await act(page, "add:final-test");
    for (const [item, count] of [["quien-carga-el-agua-check", 2], ["final-test", 4]] as const) {
      for (let number = 1; number <= count; number++) {
        await visit(page, `${base}/text/${item}/new`);
        await fill(page, question(number));
        await send(page, "save_draft_item");
        await expect(page.locator(".notice--success")).toBeVisible();
      }
    }
    await shot(`draft-question-${language}`);
    await visit(page, `${base}/text/final-test`);
    await shot(`draft-questions-${language}`);

    await visit(page, `${base}/publish`);
    await shot(`draft-publish-${language}`);
    await send(page, "publish_course");
    await expect(page).toHaveURL(/published=1/);
    await shot(`draft-outline-${language}`);

    // A change in one language says so in the other.
    await visit(page, `${base}/text/el-camino-al-agua`);
    await fill(page, { "t.es.body": "## Dos horas\n\nSe **camina** dos horas." });
    await send(page, "save_draft_item");
    await expect(page.locator(".notice--warning")).toBeVisible();
    await visit(page, base);
    await expect(page.locator(".draft-items .badge--soon")).toHaveCount(1);

    const code = `${slug}-1`;
    await visit(page, `/${language}/staff/editions/new`);
    const edition = form(page, "create_edition");
    await edition.locator("[name=course]").selectOption(slug);
    await edition.locator("[name=code]").fill(code);
    await edition.locator("[name=starts_on]").fill(`${year}-01-01`);
    await edition.locator("[name=ends_on]").fill(`${year}-12-31`);
    for (const each of ["es", "en"]) await edition.locator(`[name="languages[]"][value=${each}]`).check();
    await send(page, "create_edition");
    await visit(page, `/${language}/teach/${code}`);
    await send(page, "change_edition_state");

    const learner = await newPerson();
    await signIn(learner, language, "learner@demo.invalid");
    await visit(learner, `/${language}/courses/${slug}`);
    await shot(`draft-course-${language}`, learner);
    await send(learner, "enrol");
    await visit(learner, `/${language}/learn/${code}/el-camino-al-agua`);
    await expect(learner.locator("article h2"), "as it was published").toHaveText(language === "es" ? "Una hora" : "One hour");
    await send(learner, "finish_lesson");
    for (const key of ["quien-carga-el-agua-check", "final-test"]) {
      await visit(learner, `/${language}/learn/${code}/${key}`);
      await send(learner, "start_attempt");
      const right = learner.locator("fieldset.question label", { hasText: /^(Correcta|Right):/ });
      for (let place = 0; place < (await right.count()); place++) await right.nth(place).click();
      await send(learner, "submit_attempt");
      await expect(learner.locator(".score"), "it is passed").toBeVisible();
    }
    await visit(learner, `/${language}/home`);
    await expect(learner.locator(`a[href*="/certificates/"]`).first(), "and the course is completed").toBeVisible();

    // The next version: the edition keeps its own until somebody saw what changes and said so.
    await visit(page, `${base}/publish`);
    await send(page, "publish_course");
    await visit(learner, `/${language}/learn/${code}/el-camino-al-agua`);
    await expect(learner.locator("article h2")).toHaveText(language === "es" ? "Una hora" : "One hour");
    await visit(page, `/${language}/teach/${code}/version`);
    await expect(page.locator("#changes ~ ul li")).toHaveCount(1);
    await shot(`version-${language}`);
    await send(page, "upgrade_edition");
    await expect(page.locator(".notice--success")).toBeVisible();
    await visit(learner, `/es/learn/${code}/el-camino-al-agua`);
    await expect(learner.locator("article h2")).toHaveText("Dos horas");
  });
}

test("a course is written by keyboard alone", async ({ page }, info) => {
  test.setTimeout(120_000);
  await signIn(page, "es", "staff@demo.invalid");
  await visit(page, "/es/staff/courses");
  await tabTo(page, 'a[href="/es/staff/courses/new"]');
  await enter(page);
  await type(page, "#title_es", `Teclado ${info.project.name}`);
  await type(page, "#title_en", "Keyboard");
  await type(page, "#learning_hours", "2");
  await enter(page);
  await expect(page).toHaveURL(/made=1/);
  for (const [es, en] of [["Primero", "First"], ["Segundo", "Second"]] as const) {
    await tabTo(page, "details.draft-new.panel > summary");
    await page.keyboard.press("Enter");
    await type(page, '[id="module-es"]', es);
    await type(page, '[id="module-en"]', en);
    await enter(page);
  }
  await expect(page.locator(".draft-module h2")).toHaveText(["Primero", "Segundo"]);
  for (const title of ["Uno", "Dos"]) {
    await tabTo(page, "#module-primero details.draft-new > summary");
    await page.keyboard.press("Enter");
    await type(page, "#new-primero-es", title);
    await enter(page);
    await tabTo(page, ".breadcrumb li:nth-child(2) a");
    await enter(page);
  }
  const order = () => page.locator("#module-primero [data-item]").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.item));
  expect(await order()).toEqual(["uno", "dos"]);
  await tabTo(page, 'button[value="up:dos"]');
  await enter(page);
  expect(await order()).toEqual(["dos", "uno"]);
  expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement).value), "the button keeps the focus").toBe("up:dos");
  await tabTo(page, 'button[value="down:uno"]');
  await enter(page);
  await expect(page.locator("#module-segundo [data-item=uno]"), "over the edge into the next module").toBeVisible();
  await tabTo(page, 'button[value="module-up:segundo"]');
  await enter(page);
  await expect(page.locator(".draft-module h2")).toHaveText(["Segundo", "Primero"]);
  await tabTo(page, 'a[href$="/text/uno"]');
  await enter(page);
  await type(page, '[id="t.es.body"]', "## Con el teclado");
  await expect(page.locator(".draft-look .prose h2").first()).toHaveText("Con el teclado");
  await tabTo(page, ".draft-save button");
  await enter(page);
  await expect(page.locator(".notice--success")).toBeVisible();
});

test("an activity is dragged to another place", async ({ page }) => {
  await signIn(page, "en", "staff@demo.invalid");
  await visit(page, "/en/staff/courses/pga");
  const order = () => page.locator('[data-module="analysis"] [data-item]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.item));
  const before = await order();
  const answered = page.waitForEvent("framenavigated");
  await page.locator(`[data-item="${before[2]}"]`).dragTo(page.locator(`[data-item="${before[0]}"]`));
  await answered;
  await settled(page);
  expect(await order()).toEqual([before[2], before[0], before[1]]);
  await expect(page.locator(".lede"), "a draft was begun").toContainText(/differs/);
  await page.locator("details", { has: form(page, "discard_draft") }).locator("> summary").click();
  await send(page, "discard_draft");
  await visit(page, "/en/staff/courses/pga");
  expect(await order()).toEqual(before);
});

test("nobody but the staff sees drafts", async ({ page }) => {
  await signIn(page, "es", "instructor@demo.invalid");
  for (const rest of ["", "/new", "/pga", "/pga/text/about", "/pga/media", "/pga/files", "/pga/publish"]) {
    await visit(page, `/es/staff/courses${rest}`, 403);
  }
  expect((await page.request.get("/es/staff/courses/pga/course.zip")).status()).toBe(403);
});
