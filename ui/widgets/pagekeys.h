// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <functional>

class QWidget;

namespace ui {

// Keys that mean something on one page: they go before those of the window while one of the page's lists has
// the focus.
class PageKeys final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageKeys)

public:
    explicit PageKeys(QObject* parent = nullptr);
    ~PageKeys() override;

    void watch(QWidget& widget);
    void add(const QString& key, const std::function<void()>& run); // one key, with its modifiers

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QHash<int, std::function<void()>> m_keys; // by key and modifiers
};

} // namespace ui
