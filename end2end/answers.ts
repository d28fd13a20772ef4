// The right answers, read from the course's own files: the tests know no more than an author does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const courses = join(import.meta.dirname, "../courses");

/** The places (from 0) of the right options of each question of a course, by the question's key. */
export function rightAnswers(course: string, language: string): Map<string, number[]> {
  const folder = join(courses, course, language);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /(check|final-test)\.md$/.test(name));
  const answers = new Map<string, number[]>();
  for (const file of files) {
    let key = "";
    let place = 0;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const heading = /^## (\S+) \(/.exec(line);
      if (heading?.[1]) {
        key = heading[1];
        place = 0;
        answers.set(key, []);
      }
      const option = /^- \[([ x])\] /.exec(line);
      if (option) {
        if (option[1] === "x") answers.get(key)?.push(place);
        place += 1;
      }
    }
  }
  return answers;
}
