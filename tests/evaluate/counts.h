// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace evaluate {

// What was found of what is there.
struct Counts {
    int right = 0;
    int wrong = 0;
    int missed = 0;

    double precision() const { return right + wrong > 0 ? right / double(right + wrong) : 1; }
    double recall() const { return right + missed > 0 ? right / double(right + missed) : 1; }
    double f1() const
    {
        const double sum = precision() + recall();
        return sum > 0 ? 2 * precision() * recall() / sum : 0;
    }
};

} // namespace evaluate
