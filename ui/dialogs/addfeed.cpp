// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "addfeed.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

AddFeedDialog::AddFeedDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Add feed"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto* label = new QLabel(tr("Address of an RSS, Atom or JSON feed"), this);
    label->setFont(theme.font(13));
    m_address = new QLineEdit(this);
    m_address->setFont(theme.font(13));
    m_address->setPlaceholderText(QStringLiteral("https://"));
    m_address->setMinimumWidth(theme.px(460));
    m_address->setAccessibleName(label->text());
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    add->setDefault(true);
    column->addWidget(label);
    column->addWidget(m_address);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddFeedDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

AddFeedDialog::~AddFeedDialog() = default;

void AddFeedDialog::check()
{
    QString text = m_address->text().trimmed();
    if (!text.isEmpty() && !text.contains(QStringLiteral("://")))
        text = QStringLiteral("https://") + text;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))) {
        m_address->setToolTip(tr("An http or https address is expected"));
        m_address->setProperty("invalid", true);
        m_address->setStyleSheet(m_address->styleSheet()); // lets the style sheet see the property
        return;
    }
    Q_EMIT addressGiven(url.toString());
    accept();
}

} // namespace ui
