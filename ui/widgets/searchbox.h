// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/completion.h>
#include <ui/theme/theme.h>

#include <QLineEdit>

#include <vector>

class QTreeWidget;

namespace ui {

// The search box: while something is typed it asks what could stand there, and shows the answers in a list
// below. Down and Up choose, Tab or Return takes what is chosen, Escape closes; the text keeps the focus all
// the time.
class SearchBox final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchBox)

public:
    explicit SearchBox(const Theme& theme, QWidget* parent = nullptr);
    ~SearchBox() override;

    void refreshTheme();
    bool isSuggesting() const;
    // An answer to the request of this generation; older ones are dropped.
    void showSuggestions(const std::vector<desk::Suggestion>& suggestions, int generation);

Q_SIGNALS:
    void suggestionsWanted(const desk::Completion& completion, int generation);

protected:
    bool event(QEvent* event) override; // Tab never reaches keyPressEvent
    void focusOutEvent(QFocusEvent* event) override;

private:
    void ask();
    void closeList();
    void place();
    void choose(int step);
    bool take(); // what is chosen
    bool handle(int key);

    const Theme& m_theme;
    QTreeWidget* m_list = nullptr; // made when first needed, a child of the window
    std::vector<desk::Suggestion> m_suggestions;
    desk::Completion m_completion;
    int m_generation = 0;
};

} // namespace ui
