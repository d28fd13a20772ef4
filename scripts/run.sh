#!/usr/bin/env bash
# The campus on this machine, with its demonstration courses: one command, no questions.
set -euo pipefail
. "$(dirname "$0")/env.sh"

step 1 5 "What is needed to build"
scripts/setup.sh run
. scripts/env.sh
scripts/site.sh 2 5
step 4 5 "The server (the first build takes some minutes)"
# With the features of the tests: a build of its own would compile most crates twice.
cargo build --workspace --exclude frontend --bin campus
campus="$(target_dir)/debug/campus"
step 5 5 "The campus: http://${CAMPUS_ADDR:-127.0.0.1:3000} (Ctrl-C stops it)"
exec "$campus" serve --demo
