// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowcommand.h"

#include "application.h"
#include "commands/commands.h"
#include "crashlog.h"
#include "endsignals.h"
#include "instancelock.h"
#include "language.h"

#include <ui/theme/ownstyle.h>

#include <QApplication>
#include <QByteArray>
#include <QLocale>
#include <QWidget>

#include <iostream>
#include <optional>

namespace app {

void usePlatformWithoutDisplay(bool needed)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (needed && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", QByteArrayLiteral("offscreen"));
}

namespace {

void raiseWindows()
{
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->raise();
        window->activateWindow();
    }
}

} // namespace

int runWindow(int& argc, char** argv, const CommandLine& line)
{
    usePlatformWithoutDisplay(!line.window.render.empty());
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        std::cerr << "leadline: there is no display; see leadline --help for what works without one\n";
        return UsageError;
    }
    QApplication application(argc, argv);
    QApplication::setStyle(new ui::OwnStyle); // owned by the application
    const Context context = makeContext(line.options);
    speak(languageFor(context.settings.language, QLocale::system()), application);
    // A picture is taken beside a window that is open.
    std::unique_ptr<InstanceLock> only;
    if (line.window.render.empty()) {
        base::Result<std::unique_ptr<InstanceLock>> lock = InstanceLock::acquire(line.options.dataDir);
        if (!lock) {
            const bool raised = InstanceLock::raiseOther(line.options.dataDir);
            std::cerr << "leadline: " << lock.error().text()
                      << (raised ? ", which comes to the front\n"
                                 : ", which does not answer: end that process, or use another --data-dir\n");
            return raised ? AllDone : NoStore;
        }
        only = std::move(lock).value();
        QObject::connect(only.get(), &InstanceLock::raiseAsked, &application, raiseWindows);
    }
    const base::Result<std::unique_ptr<Application>> made = Application::make(context, line.window);
    if (!made) {
        std::cerr << "leadline: " << made.error().text() << '\n';
        return NoStore;
    }
    const EndSignals signals;
    QObject::connect(&signals, &EndSignals::asked, &application, &QApplication::quit);
    if (only != nullptr) { // this process alone looks after the folder
        const std::optional<std::string> crash = takeCrash(line.options.dataDir);
        keepCrashes(line.options.dataDir);
        (*made)->start();
        if (crash)
            (*made)->showCrash(*crash);
    } else {
        (*made)->start();
    }
    return QApplication::exec();
}

} // namespace app
