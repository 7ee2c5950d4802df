// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "addfeed.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

namespace {

// The path a person means, or nothing when it is no path.
QString pathOf(const QString& text)
{
    if (text.startsWith(QStringLiteral("file:")))
        return QUrl(text).toLocalFile();
    if (text.startsWith(QStringLiteral("~/")))
        return QDir::homePath() + text.mid(1);
    return QDir::isAbsolutePath(text) ? text : QString();
}

} // namespace

AddFeedDialog::AddFeedDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setWindowTitle(tr("Add source"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto* label = new QLabel(tr("Address of a feed or of a page, or a folder to watch"), this);
    label->setFont(theme.font(13));
    m_address = new QLineEdit(this);
    m_address->setFont(theme.font(13));
    m_address->setPlaceholderText(QStringLiteral("https://"));
    m_address->setMinimumWidth(theme.px(430));
    m_address->setAccessibleName(label->text());
    label->setBuddy(m_address);
    const auto button = [&](const QString& words, auto run) {
        auto* push = new QPushButton(words, this);
        push->setFont(theme.font(12.5));
        push->setAutoDefault(false);
        connect(push, &QPushButton::clicked, this, run);
        return push;
    };
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_address, 1);
    row->addWidget(button(tr("Folder\u2026"), &AddFeedDialog::browse));
    m_hint = new QLabel(this);
    m_hint->setFont(theme.font(12));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMinimumHeight(2 * QFontMetrics(m_hint->font()).lineSpacing());
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    QPushButton* add = button(tr("Add"), &AddFeedDialog::check);
    add->setObjectName(QStringLiteral("primary"));
    add->setDefault(true);
    buttons->addWidget(add);
    buttons->addWidget(button(tr("Cancel"), &QDialog::reject));
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addLayout(buttons);
    connect(m_address, &QLineEdit::textChanged, this, &AddFeedDialog::explain);
    explain();
}

AddFeedDialog::~AddFeedDialog() = default;

void AddFeedDialog::explain()
{
    const QString text = m_address->text().trimmed();
    m_hint->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_hint->setText(!pathOf(text).isEmpty()
            ? tr("New and changed files in this folder will be read as they come.")
            : tr("RSS, Atom or JSON. When a page is named, the feed it names is subscribed."));
    m_address->setProperty("invalid", false);
    m_address->style()->unpolish(m_address); // lets the style sheet see the property
    m_address->style()->polish(m_address);
}

void AddFeedDialog::refuse(const QString& reason)
{
    m_hint->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Negative)));
    m_hint->setText(reason);
    m_address->setProperty("invalid", true);
    m_address->style()->unpolish(m_address);
    m_address->style()->polish(m_address);
    m_address->setFocus();
}

void AddFeedDialog::check()
{
    QString text = m_address->text().trimmed();
    if (const QString path = pathOf(text); !path.isEmpty()) {
        if (!QFileInfo(path).isDir())
            return refuse(tr("There is no such folder."));
        Q_EMIT addressGiven(path);
        return accept();
    }
    if (text.startsWith(QStringLiteral("feed://"), Qt::CaseInsensitive))
        text = QStringLiteral("https://") + text.mid(7);
    else if (text.startsWith(QStringLiteral("feed:http"), Qt::CaseInsensitive))
        text = text.mid(5);
    if (!text.isEmpty() && !text.contains(QStringLiteral("://")))
        text = QStringLiteral("https://") + text;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return refuse(tr("An http or https address, or the path of a folder, is expected."));
    Q_EMIT addressGiven(url.toString());
    accept();
}

void AddFeedDialog::browse()
{
    auto* dialog = new QFileDialog(this, tr("Folder to watch"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { m_address->setText(path); });
    dialog->open();
}

} // namespace ui
