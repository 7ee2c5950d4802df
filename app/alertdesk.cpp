// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertdesk.h"

#include "context.h"
#include "statedesk.h"

#include <base/files.h>
#include <base/strings.h>
#include <store/alertrules.h>
#include <store/alertstore.h>
#include <store/articlestore.h>
#include <store/rehearsal.h>

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int ShownFirings = 500;
constexpr int ShownDeliveries = 100; // at a time

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// As the store compares names: capital letters of ASCII are no other letters.
std::optional<desk::Watchlist> listNamed(store::Database& database, const std::string& name)
{
    const base::Result<std::vector<desk::Watchlist>> lists = store::readWatchlists(database);
    for (const desk::Watchlist& one : lists ? *lists : std::vector<desk::Watchlist>()) {
        if (base::lowerAscii(one.name) == base::lowerAscii(base::collapsed(name)))
            return one;
    }
    return std::nullopt;
}

} // namespace

AlertDesk::AlertDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo,
    std::filesystem::path store, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_undo(undo)
    , m_store(std::move(store))
    , m_rehearsal(std::make_shared<std::atomic<int>>(0))
{
}

AlertDesk::~AlertDesk()
{
    endRehearsal();
    m_rehearsals.reset();
    m_reader.drain();
    m_writer.drain();
}

template <class Work, class Done> void AlertDesk::change(Work work, Done done)
{
    using Result = decltype(work(std::declval<store::Database&>()));
    m_writer.run(std::move(work), this, [this, done = std::move(done)](Result result) {
        if (!result)
            // lupdate takes Done for a class.
            return Q_EMIT said(AlertDesk::tr("Not saved: %1").arg(utf8(result.error().message)));
        done(*result);
    });
}

void AlertDesk::readRules()
{
    m_reader.run(
        [now = currentInstant()](store::Database& database) { return store::readRuleRows(database, now); },
        this,
        [this](base::Result<std::vector<desk::RuleRow>> rules) {
            if (rules)
                Q_EMIT rulesRead(*rules);
            else
                Q_EMIT said(utf8(rules.error().text()));
        });
}

void AlertDesk::saveRule(const desk::AlertRule& rule)
{
    struct Saved {
        std::int64_t id = 0;
        std::optional<desk::AlertRule> former;
    };
    change(
        [rule, now = currentInstant()](store::Database& database) -> base::Result<Saved> {
            Saved saved;
            if (rule.id != 0) {
                if (base::Result<desk::AlertRule> former
                    = store::findRule(database, std::to_string(rule.id), now))
                    saved.former = std::move(former).value();
            }
            const base::Result<std::int64_t> id = store::saveRule(database, rule, now);
            if (!id)
                return id.error();
            saved.id = *id;
            return saved;
        },
        [this, name = utf8(rule.name)](const Saved& saved) {
            Q_EMIT said(tr("Saved: %1").arg(name));
            Q_EMIT ruleSaved(saved.id);
            Q_EMIT changed();
            m_undo.remember([this, saved] {
                change(
                    [saved, now = currentInstant()](store::Database& database) -> base::Result<std::int64_t> {
                        if (saved.former)
                            return store::saveRule(database, *saved.former, now);
                        const base::Result<desk::AlertRule> gone = store::removeRule(database, saved.id, now);
                        return gone ? base::Result<std::int64_t>(saved.id) : gone.error();
                    },
                    [this](std::int64_t) { Q_EMIT changed(); });
            });
        });
}

void AlertDesk::saveText(qint64 rule, const QString& text)
{
    m_reader.run([text = text.toStdString(), now = currentInstant()](
                     store::Database& database) { return store::parseStoredRule(database, text, now); },
        this,
        [this, rule](base::Result<desk::AlertRule> read) {
            if (!read)
                return Q_EMIT said(tr("Not saved: %1").arg(utf8(read.error().message)));
            read->id = rule;
            saveRule(*read);
        });
}

void AlertDesk::checkText(const QString& text, int generation)
{
    m_reader.run([text = text.toStdString(), now = currentInstant()](
                     store::Database& database) { return store::parseStoredRule(database, text, now); },
        this,
        [this, generation](base::Result<desk::AlertRule> read) {
            if (read)
                return Q_EMIT textChecked(*read, {}, 0, generation);
            Q_EMIT textChecked(std::nullopt, utf8(read.error().message),
                desk::errorColumn(read.error()).value_or(0), generation);
        });
}

