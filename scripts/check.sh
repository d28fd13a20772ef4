#!/usr/bin/env bash
# Style, lints, the direction of dependencies, licences. Changes nothing.
set -euo pipefail
. "$(dirname "$0")/env.sh"
steps=6
wasm=wasm32-unknown-unknown

step 1 $steps "What is needed to check"
scripts/setup.sh check
. scripts/env.sh

step 2 $steps "Format"
cargo fmt --all --check

step 3 $steps "Lints of what runs on the server"
# The server embeds this folder and does not compile without it.
mkdir -p target/site
cargo clippy --workspace --exclude frontend --all-targets -- -D warnings

step 4 $steps "Lints of what runs in the browser; the domain stays pure enough to go there"
cargo clippy -p frontend --target $wasm -- -D warnings
cargo check -p domain --target $wasm

step 5 $steps "Direction: the browser's part knows no database, no network socket and nothing of the server"
tree=$(cargo tree -p frontend --target $wasm -e normal,no-proc-macro --prefix none --format '{p}')
if sort -u <<<"$tree" | grep -E '^(sea-orm|sea-query|sqlx|libsqlite3-sys|mio|socket2|hyper|axum|lettre|services|migrations|server)[a-z-]* v'; then
  fail "the frontend depends on the crates above: find out through which with cargo tree -p frontend --target $wasm -i NAME"
fi

step 6 $steps "Licences and advisories"
python3 scripts/licences.py
if command -v cargo-deny >/dev/null; then
  cargo deny check
else
  say "cargo-deny is not installed (cargo install cargo-deny): known vulnerabilities were not looked up"
fi
say ""
say "✓ all checks passed"
