// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "keyspage.h"

#include <ui/commandtable.h>
#include <ui/widgets/rowdelegate.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

KeysPage::KeysPage(const Theme& theme, CommandTable& commands, const QString& fault, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_commands(commands)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(22), theme.px(18), theme.px(22), theme.px(18));
    column->setSpacing(theme.px(8));
    const auto label = [&](const QString& text, double pixels, Role role) {
        auto* made = new QLabel(text, this);
        made->setTextFormat(Qt::PlainText);
        made->setFont(theme.font(pixels));
        made->setWordWrap(true);
        made->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(role)));
        return made;
    };
    QLabel* title = label(tr("Keys"), 16, Role::Text);
    title->setFont(theme.font(16, QFont::DemiBold));
    column->addWidget(title);
    if (!fault.isEmpty())
        column->addWidget(label(fault, 12, Role::Negative));
    m_filter = new QLineEdit(this);
    m_filter->setFont(theme.font(13));
    m_filter->setPlaceholderText(tr("Type to filter by command or key"));
    m_filter->setAccessibleName(tr("Filter commands"));
    column->addWidget(m_filter);
    m_table = new QTableView(this);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new RowDelegate(theme, m_table));
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(27));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(items::CommandListModel::Text, QHeaderView::Stretch);
    m_table->setColumnWidth(items::CommandListModel::Keys, theme.px(150));
    m_table->setColumnWidth(items::CommandListModel::Place, theme.px(96));
    dressHeader(theme, *m_table->horizontalHeader());
    m_table->installEventFilter(this);
    column->addWidget(m_table, 1);
    m_name = label({}, 13, Role::Text);
    m_name->setFont(theme.font(13, QFont::DemiBold));
    column->addWidget(m_name);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    m_key = new QKeySequenceEdit(this);
    m_key->setFont(theme.font(13));
    m_key->setAccessibleName(tr("New key"));
    m_key->setFixedWidth(theme.px(170));
    row->addWidget(m_key);
    m_beside = new QCheckBox(tr("beside the present ones"), this);
    m_beside->setFont(theme.font(12.5));
    row->addWidget(m_beside);
    row->addStretch();
    column->addLayout(row);
    m_conflict = label({}, 12, Role::Negative);
    m_conflict->setObjectName(QStringLiteral("conflict"));
    m_conflict->setMinimumHeight(QFontMetrics(m_conflict->font()).height() * 2);
    column->addWidget(m_conflict);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(theme.px(8));
    m_take = new QPushButton(tr("Take it"), this);
    m_none = new QPushButton(tr("No key"), this);
    m_usual = new QPushButton(tr("Usual keys"), this);
    m_allUsual = new QPushButton(tr("All as usual"), this);
    for (QPushButton* button : {m_take, m_none, m_usual, m_allUsual}) {
        button->setFont(theme.font(12.5));
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    foot->addStretch();
    column->addLayout(foot);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) {
            m_command = m_model.idAt(current.row());
            m_key->clear();
            showState();
        });
    connect(m_table, &QTableView::doubleClicked, m_key, [this] { m_key->setFocus(); });
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysPage::showState);
    connect(m_key, &QKeySequenceEdit::editingFinished, this, [this] { take(false); });
    connect(m_take, &QPushButton::clicked, this, [this] { take(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_commands.chooseKeys(m_command, {}); });
    connect(m_usual, &QPushButton::clicked, this, [this] { m_commands.chooseUsual(m_command); });
    connect(m_allUsual, &QPushButton::clicked, this, [this] { m_commands.chooseAllUsual(); });
    connect(&commands, &CommandTable::keysChanged, this, &KeysPage::refresh);
    refresh();
    m_table->setCurrentIndex(m_model.index(0, 0));
}

KeysPage::~KeysPage() = default;

void KeysPage::refresh()
{
    std::vector<items::CommandRow> rows;
    for (const Command& command : m_commands.commands()) {
        const QString where = command.where == Where::News ? tr("News") : tr("everywhere");
        rows.push_back({command.id, command.text, command.keyText(), where, command.keys != command.usual});
    }
    m_model.setCommands(std::move(rows));
    showState();
}

void KeysPage::showState()
{
    const Command* command = m_commands.find(m_command);
    for (QWidget* widget :
        {static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_beside)})
        widget->setEnabled(command != nullptr);
    m_usual->setEnabled(command != nullptr && command->keys != command->usual);
    m_allUsual->setEnabled(!m_commands.ownKeys().isEmpty());
    m_take->setEnabled(false);
    m_conflict->clear();
    m_name->setText(
        command == nullptr ? tr("No command says that.") : tr("%1: press its new key").arg(command->name()));
    const QKeySequence key = m_key->keySequence();
    if (command == nullptr || key.isEmpty())
        return;
    QStringList names;
    for (const Command* other : m_commands.takenBy(key, m_command))
        names << QStringLiteral("\u201C%1\u201D (%2)").arg(other->name(), other->keyText());
    if (names.isEmpty())
        return;
    m_conflict->setText(tr("%1 belongs to %2. \u201CTake it\u201D leaves that without it.")
                            .arg(keyText(key), names.join(QStringLiteral(", "))));
    m_take->setEnabled(true);
}

void KeysPage::take(bool evenTaken)
{
    const QKeySequence key = m_key->keySequence();
    const Command* command = m_commands.find(m_command);
    if (command == nullptr || key.isEmpty())
        return;
    if (!evenTaken && !m_commands.takenBy(key, m_command).empty()) {
        m_take->setFocus(); // what it would take is said
        return;
    }
    QList<QKeySequence> keys = m_beside->isChecked() ? command->keys : QList<QKeySequence>();
    if (!keys.contains(key))
        keys << key;
    m_key->clear();
    m_commands.chooseKeys(m_command, keys);
}

bool KeysPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_key->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
