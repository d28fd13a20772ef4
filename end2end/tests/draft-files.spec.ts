// What comes into a draft as files, and goes out: questions of other platforms, media, the folder of a course.
import { readFileSync } from "node:fs";
import { expect, test, visit } from "../fixtures";
import { form, send, signIn } from "../people";

const files: Record<string, string> = {
  "banco.xml": `<?xml version="1.0"?><quiz>
<question type="multichoice"><name><text>Cuidados</text></name><questiontext format="html"><text><![CDATA[<p>¿Quién <b>cuida</b>?</p>]]></text></questiontext><single>true</single>
<answer fraction="100"><text>Sobre todo mujeres</text><feedback><text>Sí.</text></feedback></answer><answer fraction="0"><text>Nadie</text><feedback><text>No.</text></feedback></answer></question>
<question type="essay"><name><text>Un ensayo</text></name><questiontext><text>Escriba</text></questiontext></question></quiz>`,
  "banco.gift": "::Brecha::La brecha es una diferencia.{T}\n\n::Abierta::¿Qué opina?{}\n",
  "banco.txt": "¿Qué cuenta?\nA) El tiempo\nB) Nada\nANSWER: A\n",
};

for (const language of ["es", "en"]) {
  test(`questions of other platforms are looked at and added (${language}) ${language === "es" ? "@360 @nojs" : "@postgres"}`, async ({ page, shot }) => {
    const slug = language === "es" ? "pga" : "gender-equality";
    await signIn(page, language, "staff@demo.invalid");
    const quiz = `/${language}/staff/courses/${slug}/text/final-test`;
    await visit(page, quiz);
    const before = await page.locator(".draft-items > li").count();
    for (const [name, text] of Object.entries(files)) {
      await visit(page, `${quiz}/import`);
      await page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
      await send(page, "bring_questions");
      await expect(page.locator("#report")).toBeVisible();
      await expect(page.locator("tbody tr")).toHaveCount(name === "banco.txt" ? 1 : 2);
      if (name !== "banco.txt") await expect(page.locator(".badge--flawed")).toHaveCount(1);
      await shot(`questions-${name}-${language}`);
      await send(page, "add_questions");
      await expect(page.locator(".notice--success")).toBeVisible();
    }
    await expect(page.locator(".draft-items > li")).toHaveCount(before + 3);
    await visit(page, `${quiz}/import`);
    await page.locator("#file").setInputFiles({ name: "foto.xml", mimeType: "text/xml", buffer: Buffer.from("<html></html>") });
    await send(page, "bring_questions");
    await expect(page.locator(".error-summary")).toBeVisible();

    // Media, files, and the folder taken away.
    await visit(page, `/${language}/staff/courses/${slug}/media`);
    await shot(`draft-media-${language}`);
    await page.locator("#file").setInputFiles({ name: "Foto.png", mimeType: "image/png", buffer: Buffer.from("MZ") });
    await send(page, "add_medium");
    await expect(page.locator("#file-error")).toBeVisible();
    const picture = readFileSync(new URL("../../app/public/favicon.svg", import.meta.url));
    await page.locator("#file").setInputFiles({ name: "Dibujo Demo.svg", mimeType: "image/svg+xml", buffer: picture });
    await send(page, "add_medium");
    await expect(page.locator(".notice--success")).toContainText("media/dibujo-demo.svg");
    await visit(page, `/${language}/staff/courses/${slug}/publish`);
    expect(await page.locator(".draft-checks li").count(), "what is not shown, and what has no feedback").toBeGreaterThan(2);
    await shot(`draft-flaws-${language}`);
    await visit(page, `/${language}/staff/courses/${slug}/files/course.yaml`);
    await shot(`draft-file-${language}`);
    await visit(page, `/${language}/staff/courses/${slug}/files`);
    const zip = await page.request.get(`/${language}/staff/courses/${slug}/course.zip`);
    expect(zip.headers()["content-type"]).toBe("application/zip");
    await visit(page, `/${language}/staff/courses/${slug}`);
    await page.locator("details", { has: page.locator("#file") }).locator("> summary").click();
    await page.locator("#file").setInputFiles({ name: "curso.zip", mimeType: "application/zip", buffer: await zip.body() });
    await send(page, "bring_course");
    await expect(page.locator(".notice--success")).toBeVisible();
    await page.locator("details", { has: form(page, "discard_draft") }).locator("> summary").click();
    await send(page, "discard_draft");
  });
}
