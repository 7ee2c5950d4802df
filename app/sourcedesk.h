// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <app/ingestjob.h>
#include <base/entry.h>
#include <base/source.h>
#include <desk/feedview.h>

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <vector>

namespace app {

// What the analyst does with sources, done in the store's threads and by the job in its own; what came of it
// is said in words. Lives in the window's thread, which only passes values on.
class SourceDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceDesk)

public:
    // The threads and the job outlive this.
    SourceDesk(DatabaseThread& reader, DatabaseThread& writer, IngestJob& job, QObject* parent = nullptr);
    ~SourceDesk() override;

    void setCatalogue(const QString& file) { m_catalogue = file; } // else the compiled-in one

public Q_SLOTS:
    void setOpen(bool open); // while it is, the list is read again when something changes
    void readLog(qint64 id); // 0: of none
    void changed(); // articles were stored, a fetch ended: reads soon, once for many changes
    void retry(const QList<qint64>& ids);
    void remove(const QList<qint64>& ids);
    void setFullText(const QList<qint64>& ids, bool on);
    void setTitle(qint64 id, const QString& title);
    void setFolder(const QList<qint64>& ids, const QString& folder);
    void exportList(const QString& path); // OPML; what stands there is replaced
    void readCatalogue();
    void subscribe(const std::vector<base::Subscription>& feeds);
    void setOffline(bool offline);

Q_SIGNALS:
    void sourcesRead(const std::vector<desk::SourceHealth>& sources);
    void logRead(qint64 id, const std::vector<base::FetchRecord>& records);
    void catalogueRead(const std::vector<base::Subscription>& feeds, const QSet<QString>& known);
    void catalogueFailed(const QString& reason);
    void sourcesChanged(); // titles, folders or their number: others may want to read them too
    void said(const QString& message);

private:
    void read();
    void change(const QList<qint64>& ids, std::function<void(base::Source&)> change, const QString& done);
    void failed(const base::Error& error);
    template <class Work> void inJob(Work work)
    {
        QMetaObject::invokeMethod(
            &m_job, [job = &m_job, work = std::move(work)] { work(*job); }, Qt::QueuedConnection);
    }

    DatabaseThread& m_reader;
    DatabaseThread& m_writer;
    IngestJob& m_job;
    QString m_catalogue;
    QTimer m_soon;
    QElapsedTimer m_asked; // since the list was asked for
    bool m_open = false;
    bool m_reading = false; // the list is on its way
    bool m_again = false; // something changed since it was asked for
    bool m_offline = false;
    qint64 m_log = 0; // source whose log is shown
    QThreadPool m_pool; // files are written here
};

} // namespace app
