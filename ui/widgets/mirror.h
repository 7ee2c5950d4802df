// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QStyle>

namespace ui {

// Painted rows are laid out from the left; this places their parts in a row that may be read from the right.
// A text itself keeps its own direction.
struct Mirror {
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QRect row;

    bool rightToLeft() const { return direction == Qt::RightToLeft; }
    QRect operator()(const QRect& part) const { return QStyle::visualRect(direction, row, part); }
    int alignment(Qt::Alignment leading) const
    {
        return static_cast<int>(QStyle::visualAlignment(direction, leading) | Qt::AlignAbsolute);
    }
};

} // namespace ui
