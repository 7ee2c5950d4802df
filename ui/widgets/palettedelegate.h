// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QStyledItemDelegate>

namespace ui {

// A row of the palette: its text with the letters that were matched, to the right its key and its kind.
class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteDelegate)

public:
    PaletteDelegate(const Theme& theme, QObject* parent = nullptr);
    ~PaletteDelegate() override;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int drawKey(QPainter* painter, const QRect& rect, const QString& key) const; // the room it took

    const Theme& m_theme;
};

} // namespace ui
