// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composer.h"

#include <base/strings.h>

#include <algorithm>
#include <map>

namespace brief {

namespace {

// When the idea's time is over; empty when it has no end.
std::string untilText(const LedgerEntry& entry)
{
    if (entry.decision.horizon.maxDays <= 0)
        return entry.decision.horizon.text;
    const base::Instant end = entry.accepted + std::chrono::days(entry.decision.horizon.maxDays);
    return entry.decision.horizon.text + ", until " + base::dayText(end);
}

std::string anchorOf(std::size_t index) { return "d" + std::to_string(index + 1); }

void details(Composer& composer, const LedgerEntry& entry, std::size_t index)
{
    const base::Decision& decision = entry.decision;
    composer.heading(2, decision.title, anchorOf(index), true);
    composer.text({{decisionType(decision.kind) + " · accepted " + momentText(entry.accepted) + " · ", Look::Muted},
                      {entry.state, Look::Strong}, {" · from “" + entry.title + "”, " + entry.source, Look::Muted}},
        Paragraph::Role::Meta);
    if (!entry.cause.empty())
        composer.text({{"Because: ", Look::Lead}, {"“" + entry.cause + "”"}});
    if (!decision.text.empty())
        composer.text({{decision.text, decision.grade == base::Grade::C ? Look::Assumption : Look::Plain}});
    Table table{"Terms", {{"Term", 84}, {"What was decided"}}, {}};
    const std::pair<const char*, std::string> terms[] = {{"Legs", legsText(decision)},
        {"Horizon", untilText(entry)}, {"Entry", decision.entry}, {"Target", decision.target},
        {"Stop", decision.stop}, {"Exit if", decision.invalidation}, {"Risk", decision.risk}};
    for (const auto& [name, words] : terms) {
        if (!words.empty())
            table.rows.push_back({{{name, Look::Muted}}, {{words}}});
    }
    composer.add(std::move(table));
}

} // namespace

BriefDocument decisionSheet(const BriefInput& input)
{
    Composer composer(input);
    std::map<std::string, std::size_t> states;
    for (const LedgerEntry& entry : input.ledger)
        ++states[entry.state];
    std::string meta = countOf(input.ledger.size(), "decision", "decisions");
    for (const auto& [state, count] : states)
        meta += " · " + std::to_string(count) + " " + state;
    composer.title("Decision sheet", {{meta, Look::Muted}});
    composer.engine({});
    if (input.ledger.empty()) {
        composer.text({{"No decision of the ledger is open."}}, Paragraph::Role::Quiet);
        return composer.take();
    }
    Table table{"Decisions",
        {{"Accepted", 78}, {"Type", 74}, {"Idea"}, {"Long / short", 160}, {"Until", 110}, {"State", 80}}, {}};
    for (std::size_t i = 0; i < input.ledger.size(); ++i) {
        const LedgerEntry& entry = input.ledger[i];
        table.rows.push_back({{{base::dayText(entry.accepted), Look::Muted}},
            {{decisionType(entry.decision.kind), Look::Strong}},
            {{entry.decision.title, Look::Plain, "#" + anchorOf(i)}}, {{legsText(entry.decision)}},
            {{untilText(entry)}}, {{entry.state, Look::Strong}}});
    }
    composer.add(std::move(table));
    composer.heading(1, "Each decision", "each", true);
    for (std::size_t i = 0; i < input.ledger.size(); ++i)
        details(composer, input.ledger[i], i);
    return composer.take();
}

} // namespace brief
