# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
# Read by packaging/run.sh and tests/run.sh.

# install_missing PACKAGE…: installs those Debian packages that are not there yet; asks for sudo only then.
install_missing() {
    local missing=() name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "run.sh: these packages need root or sudo: ${missing[*]}" >&2; return 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# build TARGET…: configures and builds the release preset; quick when nothing changed.
build() {
    cmake --preset release -Wno-dev >/dev/null
    cmake --build --preset release --target "$@"
}

# What the program is built from; tests/run.sh adds what only tests use.
build_packages=(g++ cmake ninja-build ccache lld
    qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev qt6-l10n-tools qt6-translations-l10n
    libsqlitecpp-dev libsqlite3-dev libspdlog-dev libxml2-dev libicu-dev libtomlplusplus-dev
    nlohmann-json3-dev libcli11-dev libcld2-dev zlib1g-dev libzip-dev libqpdf-dev fonts-inter)
