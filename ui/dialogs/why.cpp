// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "why.h"

#include <items/datawords.h>
#include <ui/widgets/waterfall.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString words(const base::Article& article, const base::Span& span)
{
    return utf8(base::slice(span.field == base::Field::Title ? article.title : article.body, span))
        .simplified();
}

QString termText(const Theme& theme, const base::Article& article, const base::ImpactTerm& term)
{
    QString html = QStringLiteral("<p><b>%1</b> %2 (%3)</p>")
                       .arg(items::dataWord(term.name).toHtmlEscaped(), utf8(term.detail).toHtmlEscaped(),
                           signedFigure(term.value));
    for (const base::Span& span : term.provenance.evidence)
        html += QStringLiteral("<p style=\"color:%1\">\u201C%2\u201D</p>")
                    .arg(theme.css(Role::Body), words(article, span).toHtmlEscaped());
    for (const std::string& rule : term.provenance.rules)
        html += QStringLiteral("<p style=\"color:%1\">%2</p>")
                    .arg(theme.css(Role::Muted), utf8(rule).toHtmlEscaped());
    if (term.provenance.evidence.empty() && term.provenance.rules.empty())
        html += QStringLiteral("<p style=\"color:%1\">%2</p>")
                    .arg(theme.css(Role::Muted),
                        QObject::tr("No words of the article: this term is an assumption of the scoring."));
    return html;
}

QString sentimentTable(const Theme& theme, const base::Article& article, const base::Sentiment& sentiment)
{
    std::vector<base::SentimentPart> parts = sentiment.parts;
    std::stable_sort(
        parts.begin(), parts.end(), [](const base::SentimentPart& a, const base::SentimentPart& b) {
            return std::abs(a.score * a.weight) > std::abs(b.score * b.weight);
        });
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">");
    double sum = 0;
    for (const base::SentimentPart& part : parts) {
        const double share = part.score * part.weight;
        sum += share;
        html += QStringLiteral("<tr><td width=\"%8\" align=\"right\" style=\"color:%1\">%2</td><td "
                               "style=\"color:%3\">%4<br><span style=\"color:%5\">%6 \u00B7 "
                               "%7</span></td></tr>")
                    .arg(theme.forSign(share).name(),
                        (share < 0 ? QStringLiteral("\u2212") : QStringLiteral("+"))
                            + QString::number(std::abs(share), 'f', 3),
                        theme.css(Role::Body), words(article, part.span).toHtmlEscaped(),
                        theme.css(Role::Muted), utf8(part.formula).toHtmlEscaped(),
                        QObject::tr("score %1 \u00D7 weight %2")
                            .arg(signedFigure(part.score), QString::number(part.weight, 'f', 3)),
                        QString::number(theme.px(60)));
    }
    return html
        + QStringLiteral("</table><p style=\"color:%1\">%2</p>")
              .arg(theme.css(Role::Muted),
                  QObject::tr("Sum %1, shown as %2 (%3)")
                      .arg(signedFigure(sum), signedFigure(sentiment.score),
                          items::dataWord(sentiment.label)));
}

} // namespace

WhyDialog::WhyDialog(
    const Theme& theme, const base::Article& article, const base::Analysis& analysis, Of of, QWidget* parent)
    : QDialog(parent)
{
    const bool impact = of == Of::Impact;
    const QString figure
        = impact ? QString::number(analysis.impact.score, 'f', 2) : signedFigure(analysis.sentiment.score);
    setWindowTitle(tr("Why %1?").arg(figure));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    const auto addLine = [&](const QString& left, const QString& right, QFont::Weight weight) {
        auto* row = new QHBoxLayout;
        auto* first = new QLabel(left, this);
        first->setFont(theme.font(13, weight));
        auto* second = new QLabel(right, this);
        second->setFont(theme.font(12));
        second->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
        row->addWidget(first);
        row->addStretch();
        row->addWidget(second);
        column->addLayout(row);
    };
    addLine(windowTitle(),
        impact ? tr("impact = logistic of the sum") : tr("sentiment = sum of score \u00D7 weight"),
        QFont::DemiBold);
    auto* detail = new QTextBrowser(this);
    detail->setOpenLinks(false);
    detail->setFont(theme.font(12.5));
    if (impact) {
        auto* waterfall = new Waterfall(theme, analysis.impact, this);
        waterfall->setMinimumSize(waterfall->sizeHint());
        column->addWidget(waterfall);
        auto* rule = new QFrame(this);
        rule->setObjectName(QStringLiteral("rule"));
        column->addWidget(rule);
        addLine(tr("Sum %1 \u2192 %2, %3")
                    .arg(signedFigure(waterfall->sum()), figure, items::dataWord(analysis.impact.label)),
            tr("scoring %1 \u00B7 pack %2")
                .arg(utf8(analysis.engine.version), utf8(analysis.engine.pack).left(6)),
            QFont::DemiBold);
        const auto show = [=, &theme](int index) {
            detail->setHtml(termText(theme, article, analysis.impact.terms[static_cast<std::size_t>(index)]));
        };
        connect(waterfall, &Waterfall::termChosen, this, show);
        detail->setHtml(QStringLiteral("<p style=\"color:%1\">%2</p>")
                            .arg(theme.css(Role::Muted),
                                tr("A percentile among news items, from stated priors; not fitted to prices. "
                                   "Click a term for its evidence and rule.")));
        detail->setFixedHeight(theme.px(130));
    } else {
        detail->setHtml(sentimentTable(theme, article, analysis.sentiment));
        detail->setMinimumSize(theme.px(680), theme.px(420));
    }
    column->addWidget(detail);
}

WhyDialog::~WhyDialog() = default;

} // namespace ui
