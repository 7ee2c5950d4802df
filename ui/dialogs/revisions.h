// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>
#include <desk/wordchanges.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QTextBrowser;

namespace ui {

// What changed between two texts of an article, word by word: added words are underlined, removed ones struck
// through, both on a tint of their own. Asks for the changes of the versions that are chosen.
class RevisionsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RevisionsDialog)

public:
    RevisionsDialog(const Theme& theme, qint64 article, base::Instant now, QWidget* parent = nullptr);
    ~RevisionsDialog() override;

    static KeysDialog::Rows keys(); // for the list of all keys
    qint64 article() const { return m_article; }
    void showVersions(const std::vector<desk::TextVersion>& versions); // oldest first, the present one last
    // Of other versions than those chosen now: not shown.
    void showChanges(int before, int after, const std::vector<desk::WordRun>& title,
        const std::vector<desk::WordRun>& body);

Q_SIGNALS:
    void changesWanted(int before, int after);

private:
    void ask();
    void step(int by); // to an older or newer pair
    void toChange(int by); // the next or previous change into view

    const Theme& m_theme;
    qint64 m_article = 0;
    base::Instant m_now = {};
    QComboBox* m_before = nullptr;
    QComboBox* m_after = nullptr;
    QLabel* m_summary = nullptr;
    QTextBrowser* m_text = nullptr;
    int m_changes = 0;
    int m_change = -1; // in view
};

} // namespace ui
