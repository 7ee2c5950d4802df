// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertrule.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QFrame;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class Chooser;
class RuleHighlighter;

// A rule in fields. What stands in them makes the rule's text form, so that both are read by the same reader
// and an error of the text is shown at the field it came from.
class RuleForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleForm)

public:
    explicit RuleForm(const Theme& theme, QWidget* parent = nullptr);
    ~RuleForm() override;

    // What was typed, readable or not.
    struct Values {
        QString query;
        int level = 0;
        QStringList lines;
        QList<bool> checks;
    };

    void showRule(const desk::AlertRule& rule);
    Values values() const;
    void setValues(const Values& values);
    void showSnooze(const desk::AlertRule& rule);
    QString text() const; // the rule's text form
    // Marks the field that holds this column of text(); gives its name and the column in it.
    QString markProblem(int column, int& columnInField);
    void clearProblem();
    void setWatchlists(const QStringList& names);
    void focusFirst(); // what it fires on
    void refreshTheme();
    static int heightOfLines(const Theme& theme, int lines);

Q_SIGNALS:
    void edited();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Part {
        int begin = 0; // of the value in the text, in characters
        int end = 0;
        QWidget* field = nullptr;
    };

    void buildCards();
    QFrame* card(const QString& title);
    QLineEdit* line(QFrame* card, const QString& name, const QString& hint, const QString& tip = {});
    QCheckBox* check(QFrame* card, const QString& name);
    void arrange();
    QString compose(QList<Part>* parts) const;

    const Theme& m_theme;
    bool m_filling = false;
    int m_columns = 0;
    QGridLayout* m_grid = nullptr;
    QList<QFrame*> m_cards;
    QList<QLabel*> m_titles;
    QList<QLabel*> m_names;
    QList<QLineEdit*> m_lines; // every one, in the order of Values
    QList<QCheckBox*> m_checks;
    QLineEdit* m_name = nullptr;
    QLabel* m_nameTitle = nullptr;
    QLabel* m_queryTitle = nullptr;
    QPlainTextEdit* m_query = nullptr;
    RuleHighlighter* m_highlighter = nullptr;
    Chooser* m_level = nullptr;
    QLineEdit* m_high = nullptr;
    QLineEdit* m_critical = nullptr;
    QLineEdit* m_crosses = nullptr;
    QLineEdit* m_fresh = nullptr;
    QLineEdit* m_sources = nullptr;
    QLineEdit* m_watchlists = nullptr;
    QCheckBox* m_opinions = nullptr;
    QLineEdit* m_hours = nullptr;
    QLineEdit* m_zone = nullptr;
    QCheckBox* m_butCritical = nullptr;
    QLineEdit* m_cooldown = nullptr;
    QLineEdit* m_snooze = nullptr;
    QLineEdit* m_expires = nullptr;
    QCheckBox* m_desktop = nullptr;
    QCheckBox* m_sound = nullptr;
    QCheckBox* m_off = nullptr;
    QLineEdit* m_run = nullptr;
};

} // namespace ui
