// A conversation in an edition's forum: begun, answered, followed by mail, moderated. And what people may decide about it.
import { expect, settled, test, visit } from "../fixtures";
import { form, openEdition, register, send, fillSignIn, signIn } from "../people";
import type { Page } from "@playwright/test";

const password = "tres gatos bajo la luna";
const forum = `learn/${openEdition}/forum`;

/** Somebody new in the open edition, with a proven address: mail goes to no other. */
async function newcomer(page: Page, language: string, given: string, email: string, confirm: (to: string) => Promise<{ text: string }>): Promise<void> {
  await register(page, language, { given, family: "Demo", email, password }, `/${language}/courses/sisdehm`);
  await fillSignIn(page, email, password);
  const link = /https?:\/\/[^/]+(\/\S+verify-email\/\w+)/.exec((await confirm(email)).text)?.[1] ?? "";
  await visit(page, link);
  await send(page, "verify_email");
  await visit(page, `/${language}/courses/sisdehm`);
  await form(page, "enrol").filter({ has: page.locator(`input[value="${openEdition}"]`) }).locator("button").click();
  await settled(page);
}

async function press(page: Page, button: ReturnType<Page["locator"]>): Promise<void> {
  const answered = page.waitForEvent("framenavigated");
  await button.click();
  await answered;
  await settled(page);
}

