// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "samples.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QStyleFactory>
#include <QTest>
#include <QWidget>

#include <memory>

// A themed window for dialogs to belong to, and pictures of them: in every theme and text size, kept where
// LEADLINE_PICTURES says so.
class DialogHost final {
public:
    explicit DialogHost(const QString& name = QStringLiteral("dark.json"), double scale = 1)
        : theme(samples::theme(name))
    {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        theme.setScale(scale);
        window.setPalette(theme.palette());
        window.setStyleSheet(theme.styleSheet());
        window.setFont(theme.font(13));
    }

    ui::Theme theme;
    QWidget window;
};

namespace pictures {

inline void rows()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<double>("scale");
    for (const char* theme : {"dark", "light"}) {
        for (const double scale : {1.0, 1.5})
            QTest::addRow("%s %d %%", theme, static_cast<int>(scale * 100))
                << QString::fromLatin1(theme) + QStringLiteral(".json") << scale;
    }
}

inline void keep(QWidget& widget, const QString& name)
{
    QCoreApplication::processEvents(); // the layout follows what was changed last
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const QString row = QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char('%')).simplified();
    QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + QLatin1Char('-')
        + QString(row).replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".png")));
}

// Words that do not fit into their label, and labels that stand outside their parent.
inline QStringList clipped(const QWidget& widget)
{
    QStringList faults;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool elides = label->metaObject()->className() == QByteArray("ui::ElidedLabel");
        const int needed
            = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (!label->parentWidget()->rect().contains(label->geometry()))
            faults << QStringLiteral("outside: ") + label->text();
        if (needed > label->height() + 1)
            faults << QStringLiteral("too low: ") + label->text();
        if (!label->wordWrap() && !elides && label->sizeHint().width() > label->width() + 1)
            faults << QStringLiteral("too narrow: ") + label->text();
    }
    const QList<QPushButton*> buttons = widget.findChildren<QPushButton*>();
    for (const QPushButton* button : buttons) {
        if (!button->isVisible())
            continue;
        if (button->sizeHint().width() > button->width() + 1)
            faults << QStringLiteral("too narrow: ") + button->text();
        for (const QPushButton* other : buttons) {
            if (other != button && other->isVisible() && other->parent() == button->parent()
                && other->geometry().intersects(button->geometry()))
                faults << QStringLiteral("one over the other: ") + button->text();
        }
    }
    return faults;
}

} // namespace pictures
