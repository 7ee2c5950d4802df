// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// A brief as a value: everything that will stand on its pages, in order, decided before anything is drawn.
namespace brief {

struct BriefSentence {
    std::string text;
    std::vector<int> marks; // numbers in BriefDocument::evidence, from 1
    bool assumption = false; // grade C: tinted and labelled
};

struct BriefSection {
    std::string name; // "Implication"; empty for the summary
    std::vector<BriefSentence> sentences;
};

struct BriefDecision {
    std::string type; // "Long / short"
    std::string idea;
    std::vector<int> marks;
    std::string legs; // "Process equipment / high-cost developers"
    std::string horizon;
    std::string exit;
};

struct BriefEvidence {
    std::string text; // “…less reliant on China” or "Assumption, playbook critical-materials"
    std::string place; // "¶1", "title"; empty for assumptions
};

struct BriefDocument {
    std::string desk; // "Critical minerals desk"; may be empty
    std::string made; // "23 Nov 2026 14:32 UTC"
    std::string madeIso; // the same moment for the file's own date
    std::string title;
    std::string meta; // "Materials Review · published 23 Nov 2026 13:44 UTC · explainer · story: 1 source"
    std::vector<std::string> topics;
    bool analysed = true;
    std::string notAnalysed; // why, when it is not
    double impact = 0;
    std::string impactLabel; // "moderate · sector-wide"
    double sentiment = 0;
    std::string sentimentLabel;
    std::string trendTitle; // "Topic sentiment, 30 days"; empty when there is no trend to show
    std::vector<double> trend; // one mean a day, oldest first, −1…+1
    BriefSection summary;
    std::vector<BriefSection> analysis;
    std::vector<BriefDecision> decisions;
    std::string noDecisions; // what to say when there are none
    std::vector<BriefEvidence> evidence;
    std::string notice; // "Analysis, not investment advice."
    std::string engine; // "Engine 0.1.0 · pack 4f9c2e · rebuild: leadline brief --from brief.json -o …"
};

} // namespace brief
