// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/alertrule.h>

#include <optional>
#include <vector>

namespace desk {

// What a rule matched over time, and whether that crosses.
class RuleStream final {
public:
    // By time of receipt, ascending.
    void add(base::Instant received, std::optional<double> sentiment);

    struct Figure {
        bool crossed = false;
        double now = 0; // mean sentiment, or number of articles, of the last hours
        double before = 0; // of the hours before; of volume the mean of as many hours in the week before
        int articles = 0; // of the last hours
    };
    // As of an instant, of what was received up to then. Means of fewer than three articles say nothing: not
    // crossed. A usual volume below one article counts as one.
    Figure figure(const Crossing& crossing, base::Instant now) const;

    // How far back figures look.
    static std::chrono::hours reach(const AlertRule& rule);

private:
    struct Sum {
        int articles = 0;
        int scored = 0;
        double sentiment = 0;
    };
    Sum upTo(base::Instant instant) const; // received before it
    static Sum less(const Sum& all, const Sum& part);

    std::vector<base::Instant> m_times;
    std::vector<Sum> m_sums; // of all up to and with each
};

} // namespace desk
