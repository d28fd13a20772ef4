// The command line: a malformed roster is refused with line and reason, a good one counts, twice is once.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { binary } from "../campus";

const head = "given_name,family_name,email,sex,country,personnel_kind,institution,language,enrolled_at,first_activity_at,completed_at";

test("a roster is imported whole or not at all, and twice adds nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "campus-roster-"));
  const env = { PATH: process.env.PATH ?? "", CAMPUS_DATA_DIR: join(folder, "data") };
  const campus = (...args: string[]) => execFileSync(binary, args, { cwd: folder, env, encoding: "utf8" });
  campus("edition", "add", "--course", "pga", "--code", "pga-taller", "--from", "2026-03-01", "--to", "2026-03-05", "--languages", "es", "--modality", "workshop");
  const count = () => JSON.parse(campus("count", "PGA-TRAINED", "--year", "2026", "--format", "json"));

  const flawed = join(folder, "flawed.csv");
  writeFileSync(flawed, `${head}\nAna,Demo,ana@demo.invalid,woman,UY,justice,,es,2026-03-01,2026-03-01,2026-03-05\nBea,Demo,bea@demo.invalid,mujer,ZZ,justice,,es,2026-03-01,,\n`);
  const refused = spawnSync(binary, ["roster", "import", flawed, "--edition", "pga-taller"], { cwd: folder, env, encoding: "utf8" });
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toMatch(/3.*(sex|mujer)/);
  expect(count().persons.total).toBe(0);

  const good = join(folder, "good.csv");
  writeFileSync(good, `${head}\nAna,Demo,ana@demo.invalid,woman,UY,justice,,es,2026-03-01,2026-03-01,2026-03-05\nBeto,Demo,BETO@demo.invalid,,PY,justice,,es,2026-03-01,2026-03-02,2026-03-05\n`);
  campus("roster", "import", good, "--edition", "pga-taller", "--dry-run");
  expect(count().persons.total).toBe(0);
  campus("roster", "import", good, "--edition", "pga-taller");
  campus("roster", "import", good, "--edition", "pga-taller");
  expect(count()).toMatchObject({
    indicator: "PGA-TRAINED",
    population: "completers",
    persons: { woman: 1, man: 0, another: 0, declined: 0, not_recorded: 1, total: 2 },
    participations: { total: 2 },
    baseline: 15,
    target: 75,
  });
});
