// The rule of an edition: read out, chosen from rows or written, looked at first, then changed forward.
import { expect, test, visit } from "../fixtures";
import { form, openEdition, send, signIn } from "../people";

for (const language of ["es", "en"]) {
  test(`staff change a rule after seeing what it means (${language}) @360 @nojs`, async ({ page, newPerson, shot }) => {
    await visit(page, `/${language}/courses/sisdehm`);
    await expect(page.locator("aside .rule").first(), "the rule is read out to everybody").toBeAttached();

    await signIn(page, language, "staff@demo.invalid");
    const address = `/${language}/staff/editions/${openEdition}`;
    await visit(page, address);
    await expect(page.locator(".rule").first()).toBeVisible();
    await shot(`edition-${language}`);

    const rows = form(page, "choose_rule");
    for (const box of await rows.locator("[name='parts[]']").all()) await box.uncheck();
    await send(page, "choose_rule");
    await expect(page.locator("#parts-error"), "nothing was chosen").toBeVisible();
    await rows.locator("[name='parts[]'][value=attendance]").check();
    await rows.locator("[name='parts[]'][value=lessons]").check();
    await rows.locator("[name='numbers[attendance]']").fill("0");
    await send(page, "choose_rule");
    await expect(page.locator(".rule-parts .field__error")).toBeVisible();
    await expect(rows.locator("[name='parts[]'][value=lessons]"), "what was chosen is kept").toBeChecked();
    await shot(`rule-wrong-${language}`);

    const text = form(page, "choose_rule_text");
    await text.locator("[name=rule_text]").fill("all: [stars]");
    await send(page, "choose_rule_text");
    await expect(page.locator("#rule_text-error")).toBeVisible();
    await expect(text.locator("[name=rule_text]")).toHaveValue("all: [stars]");
    await text.locator("[name=rule_text]").fill("some: { least: 1, of: [lessons, { all: [final-test, attendance: 1] }] }");
    await send(page, "choose_rule_text");
    await expect(page).toHaveURL(/\/rule\?rule=/);
    await expect(page.locator(".pairs--rows dd")).toHaveCount(4);
    await shot(`rule-preview-${language}`);
    const stranger = await newPerson();
    await signIn(stranger, language, "learner@demo.invalid");
    await visit(stranger, page.url().replace(/^https?:\/\/[^/]+/, ""), 403);

    // Two look at a change at once: the second is told, and overwrites nothing.
    const other = await newPerson();
    await signIn(other, language, "staff@demo.invalid");
    await visit(other, page.url().replace(/^https?:\/\/[^/]+/, ""));
    await send(page, "change_rule");
    await expect(page).toHaveURL(/changed=\d+/);
    await expect(page.locator(".notice--success")).toBeVisible();
    await shot(`edition-changed-${language}`);
    const refused = await other.request.post(other.url().replace(/\?.*/, "?do=change_rule"), {
      form: { edition: openEdition, was: '"recorded"', rule: "final-test" },
      maxRedirects: 0,
    });
    expect(refused.status(), "changed meanwhile").toBe(409);

    await visit(page, address);
    await form(page, "choose_rule_text").locator("[name=rule_text]").fill("full");
    await send(page, "choose_rule_text");
    await send(page, "change_rule");
    await expect(page).toHaveURL(/changed=0/);
  });
}
