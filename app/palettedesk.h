// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <base/instant.h>
#include <desk/palettefinds.h>

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

namespace app {

// Looks for what is typed in the palette, in the reader's thread. A question that another has overtaken
// before it was begun is dropped.
class PaletteDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteDesk)

public:
    explicit PaletteDesk(DatabaseThread& reader, QObject* parent = nullptr); // outlives this
    ~PaletteDesk() override;

    void find(const QString& typed, int generation, std::optional<base::Instant> asOf);

Q_SIGNALS:
    void found(const desk::PaletteFinds& finds, int generation);

private:
    DatabaseThread& m_reader;
    std::shared_ptr<std::atomic<int>> m_latest = std::make_shared<std::atomic<int>>(0);
};

} // namespace app
