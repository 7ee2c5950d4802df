// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/watchlist.h>

#include <QTest>

Q_DECLARE_METATYPE(std::vector<desk::WatchlistMember>)

class WatchlistTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesAreRead_data()
    {
        using enum desk::MemberKind;
        using Members = std::vector<desk::WatchlistMember>;
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Members>("members");
        QTest::addColumn<int>("leftOut");
        QTest::newRow("tickers alone") << QByteArray("XOM\nBRK.B\n\nXOM\r\nNVDA") << Members{{Ticker, "XOM"}, {Ticker, "BRK.B"}, {Ticker, "NVDA"}} << 0;
        QTest::newRow("by shape") << QByteArray("company:NVDA\nrare earths\nF") << Members{{Entity, "company:NVDA"}, {Word, "rare earths"}, {Ticker, "F"}} << 0;
        QTest::newRow("a broker's table") << QByteArray("\xEF\xBB\xBFName;Symbol;Weight\n\"Exxon Mobil; Corp.\";XOM;0,3\nA firm;;1\n") << Members{{Ticker, "XOM"}, {Entity, "A firm"}} << 0;
        QTest::newRow("kind and value") << QByteArray("kind,value\ntopic,\"Oil & Gas\"\nword,\"a \"\"quoted\"\" word\"\nisin,US123\nticker,\n") << Members{{Topic, "Oil & Gas"}, {Word, "a \"quoted\" word"}} << 2;
        QTest::newRow("nothing") << QByteArray(" \n\n") << Members{} << 0;
        QTest::newRow("no word") << QByteArray("word\n...\ntanker\n") << Members{{Word, "tanker"}} << 1;
    }
    void tablesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(std::vector<desk::WatchlistMember>, members);
        QFETCH(int, leftOut);
        const desk::ReadWatchlist read = desk::readWatchlistCsv(text.toStdString());
        QVERIFY(read.members == members);
        QCOMPARE(static_cast<int>(read.leftOut.size()), leftOut);
    }

    void whatIsLeftOutNamesItsLine()
    {
        const desk::ReadWatchlist read = desk::readWatchlistCsv("kind,value\nword,\"two\nlines\"\nisin,US123\n");
        QCOMPARE(read.leftOut.front(), std::string("line 4: expected entity, ticker, topic or word, not \"isin\""));
        QCOMPARE(read.members.front().value, std::string("two lines"));
    }
};

QTEST_GUILESS_MAIN(WatchlistTest)
#include "watchlist_test.moc"
