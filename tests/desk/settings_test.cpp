// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/palettefinds.h>
#include <desk/settings.h>

#include <QTest>

Q_DECLARE_METATYPE(desk::SettingValue)

using desk::SettingValue;

class SettingsTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyTakesWhatItGives()
    {
        desk::Settings settings;
        for (const std::string_view key : desk::settingKeys()) {
            QVERIFY(desk::isSetting(key));
            QVERIFY2(desk::setSetting(settings, key, desk::settingOf(desk::Settings(), key)),
                std::string(key).c_str());
        }
        QVERIFY(settings == desk::Settings());
        QVERIFY(!desk::isSetting("network.colour"));
        QVERIFY(!desk::setSetting(settings, "network.colour", 1));
    }

    void valuesAreTakenOrRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<SettingValue>("value");
        QTest::addColumn<QString>("expected"); // empty: it is taken
        const auto row
            = [](const char* name, const char* key, const SettingValue& value, const char* expected = "") {
                  QTest::newRow(name) << QString::fromLatin1(key) << value << QString::fromUtf8(expected);
              };
        row("number", "network.parallel", 64);
        row("too many", "network.parallel", 65, "a whole number from 1 to 64");
        row("none", "network.parallel", 0, "a whole number from 1 to 64");
        row("a text for a number", "network.parallel", std::string("8"), "a whole number from 1 to 64");
        row("size of the text", "appearance.text_size", 150);
        row("as it was left", "appearance.text_size", 0);
        row("too small", "appearance.text_size", 50, "a whole number from 80 to 200");
        row("flag", "refresh.automatic", false);
        row("number for a flag", "refresh.automatic", 1, "true or false");
        row("choice", "brief.paper", std::string("letter"));
        row("no such choice", "brief.paper", std::string("a5"), "\"a4\" or \"letter\"");
        row("regime", "analysis.growth", std::string("slowing"));
        row("no regime", "analysis.growth", std::string("unknown"));
        row("proxy", "network.proxy", std::string("none"));
        row("e-mail", "network.contact", std::string("desk@bank.example"));
        row("web address", "network.contact", std::string("https://bank.example/desk"));
        row("nothing", "network.contact", std::string());
        row("a word", "network.contact", std::string("desk"), "an e-mail or web address, or nothing");
        row("two headers", "network.contact", std::string("a@b.example\r\nCookie: 1"), "one line of text");
        row("lines", "brief.notice", std::string("Not\nadvice"));
        row("lines in one line", "brief.desk", std::string("Rates\ndesk"), "one line of text");
        row("too long", "brief.desk", std::string(201, 'x'), "a text of at most 200 bytes");
    }

    void valuesAreTakenOrRefused()
    {
        QFETCH(QString, key);
        QFETCH(SettingValue, value);
        QFETCH(QString, expected);
        desk::Settings settings;
        const base::Outcome set = desk::setSetting(settings, key.toStdString(), value);
        QCOMPARE(set ? QString() : QString::fromStdString(set.error().message), expected);
        if (set)
            QVERIFY(desk::settingOf(settings, key.toStdString()) == value);
        else
            QVERIFY(settings == desk::Settings());
    }
};

QTEST_GUILESS_MAIN(SettingsTableTest)
#include "settings_test.moc"
