// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "packdesk.h"

#include "pipeline.h"
#include "resourcefiles.h"
#include "statedesk.h"

#include <engine/knowledge/lint.h>
#include <engine/knowledge/playbookbench.h>
#include <store/articlestore.h>

#include <charconv>
#include <map>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr int ProgressEvery = 10; // articles

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// What an analyst can read and change: not weights, lists of names or labelled texts.
bool isReadable(const std::string& path)
{
    return path.starts_with("playbooks/") || path.starts_with("knowledge/") || path == "effects.toml"
        || path == "events.toml" || path == "topics.toml" || path == "wording.toml"
        || path == "bottlenecks.tsv";
}

// A name the folder can hold and nothing outside it.
bool isSafe(const std::string& path)
{
    return isReadable(path) && path.find("..") == std::string::npos && path.find('\\') == std::string::npos;
}

// "playbooks/tariffs.toml:41" or "playbooks/tariffs.toml:41: reason" to file and line.
desk::PackFinding finding(const engine::LintFinding& found)
{
    desk::PackFinding result{found.place, 0, found.text, found.error};
    const std::size_t colon = found.place.find(':');
    if (colon != std::string::npos) {
        result.path = found.place.substr(0, colon);
        const char* begin = found.place.data() + colon + 1;
        std::from_chars(begin, found.place.data() + found.place.size(), result.line);
    }
    return result;
}

base::Result<base::ResourceFiles> filesWith(
    const Context& context, const std::string& path, const std::string& text)
{
    base::Result<base::ResourceFiles> files = ownFiles(context);
    if (files)
        (*files)[path] = text;
    return files;
}

void takeAway(const fs::path& file)
{
    std::error_code code;
    fs::remove(file, code);
}

// Without what is being typed.
std::string keptText(const std::string& path, const fs::path& own)
{
    if (const base::Result<std::string> mine = base::readFile(own))
        return *mine;
    const base::ResourceFiles shipped = resourceFiles(QStringLiteral("engine"));
    const auto found = shipped.find(path);
    return found == shipped.end() ? std::string() : found->second;
}

base::Outcome write(const fs::path& file, const std::string& text)
{
    std::error_code code;
    fs::create_directories(file.parent_path(), code);
    return base::writeFile(file, text);
}

} // namespace

