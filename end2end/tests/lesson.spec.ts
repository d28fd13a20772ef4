// A lesson and what belongs to it: pictures, films, terms, the glossary, the module on paper, pages of words only.
import { expect, settled, test, visit } from "../fixtures";
import { openEdition, signIn } from "../people";

const lesson = `learn/${openEdition}/three-kinds-of-indicators`;

for (const language of ["es", "en"]) {
  test(`a lesson shows its picture, its film and its terms, in ${language} @360`, async ({ page, shot }) => {
    await signIn(page, language, "learner@demo.invalid");
    await visit(page, `/${language}/${lesson}`);
    const picture = page.locator("figure.picture img").first();
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveAttribute("alt", /.{40,}/);
    await expect(picture).toHaveAttribute("loading", "lazy");
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await shot(`lesson-figure-${language}`);
    await visit(page, `/${language}/learn/${openEdition}/what-sisdehm-is`);
    const film = page.locator("figure.film");
    await expect(film.locator("video")).toHaveAttribute("preload", "none");
    await expect(film.locator("track[kind=captions]")).toHaveAttribute("srclang", language);
    await film.locator("summary").click();
    await expect(film.locator("details li").first()).toBeVisible();
    await settled(page);
    await shot(`lesson-film-${language}`);
  });

  test(`a tap on a term shows its definition, and closing leads back, in ${language} @360 @nojs`, async ({ page, shot }) => {
    await signIn(page, language, "learner@demo.invalid");
    await visit(page, `/${language}/${lesson}`);
    const term = page.locator("a.term").first();
    const key = (await term.getAttribute("href"))?.replace("#", "") ?? "";
    await term.click();
    const sheet = page.locator(`[id="${key}"]`);
    await expect(sheet).toBeInViewport();
    await expect(sheet).toHaveCSS("position", "fixed");
    await settled(page);
    await shot(`lesson-term-${language}`);
    await sheet.locator(".term-close a").click();
    await expect(term).toBeInViewport();
    await expect(sheet).not.toHaveCSS("position", "fixed");
  });
}

test("the glossary is searched without accents @360 @nojs", async ({ page, shot }) => {
  await signIn(page, "es", "learner@demo.invalid");
  await visit(page, `/es/learn/${openEdition}`);
  await page.locator(`a[href$="/${openEdition}/glossary"]`).click();
  await settled(page);
  const terms = page.locator(".glossary__term");
  const all = await terms.count();
  expect(all).toBeGreaterThan(10);
  await page.locator("[name=q]").fill("INDICADOR estructural");
  await page.locator("main form button").click();
  await settled(page);
  await expect(page.locator("[name=q]")).toHaveValue("INDICADOR estructural");
  expect(await terms.count()).toBeLessThan(all);
  await shot("glossary-es");
  await visit(page, `/es/learn/${openEdition}/glossary?q=zzzz`);
  await expect(page.locator(".empty a.button")).toBeVisible();
});

test("a module is one page to print, with worksheets and addresses", async ({ page, shot }) => {
  await signIn(page, "en", "learner@demo.invalid");
  await visit(page, `/en/learn/${openEdition}`);
  await page.locator(".outline__pack a").nth(1).click();
  await settled(page);
  expect(await page.locator(".pack__part").count()).toBeGreaterThan(1);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map((one) => one.id));
  expect(new Set(ids).size, "several lessons on one page must not share an id").toBe(ids.length);
  await shot("pack-en");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".site-header")).toBeHidden();
  await expect(page.locator(".pack__part").nth(1)).toHaveCSS("break-before", "page");
  await shot("pack-print-en");
});

test("words only: nothing but the page is fetched, and it stays so until switched back @360 @nojs", async ({ page, shot }) => {
  await signIn(page, "es", "learner@demo.invalid");
  await visit(page, `/es/${lesson}`);
  const words = await page.locator("figure.picture img").first().getAttribute("alt");
  await page.locator(".words-switch button").click();
  await settled(page);
  await expect(page).toHaveURL(new RegExp(`/es/${lesson}$`));
  await expect(page.locator("html")).toHaveClass("words-only");
  await expect(page.locator("figure.picture")).toContainText(words ?? "-");
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await visit(page, `/es/${lesson}`);
  expect(fetched.filter((path) => path !== "/favicon.svg")).toEqual([`/es/${lesson}`]);
  await shot("lesson-words-only-es");
  await visit(page, "/es/courses");
  await expect(page.locator("img, video, script")).toHaveCount(0);
  await page.locator(".words-switch button").click();
  await settled(page);
  await expect(page.locator("link[rel=stylesheet]")).toHaveCount(1);
});

test("a medium is kept for good, plays in parts, and runs nothing", async ({ page }) => {
  await signIn(page, "es", "learner@demo.invalid");
  await visit(page, `/es/learn/${openEdition}/what-sisdehm-is`);
  const address = (await page.locator("video source").first().getAttribute("src")) ?? "";
  const part = await page.request.get(address, { headers: { range: "bytes=0-99" } });
  expect(part.status()).toBe(206);
  expect((await part.body()).length).toBe(100);
  expect(part.headers()["cache-control"]).toContain("immutable");
  await visit(page, `/es/${lesson}`);
  const drawing = await page.request.get((await page.locator("figure.picture img").first().getAttribute("src")) ?? "");
  expect(drawing.headers()["content-security-policy"]).toContain("default-src 'none'");
  expect(drawing.headers()["x-content-type-options"]).toBe("nosniff");
});
