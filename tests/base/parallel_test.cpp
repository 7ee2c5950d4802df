// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/parallel.h>

#include <QTest>

#include <atomic>
#include <vector>

// Each job is done once, and all are done when the call returns.
class ParallelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachJobIsDoneOnce()
    {
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
            std::vector<std::atomic<int>> done(count);
            base::inParallel(count, [&](std::size_t at) { ++done[at]; });
            for (const std::atomic<int>& times : done)
                QCOMPARE(times.load(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(ParallelTest)
#include "parallel_test.moc"
