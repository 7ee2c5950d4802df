// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "heatmap.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using Model = items::MarketMapModel;

constexpr double RowHeight = 43;
constexpr double HeaderHeight = 34;
constexpr double NarrowestDay = 20;
constexpr double WidestDay = 96;
constexpr double PeriodWidth = 58;
constexpr double UsualWidth = 72;
constexpr double WidestName = 240;
constexpr double Gap = 1.5; // around a cell
constexpr double StrongSentiment = 0.6; // has the fullest colour
constexpr double FullestColour = 0.66; // of the way from the surface to the role's colour
constexpr double SmallestDot = 4;
constexpr double LargestDot = 24;

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

QRectF cellOf(const QRect& rect) { return QRectF(rect).adjusted(Gap, Gap, -Gap, -Gap); }

// Days in small boxes, the other headings without, names at the left.
class Heading final : public QHeaderView {
public:
    Heading(const Theme& theme, Qt::Orientation orientation, QWidget* parent)
        : QHeaderView(orientation, parent)
        , m_theme(theme)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setSectionsClickable(true);
        setHighlightSections(false);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(rect, m_theme.colour(Role::Background));
        const bool current = section
            == (orientation() == Qt::Horizontal ? view()->currentIndex().column()
                                                : view()->currentIndex().row());
        const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        if (orientation() == Qt::Horizontal) {
            painter->setPen(QPen(m_theme.colour(Role::Line), 1));
            painter->setBrush(m_theme.colour(Role::Surface));
            painter->drawRoundedRect(cellOf(rect), 4, 4);
            painter->setFont(m_theme.font(11));
            painter->setPen(m_theme.colour(current ? Role::Text : Role::Faint));
            painter->drawText(rect, Qt::AlignCenter, text);
        } else {
            const QRect inner = rect.adjusted(m_theme.px(4), 0, -m_theme.px(8), 0);
            painter->setFont(m_theme.font(12.5));
            painter->setPen(m_theme.colour(current ? Role::Text : Role::Body));
            painter->drawText(inner,
                static_cast<int>(
                    Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
        }
        painter->restore();
    }

private:
    const QAbstractItemView* view() const { return static_cast<const QAbstractItemView*>(parent()); }

    const Theme& m_theme;
};

class CellDelegate final : public QStyledItemDelegate {
public:
    CellDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF cell = cellOf(option.rect);
        if (index.data(Model::DayRole).toBool())
            paintDay(painter, cell, index);
        else
            paintFigure(painter, cell, index);
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        if (view != nullptr && view->currentIndex() == index) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(m_theme.colour(view->hasFocus() ? Role::Accent : Role::Muted), 1.6));
            painter->drawRoundedRect(cell.adjusted(0.3, 0.3, -0.3, -0.3), 4, 4);
        } else if ((option.state & QStyle::State_MouseOver) != 0) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(m_theme.colour(Role::Faint), 1));
            painter->drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        painter->restore();
    }

private:
    void paintDay(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
    {
        const QVariant value = index.data(Model::ValueRole);
        if (!value.isValid()) {
            painter->setPen(QPen(m_theme.colour(Role::FaintLine), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            return;
        }
        const auto* model = static_cast<const Model*>(index.model());
        const bool sentiment = model->measure() == items::Measure::Sentiment;
        const double number = value.toDouble();
        const double strength = std::min(1.0, std::fabs(number) / (sentiment ? StrongSentiment : 1.0));
        const Role towards = !sentiment && model->measure() == items::Measure::Impact ? Role::Accent
            : !sentiment                                                              ? Role::Link
            : number < 0                                                              ? Role::Negative
                                                                                      : Role::Positive;
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            mixed(m_theme.colour(Role::Surface), m_theme.colour(towards), strength * FullestColour));
        painter->drawRoundedRect(cell, 4, 4);
        const double most
            = std::min({cell.width() * 0.62, cell.height() * 0.66, LargestDot * m_theme.scale()});
        const double least = std::min(most, SmallestDot * m_theme.scale());
        // By area: twice the volume is twice the dot.
        const double size = least + (most - least) * std::sqrt(index.data(Model::DotRole).toDouble());
        QColor dot = m_theme.colour(Role::Text);
        const bool dark = m_theme.colour(Role::Background).lightnessF() < 0.5F;
        dot.setAlphaF(dark ? 0.78F : 0.6F); // dark dots on light weigh more
        painter->setBrush(dot);
        painter->drawEllipse(cell.center(), size / 2, size / 2);
        if (!sentiment || index.data().toString() == QLatin1String("0.00"))
            return;
        painter->setFont(m_theme.font(11, QFont::DemiBold));
        painter->setPen(m_theme.colour(Role::Text));
        painter->drawText(cell.adjusted(m_theme.px(4), 0, -m_theme.px(4), 0),
            static_cast<int>(Qt::AlignTop | Qt::AlignRight), index.data().toString().left(1));
    }

    void paintFigure(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
    {
        const auto* model = static_cast<const Model*>(index.model());
        const bool period = index.column() == model->days();
        const bool sign = period && model->measure() == items::Measure::Sentiment;
        painter->setFont(m_theme.font(12, period ? QFont::Normal : QFont::Medium));
        painter->setPen(sign
                ? m_theme.forSign(index.data(Model::ValueRole).toDouble())
                : m_theme.colour(
                    index.data().toString() == QStringLiteral("\u2013") ? Role::Muted : Role::Text));
        painter->drawText(cell.adjusted(0, 0, -m_theme.px(4), 0),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignRight), index.data().toString());
    }

    const Theme& m_theme;
};

} // namespace

