// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <ui/theme/theme.h>

#include <QString>

#include <functional>

class QFrame;
class QWidget;

namespace ui {

// What a firing rests on: a card for each of its articles, as they were then.
QFrame* receiptCard(const Theme& theme, const desk::FiringArticle& article, QWidget* parent,
    const std::function<void()>& open); // puts the article on the screen; empty: it is gone
// Which clauses of a rule hold of an article and which do not.
QFrame* whyCard(const Theme& theme, const desk::WhyNot& why, QWidget* parent);

// A quote with its hits marked, as rich text.
QString markedQuote(const Theme& theme, const desk::FiringArticle& article);

} // namespace ui
