// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What a rendered page must hold to: nothing beyond it, nothing cut off, nothing over something else.
#pragma once

#include <ui/widgets/elidedlabel.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QSplitter>
#include <QTextDocument>
#include <QWidget>

#include <algorithm>

namespace support {

inline QString pictureFolder()
{
    QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../pages"));
    folder.mkpath(QStringLiteral("."));
    return folder.absolutePath();
}

inline QString plain(const QString& text)
{
    if (!Qt::mightBeRichText(text))
        return QString(text).remove(QLatin1Char('&'));
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

// Texts that are wider than where they stand, and widgets that stand beyond their page.
inline QStringList cutOff(const QWidget& page)
{
    QStringList found;
    for (const QWidget* child : page.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(child);
        const auto* button = qobject_cast<const QAbstractButton*>(child);
        const QString text = label != nullptr ? plain(label->text())
            : button != nullptr               ? plain(button->text())
                                              : QString();
        if (text.isEmpty() || !child->isVisible())
            continue;
        const QRect place(child->mapTo(&page, QPoint(0, 0)), child->size());
        // Qt's splitters are a pixel off when they are read from the right.
        if (place.left() < -1 || place.right() > page.width())
            found << QStringLiteral("beyond the page: ") + text;
        const bool wraps = label != nullptr
            && (label->wordWrap() || qobject_cast<const ui::ElidedLabel*>(child) != nullptr);
        int widest = 0;
        for (const QString& line : text.split(QLatin1Char('\n')))
            widest = std::max(widest, child->fontMetrics().horizontalAdvance(line));
        if (!wraps && widest > child->width() + 1)
            found << QStringLiteral("cut off: %1 (%2 of %3)").arg(text).arg(child->width()).arg(widest);
    }
    return found;
}

// Neighbours of one layout or splitter that share pixels.
inline QStringList overlapping(const QWidget& page)
{
    QStringList found;
    const auto compare = [&found](const QList<QWidget*>& widgets) {
        for (qsizetype at = 0; at < widgets.size(); ++at) {
            for (qsizetype other = at + 1; other < widgets.size(); ++other) {
                const QRect shared = widgets[at]->geometry().intersected(widgets[other]->geometry());
                if (!shared.isEmpty())
                    found << QStringLiteral("%1 and %2 share %3x%4")
                                 .arg(QLatin1String(widgets[at]->metaObject()->className()),
                                     QLatin1String(widgets[other]->metaObject()->className()))
                                 .arg(shared.width())
                                 .arg(shared.height());
            }
        }
    };
    const auto add = [](QList<QWidget*>& widgets, QWidget* widget) {
        if (widget != nullptr && widget->isVisible() && !widget->size().isEmpty())
            widgets << widget;
    };
    for (const QLayout* layout : page.findChildren<QLayout*>()) {
        QList<QWidget*> widgets;
        for (int at = 0; at < layout->count(); ++at)
            add(widgets, layout->itemAt(at)->widget());
        compare(widgets);
    }
    for (const QSplitter* splitter : page.findChildren<QSplitter*>()) {
        QList<QWidget*> widgets;
        for (int at = 0; at < splitter->count(); ++at)
            add(widgets, splitter->widget(at));
        compare(widgets);
    }
    return found;
}

} // namespace support
