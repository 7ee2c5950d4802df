// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <ui/theme/theme.h>

#include <QSet>
#include <QString>

#include <vector>

namespace ui {

// The article's texts as rich text for the reader, with evidence numbered in order of first use. Links:
// "ev:3,4" (a sentence or mark and the evidence it rests on), "use:3" (words of the article that are
// evidence).
class ArticleText final {
public:
    ArticleText(const base::Article& article, const base::Analysis& analysis);

    // Summary and analysis; sentences that rest on any of `lit` are marked.
    QString brief(const Theme& theme, const QSet<int>& lit = {}) const;
    // The article; the words of `lit` are marked and the first of them carries the anchor "lit".
    QString full(const Theme& theme, const QSet<int>& lit = {}) const;
    QString entities(const Theme& theme) const;
    // What these numbers quote, one a line.
    QString quotes(const QSet<int>& numbers) const;
    static QSet<int> numbersOf(const QString& link);
    int evidenceCount() const { return static_cast<int>(m_evidence.size()); }

private:
    int numberOf(const base::Span& span);
    QString sentence(const Theme& theme, const base::Sentence& sentence, const QSet<int>& lit) const;
    QString marked(const Theme& theme, base::Field field, const QSet<int>& lit, bool& anchored) const;
    std::vector<int> numbers(const base::Provenance& provenance) const;

    const base::Article& m_article;
    const base::Analysis& m_analysis;
    std::vector<base::Span> m_evidence; // number − 1
};

} // namespace ui
