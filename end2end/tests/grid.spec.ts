// An edition at a glance: everybody by every activity, and the gradebook with its workbook.
import { expect, settled, test, visit } from "../fixtures";
import { openEdition, signIn } from "../people";

for (const language of ["es", "en"]) {
  test(`who stands where, and the grades of all (${language}) ${language === "es" ? "@360 @nojs" : "@postgres"}`, async ({ page, newPerson, shot }) => {
    await signIn(page, language, "instructor@demo.invalid");
    await visit(page, `/${language}/teach/${openEdition}/activities`);
    const table = page.locator(".matrix");
    expect(await table.locator("tbody tr").count()).toBeGreaterThan(50);
    const columns = await table.locator("thead th").count();
    await expect(table.locator("tbody tr").first().locator("th, td")).toHaveCount(columns);
    await shot(`grid-${language}`);
    // The table scrolls within itself, by keyboard too.
    await page.locator(".matrix-wrap").focus();
    await page.keyboard.press("End");
    await page.locator("#module").selectOption({ index: 1 });
    await page.locator("#order").selectOption("progress");
    await page.locator("form[role=search] button").click();
    await settled(page);
    expect(await table.locator("thead th").count()).toBeLessThan(columns);
    await shot(`grid-module-${language}`);
    await table.locator("tbody td a").first().click();
    await settled(page);
    await expect(page).toHaveURL(/\/(people|grading)\//);
    await visit(page, `/${language}/teach/${openEdition}/activities?search=nobody-of-this-name`);
    await expect(page.locator(".empty a")).toBeVisible();

    await visit(page, `/${language}/teach/${openEdition}/gradebook?order=final-grade`);
    await shot(`gradebook-${language}`);
    const file = await page.request.get((await page.locator('a[href$="/gradebook.xlsx"]').getAttribute("href")) ?? "");
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
    const learner = await newPerson();
    await signIn(learner, language, "learner@demo.invalid");
    for (const rest of ["activities", "gradebook"]) await visit(learner, `/${language}/teach/${openEdition}/${rest}`, 403);
    const refused = await learner.request.get(`/${language}/teach/${openEdition}/gradebook.xlsx`);
    expect(refused.status()).toBe(403);
  });
}
