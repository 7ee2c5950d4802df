// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "crashlog.h"

#include <base/files.h>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t LogLines = 40;
constexpr std::array<int, 5> Faults{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

// A handler reaches nothing but what is static; the file is opened before, because a broken heap opens none.
int& crashFile()
{
    static int file = -1;
    return file;
}

void writeText(const char* text)
{
    const std::size_t length = std::strlen(text);
    if (::write(crashFile(), text, length) < 0)
        return; // nothing can be done about it here
}

void onFault(int signal)
{
    writeText("Leadline " LEADLINE_VERSION " ended by signal ");
    const char digits[]
        = {static_cast<char>('0' + signal / 10), static_cast<char>('0' + signal % 10), '\n', '\0'};
    writeText(digits);
    std::array<void*, 64> frames{};
    const int count = ::backtrace(frames.data(), static_cast<int>(frames.size()));
    ::backtrace_symbols_fd(frames.data(), count, crashFile());
    ::fsync(crashFile());
    // The handler was taken off when it was called: the fault ends the process now, with a core where one is
    // wanted.
    ::raise(signal);
}

} // namespace

void keepCrashes(const fs::path& folder)
{
    crashFile() = ::open((folder / "crash.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (crashFile() < 0)
        return;
    std::array<void*, 1> warm{};
    ::backtrace(warm.data(), 1); // loads what it needs now, not in a handler
    for (const int fault : Faults) {
        struct sigaction action = {};
        action.sa_handler = onFault;
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
        ::sigaction(fault, &action, nullptr);
    }
}

std::optional<std::string> takeCrash(const fs::path& folder)
{
    const fs::path left = folder / "crash.log";
    base::Result<std::string> report = base::readFile(left, 1 << 20);
    if (!report || report->empty())
        return std::nullopt;
    std::string text = std::move(report).value();
    if (const base::Result<std::string> log = base::readFile(folder / "leadline.log", 8 << 20)) {
        std::size_t begin = log->size();
        for (std::size_t line = 0; line <= LogLines && begin != std::string::npos && begin > 0; ++line)
            begin = log->rfind('\n', begin - 1);
        text += "\n" + log->substr(begin == std::string::npos ? 0 : begin);
    }
    std::error_code code;
    fs::rename(left, folder / "crash-1.log", code);
    if (code)
        fs::remove(left, code);
    return text;
}

} // namespace app
