// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace ui {

// Fusion, but for the icon that empties a line of text: Qt's own is looked for in all of the desktop's icon
// themes while the window waits, and is not of this program's look.
class OwnStyle final : public QProxyStyle {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnStyle)

public:
    OwnStyle();
    ~OwnStyle() override;

    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option = nullptr,
        const QWidget* widget = nullptr) const override;
};

} // namespace ui
