#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
"""Writes wordtable.cpp beside this file: what SQLite's FTS5 tokeniser "unicode61 remove_diacritics 2" does with
every character beyond ASCII, found by asking it. tests/store/queryword_test.cpp proves the table right against
the SQLite a build links; run this again when it says otherwise."""
import pathlib
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2')")
db.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')")
characters = [c for c in range(0x80, 0x110000) if not 0xD800 <= c < 0xE000]
for text in ("q%sq", "%s"):  # inside a word, and alone
    db.execute("DELETE FROM t")
    db.executemany("INSERT INTO t (rowid, x) VALUES (?, ?)", ((c, text % chr(c)) for c in characters))
    found = {doc: term for term, doc in db.execute("SELECT term, doc FROM v ORDER BY offset DESC")}
    if text == "%s":
        alone = set(found)
    else:
        folded = {c: term[1:-1] for c, term in found.items() if term != "q"}

words = []
for c in sorted(alone):
    if words and words[-1][1] + 1 == c:
        words[-1][1] = c
    else:
        words.append([c, c])
marks = sorted(set(folded) - alone)
assert all(folded[c] == "" for c in marks), "a mark that stays"
runs = []  # first, count, step, difference
for c in sorted(alone):
    if folded[c] == chr(c):
        continue
    difference = ord(folded[c]) - c
    if runs:
        first, count, step, last = runs[-1]
        if last == difference and count == 1 and c - first in (1, 2):
            runs[-1] = (first, 2, c - first, difference)
            continue
        if last == difference and count > 1 and c == first + count * step:
            runs[-1] = (first, count + 1, step, difference)
            continue
    runs.append((c, 1, 1, difference))

here = pathlib.Path(__file__).with_name("wordtable.cpp")
here.write_text(f"""// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Written by wordtable.py from SQLite {sqlite3.sqlite_version}; not by hand.
#include "wordtable.h"

namespace desk {{

namespace {{

// clang-format off
constexpr CharacterRange Words[] = {{{", ".join("{0x%X, 0x%X}" % tuple(w) for w in words)}}};
constexpr char32_t Marks[] = {{{", ".join("0x%X" % m for m in marks)}}};
constexpr FoldRun Folds[] = {{{", ".join("{0x%X, %d, %d, %d}" % r for r in runs)}}};
// clang-format on

}} // namespace

std::span<const CharacterRange> wordCharacters() {{ return Words; }}
std::span<const char32_t> markCharacters() {{ return Marks; }}
std::span<const FoldRun> folds() {{ return Folds; }}

}} // namespace desk
""")
text = here.read_text().split("\n")
lines = []
for line in text:
    while len(line) > 118:
        cut = line.rfind(", {", 0, 116) + 1 or line.rfind(", ", 0, 116) + 1
        lines.append(line[:cut])
        line = "    " + line[cut:].lstrip()
    lines.append(line)
here.write_text("\n".join(lines))
