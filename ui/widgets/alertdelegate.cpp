// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertdelegate.h"

#include <items/roles.h>
#include <items/rulelistmodel.h>

#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

constexpr int MostLines = 2;

// The title broken into its lines; what is over is elided in the last one.
QStringList linesOf(const QString& title, const QFont& font, int width)
{
    QTextLayout layout(title, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        if (lines.size() + 1 == MostLines) {
            lines << QFontMetrics(font).elidedText(title.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << title.mid(line.textStart(), line.textLength());
    }
    layout.endLayout();
    return lines;
}

} // namespace

Role levelRole(int kind)
{
    switch (kind) {
    case static_cast<int>(desk::AlertClass::Critical):
        return Role::Negative;
    case static_cast<int>(desk::AlertClass::High):
        return Role::Accent;
    case static_cast<int>(desk::AlertClass::Info):
        return Role::Link;
    default:
        return Role::Off;
    }
}

AlertDelegate::AlertDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

AlertDelegate::~AlertDelegate() = default;

QFont AlertDelegate::titleFont(const QModelIndex& index) const
{
    const bool open = index.data(items::KindRole).isValid() && index.data(items::ImpactRole).isValid()
        && !index.data(items::ReadRole).toBool();
    return m_theme.font(13, open ? QFont::DemiBold : QFont::Normal);
}

int AlertDelegate::titleLeft(const QModelIndex& index) const
{
    return m_theme.px(index.data(items::ImpactRole).isValid() ? 54 : 16);
}

void AlertDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QRect row = option.rect;
    if ((option.state & QStyle::State_Selected) != 0)
        painter->fillRect(row, m_theme.colour(Role::Selected));
    else if ((option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(row, m_theme.colour(Role::Surface));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_theme.colour(Role::FaintLine));
    const QVariant kind = index.data(items::KindRole);
    if (kind.isValid())
        painter->fillRect(QRect(row.left(), row.top(), m_theme.px(3), row.height() - 1),
            m_theme.colour(levelRole(kind.toInt())));
    const QVariant impact = index.data(items::ImpactRole);
    const int top = row.top() + m_theme.px(8);
    if (impact.isValid() && impact.toDouble() >= 0) {
        painter->setFont(m_theme.font(13, QFont::DemiBold));
        painter->setPen(m_theme.forImpact(impact.toDouble()));
        painter->drawText(QRect(row.left(), top, m_theme.px(44), m_theme.px(18)),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(impact.toDouble(), 'f', 2));
    }
    const bool quiet = index.data(items::ReadRole).toBool();
    QRect rect = row.adjusted(titleLeft(index), 0, -m_theme.px(12), 0);
    rect.setTop(top);
    painter->setFont(titleFont(index));
    painter->setPen(m_theme.colour(quiet ? Role::Muted : Role::Text));
    for (const QString& line : linesOf(index.data().toString(), painter->font(), rect.width())) {
        painter->drawText(
            QRect(rect.left(), rect.top(), rect.width(), m_theme.px(18)), Qt::AlignLeft | Qt::AlignVCenter, line);
        rect.setTop(rect.top() + m_theme.px(18));
    }
    painter->setFont(m_theme.font(11));
    painter->setPen(m_theme.colour(index.data(items::FailingRole).toBool() ? Role::Negative : Role::Muted));
    painter->drawText(QRect(rect.left(), rect.top(), rect.width(), m_theme.px(18)),
        Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(items::NoteRole).toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = option.rect.width() - titleLeft(index) - m_theme.px(12);
    const auto lines = option.rect.width() > 0
        ? linesOf(index.data().toString(), titleFont(index), width).size()
        : qsizetype{1};
    return {0, m_theme.px(16) + static_cast<int>(lines + 1) * m_theme.px(18)};
}

} // namespace ui
