import { expect, test, visit } from "../fixtures";

test("the front page opens in both languages @360 @nojs @postgres", async ({ page, shot }) => {
  for (const language of ["es", "en"]) {
    await visit(page, `/${language}`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.locator("h1")).toHaveCount(1);
    await shot(`front-${language}`);
  }
});

test("a page that does not exist says so with status 404 @360", async ({ page }) => {
  await visit(page, "/es/no-existe", 404);
});
