// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Scheduled briefs are written at their times by a clock that the test sets: once, beside what is there, and
// what failed is said.
#include <app/context.h>
#include <app/scheduledesk.h>
#include <base/files.h>
#include <brief/briefinput.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

namespace {

constexpr int WaitMs = 60000;

} // namespace

class ScheduleDeskTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Context> m_context;
    desk::WallTime m_now;

    QString briefs() const { return m_folder->filePath(QStringLiteral("briefs")); }
    QStringList files() const { return QDir(briefs()).entryList(QDir::Files, QDir::Name); }

    void set(const std::string& date, int weekday, int hour, int minute)
    {
        m_now = {date, weekday, 60 * hour + minute,
            base::fromIso(date + "T00:00:00Z").value() + std::chrono::minutes(60 * hour + minute)};
    }

    app::Settings settings(const std::string& what, const std::string& name = "{date}-{time}.md")
    {
        app::Settings made;
        made.briefSchedule = "daily 06:30; " + what + "; into: " + briefs().toStdString() + "; name: " + name + '\n';
        return made;
    }

    // As a start of the program with these settings, up to where what was made before is known.
    std::unique_ptr<app::ScheduleDesk> begin(const app::Settings& settings)
    {
        m_context->settings = settings;
        auto desk = std::make_unique<app::ScheduleDesk>(*m_context, [this] { return m_now; });
        desk->start();
        return desk;
    }

    // Ticks until the desk has answered, and nothing is under way.
    bool tick(app::ScheduleDesk& desk, bool busy = false)
    {
        QSignalSpy idle(&desk, &app::ScheduleDesk::idle);
        return QTest::qWaitFor(
            [&] {
                desk.tick(busy);
                QCoreApplication::processEvents();
                return !idle.isEmpty();
            },
            WaitMs);
    }

    void store(int first, int count)
    {
        const auto database = support::openStore(m_context->storePath().string());
        const base::Source source = support::addSource(*database);
        std::vector<support::AnalysedArticle> articles;
        for (int at = first; at < first + count; ++at) {
            articles.push_back(support::article(source, at, "Furnace " + std::to_string(at), "Text.", 0.1 * at));
            articles.back().article.received = m_now.at;
        }
        QVERIFY(support::storeBatch(*database, articles));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        app::Options options;
        options.dataDir = m_folder->path().toStdString();
        m_context = std::make_unique<app::Context>(app::makeContext(options));
        set("2026-11-23", 0, 6, 0);
        store(1, 3);
    }

    void aBriefIsWrittenAtItsTimeOnce()
    {
        auto desk = begin(settings("desk: furnace"));
        QSignalSpy said(desk.get(), &app::ScheduleDesk::said);
        set("2026-11-23", 0, 6, 29);
        QVERIFY(tick(*desk));
        QCOMPARE(files(), QStringList());
        set("2026-11-23", 0, 6, 30);
        QVERIFY(tick(*desk));
        QCOMPARE(files(), (QStringList{QStringLiteral("2026-11-23-0630.json"), QStringLiteral("2026-11-23-0630.md")}));
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(QStringLiteral("2026-11-23-0630.md")));
        // Later that day, after the clock was set back, and in the next start.
        for (const int minute : {31, 10, 30, 59}) {
            set("2026-11-23", 0, 6, minute);
            QVERIFY(tick(*desk));
        }
        desk.reset(); // the program ends: what was made is kept by then
        desk = begin(m_context->settings);
        QVERIFY(tick(*desk));
        QCOMPARE(files().size(), 2);
        set("2026-11-24", 1, 6, 30);
        QVERIFY(tick(*desk));
        QCOMPARE(files().size(), 4);
    }

    void aMissedOneIsMadeAtTheNextStart()
    {
        set("2026-11-23", 0, 11, 15);
        QVERIFY(tick(*begin(settings("desk: "))));
        QCOMPARE(files(), (QStringList{QStringLiteral("2026-11-23-1115.json"), QStringLiteral("2026-11-23-1115.md")}));
        app::Settings punctual = settings("desk: ", "punctual.md");
        punctual.briefSchedule.insert(punctual.briefSchedule.size() - 1, "; late: no");
        QVERIFY(tick(*begin(punctual)));
        QCOMPARE(files().size(), 2);
    }

    void aNewScheduleWaitsForItsNextTime()
    {
        set("2026-11-23", 0, 11, 15);
        const auto desk = begin({});
        desk->tick();
        desk->useSettings(settings("desk: "));
        QVERIFY(tick(*desk));
        QCOMPARE(files(), QStringList());
        set("2026-11-24", 1, 6, 30);
        QVERIFY(tick(*desk));
        QCOMPARE(files().size(), 2);
    }

    void nothingIsReplaced()
    {
        QVERIFY(QDir().mkpath(briefs()));
        QFile file(briefs() + QStringLiteral("/desk.md"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        set("2026-11-23", 0, 6, 30);
        QVERIFY(tick(*begin(settings("desk: ", "desk.md"))));
        QCOMPARE(*base::readFile(file.fileName().toStdString()), std::string("mine"));
        QCOMPARE(files(), (QStringList{QStringLiteral("desk-2.json"), QStringLiteral("desk-2.md"), QStringLiteral("desk.md")}));
    }

    void aFailureIsSaidAndNotTriedAgainThatDay()
    {
        const auto desk = begin(settings("desk: nothing-of-the-kind"));
        QSignalSpy said(desk.get(), &app::ScheduleDesk::said);
        set("2026-11-23", 0, 6, 30);
        QVERIFY(tick(*desk));
        QCOMPARE(said.size(), 1);
        const QString text = said.front().front().toString();
        QVERIFY2(text.contains(QStringLiteral("could not be written")) && text.contains(QStringLiteral("no article matches")),
            qPrintable(text));
        QVERIFY(tick(*desk));
        QCOMPARE(said.size(), 1);
        QCOMPARE(files(), QStringList());
    }

    void changesCountFromTheBriefBefore()
    {
        const auto desk = begin(settings("changes: furnace", "changes-{date}.json"));
        set("2026-11-23", 0, 6, 30);
        QVERIFY(tick(*desk));
        set("2026-11-24", 1, 5, 0);
        store(4, 2);
        set("2026-11-24", 1, 6, 30);
        QVERIFY(tick(*desk));
        const auto first = brief::fromSidecar(*base::readFile(briefs().toStdString() + "/changes-2026-11-23.json"));
        const auto second = brief::fromSidecar(*base::readFile(briefs().toStdString() + "/changes-2026-11-24.json"));
        QVERIFY(first && second);
        QCOMPARE(int(first->kind), int(brief::Kind::Desk)); // there was none before
        QCOMPARE(int(second->kind), int(brief::Kind::Changes));
        QCOMPARE(second->since, std::string("changes-2026-11-23.json"));
        QCOMPARE(second->changes.added.size(), std::size_t{2});
    }

    void itWaitsForArticlesThatAreBeingRead()
    {
        const auto desk = begin(settings("desk: "));
        set("2026-11-23", 0, 6, 29);
        QVERIFY(tick(*desk));
        QSignalSpy made(desk.get(), &app::ScheduleDesk::made);
        QSignalSpy idle(desk.get(), &app::ScheduleDesk::idle);
        set("2026-11-23", 0, 6, 30);
        desk->tick(true);
        set("2026-11-23", 0, 6, 44);
        desk->tick(true);
        QVERIFY(idle.isEmpty()); // neither made nor passed over
        set("2026-11-23", 0, 6, 46);
        QVERIFY(tick(*desk, true)); // long enough
        QCOMPARE(made.size(), 1);
    }
};

QTEST_MAIN(ScheduleDeskTest)
#include "scheduledesk_test.moc"
