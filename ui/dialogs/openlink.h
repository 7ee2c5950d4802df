// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>
#include <QString>
#include <QUrl>

class QCheckBox;
class QPushButton;

namespace ui {

// An address as it is shown before it is opened.
struct Link {
    QUrl url;
    QString host; // as a person reads it: letters of every script; of mailto: the address written to
    QString asciiHost; // as it goes over the wire, when it looks otherwise; else empty
    QString address; // all of it, in ASCII
    bool mail = false;
    bool user = false; // a name stands before the host, which can look like another host
    QString refusal; // why it is not opened; empty when it may be
};

// Only http, https and mailto may be opened.
Link readLink(const QString& address);

// Shows where a link leads before anything is opened.
class OpenLinkDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenLinkDialog)

public:
    // The link is one that may be opened.
    OpenLinkDialog(const Theme& theme, const Link& link, QWidget* parent = nullptr);
    ~OpenLinkDialog() override;

Q_SIGNALS:
    void openWanted(bool trustHost); // without asking from now on
    void copyWanted();

private:
    QCheckBox* m_trust = nullptr;
};

} // namespace ui
