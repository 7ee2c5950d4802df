// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>

class QSplitter;
class QWidget;

namespace ui {

class WindowPages;

// Arrangements of the windows under names: where the main window stands and how it is divided, and which
// pages stand in windows of their own, and where. What is shown in them is not part of it.
class WindowLayouts final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowLayouts)

public:
    using Layouts = QMap<QString, QByteArray>; // by name

    // All outlive this.
    WindowLayouts(const Theme& theme, QWidget& window, QList<QSplitter*> splitters, WindowPages& pages);
    ~WindowLayouts() override;

    QStringList names() const { return m_layouts.keys(); }
    void save(const QString& name); // in the place of one of that name
    bool use(const QString& name); // false: there is none, or it cannot be read; nothing changes then
    void remove(const QString& name);
    void openDialog();

public Q_SLOTS:
    void setLayouts(const ui::WindowLayouts::Layouts& layouts); // that were kept

Q_SIGNALS:
    void changed(const ui::WindowLayouts::Layouts& layouts); // worth keeping
    void said(const QString& message);

private:
    QByteArray state() const;
    bool restore(const QByteArray& state);

    const Theme& m_theme;
    QWidget& m_window;
    QList<QSplitter*> m_splitters;
    WindowPages& m_pages;
    Layouts m_layouts;
};

} // namespace ui
