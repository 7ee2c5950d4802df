// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "palettedelegate.h"

#include <items/palettemodel.h>

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace ui {

PaletteDelegate::PaletteDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

PaletteDelegate::~PaletteDelegate() = default;

int PaletteDelegate::drawKey(QPainter* painter, const QRect& rect, const QString& key) const
{
    if (key.isEmpty())
        return 0;
    const QFont font = m_theme.font(11);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(key) + m_theme.px(12);
    const int height = metrics.height() + m_theme.px(4);
    const QRectF box(rect.right() - width + 0.5, rect.center().y() - height / 2 + 0.5, width, height);
    painter->setPen(QPen(m_theme.colour(Role::Line), 1));
    painter->setBrush(m_theme.colour(Role::Background));
    painter->drawRoundedRect(box, m_theme.px(4), m_theme.px(4));
    painter->setFont(font);
    painter->setPen(m_theme.colour(Role::Text));
    painter->drawText(box, Qt::AlignCenter, key);
    return width + m_theme.px(12);
}

void PaletteDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    using items::PaletteModel;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if ((option.state & QStyle::State_Selected) != 0)
        painter->fillRect(option.rect, m_theme.colour(Role::Selected));
    else if ((option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(option.rect, m_theme.colour(Role::Surface));
    QRect rect = option.rect.adjusted(m_theme.px(14), 0, -m_theme.px(14), 0);

    const QFont quiet = m_theme.font(11.5);
    const QFontMetrics quietMetrics(quiet);
    const QString kind = quietMetrics.elidedText(
        index.data(PaletteModel::KindNameRole).toString(), Qt::ElideRight, rect.width() / 3);
    painter->setFont(quiet);
    painter->setPen(m_theme.colour(Role::Muted));
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, kind);
    rect.setRight(rect.right() - quietMetrics.horizontalAdvance(kind) - m_theme.px(12));
    rect.setRight(rect.right() - drawKey(painter, rect, index.data(PaletteModel::KeyRole).toString()));

    const bool fault = index.data(PaletteModel::FaultRole).toBool();
    const QFont font = m_theme.font(13);
    const QFontMetrics metrics(font);
    const QString shown
        = metrics.elidedText(index.data().toString().simplified(), Qt::ElideRight, std::max(0, rect.width()));
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const items::TextRange& hit : index.data(PaletteModel::HitsRole).value<QList<items::TextRange>>()) {
        QTextLayout::FormatRange range;
        range.start = hit.begin;
        range.length = std::min(hit.length, static_cast<int>(shown.size()) - hit.begin);
        range.format.setForeground(m_theme.colour(Role::Accent));
        range.format.setFontUnderline(true); // colour is not the only cue
        if (range.length > 0)
            formats << range;
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + m_theme.px(40));
    layout.endLayout();
    painter->setPen(m_theme.colour(fault ? Role::Negative : Role::Text));
    layout.draw(painter, QPointF(rect.left(), rect.center().y() - line.height() / 2 + 1));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(200), m_theme.px(32)};
}

} // namespace ui
