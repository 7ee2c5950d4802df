// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/dialogs/exportbrief.h>

#include <QObject>
#include <QPointer>

namespace ui {

// The dialog that exports a brief: made when it is asked for, fed with what comes.
class BriefWindows final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BriefWindows)

public:
    // Both outlive this.
    BriefWindows(const Theme& theme, QWidget& window);
    ~BriefWindows() override;

    void setPaper(brief::Paper paper) { m_paper = paper; } // that of the settings
    void open(const BriefSubject& subject);
    void openSheet(); // of the ledger

public Q_SLOTS:
    void showPrepared(int generation, int pages, const QSizeF& size, const QString& title);
    void showFailure(int generation, const QString& reason);
    void showPage(int generation, int page, bool large, const QImage& image);
    void showProgress(int done, int pages);
    void showFinished(const QString& message);
    void showCopied(const QString& html, const QString& text);

Q_SIGNALS:
    void prepareWanted(const BriefChoice& choice, int generation);
    void pageWanted(int generation, int page, int width, bool large);
    void saveWanted(int generation, const QString& path);
    void printWanted(int generation, const std::shared_ptr<QPrinter>& printer);
    void copyWanted(int generation);
    void cancelWanted();
    void said(const QString& message);

private:
    // Generations go on from dialog to dialog: what was asked for by one never answers another.
    int m_offset = 0;
    const Theme& m_theme;
    QWidget& m_window;
    brief::Paper m_paper = brief::Paper::A4;
    QPointer<ExportBriefDialog> m_dialog;
};

} // namespace ui
