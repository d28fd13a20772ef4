// The right answers, read from the course's own files: the tests know no more than an author does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const courses = join(import.meta.dirname, "../courses");

/** What is right in one question. Only what belongs to its kind is filled. */
export interface Right {
  kind: string;
  /** Places (from 0) of the right options of a choice. */
  places: number[];
  /** What is shown of each item, with what it goes with (matching), or its position from 1 (ordering). */
  items: Map<string, string>;
  /** What can be typed. */
  typed: string;
}

/** A text as it stands on the page: without its markup and with single spaces. */
export function shown(text: string): string {
  return text.replace(/[*_`]/g, "").replace(/\s+/g, " ").trim();
}

/** The right answers of a course's questions, by the question's key. */
export function rightAnswers(course: string, language: string): Map<string, Right> {
  const folder = join(courses, course, language);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(check|final-test|pre-test|post-test)\.md$/.test(name),
  );
  const answers = new Map<string, Right>();
  for (const file of files) {
    let right: Right | undefined;
    let place = 0;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const heading = /^## (\S+) \((\w+)/.exec(line);
      if (heading?.[1] && heading[2]) {
        right = { kind: heading[2], places: [], items: new Map(), typed: "" };
        place = 0;
        answers.set(heading[1], right);
      }
      const option = /^- \[([ x])\] (.*)/.exec(line);
      if (!option || !right) continue;
      if (option[1] === "x") note(right, option[2] ?? "", place);
      place += 1;
    }
  }
  return answers;
}

function note(right: Right, text: string, place: number): void {
  const [left = "", target] = text.split(" => ");
  if (right.kind === "matching" && target !== undefined) right.items.set(shown(left), shown(target));
  else if (right.kind === "ordering") right.items.set(shown(text), String(place + 1));
  else if (right.kind === "short" || right.kind === "numeric") right.typed ||= text.split(" +- ")[0]?.trim() ?? "";
  else right.places.push(place);
}
