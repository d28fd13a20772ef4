// What was wanted, what was found, and what Moodle 5.1 reached on such a machine (PHP-FPM, PostgreSQL, 10,000 users).

const ms = (value) => `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString("en")} ms`;
const mb = (value) => `${value.toFixed(1)} MB`;
const kb = (value) => `${(value / 1000).toFixed(1)} kB`;
const rate = (value) => `${Math.round(value).toLocaleString("en")}/s`;
const plain = (value) => Math.round(value).toLocaleString("en");

/** What is measured · how a round gives the figure · how it reads · the target (least or most) and its words · Moodle's figure */
const measures = [
  { words: "catalogue, anonymous, 8 connections", of: (r) => r.catalogue.rate, as: rate, least: 10_000, target: "≥ 10,000/s", moodle: "56/s" },
  { words: "lesson, signed in, 8 connections", of: (r) => r.lesson.rate, as: rate, least: 1_200, target: "≥ 1,200/s", moodle: "36/s" },
  { words: "lesson: processor time of the server for each", of: (r) => r.lesson.cpu, as: ms, most: 1, target: "≤ 1 ms", moodle: "53 ms" },
  { words: "lesson, 32 connections: 99th percentile", of: (r) => r.crowd.p99, as: ms, most: 50, target: "≤ 50 ms", moodle: "1,346 ms" },
  { words: "lesson, 8 connections, while 4 clients sign in without a pause: 99th percentile", of: (r) => r.besides.p99, as: ms, most: 50, target: "≤ 50 ms" },
  { words: "sign-ins that got through in that time", of: (r) => r.entered, as: plain },
  { words: "staff's indicators, warm: median", of: (r) => r.warm.p50, as: ms, most: 10, target: "≤ 10 ms", moodle: "115–299 ms" },
  { words: "staff's indicators, the first time after a count has changed", of: (r) => r.cold, as: ms },
  { words: "memory, idle", of: (r) => r.idle, as: mb, most: 30, target: "≤ 30 MB", moodle: "139 MB" },
  { words: "memory, the most under the loads of pages", of: (r) => r.busy, as: mb, most: 64, target: "≤ 64 MB", moodle: "245 MB" },
  { words: "memory, the most while sign-ins go on as well", of: (r) => r.besides.memory, as: mb, most: 64, target: "≤ 64 MB" },
  { words: "from start to first page", of: (r) => r.start, as: ms, most: 300, target: "≤ 300 ms", moodle: "1,000 ms" },
  { words: "first visit to a text lesson, everything", of: (r) => r.lessonVisit.total, as: kb, most: 60_000, target: "≤ 60 kB" },
  { words: "of it script", of: (r) => r.lessonVisit.script, as: kb, most: 15_000, target: "≤ 15 kB" },
  { words: "of it WebAssembly", of: (r) => r.lessonVisit.wasm, as: kb, most: 0, target: "none" },
  { words: "requests of that visit", of: (r) => r.lessonVisit.requests, as: plain },
  { words: "first visit to a quiz, everything", of: (r) => r.quizVisit.total, as: kb, most: 190_000, target: "≤ 190 kB", moodle: "1,350 kB" },
  { words: "requests of that visit", of: (r) => r.quizVisit.requests, as: plain, most: 8, target: "≤ 8", moodle: "32" },
];

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function row({ words, of, as, least, most, target = "–", moodle = "–" }, found) {
  const here = median(found.map(of));
  const met = (least === undefined || here >= least) && (most === undefined || here <= most);
  const mark = target === "–" ? "" : met ? " ✓" : " ✗ **missed**";
  return { met, line: `| ${words} | ${target} | ${as(here)}${mark} | ${moodle} |` };
}

/** The table in Markdown. */
export function table(found, { machine, people, rounds, seconds, crowd, lists }) {
  const rows = measures.map((measure) => row(measure, found));
  const missed = rows.filter(({ met }) => !met).length;
  return [
    `Release build; ${people.toLocaleString("en")} participations beside the demonstration campus; medians of ${rounds} rounds, loads of ${seconds} s.`,
    `${machine}.`,
    "",
    "| measure | target | here | Moodle 5.1 |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ line }) => line),
    "",
    missed === 0 ? "Every target is met." : `Targets missed: ${missed}.`,
    "",
    "| kind of page, to a learner | first visit, everything | of it script | requests | median at one connection | processor time |",
    "| --- | --- | --- | --- | --- | --- |",
    ...found[0].kinds.map(({ kind }, place) => {
      const of = (read) => median(found.map((round) => read(round.kinds[place])));
      return `| ${kind} | ${kb(of((r) => r.total))} | ${kb(of((r) => r.script))} | ${of((r) => r.requests)} | ${ms(of((r) => r.p50))} | ${ms(of((r) => r.cpu))} |`;
    }),
    "",
    `| list, to an instructor: an edition of ${crowd.toLocaleString("en")} people | page, not compressed | statements | median at one connection | processor time |`,
    "| --- | --- | --- | --- | --- |",
    ...lists.map(({ list, bytes, statements, p50, cpu }) => `| ${list} | ${kb(bytes)} | ${statements} | ${ms(p50)} | ${ms(cpu)} |`),
  ].join("\n");
}
