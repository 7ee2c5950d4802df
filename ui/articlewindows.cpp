// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlewindows.h"

#include <ui/commandtable.h>
#include <ui/ownwindow.h>
#include <ui/panels/decisions.h>
#include <ui/panels/reader.h>

#include <QShortcut>
#include <QSplitter>

namespace ui {

namespace {

constexpr int ArticleWidth = 700;
constexpr int DecisionsWidth = 400;
constexpr int Cards = 5; // that have a key

QString quoted(const QString& field, const QString& value)
{
    return field + QLatin1Char('"') + QString(value).remove(QLatin1Char('"')) + QLatin1Char('"');
}

} // namespace

ArticleWindows::ArticleWindows(const Theme& theme, const CommandTable& commands, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_commands(commands)
{
}

ArticleWindows::~ArticleWindows() { closeAll(); }

void ArticleWindows::open(qint64 id)
{
    if (!m_windows.contains(id))
        m_windows.insert(id, make(id));
    OwnWindow* window = m_windows.value(id).window;
    window->show();
    window->raise();
    window->activateWindow();
    Q_EMIT articleWanted(id);
}

ArticleWindows::View ArticleWindows::make(qint64 id)
{
    View view;
    auto* sides = new QSplitter(Qt::Horizontal);
    sides->setHandleWidth(1);
    sides->setChildrenCollapsible(false);
    view.reader = new Reader(m_theme, sides);
    view.decisions = new DecisionsPanel(m_theme, sides);
    sides->setStretchFactor(0, 1);
    sides->setSizes({m_theme.px(ArticleWidth), m_theme.px(DecisionsWidth)});
    view.reader->refreshTheme();
    view.reader->setBackVisible(false);
    view.reader->setNotesVisible(false); // a note is written in one place
    view.window = new OwnWindow(m_theme, tr("Leadline"), *sides);
    connect(view.window, &OwnWindow::closed, this, [this, id] { m_windows.take(id).window->deleteLater(); });
    connect(view.reader, &Reader::articleWanted, this, &ArticleWindows::open);
    connect(view.reader, &Reader::briefWanted, this, [this, id] { Q_EMIT briefWanted(id); });
    connect(view.reader, &Reader::topicChosen, this,
        [this](const QString& topic) { Q_EMIT searchWanted(quoted(QStringLiteral("topic:"), topic)); });
    connect(view.reader, &Reader::labelChosen, this,
        [this](const QString& label) { Q_EMIT searchWanted(quoted(QStringLiteral("label:"), label)); });
    connect(view.reader, &Reader::linkChosen, this, &ArticleWindows::linkChosen);
    connect(view.reader, &Reader::said, this, &ArticleWindows::said);
    connect(view.decisions, &DecisionsPanel::accepted, this,
        [this, id](int index) { Q_EMIT decisionAccepted(id, index); });
    connect(view.decisions, &DecisionsPanel::takenBack, this,
        [this, id](int index) { Q_EMIT decisionTakenBack(id, index); });
    addKeys(view);
    Q_EMIT made(view.reader);
    return view;
}

// Those that mean the same beside the list, with the keys they have there.
void ArticleWindows::addKeys(const View& view)
{
    const auto key = [&](const QString& command, const auto& run) {
        const Command* found = m_commands.find(command);
        Q_ASSERT(found != nullptr);
        for (const QKeySequence& keys : found->keys) {
            auto* shortcut = new QShortcut(keys, view.window);
            connect(shortcut, &QShortcut::activated, view.reader, run);
        }
    };
    Reader* reader = view.reader;
    DecisionsPanel* decisions = view.decisions;
    key(QStringLiteral("window.back"), [window = view.window] { window->close(); });
    key(QStringLiteral("article.page"), [reader] { reader->pageDown(); });
    key(QStringLiteral("article.whyImpact"), [reader] { reader->openWhyImpact(); });
    key(QStringLiteral("article.whySentiment"), [reader] { reader->openWhySentiment(); });
    key(QStringLiteral("article.tab"),
        [reader] { reader->setTab(static_cast<Reader::Tab>((reader->tab() + 1) % Reader::Notes)); });
    key(QStringLiteral("evidence.next"), [reader] { reader->stepEvidence(1); });
    key(QStringLiteral("evidence.previous"), [reader] { reader->stepEvidence(-1); });
    key(QStringLiteral("evidence.follow"), [reader] { reader->followEvidence(); });
    key(QStringLiteral("article.find"), [reader] { reader->openFind(); });
    key(QStringLiteral("article.revisions"), [reader] { reader->openRevisions(); });
    key(QStringLiteral("article.brief"), [reader] { Q_EMIT reader->briefWanted(); });
    key(QStringLiteral("decisions.accept"), [decisions] { decisions->acceptFocused(); });
    for (int at = 0; at < Cards; ++at)
        key(QStringLiteral("decisions.%1").arg(at + 1), [decisions, at] { decisions->focusCard(at); });
}

void ArticleWindows::showArticle(const base::Article& article, const base::Analysis& analysis,
    const std::vector<desk::LedgerEntry>& kept, int revisions, base::Instant now)
{
    const auto found = m_windows.constFind(article.id);
    if (found == m_windows.constEnd())
        return;
    found->reader->showArticle(article, analysis, now, revisions);
    found->decisions->showDecisions(analysis, kept, now);
    found->window->setWindowTitle(tr("%1 \u2014 Leadline").arg(QString::fromStdString(article.title)));
}

void ArticleWindows::closeAll()
{
    for (const View& view : std::as_const(m_windows))
        delete view.window;
    m_windows.clear();
}

void ArticleWindows::refreshTheme()
{
    for (const View& view : std::as_const(m_windows)) {
        view.window->refreshTheme();
        view.reader->refreshTheme();
        view.decisions->refreshTheme();
    }
}

} // namespace ui
