// The closing report of an edition: its numbers, its words, its workbook.
import { expect, test, visit } from "../fixtures";
import { form, openEdition, send, signIn } from "../people";

for (const language of ["es", "en"]) {
  test(`the report counts and tells (${language}) ${language === "es" ? "@360 @nojs" : "@postgres"}`, async ({ page, newPerson, shot }) => {
    await signIn(page, language, "instructor@demo.invalid");
    await visit(page, `/${language}/teach/${openEdition}/report`);
    const tables = page.locator("table");
    expect(await tables.count()).toBeGreaterThanOrEqual(4);
    await shot(`report-${language}`);
    const words = form(page, "save_narrative");
    await words.locator("[name=happened]").fill("x".repeat(8_001));
    await send(page, "save_narrative");
    await expect(page.locator("#happened")).toHaveAttribute("aria-invalid", "true");
    const other = await newPerson();
    await signIn(other, language, "instructor@demo.invalid");
    await visit(other, `/${language}/teach/${openEdition}/report`);
    await words.locator("[name=happened]").fill(`Demo: ${language}`);
    await send(page, "save_narrative");
    await expect(page.locator(".notice--success")).toBeVisible();
    // Somebody whose page is older does not overwrite it unknowingly, and loses nothing of what was typed.
    await form(other, "save_narrative").locator("[name=advice]").fill("Demo: otro consejo");
    await send(other, "save_narrative");
    await expect(other.locator(".error-summary")).toBeVisible();
    await expect(other.locator(".panel").filter({ hasText: `Demo: ${language}` })).toBeVisible();
    await expect(other.locator("#advice")).toHaveValue("Demo: otro consejo");
    await shot(`report-meanwhile-${language}`, other);
    const paper = await page.request.get((await page.locator('a[href$="/report.pdf"]').getAttribute("href")) ?? "");
    expect(paper.headers()["content-type"]).toBe("application/pdf");
    expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const file = await page.request.get((await page.locator('a[href$="/report.xlsx"]').getAttribute("href")) ?? "");
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
    const learner = await newPerson();
    await signIn(learner, language, "learner@demo.invalid");
    await visit(learner, `/${language}/teach/${openEdition}/report`, 403);
  });
}
