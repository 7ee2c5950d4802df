// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"

#include <base/strings.h>
#include <desk/query.h>
#include <engine/knowledge/lint.h>
#include <engine/knowledge/playbooks.h>

#include <iostream>

namespace app {

namespace {

// A rule's query as a later article is asked, with something in every slot.
std::string filled(std::string query)
{
    for (std::size_t open = query.find('{'); open != std::string::npos; open = query.find('{', open)) {
        const std::size_t close = query.find('}', open);
        if (close == std::string::npos)
            break;
        query.replace(open, close - open + 1, "x");
    }
    return query;
}

// The engine does not know the query language; here both are known.
void checkQueries(const engine::Pack& pack, std::vector<engine::LintFinding>& findings)
{
    for (const engine::Playbook& playbook : pack.playbooks->playbooks()) {
        for (const engine::DecisionRule& rule : playbook.decisions) {
            for (const std::string* query : {&rule.entryWhen, &rule.invalidationWhen}) {
                if (query->empty())
                    continue;
                const auto read = desk::parseQuery(filled(*query), currentInstant());
                if (!read)
                    findings.push_back({rule.place, *query + ": " + read.error().message, true});
            }
        }
    }
}

} // namespace

int runLint(const Context& context, const LintOptions& options)
{
    const std::filesystem::path folder
        = options.folder.empty() ? context.packPath() : std::filesystem::path(options.folder);
    if (!options.folder.empty() && !std::filesystem::is_directory(folder)) {
        printFailure({base::ErrorCode::NotFound, "is no folder", options.folder});
        return SomeFailed;
    }
    const base::Result<base::ResourceFiles> files = packFiles(folder);
    if (!files) {
        printFailure(files.error());
        return SomeFailed;
    }
    std::vector<engine::LintFinding> findings = engine::lintPack(*files);
    if (const auto pack = engine::loadPack(*files))
        checkQueries(**pack, findings);
    int errors = 0;
    int warnings = 0;
    for (const engine::LintFinding& finding : findings) {
        ++(finding.error ? errors : warnings);
        if (finding.error || !options.quiet)
            std::cout << finding.place << ": " << (finding.error ? "" : "warning: ") << finding.text << '\n';
    }
    std::cout << errors << (errors == 1 ? " error, " : " errors, ") << warnings
              << (warnings == 1 ? " warning\n" : " warnings\n");
    return errors > 0 ? SomeFailed : AllDone;
}

} // namespace app
