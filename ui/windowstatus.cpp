// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The status bar, and the ways out of the page: sources, links, offline. A part of MainWindow.
#include "asofclock.h"
#include "mainwindow.h"

#include <items/navigationmodel.h>
#include <ui/articlestates.h>
#include <ui/articlewindows.h>
#include <ui/briefwindows.h>
#include <ui/commandtable.h>
#include <ui/controlwindows.h>
#include <ui/linkopener.h>
#include <ui/panels/articlelist.h>
#include <ui/panels/reader.h>
#include <ui/sourcewindows.h>
#include <ui/viewwindows.h>
#include <ui/widgets/elidedlabel.h>
#include <ui/windowlayouts.h>
#include <ui/windowpages.h>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>

namespace ui {

void MainWindow::buildStatus(QWidget* parent)
{
    auto* status = new QFrame(parent);
    status->setObjectName(QStringLiteral("status"));
    m_status = status;
    auto* row = new QHBoxLayout(status);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(20);
    auto* health = new ElidedLabel(status);
    m_health = health;
    for (QLabel** label : {&m_job, &m_message, &m_size})
        *label = new ElidedLabel(status);
    connect(health, &ElidedLabel::clicked, this, [this] { m_sources->openSources(); });
    m_cancel = new QToolButton(status);
    m_cancel->setObjectName(QStringLiteral("plain"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->hide();
    connect(m_cancel, &QToolButton::clicked, this, &MainWindow::cancelRequested);
    m_health->setCursor(Qt::PointingHandCursor);
    m_offlineWord = new QToolButton(status);
    m_offlineWord->setObjectName(QStringLiteral("word"));
    m_offlineWord->setText(tr("Offline"));
    m_offlineWord->setCursor(Qt::PointingHandCursor);
    m_offlineWord->hide();
    connect(m_offlineWord, &QToolButton::clicked, this, &MainWindow::toggleOffline);
    m_asOf = new AsOfClock(m_theme, *this, *status);
    connect(m_asOf, &AsOfClock::changed, this, [this] {
        startFromTop();
        m_pages->refresh();
        if (m_wanted != 0)
            Q_EMIT articleChosen(m_wanted);
    });
    row->addWidget(m_asOf->word());
    row->addWidget(m_health);
    row->addWidget(m_offlineWord);
    row->addWidget(m_job);
    row->addWidget(m_cancel);
    row->addWidget(m_message, 1);
    row->addWidget(m_size);
    parent->layout()->addWidget(status);
}

void MainWindow::buildWays()
{
    m_sources = new SourceWindows(m_theme, *this);
    connect(m_sources, &SourceWindows::addressGiven, this, &MainWindow::addFeedRequested);
    connect(m_sources, &SourceWindows::importChosen, this,
        [this](const QString& path) { Q_EMIT filesChosen({path}); });
    m_states = new ArticleStates(m_theme, m_model, *m_list, *m_reader, *this);
    connect(m_states, &ArticleStates::readChanged, this, &MainWindow::readChanged);
    connect(m_states, &ArticleStates::starChanged, this, &MainWindow::starChanged);
    connect(m_states, &ArticleStates::listOutdated, this, &MainWindow::requestFeed);
    m_views = new ViewWindows(
        m_theme, *m_navigationView,
        [this] {
            return ViewWindows::View{query(), m_list->sort()};
        },
        *this);
    connect(m_views, &ViewWindows::articleWanted, this, &MainWindow::openFromElsewhere);
    connect(m_views, &ViewWindows::said, this, &MainWindow::showMessage);
    m_briefs = new BriefWindows(m_theme, *this);
    connect(m_briefs, &BriefWindows::said, this, &MainWindow::showMessage);
    m_commands = new CommandTable(*this);
    m_controls = new ControlWindows(m_theme, *m_commands, *m_pages, m_navigation, *this);
    auto* layouts = new WindowLayouts(m_theme, *this, {m_columns, m_right}, *m_pages);
    connect(layouts, &WindowLayouts::said, this, &MainWindow::showMessage);
    m_controls->setLayouts(layouts);
    connect(m_pages, &WindowPages::windowClosed, this, &MainWindow::stateChanged);
    connect(m_pages, &WindowPages::windowOpened, this, [this](QWidget* window) {
        for (const Command& command : m_commands->commands()) { // the keys that hold everywhere
            if (command.where == Where::Everywhere)
                window->addAction(command.action);
        }
    });
    auto* articles = new ArticleWindows(m_theme, *m_commands, this);
    m_pages->setArticles(articles);
    connect(articles, &ArticleWindows::decisionAccepted, this, &MainWindow::decisionAccepted);
    connect(articles, &ArticleWindows::decisionTakenBack, this, &MainWindow::decisionTakenBack);
    connect(articles, &ArticleWindows::searchWanted, this, &MainWindow::searchNews);
    connect(articles, &ArticleWindows::said, this, &MainWindow::showMessage);
    connect(articles, &ArticleWindows::briefWanted, this,
        [this](qint64 id) { m_briefs->open({id, {}, query(), m_list->sort()}); });
    connect(m_controls, &ControlWindows::viewWanted, this, [this](const QString& wanted) {
        m_pages->show(0);
        m_navigationView->setCurrentIndex(m_navigation.index(m_navigation.indexOfQuery(wanted)));
        m_list->view().setFocus();
    });
    connect(m_controls, &ControlWindows::searchWanted, this, [this](const QString& wanted) {
        m_viewQuery = QStringLiteral("sort:impact"); // in all news, not in the view that is shown
        m_navigationView->setCurrentIndex(m_navigation.index(m_navigation.indexOfQuery(m_viewQuery)));
        searchNews(wanted);
    });
    connect(m_controls, &ControlWindows::articleWanted, this, &MainWindow::openFromElsewhere);
    connect(m_controls, &ControlWindows::retentionWanted, m_views, &ViewWindows::openRetention);
    connect(m_controls, &ControlWindows::said, this, &MainWindow::showMessage);
    connect(m_controls, &ControlWindows::themeWanted, this, [this](bool dark) {
        if (dark != m_isDark)
            setDarkTheme(dark);
    });
    connect(m_controls, &ControlWindows::scaleWanted, this, [this](double scale) {
        if (qRound(scale * 100) != qRound(m_theme.scale() * 100))
            setTextScale(scale);
    });
    m_links = new LinkOpener(m_theme, *this);
    connect(m_links, &LinkOpener::said, this, &MainWindow::showMessage);
    connect(m_links, &LinkOpener::confirmed, this,
        [this](const QUrl& url) { Q_EMIT originalRequested(url.toString(QUrl::FullyEncoded)); });
    connect(m_reader, &Reader::said, this, &MainWindow::showMessage);
    connect(m_reader, &Reader::linkChosen, m_links, &LinkOpener::open);
    connect(&m_pages->articles(), &ArticleWindows::linkChosen, m_links, &LinkOpener::open);
}

void MainWindow::openOriginal()
{
    if (m_reader->hasArticle() && !m_reader->article().url.empty())
        m_links->open(QString::fromStdString(m_reader->article().url));
}

void MainWindow::showOffline(bool offline)
{
    m_offline = offline;
    m_offlineWord->setVisible(offline);
    m_commands->action(QStringLiteral("window.offline"))->setChecked(offline);
}

void MainWindow::showKeysInUse()
{
    const auto key = [this](const char* id) {
        const QString keys = m_commands->find(QString::fromLatin1(id))->keyText();
        return keys.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(keys);
    };
    m_health->setToolTip(tr("Sources%1").arg(key("sources.open")));
    m_offlineWord->setToolTip(tr("Nothing is fetched. Click to go online%1.").arg(key("window.offline")));
    m_asOf->word()->setToolTip(
        tr("Only what was known then is shown. Click for the present%1.").arg(key("window.asOf")));
}

void MainWindow::toggleOffline()
{
    showOffline(!m_offline);
    m_offlineKept = m_offline;
    Q_EMIT offlineChanged(m_offline);
    Q_EMIT stateChanged();
}

void MainWindow::setNow(base::Instant now)
{
    m_now = now;
    m_model.setNow(now);
    m_sources->setNow(now);
    m_asOf->setNow(now);
    m_views->setNow(now);
    m_pages->setNow(now);
    m_controls->setNow(now);
    m_clock->setText(QString::fromStdString(base::clockText(now)) + QStringLiteral(" UTC"));
}

void MainWindow::showHealth(const desk::Navigation& navigation)
{
    qint64 failing = 0;
    for (const desk::SourceHealth& source : navigation.sources)
        failing += source.failing() ? 1 : 0;
    const auto sources = static_cast<qint64>(navigation.sources.size());
    m_health->setText(sources == 0
            ? tr("No sources")
            : tr("\u25CF %1 of %2 sources healthy").arg(sources - failing).arg(sources));
    const double megabytes = static_cast<double>(navigation.bytes) / 1e6;
    const QString size = megabytes < 1000 ? tr("%1 MB").arg(megabytes, 0, 'f', 1)
                                          : tr("%1 GB").arg(megabytes / 1000, 0, 'f', 1);
    m_size->setText(tr("%1 articles \u00B7 %2").arg(items::countText(navigation.articles), size));
}

void MainWindow::showJob(const QString& text, int done, int total)
{
    m_job->setText(total > 0 ? tr("%1 (%2 of %3)").arg(text).arg(done).arg(total) : text);
    m_cancel->setVisible(total > 0);
}

void MainWindow::placeArticle()
{
    const int row = m_model.placeOf(m_wanted);
    m_reader->setPlace(row >= 0 ? tr("%1 of %2").arg(row + 1).arg(m_model.totalText()) : QString());
}

void MainWindow::showMessage(const QString& text) { m_message->setText(text); }
void MainWindow::showNewCount(int count) { m_list->setNewCount(count); }

} // namespace ui
