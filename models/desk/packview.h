// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// The engine's readable knowledge as the Playbooks page shows it: values made by the desk that reads the
// files.
namespace desk {

struct PackFile {
    std::string path; // "playbooks/tariffs.toml"
    bool own = false; // the analyst's file stands in place of the shipped one, or beside it
    bool shipped = false; // there is one that came with the program
    bool draft = false; // was changed and not saved yet
};

struct PackText {
    PackFile file;
    std::string text; // the draft, else the analyst's own, else the shipped one
    std::string shipped; // empty when none came with the program
};

struct PackFinding {
    std::string path;
    int line = 0; // from 1; 0: the whole file
    std::string text;
    bool error = true; // else a warning
};

// An article whose analysis a changed file would turn out otherwise: sentences and ideas.
struct BenchChange {
    std::int64_t article = 0;
    std::string title;
    std::vector<std::string> removed;
    std::vector<std::string> added;
};

} // namespace desk
