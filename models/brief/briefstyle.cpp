// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefstyle.h"

#include <nlohmann/json.hpp>

namespace brief {

base::Result<BriefStyle> briefStyle(std::string_view json)
{
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object())
        return base::Error{base::ErrorCode::InvalidInput, "is not a JSON object", "print theme"};
    BriefStyle style;
    const std::pair<const char*, QColor*> roles[] = {{"paper", &style.paper}, {"text", &style.text},
        {"muted", &style.muted}, {"line", &style.line}, {"faintLine", &style.faintLine},
        {"track", &style.track}, {"accent", &style.accent}, {"accentText", &style.accentText},
        {"negative", &style.negative}, {"positive", &style.positive}, {"link", &style.link},
        {"assumption", &style.assumption}};
    for (const auto& [name, color] : roles) {
        const auto it = object.find(name);
        *color = it != object.end() && it->is_string() ? QColor(QString::fromStdString(it->get<std::string>()))
                                                       : QColor();
        if (!color->isValid())
            return base::Error{
                base::ErrorCode::InvalidInput, std::string("has no colour ") + name, "print theme"};
    }
    return style;
}

} // namespace brief