void AlertDesk::removeRule(qint64 rule)
{
    change([rule, now = currentInstant()](
               store::Database& database) { return store::removeRule(database, rule, now); },
        [this](const desk::AlertRule& gone) {
            Q_EMIT said(tr("Removed: %1; its firings stay").arg(utf8(gone.name)));
            Q_EMIT changed();
            m_undo.remember([this, gone] {
                change([gone, now = currentInstant()](
                           store::Database& database) { return store::saveRule(database, gone, now); },
                    [this](std::int64_t) { Q_EMIT changed(); });
            });
        });
}

void AlertDesk::snooze(qint64 rule, const std::optional<base::Instant>& until)
{
    change([rule, until, now = currentInstant()](
               store::Database& database) { return store::snoozeRule(database, rule, until, now); },
        [this, rule, until](const desk::AlertRule& former) {
            const QString name = utf8(former.name);
            Q_EMIT said(until ? tr("%1 sleeps until %2 UTC")
                                    .arg(name, utf8(base::dayText(*until) + ' ' + base::clockText(*until)))
                              : tr("%1 is awake").arg(name));
            Q_EMIT changed();
            m_undo.remember([this, rule, was = former.snoozedUntil] {
                change([rule, was, now = currentInstant()](
                           store::Database& database) { return store::snoozeRule(database, rule, was, now); },
                    [this](const desk::AlertRule&) { Q_EMIT changed(); });
            });
        });
}

void AlertDesk::readFirings(qint64 rule, bool open)
{
    store::FiringRequest request;
    if (rule != 0)
        request.rule = rule;
    request.open = open;
    request.limit = ShownFirings;
    m_reader.run([request](store::Database& database) { return store::readFirings(database, request); }, this,
        [this, rule, open](base::Result<std::vector<desk::Firing>> firings) {
            if (firings)
                Q_EMIT firingsRead(*firings, rule, open);
            else
                Q_EMIT said(utf8(firings.error().text()));
        });
}

void AlertDesk::readReceipt(qint64 firing)
{
    m_reader.run([firing](store::Database& database) { return store::readFiring(database, firing); }, this,
        [this](base::Result<desk::Firing> receipt) {
            if (receipt)
                Q_EMIT receiptRead(*receipt);
            else
                Q_EMIT said(utf8(receipt.error().text()));
        });
}

void AlertDesk::acknowledged(const std::vector<std::int64_t>& firings)
{
    Q_EMIT firingsChanged();
    if (firings.empty())
        return;
    Q_EMIT settled({firings.begin(), firings.end()});
    Q_EMIT said(tr("%n alert(s) acknowledged", nullptr, static_cast<int>(firings.size())));
    m_undo.remember([this, firings] { unacknowledge(firings); });
}

void AlertDesk::unacknowledge(const std::vector<std::int64_t>& firings)
{
    change([firings, now = currentInstant()](
               store::Database& database) { return store::acknowledge(database, firings, false, now); },
        [this](const store::Ids&) { Q_EMIT firingsChanged(); });
}

void AlertDesk::acknowledge(const QList<qint64>& firings)
{
    change([ids = store::Ids(firings.begin(), firings.end()), now = currentInstant()](
               store::Database& database) { return store::acknowledge(database, ids, true, now); },
        [this](const store::Ids& ids) { acknowledged(ids); });
}

void AlertDesk::acknowledgeAll()
{
    change(
        [now = currentInstant()](store::Database& database) { return store::acknowledgeAll(database, now); },
        [this](const store::Ids& ids) { acknowledged(ids); });
}

void AlertDesk::snoozeFired(const QList<qint64>& firings)
{
    change(
        [ids = store::Ids(firings.begin(), firings.end()), now = currentInstant()](
            store::Database& database) {
            return store::snoozeFired(database, ids, now + std::chrono::hours(1), now);
        },
        [this](const store::Ids& rules) {
            Q_EMIT said(tr("%n rule(s) sleep for an hour", nullptr, static_cast<int>(rules.size())));
            Q_EMIT changed();
            Q_EMIT firingsChanged();
        });
}

