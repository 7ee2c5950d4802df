// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "packwatch.h"

#include <QDirIterator>

namespace app {

namespace {

constexpr int SoonMs = 300;

} // namespace

PackWatch::PackWatch(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    m_pool.setMaxThreadCount(1); // what was saved last is loaded last
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_soon.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_soon.start(); });
    connect(&m_soon, &QTimer::timeout, this, &PackWatch::load);
    watch();
}

PackWatch::~PackWatch() { m_pool.waitForDone(); }

void PackWatch::useSettings(const Settings& settings)
{
    m_context.settings = settings;
    load();
}

// Files that editors replace are other files from then on, so all are named again each time.
void PackWatch::watch()
{
    const QString root = QString::fromStdString(m_context.packPath().string());
    if (!QFileInfo(root).isDir())
        return;
    QStringList paths{root};
    QDirIterator it(root, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext())
        paths << it.next();
    m_watcher.addPaths(paths);
}

void PackWatch::load()
{
    watch();
    m_pool.start([this, context = m_context] {
        const base::Result<std::shared_ptr<const engine::Pack>> pack = ownPack(context);
        QMetaObject::invokeMethod(this, [this, pack] {
            if (pack)
                Q_EMIT loaded(*pack);
            else
                Q_EMIT refused(QString::fromStdString(pack.error().text()));
        });
    });
}

} // namespace app
