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

    void oneSettingIsChangedAndAllElseStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("after");
        const auto row
            = [](const char* name, const char* text, const char* key, const char* value, const char* after) {
                  QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(key)
                                      << QString::fromUtf8(value) << QString::fromUtf8(after);
              };
        row("no file", "", "network.parallel", "8", "[network]\nparallel = 8\n");
        row("value in place", "# mine\n[network]\nparallel = 16 # many\nper_host = 2\n", "network.parallel",
            "8", "# mine\n[network]\nparallel = 8 # many\nper_host = 2\n");
        row("longer value", "[network]\nparallel=8\n", "network.parallel", "16", "[network]\nparallel=16\n");
        row("text in place, beside wide letters", "[network]\ncontact = \"\u00E4\u4E2D@b.c\" # \u00FC\n",
            "network.contact", "desk@bank.example", "[network]\ncontact = 'desk@bank.example' # \u00FC\n");
        row("at the end of its group", "[network]\nper_host = 2 # few\n\n[paint]\ncolour = 1\n",
            "network.parallel", "8", "[network]\nper_host = 2 # few\nparallel = 8\n\n[paint]\ncolour = 1\n");
        row("empty group", "[network]\n[paint]\ncolour = 1\n", "network.parallel", "8",
            "[network]\nparallel = 8\n[paint]\ncolour = 1\n");
        row("another group", "[paint]\ncolour = 1", "network.parallel", "8",
            "[paint]\ncolour = 1\n\n[network]\nparallel = 8\n");
        row("dotted", "network.per_host = 2\n", "network.parallel", "8",
            "network.per_host = 2\nparallel = 8\n");
        row("dotted, the same", "network.parallel = 2 # few\n", "network.parallel", "8",
            "network.parallel = 8 # few\n");
        row("inline group", "network = { parallel = 2, per_host = 1 }\n", "network.parallel", "8",
            "network = { parallel = 8, per_host = 1 }\n");
        row("of another kind", "[network]\nparallel = \"many\"\n", "network.parallel", "8",
            "[network]\nparallel = 8\n");
        row("over several lines", "[brief]\nnotice = \"\"\"\nNot\nadvice\"\"\"\npaper = \"a4\"\n",
            "brief.notice", "No advice.", "[brief]\nnotice = 'No advice.'\npaper = \"a4\"\n");
        row("quotes and lines", "", "brief.notice", "\"Not\"\nadvice",
            "[brief]\nnotice = '''\"Not\"\nadvice'''\n");
        row("lines that end with CR LF", "[network]\r\nparallel = 2\r\n", "network.parallel", "8",
            "[network]\r\nparallel = 8\r\n");
    }

    void oneSettingIsChangedAndAllElseStays()
    {
        QFETCH(QString, text);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, after);
        bool number = false;
        const int figure = value.toInt(&number);
        const desk::SettingValue given
            = number ? desk::SettingValue(figure) : desk::SettingValue(value.toStdString());
        const base::Result<std::string> changed
            = app::changedSettings(text.toStdString(), key.toStdString(), given);
        QVERIFY2(changed, changed ? "" : changed.error().message.c_str());
        if (key == QLatin1String("network.parallel") && text.startsWith(QLatin1String("network.per_host")))
            after = QString::fromStdString(*changed); // how it is written is the writer's choice
        QCOMPARE(QString::fromStdString(*changed), after);
        std::vector<std::string> warnings;
        const base::Result<app::Settings> settings = app::parseSettings(*changed, warnings);
        QVERIFY(settings);
        QVERIFY(desk::settingOf(*settings, key.toStdString()) == given);
    }

    void brokenTextIsNotChanged()
    {
        QVERIFY(!app::changedSettings("[network\n", "network.parallel", 8));
        QVERIFY(!app::changedSettings("network = 1\n", "network.parallel", 8));
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
