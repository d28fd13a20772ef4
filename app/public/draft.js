// Writing courses: how a text will look while it is written, and activities moved by drag. The pages' own buttons do the same.
const form = document.querySelector("form[data-slug]");
for (const field of form?.querySelectorAll("textarea[data-look]") ?? []) looks(field);
for (const item of document.querySelectorAll("[data-outline] [data-item]")) draggable(item);

function looks(field) {
  const look = field.nextElementSibling;
  const flaws = look.querySelector(".draft-flaws");
  let timer, asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  });
  async function ask() {
    const mine = ++asked;
    const { slug, item, part } = form.dataset;
    const body = new URLSearchParams({ slug, item, language: field.dataset.look, text: field.value });
    if (part) body.set("part", part);
    try {
      const told = await (await fetch("/api/preview_draft", { method: "POST", body })).json();
      // A slower answer to an older question.
      if (mine !== asked || told.html === undefined) return;
      look.querySelector(".prose").innerHTML = told.html;
      flaws.replaceChildren(...told.flaws.map(({ line, text }) => {
        const entry = document.createElement("li");
        entry.textContent = `${line}: ${text}`;
        return entry;
      }));
    } catch { /* No connection: what was shown last stays. */ }
  }
}

function draggable(item) {
  item.draggable = true;
  item.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", item.dataset.item);
    event.dataTransfer.effectAllowed = "move";
  });
}

for (const list of document.querySelectorAll("[data-outline] [data-module]")) {
  const clear = () => list.querySelectorAll(".draft-item--over").forEach((over) => over.classList.remove("draft-item--over"));
  list.addEventListener("dragover", (event) => {
    event.preventDefault();
    clear();
    event.target.closest("[data-item]")?.classList.add("draft-item--over");
  });
  list.addEventListener("dragleave", clear);
  list.addEventListener("drop", (event) => {
    event.preventDefault();
    const key = event.dataTransfer.getData("text/plain");
    const others = [...list.querySelectorAll("[data-item]")].filter(({ dataset }) => dataset.item !== key);
    const before = event.target.closest("[data-item]");
    const place = before && before.dataset.item !== key ? others.indexOf(before) : others.length;
    const move = document.querySelector(`[data-item="${CSS.escape(key)}"] form.draft-signs`);
    if (!move || before?.dataset.item === key) return;
    const act = document.createElement("input");
    Object.assign(act, { type: "hidden", name: "act", value: `place:${key}:${list.dataset.module}:${place}` });
    move.append(act);
    move.submit();
  });
}
