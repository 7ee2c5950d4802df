// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "exportdesk.h"

#include "articleexport.h"
#include "context.h"

#include <limits>
#include <memory>

namespace app {

ExportDesk::ExportDesk(std::filesystem::path store, QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    m_pool.setMaxThreadCount(1);
}

ExportDesk::~ExportDesk() { m_pool.waitForDone(); }

void ExportDesk::write(
    const QString& query, desk::Sort sort, const QString& path, std::optional<base::Instant> asOf)
{
    const std::filesystem::path to = path.toStdString();
    const std::string ending = to.extension().string();
    const std::optional<ExportFormat> format = ending.empty() ? std::nullopt : exportFormat(ending.substr(1));
    if (!format)
        return Q_EMIT said(tr("%1: the name has to end in .json, .ndjson, .csv or .md").arg(path));
    Q_EMIT said(tr("Writing %1\u2026").arg(path));
    desk::FeedRequest request;
    request.query = query.toStdString();
    request.sort = sort;
    request.asOf = asOf;
    request.limit = std::numeric_limits<int>::max();
    m_pool.start([this, request, to, path, format] {
        base::Result<std::unique_ptr<store::Database>> database = store::Database::openForReading(m_store);
        const base::Result<int> written = database
            ? exportArticles(**database, request, *format, currentInstant(), to)
            : base::Result<int>(database.error());
        QMetaObject::invokeMethod(
            this,
            [this, written, path] {
                if (!written)
                    Q_EMIT said(tr("Not written: %1").arg(QString::fromStdString(written.error().text())));
                else
                    Q_EMIT said(*written == 1 ? tr("1 article written to %1").arg(path)
                                              : tr("%1 articles written to %2").arg(*written).arg(path));
            },
            Qt::QueuedConnection);
    });
}

} // namespace app
