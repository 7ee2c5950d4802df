// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <ui/theme/theme.h>

#include <QWidget>

namespace ui {

// The terms of an impact as steps that add up to its logit; amber raises, blue lowers. A click or the arrow
// keys name a term.
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
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int row); // nothing happens when there is no such row

    int rowHeight() const { return m_theme.px(34); }

    const Theme& m_theme;
    base::Impact m_impact;
    int m_chosen = -1;
};

} // namespace ui
