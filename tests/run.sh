#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds everything and runs every test. `tests/run.sh slow` runs the slow ones too.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common.sh

install_missing g++ cmake ninja-build ccache lld \
    qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev \
    libsqlitecpp-dev libsqlite3-dev libspdlog-dev libxml2-dev libicu-dev libtomlplusplus-dev \
    nlohmann-json3-dev libcli11-dev libcld2-dev zlib1g-dev fonts-inter \
    libbenchmark-dev poppler-utils sqlite3

build all
ctest --preset release
if [ "${1:-}" = slow ]; then
    ctest --preset slow
fi
