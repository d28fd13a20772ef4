#!/usr/bin/env bash
# Builds target/site: the frontend for the browser, then what the bundle makes of it. site.sh FIRST_STEP STEPS
set -euo pipefail
. "$(dirname "$0")/env.sh"
first=${1:-1}
steps=${2:-2}

# A build of its own, never together with the server's: the features of one must not reach the other.
step "$first" "$steps" "The part that runs in the browser (WebAssembly)"
cargo build --profile wasm-release --target wasm32-unknown-unknown -p frontend

step "$((first + 1))" "$steps" "Style sheets, scripts and their compressed copies (target/site)"
# Always in the clone, wherever cargo's own folder is: the server's sources name it.
mkdir -p target/site
cargo run --quiet -p bundle -- "$(target_dir)/wasm32-unknown-unknown/wasm-release/frontend.wasm" target/site
