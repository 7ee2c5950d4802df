// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue.h"

#include <items/navigationmodel.h>
#include <items/roles.h>
#include <ui/widgets/elidedlabel.h>
#include <ui/widgets/rowdelegate.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

CatalogueDialog::CatalogueDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setWindowTitle(tr("Catalogue of feeds"));
    setPalette(theme.palette()); // a window does not take that of its parent
    m_shown.setSourceModel(&m_model);
    m_shown.setFilterRole(items::SearchRole);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setRecursiveFilteringEnabled(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Catalogue"), this);
    title->setFont(theme.font(16, QFont::DemiBold));
    m_filter = new QLineEdit(this);
    m_filter->setFont(theme.font(12.5));
    m_filter->setPlaceholderText(tr("Filter by name, group, note or address"));
    m_filter->setAccessibleName(tr("Filter the catalogue"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(theme.px(320));
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_filter);
    column->addLayout(head);

    m_pages = new QStackedWidget(this);
    m_view = new QTreeView(m_pages);
    m_view->setModel(&m_shown);
    m_view->setItemDelegate(new RowDelegate(theme, m_view));
    m_view->setAccessibleName(tr("Feeds of the catalogue"));
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(theme.px(18));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dressHeader(theme, *m_view->header());
    m_view->header()->setStretchLastSection(true);
    m_view->header()->resizeSection(0, theme.px(360));
    m_message = new QLabel(tr("Reading\u2026"), m_pages);
    m_message->setFont(theme.font(13));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(24);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_message);
    m_pages->setCurrentIndex(1);
    column->addWidget(m_pages, 1);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_hint = new ElidedLabel(this);
    m_hint->setText(tr("Space marks a feed or a whole group."));
    m_hint->setFont(theme.font(12));
    m_hint->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    m_subscribe = new QPushButton(this);
    m_subscribe->setObjectName(QStringLiteral("primary"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton* push : {m_subscribe, cancel}) {
        push->setFont(theme.font(12.5));
        push->setAutoDefault(false);
    }
    m_subscribe->setMinimumWidth(theme.px(140)); // its neighbours stay where they are
    m_subscribe->setToolTip(tr("Ctrl+Return"));
    buttons->addWidget(m_hint, 1);
    buttons->addStretch();
    buttons->addWidget(m_subscribe);
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_shown.setFilterFixedString(text.trimmed());
        m_view->expandAll();
        showState();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_view->setFocus(); });
    connect(&m_model, &items::CatalogueModel::chosenChanged, this, &CatalogueDialog::showState);
    connect(m_subscribe, &QPushButton::clicked, this, &CatalogueDialog::subscribe);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (const QString& key : {QStringLiteral("Ctrl+Return"), QStringLiteral("Ctrl+Enter")})
        connect(
            new QShortcut(QKeySequence(key), this), &QShortcut::activated, this, &CatalogueDialog::subscribe);
    showState();
    resize(theme.px(820), theme.px(620));
}

CatalogueDialog::~CatalogueDialog() = default;

void CatalogueDialog::showCatalogue(const std::vector<base::Subscription>& feeds, const QSet<QString>& known)
{
    m_model.setCatalogue(feeds, known);
    m_view->expandAll();
    if (m_model.size() == 0)
        return showFailure(tr("The catalogue is empty."));
    m_view->setCurrentIndex(m_shown.index(0, 0));
    m_view->setFocus();
    showState();
}

void CatalogueDialog::showFailure(const QString& reason)
{
    m_model.setCatalogue({}, {});
    m_message->setText(reason);
    showState();
}

void CatalogueDialog::showState()
{
    if (m_model.size() > 0)
        m_message->setText(tr("No feed matches."));
    m_pages->setCurrentIndex(m_shown.rowCount() == 0 ? 1 : 0);
    m_filter->setEnabled(m_model.size() > 0);
    m_hint->setVisible(m_model.size() > 0);
    m_subscribe->setEnabled(m_model.chosenCount() > 0);
    m_subscribe->setText(m_model.chosenCount() == 0
            ? tr("Subscribe")
            : tr("Subscribe to %1").arg(items::countText(m_model.chosenCount())));
}

void CatalogueDialog::subscribe()
{
    const std::vector<base::Subscription> chosen = m_model.chosen();
    if (chosen.empty())
        return;
    Q_EMIT subscribeWanted(chosen);
    accept();
}

} // namespace ui
