// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "resourcefiles.h"

#include <QDirIterator>
#include <QFile>

namespace app {

base::ResourceFiles resourceFiles(const QString& folder)
{
    base::ResourceFiles files;
    const QString root = QStringLiteral(":/") + folder + QLatin1Char('/');
    QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            files.emplace(path.mid(root.size()).toStdString(), file.readAll().toStdString());
    }
    return files;
}

base::ResourceFiles engineFiles()
{
    base::ResourceFiles files = resourceFiles(QStringLiteral("engine"));
    files.merge(resourceFiles(QStringLiteral("parsed")));
    return files;
}

} // namespace app