HeatMap::HeatMap(const Theme& theme, items::MarketMapModel& model, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setHorizontalHeader(new Heading(theme, Qt::Horizontal, this));
    setVerticalHeader(new Heading(theme, Qt::Vertical, this));
    setModel(&model);
    setItemDelegate(new CellDelegate(theme, this));
    setAccessibleName(tr("Topics by day"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(this, &QTableView::clicked, this, &HeatMap::open);
    connect(verticalHeader(), &QHeaderView::sectionClicked, this,
        [this](int row) { setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column()))); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        layOut();
        takeHeight();
    });
    refreshTheme();
}

HeatMap::~HeatMap() = default;

void HeatMap::refreshTheme()
{
    setStyleSheet(QStringLiteral("QTableView { background: %1; border: none; border-radius: 0; }"
                                 "QTableCornerButton::section { background: %1; border: none; }"
                                 "QHeaderView { background: %1; }"
                                 "QAbstractScrollArea::corner { background: %1; border: none; }")
                      .arg(m_theme.css(Role::Background)));
    for (QHeaderView* header : {horizontalHeader(), verticalHeader()})
        header->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_theme.px(RowHeight));
    horizontalHeader()->setFixedHeight(m_theme.px(HeaderHeight));
    layOut();
    takeHeight();
    viewport()->update();
}

void HeatMap::setMostHeight(int height)
{
    if (height == m_mostHeight)
        return;
    m_mostHeight = height;
    takeHeight();
}

int HeatMap::wholeHeight() const
{
    return m_theme.px(HeaderHeight) + m_model.rowCount() * m_theme.px(RowHeight)
        + horizontalScrollBar()->sizeHint().height();
}

void HeatMap::takeHeight()
{
    const int least = m_theme.px(HeaderHeight + 4 * RowHeight);
    const int most = std::max(least, std::min(wholeHeight(), m_mostHeight));
    setMinimumHeight(m_mostHeight > 0 ? most : least);
    setMaximumHeight(m_mostHeight > 0 ? most : QWIDGETSIZE_MAX);
    updateGeometry();
}

QSize HeatMap::minimumSizeHint() const { return {m_theme.px(240), minimumHeight()}; }

QSize HeatMap::sizeHint() const { return {m_theme.px(700), minimumHeight()}; }

void HeatMap::layOut()
{
    const QFontMetrics metrics(m_theme.font(12.5));
    int names = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        names = std::max(names, metrics.horizontalAdvance(m_model.topic(row)));
    // Not too much of a narrow window.
    names = std::min({names + m_theme.px(20), m_theme.px(WidestName), std::max(m_theme.px(90), width() * 3 / 10)});
    verticalHeader()->setFixedWidth(names);
    const int days = m_model.days();
    if (days == 0)
        return;
    const int bar = verticalScrollBar()->sizeHint().width();
    const int room = width() - names - m_theme.px(PeriodWidth) - m_theme.px(UsualWidth) - bar;
    const int day = std::clamp(room / days, m_theme.px(NarrowestDay), m_theme.px(WidestDay));
    for (int column = 0; column < days; ++column)
        setColumnWidth(column, day);
    setColumnWidth(days, m_theme.px(PeriodWidth));
    setColumnWidth(days + 1, m_theme.px(UsualWidth));
}

QString HeatMap::currentText() const { return currentIndex().data(Qt::AccessibleTextRole).toString(); }

void HeatMap::open(const QModelIndex& index)
{
    const QString query = index.data(Model::CellQueryRole).toString();
    if (!query.isEmpty())
        Q_EMIT cellOpened(query);
}

void HeatMap::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    setAccessibleDescription(currentText());
    viewport()->update();
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
    Q_EMIT cellChanged();
}

bool HeatMap::event(QEvent* event)
{
    // These letters mean something else in the list of articles, and nothing while the map has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool letter = key->key() == Qt::Key_P || key->key() == Qt::Key_C || key->key() == Qt::Key_Q
            || key->key() == Qt::Key_Comma || key->key() == Qt::Key_Period;
        if (letter && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(currentIndex());
        event->accept();
        return;
    case Qt::Key_P:
    case Qt::Key_C:
    case Qt::Key_Q:
    case Qt::Key_Comma:
    case Qt::Key_Period:
        if (event->modifiers() == Qt::NoModifier) {
            Q_EMIT keyPressed(event->key());
            event->accept();
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void HeatMap::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOut();
}

} // namespace ui
