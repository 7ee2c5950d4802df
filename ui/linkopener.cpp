// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "linkopener.h"

#include <ui/dialogs/openlink.h>

#include <QApplication>
#include <QClipboard>
#include <QWidget>

namespace ui {

LinkOpener::LinkOpener(const Theme& theme, QWidget& window)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
{
}

LinkOpener::~LinkOpener() = default;

void LinkOpener::open(const QString& address)
{
    const Link link = readLink(address);
    if (!link.refusal.isEmpty()) {
        Q_EMIT said(link.refusal);
        return;
    }
    const QString wire = link.url.host(QUrl::FullyEncoded);
    // A name before the host is asked about every time: it is there to mislead, or it is a secret.
    if (!link.mail && !link.user && m_trusted.contains(wire)) {
        Q_EMIT confirmed(link.url);
        return;
    }
    QWidget* front = QApplication::activeWindow();
    auto* dialog = new OpenLinkDialog(m_theme, link, front != nullptr ? front : &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OpenLinkDialog::openWanted, this, [this, link, wire](bool trust) {
        if (trust && !link.mail)
            m_trusted.insert(wire);
        Q_EMIT confirmed(link.url);
    });
    connect(dialog, &OpenLinkDialog::copyWanted, this, [this, link] {
        QGuiApplication::clipboard()->setText(link.mail ? link.host : link.address);
        Q_EMIT said(tr("Copied: %1").arg(link.address));
    });
    dialog->open();
}

} // namespace ui
