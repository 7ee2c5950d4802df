#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds, and opens the window on the sample news. Without a display it does the
# same job headless: the ranked feed and one analysis on the terminal, a brief and a picture of the window.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common.sh

install_missing "${build_packages[@]}"

build leadline

program=build/release/bin/leadline
data=out/sample
mkdir -p "$data"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" --data-dir "$data" --open resources/sample "$@"
fi

export QT_QPA_PLATFORM=offscreen
echo "No display: the same job without a window."
"$program" --data-dir "$data" ingest resources/sample
echo
"$program" --data-dir "$data" search "sort:impact" --limit 20
echo
best=$("$program" --data-dir "$data" search "has:decision sort:impact" --limit 1 --format ndjson |
    sed -n 's/^{"id":"\{0,1\}\([0-9]*\).*/\1/p')
"$program" --data-dir "$data" show "$best"
"$program" --data-dir "$data" brief --article "$best" -o out/brief.pdf
"$program" --data-dir "$data" --render out/window.png
echo
echo "Written: out/brief.pdf (the brief of the article above) and out/window.png (the window, rendered offscreen)."
