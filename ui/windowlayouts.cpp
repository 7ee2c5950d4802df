// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowlayouts.h"

#include <ui/dialogs/layouts.h>
#include <ui/windowpages.h>

#include <QDataStream>
#include <QIODevice>
#include <QSplitter>
#include <QWidget>

namespace ui {

namespace {

constexpr quint32 Magic = 0x4C4C4C31; // "LLL1"

} // namespace

WindowLayouts::WindowLayouts(
    const Theme& theme, QWidget& window, QList<QSplitter*> splitters, WindowPages& pages)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
    , m_splitters(std::move(splitters))
    , m_pages(pages)
{
}

WindowLayouts::~WindowLayouts() = default;

QByteArray WindowLayouts::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << Magic << m_window.saveGeometry();
    for (const QSplitter* splitter : m_splitters)
        stream << splitter->saveState();
    stream << m_pages.saveWindows();
    return bytes;
}

bool WindowLayouts::restore(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QByteArray geometry;
    QList<QByteArray> divided(m_splitters.size());
    QByteArray windows;
    stream >> magic >> geometry;
    for (QByteArray& one : divided)
        stream >> one;
    stream >> windows;
    if (stream.status() != QDataStream::Ok || magic != Magic)
        return false;
    m_window.restoreGeometry(geometry);
    for (int at = 0; at < static_cast<int>(m_splitters.size()); ++at)
        m_splitters[at]->restoreState(divided[at]);
    m_pages.restoreWindows(windows);
    return true;
}

void WindowLayouts::setLayouts(const Layouts& layouts) { m_layouts = layouts; }

void WindowLayouts::save(const QString& name)
{
    m_layouts.insert(name, state());
    Q_EMIT changed(m_layouts);
    Q_EMIT said(tr("Layout \u201C%1\u201D saved.").arg(name));
}

bool WindowLayouts::use(const QString& name)
{
    const auto found = m_layouts.constFind(name);
    if (found == m_layouts.constEnd() || !restore(*found)) {
        Q_EMIT said(tr("Layout \u201C%1\u201D cannot be read.").arg(name));
        return false;
    }
    return true;
}

void WindowLayouts::remove(const QString& name)
{
    if (m_layouts.remove(name) > 0)
        Q_EMIT changed(m_layouts);
}

void WindowLayouts::openDialog()
{
    auto* dialog = new LayoutsDialog(m_theme, names(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LayoutsDialog::saved, this, &WindowLayouts::save);
    connect(dialog, &LayoutsDialog::used, this, &WindowLayouts::use);
    connect(dialog, &LayoutsDialog::removed, this, &WindowLayouts::remove);
    dialog->open();
}

} // namespace ui
