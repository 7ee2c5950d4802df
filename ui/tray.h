// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QMenu>
#include <QObject>
#include <QString>
#include <QSystemTrayIcon>
#include <QTimer>

namespace ui {

// The program's icon in the desktop's tray: how many alerts wait, a menu, and alerts in words where the desktop
// has no notification service. Where there is no tray it shows nothing and says so.
class Tray final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)

public:
    struct Message {
        QList<qint64> firings; // what it tells of
        QString title;
        QString text;
        desk::AlertClass level = desk::AlertClass::High;
    };

    explicit Tray(const Theme& theme, QObject* parent = nullptr);
    ~Tray() override;

    void setWanted(bool wanted); // the icon is there as soon as a tray is
    bool isShown() const { return m_icon.isVisible(); }
    QString toolTip() const { return m_icon.toolTip(); }
    // One after the other, each for some seconds. False: nobody would see it.
    bool say(const Message& message);
    void withdraw(const QList<qint64>& firings); // they are acknowledged
    void refreshTheme();

public Q_SLOTS:
    void showCounts(const desk::FiringCounts& counts);

Q_SIGNALS:
    void windowAsked();
    void alertsAsked();
    void firingsAsked(const QList<qint64>& firings); // of the message that was clicked
    void quitAsked();

private:
    void look(); // whether there is a tray
    void sayNext();

    const Theme& m_theme;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction* m_alerts = nullptr;
    QTimer m_look;
    QTimer m_next;
    QList<Message> m_waiting;
    QList<qint64> m_said; // of the last message
    desk::FiringCounts m_counts;
    bool m_wanted = false;
};

} // namespace ui
