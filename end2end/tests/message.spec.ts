// Messages of an edition's team: looked at before they are sent, now or at a time, and followed to each person.
import { expect, settled, test, visit } from "../fixtures";
import { form, openEdition, send, signIn } from "../people";

const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16);

for (const language of ["es", "en"]) {
  test(`a message is looked at, sent, shown and called off (${language}) ${language === "es" ? "@360 @nojs" : "@postgres"}`, async ({ page, newPerson, lastMail, shot }) => {
    await signIn(page, language, "instructor@demo.invalid");
    await visit(page, `/${language}/teach/${openEdition}/messages`);
    const write = form(page, "write_message");
    await send(page, "write_message");
    await expect(page.locator("#subject"), "an empty message is none").toHaveAttribute("aria-invalid", "true");
    await write.locator("[name=subject]").fill(`Demo ${language}: bienvenida`);
    await write.locator("[name=body]").fill("Demo: **hola**, ya se puede comenzar.");
    await send(page, "write_message");
    await expect(page.locator("#preview"), "first it is seen who gets it").toBeVisible();
    await expect(page.locator(".panel strong")).toHaveText("hola");
    await shot(`message-preview-${language}`);
    await write.locator("[name=previewed]").first().click();
    await settled(page);
    await expect(page.locator(".notice--success")).toBeVisible();
    await lastMail("learner@demo.invalid", new RegExp(`Demo ${language}: bienvenida`));
    await visit(page, page.url());
    expect(await page.locator("tbody tr").count()).toBeGreaterThan(50);
    await shot(`message-sent-${language}`);

    const learner = await newPerson();
    await signIn(learner, language, "learner@demo.invalid");
    await visit(learner, `/${language}/learn/${openEdition}`);
    await expect(learner.locator("#announcements ~ article h3").first()).toHaveText(`Demo ${language}: bienvenida`);
    await shot(`announcement-${language}`, learner);

    await visit(page, `/${language}/teach/${openEdition}/messages`);
    await write.locator("[name=segment]").selectOption("not-started");
    await write.locator("[name=subject]").fill(`Demo ${language}: más tarde`);
    await write.locator("[name=body]").fill("Demo");
    await write.locator("[name=send_at]").fill(inAMonth);
    await send(page, "write_message");
    await write.locator("[name=previewed]").first().click();
    await settled(page);
    await send(page, "cancel_message");
    await expect(page.locator(".notice--success")).toBeVisible();
    await shot(`messages-${language}`);
    await visit(learner, `/${language}/teach/${openEdition}/messages`, 403);
  });
}
