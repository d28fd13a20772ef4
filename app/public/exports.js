// Files in the making: the list looks again by itself until none moves. Without this script the page's own link does the same.
const list = document.querySelector("[data-moving]");

function later() {
  setTimeout(look, document.hidden ? 10_000 : 1_500);
}

async function look() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const now = page.getElementById(list.id);
    if (!now) return;
    // Only what changed, so that neither the focus nor what a reader has just heard is lost.
    for (const row of now.querySelectorAll("[data-row]")) {
      const old = document.getElementById(row.id);
      if (old && old.innerHTML !== row.innerHTML) old.replaceChildren(...row.childNodes);
    }
    if (!now.hasAttribute("data-moving")) {
      document.querySelector("[data-again]")?.remove();
      return;
    }
  } catch { /* No connection: what was shown last stays. */ }
  later();
}

if (list) later();
