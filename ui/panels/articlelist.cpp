// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlelist.h"

#include <items/roles.h>
#include <ui/widgets/articledelegate.h>

#include <QBoxLayout>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using Choice = std::pair<QString, QString>; // label, value

QList<Choice> timeChoices()
{
    return {{QObject::tr("Any time"), {}}, {QObject::tr("24 h"), QStringLiteral("received:24h")},
        {QObject::tr("7 days"), QStringLiteral("received:7d")},
        {QObject::tr("30 days"), QStringLiteral("received:30d")}};
}

QList<Choice> impactChoices()
{
    return {{QObject::tr("Any impact"), {}},
        {QObject::tr("Impact \u2265 0.2"), QStringLiteral("impact>=0.2")},
        {QObject::tr("Impact \u2265 0.4"), QStringLiteral("impact>=0.4")},
        {QObject::tr("Impact \u2265 0.6"), QStringLiteral("impact>=0.6")}};
}

QList<Choice> sortChoices()
{
    return {{QObject::tr("Sort: impact"), QString::number(static_cast<int>(desk::Sort::Impact))},
        {QObject::tr("Sort: published"), QString::number(static_cast<int>(desk::Sort::Published))},
        {QObject::tr("Sort: received"), QString::number(static_cast<int>(desk::Sort::Received))},
        {QObject::tr("Sort: last read"), QString::number(static_cast<int>(desk::Sort::ReadAt))}};
}

QString labelOf(const QList<Choice>& choices, const QString& value)
{
    for (const Choice& choice : choices) {
        if (choice.second == value)
            return choice.first;
    }
    return value;
}

} // namespace

ArticleListPanel::ArticleListPanel(const Theme& theme, items::ArticleListModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* filters = new QFrame(this);
    filters->setObjectName(QStringLiteral("filters"));
    m_chipLines = new QBoxLayout(QBoxLayout::LeftToRight, filters);
    m_chipLines->setContentsMargins(12, 8, 12, 8);
    m_chipLines->setSpacing(6);
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(6);
    m_kinds = new QButtonGroup(this);
    const auto kind = [&](const QString& name, const QString& description) {
        auto* button = new QToolButton(filters);
        button->setObjectName(QStringLiteral("chip"));
        button->setText(name);
        button->setToolTip(description);
        button->setAccessibleDescription(description);
        button->setCheckable(true);
        m_kinds->addButton(button);
        kinds->addWidget(button);
        return button;
    };
    m_wire = kind(tr("Wire"), tr("Every article (Z)"));
    m_stories = kind(tr("Stories"), tr("Every story once, its articles folded in (Z)"));
    m_wire->setChecked(true);
    connect(m_kinds, &QButtonGroup::buttonToggled, this, [this](QAbstractButton*, bool on) {
        if (on)
            Q_EMIT filtersChanged();
    });
    kinds->addStretch();
    m_chipLines->addLayout(kinds, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_chipLines->addLayout(row);
    const auto chip = [&](const QList<Choice>& choices, const QString& name, auto apply) {
        auto* button = new QToolButton(filters);
        button->setObjectName(QStringLiteral("chip"));
        button->setPopupMode(QToolButton::InstantPopup);
        button->setAccessibleName(name);
        button->setCheckable(true);
        auto* menu = new QMenu(button);
        for (const Choice& choice : choices) {
            menu->addAction(choice.first, this, [this, apply, value = choice.second] {
                apply(value);
                showChips();
                Q_EMIT filtersChanged();
            });
        }
        button->setMenu(menu);
        row->addWidget(button);
        return button;
    };
    m_timeChip = chip(timeChoices(), tr("Time filter"), [this](const QString& value) { m_time = value; });
    m_impactChip
        = chip(impactChoices(), tr("Impact filter"), [this](const QString& value) { m_impact = value; });
    m_sortChip = chip(sortChoices(), tr("Order"),
        [this](const QString& value) { m_sort = static_cast<desk::Sort>(value.toInt()); });
    row->addStretch();
    m_chips = {m_wire, m_stories, m_timeChip, m_impactChip, m_sortChip};
    column->addWidget(filters);

    m_new = new QToolButton(this);
    m_new->setObjectName(QStringLiteral("link"));
    m_new->setCursor(Qt::PointingHandCursor);
    m_new->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_new->hide();
    connect(m_new, &QToolButton::clicked, this, &ArticleListPanel::newWanted);
    column->addWidget(m_new);

    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_message->hide();
    column->addWidget(m_message, 1);

    m_view = new QListView(this);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ArticleDelegate(theme, m_view));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setWordWrap(true); // the list lays its rows out again when its width changes
    m_view->setMouseTracking(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Articles"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    column->addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) {
            if (current.isValid() && !m_taking)
                Q_EMIT rowChosen(current.data(items::IdRole).toLongLong());
        });
    connect(m_view, &QListView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT rowOpened(index.data(items::IdRole).toLongLong()); });
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint& point) {
        const QModelIndex index = m_view->indexAt(point);
        if (index.isValid())
            Q_EMIT menuWanted(index.data(items::IdRole).toLongLong(), m_view->viewport()->mapToGlobal(point));
    });
    refreshTheme();
}

