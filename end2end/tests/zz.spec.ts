import { expect, test, visit, linkIn } from "../fixtures";
test("scripts stay off @nojs", async ({ page, lastMail, newPerson }) => {
  await visit(page, "/es");
  await visit(page, "/en");
  await page.setContent("<html lang=en><title>t</title><main><h1>a</h1><noscript><p id=no>no</p></noscript><script>document.title='ran'</script></main></html>");
  expect(await page.title()).toBe(test.info().project.name.includes('nojs') ? "t" : "ran");
  const mail = await lastMail("jose@example.org");
  expect([mail.subject, mail.to, mail.text.trim(), linkIn(mail)]).toEqual(["Hola José!", "José <jose@example.org>", "Entrá en http://127.0.0.1:3000/es/confirmar?t=abcdef ahora", "/es/confirmar?t=abcdef"]);
  const other = await newPerson(); await visit(other, "/es");
});
test("bad", async ({ page }) => { await visit(page, "/es"); });
