// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: packdesk.cpp
#include <app/databasethread.h>
#include <app/packdesk.h>
#include <app/resourcefiles.h>
#include <app/statedesk.h>
#include <base/files.h>
#include <store/database.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <support/teststore.h>

class PackDeskTest final : public QObject {
    Q_OBJECT

    static constexpr int WaitMs = 30000;
    static inline const QString Path = QStringLiteral("playbooks/tariffs-imposed.toml");

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        app::Options options;
        options.dataDir = m_folder->path().toStdString();
        m_context = std::make_unique<app::Context>(app::makeContext(options));
        m_writer
            = std::make_unique<app::DatabaseThread>(store::Database::openForWriting(m_context->storePath(),
                                                        app::resourceFiles(QStringLiteral("migrations")))
                                                        .value(),
                QStringLiteral("writer"));
        m_states = std::make_unique<app::StateDesk>(*m_writer);
        m_desk = std::make_unique<app::PackDesk>(*m_context, *m_states);
        connect(m_desk.get(), &app::PackDesk::textRead, this,
            [this](const desk::PackText& text) { m_text = text; });
        connect(m_desk.get(), &app::PackDesk::checked, this,
            [this](
                const QString&, const std::vector<desk::PackFinding>& findings) { m_findings = findings; });
    }
    void cleanup()
    {
        m_desk.reset();
        m_states.reset();
        m_writer.reset();
    }

    void whatIsTypedIsADraftUntilItIsSaved()
    {
        read();
        QVERIFY(m_text.file.shipped && !m_text.file.own && !m_text.file.draft);
        const QString typed = QString::fromStdString(m_text.text) + QStringLiteral("\n# my view\n");
        check(typed);
        for (const desk::PackFinding& found : m_findings)
            QVERIFY2(!found.error, found.text.c_str());
        read();
        QVERIFY(m_text.file.draft);
        QCOMPARE(QString::fromStdString(m_text.text), typed);
        QVERIFY(!std::filesystem::exists(m_context->packPath() / Path.toStdString())); // not in use yet
        check(QString::fromStdString(m_text.shipped)); // typed back
        read();
        QVERIFY(!m_text.file.draft);

        QSignalSpy saved(m_desk.get(), &app::PackDesk::saved);
        m_desk->save(Path, typed);
        QVERIFY(saved.wait(WaitMs));
        QCOMPARE(base::readFile(m_context->packPath() / Path.toStdString()).value(), typed.toStdString());

        // The shipped one again, and undo.
        m_desk->restore(Path);
        QVERIFY(saved.wait(WaitMs));
        QVERIFY(!std::filesystem::exists(m_context->packPath() / Path.toStdString()));
        m_states->undo();
        QVERIFY(saved.wait(WaitMs));
        QCOMPARE(base::readFile(m_context->packPath() / Path.toStdString()).value(), typed.toStdString());
    }

    void mistakesAreNamedByLineAndNotSaved()
    {
        read();
        const QString broken = QStringLiteral("id = \n") + QString::fromStdString(m_text.text);
        check(broken);
        QVERIFY(!m_findings.empty());
        QCOMPARE(m_findings.front().path, Path.toStdString());
        QCOMPARE(m_findings.front().line, 1);
        QVERIFY(m_findings.front().error);
        QSignalSpy said(m_desk.get(), &app::PackDesk::said);
        m_desk->save(Path, broken);
        QVERIFY(said.wait(WaitMs));
        QVERIFY(said.front().front().toString().startsWith(QStringLiteral("Not saved")));
        QVERIFY(!std::filesystem::exists(m_context->packPath() / Path.toStdString()));
    }

    void nothingIsWrittenOutsideTheFolder()
    {
        QSignalSpy said(m_desk.get(), &app::PackDesk::said);
        m_desk->save(QStringLiteral("playbooks/../../outside.toml"), QStringLiteral("id = \"x\"\n"));
        QCOMPARE(said.size(), 1);
        QVERIFY(!std::filesystem::exists(m_context->options.dataDir / "outside.toml"));
    }

    void benchShowsWhichArticlesWouldReadOtherwise()
    {
        QSignalSpy written(this, &PackDeskTest::stored);
        m_writer->run(
            [](store::Database& database) {
                const std::string body
                    = "The United States said it will impose a 25% tariff on steel imports from Brazil from March. "
                      "Steel users said prices would rise. Brazil said it would respond.";
                return bool(support::storeBatch(database,
                    {support::article(support::addSource(database), 1,
                        "United States announces 25% tariff on steel imports from Brazil", body)}));
            },
            this, [this](bool done) { Q_EMIT stored(done); });
        QVERIFY(written.wait(WaitMs));
        QVERIFY(written.front().front().toBool());
        read();
        QSignalSpy ended(m_desk.get(), &app::PackDesk::benchFinished);
        QSignalSpy found(m_desk.get(), &app::PackDesk::benchFound);
        m_desk->bench(Path, QString::fromStdString(m_text.text), {}, 10);
        QVERIFY(ended.wait(WaitMs));
        QCOMPARE(ended.back().at(2).toString(), QString());
        QCOMPARE(ended.back().at(0).toInt(), 0); // the same text changes nothing
        QCOMPARE(ended.back().at(1).toInt(), 1);
        QString without = QString::fromStdString(m_text.text);
        without.truncate(without.indexOf(QStringLiteral("[[decision]]")));
        m_desk->bench(Path, without, {}, 10);
        QVERIFY(ended.wait(WaitMs));
        QCOMPARE(ended.back().at(2).toString(), QString());
        QCOMPARE(ended.back().at(0).toInt(), 1);
        QCOMPARE(found.size(), 1);
        m_desk->bench(Path, without, QStringLiteral("impact>=x"), 10);
        QVERIFY(ended.wait(WaitMs));
        QVERIFY(!ended.back().at(2).toString().isEmpty()); // a query that cannot be read is said
    }

Q_SIGNALS:
    void stored(bool done);

private:
    void read()
    {
        QSignalSpy spy(m_desk.get(), &app::PackDesk::textRead);
        m_desk->readText(Path);
        QVERIFY(spy.wait(WaitMs));
    }
    void check(const QString& text)
    {
        QSignalSpy spy(m_desk.get(), &app::PackDesk::checked);
        m_desk->check(Path, text);
        QVERIFY(spy.wait(WaitMs));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Context> m_context;
    std::unique_ptr<app::DatabaseThread> m_writer;
    std::unique_ptr<app::StateDesk> m_states;
    std::unique_ptr<app::PackDesk> m_desk;
    desk::PackText m_text;
    std::vector<desk::PackFinding> m_findings;
};

QTEST_GUILESS_MAIN(PackDeskTest)
#include "packdesk_test.moc"
