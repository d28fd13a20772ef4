// A quiz without loss: each answer is sent as it is given; what could not be sent stays on this device and is sent again, until
// the attempt is over. Beside it, the time that is left. Without this script the form's own buttons do the same by hand.
const read = (name) => {
  try { return JSON.parse(localStorage.getItem(name)) ?? {}; } catch { return {}; }
};
const write = (name, answers) => {
  try {
    if (Object.keys(answers).length) localStorage.setItem(name, JSON.stringify(answers));
    else localStorage.removeItem(name);
  } catch { /* A device that keeps nothing: they are in the form still. */ }
};
const closed = document.querySelector("[data-closed]")?.dataset.closed ?? "";
for (const id of closed.split(" ")) write(`quiz-${id}`, {});
const form = document.querySelector("form[data-attempt]");
if (form) save(form.dataset), countdown(form.querySelector("[data-closes]"));

function save({ attempt, saving, saved, kept, wrong, ended }) {
  const name = `quiz-${attempt}`;
  const line = form.querySelector("[data-line]");
  const unsent = read(name);
  // Answers that the campus cannot read, such as half a number: not sent again before they change.
  const refused = new Set();
  let busy = false, over = false, leaving = false, timer, pause = 4;
  const say = (words) => { line.textContent = words.replace("{time}", new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short", hour12: false })); };
  const later = (seconds) => { clearTimeout(timer); timer = setTimeout(send, seconds * 1000); };
  const keyOf = (field) => /^answers\[(.+?)\]/.exec(field.name)?.[1];
  const fields = (key) => [...form.elements].filter((field) => keyOf(field) === key);
  const choice = (field) => field.type === "radio" || field.type === "checkbox";
  const given = (key) => fields(key).filter((field) => !choice(field) || field.checked).map((field) => field.value);

  for (const [key, values] of Object.entries(unsent)) {
    fields(key).forEach((field, place) => {
      if (choice(field)) field.checked = values.includes(field.value);
      else field.value = values[place] ?? "";
    });
  }
  form.addEventListener("input", ({ target }) => {
    const key = keyOf(target);
    if (!key || over) return;
    unsent[key] = given(key);
    refused.delete(key);
    write(name, unsent);
    say(saving);
    later(0.5);
  });
  // The form itself carries every answer: what is sent beside it would come too late. Whoever comes back goes on.
  form.addEventListener("submit", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; send(); });
  addEventListener("online", send);
  addEventListener("visibilitychange", send);

  async function send() {
    const keys = Object.keys(unsent).filter((key) => !refused.has(key));
    if (busy || over || leaving || !keys.length) return;
    busy = true;
    const sent = Object.fromEntries(keys.map((key) => [key, unsent[key]]));
    const body = new URLSearchParams({ attempt });
    for (const key of keys) (sent[key].length ? sent[key] : [""]).forEach((value, place) => body.append(`answers[${key}][${place}]`, value));
    let told;
    try {
      told = await (await fetch("/api/save_answers", { method: "POST", body, keepalive: true })).json();
    } catch { /* No connection: told stays empty. */ }
    busy = false;
    if (told?.at) {
      for (const [key] of told.wrong) refused.add(key);
      // An answer that changed on the way is sent again.
      for (const key of keys) if (unsent[key] === sent[key] && !refused.has(key)) delete unsent[key];
      pause = 4;
      say(refused.size ? wrong : saved);
      later(0);
    } else if (/^attempt-(closed|over)$/.test(told?.code)) {
      over = true;
      for (const key in unsent) delete unsent[key];
      say(ended);
    } else {
      say(kept);
      later(pause = Math.min(pause * 2, 60));
    }
    write(name, unsent);
  }
}

function countdown(clock) {
  if (!clock) return;
  const { closes, now, left, few, none } = clock.dataset;
  const alarm = form.querySelector("[data-alarm]");
  // By the campus's clock: this device's may be wrong.
  const end = Date.now() + (closes - now);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let said = 99;
  clock.hidden = false;
  (function tick() {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const minutes = Math.ceil(seconds / 60);
    const words = seconds ? left.replace("{time}", calm ? `${minutes} min` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`) : none;
    if (clock.textContent !== words) clock.textContent = words;
    const mark = [0, 1, 5].find((mark) => minutes <= mark) ?? 99;
    if (mark < said) alarm.textContent = mark ? few.replace("{count}", mark) : none;
    said = mark;
    if (seconds) setTimeout(tick, 1000);
  })();
}
