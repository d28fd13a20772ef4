// A campus of one's own: an empty data folder and database, a free port, the demonstration courses.
import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type Database = "sqlite" | "postgres";

export interface Campus {
  url: string;
  /** Where it keeps its files; mail lies in `outbox`. */
  data: string;
  /** What the command line needs to reach the same database. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The program under test. */
export const binary = process.env.END2END_CAMPUS ?? resolve(import.meta.dirname, "../target/debug/campus");

export async function startCampus(database: Database, name: string): Promise<Campus> {
  const data = mkdtempSync(join(tmpdir(), "campus-end2end-"));
  const log = join(data, "server.log");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const own: Record<string, string> = database === "postgres" ? { CAMPUS_DATABASE_URL: newPostgresDatabase(name) } : {};
  const child = spawn(binary, ["serve", "--demo"], {
    // Neither a developer's campus.toml nor their variables may reach it: one of them could send real mail.
    cwd: data,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("CAMPUS_"))),
      CAMPUS_DATA_DIR: data,
      CAMPUS_ADDR: `127.0.0.1:${port}`,
      CAMPUS_PUBLIC_URL: url,
      ...own,
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => appendFileSync(log, bytes));
  let ended: string | undefined;
  const gone = new Promise<void>((done) => {
    child.once("error", (error) => {
      ended = error.message;
      done();
    });
    child.once("exit", (code, signal) => {
      ended ??= `it ended with ${code ?? signal}`;
      done();
    });
  });
  const words = () => {
    try {
      return readFileSync(log, "utf8").slice(-4000);
    } catch {
      return "(it wrote nothing)";
    }
  };
  const stop = async () => {
    child.kill("SIGTERM");
    const kill = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(kill);
    rmSync(data, { recursive: true, force: true });
  };

  const deadline = Date.now() + 90_000;
  for (;;) {
    if (ended) throw new Error(`${binary} did not start: ${ended}\n${words()}`);
    if (Date.now() > deadline) {
      const said = words();
      await stop();
      throw new Error(`${binary} did not answer within 90 seconds\n${said}`);
    }
    const answered = await fetch(url, { redirect: "manual" }).then(() => true, () => false);
    if (answered) return { url, data, env: own, stop };
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The system picks it; that another program takes it in the moment between is not worth a lock. */
function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : failed(new Error("no port"))));
    });
  });
}

function newPostgresDatabase(name: string): string {
  const cluster = process.env.CAMPUS_TEST_POSTGRES_URL;
  if (!cluster) throw new Error("CAMPUS_TEST_POSTGRES_URL is not set: run through scripts/with-postgres.sh");
  const database = `end2end_${process.pid}_${name}`.replace(/\W/g, "_");
  execFileSync("psql", [cluster, "--quiet", "--command", `CREATE DATABASE ${database}`]);
  return cluster.replace(/\/postgres(?=\?|$)/, `/${database}`);
}
