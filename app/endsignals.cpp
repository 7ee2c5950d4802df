// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "endsignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

constexpr std::array<int, 3> Signals{SIGTERM, SIGINT, SIGHUP};

// Of the pipe: a handler may write to it, and the event loop reads it.
std::array<int, 2>& pipeEnds()
{
    static std::array<int, 2> ends{-1, -1};
    return ends;
}

void onSignal(int /*signal*/)
{
    const char byte = 1;
    if (::write(pipeEnds()[1], &byte, 1) < 0)
        return; // it is full: the end was asked for already
}

} // namespace

EndSignals::EndSignals(QObject* parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds().data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals end the process as ever
    m_notifier = new QSocketNotifier(pipeEnds()[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(pipeEnds()[0], &byte, 1) > 0)
            Q_EMIT asked();
    });
    for (const int signal : Signals) {
        struct sigaction action = {};
        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        ::sigaction(signal, &action, nullptr);
    }
}

EndSignals::~EndSignals()
{
    for (const int signal : Signals)
        ::signal(signal, SIG_DFL);
    for (int& end : pipeEnds()) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

} // namespace app
