#!/usr/bin/env bash
# Takes the README's pictures from what the browser tests last saw (end2end/results/shots). Run it after `make test`.
set -euo pipefail
. "$(dirname "$0")/env.sh"
shots=end2end/results/shots
mkdir -p docs/pictures
for picture in landing-es lesson-es quiz-en certificate-es indicators-en; do
  cp "$shots/$picture.sqlite-wide.png" "docs/pictures/$picture.png"
done
cp "$shots/home-en.sqlite-360.png" docs/pictures/home-360-en.png
say "✓ docs/pictures is what the tests saw"
