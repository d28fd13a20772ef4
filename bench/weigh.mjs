// What a first visit to a page costs: every byte that comes over the wire for it, and every request, with an empty cache.
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** Gives { total, script, wasm, requests }: bytes on the wire, of it JavaScript and WebAssembly, and how many requests. */
export async function weigh(campus, path, cookie) {
  const sum = { total: 0, script: 0, wasm: 0, requests: 0 };
  const seen = new Set();
  const take = async (address, kind) => {
    const { pathname, search } = new URL(address, campus.url);
    if (seen.has(pathname)) return "";
    seen.add(pathname);
    const answer = await campus.ask(pathname + search, { headers: { cookie, "accept-encoding": "gzip, br" } });
    if (answer.status !== 200) throw new Error(`${pathname}, which ${path} needs, answered ${answer.status}`);
    sum.requests += 1;
    sum.total += answer.wire;
    if (kind in sum) sum[kind] += answer.wire;
    return text(answer);
  };

  const page = await take(path, "page");
  const islands = page.includes("<leptos-island");
  for (const [tag, name] of page.matchAll(/<(link|script|img)\b[^>]*>/g)) {
    const value = attributes(tag);
    if (name === "link" && /\b(stylesheet|icon|preload|modulepreload)\b/.test(value.rel)) await take(value.href, kindOf(value.href));
    if (name === "img" && !value.src.startsWith("data:")) await take(value.src, "image");
    if (name === "script" && value.src) await take(value.src, "script");
    // The boot script fetches these two only when the page has an island.
    if (name === "script" && islands && value["data-wasm"]) {
      await take(value["data-wasm"], "wasm");
      const glue = await take(value["data-js"], "script");
      for (const [, part] of glue.matchAll(/\bfrom\s*["'](\.[^"']+)["']/g)) await take(new URL(part, campus.url + value["data-js"]).href, "script");
    }
  }
  return sum;
}

function kindOf(address) {
  return /\.m?js$/.test(address) ? "script" : /\.wasm$/.test(address) ? "wasm" : "other";
}

function attributes(tag) {
  return Object.fromEntries([...tag.matchAll(/\s([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value.replaceAll("&amp;", "&")]));
}

function text({ body, headers }) {
  const encoding = headers["content-encoding"];
  const plain = encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
  return plain.toString("utf8");
}
