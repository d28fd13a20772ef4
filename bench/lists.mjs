// The long lists of an instructor: one edition of five thousand people, taken from the demonstration campus.
import { Campus } from "./campus.mjs";
import { press } from "./load.mjs";

export const crowd = 5_000;
const edition = "/es/teach/multitud";
/** [list, address] */
const lists = [
  ["roster", `${edition}/people`],
  ["roster, the last page", `${edition}/people?page=100`],
  ["roster, found by name", `${edition}/people?search=4242`],
  ["grid, everybody by every activity", `${edition}/activities`],
  ["gradebook", `${edition}/gradebook`],
  ["messages", `${edition}/messages`],
  ["closing report", `${edition}/report`],
];

/** The time, the processor and the statements of each list, at one connection. */
export async function measureLists(binary, { password, seconds, say, onExit }) {
  say(`· the lists of an edition of ${crowd} people`);
  const campus = new Campus(binary);
  onExit(() => campus.discard());
  await campus.prepare();
  await campus.command("demo", "--crowd", `${crowd}`);
  await campus.start();
  const cookie = await campus.signIn("instructor@demo.invalid", password);
  const found = [];
  for (const [list, path] of lists) {
    const answer = await campus.ask(path, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const before = await statements(campus);
    await campus.ask(path, { headers: { cookie } });
    const asked = (await statements(campus)) - before;
    const load = await press(campus, path, { cookie, connections: 1, seconds });
    found.push({ list, bytes: answer.body.length, statements: asked, p50: load.p50, cpu: load.cpu });
  }
  await campus.stop();
  return found;
}

/** Statements that the server has sent to its database; its own work in the background adds two a second. */
async function statements(campus) {
  const { body } = await campus.ask("/metrics");
  return Number(/^campus_statements_total (\d+)$/m.exec(body.toString())?.[1]);
}
