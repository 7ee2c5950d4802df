// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "viewchanges.h"

#include <items/navigationmodel.h>
#include <items/timetext.h>
#include <ui/widgets/changesdelegate.h>
#include <ui/widgets/worddifference.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

namespace {

QString escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

} // namespace

ViewChangesDialog::ViewChangesDialog(const Theme& theme, QString query, base::Instant now, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_query(std::move(query))
    , m_now(now)
{
    setWindowTitle(tr("Changed since I last looked"));
    setPalette(theme.palette()); // a window does not take that of its parent
    const QString muted = QStringLiteral("color: %1").arg(theme.css(Role::Muted));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    m_title = new QLabel(tr("Reading\u2026"), this);
    m_title->setFont(theme.font(16, QFont::DemiBold));
    m_summary = new QLabel(this);
    m_summary->setFont(theme.font(12));
    m_summary->setStyleSheet(muted);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_summary);
    column->addLayout(head);
    auto* rule = new QFrame(this);
    rule->setObjectName(QStringLiteral("rule"));
    column->addWidget(rule);

    m_pages = new QStackedWidget(this);
    auto* sides = new QSplitter(Qt::Horizontal, m_pages);
    sides->setHandleWidth(1);
    sides->setChildrenCollapsible(false);
    m_list = new QListView(sides);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ChangesDelegate(theme, m_list));
    m_list->setAccessibleName(tr("Changes"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_text = new QTextBrowser(sides);
    m_text->setFont(theme.font(13.5));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(14);
    m_text->setAccessibleName(tr("What changed"));
    sides->setSizes({theme.px(380), theme.px(500)});
    sides->setStretchFactor(1, 1);
    m_pages->addWidget(sides);
    m_empty = new QLabel(m_pages);
    m_empty->setFont(theme.font(13));
    m_empty->setStyleSheet(muted);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    auto* legend = new QLabel(tr("J and K go through the changes, Enter opens the article"), this);
    legend->setFont(theme.font(12));
    legend->setStyleSheet(muted);
    legend->setWordWrap(true);
    foot->addWidget(legend, 1);
    m_looked = new QPushButton(tr("I have looked"), this);
    m_looked->setObjectName(QStringLiteral("primary"));
    m_looked->setToolTip(tr("What is listed here is not listed again (L)"));
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {m_looked, close}) {
        button->setFont(theme.font(12.5));
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    column->addLayout(foot);
    const auto look = [this] {
        Q_EMIT looked();
        accept();
    };
    connect(m_looked, &QPushButton::clicked, this, look);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) { choose(current.row()); });
    connect(m_list, &QListView::activated, this, &ViewChangesDialog::openArticle);
    const auto key = [this](const QString& keys, auto run) {
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, run);
    };
    key(QStringLiteral("J"), [this] { step(1); });
    key(QStringLiteral("K"), [this] { step(-1); });
    key(QStringLiteral("O"), [this] { openArticle(); });
    key(QStringLiteral("L"), look);
    key(QStringLiteral("Ctrl+Return"), look);
    m_looked->setEnabled(false);
    m_list->setFocus();
    resize(theme.px(920), theme.px(580));
}

ViewChangesDialog::~ViewChangesDialog() = default;

KeysDialog::Rows ViewChangesDialog::keys()
{
    return {{QStringLiteral("J K"), tr("next and previous change")},
        {QStringLiteral("Enter O"), tr("open the article")},
        {QStringLiteral("L Ctrl+Return"), tr("I have looked: begin anew from here")}};
}

void ViewChangesDialog::showChanges(const desk::ViewChanges& changes)
{
    m_model.setChanges(changes, m_now);
    m_title->setText(tr("Changed since %1").arg(items::clockText(changes.since, m_now)));
    m_title->setToolTip(items::momentText(changes.since));
    const auto count = [](std::size_t size) { return items::countText(static_cast<qint64>(size)); };
    m_summary->setText(
        tr("%1 new \u00B7 %2 revised \u00B7 %3 moved%4")
            .arg(count(changes.added.size()), count(changes.revised.size()), count(changes.moved.size()),
                changes.more ? tr(" \u00B7 the newest of more") : QString()));
    m_empty->setText(tr("Nothing changed in this view since then."));
    m_pages->setCurrentIndex(changes.empty() ? 1 : 0);
    m_looked->setEnabled(true);
    if (const int row = m_model.nextRow(-1, 1); row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void ViewChangesDialog::showDifferences(
    int revised, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body)
{
    const int row = m_list->currentIndex().row();
    if (m_model.kindAt(row) != items::ChangesModel::Revised || m_model.placeAt(row) != revised)
        return;
    m_text->setHtml(wordDifference(m_theme, title, body).html);
}

QString ViewChangesDialog::details(int row) const
{
    const desk::ArticleRow* article = m_model.articleAt(row);
    if (article == nullptr)
        return {};
    QStringList lines;
    const auto line = [&](const QString& name, const QString& value) {
        lines << QStringLiteral("<tr><td style=\"color:%1; padding-right:16px\">%2</td><td "
                                "style=\"color:%3\">%4</td></tr>")
                     .arg(m_theme.css(Role::Muted), name, m_theme.css(Role::Body), value);
    };
    line(tr("Source"), escaped(article->source));
    line(tr("Received"), items::clockText(article->received, m_now));
    const QString arrow = QStringLiteral(" \u2192 ");
    if (m_model.kindAt(row) == items::ChangesModel::Moved) {
        const desk::ScoreMove& move = m_model.changes().moved[static_cast<std::size_t>(m_model.placeAt(row))];
        line(tr("Impact"),
            QString::number(move.impactBefore, 'f', 2) + arrow + QString::number(move.impactAfter, 'f', 2));
        line(tr("Sentiment"), signedFigure(move.sentimentBefore) + arrow + signedFigure(move.sentimentAfter));
        line(tr("Cause"), items::causeText(move.cause));
        if (!move.reason.empty())
            line(tr("Terms that moved"), escaped(move.reason));
    } else if (article->analysed) {
        line(tr("Impact"), QString::number(article->impact, 'f', 2));
        line(tr("Sentiment"), signedFigure(article->sentiment));
        QStringList topics;
        for (const std::string& topic : article->topics)
            topics << escaped(topic);
        if (!topics.isEmpty())
            line(tr("Topics"), topics.join(QStringLiteral(", ")));
    }
    return QStringLiteral(
        "<p style=\"color:%1; font-size:%2px; font-weight:600; margin-top:0px; margin-bottom:10px\">%3</p>"
        "<table cellspacing=\"0\" cellpadding=\"3\">%4</table>")
        .arg(m_theme.css(Role::Text), QString::number(m_theme.px(17)), escaped(article->title),
            lines.join(QString()));
}

void ViewChangesDialog::choose(int row)
{
    m_text->setHtml(details(row));
    if (m_model.kindAt(row) == items::ChangesModel::Revised)
        Q_EMIT differencesWanted(m_model.placeAt(row));
}

void ViewChangesDialog::step(int by)
{
    if (const int row = m_model.nextRow(m_list->currentIndex().row(), by); row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void ViewChangesDialog::openArticle()
{
    const desk::ArticleRow* article = m_model.articleAt(m_list->currentIndex().row());
    if (article == nullptr)
        return;
    const auto id = static_cast<qint64>(article->id);
    accept();
    Q_EMIT articleWanted(id);
}

} // namespace ui
