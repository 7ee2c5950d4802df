// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertrule.h>

#include <QObject>
#include <QTimer>

#include <functional>

namespace ui {

// What is heard of an alert where the desktop sounds none: the system's beep, once for information, twice for
// high and three times for critical. What rings meanwhile is heard as the loudest of them.
class Chime final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chime)

public:
    using Beep = std::function<void()>;
    explicit Chime(Beep beep, QObject* parent = nullptr);

public Q_SLOTS:
    void ring(desk::AlertClass level);

Q_SIGNALS:
    void ended();

private:
    void once();

    Beep m_beep;
    QTimer m_next;
    int m_left = 0; // beeps of this ring that are still to come
    int m_rung = 0; // those that were
};

} // namespace ui
