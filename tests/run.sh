#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds everything and runs every test. `tests/run.sh slow` runs the slow ones too.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common.sh

install_missing "${build_packages[@]}" libbenchmark-dev poppler-utils qpdf sqlite3 dbus \
    xvfb openbox xdotool

build all
ctest --preset release
if [ "${1:-}" = slow ]; then
    ctest --preset slow
fi
