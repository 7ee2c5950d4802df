// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// How long briefs take in a running program, and whether a long one gets slower or larger towards its end:
// bench-brief [ARTICLES], 3,200 give more than a thousand pages.

#include <base/files.h>
#include <brief/briefbuilder.h>
#include <brief/briefpdf.h>

#include <QElapsedTimer>
#include <QGuiApplication>

#include <support/briefinput.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

namespace {

// In MB, of the process at its most.
long peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::strtol(line.c_str() + 6, nullptr, 10) / 1024;
    }
    return 0;
}

void small(const char* name, const brief::BriefInput& input, const brief::BriefStyle& style)
{
    std::vector<double> times;
    std::vector<double> worked;
    int pages = 0;
    for (int round = 0; round < 21; ++round) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t begun = std::clock();
        const auto pdf = brief::writePdf(brief::build(input), input.paper, style);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        worked.push_back(double(std::clock() - begun) * 1000 / CLOCKS_PER_SEC);
        pages = pdf ? pdf->pages : 0;
    }
    std::printf("%s: first %.1f ms, ", name, times.front());
    std::sort(times.begin(), times.end());
    std::sort(worked.begin(), worked.end());
    std::printf("median %.1f ms (%.1f of work), %d pages\n", times[times.size() / 2], worked[worked.size() / 2],
        pages);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", QByteArrayLiteral("offscreen"));
    QGuiApplication application(argc, argv);
    const int articles = argc > 1 ? std::atoi(argv[1]) : 3200;
    const auto style = brief::briefStyle(*base::readFile(LEADLINE_RESOURCES "/themes/print.json"));
    if (!style)
        return 1;
    small("one article", support::briefInput(), *style);
    small("desk brief of 12", support::deskInput(12), *style);

    const brief::BriefInput input = support::deskInput(articles);
    QElapsedTimer timer;
    timer.start();
    double laidOut = 0;
    // Of this process alone, whatever else the machine does.
    const auto worked = [] { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; };
    std::vector<double> marks; // when each tenth of the pages was drawn
    const auto pdf = brief::writePdf(brief::build(input), input.paper, *style, [&](int done, int pages) {
        if (pages > 0 && done == 0)
            laidOut = double(timer.nsecsElapsed()) / 1e6;
        if (pages > 0 && done % std::max(1, pages / 10) == 0)
            marks.push_back(worked());
        return true;
    });
    if (!pdf)
        return 1;
    std::printf("%d articles: %d pages, %.1f MB, laid out in %.0f ms, written in %.0f ms, memory at most %ld MB\n",
        articles, pdf->pages, double(pdf->bytes.size()) / 1e6, laidOut, double(timer.nsecsElapsed()) / 1e6,
        peakMemory());
    std::printf("ms of work for each tenth of the pages:");
    for (std::size_t i = 1; i < marks.size(); ++i)
        std::printf(" %.0f", marks[i] - marks[i - 1]);
    std::printf("\n");
    if (argc > 2)
        std::ofstream(argv[2], std::ios::binary) << pdf->bytes;
    return 0;
}
