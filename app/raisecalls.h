// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace app {

// How one window is asked to come to the front by a second start: what the instance lock needs of the module
// network, which alone knows Qt's local sockets.

// leadlineListenForRaise: calls `asked` in the event loop, each time, until the server is destroyed.
using ListenForRaise
    = void(const QString& name, const std::function<void()>& asked, std::unique_ptr<QObject>& server);
// leadlineAskToRaise: tries for `waitMs` until somebody listens, then waits as long for the answer.
using AskToRaise = void(const QString& name, int waitMs, bool& raised);

} // namespace app
