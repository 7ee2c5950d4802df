// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <app/settings.h>

#include <QTest>

class SettingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allKeys()
    {
        std::vector<std::string> warnings;
        const app::Settings settings
            = app::parseSettings("[network]\ncontact = \"desk@bank.example\"\noffline = true\nproxy = "
                                 "\"none\"\nparallel = 8\nper_host = 2\n"
                                 "[analysis]\ngrowth = \"slowing\"\ninflation = \"unknown\"\n"
                                 "[refresh]\nautomatic = false\n",
                warnings)
                  .value();
        QCOMPARE(settings.contact, std::string("desk@bank.example"));
        QVERIFY(settings.offline);
        QVERIFY(!settings.systemProxy);
        QCOMPARE(settings.parallel, 8);
        QCOMPARE(settings.perHost, 2);
        QVERIFY(!settings.automatic);
        QCOMPARE(settings.growth, std::string("slowing"));
        QVERIFY(settings.inflation.empty());
        QVERIFY(warnings.empty());
    }

    void whatCannotBeKeepsItsDefaultAndIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown key") << "[network]\ncolour = 1\n"
                                     << "network.colour";
        QTest::newRow("unknown group") << "[paint]\ncolour = 1\n"
                                       << "paint.colour";
        QTest::newRow("no group") << "offline = true\n"
                                  << "offline";
        QTest::newRow("wrong type") << "[network]\nparallel = \"many\"\n"
                                    << "network.parallel";
        QTest::newRow("no such state") << "[analysis]\ngrowth = \"fast\"\n"
                                       << "analysis.growth";
        QTest::newRow("out of bounds") << "[network]\nparallel = 1000\n"
                                       << "network.parallel";
        QTest::newRow("no such proxy") << "[network]\nproxy = \"mine\"\n"
                                       << "network.proxy";
    }

    void whatCannotBeKeepsItsDefaultAndIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        std::vector<std::string> warnings;
        const base::Result<app::Settings> settings = app::parseSettings(text.toStdString(), warnings);
        QVERIFY(settings);
        QCOMPARE(settings->parallel, app::Settings().parallel);
        QVERIFY(!settings->offline);
        QCOMPARE(warnings.size(), std::size_t{1});
        QVERIFY(warnings.front().starts_with(named.toStdString()));
    }

    void brokenTextSaysWhere()
    {
        std::vector<std::string> warnings;
        const base::Result<app::Settings> settings
            = app::parseSettings("[network]\noffline = = 1\n", warnings);
        QVERIFY(!settings);
        QVERIFY(settings.error().message.starts_with("line 2"));
    }

    void noFileMeansDefaults()
    {
        std::vector<std::string> warnings;
        QCOMPARE(app::readSettings("/nowhere/settings.toml", warnings)->perHost, 4);
        QVERIFY(warnings.empty());
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