void AlertDesk::readCounts()
{
    m_reader.run([](store::Database& database) { return store::readFiringCounts(database); }, this,
        [this](base::Result<desk::FiringCounts> counts) {
            if (counts)
                Q_EMIT countsRead(*counts);
        });
}

void AlertDesk::readDeliveries(qint64 before)
{
    m_reader.run([before](store::Database& database) {
        return store::readDeliveries(database, ShownDeliveries + 1, before);
    },
        this,
        [this, before](base::Result<std::vector<desk::DeliveryLine>> lines) {
            if (!lines)
                return Q_EMIT said(utf8(lines.error().text()));
            const bool more = lines->size() > ShownDeliveries;
            if (more)
                lines->pop_back();
            Q_EMIT deliveriesRead(*lines, before, more);
        });
}

void AlertDesk::rehearse(const desk::AlertRule& rule, int days, int generation)
{
    const int own = m_rehearsal->fetch_add(1) + 1; // ends the one before
    if (!m_rehearsals) {
        auto database = store::Database::openForReading(m_store);
        if (!database)
            return Q_EMIT rehearsalFailed(utf8(database.error().text()), generation);
        m_rehearsals
            = std::make_unique<DatabaseThread>(std::move(database).value(), QStringLiteral("rehearsal"));
    }
    m_rehearsals->run(
        [this, rule, days, own, generation, wanted = m_rehearsal, now = currentInstant()](
            store::Database& database) -> base::Result<desk::Rehearsal> {
            QElapsedTimer timer;
            timer.start();
            base::Result<desk::Rehearsal> made
                = store::rehearse(database, rule, days, now, [&](std::int64_t done, std::int64_t of) {
                      QMetaObject::invokeMethod(
                          this,
                          [this, done, of, generation] { Q_EMIT rehearsalProgressed(done, of, generation); },
                          Qt::QueuedConnection);
                      return wanted->load() == own;
                  });
            if (made)
                made->millis = timer.elapsed();
            return made;
        },
        this,
        [this, own, generation](base::Result<desk::Rehearsal> made) {
            if (m_rehearsal->load() != own)
                return;
            if (made)
                Q_EMIT rehearsed(*made, generation);
            else
                Q_EMIT rehearsalFailed(utf8(made.error().message), generation);
        });
}

void AlertDesk::endRehearsal() { m_rehearsal->fetch_add(1); }

void AlertDesk::askWhyNot(const desk::AlertRule& rule, qint64 article)
{
    m_reader.run([rule, article, now = currentInstant()](
                     store::Database& database) { return store::whyNot(database, rule, article, now); },
        this,
        [this](base::Result<desk::WhyNot> why) {
            if (why)
                Q_EMIT whyNotRead(*why);
            else
                Q_EMIT said(utf8(why.error().text()));
        });
}

void AlertDesk::readWatchlists()
{
    m_reader.run(
        [now = currentInstant()](store::Database& database) -> base::Result<std::vector<desk::WatchlistRow>> {
            base::Result<std::vector<desk::Watchlist>> lists = store::readWatchlists(database);
            if (!lists)
                return lists.error();
            std::vector<desk::WatchlistRow> rows;
            for (desk::Watchlist& list : *lists) {
                base::Result<desk::Query> recent = desk::parseQuery("received:7d", now);
                desk::Query query;
                query.root.kind = desk::NodeKind::And;
                query.root.children = {desk::watchlistNode(list.name, list.members), recent->root};
                const base::Result<desk::MatchCount> count = store::countMatches(database, query);
                rows.push_back({std::move(list), count ? count->count : 0});
            }
            return rows;
        },
        this,
        [this](base::Result<std::vector<desk::WatchlistRow>> rows) {
            if (rows)
                Q_EMIT watchlistsRead(*rows);
            else
                Q_EMIT said(utf8(rows.error().text()));
        });
}

// Rules, navigation and rows may mean other articles by it.
void AlertDesk::watchlistsAreOthers()
{
    Q_EMIT changed();
    Q_EMIT watchlistsChanged();
}

