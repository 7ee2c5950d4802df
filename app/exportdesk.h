// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <filesystem>
#include <optional>

namespace app {

// Writes the articles of a view into a file, in a thread and over a connection of its own: lists are read
// meanwhile.
class ExportDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDesk)

public:
    explicit ExportDesk(std::filesystem::path store, QObject* parent = nullptr);
    ~ExportDesk() override; // what is being written is finished

public Q_SLOTS:
    // The ending of the name says how it is written: .json, .ndjson, .csv or .md. Replaces a file.
    void write(const QString& query, desk::Sort sort, const QString& path,
        std::optional<base::Instant> asOf = std::nullopt);

Q_SIGNALS:
    void said(const QString& message);

private:
    std::filesystem::path m_store;
    QThreadPool m_pool;
};

} // namespace app
