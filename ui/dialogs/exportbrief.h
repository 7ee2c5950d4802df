// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefinput.h>
#include <desk/feedview.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QDialog>
#include <QImage>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPrinter;
class QPushButton;
class QScrollArea;

namespace ui {

// What the window shows when a brief is asked for.
struct BriefSubject {
    qint64 article = 0; // 0: none is shown
    QList<qint64> chosen; // of the list
    QString query; // of the view
    desk::Sort sort = desk::Sort::Impact;
    bool sheet = false; // first a decision sheet
};

// What the brief is to be.
struct BriefChoice {
    brief::Kind kind = brief::Kind::Article;
    qint64 article = 0;
    QList<qint64> chosen; // of a desk brief; empty: of the query
    QString query;
    desk::Sort sort = desk::Sort::Impact;
    QString since; // a sidecar's file, of changes
    brief::Paper paper = brief::Paper::A4;
    int inFull = 12;
};

// Chooses a brief, shows its pages as they will be, and sends it to a file, a printer or the clipboard. Every
// change of a choice is prepared anew under the next generation; answers to earlier ones are dropped.
class ExportBriefDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportBriefDialog)

public:
    ExportBriefDialog(const Theme& theme, BriefSubject subject, brief::Paper paper, QWidget* parent = nullptr);
    ~ExportBriefDialog() override;

    static KeysDialog::Rows keys(); // for the list of all keys
    void start(); // asks for the first preview
    int generation() const { return m_generation; }

    void showPrepared(int generation, int pages, const QSizeF& size, const QString& title);
    void showFailure(int generation, const QString& reason);
    void showPage(int generation, int page, bool large, const QImage& image);
    void showProgress(int done, int pages);
    void showFinished(const QString& message);
    void showCopied(const QString& html, const QString& text); // takes them to the clipboard

public Q_SLOTS:
    void reject() override; // what is under way is cancelled first

Q_SIGNALS:
    void prepareWanted(const BriefChoice& choice, int generation);
    void pageWanted(int generation, int page, int width, bool large);
    void saveWanted(int generation, const QString& path); // overwriting was confirmed
    void printWanted(int generation, const std::shared_ptr<QPrinter>& printer);
    void copyWanted(int generation);
    void cancelWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildChoices();
    QWidget* buildPreview();
    QWidget* buildFoot();
    void prepare();
    void chooseKind();
    void askPages(); // for the page that is shown and for a thumbnail in sight, one at a time
    void choosePage(int page);
    void chooseFile();
    void choosePrinter();
    void setWorking(bool working);
    int largeWidth() const;

    const Theme& m_theme;
    BriefSubject m_subject;
    QString m_since;
    QString m_title;
    int m_generation = 0;
    int m_pages = 0;
    double m_ratio = 1.414; // height of a page by its width
    int m_page = 0;
    int m_largeAsked = -1;
    int m_thumbAsked = -1;
    bool m_working = false;
    bool m_saveSoon = false; // the file is asked for when the pages are there
    QComboBox* m_kind = nullptr;
    QComboBox* m_paper = nullptr;
    QComboBox* m_format = nullptr;
    QLineEdit* m_inFull = nullptr;
    QLabel* m_summary = nullptr;
    QListWidget* m_thumbs = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_large = nullptr;
    QLabel* m_status = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace ui
