// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QTranslator>

namespace app {

namespace {

const QString Written = QStringLiteral("en"); // what the texts in the code are

QString fileOf(const QString& language)
{
    return QStringLiteral(":/translations/leadline_%1.qm").arg(language);
}

bool isKnown(const QString& language) { return language == Written || QFile::exists(fileOf(language)); }

} // namespace

QString languageFor(const std::string& setting, const QLocale& system)
{
    if (setting != "system") {
        const QString named = QString::fromStdString(setting);
        return isKnown(named) ? named : Written;
    }
    for (const QString& wanted : system.uiLanguages()) { // "de-AT", "de"
        if (const QString language = wanted.section(QLatin1Char('-'), 0, 0); isKnown(language))
            return language;
    }
    return Written;
}

bool speak(const QString& language, QCoreApplication& application)
{
    auto* own = new QTranslator(&application); // of English: one and many
    if (!own->load(fileOf(language)) || !QCoreApplication::installTranslator(own)) {
        delete own;
        return language == Written;
    }
    if (language == Written)
        return true;
    auto* ofQt = new QTranslator(&application);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (!ofQt->load(QDir(folder).filePath(QStringLiteral("qtbase_%1.qm").arg(language)))
        || !QCoreApplication::installTranslator(ofQt))
        delete ofQt;
    return true;
}

} // namespace app
