// Bad input: each a clear message in the person's language, with the right status, and nothing lost.
import { expect, settled, test, visit } from "../fixtures";
import { fillSignIn, form, register, send, signIn } from "../people";

for (const language of ["es", "en"]) {
  test(`a wrong password, an expired link, an unknown page say what to do (${language}) @360 @nojs`, async ({ page, shot }) => {
    await visit(page, `/${language}/sign-in`);
    await fillSignIn(page, "learner@demo.invalid", "not the password");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(form(page, "sign_in").locator("[name=email]"), "what was typed is kept").toHaveValue("learner@demo.invalid");
    await shot(`sign-in-wrong-${language}`);

    await visit(page, `/${language}/verify-email/0000`, 410);
    await shot(`link-expired-${language}`);
    await visit(page, `/${language}/reset/0000`, 410);
    await visit(page, `/${language}/no-such-page`, 404);
    await visit(page, "/no-such-language", 404);
    await shot(`not-found-${language}`);
    await visit(page, `/${language}/courses/no-such-course`, 404);

    await visit(page, `/${language}/register`);
    await form(page, "register").locator("[name=given_name]").fill("Ana");
    await form(page, "register").locator("[name=email]").fill("ana.example");
    await send(page, "register");
    await expect(page.locator(".error-summary li")).toHaveCount(3);
    await expect(form(page, "register").locator("[name=given_name]")).toHaveValue("Ana");
    await shot(`register-wrong-${language}`);
  });
}

test("a known and an unknown address get the same answers", async ({ page, lastMail }) => {
  await register(page, "es", { given: "Otra", family: "Demo", email: "learner@demo.invalid", password: "tres gatos bajo la luna" });
  expect((await lastMail("learner@demo.invalid")).text).not.toContain("verify-email");
  for (const email of ["learner@demo.invalid", "nobody@demo.invalid"]) {
    await visit(page, "/es/forgot");
    await form(page, "request_reset").locator("[name=email]").fill(email);
    await send(page, "request_reset");
    await expect(page).toHaveURL(/sent=1/);
  }
});

test("a forgotten password is replaced by link, once @postgres", async ({ page, lastMail }, info) => {
  const email = `olvido-${info.project.name}@demo.invalid`;
  await register(page, "es", { given: "Olvido", family: "Demo", email, password: "tres gatos bajo la luna" });
  await lastMail(email);
  await visit(page, "/es/forgot");
  await form(page, "request_reset").locator("[name=email]").fill(email);
  await send(page, "request_reset");
  const link = /https?:\/\/[^/]+(\/\S+reset\/\w+)/.exec((await lastMail(email)).text)?.[1] ?? "";
  await visit(page, link);
  await form(page, "reset_password").locator("[name=password]").fill("cuatro gatos sobre el tejado");
  await send(page, "reset_password");
  await fillSignIn(page, email, "cuatro gatos sobre el tejado");
  await expect(page).toHaveURL(/\/home/);
  await visit(page, link, 410);
});

test("a person who is not staff is told so, and a visitor is asked to sign in", async ({ page }) => {
  await page.goto("/en/staff/indicators");
  await settled(page);
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await signIn(page, "en", "learner@demo.invalid");
  await visit(page, "/en/staff/indicators", 403);
  await visit(page, "/en/staff/editions", 403);
});
