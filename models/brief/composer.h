// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>
#include <brief/briefinput.h>

#include <string>
#include <vector>

namespace brief {

std::string signedFigure(double value); // "−0.15", "+0.63", "0.00"
std::string momentText(base::Instant instant); // "23 Nov 2026 13:44 UTC"
std::string countOf(std::size_t count, const std::string& one, const std::string& many); // "1 article"
std::string decisionType(const std::string& kind); // "Long / short"
std::string legsText(const base::Decision& decision); // "Processing / high-cost developers"
std::string storyPlace(const base::Article& article); // "a12": the anchor of an article told in full
Run figureRun(double value); // signed, with the colour of its sign

// Puts a brief together block by block; what all kinds share. Evidence is numbered through the whole brief.
class Composer final {
public:
    explicit Composer(const BriefInput& input);

    void add(Block block) { m_document.blocks.push_back(std::move(block)); }
    void heading(int level, const std::string& text, const std::string& anchor = {}, bool listed = false);
    void text(Line line, Paragraph::Role role = Paragraph::Role::Body);
    void title(const std::string& text, Line meta);

    // One article on its own pages, with the topic's trend.
    void wholeArticle(const ArticlePart& part);
    // One among many: a heading that is listed, and all that is said of it.
    void articleAmongMany(const ArticlePart& part, const Line& after = {});
    // Source, time, mode and story of an article.
    Line meta(const ArticlePart& part) const;
    // The engine's line of the foot.
    void engine(const base::Engine& engine);

    BriefDocument take() { return std::move(m_document); }

private:
    std::vector<int> marks(const base::Provenance& provenance, base::Grade grade);
    int number(Evidence::Entry entry);
    void addMarks(Line& line, const std::vector<int>& marks) const;
    void sentences(Line& line, const std::vector<base::Sentence>& from);
    void analysis(const base::Analysis& analysis);
    void decisions(const base::Analysis& analysis);
    void evidence(bool headed);

    const BriefInput& m_input;
    const ArticlePart* m_part = nullptr; // whose words are quoted
    BriefDocument m_document;
    Evidence m_evidence; // of the article under way
};

// The kinds, one file each.
BriefDocument storyBrief(const BriefInput& input);
BriefDocument deskBrief(const BriefInput& input);
BriefDocument changesBrief(const BriefInput& input);
BriefDocument decisionSheet(const BriefInput& input);

} // namespace brief
