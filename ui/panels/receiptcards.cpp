// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "receiptcards.h"

#include <items/timetext.h>

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QLabel* words(const Theme& theme, const QString& text, double size, Role role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme.font(size));
    label->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(role)));
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// Two columns: what it is, and the value.
class Legs {
public:
    Legs(const Theme& theme, QFrame* card)
        : m_theme(theme)
        , m_card(card)
        , m_grid(new QGridLayout)
    {
        m_grid->setHorizontalSpacing(8);
        m_grid->setVerticalSpacing(3);
        m_grid->setColumnMinimumWidth(0, theme.px(76));
        m_grid->setColumnStretch(1, 1);
        static_cast<QVBoxLayout*>(card->layout())->addLayout(m_grid);
    }

    QLabel* add(const QString& key, const QString& value, Role role = Role::Body)
    {
        if (value.isEmpty())
            return nullptr;
        const int row = m_grid->rowCount();
        QLabel* left = words(m_theme, key, 12, Role::Muted, m_card);
        QLabel* right = words(m_theme, value, 12, role, m_card);
        m_grid->addWidget(left, row, 0, Qt::AlignTop);
        m_grid->addWidget(right, row, 1);
        return right;
    }

private:
    const Theme& m_theme;
    QFrame* m_card;
    QGridLayout* m_grid;
};

QFrame* newCard(const Theme& theme, const QString& title, QWidget* parent)
{
    auto* card = new QFrame(parent);
    card->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    auto* name = new QLabel(title, card);
    name->setTextFormat(Qt::PlainText);
    name->setFont(theme.font(13, QFont::DemiBold));
    name->setWordWrap(true);
    name->setMinimumWidth(1);
    column->addWidget(name);
    return card;
}

QString clauseText(const desk::Clause& clause)
{
    return clause.found.empty() ? utf8(clause.text)
                                : QObject::tr("%1: %2").arg(utf8(clause.text), utf8(clause.found));
}

} // namespace

QString markedQuote(const Theme& theme, const desk::FiringArticle& article)
{
    QString html;
    std::size_t from = 0;
    const auto plain = [&](std::size_t end) {
        html += utf8(article.quote.substr(from, end - from)).toHtmlEscaped();
        from = end;
    };
    for (const base::Span& hit : article.quoteHits) {
        if (hit.begin < from || hit.end > article.quote.size())
            continue;
        plain(hit.begin);
        html += QStringLiteral("<span style=\"background:%1; color:%2\">")
                    .arg(theme.css(Role::Mark), theme.css(Role::MarkText));
        plain(hit.end);
        html += QStringLiteral("</span>");
    }
    plain(article.quote.size());
    return QStringLiteral("\u201C") + html + QStringLiteral("\u201D");
}

QFrame* receiptCard(const Theme& theme, const desk::FiringArticle& article, QWidget* parent,
    const std::function<void()>& open)
{
    QFrame* card = newCard(theme, utf8(article.title), parent);
    Legs legs(theme, card);
    legs.add(QObject::tr("Article"),
        QObject::tr("%1, revision %2").arg(utf8(article.source)).arg(article.revision)
            + (article.fired ? QString() : QObject::tr("; same story, held back")));
    legs.add(QObject::tr("Received"), items::momentText(article.received));
    QStringList matched;
    for (const desk::Clause& clause : article.clauses) {
        if (clause.holds)
            matched << clauseText(clause);
    }
    legs.add(QObject::tr("Matched"), matched.join(QLatin1Char('\n')));
    if (!article.quote.empty()) {
        QLabel* quote = legs.add(QObject::tr("Evidence"), QStringLiteral("\u201C"));
        quote->setTextFormat(Qt::RichText);
        quote->setText(markedQuote(theme, article));
    }
    QStringList scores;
    if (article.impact)
        scores << QObject::tr("impact %1").arg(*article.impact, 0, 'f', 2);
    if (article.sentiment)
        scores << QObject::tr("sentiment %1").arg(signedFigure(*article.sentiment));
    if (article.novelty)
        scores << QObject::tr("novelty %1").arg(*article.novelty, 0, 'f', 0);
    legs.add(QObject::tr("Scores"), scores.isEmpty() ? QObject::tr("not analysed") : scores.join(QStringLiteral(", ")));
    if (!article.engine.empty())
        legs.add(QObject::tr("Engine"),
            QObject::tr("%1 \u00B7 pack %2").arg(utf8(article.engine), utf8(article.pack).left(6)));
    if (open) {
        auto* button = new QToolButton(card);
        button->setObjectName(QStringLiteral("link"));
        button->setText(QObject::tr("Open article"));
        button->setAccessibleName(QObject::tr("Open article: %1").arg(utf8(article.title)));
        button->setFont(theme.font(11.5));
        QObject::connect(button, &QToolButton::clicked, card, [open] { open(); });
        card->layout()->addWidget(button);
        card->layout()->setAlignment(button, Qt::AlignLeft);
    } else {
        card->layout()->addWidget(
            words(theme, QObject::tr("The article is gone; this receipt stays."), 11.5, Role::Muted, card));
    }
    return card;
}

QFrame* whyCard(const Theme& theme, const desk::WhyNot& why, QWidget* parent)
{
    QFrame* card = newCard(theme,
        why.fires ? QObject::tr("It would fire on this article")
                  : QObject::tr("Why %1 does not fire").arg(utf8(why.ruleName)),
        parent);
    card->layout()->addWidget(words(theme, utf8(why.title), 12, Role::Body, card));
    Legs legs(theme, card);
    for (const desk::Clause& clause : why.clauses)
        legs.add(clause.holds ? QObject::tr("\u2713 holds") : QObject::tr("\u2715 fails"), clauseText(clause),
            clause.holds ? Role::Muted : Role::Negative);
    return card;
}

} // namespace ui
