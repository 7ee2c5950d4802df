// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What is done with watchlists is written at once and taken back step by step, by the undo of everything else.
#include <app/alertdesk.h>
#include <app/databasethread.h>
#include <app/statedesk.h>
#include <store/alertrules.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

namespace {

constexpr int WaitMs = 20000;
using Lists = QMap<QString, QStringList>; // names to members

} // namespace

class AlertDeskTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<app::DatabaseThread> m_reader;
    std::unique_ptr<app::DatabaseThread> m_writer;
    std::unique_ptr<app::StateDesk> m_states;
    std::unique_ptr<app::AlertDesk> m_desk;

    Lists lists()
    {
        QSignalSpy read(m_desk.get(), &app::AlertDesk::watchlistsRead);
        m_desk->readWatchlists();
        if (!read.wait(WaitMs))
            return {};
        Lists all;
        for (const desk::WatchlistRow& row : read.front().front().value<std::vector<desk::WatchlistRow>>()) {
            QStringList members;
            for (const desk::WatchlistMember& member : row.list.members)
                members << QString::fromStdString(member.value);
            all.insert(QString::fromStdString(row.list.name), members);
        }
        return all;
    }

    // Does it, and waits until it stands in the store.
    template <class Work> bool done(Work work)
    {
        QSignalSpy changed(m_desk.get(), &app::AlertDesk::watchlistsChanged);
        work();
        return changed.wait(WaitMs);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const std::string path = m_folder.filePath(QStringLiteral("leadline.sqlite")).toStdString();
        m_writer = std::make_unique<app::DatabaseThread>(support::openStore(path), QStringLiteral("writer"));
        m_reader = std::make_unique<app::DatabaseThread>(
            store::Database::openForReading(path).value(), QStringLiteral("reader"));
        m_states = std::make_unique<app::StateDesk>(*m_writer);
        m_desk = std::make_unique<app::AlertDesk>(*m_reader, *m_writer, *m_states, path);
    }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_states.reset();
    }

    void watchlistsAreTakenBackStepByStep()
    {
        using enum desk::MemberKind;
        const auto save = [this](std::string name, std::vector<desk::WatchlistMember> members) {
            return done([&] { m_desk->saveWatchlist({0, std::move(name), std::move(members)}); });
        };
        const QString book = QStringLiteral("Book");
        const QString metals = QStringLiteral("Metals");
        QVERIFY(save("Book", {}));
        QVERIFY(save("Book", {{Ticker, "NVDA"}}));
        QVERIFY(save("Book", {{Ticker, "NVDA"}, {Word, "cobalt"}}));
        QVERIFY(save("Book", {{Word, "cobalt"}}));
        QVERIFY(done([&] { m_desk->renameWatchlist(book, metals); }));
        QVERIFY(done([&] { m_desk->removeWatchlist(metals); }));
        QCOMPARE(lists(), Lists{});
        const auto undo = [this] { return done([this] { m_states->undo(); }); };
        QSignalSpy said(m_desk.get(), &app::AlertDesk::said);
        QVERIFY(undo());
        QVERIFY2(said.back().front().toString().contains(metals), qPrintable(said.back().front().toString()));
        QCOMPARE(lists(), (Lists{{metals, {QStringLiteral("cobalt")}}}));
        QVERIFY(undo());
        QCOMPARE(lists(), (Lists{{book, {QStringLiteral("cobalt")}}}));
        QVERIFY(undo());
        QCOMPARE(lists(), (Lists{{book, {QStringLiteral("NVDA"), QStringLiteral("cobalt")}}}));
        QVERIFY(undo());
        QCOMPARE(lists(), (Lists{{book, {QStringLiteral("NVDA")}}}));
        QVERIFY(undo());
        QCOMPARE(lists(), (Lists{{book, {}}}));
        QVERIFY(undo());
        QCOMPARE(lists(), Lists{});
        // What is taken back is no step of its own.
        QSignalSpy none(m_states.get(), &app::StateDesk::said);
        m_states->undo();
        QTRY_COMPARE(none.size(), 1);
        QCOMPARE(none.front().front().toString(), QStringLiteral("Nothing to undo."));
    }

    void anImportIsTakenBack()
    {
        QFile file(m_folder.filePath(QStringLiteral("book.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("XOM\nCVX\n");
        file.close();
        QVERIFY(done([&] { m_desk->saveWatchlist({0, "Oil", {{desk::MemberKind::Word, "crude"}}}); }));
        QVERIFY(done([&] { m_desk->importWatchlist(QStringLiteral("Oil"), file.fileName()); }));
        QCOMPARE(lists().value(QStringLiteral("Oil")).size(), 3);
        QVERIFY(done([this] { m_states->undo(); }));
        QCOMPARE(lists().value(QStringLiteral("Oil")), QStringList{QStringLiteral("crude")});
    }

    void aNameThatIsTakenIsNot()
    {
        QVERIFY(done([&] { m_desk->saveWatchlist({0, "Other", {}}); }));
        QSignalSpy said(m_desk.get(), &app::AlertDesk::said);
        m_desk->renameWatchlist(QStringLiteral("Other"), QStringLiteral("oil"));
        QVERIFY(said.wait(WaitMs));
        QVERIFY(said.front().front().toString().contains(QStringLiteral("already")));
        QVERIFY(lists().contains(QStringLiteral("Other")));
    }
};

QTEST_GUILESS_MAIN(AlertDeskTest)
#include "alertdesk_test.moc"