for (const [language, tags] of [["es", ""], ["en", ""]] as const) {
  test(`a conversation is begun, answered, followed by mail and moderated (${language}) ${tags}`, async ({ page, newPerson, lastMail, shot }, info) => {
    test.setTimeout(300_000);
    // Both languages share a campus: two people of one name would be told apart by a number.
    const given = language === "es" ? "Ema" : "Emilia";
    const mine = `foro-${language}-${info.project.name}@demo.invalid`;
    await newcomer(page, language, given, mine, lastMail);
    await visit(page, `/${language}/learn/${openEdition}`);
    await page.locator(`a[href="/${language}/${forum}"]`).first().click();
    await settled(page);
    await expect(page.locator(".thread-row").first(), "a pinned conversation stands first").toHaveClass(/is-pinned/);
    await shot(`forum-${language}`);

    await test.step("mistakes come back with what was typed, and a preview publishes nothing", async () => {
      await visit(page, `/${language}/${forum}?new=1`);
      const fields = form(page, "start_thread");
      await fields.locator("[name=post_text]").fill("Hola **a todas las personas**\n\n<script>alert(1)</script>\n\n![foto](https://example.org/f.png)");
      await send(page, "start_thread");
      await expect(page.locator(".error-summary li"), "a title, and how one is shown").toHaveCount(2);
      await expect(fields.locator("[name=post_text]")).toHaveValue(/a todas las personas/);
      await shot(`forum-new-wrong-${language}`);
      await fields.locator("[name=thread_title]").fill(`Una duda (${info.project.name})`);
      await press(page, fields.locator("button[name=preview]"));
      await expect(page.locator(".error-summary")).toHaveCount(0);
      await expect(page.locator(".preview strong")).toHaveText("a todas las personas");
      await expect(page.locator(".preview"), "a script is text").toContainText("<script>alert(1)</script>");
      await expect(page.locator(".preview img, .preview script")).toHaveCount(0);
      await shot(`forum-preview-${language}`);
      await fields.locator("[name=forum_name][value=given]").check();
      await send(page, "start_thread");
    });
    await expect(page.locator(".post")).toHaveCount(1);
    await expect(page.locator(".post .byline strong"), "the name that was allowed").toHaveText(given);
    await expect(page.locator("main"), "and nothing more").not.toContainText(`${given} Demo`);
    const thread = new URL(page.url()).pathname;
    const mail = async (subject: RegExp) => {
      // A mail is gathered for some twenty seconds.
      await new Promise((done) => setTimeout(done, 12_000));
      return lastMail(mine, subject);
    };

    const instructor = await newPerson();
    await signIn(instructor, language, "instructor@demo.invalid");
    await test.step("a reply comes by mail, with a mention, in the reader's language", async () => {
      await visit(instructor, thread);
      await form(instructor, "add_reply").locator("[name=post_text]").fill(`Gracias por preguntar, @${given.toUpperCase()}. Aquí va:\n\n1. uno\n2. dos`);
      await send(instructor, "add_reply");
      await expect(instructor.locator(".mention")).toHaveText(`@${given}`);
      await shot(`forum-thread-instructor-${language}`, instructor);
      const told = await mail(language === "es" ? /le menciona en/ : /mentions you in/);
      expect(told.text).toContain(`> Gracias por preguntar, @${given}.`);
      const link = new RegExp(`https?://[^/]+(/${language}/learn/\\S+#post-2)`).exec(told.text)?.[1] ?? "";
      await visit(page, link.split("#")[0] ?? "");
      await expect(page.locator("#post-2")).toContainText("Gracias por preguntar");
      const stop = /https?:\/\/[^/]+(\/\S+\/forum-mail\/\w+)/.exec(told.text)?.[1] ?? "";
      const world = await newPerson();
      await visit(world, stop);
      await shot(`forum-unsubscribe-${language}`, world);
      await send(world, "end_forum_mail");
      await expect(world.getByRole("status")).toBeVisible();
      await visit(page, `/${language}/profile`);
      await expect(form(page, "save_forum_mail").locator("[value=never]")).toBeChecked();
      await shot(`forum-settings-${language}`);
    });

    await test.step("the instructor marks an answer, pins and closes", async () => {
      await press(instructor, form(instructor, "mark_answer").locator("button").first());
      await expect(instructor.locator(".post--answer")).toHaveCount(1);
      await press(instructor, instructor.locator("form:has([value=close]) button"));
      await visit(page, thread);
      await expect(form(page, "add_reply"), "a closed conversation takes no replies").toHaveCount(0);
      const refused = await page.request.post(`${thread}?do=add_reply`, {
        form: { forum: `edition/${openEdition}`, thread: thread.split("/").at(-1) ?? "", post_text: "tarde" },
        maxRedirects: 0,
      });
      expect(refused.status()).toBe(409);
      await shot(`forum-thread-${language}`);
    });

    await test.step("a report is seen by moderators, who hide the post with a reason", async () => {
      const other = await newPerson();
      await newcomer(other, language, "Otra", `otra-${language}-${info.project.name}@demo.invalid`, lastMail);
      await visit(other, thread);
      await press(other, other.locator("#post-1 .post__actions a").first());
      await form(other, "report_post").locator("[name=report_reason]").fill("No corresponde a este foro");
      await shot(`forum-report-${language}`, other);
      await send(other, "report_post");
      await visit(other, `/${language}/teach/${openEdition}/forum`, 403);
      await visit(instructor, `/${language}/teach/${openEdition}/forum`);
      await shot(`forum-queue-${language}`, instructor);
      await press(instructor, instructor.locator(".report", { hasText: "No corresponde a este foro" }).locator("a.button--danger").first());
      await send(instructor, "hide_post");
      await expect(instructor.locator(".error-summary"), "a reason is needed").toBeVisible();
      await form(instructor, "hide_post").locator("[name=hide_reason]").fill("Es una prueba");
      await send(instructor, "hide_post");
      await visit(other, thread);
      await expect(other.locator("main")).not.toContainText("a todas las personas");
      await expect(other.locator("main")).not.toContainText("Es una prueba");
      await shot(`forum-hidden-${language}`, other);
      await visit(page, thread);
      await expect(page.locator("#post-1 .notice")).toContainText("Es una prueba");
      await press(instructor, form(instructor, "show_post").locator("button").first());
      await visit(other, thread);
      await expect(other.locator("#post-1")).toContainText("a todas las personas");
    });

    await test.step("an own post is changed for a while", async () => {
      await press(instructor, instructor.locator("form:has([value=reopen]) button"));
      await visit(page, thread);
      await press(page, page.locator("#post-1 .post__actions a").first());
      await form(page, "edit_post").locator("[name=post_text]").fill("Hola de nuevo");
      await shot(`forum-edit-${language}`);
      await send(page, "edit_post");
      await expect(page.locator("#post-1")).toContainText("Hola de nuevo");
      await expect(page.locator("#post-1 header .meta time")).toHaveCount(2);
      await visit(page, `/${language}/${forum}?search=NUEVO&filter=mine`);
      await expect(page.locator(".thread-row")).toHaveCount(1);
      await visit(page, `/${language}/${forum}?search=nothing-of-this-name`);
      await expect(page.locator(".empty")).toBeVisible();
    });
  });
}

test("a community is for those who completed, an ended edition is read only, and each is told so", async ({ page, newPerson, shot }) => {
  await signIn(page, "es", "learner@demo.invalid");
  await visit(page, "/es/community/gender-equality");
  await shot("community-es");
  await press(page, page.locator(".thread-row a").first());
  await form(page, "add_reply").locator("[name=post_text]").fill("Una respuesta de demostración");
  await send(page, "add_reply");
  await expect(page.locator(".post").last()).toContainText("Una respuesta de demostración");
  await visit(page, "/es/community/sisdehm", 403);
  await shot("community-not-yet-es");
  const staff = await newPerson();
  await signIn(staff, "en", "staff@demo.invalid");
  await visit(staff, "/en/staff/forum");
  await expect(staff.locator(".report").first()).toBeVisible();
  await shot("forum-queue-all-en", staff);
  const diploma = `igualdad-diplomado-${new Date().getFullYear() - 1}`;
  await visit(page, `/es/learn/${diploma}/forum`);
  await expect(page.locator(".empty a.button")).toHaveCount(0);
  await shot("forum-ended-es");
});
