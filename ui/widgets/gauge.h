// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QVariantAnimation>
#include <QWidget>

namespace ui {

// A half circle: impact fills from the left, sentiment from the middle to either side. Moves to a new value
// within 200 ms, at once where the style asks for no animation.
class Gauge final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Gauge)

public:
    enum class Kind { Impact, Sentiment };

    Gauge(const Theme& theme, Kind kind, QWidget* parent = nullptr);
    ~Gauge() override;

    void setValue(double value, const QString& word); // impact 0…1, sentiment −1…+1
    void clearValue(); // not analysed: an empty arc
    double value() const { return m_value; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Kind m_kind;
    double m_value = 0;
    double m_shown = 0;
    bool m_known = false;
    QVariantAnimation m_animation;
};

} // namespace ui
