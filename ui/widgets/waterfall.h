// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <ui/theme/theme.h>

#include <QWidget>

namespace ui {

// The terms of an impact as steps that add up to its logit; amber raises, blue lowers. A click names the term.
class Waterfall final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Waterfall)

public:
    Waterfall(const Theme& theme, const base::Impact& impact, QWidget* parent = nullptr);
    ~Waterfall() override;

    QSize sizeHint() const override;
    double sum() const; // of the terms, in logits

Q_SIGNALS:
    void termChosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    int rowHeight() const { return m_theme.px(34); }

    const Theme& m_theme;
    base::Impact m_impact;
};

} // namespace ui
