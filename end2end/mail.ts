// Reads the mail a campus has written to its outbox.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface Mail {
  to: string;
  subject: string;
  /** The plain text part; "" when there is none. */
  text: string;
  /** The HTML part; "" when there is none. */
  html: string;
  raw: string;
}

/** The files of the outbox, the newest first. */
export function outbox(data: string): string[] {
  const folder = join(data, "outbox");
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const age = (path: string) => statSync(path).mtimeMs;
  const files = names.filter((name) => name.endsWith(".eml")).map((name) => join(folder, name));
  return files.sort((a, b) => age(b) - age(a) || (a < b ? 1 : -1));
}

export function readMail(path: string): Mail {
  const raw = readFileSync(path, "latin1");
  const { headers, body } = split(raw);
  const parts = leaves(headers, body);
  const of = (type: string) => parts.find((part) => part.type === type)?.content ?? "";
  return {
    to: words(headers.get("to") ?? ""),
    subject: words(headers.get("subject") ?? ""),
    text: of("text/plain"),
    html: of("text/html"),
    raw,
  };
}

/** The first link of a mail, without its host: the same path on the campus under test. */
export function linkIn(mail: Mail): string {
  const found = /https?:\/\/[^\s<>"')]+/.exec(mail.text || mail.html);
  if (!found) throw new Error(`no link in the mail "${mail.subject}":\n${mail.text || mail.html}`);
  const url = new URL(found[0].replaceAll("&amp;", "&").replace(/[.,]$/, ""));
  return url.pathname + url.search;
}

type Headers = Map<string, string>;

function split(raw: string): { headers: Headers; body: string } {
  const [, head = raw, body = ""] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [];
  const headers: Headers = new Map();
  // A line that begins with white space continues the one before.
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body };
}

function leaves(headers: Headers, body: string): { type: string; content: string }[] {
  const kind = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(kind)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.flatMap((part) => {
      const inner = split(part.replace(/^\r?\n/, ""));
      return leaves(inner.headers, inner.body);
    });
  }
  const type = (kind.split(";")[0] ?? "").trim().toLowerCase();
  return [{ type, content: decode(body, headers.get("content-transfer-encoding") ?? "7bit") }];
}

function decode(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case "quoted-printable":
      return quotedPrintable(body.replace(/[ \t]*=\r?\n/g, ""));
    case "base64":
      return Buffer.from(body, "base64").toString("utf8");
    default:
      return Buffer.from(body, "latin1").toString("utf8");
  }
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Header words such as `=?utf-8?b?…?=`; the white space between two of them does not count. */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : quotedPrintable(text.replaceAll("_", " ")),
    );
}
