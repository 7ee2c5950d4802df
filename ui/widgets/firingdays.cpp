// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "firingdays.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace ui {

FiringDays::FiringDays(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    refreshTheme();
}

FiringDays::~FiringDays() = default;

void FiringDays::setDays(std::vector<int> perDay, const QStringList& names, Role role)
{
    m_days = std::move(perDay);
    m_names = names;
    m_role = role;
    const auto most = std::max_element(m_days.begin(), m_days.end());
    setAccessibleName(most == m_days.end() ? tr("Firings a day")
                                           : tr("Firings a day: %1 in %2 days, %3 at most")
                                                 .arg(std::accumulate(m_days.begin(), m_days.end(), 0))
                                                 .arg(m_days.size())
                                                 .arg(*most));
    update();
}

void FiringDays::refreshTheme()
{
    setFixedHeight(m_theme.px(64));
    update();
}

QRectF FiringDays::bar(std::size_t day) const
{
    const double gap = m_theme.px(4);
    const auto count = static_cast<double>(m_days.size());
    const double wide = (width() - gap * (count - 1)) / count;
    const int most = std::max(1, *std::max_element(m_days.begin(), m_days.end()));
    const double low = m_theme.px(4);
    const double high = m_days[day] == 0 ? low : low + (height() - low) * m_days[day] / most;
    return {static_cast<double>(day) * (wide + gap), height() - high, std::max(1.0, wide), high};
}

void FiringDays::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (std::size_t day = 0; day < m_days.size(); ++day) {
        painter.setBrush(m_theme.colour(m_days[day] == 0 ? Role::Track : m_role));
        painter.drawRoundedRect(bar(day), 2, 2);
    }
}

bool FiringDays::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_days.empty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto day = std::clamp<qsizetype>(
        help->pos().x() * static_cast<qsizetype>(m_days.size()) / std::max(1, width()), 0,
        static_cast<qsizetype>(m_days.size()) - 1);
    QToolTip::showText(help->globalPos(),
        tr("%1: %2").arg(m_names.value(day)).arg(m_days[static_cast<std::size_t>(day)]), this);
    return true;
}

} // namespace ui