// Takes back what was done with the watchlist that now has this name: it is as it was, or was not there.
void AlertDesk::rememberWatchlist(const std::string& name, const std::optional<desk::Watchlist>& former)
{
    m_undo.remember([this, name, former] {
        change(
            [name, former](store::Database& database) -> base::Outcome {
                if (!former) {
                    const base::Result<desk::Watchlist> gone = store::removeWatchlist(database, name);
                    return gone ? base::Outcome(base::Done{}) : gone.error();
                }
                const base::Result<std::int64_t> saved = store::saveWatchlist(database, *former);
                return saved ? base::Outcome(base::Done{}) : saved.error();
            },
            [this, shown = utf8(former ? former->name : name), gone = !former](base::Done) {
                Q_EMIT said(gone ? tr("Undone: there is no watchlist %1").arg(shown)
                                 : tr("Undone: watchlist %1 is as it was").arg(shown));
                watchlistsAreOthers();
            });
    });
}

void AlertDesk::saveWatchlist(const desk::Watchlist& list)
{
    change(
        [list](store::Database& database) -> base::Result<std::optional<desk::Watchlist>> {
            std::optional<desk::Watchlist> former = listNamed(database, list.name);
            const base::Result<std::int64_t> saved = store::saveWatchlist(database, list);
            if (!saved)
                return saved.error();
            return former;
        },
        [this, name = list.name](const std::optional<desk::Watchlist>& former) {
            Q_EMIT said(tr("Saved: %1").arg(utf8(name)));
            watchlistsAreOthers();
            rememberWatchlist(name, former);
        });
}

void AlertDesk::renameWatchlist(const QString& name, const QString& newName)
{
    const auto rename = [this](const QString& from, const QString& to, const auto& done) {
        change([from = from.toStdString(), to = to.toStdString()](
                   store::Database& database) { return store::renameWatchlist(database, from, to); },
            [this, done](base::Done) {
                watchlistsAreOthers();
                done();
            });
    };
    rename(name, newName, [this, rename, name, newName] {
        Q_EMIT said(tr("%1 is called %2 now").arg(name, newName));
        m_undo.remember([this, rename, name, newName] {
            rename(newName, name, [this, name] { Q_EMIT said(tr("Undone: it is called %1 again").arg(name)); });
        });
    });
}

void AlertDesk::removeWatchlist(const QString& name)
{
    change([name = name.toStdString()](
               store::Database& database) { return store::removeWatchlist(database, name); },
        [this](const desk::Watchlist& gone) {
            Q_EMIT said(tr("Removed: %1").arg(utf8(gone.name)));
            watchlistsAreOthers();
            rememberWatchlist(gone.name, gone);
        });
}

void AlertDesk::importWatchlist(const QString& name, const QString& csvFile)
{
    struct Imported {
        std::size_t members = 0;
        std::vector<std::string> leftOut;
        std::optional<desk::Watchlist> former;
    };
    change(
        [name = name.toStdString(), file = csvFile.toStdString()](
            store::Database& database) -> base::Result<Imported> {
            const base::Result<std::string> bytes = base::readFile(file);
            if (!bytes)
                return bytes.error();
            desk::ReadWatchlist read = desk::readWatchlistCsv(*bytes);
            if (read.members.empty())
                return base::Error{base::ErrorCode::InvalidInput, "there is no member in the file", file};
            desk::Watchlist list{0, name, {}};
            std::optional<desk::Watchlist> former = listNamed(database, name);
            if (former)
                list.members = former->members;
            list.members.insert(list.members.end(), read.members.begin(), read.members.end());
            const base::Result<std::int64_t> saved = store::saveWatchlist(database, list);
            if (!saved)
                return saved.error();
            return Imported{read.members.size(), std::move(read.leftOut), std::move(former)};
        },
        [this, name](const Imported& imported) {
            QString text = tr("%1: %2 members read").arg(name).arg(imported.members);
            if (!imported.leftOut.empty())
                text += tr("; %1 left out (%2)")
                            .arg(imported.leftOut.size())
                            .arg(utf8(imported.leftOut.front()));
            Q_EMIT said(text);
            watchlistsAreOthers();
            rememberWatchlist(name.toStdString(), imported.former);
        });
}

} // namespace app
