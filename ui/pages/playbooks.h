// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/packview.h>
#include <ui/dialogs/keys.h>
#include <ui/windowpages.h>

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTextBrowser;

namespace ui {

class PackHighlighter;

// The readable knowledge of the engine: its files, one of them in an editor that says what is wrong as it is
// typed, and the bench, which lists the stored articles that would read otherwise before anything is saved.
class PlaybooksPage final : public QWidget, public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaybooksPage)

public:
    explicit PlaybooksPage(const Theme& theme, QWidget* parent = nullptr);
    ~PlaybooksPage() override;

    QWidget& widget() override { return *this; }
    void shown() override;
    void refreshTheme() override;
    static KeysDialog::Rows keys(); // for the list of all keys

public Q_SLOTS:
    void showFiles(const std::vector<desk::PackFile>& files);
    void showText(const desk::PackText& text);
    void showFindings(const QString& path, const std::vector<desk::PackFinding>& findings);
    void showBenchProgress(int done, int total);
    void showBenchChange(const desk::BenchChange& change);
    void showBenchEnd(int changed, int articles, const QString& failure);
    void showSaved(const QString& path);

Q_SIGNALS:
    void filesWanted();
    void textWanted(const QString& path);
    void checkWanted(const QString& path, const QString& text);
    void benchWanted(const QString& path, const QString& text, const QString& query, int limit);
    void benchCancelled();
    void saveWanted(const QString& path, const QString& text);
    void restoreWanted(const QString& path);
    void articleWanted(qint64 id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override; // Ctrl+S and Ctrl+Return while typing

private:
    QWidget* buildFiles();
    QWidget* buildEditor();
    QWidget* buildBench();
    void fillFiles();
    void choose(const QString& path);
    void keepTyped(); // before another file takes the editor
    void startNew();
    void showState();
    void fitFindings(); // they take no more room than they fill
    void run();
    void goToLine(int line);

    const Theme& m_theme;
    std::vector<desk::PackFile> m_files;
    desk::PackText m_text; // of the file in the editor, as it was read
    QString m_path; // in the editor; empty: none
    QString m_seen; // the text in the editor as it was last looked at
    bool m_filling = false; // the editor gets a text that nobody typed
    bool m_running = false;
    QString m_benchHtml;
    QTimer m_typed; // a pause in typing
    QSplitter* m_columns = nullptr;
    QSplitter* m_work = nullptr; // editor and bench: side by side where there is room
    QLineEdit* m_filter = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_restore = nullptr;
    QPlainTextEdit* m_editor = nullptr;
    PackHighlighter* m_highlighter = nullptr;
    QListWidget* m_findings = nullptr;
    QLabel* m_benchTitle = nullptr;
    QLabel* m_benchNote = nullptr;
    QLineEdit* m_query = nullptr;
    QPushButton* m_run = nullptr;
    QLabel* m_benchState = nullptr;
    QTextBrowser* m_changes = nullptr;
};

} // namespace ui
