// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefwindows.h"

namespace ui {

namespace {
constexpr int DialogSpan = 1 << 16; // more choices than anybody makes in one dialog
}

BriefWindows::BriefWindows(const Theme& theme, QWidget& window)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
{
}

BriefWindows::~BriefWindows() = default;

void BriefWindows::open(const BriefSubject& subject)
{
    if (m_dialog) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    m_offset += DialogSpan;
    const int offset = m_offset;
    m_dialog = new ExportBriefDialog(m_theme, subject, m_paper, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ExportBriefDialog::prepareWanted, this,
        [this, offset](const BriefChoice& choice, int generation) {
            Q_EMIT prepareWanted(choice, generation + offset);
        });
    connect(m_dialog, &ExportBriefDialog::pageWanted, this,
        [this, offset](int generation, int page, int width, bool large) {
            Q_EMIT pageWanted(generation + offset, page, width, large);
        });
    connect(m_dialog, &ExportBriefDialog::saveWanted, this, [this, offset](int generation, const QString& path) {
        Q_EMIT saveWanted(generation + offset, path);
    });
    connect(m_dialog, &ExportBriefDialog::printWanted, this,
        [this, offset](int generation, const std::shared_ptr<QPrinter>& printer) {
            Q_EMIT printWanted(generation + offset, printer);
        });
    connect(m_dialog, &ExportBriefDialog::copyWanted, this,
        [this, offset](int generation) { Q_EMIT copyWanted(generation + offset); });
    connect(m_dialog, &ExportBriefDialog::cancelWanted, this, &BriefWindows::cancelWanted);
    m_dialog->open();
    m_dialog->start();
}

void BriefWindows::openSheet()
{
    BriefSubject ledger;
    ledger.sheet = true;
    open(ledger);
}

void BriefWindows::showPrepared(int generation, int pages, const QSizeF& size, const QString& title)
{
    if (m_dialog)
        m_dialog->showPrepared(generation - m_offset, pages, size, title);
}

void BriefWindows::showFailure(int generation, const QString& reason)
{
    if (m_dialog)
        m_dialog->showFailure(generation - m_offset, reason);
}

void BriefWindows::showPage(int generation, int page, bool large, const QImage& image)
{
    if (m_dialog)
        m_dialog->showPage(generation - m_offset, page, large, image);
}

void BriefWindows::showProgress(int done, int pages)
{
    if (m_dialog)
        m_dialog->showProgress(done, pages);
}

void BriefWindows::showFinished(const QString& message)
{
    if (m_dialog)
        m_dialog->showFinished(message);
    Q_EMIT said(message);
}

void BriefWindows::showCopied(const QString& html, const QString& text)
{
    if (m_dialog)
        m_dialog->showCopied(html, text);
}

} // namespace ui
