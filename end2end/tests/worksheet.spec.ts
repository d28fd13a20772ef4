// A worksheet: kept as it is written, done when one says so, kept to read, print and download.
import { expect, settled, test, visit } from "../fixtures";
import { follow, joins, openTasks } from "../tasks";

for (const language of ["es", "en"] as const) {
  const save = language === "es" ? /^Guardar$/ : /^Save$/;
  const done = language === "es" ? /marcar como hecha/ : /mark as done/;

  test(`a worksheet is filled in, kept and printed (${language})`, async ({ page, campus, shot }, info) => {
    test.setTimeout(120_000);
    const code = `hoja-${language}-${info.project.name}`;
    openTasks(campus, code);
    await joins(page, language, `${code}@demo.invalid`, code);
    const sheet = `/${language}/learn/${code}/sheet`;
    await visit(page, sheet);
    await follow(page, done);
    await expect(page.getByRole("alert"), "an empty one is not done").toBeVisible();

    await page.locator("#answers-gap").fill("Demo: una brecha.\nEn dos líneas.");
    await follow(page, save);
    await expect(page.locator(".saved")).toBeVisible();
    await shot(`worksheet-${language}`);

    await visit(page, `/${language === "es" ? "en" : "es"}/learn/${code}/sheet`);
    await expect(page.locator("#answers-gap"), "what was written has no language").toHaveValue("Demo: una brecha.\nEn dos líneas.");

    await visit(page, `${sheet}/answers`);
    await shot(`worksheet-answers-${language}`);
    for (const [ending, type] of [["txt", "text/plain"], ["html", "text/html"]]) {
      const kept = await page.request.get(`${sheet}/answers.${ending}`);
      expect(kept.headers()["content-disposition"]).toContain("attachment");
      expect(kept.headers()["content-type"]).toContain(type);
      expect(await kept.text()).toContain("Demo: una brecha.");
    }

    await visit(page, sheet);
    await page.locator("#answers-causes").fill("Demo: costumbres.");
    await follow(page, done);
    await expect(page).toHaveURL(new RegExp(`/learn/${code}/plan`));
    await page.goBack();
    await settled(page);
    await page.reload();
    await expect(page.locator(".badge--done")).toBeVisible();
  });
}
