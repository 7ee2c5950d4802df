// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>
#include <desk/retentionrules.h>
#include <items/retentionmodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QDialog>
#include <QTimer>

#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui {

// What need not be kept for ever: a rule for all sources, rules of single ones, and what they would remove,
// shown before anything is. Asks once more before articles go.
class RetentionDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionDialog)

public:
    RetentionDialog(const Theme& theme, base::Instant now, QWidget* parent = nullptr);
    ~RetentionDialog() override;

    std::vector<desk::RetentionRule> rules() const;
    void showRules(
        const std::vector<desk::RetentionRule>& rules, const std::vector<desk::SourceHealth>& sources);
    // Of other rules than those that stand here now: not shown.
    void showPreview(const std::vector<desk::RetentionRule>& rules, const desk::RetentionPreview& preview);

Q_SIGNALS:
    void previewWanted(const std::vector<desk::RetentionRule>& rules);
    void applied(const std::vector<desk::RetentionRule>& rules, qint64 articles);

private:
    void edited();
    void askApply();
    QString previewText(const desk::RetentionPreview& preview) const;

    const Theme& m_theme;
    base::Instant m_now = {};
    items::RetentionModel m_model;
    QTimer m_soon; // a preview for several keys
    std::optional<desk::RetentionPreview> m_preview; // of the rules that stand here
    QCheckBox* m_byAge = nullptr;
    QLineEdit* m_days = nullptr;
    QCheckBox* m_byNumber = nullptr;
    QLineEdit* m_newest = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_shown = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace ui
