// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QStyledItemDelegate>

namespace ui {

// One change of a view: the article's title over what became of it; the headings of their groups.
class ChangesDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesDelegate)

public:
    explicit ChangesDelegate(const Theme& theme, QObject* parent = nullptr);
    ~ChangesDelegate() override;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace ui
