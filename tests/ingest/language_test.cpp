// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/language.h>

#include <QTest>

class LanguageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void detects_data();
    void detects();
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

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
