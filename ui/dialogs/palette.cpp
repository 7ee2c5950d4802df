// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "palette.h"

#include <ui/widgets/palettedelegate.h>

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int SoonMs = 60;
constexpr int PageRows = 8;

} // namespace

PaletteDialog::PaletteDialog(const Theme& theme, items::PaletteModel& model, QWidget& window)
    : QDialog(&window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_model(model)
{
    setWindowTitle(tr("Find anything"));
    setPalette(theme.palette()); // a window does not take that of its parent
    setObjectName(QStringLiteral("palette"));
    setStyleSheet(
        QStringLiteral("QDialog#palette { background: %1; border: 1px solid %2; }"
                       "QLineEdit { border: none; border-radius: 0; background: transparent; padding: 0; }")
            .arg(theme.css(Role::Raised), theme.css(Role::Faint)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, theme.px(10), 1, theme.px(8));
    column->setSpacing(theme.px(8));
    m_line = new QLineEdit(this);
    m_line->setFont(theme.font(15));
    m_line->setAccessibleName(tr("Find anything"));
    m_line->setPlaceholderText(tr("A command, view, topic, name, source or article"));
    m_line->setFixedHeight(theme.px(30));
    m_line->setTextMargins(theme.px(14), 0, theme.px(14), 0);
    m_line->installEventFilter(this);
    column->addWidget(m_line);
    auto* rule = new QFrame(this);
    rule->setObjectName(QStringLiteral("rule"));
    column->addWidget(rule);
    m_list = new QListView(this);
    m_list->setModel(&model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setAccessibleName(tr("What matches"));
    m_list->setFocusPolicy(Qt::NoFocus); // the line has the keys
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    m_legend = new QLabel(this);
    m_legend->setFont(theme.font(11));
    m_legend->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    m_legend->setContentsMargins(theme.px(14), 0, theme.px(14), 0);
    column->addWidget(m_legend);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { Q_EMIT typed(m_model.typed()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        choose(index.row());
        take();
    });
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_moved = false;
        m_model.setTyped(text);
        choose(m_model.firstChoice());
        m_soon.start();
        showState();
    });
    m_model.setTyped({});
    choose(m_model.firstChoice());
    showState();
    const QSize room = window.size();
    resize(
        std::min(theme.px(680), room.width() - theme.px(40)), std::min(theme.px(460), room.height() * 3 / 4));
}

PaletteDialog::~PaletteDialog() = default;

KeysDialog::Rows PaletteDialog::keys()
{
    return {{QStringLiteral("Up Down"), tr("to other rows")},
        {QStringLiteral("Enter"), tr("do it, or go there")}};
}

void PaletteDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    const QWidget* window = parentWidget();
    const QPoint corner
        = window->mapToGlobal(QPoint((window->width() - width()) / 2, (window->height() - height()) / 3));
    move(corner);
    m_line->setFocus();
}

void PaletteDialog::showState()
{
    m_legend->setText(m_model.rowCount() == 0 ? tr("Nothing matches.  Esc closes")
            : m_line->text().isEmpty()        ? tr("Chosen last comes first.  Enter does it, Esc closes")
                                              : tr("Enter does it, Esc closes"));
}

void PaletteDialog::showFound(const QList<items::PaletteEntry>& entries)
{
    const items::PaletteEntry before = m_model.entryAt(m_list->currentIndex().row());
    m_model.setFound(entries);
    // What the user looks at stays chosen; a search nobody asked for gives way to what was found.
    const bool waited = !m_moved && before.kind == items::PaletteEntry::Search;
    const int kept = waited ? -1 : m_model.rowOf(before);
    choose(kept >= 0 ? kept : m_model.firstChoice());
    showState();
}

void PaletteDialog::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_list->setCurrentIndex(m_model.index(row));
    m_line->setAccessibleDescription(
        m_model.index(row).data(Qt::AccessibleTextRole).toString()); // it has the focus
}

void PaletteDialog::moveBy(int step)
{
    m_moved = true;
    const int last = m_model.rowCount() - 1;
    int row = m_list->currentIndex().row() + step;
    if (std::abs(step) == 1 && (row < 0 || row > last))
        row = row < 0 ? last : 0; // around the ends
    row = std::clamp(row, 0, std::max(0, last));
    if ((m_model.flags(m_model.index(row)) & Qt::ItemIsEnabled) != 0)
        choose(row);
}

void PaletteDialog::take()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || (m_model.flags(current) & Qt::ItemIsEnabled) == 0)
        return;
    const items::PaletteEntry entry = m_model.entryAt(current.row());
    accept();
    Q_EMIT chosen(entry);
}

bool PaletteDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(PageRows);
        return true;
    case Qt::Key_PageUp:
        moveBy(-PageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    default:
        return false;
    }
}

} // namespace ui
