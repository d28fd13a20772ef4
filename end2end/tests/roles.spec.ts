// Rights: an administrator grants roles, for some countries only, and takes them away; files are asked for and taken along.
import { execFileSync } from "node:child_process";
import { binary, type Campus } from "../campus";
import { expect, settled, test, visit } from "../fixtures";
import { demoPassword, form, send, signIn, year } from "../people";

/** Adds an account without any role, as the command line does. */
function addAccount(campus: Campus, email: string, name: string): void {
  const words = ["user", "add", "--email", email, "--given-name", name, "--family-name", "Prueba", "--password", demoPassword];
  execFileSync(binary, words, { env: { PATH: process.env.PATH, CAMPUS_DATA_DIR: campus.data, ...campus.env }, stdio: "pipe" });
}

for (const language of ["es", "en"]) {
  test(`a right to names for one country shows those names and no others (${language}) @360 @nojs`, async ({ page, campus, newPerson, shot }, info) => {
    const email = `countries-${language}-${info.project.name}@demo.invalid`;
    addAccount(campus, email, "Países");
    await signIn(page, language, "admin@demo.invalid");
    await visit(page, `/${language}/admin/roles`);
    await expect(page.locator("ul.rows > li").first()).toBeVisible();
    await shot(`roles-${language}`);
    const grant = form(page, "grant_role");
    await grant.locator("[name=email]").fill("nobody@demo.invalid");
    await grant.locator("[name=role][value=staff]").check();
    await send(page, "grant_role");
    await expect(page.locator("#email-error"), "an address that nobody has").toBeVisible();
    await expect(grant.locator("[name=role][value=staff]")).toBeChecked();
    await grant.locator("[name=email]").fill(email);
    await grant.locator("summary").click();
    await grant.locator("[name='countries[]'][value=PY]").check();
    await send(page, "grant_role");
    await expect(page.locator("#countries-error"), "staff have no countries").toBeVisible();
    await shot(`roles-wrong-${language}`);
    await grant.locator("[name='countries[]'][value=PY]").uncheck();
    await send(page, "grant_role");
    await expect(page.locator(".notice--success")).toBeVisible();

    const staff = await newPerson();
    await signIn(staff, language, email);
    const names = async (): Promise<string[]> => {
      const rows = staff.locator("table tbody tr");
      const found: string[] = [];
      for (const country of ["Paraguay", "Guatemala"]) {
        await visit(staff, `/${language}/staff/indicators/MESECVI-TRAINED/people`);
        const link = rows.filter({ has: staff.locator("td:nth-of-type(3)", { hasText: country }) }).locator("th a").first();
        if ((await link.count()) === 0) throw new Error(`the demonstration has nobody of ${country} on the first page`);
        await visit(staff, (await link.getAttribute("href")) ?? "");
        if ((await form(staff, "correct_declaration").count()) > 0) found.push(country);
      }
      return found;
    };
    expect(await names(), "no names without the right").toEqual([]);
    await visit(staff, `/${language}/staff/people`, 403);
    await visit(staff, `/${language}/staff/periods/${year - 2}`);
    await expect(staff.locator("main a[href*='/teach/'], main a[href$='/staff/people']"), "no link that leads to a refusal").toHaveCount(0);
    const editions = (of: typeof page) => of.locator("section[aria-labelledby=editions]");
    await visit(staff, `/${language}/staff/indicators/MESECVI-TRAINED`);
    await expect(editions(staff).locator("tbody tr")).not.toHaveCount(0);
    await expect(editions(staff).locator("a[href*='/teach/']"), "rosters are for those who see names").toHaveCount(0);
    await visit(page, `/${language}/staff/indicators/MESECVI-TRAINED`);
    await expect(editions(page).locator("a[href*='/teach/']")).not.toHaveCount(0);

    await visit(page, `/${language}/admin/roles`);
    await grant.locator("[name=email]").fill(email);
    await grant.locator("[name=role][value=personal-data]").check();
    await grant.locator("summary").click();
    await grant.locator("[name='countries[]'][value=PY]").check();
    await send(page, "grant_role");
    await expect(page.locator("ul.rows > li").filter({ hasText: email })).toContainText("Paraguay");
    await shot(`roles-granted-${language}`);
    expect(await names()).toEqual(["Paraguay"]);

    const held = page.locator("ul.rows > li").filter({ hasText: email }).locator("ul li").filter({ hasText: "Paraguay" });
    await held.locator("button").click();
    await settled(page);
    await expect(page.locator(".notice--success")).toBeVisible();
    expect(await names()).toEqual([]);
  });

  test(`a long file is asked for, made aside and taken along (${language}) @360 @nojs @postgres`, async ({ page, shot }, info) => {
    await signIn(page, language, "staff@demo.invalid");
    await visit(page, `/${language}/staff/exports`);
    await shot(`exports-empty-${language}`);
    await visit(page, `/${language}/staff/indicators/PGA-TRAINED/people?cell=woman`);
    await shot(`members-${language}`);
    await send(page, "ask_export");
    await expect(page).toHaveURL(new RegExp(`/${language}/staff/exports`));
    await send(page, "ask_export");
    const files = page.locator("ul.rows > li");
    await expect(files).not.toHaveCount(0);
    const scripts = !info.project.name.endsWith("nojs");
    const take = page.locator("a[href$='/file.csv']");
    await expect(async () => {
      // With scripts the list looks again by itself; without them by its link.
      if (!scripts) await visit(page, `/${language}/staff/exports`);
      expect(await take.count()).toBe(await files.count());
    }).toPass({ timeout: 20_000 });
    await shot(`exports-${language}`);
    const file = async (place: number) => {
      const response = await page.request.get((await take.nth(place).getAttribute("href")) ?? "");
      expect(response.status()).toBe(200);
      expect(response.headers()["content-disposition"]).toContain("attachment");
      return (await response.body()).toString("utf8");
    };
    const facts = await file(0);
    expect(facts.split("\n")[0]).toBe("person,edition,course,modality,language,sex,country,personnel_kind,first_activity_at,completed_at");
    expect(facts).not.toContain("@demo.invalid");
    const members = (await file(1)).trim().split("\r\n");
    expect(members[0]).toContain('"person","sex"');
    expect(members.length, "there are women behind the figure").toBeGreaterThan(1);
    expect(members.slice(1).every((line) => line.includes('"woman"'))).toBe(true);
    const before = await files.count();
    await files.last().locator("button").click();
    await settled(page);
    await expect(files).toHaveCount(before - 1);
  });
}
