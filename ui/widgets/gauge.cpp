// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "gauge.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr int AnimationMs = 180;
constexpr double Pi = 3.14159265358979323846;
} // namespace

Gauge::Gauge(const Theme& theme, Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setAccessibleName(kind == Kind::Impact ? tr("Market impact") : tr("Market sentiment"));
    m_animation.setDuration(AnimationMs);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_shown = value.toDouble();
        update();
    });
}

Gauge::~Gauge() = default;

void Gauge::setValue(double value, const QString& word)
{
    const double from = m_known ? m_shown : 0;
    m_value = m_kind == Kind::Impact ? std::clamp(value, 0.0, 1.0) : std::clamp(value, -1.0, 1.0);
    m_known = true;
    setAccessibleName((m_kind == Kind::Impact ? tr("Market impact %1, %2") : tr("Market sentiment %1, %2"))
                          .arg(m_value, 0, 'f', 2)
                          .arg(word));
    m_animation.stop();
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0 || !isVisible()
        || window()->property("reducedMotion").toBool()) {
        m_shown = m_value;
        update();
        return;
    }
    m_animation.setStartValue(from);
    m_animation.setEndValue(m_value);
    m_animation.start();
}

void Gauge::clearValue()
{
    m_animation.stop();
    m_known = false;
    m_value = m_shown = 0;
    setAccessibleName(tr("Not analysed"));
    update();
}

QSize Gauge::sizeHint() const { return {m_theme.px(96), m_theme.px(56)}; }

void Gauge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = m_theme.px(9);
    const double radius = std::min(width() / 2.0, height() - stroke / 2.0) - stroke / 2.0;
    const QPointF centre(width() / 2.0, height() - stroke / 2.0);
    const QRectF arc(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    QPen pen(m_theme.colour(Role::Track), stroke, Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    painter.drawArc(arc, 0, 180 * 16);
    const bool impact = m_kind == Kind::Impact;
    if (!impact) {
        // The middle of the scale.
        painter.setPen(QPen(m_theme.colour(Role::Faint), m_theme.px(2)));
        painter.drawLine(QPointF(centre.x(), centre.y() - radius - stroke / 2),
            QPointF(centre.x(), centre.y() - radius + stroke * 0.8));
    }
    if (!m_known)
        return;
    const double begin = impact ? 180 : 90;
    const double end = impact ? 180 - 180 * m_shown : 90 - 90 * m_shown;
    pen.setColor(impact ? m_theme.colour(Role::Accent) : m_theme.forSign(m_shown));
    pen.setCapStyle(impact ? Qt::RoundCap : Qt::FlatCap);
    painter.setPen(pen);
    if (std::abs(end - begin) > 0.5)
        painter.drawArc(arc, static_cast<int>(begin * 16), static_cast<int>((end - begin) * 16));
    const double angle = end * Pi / 180;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Role::Text));
    painter.drawEllipse(
        centre + QPointF(std::cos(angle), -std::sin(angle)) * radius, stroke * 0.42, stroke * 0.42);
}

} // namespace ui
