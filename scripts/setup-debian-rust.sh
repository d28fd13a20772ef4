#!/usr/bin/env bash
# The way for machines whose rustup cannot download: Debian 12's security archive has a recent Rust and its standard
# library's source, from which the WebAssembly target is built once (under a minute, 75 MB).
set -euo pipefail
. "$(dirname "$0")/env.sh"
[ -e /etc/debian_version ] || fail "install Rust 1.$(rust_wanted) or newer from rustup.rs with the wasm32-unknown-unknown target"
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
target=wasm32-unknown-unknown

# lld-22 is only recommended by the compiler's package, and it is the linker for WebAssembly.
packages=()
for package in rustc-web cargo-web rust-web-src rust-web-llvm lld-22 rust-web-clippy rustfmt-web; do
  dpkg -s "$package" >/dev/null 2>&1 || packages+=("$package")
done
if [ ${#packages[@]} -gt 0 ]; then
  say "· installing Debian's Rust with apt: ${packages[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

# Whatever the developer has set is meant for another toolchain.
unset RUSTFLAGS CARGO_TARGET_DIR RUSTUP_TOOLCHAIN
export PATH="/usr/bin:$PATH"
library="$(/usr/bin/rustc --print sysroot)/lib/rustlib/$target/lib"
stamp="$library/built-by"
if [ "$(cat "$stamp" 2>/dev/null)" != "$(/usr/bin/rustc -vV)" ]; then
  say "· building the standard library for $target from Debian's source"
  crate=$(mktemp -d)
  trap 'rm -rf "$crate"' EXIT
  mkdir "$crate/src"
  echo > "$crate/src/lib.rs"
  printf '[package]\nname = "throwaway"\nedition = "2024"\n' > "$crate/Cargo.toml"
  # The flag is for nightly compilers; this variable lets a released one take it, here and nowhere else.
  (cd "$crate" && RUSTC_BOOTSTRAP=1 /usr/bin/cargo build --quiet --release --target $target \
    -Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro)
  as_root mkdir -p "$library"
  as_root find "$library" -name '*.rlib' -delete
  find "$crate/target/$target/release/deps" -name '*.rlib' ! -name 'libthrowaway-*' -print0 \
    | as_root xargs -0 cp -t "$library"
  /usr/bin/rustc -vV | as_root tee "$stamp" >/dev/null
fi
if command -v rustup >/dev/null; then rustup toolchain link debian /usr; fi
