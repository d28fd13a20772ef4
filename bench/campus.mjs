// One campus under measurement: its own data folder, its own port on the loopback, and what the kernel says of it.
import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const host = "127.0.0.1";
/** How long one command of the campus may take. */
const patience = 1_800_000;
const ticksASecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

export class Campus {
  data = mkdtempSync(join(tmpdir(), "campus-bench-"));
  cookies = {};
  #child;

  /** `own`: variables of this campus alone, such as its database. */
  constructor(binary, own = {}) {
    this.binary = binary;
    this.own = own;
  }

  async prepare() {
    this.port = await freePort();
    this.url = `http://${host}:${this.port}`;
  }

  #options() {
    // Neither a developer's campus.toml nor their variables may change what is measured.
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith("CAMPUS_"));
    return { cwd: this.data, env: { ...Object.fromEntries(own), ...this.environment() } };
  }

  /** What a command of the same campus needs. */
  environment() {
    return { CAMPUS_DATA_DIR: this.data, CAMPUS_ADDR: `${host}:${this.port}`, CAMPUS_LOG: "warn", ...this.own };
  }

  /** Runs one command of the command line and gives what it said. */
  async command(...args) {
    const options = { ...this.#options(), timeout: patience, maxBuffer: 1 << 26 };
    const { stdout, stderr } = await run(this.binary, args, options);
    return { stdout, stderr };
  }

  /** Starts serving. Gives the milliseconds until the first page was there in full. */
  async start() {
    const began = performance.now();
    const child = spawn(this.binary, ["serve"], { ...this.#options(), stdio: ["ignore", "ignore", "pipe"] });
    let words = "";
    child.stderr.on("data", (bytes) => {
      words = `${words}${bytes}`.slice(-4000);
    });
    let gone = false;
    child.once("exit", () => {
      gone = true;
    });
    this.#child = child;
    while (performance.now() - began < 60_000) {
      if (gone) throw new Error(`the campus did not start:\n${words}`);
      const answer = await this.ask("/es").catch(() => undefined);
      if (answer?.status === 200) return performance.now() - began;
      await new Promise((done) => setTimeout(done, 2));
    }
    throw new Error(`the campus did not answer within a minute:\n${words}`);
  }

  /** Stops serving, politely and then not. */
  async stop() {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    const impatient = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(impatient);
  }

  /** For the end of the whole program, also after Ctrl-C: nothing of it may be left. */
  discard() {
    this.#child?.kill("SIGKILL");
    rmSync(this.data, { recursive: true, force: true });
  }

  /** One request on a connection of its own. `wire` is every byte that came back, headers included. */
  ask(path, { method = "GET", headers = {}, form, from = host, patience: most = 30_000 } = {}) {
    const body = form && new URLSearchParams(form).toString();
    const sent = body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": body.length };
    return new Promise((done, failed) => {
      const options = { host, port: this.port, path, method, headers: { ...headers, ...sent }, agent: false, localAddress: from };
      const began = performance.now();
      const request = http.request({ ...options, timeout: most }, (response) => {
        const { socket } = response;
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", failed);
        response.on("end", () => {
          const ms = performance.now() - began;
          done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts), wire: socket.bytesRead, ms });
        });
      });
      request.on("timeout", () => request.destroy(new Error(`${path}: no answer in ${most} ms`)));
      request.on("error", failed);
      request.end(body);
    });
  }

  /** Sends a form as a browser does. Gives the answer; anything but "done, go on" is an error. */
  async post(page, doorway, form, cookie, from = host) {
    const headers = { origin: this.url, ...(cookie ? { cookie } : {}) };
    const answer = await this.ask(`${page}?do=${doorway}`, { method: "POST", headers, form, from });
    if (answer.status !== 303) throw new Error(`${doorway} on ${page} answered ${answer.status} instead of 303`);
    return answer;
  }

  /** Signs in and gives the session's cookie. */
  async signIn(email, password, from = host) {
    const answer = await this.post("/es/sign-in", "sign_in", { email, password }, undefined, from);
    const cookie = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).find((pair) => pair.startsWith("campus_session="));
    if (!cookie) throw new Error(`${email} was let in without a session`);
    return `${cookie}; campus_language=es`;
  }

  /** Milliseconds of processor that the server has used so far, all its threads together. */
  cpuMs() {
    const text = readFileSync(`/proc/${this.#child.pid}/stat`, "utf8");
    // The second field is the program's name, which may hold spaces; what follows its bracket does not.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksASecond;
  }

  /** Resident memory of the server in megabytes (of a million bytes). */
  memory() {
    const text = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    return (Number(/VmRSS:\s+(\d+) kB/.exec(text)?.[1]) * 1024) / 1e6;
  }
}

function freePort() {
  return new Promise((done, failed) => {
    const server = net.createServer();
    server.once("error", failed);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