ArticleListPanel::~ArticleListPanel() = default;

void ArticleListPanel::refreshTheme()
{
    for (QToolButton* chip : std::as_const(m_chips))
        chip->setFont(m_theme.font(11));
    m_new->setFont(m_theme.font(11));
    m_message->setFont(m_theme.font(13));
    m_message->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    setMinimumWidth(m_theme.px(300));
    showChips();
    m_view->doItemsLayout();
}

void ArticleListPanel::showChips()
{
    const QString arrow = QStringLiteral(" \u25BE");
    m_timeChip->setText(labelOf(timeChoices(), m_time) + arrow);
    m_timeChip->setChecked(!m_time.isEmpty());
    m_impactChip->setText(labelOf(impactChoices(), m_impact) + arrow);
    m_impactChip->setChecked(!m_impact.isEmpty());
    m_sortChip->setText(labelOf(sortChoices(), QString::number(static_cast<int>(m_sort))) + arrow);
    m_sortChip->setChecked(false);
    placeChips();
}

void ArticleListPanel::placeChips()
{
    const QMargins margins = m_chipLines->contentsMargins();
    int needed = margins.left() + margins.right() - m_chipLines->spacing();
    for (QToolButton* chip : std::as_const(m_chips)) {
        // A tool button keeps two spaces more than its text and padding need.
        const int own
            = chip->sizeHint().width() - 2 * chip->fontMetrics().horizontalAdvance(QLatin1Char(' '));
        chip->setFixedWidth(own);
        needed += own + m_chipLines->spacing();
    }
    m_chipLines->setDirection(needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool ArticleListPanel::isFolded() const { return m_stories->isChecked(); }

void ArticleListPanel::setFolded(bool folded)
{
    const QSignalBlocker quiet(m_kinds);
    (folded ? m_stories : m_wire)->setChecked(true);
}

bool ArticleListPanel::unfold(int row)
{
    if (m_model.foldOf(row) != items::Fold::Folded)
        return false;
    Q_EMIT articlesWanted(
        static_cast<qint64>(m_model.row(row).id), QString::fromStdString(m_model.row(row).story));
    return true;
}

void ArticleListPanel::showArticles(qint64 id, const std::vector<desk::ArticleRow>& articles)
{
    m_model.unfold(id, articles);
}

bool ArticleListPanel::fold(int row)
{
    const items::Fold fold = m_model.foldOf(row);
    if (fold != items::Fold::Unfolded && fold != items::Fold::Inside)
        return false;
    const int head = m_model.headOf(row);
    const int last = m_view->currentIndex().row();
    if (last > head && m_model.headOf(last) == head)
        selectRow(head); // it does not stand among what goes
    m_model.fold(head);
    return true;
}

bool ArticleListPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_view->currentIndex().row();
        if (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier) {
            if (key->key() == Qt::Key_Right && unfold(row))
                return true;
            if (key->key() == Qt::Key_Left && fold(row))
                return true;
        }
    }
    if (watched == m_view->viewport()
        && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = m_view->indexAt(mouse->pos());
        const auto* rows = static_cast<const ArticleDelegate*>(m_view->itemDelegate());
        if (mouse->button() == Qt::LeftButton && index.isValid()
            && rows->foldRect(m_view->visualRect(index), index, m_view->layoutDirection()).contains(mouse->pos()))
            return unfold(index.row()) || fold(index.row());
    }
    return QWidget::eventFilter(watched, event);
}

