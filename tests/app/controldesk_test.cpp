// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: controldesk.cpp keyfile.cpp palettedesk.cpp settingswriter.cpp
#include <app/controldesk.h>
#include <app/databasethread.h>
#include <app/palettedesk.h>
#include <base/files.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

using app::ControlDesk;
using items::PaletteEntry;

class ControlDeskTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_dir->path().toStdString()) / name;
    }
    QString textOf(const char* name) const
    {
        const base::Result<std::string> text = base::readFile(file(name));
        return text ? QString::fromStdString(*text) : QStringLiteral("none");
    }
    // As the program begins and ends once.
    template <class Work> void session(Work work)
    {
        ControlDesk desk(m_dir->path().toStdString(), {});
        work(desk);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void changeIsWrittenAndReadAgain()
    {
        session([](ControlDesk& desk) {
            QSignalSpy changed(&desk, &ControlDesk::settingsChanged);
            desk.change(QStringLiteral("network.parallel"), 8);
            QCOMPARE(changed.count(), 1); // it holds at once
            QCOMPARE(changed.last().at(1).toStringList(), QStringList{QStringLiteral("network.parallel")});
            QCOMPARE(desk.settings().parallel, 8);
            desk.change(QStringLiteral("brief.desk"), std::string("Rates \u201Cdesk\u201D"));
        });
        session([](ControlDesk& desk) {
            QSignalSpy read(&desk, &ControlDesk::settingsRead);
            desk.readSettings();
            QVERIFY(read.wait());
            QCOMPARE(read.last().at(1).toString(), QString());
            QCOMPARE(desk.settings().parallel, 8);
            QCOMPARE(desk.settings().briefDesk, std::string("Rates \u201Cdesk\u201D"));
        });
    }

    void whatIsRefusedIsSaidAndNotWritten()
    {
        session([](ControlDesk& desk) {
            QSignalSpy said(&desk, &ControlDesk::said);
            desk.change(QStringLiteral("network.parallel"), 900);
            QVERIFY(said.last().first().toString().contains(QStringLiteral("1 to 64")));
            QCOMPARE(desk.settings().parallel, 16);
        });
        QCOMPARE(textOf("settings.toml"), QStringLiteral("none"));
    }

    void handWrittenPartsStay()
    {
        QVERIFY(base::writeFile(file("settings.toml"), "# of mine\n[paint]\ncolour = 1\n"));
        session([](ControlDesk& desk) {
            QSignalSpy read(&desk, &ControlDesk::settingsRead);
            desk.readSettings();
            QVERIFY(read.wait());
            QVERIFY(read.last().at(1).toString().contains(QStringLiteral("paint.colour")));
            desk.change(QStringLiteral("refresh.automatic"), false);
        });
        QCOMPARE(textOf("settings.toml"),
            QStringLiteral("# of mine\n[paint]\ncolour = 1\n\n[refresh]\nautomatic = false\n"));
    }

    void unreadableSettingsAreKeptAside()
    {
        QVERIFY(base::writeFile(file("settings.toml"), "[network\nparallel = 8\n"));
        session([this](ControlDesk& desk) {
            QSignalSpy read(&desk, &ControlDesk::settingsRead);
            desk.readSettings();
            QVERIFY(read.wait());
            QVERIFY2(read.last().at(1).toString().contains(QStringLiteral("line 1")),
                qPrintable(read.last().at(1).toString()));
            QCOMPARE(textOf("settings.toml"),
                QStringLiteral("[network\nparallel = 8\n")); // not touched by reading
            QSignalSpy said(&desk, &ControlDesk::said);
            desk.change(QStringLiteral("network.per_host"), 2);
            QVERIFY(said.wait());
            QVERIFY(said.last().first().toString().contains(QStringLiteral("settings.toml.unreadable-1")));
        });
        QCOMPARE(textOf("settings.toml.unreadable-1"), QStringLiteral("[network\nparallel = 8\n"));
        QCOMPARE(textOf("settings.toml"), QStringLiteral("[network]\nper_host = 2\n"));
    }

    void changedByHandIsUsedWhenReadAgain()
    {
        session([this](ControlDesk& desk) {
            QVERIFY(base::writeFile(file("settings.toml"), "[analysis]\nrates = \"high\"\n"));
            QSignalSpy changed(&desk, &ControlDesk::settingsChanged);
            desk.readSettings();
            QVERIFY(changed.wait());
            QCOMPARE(changed.last().at(1).toStringList(), QStringList{QStringLiteral("analysis.rates")});
            QCOMPARE(desk.settings().rates, std::string("high"));
        });
    }

    void keysAreKept()
    {
        const app::KeysOfCommands keys{
            {QStringLiteral("article.star"), {QStringLiteral("Ctrl+B"), QStringLiteral("G, \"")}},
            {QStringLiteral("article.read"), {}}};
        session([&](ControlDesk& desk) { desk.keepKeys(keys); });
        session([&](ControlDesk& desk) {
            QSignalSpy read(&desk, &ControlDesk::keysRead);
            desk.start();
            QVERIFY(read.wait());
            QCOMPARE(read.last().first().value<app::KeysOfCommands>(), keys);
            QCOMPARE(read.last().at(1).toString(), QString());
        });
    }

    void unreadableKeysAreSaidAndKeptAside_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no TOML") << "article.star = [\"S\"";
        QTest::newRow("a number") << "article.star = 5\n";
        QTest::newRow("a number among keys") << "article.star = [\"S\", 5]\n";
    }

    void unreadableKeysAreSaidAndKeptAside()
    {
        QFETCH(QString, text);
        QVERIFY(base::writeFile(file("keys.toml"), text.toStdString()));
        session([&](ControlDesk& desk) {
            QSignalSpy read(&desk, &ControlDesk::keysRead);
            desk.start();
            QVERIFY(read.wait());
            QVERIFY(read.last().first().value<app::KeysOfCommands>().isEmpty());
            QVERIFY(read.last().at(1).toString().contains(QStringLiteral("line 1")));
            QCOMPARE(textOf("keys.toml"), text);
            desk.keepKeys({{QStringLiteral("article.star"), {QStringLiteral("F9")}}});
        });
        QCOMPARE(textOf("keys.toml.unreadable-1"), text);
        QVERIFY(textOf("keys.toml").contains(QStringLiteral("article.star")));
    }

    void layoutsAreKeptAndUnreadableOnesPutAside()
    {
        using Layouts = QMap<QString, QByteArray>;
        const Layouts layouts{{QStringLiteral("Two screens"), QByteArray("\x01\x00\xff", 3)}};
        session([&](ControlDesk& desk) { desk.keepLayouts(layouts); });
        session([&](ControlDesk& desk) {
            QSignalSpy read(&desk, &ControlDesk::layoutsRead);
            desk.start();
            QVERIFY(read.wait());
            QCOMPARE(read.last().first().value<Layouts>(), layouts);
        });
        QVERIFY(base::writeFile(file("layouts.json"), "not JSON"));
        session([&](ControlDesk& desk) {
            QSignalSpy said(&desk, &ControlDesk::said);
            desk.start();
            QVERIFY(said.wait());
            QVERIFY(said.last().first().toString().contains(QStringLiteral("layouts.json")));
            desk.keepLayouts(layouts);
        });
        QCOMPARE(textOf("layouts.json.unreadable-1"), QStringLiteral("not JSON"));
        QVERIFY(textOf("layouts.json").contains(QStringLiteral("Two screens")));
    }

    void paletteFindsNamesAndHeadlines()
    {
        const std::filesystem::path path = file("found.sqlite");
        {
            const auto database = support::openStore(path);
            const base::Source source = support::addSource(*database, "Nordic Metals");
            const std::vector<support::AnalysedArticle> batch{
                support::article(source, 1, "Smelters cut runs in S\u00E3o Paulo", "Charges fell."),
                support::article(source, 2, "Rates stay OR rise", "The board met.")};
            QVERIFY(support::storeBatch(*database, batch));
        }
        app::DatabaseThread reader(store::Database::openForReading(path).value(), QStringLiteral("reader"));
        app::PaletteDesk desk(reader);
        desk::PaletteFinds found;
        int generation = 0;
        connect(&desk, &app::PaletteDesk::found, this, [&](const desk::PaletteFinds& finds, int answered) {
            found = finds;
            generation = answered;
        });
        const auto ask = [&](const char* typed, std::optional<base::Instant> asOf = {}) {
            desk.find(QString::fromUtf8(typed), generation + 1, asOf);
            return QTest::qWaitFor([&, wanted = generation + 1] { return generation == wanted; }, 20000);
        };
        QVERIFY(ask("sao smelt"));
        QCOMPARE(found.articles.size(), std::size_t{1});
        QCOMPARE(found.articles[0].title, std::string("Smelters cut runs in S\u00E3o Paulo"));
        QCOMPARE(found.articles[0].source, std::string("Nordic Metals"));
        QVERIFY(ask("nordic"));
        QCOMPARE(found.sources, std::vector<std::string>{"Nordic Metals"});
        QVERIFY(ask("united"));
        QCOMPARE(found.entities, std::vector<std::string>{"United States"});
        QVERIFY(ask("stay or ri")); // words, not operators
        QCOMPARE(found.articles.size(), std::size_t{1});
        QVERIFY(ask("\"(*")); // and signs are none
        QVERIFY(found.articles.empty());
        QVERIFY(ask("smelt", base::fromUnix(1)));
        QVERIFY(found.articles.empty()); // nothing was known then
        // Of two questions only the newer one is answered.
        const int before = generation;
        QSignalSpy answers(&desk, &app::PaletteDesk::found);
        desk.find(QStringLiteral("sm"), before + 1, {});
        desk.find(QStringLiteral("smelt"), before + 2, {});
        QTRY_COMPARE(generation, before + 2);
        QCOMPARE(answers.count(), 1);
    }

    void recentIsKeptAndDamageIsNothing()
    {
        const QList<PaletteEntry> recent{
            {PaletteEntry::Article, QStringLiteral("Smelters \u201Ccut\u201D runs"), QStringLiteral("7"),
                QStringLiteral("Metals Daily")},
            {PaletteEntry::Command, QStringLiteral("Undo"), QStringLiteral("window.undo"), {}}};
        session([&](ControlDesk& desk) { desk.keepRecent(recent); });
        const auto read = [this] {
            QList<PaletteEntry> entries;
            session([&](ControlDesk& desk) {
                QSignalSpy spy(&desk, &ControlDesk::recentRead);
                desk.start();
                QVERIFY(spy.wait());
                entries = spy.last().first().value<QList<PaletteEntry>>();
            });
            return entries;
        };
        QCOMPARE(read().size(), 2);
        QVERIFY(read()[0].sameAs(recent[0]) && read()[0].text == recent[0].text);
        QVERIFY(
            base::writeFile(file("recent.json"), "[{\"kind\": 99, \"target\": \"x\"}, 3, {\"kind\": 0}]"));
        QVERIFY(read().isEmpty());
        QVERIFY(base::writeFile(file("recent.json"), "not JSON"));
        QVERIFY(read().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ControlDeskTest)
#include "controldesk_test.moc"
