// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sourcewindows.h"

#include <ui/dialogs/addfeed.h>
#include <ui/dialogs/catalogue.h>
#include <ui/dialogs/sources.h>

#include <QFileDialog>
#include <QWidget>

namespace ui {

SourceWindows::SourceWindows(const Theme& theme, QWidget& window)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
{
}

SourceWindows::~SourceWindows() = default;

QWidget* SourceWindows::front() const
{
    return m_sources != nullptr && m_sources->isVisible() ? static_cast<QWidget*>(m_sources) : &m_window;
}

void SourceWindows::setNow(base::Instant now)
{
    m_now = now;
    if (m_sources != nullptr)
        m_sources->setNow(now);
}

void SourceWindows::refreshTheme()
{
    if (m_sources != nullptr)
        m_sources->refreshTheme();
}

void SourceWindows::openSources()
{
    if (m_sources == nullptr) {
        m_sources = new SourcesDialog(m_theme, &m_window);
        m_sources->setAttribute(Qt::WA_DeleteOnClose);
        SourcesDialog* dialog = m_sources;
        connect(dialog, &SourcesDialog::sourceChosen, this, &SourceWindows::logWanted);
        connect(dialog, &SourcesDialog::retryWanted, this, &SourceWindows::retryWanted);
        connect(dialog, &SourcesDialog::removeWanted, this, &SourceWindows::removeWanted);
        connect(dialog, &SourcesDialog::fullTextChanged, this, &SourceWindows::fullTextChanged);
        connect(dialog, &SourcesDialog::titleChanged, this, &SourceWindows::titleChanged);
        connect(dialog, &SourcesDialog::folderChanged, this, &SourceWindows::folderChanged);
        connect(dialog, &SourcesDialog::addWanted, this, &SourceWindows::openAdd);
        connect(dialog, &SourcesDialog::importWanted, this, &SourceWindows::chooseImport);
        connect(dialog, &SourcesDialog::exportWanted, this, &SourceWindows::chooseExport);
        connect(dialog, &SourcesDialog::catalogueWanted, this, &SourceWindows::openCatalogue);
        connect(dialog, &SourcesDialog::closed, this, [this] { Q_EMIT managerShown(false); });
        dialog->setNow(m_now);
    }
    m_sources->show();
    m_sources->raise();
    m_sources->activateWindow();
    Q_EMIT managerShown(true);
}

void SourceWindows::openAdd()
{
    auto* dialog = new AddFeedDialog(m_theme, front());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddFeedDialog::addressGiven, this, &SourceWindows::addressGiven);
    dialog->open();
}

void SourceWindows::openCatalogue()
{
    if (m_catalogue == nullptr) {
        m_catalogue = new CatalogueDialog(m_theme, front());
        m_catalogue->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_catalogue, &CatalogueDialog::subscribeWanted, this, &SourceWindows::subscribeWanted);
        m_catalogue->open();
    }
    Q_EMIT catalogueWanted();
}

void SourceWindows::chooseImport()
{
    auto* dialog
        = new QFileDialog(front(), tr("Import OPML"), {}, tr("Lists of feeds (*.opml *.xml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceWindows::importChosen);
    dialog->open();
}

void SourceWindows::chooseExport()
{
    auto* dialog = new QFileDialog(front(), tr("Export OPML"), {}, tr("Lists of feeds (*.opml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it gives the name of a file that is there
    dialog->setDefaultSuffix(QStringLiteral("opml"));
    dialog->selectFile(QStringLiteral("leadline.opml"));
    connect(dialog, &QFileDialog::fileSelected, this, &SourceWindows::exportChosen);
    dialog->open();
}

void SourceWindows::showSources(const std::vector<desk::SourceHealth>& sources)
{
    if (m_sources != nullptr)
        m_sources->showSources(sources);
}

void SourceWindows::showLog(qint64 id, const std::vector<base::FetchRecord>& records)
{
    if (m_sources != nullptr)
        m_sources->showLog(id, records);
}

void SourceWindows::showCatalogue(const std::vector<base::Subscription>& feeds, const QSet<QString>& known)
{
    if (m_catalogue != nullptr)
        m_catalogue->showCatalogue(feeds, known);
}

void SourceWindows::showCatalogueFailure(const QString& reason)
{
    if (m_catalogue != nullptr)
        m_catalogue->showFailure(reason);
}

void SourceWindows::showMessage(const QString& text)
{
    if (m_sources != nullptr)
        m_sources->showMessage(text);
}

} // namespace ui
