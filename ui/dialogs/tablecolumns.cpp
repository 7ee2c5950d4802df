// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tablecolumns.h"

#include <ui/widgets/chooser.h>
#include <ui/widgets/elidedlabel.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int ChooserRow = 0;
constexpr int HeaderRow = 1;
constexpr int MostRows = 8; // of the table's beginning
constexpr int PreviewLetters = 420;

using Field = std::pair<QString, QString>; // key, what a person calls it

QList<Field> fieldNames()
{
    return {{{}, TableColumnsDialog::tr("not used")},
        {QStringLiteral("title"), TableColumnsDialog::tr("Title")},
        {QStringLiteral("body"), TableColumnsDialog::tr("Text")},
        {QStringLiteral("published"), TableColumnsDialog::tr("Published")},
        {QStringLiteral("source"), TableColumnsDialog::tr("Source")},
        {QStringLiteral("url"), TableColumnsDialog::tr("Address")},
        {QStringLiteral("author"), TableColumnsDialog::tr("Author")},
        {QStringLiteral("language"), TableColumnsDialog::tr("Language")},
        {QStringLiteral("id"), TableColumnsDialog::tr("Id")}};
}

} // namespace

TableColumnsDialog::TableColumnsDialog(
    const Theme& theme, TableColumns columns, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_columns(std::move(columns))
{
    setWindowTitle(tr("Columns of the table"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    auto* title = new QLabel(tr("What the columns hold"), this);
    title->setFont(theme.font(16, QFont::DemiBold));
    auto* file = new ElidedLabel(this);
    file->setText(name);
    file->setFont(theme.font(12));
    file->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    head->addWidget(title);
    head->addWidget(file, 1);
    column->addLayout(head);
    m_table = new QTableWidget(this);
    buildTable();
    column->addWidget(m_table, 1);
    column->addWidget(buildPreview());
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_hint = new ElidedLabel(this);
    m_hint->setFont(theme.font(12));
    m_hint->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    buttons->addWidget(m_hint, 1);
    m_ok = new QPushButton(tr("Read the table"), this);
    m_ok->setObjectName(QStringLiteral("primary"));
    m_ok->setToolTip(tr("Ctrl+Return"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton* push : {m_ok, cancel}) {
        push->setFont(theme.font(12.5));
        push->setAutoDefault(false);
        buttons->addWidget(push);
    }
    column->addLayout(buttons);
    connect(m_ok, &QPushButton::clicked, this, &TableColumnsDialog::confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (const QString& key : {QStringLiteral("Ctrl+Return"), QStringLiteral("Ctrl+Enter")})
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, this,
            &TableColumnsDialog::confirm);
    if (!m_choosers.isEmpty())
        m_choosers.front()->setFocus();
    showState();
    resize(theme.px(900), theme.px(580));
}

TableColumnsDialog::~TableColumnsDialog() = default;

void TableColumnsDialog::buildTable()
{
    const int rows = static_cast<int>(std::min<qsizetype>(MostRows, m_columns.rows.size()));
    const int columns = static_cast<int>(m_columns.headers.size());
    m_table->setRowCount(HeaderRow + 1 + rows);
    m_table->setColumnCount(columns);
    m_table->setAccessibleName(tr("Beginning of the table"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->setFont(m_theme.font(12));
    const auto put = [this](int row, int column, const QString& text, Role role, QFont::Weight weight) {
        auto* item = new QTableWidgetItem(text.simplified());
        item->setForeground(m_theme.colour(role));
        item->setFont(m_theme.font(12, weight));
        item->setToolTip(text.left(600));
        m_table->setItem(row, column, item);
    };
    for (int column = 0; column < columns; ++column) {
        auto* chooser = new Chooser(m_theme, m_table);
        chooser->setAccessibleName(tr("Column %1, %2").arg(column + 1).arg(m_columns.headers[column]));
        for (const Field& field : fieldNames())
            chooser->addItem(field.second, field.first);
        connect(chooser, &QComboBox::activated, this,
            [this, column, chooser] { choose(column, chooser->currentData().toString()); });
        m_choosers << chooser;
        m_wishes << Wish{m_columns.fields.key(column), 0};
        m_table->setCellWidget(ChooserRow, column, chooser);
        put(HeaderRow, column, m_columns.headers[column], Role::Muted, QFont::DemiBold);
        for (int row = 0; row < rows; ++row)
            put(HeaderRow + 1 + row, column, m_columns.rows[row].value(column), Role::Body, QFont::Normal);
        m_table->setColumnWidth(column, m_theme.px(168));
    }
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHeight(row, m_theme.px(row == ChooserRow ? 34 : 26));
}

QWidget* TableColumnsDialog::buildPreview()
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(4);
    const auto line = [&](double size, QFont::Weight weight, Role role) {
        auto* label = new QLabel(card);
        label->setTextFormat(Qt::PlainText);
        label->setFont(m_theme.font(size, weight));
        label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(role)));
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    line(11.5, QFont::Normal, Role::Muted)->setText(tr("The first article"));
    m_title = line(15, QFont::DemiBold, Role::Text);
    m_meta = line(11.5, QFont::Normal, Role::Muted);
    m_body = line(12.5, QFont::Normal, Role::Body);
    m_body->setMinimumHeight(3 * QFontMetrics(m_body->font()).lineSpacing()); // nothing jumps
    m_body->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return card;
}

void TableColumnsDialog::choose(int column, const QString& field)
{
    m_wishes[column] = {field, ++m_turn};
    m_columns.fields.clear();
    for (int at = 0; at < static_cast<int>(m_wishes.size()); ++at) {
        const Wish& wish = m_wishes[at];
        const int other = m_columns.fields.value(wish.field, -1);
        if (!wish.field.isEmpty() && (other < 0 || m_wishes[other].turn < wish.turn))
            m_columns.fields.insert(wish.field, at);
    }
    showState();
}

QString TableColumnsDialog::cell(const QString& field) const
{
    const int column = m_columns.fields.value(field, -1);
    return column < 0 || m_columns.rows.isEmpty() ? QString()
                                                  : m_columns.rows.front().value(column).simplified();
}

void TableColumnsDialog::showState()
{
    for (int column = 0; column < static_cast<int>(m_choosers.size()); ++column) {
        QComboBox* chooser = m_choosers[column];
        const QString field = m_columns.fields.key(column);
        chooser->setCurrentIndex(std::max(0, chooser->findData(field)));
        const Role role = field.isEmpty() ? Role::Muted : Role::Text;
        chooser->setStyleSheet(QStringLiteral("QComboBox { color: %1; border-radius: 0; border: none; }")
                                   .arg(m_theme.css(role)));
        for (int row = HeaderRow + 1; row < m_table->rowCount(); ++row)
            m_table->item(row, column)
                ->setForeground(m_theme.colour(field.isEmpty() ? Role::Muted : Role::Body));
    }
    const QString title = cell(QStringLiteral("title"));
    const QString body = cell(QStringLiteral("body"));
    m_title->setText(title.isEmpty() ? tr("No title: the text's beginning stands in its place") : title);
    QStringList meta;
    for (const char* field : {"source", "published", "author", "language", "url", "id"}) {
        if (const QString text = cell(QLatin1String(field)); !text.isEmpty())
            meta << text.left(120);
    }
    m_meta->setText(meta.isEmpty() ? tr("no source, date or author") : meta.join(QStringLiteral(" \u00B7 ")));
    m_body->setText(body.isEmpty()         ? tr("No text.")
            : body.size() > PreviewLetters ? body.left(PreviewLetters - 1) + QStringLiteral("\u2026")
                                           : body);
    const bool enough = m_columns.fields.contains(QStringLiteral("title"))
        || m_columns.fields.contains(QStringLiteral("body"));
    m_ok->setEnabled(enough);
    m_hint->setText(enough ? tr("Remembered for tables with the same header.")
                           : tr("One column must hold the title or the text."));
}

void TableColumnsDialog::confirm()
{
    if (!m_ok->isEnabled())
        return;
    Q_EMIT assigned(m_columns.fields);
    accept();
}

} // namespace ui
