// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QList>
#include <QListView>
#include <QStandardItemModel>

#include <optional>

namespace ui {

// A few names with a bar or figures beside them, as high as its rows. Arrow keys choose, Enter or a click
// opens what a row stands for.
class FigureList final : public QListView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureList)

public:
    struct Row {
        QString name;
        QString kind; // quieter, after the name; may be empty
        std::optional<double> bar; // 0…1 of its width
        QString figure;
        double sign = 0; // of the figure: its colour; 0: none
        QString second; // a figure after that one
        QString spoken; // what a screen reader and the tool tip say
        QString query;
    };

    FigureList(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    ~FigureList() override;

    void setRows(const QList<Row>& rows);
    void refreshTheme();

Q_SIGNALS:
    void rowOpened(const QString& query);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open(const QModelIndex& index);

    const Theme& m_theme;
    QStandardItemModel m_model;
};

} // namespace ui