void ArticleListPanel::setFilters(const QString& time, const QString& impact, desk::Sort sort)
{
    m_time = time;
    m_impact = impact;
    m_sort = sort;
    showChips();
}

void ArticleListPanel::setSort(desk::Sort sort)
{
    m_sort = sort;
    showChips();
}

void ArticleListPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeChips();
}

qint64 ArticleListPanel::currentId() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? index.data(items::IdRole).toLongLong() : 0;
}

void ArticleListPanel::selectRow(int row)
{
    const QModelIndex index = m_model.index(row);
    if (!index.isValid())
        return;
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
}

void ArticleListPanel::copyChosen() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    if (rows.isEmpty() && m_view->currentIndex().isValid())
        rows << m_view->currentIndex();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setMimeData(m_model.mimeData(rows));
}

QList<qint64> ArticleListPanel::chosenIds() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end(),
        [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    QList<qint64> ids;
    for (const QModelIndex& row : rows)
        ids << row.data(items::IdRole).toLongLong();
    if (ids.isEmpty() && currentId() != 0)
        ids << currentId();
    return ids;
}

void ArticleListPanel::chooseOnlyCurrent()
{
    m_view->selectionModel()->select(m_view->currentIndex(), QItemSelectionModel::ClearAndSelect);
}

bool ArticleListPanel::extendBy(int step)
{
    QItemSelectionModel* selection = m_view->selectionModel();
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex next = m_model.index(current.row() + step);
    if (!current.isValid() || !next.isValid())
        return false;
    if (selection->selectedIndexes().size() < 2 || !m_anchor.isValid())
        m_anchor = current;
    selection->select(
        QItemSelection(std::min(QModelIndex(m_anchor), next), std::max(QModelIndex(m_anchor), next)),
        QItemSelectionModel::ClearAndSelect);
    selection->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
    m_view->scrollTo(next);
    return true;
}

void ArticleListPanel::take(const QList<qint64>& ids)
{
    const qint64 shown = currentId();
    int next = 0;
    for (const qint64 id : ids)
        next = std::max(next, m_model.indexOf(id) + 1);
    if (ids.contains(shown)) {
        while (next < m_model.rowCount() && ids.contains(static_cast<qint64>(m_model.row(next).id)))
            ++next;
        if (next == m_model.rowCount()) {
            for (next = m_model.rowCount() - 1;
                 next >= 0 && ids.contains(static_cast<qint64>(m_model.row(next).id));)
                --next;
        }
        if (next >= 0)
            selectRow(next);
    }
    m_taking = true; // what the view does to its current row meanwhile is no choice
    m_model.take(ids);
    m_taking = false;
    if (m_model.rowCount() == 0)
        setMessage(tr("No article is left in this list."));
}

bool ArticleListPanel::moveBy(int step)
{
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + step : 0;
    if (row < 0 || row >= m_model.rowCount())
        return false;
    selectRow(row);
    return true;
}

bool ArticleListPanel::moveToUnread(int step)
{
    int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + step : 0;
    while (row >= 0 && row < m_model.rowCount()) {
        if (!m_model.row(row).read) {
            selectRow(row);
            return true;
        }
        row += step;
    }
    return false;
}

void ArticleListPanel::setMessage(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_view->setVisible(message.isEmpty());
}

void ArticleListPanel::setNewCount(int count)
{
    m_new->setText(tr("%1 new").arg(count));
    m_new->setVisible(count > 0);
}

} // namespace ui
