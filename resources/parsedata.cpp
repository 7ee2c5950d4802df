// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Parses the engine's TOML once, when the program is built: parsedata FROM TO writes TO/NAME.toml.parsed for
// every NAME.toml below FROM.
#include <engine/parsedtoml.h>

#include <filesystem>
#include <iostream>

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "parsedata FROM TO\n";
        return 1;
    }
    const auto files = base::readFolder(argv[1]);
    if (!files) {
        std::cerr << files.error().text() << '\n';
        return 2;
    }
    for (const auto& [name, text] : *files) {
        if (!name.ends_with(".toml"))
            continue;
        const auto document = engine::readToml(*files, name);
        if (!document) {
            std::cerr << document.error().text() << '\n';
            return 2;
        }
        const std::filesystem::path to
            = std::filesystem::path(argv[2]) / (name + std::string(engine::ParsedSuffix));
        std::error_code code;
        std::filesystem::create_directories(to.parent_path(), code);
        if (const base::Outcome written = base::writeFile(to, engine::parsedBytes(document->root, text));
            !written) {
            std::cerr << written.error().text() << '\n';
            return 2;
        }
    }
    return 0;
}
