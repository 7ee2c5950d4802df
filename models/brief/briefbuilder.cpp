// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefbuilder.h"

#include "composer.h"

namespace brief {

namespace {

BriefDocument articleBrief(const BriefInput& input)
{
    Composer composer(input);
    if (!input.articles.empty())
        composer.wholeArticle(input.articles.front());
    return composer.take();
}

} // namespace

BriefDocument build(const BriefInput& input)
{
    switch (input.kind) {
    case Kind::Article:
        return articleBrief(input);
    case Kind::Story:
        return storyBrief(input);
    case Kind::Desk:
        return deskBrief(input);
    case Kind::Changes:
        return changesBrief(input);
    case Kind::Decisions:
        return decisionSheet(input);
    }
    return {};
}

} // namespace brief
