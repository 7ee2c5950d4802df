// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <ui/theme/theme.h>

#include <QDialog>

namespace ui {

// Opens a number: the terms of the impact as a waterfall that adds up, or the sentences of the sentiment.
class WhyDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyDialog)

public:
    enum class Of { Impact, Sentiment };

    WhyDialog(const Theme& theme, const base::Article& article, const base::Analysis& analysis, Of of,
        QWidget* parent = nullptr);
    ~WhyDialog() override;
};

} // namespace ui
