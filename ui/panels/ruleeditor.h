// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <ui/panels/ruleform.h>
#include <ui/theme/theme.h>

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace ui {

// One rule, as a form or as text, read as it is typed. What was typed and not saved waits while other rules
// are looked at.
class RuleEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleEditor)

public:
    explicit RuleEditor(const Theme& theme, QWidget* parent = nullptr);
    ~RuleEditor() override;

    // In the place of the one that is shown; the same one again keeps what was typed.
    void showRule(const desk::RuleRow& row);
    void startNew(const QString& query = {});
    void dropNew(); // it was saved
    void forget(qint64 rule); // its typing: it was saved or removed
    qint64 ruleId() const { return m_id; } // 0: a new one
    bool isChanged() const { return m_changed; }
    // As it is typed; nothing while it cannot be read.
    const std::optional<desk::AlertRule>& rule() const { return m_rule; }
    void setNow(base::Instant now) { m_now = now; }
    void setWatchlists(const QStringList& names) { m_form->setWatchlists(names); }
    void showAsText(bool text); // not while the text cannot be read
    bool isText() const { return m_asText; }
    void save();
    void focusFirst();
    void refreshTheme();

public Q_SLOTS:
    void showCheck(const std::optional<desk::AlertRule>& rule, const QString& problem, int column, int generation);

Q_SIGNALS:
    void checkWanted(const QString& text, int generation);
    void saveWanted(qint64 rule, const QString& text);
    void removeWanted(qint64 rule);
    void snoozeWanted(qint64 rule, const std::optional<base::Instant>& until);
    void ruleRead(); // rule() is another

private:
    struct Draft {
        bool asText = false;
        QString text;
        RuleForm::Values values;
    };

    void build();
    void keepDraft();
    void load(const desk::AlertRule& rule);
    void edited();
    void check();
    void showState();
    void fillSnoozeMenu();
    QString text() const;

    const Theme& m_theme;
    qint64 m_id = -1; // none yet
    desk::AlertRule m_stored;
    std::optional<desk::AlertRule> m_rule;
    QHash<qint64, Draft> m_drafts;
    QTimer m_typed; // a pause in typing
    base::Instant m_now = {};
    int m_generation = 0;
    bool m_asText = false;
    bool m_changed = false;
    bool m_filling = false;
    QLabel* m_title = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_problem = nullptr;
    QToolButton* m_formTab = nullptr;
    QToolButton* m_textTab = nullptr;
    QToolButton* m_snooze = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_save = nullptr;
    RuleForm* m_form = nullptr;
    QPlainTextEdit* m_text = nullptr;
    RuleHighlighter* m_highlighter = nullptr;
};

} // namespace ui
