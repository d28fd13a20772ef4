// A million participations of four hundred thousand people: every indicator's page, a list behind a figure, an export; beside
// the same counts in plain SQL run by hand, as a ratio. numbers.mjs CAMPUS [PARTICIPATIONS]; with CAMPUS_TEST_POSTGRES_URL
// also on PostgreSQL (scripts/with-postgres.sh gives one).
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Campus } from "./campus.mjs";

const [binary, asked] = process.argv.slice(2);
const participations = Number(asked ?? 1_000_000);
const say = (words) => process.stderr.write(`${words}\n`);

/** The milliseconds of a request, the best of some: the machine is shared. */
async function best(campus, path, cookie, times = 5) {
  let least = Infinity;
  for (let n = 0; n < times; n += 1) {
    const answer = await campus.ask(path, { headers: { cookie }, patience: 120_000 });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    least = Math.min(least, answer.ms);
  }
  return least;
}

/** Every participation as a file that is made aside: the milliseconds until it is ready, and those of taking it along. */
async function inBackground(campus, cookie) {
  const began = performance.now();
  await campus.post("/es/staff/exports", "ask_export", { kind: "participations" }, cookie);
  while (performance.now() - began < 600_000) {
    const page = (await campus.ask("/es/staff/exports", { headers: { cookie } })).body.toString("utf8");
    const path = /href="([^"]*\/file\.csv)"/.exec(page)?.[1];
    if (path) {
      const made = performance.now() - began;
      return { made, taken: await best(campus, path, cookie, 1) };
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the file was not ready within ten minutes");
}

async function measure(kind, url) {
  const campus = new Campus(binary, url ? { CAMPUS_DATABASE_URL: url } : {});
  process.on("exit", () => campus.discard());
  await campus.prepare();
  say(`· ${kind}: ${participations} participations`);
  const began = performance.now();
  await campus.command("generate", "--participations", `${participations}`, "--seed", "1");
  const generated = performance.now() - began;
  const password = "una frase para medir";
  await campus.command("user", "add", "--email", "staff@bench.invalid", "--given-name", "Medida", "--family-name", "Datos", "--password", password);
  await campus.command("user", "grant", "--email", "staff@bench.invalid", "--role", "staff");
  const hand = JSON.parse(execFileSync("python3", [join(import.meta.dirname, "by_hand.py"), kind, url ?? join(campus.data, "campus.db")], { encoding: "utf8", maxBuffer: 1 << 26 }));
  await campus.start();
  const cookie = await campus.signIn("staff@bench.invalid", password);
  const first = await best(campus, "/es/staff/indicators", cookie, 1);
  const page = await best(campus, "/es/staff/indicators?year=2024", cookie, 1);
  const warm = await best(campus, "/es/staff/indicators", cookie);
  const list = await best(campus, "/es/staff/indicators/POLICY-AWARE/people?year=2024&cell=woman", cookie);
  const file = await best(campus, "/es/staff/indicators.xlsx?year=2024", cookie);
  const before = campus.memory();
  const { made, taken } = await inBackground(campus, cookie);
  const memory = campus.memory();
  await campus.stop();
  const exporting = performance.now();
  execFileSync("sh", ["-c", `"$0" export participations > /dev/null`, binary], { env: { ...process.env, ...campus.environment() }, stdio: ["ignore", "ignore", "inherit"] });
  const facts = performance.now() - exporting;
  return { kind, generated, first, page, warm, list, file, aside: made, taken, facts, before, memory, hand };
}

const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const ratio = (one, other) => `${(one / other).toFixed(2)}×`;
const rows = [await measure("sqlite")];
const server = process.env.CAMPUS_TEST_POSTGRES_URL;
if (server) {
  const name = `bench_numbers_${process.pid}`;
  execFileSync("psql", [server, "-qc", `CREATE DATABASE ${name}`]);
  rows.push(await measure("postgres", server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)));
}
console.log(`| ${participations} participations | ${rows.map((row) => row.kind).join(" | ")} |\n| --- |${rows.map(() => " --- |").join("")}`);
const line = (words, of) => console.log(`| ${words} | ${rows.map(of).join(" | ")} |`);
line("generated in", (row) => ms(row.generated));
line("by hand: the plan's nine counts of people", (row) => ms(row.hand.indicators));
line("every indicator's page, the first after the start (all facts are read)", (row) => `${ms(row.first)} (${ratio(row.first, row.hand.indicators)})`);
line("every indicator in another year, counted for the first time", (row) => `${ms(row.page)} (${ratio(row.page, row.hand.indicators)})`);
line("every indicator's page again", (row) => `${ms(row.warm)} (${ratio(row.warm, row.hand.indicators)})`);
line("by hand: one list of persons", (row) => ms(row.hand.list));
line("one list behind a figure", (row) => `${ms(row.list)} (${ratio(row.list, row.hand.list)})`);
line("the workbook of a year", (row) => ms(row.file));
line("every participation as CSV on the command line", (row) => ms(row.facts));
line("the same made aside, until it is ready", (row) => ms(row.aside));
line("taking it along", (row) => ms(row.taken));
line("memory of the server, before the file was made and after it was taken", (row) => `${Math.round(row.before)} MB, ${Math.round(row.memory)} MB`);
