// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "figurelist.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

namespace {

constexpr double RowHeight = 25;
constexpr double FigureWidth = 62;
constexpr double SecondWidth = 46;
constexpr double BarHeight = 7;

enum Part { KindRole = Qt::UserRole + 1, BarRole, FigureRole, SignRole, SecondRole, QueryRole };

class FigureDelegate final : public QStyledItemDelegate {
public:
    FigureDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const bool current = view != nullptr && view->hasFocus() && view->currentIndex() == index;
        if (current || (option.state & QStyle::State_MouseOver) != 0) {
            painter->setPen(current ? QPen(m_theme.colour(Role::Accent), 1) : QPen(Qt::NoPen));
            painter->setBrush(m_theme.colour(Role::Raised));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        QRect rect = option.rect.adjusted(m_theme.px(6), 0, -m_theme.px(6), 0);
        painter->setFont(m_theme.font(12));
        const auto atEnd
            = [&](double width, const QString& text, const QColor& colour, QFont::Weight weight) {
                  const QFont font = m_theme.font(12, weight);
                  const int room = std::max(m_theme.px(width), QFontMetrics(font).horizontalAdvance(text));
                  painter->setFont(font);
                  painter->setPen(colour);
                  painter->drawText(QRect(rect.right() - room + 1, rect.top(), room, rect.height()),
                      static_cast<int>(Qt::AlignVCenter | Qt::AlignRight), text);
                  rect.setRight(rect.right() - room - m_theme.px(8));
              };
        if (const QString second = index.data(SecondRole).toString(); !second.isEmpty())
            atEnd(SecondWidth, second, m_theme.colour(Role::Body), QFont::Normal);
        const double sign = index.data(SignRole).toDouble();
        const QVariant bar = index.data(BarRole);
        atEnd(bar.isValid() ? SecondWidth : FigureWidth, index.data(FigureRole).toString(),
            sign == 0 ? m_theme.colour(Role::Text) : m_theme.forSign(sign),
            bar.isValid() ? QFont::DemiBold : QFont::Normal);
        if (bar.isValid()) {
            const int width = std::min(m_theme.px(172), rect.width() * 3 / 10);
            const double height = m_theme.px(BarHeight);
            const QRectF track(rect.right() - width, rect.center().y() - height / 2 + 0.5, width, height);
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.colour(Role::Track));
            painter->drawRoundedRect(track, height / 2, height / 2);
            painter->setBrush(m_theme.colour(Role::Accent));
            const double filled = std::max(height, track.width() * bar.toDouble());
            painter->drawRoundedRect(
                QRectF(track.left(), track.top(), filled, height), height / 2, height / 2);
            rect.setRight(rect.right() - width - m_theme.px(10));
        }
        const QString kind = index.data(KindRole).toString();
        const QFont small = m_theme.font(10.5);
        const int kindWidth
            = kind.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(kind) + m_theme.px(8);
        painter->setFont(m_theme.font(12));
        painter->setPen(m_theme.colour(Role::Text));
        const QFontMetrics metrics(painter->font());
        const QString name = metrics.elidedText(
            index.data().toString().simplified(), Qt::ElideRight, std::max(0, rect.width() - kindWidth));
        painter->drawText(
            rect, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, name);
        painter->setFont(small);
        painter->setPen(m_theme.colour(Role::Muted));
        painter->drawText(rect.adjusted(metrics.horizontalAdvance(name) + m_theme.px(8), 0, 0, 0),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, kind);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {m_theme.px(120), m_theme.px(RowHeight)};
    }

private:
    const Theme& m_theme;
};

} // namespace

FigureList::FigureList(const Theme& theme, const QString& name, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
{
    setModel(&m_model);
    setItemDelegate(new FigureDelegate(theme, this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(this, &QListView::clicked, this, &FigureList::open);
}

FigureList::~FigureList() = default;

void FigureList::setRows(const QList<Row>& rows)
{
    const int row = currentIndex().row();
    m_model.clear();
    for (const Row& one : rows) {
        auto* item = new QStandardItem(one.name);
        item->setData(one.kind, KindRole);
        if (one.bar)
            item->setData(*one.bar, BarRole);
        item->setData(one.figure, FigureRole);
        item->setData(one.sign, SignRole);
        item->setData(one.second, SecondRole);
        item->setData(one.query, QueryRole);
        item->setData(one.spoken, Qt::AccessibleTextRole);
        item->setToolTip(QStringLiteral("<qt>%1</qt>").arg(one.spoken.toHtmlEscaped()));
        m_model.appendRow(item);
    }
    if (!rows.isEmpty())
        setCurrentIndex(m_model.index(std::clamp(row, 0, static_cast<int>(rows.size()) - 1), 0));
    refreshTheme();
}

void FigureList::refreshTheme()
{
    setFixedHeight(m_model.rowCount() * m_theme.px(RowHeight));
    doItemsLayout();
}

void FigureList::open(const QModelIndex& index)
{
    const QString query = index.data(QueryRole).toString();
    if (!query.isEmpty())
        Q_EMIT rowOpened(query);
}

void FigureList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(currentIndex());
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace ui
