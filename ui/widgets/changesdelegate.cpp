// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "changesdelegate.h"

#include <items/changesmodel.h>
#include <items/roles.h>
#include <ui/widgets/mirror.h>

#include <QPainter>

namespace ui {

ChangesDelegate::ChangesDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

ChangesDelegate::~ChangesDelegate() = default;

void ChangesDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QRect rect = option.rect;
    const QRect inner = rect.adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
    const Mirror mirror{option.direction, rect};
    const auto line = [&](const QFont& font, Role role, int top, int height, const QString& text) {
        painter->setFont(font);
        painter->setPen(m_theme.colour(role));
        painter->drawText(QRect(inner.left(), top, inner.width(), height),
            mirror.alignment(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, inner.width()));
    };
    if (index.data(items::KindRole).toInt() == items::ChangesModel::Heading) {
        QFont font = m_theme.font(10.5, QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.7);
        line(
            font, Role::Muted, rect.top() + m_theme.px(8), m_theme.px(20), index.data().toString().toUpper());
    } else {
        if ((option.state & QStyle::State_Selected) != 0)
            painter->fillRect(rect, m_theme.colour(Role::Selected));
        else if ((option.state & QStyle::State_MouseOver) != 0)
            painter->fillRect(rect, m_theme.colour(Role::Surface));
        line(m_theme.font(13), Role::Text, rect.top() + m_theme.px(6), m_theme.px(19),
            index.data().toString());
        line(m_theme.font(11), Role::Muted, rect.top() + m_theme.px(25), m_theme.px(17),
            index.data(items::NoteRole).toString());
        painter->fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.colour(Role::FaintLine));
    }
    painter->restore();
}

QSize ChangesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool heading = index.data(items::KindRole).toInt() == items::ChangesModel::Heading;
    return {option.rect.width(), m_theme.px(heading ? 30 : 49)};
}

} // namespace ui
