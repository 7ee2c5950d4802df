// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QStyledItemDelegate>

class QHeaderView;
namespace ui {

// A row of a dense table: the first column in the text's colour, the others quieter; a health mark, a check
// box and a small note where the model has them. A mark has a shape of its own beside its colour.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDelegate)

public:
    RowDelegate(const Theme& theme, QObject* parent = nullptr);
    ~RowDelegate() override;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(
        QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int drawMark(QPainter* painter, const QRect& rect, const QModelIndex& index) const; // the room it took
    int drawCheck(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
        const QModelIndex& index) const;

    const Theme& m_theme;
};

// The header of such a table in the theme's font: the style sheet would give it the system's.
void dressHeader(const Theme& theme, QHeaderView& header);

} // namespace ui
