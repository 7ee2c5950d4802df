// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "analysis.h"

namespace base {

std::string_view modeName(Mode mode)
{
    switch (mode) {
    case Mode::News:
        return "news";
    case Mode::Explainer:
        return "explainer";
    case Mode::Opinion:
        return "opinion";
    case Mode::Wrap:
        return "wrap";
    case Mode::Recap:
        return "recap";
    case Mode::NotAnalysed:
        return "not analysed";
    }
    return {};
}

std::string_view modalityName(Modality modality)
{
    switch (modality) {
    case Modality::Completed:
        return "completed";
    case Modality::Announced:
        return "announced";
    case Modality::Proposed:
        return "proposed";
    case Modality::Expected:
        return "expected";
    case Modality::Explanatory:
        return "explanatory";
    case Modality::Threatened:
        return "threatened";
    case Modality::Rumoured:
        return "rumoured";
    case Modality::Conditional:
        return "conditional";
    case Modality::Delayed:
        return "delayed";
    case Modality::Denied:
        return "denied";
    case Modality::Historical:
        return "historical";
    }
    return {};
}

std::string_view unitName(Unit unit)
{
    switch (unit) {
    case Unit::None:
        return "none";
    case Unit::Percent:
        return "percent";
    case Unit::PercentagePoint:
        return "percentage_point";
    case Unit::BasisPoint:
        return "basis_point";
    case Unit::Money:
        return "money";
    case Unit::Count:
        return "count";
    case Unit::Mass:
        return "mass";
    case Unit::Volume:
        return "volume";
    case Unit::Power:
        return "power";
    case Unit::Duration:
        return "duration";
    case Unit::Ratio:
        return "ratio";
    }
    return {};
}

} // namespace base