PackDesk::PackDesk(const Context& context, StateDesk& undo, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_undo(undo)
    , m_checks(std::make_shared<std::atomic<int>>(0))
    , m_benches(std::make_shared<std::atomic<int>>(0))
{
    m_pool.setMaxThreadCount(1);
    m_benchPool.setMaxThreadCount(1);
}

PackDesk::~PackDesk()
{
    ++*m_benches;
    m_benchPool.waitForDone();
    m_pool.waitForDone();
}

void PackDesk::useSettings(const Settings& settings) { m_context.settings = settings; }

fs::path PackDesk::ownPath(const QString& path) const { return m_context.packPath() / path.toStdString(); }

fs::path PackDesk::draftPath(const QString& path) const
{
    return m_context.options.dataDir / "pack-drafts" / path.toStdString();
}

void PackDesk::readFiles()
{
    m_pool.start([this, own = m_context.packPath(), drafts = m_context.options.dataDir / "pack-drafts"] {
        std::map<std::string, desk::PackFile> files;
        for (const auto& [path, text] : resourceFiles(QStringLiteral("engine")))
            files[path].shipped = true;
        const auto mark = [&files](const fs::path& folder, bool desk::PackFile::*flag) {
            std::error_code code;
            if (!fs::is_directory(folder, code))
                return;
            if (const base::Result<base::ResourceFiles> found = base::readFolder(folder)) {
                for (const auto& [path, text] : *found)
                    files[path].*flag = true;
            }
        };
        mark(own, &desk::PackFile::own);
        mark(drafts, &desk::PackFile::draft);
        std::vector<desk::PackFile> list;
        for (auto& [path, file] : files) {
            if (!isReadable(path))
                continue;
            file.path = path;
            list.push_back(file);
        }
        QMetaObject::invokeMethod(
            this, [this, list] { Q_EMIT filesRead(list); }, Qt::QueuedConnection);
    });
}

void PackDesk::readText(const QString& path)
{
    m_pool.start([this, path, own = ownPath(path), draft = draftPath(path)] {
        desk::PackText text;
        text.file.path = path.toStdString();
        const base::ResourceFiles shipped = resourceFiles(QStringLiteral("engine"));
        if (const auto found = shipped.find(text.file.path); found != shipped.end()) {
            text.file.shipped = true;
            text.shipped = found->second;
            text.text = found->second;
        }
        if (const base::Result<std::string> mine = base::readFile(own)) {
            text.file.own = true;
            text.text = *mine;
        }
        if (const base::Result<std::string> typed = base::readFile(draft)) {
            text.file.draft = *typed != text.text;
            text.text = *typed;
        }
        QMetaObject::invokeMethod(
            this, [this, text] { Q_EMIT textRead(text); }, Qt::QueuedConnection);
    });
}

void PackDesk::check(const QString& path, const QString& text)
{
    if (!isSafe(path.toStdString()))
        return Q_EMIT checked(path,
            {{path.toStdString(), 0,
                "the name has to begin with playbooks/ or knowledge/ and stay in the folder", true}});
    m_pool.start([this, context = m_context, path, text = text.toStdString(), own = ownPath(path), draft = draftPath(path),
                     last = m_checks, number = ++*m_checks] {
        std::string failure;
        if (text == keptText(path.toStdString(), own))
            takeAway(draft); // typed back to what it was
        else if (const base::Outcome kept = write(draft, text); !kept)
            failure = kept.error().text();
        std::vector<desk::PackFinding> findings;
        if (last->load() == number) { // else more was typed meanwhile
            const base::Result<base::ResourceFiles> files = filesWith(context, path.toStdString(), text);
            if (files) {
                for (const engine::LintFinding& found : engine::lintPack(*files))
                    findings.push_back(finding(found));
            } else {
                findings.push_back({path.toStdString(), 0, files.error().text(), true});
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, path, findings, failure, current = last->load() == number] {
                if (!failure.empty())
                    Q_EMIT said(tr("The draft is not kept: %1").arg(utf8(failure)));
                if (current)
                    Q_EMIT checked(path, findings);
            },
            Qt::QueuedConnection);
    });
}

void PackDesk::bench(const QString& path, const QString& text, const QString& query, int limit)
{
    m_benchPool.start([this, context = m_context, path = path.toStdString(), text = text.toStdString(),
                          query = query.toStdString(), limit, last = m_benches, number = ++*m_benches] {
        const auto tell = [this, last, number](auto what) {
            QMetaObject::invokeMethod(
                this,
                [this, what, last, number] {
                    if (last->load() == number)
                        what(*this);
                },
                Qt::QueuedConnection);
        };
        const auto fail = [&tell](const base::Error& error) {
            tell([reason = utf8(error.text())](PackDesk& self) { Q_EMIT self.benchFinished(0, 0, reason); });
        };
        const auto today = ownPack(context);
        const base::Result<base::ResourceFiles> files = filesWith(context, path, text);
        const auto changed = files ? engine::loadPack(*files)
                                   : base::Result<std::shared_ptr<const engine::Pack>>(files.error());
        if (!today || !changed)
            return fail(changed ? today.error() : changed.error());
        base::Result<std::unique_ptr<store::Database>> database
            = store::Database::openForReading(context.storePath());
        if (!database)
            return fail(database.error());
        desk::FeedRequest request;
        request.query = query;
        request.limit = limit;
        const base::Result<desk::FeedPage> page = store::readPage(**database, request, currentInstant());
        if (!page)
            return fail(page.error());
        const auto total = static_cast<int>(page->rows.size());
        int done = 0;
        int different = 0;
        for (const desk::ArticleRow& row : page->rows) {
            if (last->load() != number)
                return;
            if (const base::Result<store::StoredArticle> stored = store::readArticle(**database, row.id)) {
                const engine::OutputChange change = engine::outputChange(
                    analyseArticle(**today, stored->article), analyseArticle(**changed, stored->article));
                if (!change.empty()) {
                    ++different;
                    tell([found = desk::BenchChange{row.id, row.title, change.removed, change.added}](
                             PackDesk& self) { Q_EMIT self.benchFound(found); });
                }
            }
            if (++done % ProgressEvery == 0)
                tell([done, total](PackDesk& self) { Q_EMIT self.benchProgressed(done, total); });
        }
        tell([different, total](PackDesk& self) { Q_EMIT self.benchFinished(different, total, {}); });
    });
}

void PackDesk::cancelBench()
{
    ++*m_benches;
    Q_EMIT benchFinished(0, 0, tr("Stopped."));
}

void PackDesk::save(const QString& path, const QString& text)
{
    if (!isSafe(path.toStdString()))
        return Q_EMIT said(tr("Not saved: %1 is no name in the pack folder").arg(path));
    m_pool.start([this, context = m_context, path, text = text.toStdString(), own = ownPath(path), draft = draftPath(path)] {
        QString failure;
        const base::Result<base::ResourceFiles> files = filesWith(context, path.toStdString(), text);
        const auto pack = files ? engine::loadPack(*files)
                                : base::Result<std::shared_ptr<const engine::Pack>>(files.error());
        if (!pack)
            failure = utf8(pack.error().text());
        else if (const base::Outcome written = write(own, text); !written)
            failure = utf8(written.error().text());
        else
            takeAway(draft);
        QMetaObject::invokeMethod(
            this,
            [this, path, failure] {
                if (!failure.isEmpty())
                    return Q_EMIT said(tr("Not saved: %1").arg(failure));
                Q_EMIT said(tr("%1 is saved in the pack folder.").arg(path));
                Q_EMIT saved(path);
                readFiles();
            },
            Qt::QueuedConnection);
    });
}

void PackDesk::restore(const QString& path)
{
    if (!isSafe(path.toStdString()))
        return;
    m_pool.start([this, path, own = ownPath(path), draft = draftPath(path)] {
        const base::Result<std::string> mine = base::readFile(own);
        takeAway(own);
        takeAway(draft);
        QMetaObject::invokeMethod(
            this,
            [this, path, had = static_cast<bool>(mine), text = mine ? *mine : std::string()] {
                if (had)
                    m_undo.remember([this, path, text] { save(path, utf8(text)); });
                Q_EMIT said(tr("The shipped %1 is in use again.").arg(path));
                Q_EMIT saved(path);
                readFiles();
                readText(path);
            },
            Qt::QueuedConnection);
    });
}

} // namespace app
