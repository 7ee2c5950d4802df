// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "openlink.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

namespace {

// "xn--…" as the letters it stands for; the usual list of trusted endings would keep some of them encoded.
QString readable(const QString& asciiHost)
{
    return QUrl::fromAce(asciiHost.toLatin1(), QUrl::IgnoreIDNWhitelist);
}

} // namespace

Link readLink(const QString& address)
{
    Link link;
    link.url = QUrl(address.trimmed()); // tolerant of a space in a path: what is shown is what is opened
    const QString scheme = link.url.scheme().toLower();
    link.address = link.url.toString(QUrl::FullyEncoded);
    if (!link.url.isValid() || scheme.isEmpty()) {
        link.refusal = OpenLinkDialog::tr("This is not an address that can be opened.");
        return link;
    }
    if (scheme == QLatin1String("mailto")) {
        link.mail = true;
        link.host = link.url.path(QUrl::FullyDecoded);
        if (link.host.isEmpty())
            link.refusal = OpenLinkDialog::tr("This link names nobody to write to.");
        return link;
    }
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https")) {
        link.refusal
            = OpenLinkDialog::tr("Links of the kind \u201C%1:\u201D are not opened.").arg(scheme.left(20));
        return link;
    }
    const QString ascii = link.url.host(QUrl::FullyEncoded);
    link.host = readable(ascii);
    if (link.host.isEmpty())
        link.host = ascii;
    if (link.host != ascii)
        link.asciiHost = ascii;
    link.user = !link.url.userInfo().isEmpty();
    if (ascii.isEmpty())
        link.refusal = OpenLinkDialog::tr("This address names no host.");
    return link;
}

OpenLinkDialog::OpenLinkDialog(const Theme& theme, const Link& link, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(link.mail ? tr("Write a mail?") : tr("Open in the browser?"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    const auto line = [&](const QString& words, double size, QFont::Weight weight, Role role) {
        auto* label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setText(words);
        label->setFont(theme.font(size, weight));
        label->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(role)));
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    line(link.mail ? tr("This link writes to") : tr("This link leads to"), 12, QFont::Normal, Role::Muted);
    // A soft break after each dot, so that a host of any length is shown in full.
    QString host = link.host;
    line(host.replace(QLatin1Char('.'), QStringLiteral(".\u200B")), 20, QFont::DemiBold, Role::Text)
        ->setAccessibleName(link.host);
    if (!link.asciiHost.isEmpty())
        line(tr("written %1: its letters may look like another host").arg(link.asciiHost), 12, QFont::Normal,
            Role::Negative);
    if (link.user)
        line(tr("What stands before the @ in it is a name, not a host."), 12, QFont::Normal, Role::Negative);
    if (link.url.scheme() == QLatin1String("http"))
        line(tr("The connection is not encrypted."), 12, QFont::Normal, Role::Muted);
    auto* address = new QPlainTextEdit(this);
    address->setPlainText(link.address);
    address->setReadOnly(true);
    address->setTabChangesFocus(true);
    address->setAccessibleName(tr("Full address"));
    address->setFont(theme.font(12));
    address->setStyleSheet(QStringLiteral("QPlainTextEdit { color: %1; background: %2; border: 1px solid %3; "
                                          "border-radius: 6px; padding: 4px; }")
                               .arg(theme.css(Role::Body), theme.css(Role::Surface), theme.css(Role::Line)));
    address->setWordWrapMode(QTextOption::WrapAnywhere);
    address->setFixedHeight(4 * QFontMetrics(address->font()).lineSpacing() + theme.px(18));
    column->addSpacing(4);
    column->addWidget(address);
    m_trust = new QCheckBox(tr("Open this host without asking until the program ends"), this);
    m_trust->setFont(theme.font(12));
    m_trust->setVisible(!link.mail);
    column->addWidget(m_trust);
    column->addSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    const auto button = [&](const QString& words) {
        auto* push = new QPushButton(words, this);
        push->setFont(theme.font(12.5));
        push->setAutoDefault(false);
        buttons->addWidget(push);
        return push;
    };
    column->addLayout(buttons);
    QPushButton* open = button(link.mail ? tr("Write") : tr("Open"));
    open->setObjectName(QStringLiteral("primary"));
    open->setDefault(true);
    open->setFocus();
    QPushButton* copy = button(tr("Copy"));
    copy->setToolTip(tr("Ctrl+C"));
    QPushButton* cancel = button(tr("Cancel"));
    connect(open, &QPushButton::clicked, this, [this] {
        Q_EMIT openWanted(m_trust->isChecked());
        accept();
    });
    const auto copied = [this] {
        Q_EMIT copyWanted();
        reject();
    };
    connect(copy, &QPushButton::clicked, this, copied);
    connect(new QShortcut(QKeySequence::Copy, this), &QShortcut::activated, this, copied);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setFixedWidth(theme.px(520));
}

OpenLinkDialog::~OpenLinkDialog() = default;

} // namespace ui
