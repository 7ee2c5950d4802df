// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowcommand.h"

#include "application.h"
#include "commands/commands.h"

#include <QApplication>
#include <QByteArray>
#include <QStyleFactory>

#include <iostream>

namespace app {

void usePlatformWithoutDisplay(bool needed)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (needed && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", QByteArrayLiteral("offscreen"));
}

int runWindow(int& argc, char** argv, const CommandLine& line)
{
    usePlatformWithoutDisplay(!line.window.render.empty());
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        std::cerr << "leadline: there is no display; see leadline --help for what works without one\n";
        return UsageError;
    }
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const Context context = makeContext(line.options);
    const base::Result<std::unique_ptr<Application>> made = Application::make(context, line.window);
    if (!made) {
        std::cerr << "leadline: " << made.error().text() << '\n';
        return NoStore;
    }
    (*made)->start();
    return QApplication::exec();
}

} // namespace app
