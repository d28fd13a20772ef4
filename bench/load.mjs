// Loads: pages by wrk, sign-ins by hand, each for some seconds and no longer.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const units = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/**
 * Requests one page over `connections` kept connections, as a browser that takes gzip. Gives requests a second, the
 * server's processor time for each in ms, the median and the 99th percentile in ms, and the most memory seen, in MB.
 */
export async function press(campus, path, { cookie = "campus_language=es", connections, seconds }) {
  const args = ["-t1", `-c${connections}`, "--latency", "-H", "Accept-Encoding: gzip", "-H", `Cookie: ${cookie}`];
  const wrk = (time) => run("wrk", [...args, `-d${time}s`, campus.url + path], { timeout: (time + 20) * 1000 });
  await wrk(1);
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, campus.memory());
  }, 50);
  try {
    const before = campus.cpuMs();
    const { stdout } = await wrk(seconds);
    const cpu = campus.cpuMs() - before;
    const refused = /Non-2xx or 3xx responses: (\d+)/.exec(stdout);
    const broken = /Socket errors: (.*)/.exec(stdout);
    if (refused || broken) throw new Error(`${path} under load: ${[refused?.[0], broken?.[0]].filter(Boolean).join("; ")}`);
    const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
    const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
    return { rate, cpu: cpu / requests, p50: percentile(stdout, 50), p99: percentile(stdout, 99), memory };
  } finally {
    clearInterval(look);
  }
}

function percentile(text, which) {
  const [, number, unit] = new RegExp(`^\\s+${which}%\\s+([\\d.]+)(us|ms|s|m)$`, "m").exec(text) ?? [];
  if (!unit) throw new Error(`wrk gave no ${which}th percentile:\n${text}`);
  return Number(number) * units[unit];
}

/** Signs in without a pause with `clients` at once, each account in turn, until `stop.now` is set; gives how many got in. */
export async function signInWithoutPause(campus, accounts, password, clients, stop) {
  let turn = 0;
  const client = async () => {
    let entered = 0;
    while (!stop.now) {
      turn += 1;
      await campus.signIn(accounts[turn % accounts.length], password);
      entered += 1;
    }
    return entered;
  };
  const counts = await Promise.all(Array.from({ length: clients }, client));
  return counts.reduce((sum, count) => sum + count, 0);
}
