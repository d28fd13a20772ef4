#!/usr/bin/env bash
# Every test: Rust's on SQLite and PostgreSQL, the courses, and the browser's on both databases.
set -euo pipefail
. "$(dirname "$0")/env.sh"
steps=7

# Once more inside a PostgreSQL of its own, which serves the Rust tests and the browser tests and is gone afterwards.
if [ -z "${CAMPUS_TEST_POSTGRES_URL:-}" ]; then
  step 1 $steps "What is needed to build and test"
  scripts/setup.sh test
  exec scripts/with-postgres.sh scripts/test.sh "$@"
fi
. scripts/env.sh

scripts/site.sh 2 $steps
# Everything but the frontend, whose features (the browser's) must not reach the server's build. One build for the
# programs and the tests: asked for separately, their features differ and most crates would be compiled twice.
rust=(--workspace --exclude frontend)
step 4 $steps "The server and the tests"
cargo build "${rust[@]}" --all-targets
step 5 $steps "Rust tests"
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run "${rust[@]}"
else
  cargo test "${rust[@]}"
fi

END2END_CAMPUS="$(target_dir)/debug/campus"
export END2END_CAMPUS
step 6 $steps "The courses"
"$END2END_CAMPUS" course check courses

step 7 $steps "Browser tests, on SQLite and on PostgreSQL"
cd end2end
# npm ci wipes and reinstalls, so only when the lock file is newer than what is installed.
if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit
  touch node_modules/.package-lock.json
fi
npx --no-install playwright test "$@"
say ""
say "✓ all tests passed"
