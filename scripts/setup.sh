#!/usr/bin/env bash
# setup.sh run|test|check|bench: installs what is missing for that and says what and why. Asks nothing, repeats nothing.
set -euo pipefail
. "$(dirname "$0")/env.sh"
purpose=${1:-run}
case $purpose in run | test | check | bench) ;; *) fail "setup.sh run|test|check|bench" ;; esac

have() { command -v "$1" >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Each entry: "package – reason". Collected first, so that apt runs once or not at all.
wanted=()
need() { wanted+=("$1"); say "· missing: $1 ($2)"; }
install_wanted() {
  [ ${#wanted[@]} -gt 0 ] || return 0
  have apt-get || fail "please install: ${wanted[*]} (under whatever names they have here), then run this again"
  [ "$(id -u)" = 0 ] || have sudo || fail "please install as root: apt-get install --no-install-recommends ${wanted[*]}"
  say "· installing with apt: ${wanted[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Options::=--force-confold "${wanted[@]}" >/dev/null
  wanted=()
}

# ── A C compiler: SQLite and the cryptography are C, and Rust links with it ──
have cc || { need gcc "compiles SQLite and links the server"; need libc6-dev "its headers"; }
have make || need make "runs the Makefile"

# ── Only for tests ── (a function here must not be named like a program: `have` would find it)
a_browser() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && have "$candidate"; then return 0; fi
  done
  return 1
}
a_postgresql() { have initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
if [ "$purpose" = bench ]; then
  have wrk || need wrk "puts load on the campus"
  have node || need nodejs "drives the measurements"
fi
if [ "$purpose" = test ]; then
  if ! a_postgresql; then
    need postgresql "the tests run on both databases"
    # Debian's package would start a cluster of its own on port 5432; the tests make a private one.
    if have apt-get && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      as_root mkdir -p /etc/postgresql-common
      echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
  fi
  have node || need nodejs "runs the browser tests"
  have npm || need npm "fetches the browser tests' libraries"
  have xmllint || need libxml2-utils "holds the IATI file against its schema"
  a_browser || need chromium "the browser of the browser tests"
  # Without a font every letter of a screenshot is an empty box, and text has no width.
  if have fc-list && [ -n "$(fc-list 2>/dev/null | head -1)" ]; then :; else need fonts-noto-core "the letters on the pages under test"; fi
fi
if [ "$purpose" = check ] || [ "$purpose" = bench ]; then
  have python3 || need python3 "reads the licences and the measurements"
fi
install_wanted
if [ "$purpose" = test ] && [ "$(node --version | sed 's/v\([0-9]*\).*/\1/')" -lt 20 ]; then
  fail "Node 20 or newer is needed for the browser tests; this is $(node --version)"
fi

# ── Rust, with the WebAssembly target ──
ordinary() {
  have rustup || return 1
  # A linked toolchain (Debian's) has no targets to add.
  say "· adding the wasm32-unknown-unknown target with rustup"
  rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && rustc_suits rustc
}
if rustc_suits rustc; then
  say "· Rust: $(rustc --version), with the WebAssembly target"
elif ordinary; then
  say "· Rust: the ordinary way, rustup has added the WebAssembly target to $(rustc --version)"
else
  say "· rustup could not give a Rust ≥ 1.$(rust_wanted) with the WebAssembly target; trying Debian's"
  scripts/setup-debian-rust.sh
  . scripts/env.sh
  rustc_suits rustc || fail "Debian's Rust was prepared but is not the one in use: $(command -v rustc), RUSTUP_TOOLCHAIN=${RUSTUP_TOOLCHAIN:-}"
  say "· Rust: Debian's way, $(rustc --version), WebAssembly target built from its source"
fi

if [ "$purpose" = check ]; then
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || {
    say "· missing: rustfmt, clippy (format and lints)"
    rustup component add rustfmt clippy
  }
fi
say "✓ ready to $purpose"
