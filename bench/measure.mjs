// The measurements: one campus with its demonstration people and ten thousand more, three rounds, and the medians of them.
// Each round is a server of its own, so that a slow start or a good moment cannot colour every figure.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { Campus } from "./campus.mjs";
import { press, signInWithoutPause } from "./load.mjs";
import { crowd, measureLists } from "./lists.mjs";
import { roster } from "./people.mjs";
import { table } from "./table.mjs";
import { weigh } from "./weigh.mjs";

const rounds = 3;
const people = 10_000;
/** How long one load lasts. Shorter only to try the measurements themselves. */
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const catalogue = "/es/courses";
const lesson = "/es/learn/bench-now/what-sisdehm-is";
const quiz = "/es/learn/bench-now/foundations-check";
const indicators = "/es/staff/indicators";
/** One page of each kind, for its weight and its time: [kind, address]. */
const kinds = [
  ["course, to a visitor", "/es/courses/gender-equality"],
  ["home", "/es/home"],
  ["outline", "/es/learn/bench-now"],
  ["lesson with a film", lesson],
  ["worksheet", "/es/learn/bench-now/indicator-card"],
  ["assignment", "/es/learn/bench-now/case-study"],
  ["knowledge check, open", quiz],
  ["survey", "/es/learn/bench-now/survey"],
  ["grades", "/es/learn/bench-now/grades"],
  ["glossary", "/es/learn/bench-now/glossary"],
  ["module on paper", "/es/learn/bench-now/pack/foundations"],
  ["forum", "/es/learn/bench-now/forum"],
  ["profile", "/es/profile"],
];
const ownPassword = "tres gatos bajo la luna";
const signers = Array.from({ length: 4 }, (_, n) => `bench-account-${n}@people.invalid`);

const say = (words) => process.stderr.write(`${words}\n`);
const campus = new Campus(process.argv[2]);
process.on("exit", () => campus.discard());
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

/** Ten thousand and one more people who took part in an edition that is over, and an edition that runs today. */
async function fill() {
  say("· the demonstration campus");
  const { stderr } = await campus.command("demo");
  const password = /«([^»]+)»/.exec(stderr)?.[1];
  if (!password) throw new Error(`campus demo told no password:\n${stderr}`);
  const day = (from) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const edition = (code, from, to) =>
    campus.command(
      ...["edition", "add", "--course", "sisdehm", "--modality", "virtual-course", "--languages", "es,en"],
      ...["--code", code, "--from", from, "--to", to],
    );
  await edition("bench-2025", "2025-03-01", "2025-06-30");
  await edition("bench-now", day(-30), day(30));
  say(`· a roster of ${people} people`);
  await bring(people, 0);
  const { stdout } = await campus.command("count", "SISDEHM-PARTICIPANTS", "--from", "2025-03-01", "--to", "2025-06-30");
  const counted = JSON.parse(stdout).participations.total;
  if (counted < people) throw new Error(`${people} people were imported, and ${counted} participations are counted`);
  say(`· ${signers.length} accounts that will sign in`);
  for (const email of signers) {
    await campus.command("user", "add", "--email", email, "--given-name", "Ana", "--family-name", "Bench", "--password", ownPassword);
  }
  return password;
}

async function bring(count, first) {
  const file = join(campus.data, "roster.csv");
  writeFileSync(file, roster(count, first));
  await campus.command("roster", "import", file, "--edition", "bench-2025");
}

/** Opens a page once, so that nothing is measured that is not the page. */
async function open(path, cookie) {
  const answer = await campus.ask(path, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

async function round(number, password) {
  say(`· round ${number} of ${rounds}`);
  const found = { start: await campus.start() };
  await new Promise((done) => setTimeout(done, 2000));
  found.idle = campus.memory();

  const learner = await campus.signIn("learner@demo.invalid", password);
  const staff = await campus.signIn("staff@demo.invalid", password);
  await campus.post("/es/courses/sisdehm", "enrol", { edition: "bench-now" }, learner);
  await campus.post(quiz, "start_attempt", { edition: "bench-now", key: "foundations-check" }, learner);
  for (const path of [lesson, quiz]) await open(path, learner);
  found.lessonVisit = await weigh(campus, lesson, learner);
  found.quizVisit = await weigh(campus, quiz, learner);

  found.kinds = [];
  for (const [kind, path] of kinds) {
    const visit = await weigh(campus, path, learner);
    const load = await press(campus, path, { cookie: learner, connections: 1, seconds: Math.min(seconds, 2) });
    found.kinds.push({ kind, ...visit, p50: load.p50, cpu: load.cpu });
  }

  found.catalogue = await press(campus, catalogue, { connections: 8, seconds });
  found.lesson = await press(campus, lesson, { cookie: learner, connections: 8, seconds });
  found.crowd = await press(campus, lesson, { cookie: learner, connections: 32, seconds });

  await open(indicators, staff);
  // Another process counts one more person; the server must notice by itself.
  await bring(1, people + number);
  found.cold = (await open(indicators, staff)).ms;
  found.warm = await press(campus, indicators, { cookie: staff, connections: 1, seconds: Math.min(seconds, 3) });

  const stop = { now: false };
  const entering = signInWithoutPause(campus, signers, ownPassword, 4, stop);
  try {
    found.besides = await press(campus, lesson, { cookie: learner, connections: 8, seconds });
  } finally {
    stop.now = true;
    found.entered = await entering;
  }
  found.busy = Math.max(...[found.catalogue, found.lesson, found.crowd, found.warm].map((load) => load.memory));
  await campus.stop();
  return found;
}

await campus.prepare();
const password = await fill();
const all = [];
for (let number = 1; number <= rounds; number += 1) all.push(await round(number, password));
const lists = await measureLists(process.argv[2], { password, seconds: Math.min(seconds, 3), say, onExit: (act) => process.on("exit", act) });

const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), shared with the load; SQLite; ${new Date().toISOString().slice(0, 10)}`;
process.stdout.write(`${table(all, { machine, people, rounds, seconds, crowd, lists })}\n`);
