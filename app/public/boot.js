// Starts the islands. The WebAssembly is fetched only when the page has one, so that pages of text stay a few kilobytes.
// The walk is the one of leptos's own hydration script: an island before what it contains, and what is passed to an
// island as its children inside that island's context.
const script = document.querySelector("script[data-wasm]");

async function start() {
  const frontend = await import(script.dataset.js);
  await frontend.default({ module_or_path: script.dataset.wasm });
  frontend.hydrate();
  await wake(document.body, frontend, []);
  // The browser tests wait for this before they touch an island.
  document.documentElement.dataset.islands = "awake";
}

async function wake(element, frontend, contexts) {
  if (element.localName === "leptos-island") {
    contexts.at(-1)?.();
    await frontend[element.dataset.component]?.(element);
  }
  const within = element.localName === "leptos-children" ? [...contexts, element.$$on_hydrate] : contexts;
  for (const child of element.children) await wake(child, frontend, within);
}

if (script && document.querySelector("leptos-island")) {
  (window.requestIdleCallback ?? ((callback) => callback()))(start);
}
