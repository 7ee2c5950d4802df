// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"
#include "windowcommand.h"

#include <QApplication>
#include <QCoreApplication>
#include <QGuiApplication>

#include <memory>

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("leadline"));
    const app::CommandLine line = app::parseCommandLine(argc, argv);
    if (line.exitCode >= 0)
        return line.exitCode;
    if (!line.command)
        return app::runWindow(argc, argv, line);
    // Pages look the same on every screen, and need none.
    if (line.needsFonts && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", QByteArrayLiteral("offscreen"));
    std::unique_ptr<QCoreApplication> application;
    if (line.needsFonts)
        application = std::make_unique<QGuiApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    const app::Context context = app::makeContext(line.options);
    return line.command(context);
}
