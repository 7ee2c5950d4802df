// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "waterfall.h"

#include <items/datawords.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

Waterfall::Waterfall(const Theme& theme, const base::Impact& impact, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_impact(impact)
{
    QStringList spoken;
    for (const base::ImpactTerm& term : m_impact.terms)
        spoken << items::dataWord(term.name) + QLatin1Char(' ') + signedFigure(term.value);
    setAccessibleName(tr("Terms of the impact: %1").arg(spoken.join(QStringLiteral(", "))));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
}

Waterfall::~Waterfall() = default;

double Waterfall::sum() const
{
    double sum = 0;
    for (const base::ImpactTerm& term : m_impact.terms)
        sum += term.value;
    return sum;
}

QSize Waterfall::sizeHint() const
{
    return {m_theme.px(620), rowHeight() * static_cast<int>(m_impact.terms.size())};
}

void Waterfall::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int left = m_theme.px(250);
    const int right = width() - m_theme.px(64);
    double low = 0;
    double high = 0;
    double at = 0;
    for (const base::ImpactTerm& term : m_impact.terms) {
        at += term.value;
        low = std::min(low, at);
        high = std::max(high, at);
    }
    const double range = std::max(0.5, high - low);
    const auto x = [&](double value) { return left + (value - low) / range * (right - left); };
    painter.setPen(QPen(m_theme.colour(Role::Faint), 1));
    painter.drawLine(QPointF(x(0), 0), QPointF(x(0), height()));
    at = 0;
    int row = 0;
    for (const base::ImpactTerm& term : m_impact.terms) {
        const QRect band(0, row * rowHeight(), width(), rowHeight());
        if (row == m_chosen)
            painter.fillRect(band.adjusted(0, 2, 0, -2), m_theme.colour(Role::Selected));
        QString label = items::dataWord(term.name);
        label[0] = label[0].toUpper();
        painter.setFont(m_theme.font(12.5));
        painter.setPen(m_theme.colour(Role::Body));
        const QString line = label + QStringLiteral(": ") + QString::fromStdString(term.detail);
        painter.drawText(QRect(0, band.top(), left - m_theme.px(12), band.height()),
            Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(line, Qt::ElideRight, left - m_theme.px(12)));
        const double from = x(std::min(at, at + term.value));
        const double width = std::max(2.0, std::abs(x(at + term.value) - x(at)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(term.value == 0 ? Role::Faint
                : term.value > 0                        ? Role::Accent
                                                        : Role::Link));
        painter.drawRoundedRect(QRectF(from, band.center().y() - m_theme.px(9), width, m_theme.px(18)), 2, 2);
        painter.setPen(m_theme.colour(Role::Muted));
        painter.drawText(QRect(right, band.top(), this->width() - right, band.height()),
            Qt::AlignVCenter | Qt::AlignRight, signedFigure(term.value));
        at += term.value;
        ++row;
    }
}

void Waterfall::mousePressEvent(QMouseEvent* event)
{
    choose(static_cast<int>(event->position().y()) / std::max(1, rowHeight()));
}

void Waterfall::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        choose(m_chosen + 1);
    else if (event->key() == Qt::Key_Up)
        choose(m_chosen - 1);
    else
        QWidget::keyPressEvent(event);
}

void Waterfall::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_impact.terms.size()))
        return;
    m_chosen = row;
    update();
    Q_EMIT termChosen(row);
}

} // namespace ui
