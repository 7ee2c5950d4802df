// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QString>

#include <string>

class QCoreApplication;

namespace app {

// The language the window speaks, "en" or another there is a translation for: what the setting names, or with
// "system" the first of the reader's languages that there is; English when there is none.
QString languageFor(const std::string& setting, const QLocale& system);

// From here on texts are in this language, those of Qt's own buttons too where its translation is installed.
// Before the first window: what is shown already does not change. False: there are no texts in it.
bool speak(const QString& language, QCoreApplication& application);

} // namespace app
