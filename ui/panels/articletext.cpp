// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articletext.h"

#include <items/datawords.h>

#include <QFontMetricsF>
#include <QObject>
#include <QStringList>

#include <algorithm>
#include <set>

namespace ui {

namespace {

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Paragraph breaks become paragraphs; all else is escaped.
QString escaped(std::string_view text)
{
    QString html = utf8(text).toHtmlEscaped();
    html.replace(QStringLiteral("\n\n"), QStringLiteral("</p><p>"));
    html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return html;
}

QString kindWord(std::string kind)
{
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return items::dataWord(kind);
}

QString joined(const std::vector<int>& numbers)
{
    QStringList list;
    for (const int number : numbers)
        list << QString::number(number);
    return list.join(QLatin1Char(','));
}

// The design's line height counts in font sizes, Qt's in the font's own line.
int lineHeight(const Theme& theme)
{
    const QFont font = theme.font(13.5);
    return static_cast<int>(158 * font.pixelSize() / QFontMetricsF(font).lineSpacing() + 0.5);
}

QString pageStyle(const Theme& theme)
{
    return QStringLiteral(
        "<style>p { color: %1; line-height: %4%; margin: 0 0 10px 0; } .head { color: %2; font-size: %3px; "
        "font-weight: 600; margin: 8px 0 4px 0; }"
        " a { text-decoration: none; color: %1; } td { color: %1; padding: 3px 14px 3px 0; }</style>")
        .arg(theme.css(Role::Body), theme.css(Role::Text))
        .arg(theme.px(13))
        .arg(lineHeight(theme));
}

} // namespace

ArticleText::ArticleText(const base::Article& article, const base::Analysis& analysis)
    : m_article(article)
    , m_analysis(analysis)
{
    for (const base::Sentence& sentence : analysis.summary) {
        for (const base::Span& span : sentence.provenance.evidence)
            numberOf(span);
    }
    for (const base::Section& section : analysis.analysis) {
        for (const base::Sentence& sentence : section.sentences) {
            for (const base::Span& span : sentence.provenance.evidence)
                numberOf(span);
        }
    }
    for (const base::Decision& decision : analysis.decisions) {
        for (const base::Span& span : decision.provenance.evidence)
            numberOf(span);
    }
}

int ArticleText::numberOf(const base::Span& span)
{
    auto it = std::find(m_evidence.begin(), m_evidence.end(), span);
    if (it == m_evidence.end())
        it = m_evidence.insert(m_evidence.end(), span);
    return static_cast<int>(it - m_evidence.begin()) + 1;
}

std::vector<int> ArticleText::numbers(const base::Provenance& provenance) const
{
    std::vector<int> list;
    for (const base::Span& span : provenance.evidence) {
        const auto it = std::find(m_evidence.begin(), m_evidence.end(), span);
        if (it != m_evidence.end())
            list.push_back(static_cast<int>(it - m_evidence.begin()) + 1);
    }
    return list;
}

QString ArticleText::sentence(const Theme& theme, const base::Sentence& sentence, const QSet<int>& lit) const
{
    const std::vector<int> own = numbers(sentence.provenance);
    const QString text = utf8(sentence.text).toHtmlEscaped();
    const bool assumed = own.empty() || sentence.grade == base::Grade::C;
    const QString label = assumed
        ? QStringLiteral("<span style=\"color:%1; font-size:%2px\">&nbsp;%3</span>")
              .arg(theme.css(Role::Muted), QString::number(theme.px(10.5)), QObject::tr("assumption"))
        : QString();
    const QString tint
        = assumed ? QStringLiteral(" style=\"background:%1\"").arg(theme.css(Role::Assumption)) : QString();
    if (own.empty())
        return QStringLiteral("<span%1>%2</span>%3 ").arg(tint, text, label);
    const bool marked = std::any_of(own.begin(), own.end(), [&](int number) { return lit.contains(number); });
    const QString style = marked ? QStringLiteral(" style=\"background:%1; color:%2\"")
                                       .arg(theme.css(Role::Mark), theme.css(Role::MarkText))
                                 : tint;
    const QString link = joined(own);
    return QStringLiteral("<a href=\"ev:%1\"%2>%3</a><a href=\"ev:%1\" style=\"color:%4; font-size:%5px; "
                          "vertical-align:super\">&nbsp;%1</a>%6 ")
        .arg(link, style, text, theme.css(Role::Link), QString::number(theme.px(14)), label);
}

QString ArticleText::brief(const Theme& theme, const QSet<int>& lit) const
{
    QString html = pageStyle(theme);
    if (m_analysis.mode == base::Mode::NotAnalysed) {
        const QString reason
            = m_analysis.reason.empty() ? QObject::tr("Not analysed yet") : utf8(m_analysis.reason);
        return html
            + QStringLiteral("<p>%1.</p><p style=\"color:%2\">%3</p>")
                  .arg(reason.toHtmlEscaped(), theme.css(Role::Muted),
                      QObject::tr("The text is stored and can be searched; it stands under Full text."));
    }
    if (!m_analysis.summary.empty()) {
        html += QStringLiteral("<p class=\"head\">%1</p><p>").arg(QObject::tr("Summary"));
        for (const base::Sentence& one : m_analysis.summary)
            html += sentence(theme, one, lit);
        html += QStringLiteral("</p>");
    }
    if (m_analysis.analysis.empty())
        return html
            + QStringLiteral("<p style=\"color:%1\">%2</p>")
                  .arg(theme.css(Role::Muted), QObject::tr("The article supports no further analysis."));
    html += QStringLiteral("<p class=\"head\">%1</p>").arg(QObject::tr("Analysis"));
    for (const base::Section& section : m_analysis.analysis) {
        html += QStringLiteral("<p><span style=\"color:%1; font-weight:600\">%2.</span> ")
                    .arg(theme.css(Role::Accent), utf8(section.section).toHtmlEscaped());
        for (const base::Sentence& one : section.sentences)
            html += sentence(theme, one, lit);
        html += QStringLiteral("</p>");
    }
    return html;
}

// Cuts the text where evidence begins or ends and marks each piece.
QString ArticleText::marked(const Theme& theme, base::Field field, const QSet<int>& lit, bool& anchored) const
{
    const std::string& text = field == base::Field::Title ? m_article.title : m_article.body;
    std::set<std::size_t> cuts{0, text.size()};
    for (const base::Span& span : m_evidence) {
        if (span.field == field && span.end <= text.size()) {
            cuts.insert(span.begin);
            cuts.insert(span.end);
        }
    }
    QString html;
    for (auto at = cuts.begin(); std::next(at) != cuts.end(); ++at) {
        const std::size_t begin = *at;
        const std::size_t end = *std::next(at);
        std::vector<int> covering;
        bool isLit = false;
        for (std::size_t index = 0; index < m_evidence.size(); ++index) {
            const base::Span& span = m_evidence[index];
            if (span.field == field && span.begin <= begin && end <= span.end) {
                covering.push_back(static_cast<int>(index) + 1);
                isLit = isLit || lit.contains(static_cast<int>(index) + 1);
            }
        }
        const QString piece = escaped(std::string_view(text).substr(begin, end - begin));
        if (covering.empty()) {
            html += piece;
            continue;
        }
        if (isLit && !anchored) {
            html += QStringLiteral("<a name=\"lit\"></a>");
            anchored = true;
        }
        const QString style = isLit ? QStringLiteral(" style=\"background:%1; color:%2\"")
                                          .arg(theme.css(Role::Mark), theme.css(Role::MarkText))
                                    : QString();
        html += QStringLiteral("<a href=\"use:%1\"%2>%3</a>").arg(joined(covering), style, piece);
    }
    return html;
}

QString ArticleText::full(const Theme& theme, const QSet<int>& lit) const
{
    bool anchored = false;
    QString html = pageStyle(theme);
    const QString title = marked(theme, base::Field::Title, lit, anchored);
    if (anchored)
        html += QStringLiteral("<p class=\"head\">%1</p>").arg(title);
    html += QStringLiteral("<p>") + marked(theme, base::Field::Body, lit, anchored) + QStringLiteral("</p>");
    if (!m_article.warnings.empty()) {
        QStringList warnings;
        for (const std::string& warning : m_article.warnings)
            warnings << utf8(warning).toHtmlEscaped();
        html += QStringLiteral("<p style=\"color:%1\">%2</p>")
                    .arg(theme.css(Role::Muted), warnings.join(QStringLiteral("<br>")));
    }
    return html;
}

QString ArticleText::entities(const Theme& theme) const
{
    QString html = pageStyle(theme);
    if (m_analysis.entities.empty())
        return html
            + QStringLiteral("<p style=\"color:%1\">%2</p>")
                  .arg(theme.css(Role::Muted),
                      QObject::tr("No company, country, institution or commodity was recognised."));
    html += QStringLiteral("<table cellspacing=\"0\"><tr><td style=\"color:%1\">%2</td><td "
                           "style=\"color:%1\">%3</td><td style=\"color:%1\" align=\"right\">%4</td>"
                           "<td style=\"color:%1\" align=\"right\">%5</td><td style=\"color:%1\" "
                           "align=\"right\">%6</td></tr>")
                .arg(theme.css(Role::Muted), QObject::tr("Name", "of an entity"), QObject::tr("Kind"),
                    QObject::tr("Relevance"), QObject::tr("Sentiment"), QObject::tr("Mentions"));
    for (const base::Entity& entity : m_analysis.entities) {
        const QString name = utf8(entity.name)
            + (entity.ticker.empty() ? QString() : QStringLiteral(" (%1)").arg(utf8(entity.ticker)));
        html += QStringLiteral("<tr><td>%1</td><td>%2</td><td align=\"right\">%3</td><td align=\"right\" "
                               "style=\"color:%4\">%5</td><td align=\"right\">%6</td></tr>")
                    .arg(name.toHtmlEscaped(), kindWord(entity.kind).toHtmlEscaped(),
                        QString::number(entity.relevance), theme.forSign(entity.sentiment).name(),
                        arrowFigure(entity.sentiment), QString::number(entity.mentions.size()));
    }
    html += QStringLiteral("</table>");
    if (!m_analysis.events.empty()) {
        html
            += QStringLiteral("<p class=\"head\">%1</p><table cellspacing=\"0\">").arg(QObject::tr("Events"));
        for (const base::Event& event : m_analysis.events) {
            html += QStringLiteral("<tr><td>%1</td><td style=\"color:%2\">%3</td><td>%4</td></tr>")
                        .arg(utf8(event.type), theme.css(Role::Muted),
                            items::dataWord(base::modalityName(event.modality)),
                            utf8(base::slice(event.provenance.evidence.front().field == base::Field::Title
                                         ? m_article.title
                                         : m_article.body,
                                     event.provenance.evidence.front()))
                                .toHtmlEscaped());
        }
        html += QStringLiteral("</table>");
    }
    return html;
}

QString ArticleText::quotes(const QSet<int>& numbers) const
{
    QList<int> sorted(numbers.begin(), numbers.end());
    std::sort(sorted.begin(), sorted.end());
    QStringList lines;
    for (const int number : sorted) {
        if (number < 1 || number > static_cast<int>(m_evidence.size()))
            continue;
        const base::Span& span = m_evidence[static_cast<std::size_t>(number - 1)];
        QString words
            = utf8(base::slice(span.field == base::Field::Title ? m_article.title : m_article.body, span))
                  .simplified();
        if (words.size() > 220)
            words = words.left(219) + QStringLiteral("\u2026");
        lines << QStringLiteral("<b>%1</b> \u201C%2\u201D").arg(number).arg(words.toHtmlEscaped());
    }
    return lines.join(QStringLiteral("<br>"));
}

QSet<int> ArticleText::numbersOf(const QString& link)
{
    QSet<int> numbers;
    for (const QString& part : link.section(QLatin1Char(':'), 1).split(QLatin1Char(','), Qt::SkipEmptyParts))
        numbers.insert(part.toInt());
    return numbers;
}

} // namespace ui
