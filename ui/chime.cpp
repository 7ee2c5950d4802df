// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "chime.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int BetweenMs = 350;

int beeps(desk::AlertClass level)
{
    switch (level) {
    case desk::AlertClass::Info:
        return 1;
    case desk::AlertClass::High:
        return 2;
    case desk::AlertClass::Critical:
        return 3;
    }
    return 1;
}

} // namespace

Chime::Chime(Beep beep, QObject* parent)
    : QObject(parent)
    , m_beep(std::move(beep))
{
    m_next.setInterval(BetweenMs);
    connect(&m_next, &QTimer::timeout, this, &Chime::once);
}

void Chime::ring(desk::AlertClass level)
{
    const bool under = m_next.isActive();
    m_left = under ? std::max(m_left, beeps(level) - m_rung) : beeps(level);
    if (under)
        return;
    m_rung = 0;
    m_next.start();
    once();
}

void Chime::once()
{
    if (m_left <= 0) {
        m_next.stop();
        return Q_EMIT ended();
    }
    --m_left;
    ++m_rung;
    m_beep();
}

} // namespace ui
