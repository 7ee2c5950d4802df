// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace items {

// The alert rules: name, and below it class, how often it fires and when it last did, or why it cannot now.
class RuleListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleListModel)

public:
    // KindRole of a rule that is asleep, off or broken; else the number of its class.
    static constexpr int Asleep = 3;

    explicit RuleListModel(QObject* parent = nullptr);
    ~RuleListModel() override;

    void setRules(std::vector<desk::RuleRow> rules, base::Instant now);
    void setNow(base::Instant now);
    int indexOf(qint64 rule) const; // −1 when it is not among them
    const desk::RuleRow* find(qint64 rule) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<desk::RuleRow> m_rules;
    base::Instant m_now = {};
};

QString levelText(desk::AlertClass level); // "critical"
// "off", "snoozed until Mon 08:00", "expired 3 Nov"; empty: it is awake.
QString sleepText(const desk::AlertRule& rule, base::Instant now);

} // namespace items
