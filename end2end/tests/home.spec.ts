// My home, grades, sessions and the calendar: what a learner has to do and by when; what an instructor notes.
import { expect, settled, test, visit } from "../fixtures";
import { form, openEdition, send, signIn } from "../people";

for (const language of ["es", "en"]) {
  test(`a learner sees what is to be done, grades and sessions (${language}) @360 @nojs`, async ({ page, shot }) => {
    await signIn(page, language, "learner@demo.invalid");
    await visit(page, `/${language}/home`);
    await expect(page.locator(".todo > li").first()).toBeVisible();
    await expect(page.locator(".todo time").first()).toHaveAttribute("datetime", /T/);
    const whole = await page.locator(".todo > li time").evaluateAll((all) => all.map((one) => one.getAttribute("datetime") ?? ""));
    expect(whole, "in order of time").toEqual([...whole].sort((a, b) => Date.parse(a) - Date.parse(b)));
    await shot(`home-todo-${language}`);

    await visit(page, `/${language}/learn/${openEdition}`);
    await expect(page.locator(".sessions li")).toHaveCount(3);
    await expect(page.locator(".remains a").first(), "what remains leads to its activity").toHaveAttribute("href", /\/learn\//);
    await page.locator(".remains details summary").click();
    await shot(`outline-sessions-${language}`);
    await visit(page, `/${language}/learn/${openEdition}/grades`);
    await expect(page.locator("table tbody tr").first()).toBeVisible();
    await shot(`grades-${language}`);
  });

  test(`a calendar link is made, changed and ended (${language}) @nojs`, async ({ page, newPerson, shot }) => {
    await signIn(page, language, "learner@demo.invalid");
    await visit(page, `/${language}/home`);
    if ((await page.locator("#calendar-link").count()) > 0) {
      await page.locator("details", { has: form(page, "end_calendar_link") }).locator("summary").click();
      await send(page, "end_calendar_link");
    }
    await send(page, "make_calendar_link");
    const link = () => page.locator("#calendar-link").inputValue();
    const first = await link();
    await shot(`home-calendar-${language}`);
    const world = await newPerson();
    const feed = await world.request.get(first);
    expect(feed.status()).toBe(200);
    expect(feed.headers()["content-type"]).toContain("text/calendar");
    expect(feed.headers()["cache-control"]).toContain("private");
    const text = await feed.text();
    expect(text).toContain("BEGIN:VEVENT");
    expect(text, "no name, no address").not.toMatch(/demo\.invalid|example\.org/);
    const again = await world.request.get(first, { headers: { "if-none-match": feed.headers()["etag"] ?? "" } });
    expect(again.status(), "the same content costs nothing").toBe(304);

    await page.locator("details", { has: form(page, "end_calendar_link") }).locator("summary").click();
    await send(page, "make_calendar_link");
    expect(await link()).not.toBe(first);
    expect((await world.request.get(first)).status(), "the old link has ended").toBe(404);
    await page.locator("details", { has: form(page, "end_calendar_link") }).locator("summary").click();
    await send(page, "end_calendar_link");
    await expect(page.locator("#calendar-link")).toHaveCount(0);
  });

  test(`an instructor plans a session and notes who came (${language}) @nojs`, async ({ page, newPerson, shot }) => {
    const title = `Prueba ${language} ${Date.now()}`;
    await signIn(page, language, "instructor@demo.invalid");
    await visit(page, `/${language}/teach/${openEdition}/attendance`);
    await shot(`attendance-${language}`);
    const fields = form(page, "save_meeting");
    await fields.locator("[name=title]").fill(title);
    await fields.locator("[name=day]").fill("2026-01-15");
    await fields.locator("[name=from]").fill("16:00");
    await fields.locator("[name=to]").fill("15:00");
    await send(page, "save_meeting");
    await expect(page.locator("#to-error"), "the times are the wrong way round").toBeVisible();
    await expect(fields.locator("[name=title]")).toHaveValue(title);
    await fields.locator("[name=to]").fill("17:00");
    await send(page, "save_meeting");
    await expect(page).toHaveURL(/saved=1/);

    await page.getByRole("link", { name: title }).click();
    await expect(page).toHaveURL(/\/attendance\/[0-9a-f-]+$/);
    await settled(page);
    const marks = page.locator(".marks");
    const people = await marks.count();
    expect(people).toBeGreaterThan(20);
    await marks.nth(0).locator("[value=present]").check();
    await marks.nth(1).locator("[value=late]").check();
    await shot(`sheet-${language}`);
    // Going to the next page keeps what was marked on this one.
    const second = form(page, "mark_attendance").locator("button[name=go][value='2']");
    await second.click();
    await expect(page).toHaveURL(/page=2/);
    await settled(page);
    await form(page, "mark_attendance").locator("button[name=go][value='1']").last().click();
    await expect(page).toHaveURL(/page=1/);
    await settled(page);
    await expect(marks.nth(0).locator("[value=present]")).toBeChecked();
    await expect(marks.nth(1).locator("[value=late]")).toBeChecked();

    const address = page.url().split("?")[0] ?? "";
    await visit(page, `${address}/sheet`);
    await page.emulateMedia({ media: "print" });
    await shot(`sheet-print-${language}`);
    await page.emulateMedia({ media: "screen" });
    const learner = await newPerson();
    await signIn(learner, language, "learner@demo.invalid");
    await visit(learner, address.replace(/^https?:\/\/[^/]+/, ""), 403);

    await visit(page, address);
    await page.locator("details", { has: form(page, "remove_meeting") }).locator("summary").click();
    await send(page, "remove_meeting");
    await expect(page).toHaveURL(/removed=1/);
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  });
}
