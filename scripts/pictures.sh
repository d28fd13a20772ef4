#!/usr/bin/env bash
# Takes the README's pictures from what the browser tests last saw (end2end/results/shots). Run it after `make test`.
set -euo pipefail
. "$(dirname "$0")/env.sh"
mkdir -p docs/pictures
cp end2end/results/pictures/*.png docs/pictures/
say "✓ docs/pictures is what the tests saw"
