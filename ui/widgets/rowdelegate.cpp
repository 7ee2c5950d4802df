// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rowdelegate.h"

#include <items/roles.h>
#include <items/sourcelistmodel.h>
#include <ui/widgets/mirror.h>

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>

namespace ui {

RowDelegate::RowDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

RowDelegate::~RowDelegate() = default;

int RowDelegate::drawMark(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    const QVariant health = index.data(items::HealthRole);
    if (!health.isValid())
        return 0;
    const double size = m_theme.px(7);
    const QPointF middle(rect.left() + size / 2 + 0.5, rect.center().y() + 0.5);
    const QRectF box(middle.x() - size / 2, middle.y() - size / 2, size, size);
    QPainterPath path;
    switch (health.toInt()) {
    case items::SourceListModel::Failing:
        path.moveTo(middle.x(), box.top() - 1);
        path.lineTo(box.right() + 1, box.bottom());
        path.lineTo(box.left() - 1, box.bottom());
        path.closeSubpath();
        painter->fillPath(path, m_theme.colour(Role::Negative));
        break;
    case items::SourceListModel::Gone:
        painter->fillRect(box, m_theme.colour(Role::Negative));
        break;
    case items::SourceListModel::NotYet:
        painter->setPen(QPen(m_theme.colour(Role::Muted), 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6));
        break;
    default:
        path.addEllipse(box);
        painter->fillPath(path, m_theme.colour(Role::Muted));
    }
    return m_theme.px(16);
}

int RowDelegate::drawCheck(
    QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant state = index.data(Qt::CheckStateRole);
    if (!state.isValid())
        return 0;
    // Where the style would have it: a click is looked for there.
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const QStyle* style = full.widget != nullptr ? full.widget->style() : QApplication::style();
    const QRect place = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &full, full.widget);
    const double size = m_theme.px(13);
    const QRectF box(place.center().x() - size / 2 + 0.5, rect.center().y() - size / 2 + 0.5, size, size);
    const bool known = index.data(items::KnownRole).toBool();
    const auto check = static_cast<Qt::CheckState>(state.toInt());
    const QColor line = m_theme.colour(known || check == Qt::Unchecked ? Role::Faint : Role::Accent);
    painter->setPen(QPen(line, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box, 2, 2);
    painter->setPen(QPen(line, 1.6 * m_theme.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (check == Qt::Checked)
        painter->drawPolyline(QPolygonF({{box.left() + size * 0.22, box.top() + size * 0.52},
            {box.left() + size * 0.42, box.top() + size * 0.72},
            {box.left() + size * 0.78, box.top() + size * 0.28}}));
    else if (check == Qt::PartiallyChecked)
        painter->drawLine(QPointF(box.left() + size * 0.25, box.center().y()),
            QPointF(box.left() + size * 0.75, box.center().y()));
    const double used
        = option.direction == Qt::RightToLeft ? rect.right() + 1 - box.left() : box.right() - rect.left();
    return static_cast<int>(used) + m_theme.px(8);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    if (selected)
        painter->fillRect(row, m_theme.colour(Role::Selected));
    else if ((option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(row, m_theme.colour(Role::Surface));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_theme.colour(Role::FaintLine));

    QRect rect = row.adjusted(m_theme.px(8), 0, -m_theme.px(8), -1);
    const Mirror mirror{option.direction, rect};
    if (index.column() == 0)
        rect.setLeft(rect.left()
            + drawMark(painter, mirror(QRect(rect.topLeft(), QSize(m_theme.px(8), rect.height()))), index));
    rect.setLeft(rect.left() + drawCheck(painter, mirror(rect), option, index));
    const bool group = index.model()->hasChildren(index.siblingAtColumn(0));
    const bool known = index.data(items::KnownRole).toBool();
    const bool last = index.column() == index.model()->columnCount(index.parent()) - 1;
    Role role = index.column() == 0 && !known ? Role::Text : Role::Muted;
    if (last && index.data(items::FailingRole).toBool())
        role = Role::Negative;
    painter->setFont(m_theme.font(12.5, group && index.column() == 0 ? QFont::DemiBold : QFont::Normal));
    painter->setPen(m_theme.colour(role));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString note = index.data(items::NoteRole).toString();
    const QFont small = m_theme.font(10.5);
    const int noteWidth = note.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(note) + m_theme.px(8);
    const QFontMetrics metrics(painter->font());
    const QString shown = metrics.elidedText(
        index.data().toString().simplified(), Qt::ElideRight, std::max(0, rect.width() - noteWidth));
    painter->drawText(mirror(rect),
        mirror.alignment((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter) | Qt::TextSingleLine,
        shown);
    if (!note.isEmpty()) {
        painter->setFont(small);
        painter->setPen(m_theme.colour(Role::Muted));
        painter->drawText(mirror(rect.adjusted(metrics.horizontalAdvance(shown) + m_theme.px(8), 0, 0, 0)),
            mirror.alignment(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, note);
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics metrics(m_theme.font(12.5));
    return {metrics.horizontalAdvance(index.data().toString()) + m_theme.px(40), m_theme.px(27)};
}

void RowDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setFont(m_theme.font(12.5));
    // The sheet's wide padding would leave no room for letters in a row.
    editor->setStyleSheet(QStringLiteral("padding: 0 6px; border-radius: 3px"));
    editor->setGeometry(option.rect);
}

void dressHeader(const Theme& theme, QHeaderView& header)
{
    const QFont font = theme.font(11.5);
    header.setFont(font);
    header.setStyleSheet(
        QStringLiteral("QHeaderView::section { font-family: \"%1\"; font-size: %2px; padding: %3px %4px; }")
            .arg(font.family())
            .arg(font.pixelSize())
            .arg(theme.px(5))
            .arg(theme.px(8)));
}

} // namespace ui
