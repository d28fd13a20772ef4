# Sourced by every script: the repository's root, the Rust toolchain and words for progress.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

rust_wanted() { sed -n 's/^rust-version = "1\.\([0-9]*\)".*/\1/p' Cargo.toml; }

# Whether this rustc is new enough and can compile for the browser.
rustc_suits() {
  minor=$("$@" --version 2>/dev/null | sed -n 's/^rustc 1\.\([0-9]*\)\..*/\1/p')
  [ "${minor:-0}" -ge "$(rust_wanted)" ] || return 1
  ls "$("$@" --print sysroot)"/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib >/dev/null 2>&1
}

# The developer's own toolchain when it suits, else Debian's, which scripts/setup.sh has then prepared. Decided anew each
# time, so that no file remembers a toolchain that has since gone.
if ! rustc_suits rustc && rustc_suits /usr/bin/rustc; then
  if command -v rustup >/dev/null && rustup toolchain list | grep -q '^debian'; then
    export RUSTUP_TOOLCHAIN=debian
  else
    export PATH="/usr/bin:$PATH"
  fi
fi

# Asks cargo, because CARGO_TARGET_DIR is only one of the ways to move the folder.
target_dir() {
  cargo metadata --no-deps --format-version 1 | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}

say() { printf '%s\n' "$*" >&2; }
fail() { say "✗ $*"; exit 1; }
# step 2 5 "Compiling": steps are counted so that a long build shows how far it is.
step() { n=$1; of=$2; shift 2; say ""; say "── step $n of $of · $*"; }
