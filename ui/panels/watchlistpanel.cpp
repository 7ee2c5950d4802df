// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "watchlistpanel.h"

#include <desk/query.h>
#include <items/datawords.h>
#include <items/navigationmodel.h>
#include <ui/widgets/chooser.h>
#include <ui/widgets/flowlayout.h>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int LongestName = 60;
constexpr desk::MemberKind Kinds[]
    = {desk::MemberKind::Ticker, desk::MemberKind::Entity, desk::MemberKind::Topic, desk::MemberKind::Word};

QString utf8(const std::string& text) { return QString::fromStdString(text); }

} // namespace

QString watchlistQuery(const QString& name)
{
    return QStringLiteral("watchlist:") + utf8(desk::quoted(name.toStdString()));
}

WatchlistPanel::WatchlistPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 12);
    column->setSpacing(8);
    m_nameTitle = new QLabel(tr("Watchlist"), this);
    column->addWidget(m_nameTitle);
    m_name = new QLineEdit(this);
    m_name->setAccessibleName(tr("Name of the watchlist"));
    m_name->setMaxLength(LongestName);
    m_name->setToolTip(tr("Enter renames it"));
    connect(m_name, &QLineEdit::editingFinished, this, &WatchlistPanel::rename);
    column->addWidget(m_name);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    auto* ways = new FlowLayout(8);
    const auto button = [&](const QString& text, const QString& tip) {
        auto* push = new QPushButton(text, this);
        push->setToolTip(tip);
        return push;
    };
    m_show = button(tr("Show in News"), tr("The articles of this watchlist"));
    m_rule = button(tr("New rule on it"), tr("An alert for what is of this watchlist"));
    m_import = button(tr("Import CSV\u2026"),
        tr("A column kind and one value, or one named ticker, entity, topic or word; or one value a line"));
    m_remove = button(tr("Remove watchlist"), tr("Ctrl+Z brings it back"));
    for (QPushButton* push : {m_show, m_rule, m_import, m_remove})
        ways->addWidget(push);
    column->addLayout(ways);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT searchWanted(watchlistQuery(name())); });
    connect(m_rule, &QPushButton::clicked, this, [this] { Q_EMIT ruleWanted(watchlistQuery(name())); });
    connect(m_import, &QPushButton::clicked, this, &WatchlistPanel::chooseFile);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(name()); });
    m_membersTitle = new QLabel(tr("Members"), this);
    column->addWidget(m_membersTitle);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    m_kind = new Chooser(m_theme, this);
    m_kind->setAccessibleName(tr("Kind of the member"));
    for (const desk::MemberKind kind : Kinds)
        m_kind->addItem(items::dataWord(desk::memberKindName(kind)));
    m_value = new QLineEdit(this);
    m_value->setAccessibleName(tr("Member"));
    m_value->setPlaceholderText(tr("NVDA, company:NVDA, Energy, rare earths"));
    connect(m_value, &QLineEdit::returnPressed, this, &WatchlistPanel::add);
    connect(m_value, &QLineEdit::textChanged, this, &WatchlistPanel::showState);
    m_add = button(tr("Add"), tr("Enter"));
    connect(m_add, &QPushButton::clicked, this, &WatchlistPanel::add);
    m_take = button(tr("Take off"), tr("The chosen members (Del)"));
    connect(m_take, &QPushButton::clicked, this, &WatchlistPanel::removeChosen);
    line->addWidget(m_kind);
    line->addWidget(m_value, 1);
    line->addWidget(m_add);
    line->addWidget(m_take);
    column->addLayout(line);
    m_empty = new QLabel(
        tr("No member yet. An article is of the watchlist when it names one of its entities or tickers, is "
           "about one of its topics or holds one of its words."),
        this);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    m_members = new QListWidget(this);
    m_members->setAccessibleName(tr("Members"));
    m_members->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_members->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_members, &QListWidget::itemSelectionChanged, this, &WatchlistPanel::showState);
    auto* take = new QAction(m_members);
    take->setShortcut(QKeySequence(Qt::Key_Delete));
    take->setShortcutContext(Qt::WidgetShortcut);
    connect(take, &QAction::triggered, this, &WatchlistPanel::removeChosen);
    m_members->addAction(take);
    column->addWidget(m_members, 1);
    refreshTheme();
    showState();
}

WatchlistPanel::~WatchlistPanel() = default;

void WatchlistPanel::refreshTheme()
{
    m_name->setFont(m_theme.font(15, QFont::DemiBold));
    for (QLabel* label : {m_nameTitle, m_note, m_empty}) {
        label->setFont(m_theme.font(12));
        label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    }
    m_membersTitle->setFont(m_theme.font(13, QFont::DemiBold));
    for (QPushButton* push : {m_add, m_take, m_import, m_show, m_rule, m_remove})
        push->setFont(m_theme.font(12));
    m_kind->setFont(m_theme.font(12));
    m_value->setFont(m_theme.font(12.5));
    m_members->setFont(m_theme.font(12.5));
}

QString WatchlistPanel::name() const { return utf8(m_row.list.name); }

void WatchlistPanel::focusFirst() { m_value->setFocus(); }

void WatchlistPanel::showList(const desk::WatchlistRow& row)
{
    const bool other = row.list.id != m_row.list.id;
    m_row = row;
    if (other || !m_name->hasFocus())
        m_name->setText(name());
    if (other)
        m_value->clear();
    m_note->setText(row.articles == 1
            ? tr("1 article in the last seven days")
            : tr("%1 articles in the last seven days").arg(items::countText(row.articles)));
    m_members->clear();
    for (const desk::WatchlistMember& member : row.list.members)
        m_members->addItem(
            tr("%1  %2").arg(items::dataWord(desk::memberKindName(member.kind)), utf8(member.value)));
    showState();
}

void WatchlistPanel::showState()
{
    m_add->setEnabled(!m_value->text().trimmed().isEmpty());
    m_take->setEnabled(!m_members->selectedItems().isEmpty());
    m_empty->setVisible(m_row.list.members.empty());
    m_members->setVisible(!m_row.list.members.empty());
}

void WatchlistPanel::add()
{
    const std::string value = m_value->text().simplified().toStdString();
    if (value.empty())
        return;
    desk::Watchlist list = m_row.list;
    const desk::WatchlistMember member{Kinds[m_kind->currentIndex()], value};
    if (std::find(list.members.begin(), list.members.end(), member) == list.members.end())
        list.members.push_back(member);
    m_value->clear();
    Q_EMIT saveWanted(list);
}

void WatchlistPanel::removeChosen()
{
    desk::Watchlist list = m_row.list;
    list.members.clear();
    for (int at = 0; at < m_members->count(); ++at) {
        if (!m_members->item(at)->isSelected())
            list.members.push_back(m_row.list.members[static_cast<std::size_t>(at)]);
    }
    if (list.members.size() != m_row.list.members.size())
        Q_EMIT saveWanted(list);
}

void WatchlistPanel::rename()
{
    const QString typed = m_name->text().simplified();
    if (typed.isEmpty() || typed.contains(QLatin1Char('"')))
        m_name->setText(name());
    else if (typed != name() && !name().isEmpty())
        Q_EMIT renameWanted(name(), typed);
}

void WatchlistPanel::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Import members"), {}, tr("Tables (*.csv *.tsv *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, list = name()](const QString& file) { Q_EMIT importWanted(list, file); });
    dialog->open();
}

} // namespace ui
