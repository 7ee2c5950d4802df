// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/span.h>

#include <optional>
#include <string>
#include <string_view>

namespace base {

enum class Unit {
    None,
    Percent,
    PercentagePoint,
    BasisPoint,
    Money,
    Count,
    Mass,
    Volume,
    Power,
    Duration,
    Ratio
};

struct Quantity {
    double value = 0; // in the unit's base: per cent, bp, currency units, tonnes, barrels, watts, days
    std::optional<double> upper; // of a range "12 to 24 months"
    Unit unit = Unit::None;
    std::string currency; // ISO code, for Money
    std::string basis; // "level", "delta", "from", "to", "expected", "yoy", "qoq", "range"
    std::string text; // as written
    Span span;
};

std::string_view unitName(Unit unit);

} // namespace base
