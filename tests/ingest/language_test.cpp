// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/language.h>

#include <QTest>

class LanguageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesInHeadlinesAreNoLanguage()
    {
        for (const char* headline :
            {"PetroChina profit dips", "Telefonica exits Mexico", "SK Hynix passes rival in memory",
                "Inditex ups dividend", "Banco Santander sells Polish unit"}) {
            const std::string seen = ingest::detectLanguage(headline);
            QVERIFY2(seen.empty() || seen == "en", (std::string(headline) + ": " + seen).c_str());
        }
    }

    void detects_data();
    void detects();
    void tags_data();
    void tags();
};

void LanguageTest::detects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral(
        "Copper prices slipped on Tuesday as traders weighed weaker demand.")
                             << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral(
        "Der Kupferpreis ist am Dienstag gefallen, weil die Nachfrage nachlässt.")
                            << QStringLiteral("de");
    QTest::newRow("French") << QStringLiteral(
        "Le prix du cuivre a reculé mardi en raison d'une demande plus faible.")
                            << QStringLiteral("fr");
    QTest::newRow("Russian") << QStringLiteral(
        "Цены на медь снизились во вторник на фоне слабого спроса, сообщили трейдеры, которые ждут "
        "дальнейшего падения котировок.")
                             << QStringLiteral("ru");
    QTest::newRow("Japanese") << QStringLiteral(
        "銅の価格は火曜日に下落しました。需要が弱まっているためです。")
                              << QStringLiteral("ja");
    QTest::newRow("Chinese has no script in its tag")
        << QStringLiteral("由於需求疲軟,銅價週二下跌,交易員表示未來幾週可能繼續走低。")
        << QStringLiteral("zh");
    QTest::newRow("German headline") << QStringLiteral(
        "Die Bank hebt die Prognose nach dem dritten Quartal an")
                                     << QStringLiteral("de");
    QTest::newRow("too short to tell") << QStringLiteral("Q3") << QString();
    QTest::newRow("no words") << QStringLiteral("12.5 % / 2026-11-24 / 13:44") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void LanguageTest::detects()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    QCOMPARE(QString::fromStdString(ingest::detectLanguage(text.toStdString())), language);
}

void LanguageTest::tags_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("tag");
    QTest::newRow("tag") << QStringLiteral("en") << QStringLiteral("en");
    QTest::newRow("tag with a region") << QStringLiteral(" de-AT ") << QStringLiteral("de-AT");
    QTest::newRow("locale") << QStringLiteral("en_US") << QStringLiteral("en_US");
    QTest::newRow("English name") << QStringLiteral("German") << QStringLiteral("de");
    QTest::newRow("own name") << QStringLiteral("Français") << QStringLiteral("fr");
    QTest::newRow("name with a region") << QStringLiteral("English (UK)") << QStringLiteral("en");
    QTest::newRow("no language") << QStringLiteral("Markets") << QString();
    QTest::newRow("number") << QStringLiteral("12") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void LanguageTest::tags()
{
    QFETCH(QString, name);
    QFETCH(QString, tag);
    QCOMPARE(QString::fromStdString(ingest::languageTag(name.toStdString())), tag);
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
