// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <items/marketmapmodel.h>
#include <ui/theme/theme.h>

#include <QTableView>

namespace ui {

// Topics by day as painted cells: colour tells the measure, a dot the volume, a sign the direction. A cell
// without articles is hollow. Arrow keys move the current cell, Enter or a click opens its articles; names
// and days stay in sight while the rest is scrolled. Screen readers find a table.
class HeatMap final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeatMap)

public:
    // Both outlive this.
    HeatMap(const Theme& theme, items::MarketMapModel& model, QWidget* parent = nullptr);
    ~HeatMap() override;

    void refreshTheme();
    void setMostHeight(int height); // no higher than its rows and this; 0: what room there is
    QString currentText() const; // what the current cell says; empty when there is none
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void cellOpened(const QString& query);
    void cellChanged();
    void keyPressed(int key); // a letter of MarketMapPage::keys()

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void layOut(); // widths of the columns
    void takeHeight();
    void open(const QModelIndex& index);
    int wholeHeight() const;

    const Theme& m_theme;
    items::MarketMapModel& m_model;
    int m_mostHeight = 0;
};

} // namespace ui
