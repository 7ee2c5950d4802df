#!/bin/sh
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
# Freezes schema N, with rows, as vN.sql: ./make.sh N
set -eu
version=$1
cd "$(dirname "$0")"
target="v$version.sql"
[ ! -e "$target" ] || { echo "$target stands already" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number() { basename "$1" | sed 's/^0*\([0-9]*\)[_.].*/\1/'; }
for file in ../../../resources/migrations/*.sql; do
    [ "$(number "$file")" -gt "$version" ] || sqlite3 "$work/store" < "$file"
done
{
    echo "-- A store of schema $version, made by make.sh; never changed after that."
    echo 'PRAGMA page_size = 4096;'
    sqlite3 "$work/store" "SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
        AND NOT (type = 'table' AND name GLOB 'search_*') ORDER BY rowid"
    for file in $(ls rows/*.sql | sort -t/ -k2 -n); do
        [ "$(number "$file")" -gt "$version" ] || cat "$file"
    done
    echo "INSERT INTO search (search) VALUES ('rebuild');"
    echo 'PRAGMA application_id = 1279607108;'
    echo "PRAGMA user_version = $version;"
} > "$target"
