// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: rsscb.cpp
#include <ingest/feeds/feedparser.h>

#include <QTest>

class RssCbTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsASpeech();
    void keepsWhatTheItemSays();
    void readsFigures_data();
    void readsFigures();
    void readsAPaper();
};

static base::FeedEntry parsed(const QByteArray& inside)
{
    const base::Result<base::ParsedFeed> feed
        = ingest::parseFeed(("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                             "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
                             "xmlns:cb='http://www.cbwiki.net/wiki/index.php/Specification_1.1'><item>"
                                + inside + "</item></rdf:RDF>")
                                .toStdString(),
            {});
    return feed && feed->entries.size() == 1 ? feed->entries.front() : base::FeedEntry();
}

void RssCbTest::readsASpeech()
{
    const base::FeedEntry entry = parsed(
        "<cb:speech><cb:simpleTitle>Rates &amp; metals</cb:simpleTitle>"
        "<cb:occurrenceDate>2026-11-24T14:44:05+01:00</cb:occurrenceDate><cb:person>"
        "<cb:personalTitle>Dr</cb:personalTitle><cb:givenName>Ada</cb:givenName><cb:surname>Example</"
        "cb:surname>"
        "<cb:role><cb:jobTitle>Governor</cb:jobTitle><cb:affiliation>Bank of "
        "Example</cb:affiliation></cb:role>"
        "</cb:person><cb:venue>Exampleton</cb:venue><cb:keyword>rates</cb:keyword><cb:resource><cb:title>Text"
        "</cb:title><cb:link>http://bank.example/s.pdf</cb:link></cb:resource></cb:speech>");
    QCOMPARE(entry.title, std::string("Rates & metals"));
    QCOMPARE(base::toIso(entry.published.value_or(base::Instant())), std::string("2026-11-24T13:44:05Z"));
    QCOMPARE(entry.authors.size(), std::size_t(1));
    QCOMPARE(entry.authors.front().name, std::string("Dr Ada Example"));
    QCOMPARE(entry.link, std::string("http://bank.example/s.pdf"));
    QCOMPARE(entry.categories, std::vector<std::string>{"rates"});
    QCOMPARE(entry.content,
        std::string("<p>Rates &amp; metals.</p>"
                    "<p>Speech by Dr Ada Example, Governor, Bank of Example, Exampleton.</p>"));
}

void RssCbTest::keepsWhatTheItemSays()
{
    const base::FeedEntry entry = parsed(
        "<title>T</title><link>http://bank.example/1</link><description>D</description><dc:date>2026-11-24</"
        "dc:date>"
        "<dc:creator>C</dc:creator><cb:news><cb:simpleTitle>S</cb:simpleTitle><cb:occurrenceDate>2020-01-01"
        "</cb:occurrenceDate><cb:institutionAbbrev>BE</cb:institutionAbbrev></cb:news>");
    QCOMPARE(entry.title, std::string("T"));
    QCOMPARE(entry.link, std::string("http://bank.example/1"));
    QCOMPARE(entry.summary, std::string("D"));
    QVERIFY(entry.content.empty());
    QCOMPARE(entry.authors.front().name, std::string("C"));
    QCOMPARE(base::toIso(entry.published.value_or(base::Instant())), std::string("2026-11-24T00:00:00Z"));
}

void RssCbTest::readsFigures_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("headline");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("an exchange rate without a title") << QByteArray(
        "<cb:statistics><cb:country>XX</cb:country><cb:institutionAbbrev>BE</cb:institutionAbbrev>"
        "<cb:exchangeRate><cb:value decimals='4'>0.9378</cb:value><cb:baseCurrency>EUR</cb:baseCurrency>"
        "<cb:targetCurrency>CHF</cb:targetCurrency><cb:rateType>Reference</cb:rateType>"
        "<cb:observationPeriod frequency='daily'>2026-11-24</cb:observationPeriod></cb:exchangeRate>"
        "</cb:statistics>") << QByteArray("EUR to CHF: 0.9378")
                                                      << QByteArray()
                                                      << QByteArray("<p>Exchange rate, EUR to CHF: 0.9378 "
                                                                    "(Reference; 2026-11-24; BE; XX).</p>");
    QTest::newRow("a title without its figure")
        << QByteArray(
               "<title>EUR/CHF</title><description>Daily rate</description><cb:exchangeRate><cb:observation>"
               "<cb:value>0.9378</cb:value><cb:unit>CHF</cb:unit></cb:observation><cb:baseCurrency>EUR"
               "</cb:baseCurrency><cb:targetCurrency>CHF</cb:targetCurrency></cb:exchangeRate>")
        << QByteArray("EUR/CHF") << QByteArray("EUR/CHF: 0.9378")
        << QByteArray("<p>Daily rate</p><p>Exchange rate, EUR to CHF: 0.9378.</p>");
    QTest::newRow("an interest rate") << QByteArray(
        "<title>Overnight 1.25</title><cb:statistics><cb:interestRate><cb:rateName>Overnight</cb:rateName>"
        "<cb:value>1.25</cb:value><cb:unit>percent</cb:unit></cb:interestRate></cb:statistics>")
                                      << QByteArray("Overnight 1.25") << QByteArray()
                                      << QByteArray("<p>Interest rate, Overnight: 1.25 percent.</p>");
    QTest::newRow("another figure") << QByteArray(
        "<cb:statistics><cb:otherStatistic><cb:value units='Currency:_Per_X'>0.71</cb:value><cb:topic>H1"
        "</cb:topic><cb:coverage>Dollars</cb:coverage></cb:otherStatistic></cb:statistics>")
                                    << QByteArray("H1, Dollars: 0.71") << QByteArray()
                                    << QByteArray("<p>H1, Dollars: 0.71.</p>");
}

void RssCbTest::readsFigures()
{
    QFETCH(QByteArray, inside);
    QFETCH(QByteArray, title);
    QFETCH(QByteArray, headline);
    QFETCH(QByteArray, content);
    const base::FeedEntry entry = parsed(inside);
    QCOMPARE(QByteArray::fromStdString(entry.title), title);
    QCOMPARE(QByteArray::fromStdString(entry.headline), headline);
    QCOMPARE(QByteArray::fromStdString(entry.content), content);
}

void RssCbTest::readsAPaper()
{
    const base::FeedEntry entry
        = parsed("<title>T</title><cb:paper><cb:person type='author'><cb:nameAsWritten>A. "
                 "One</cb:nameAsWritten></cb:person>"
                 "<cb:person type='author'><cb:nameAsWritten>B. Two</cb:nameAsWritten></cb:person>"
                 "<cb:publicationDate>2026-11</cb:publicationDate><cb:publication>Papers</"
                 "cb:publication><cb:JELCode>E52"
                 "</cb:JELCode></cb:paper>");
    QCOMPARE(entry.authors.size(), std::size_t(2));
    QCOMPARE(entry.authors[1].name, std::string("B. Two"));
    QCOMPARE(entry.categories, std::vector<std::string>{"E52"});
    QCOMPARE(base::toIso(entry.published.value_or(base::Instant())), std::string("2026-11-01T00:00:00Z"));
    QCOMPARE(entry.content, std::string("<p>A. One; B. Two, Papers.</p>"));
}

QTEST_GUILESS_MAIN(RssCbTest)
#include "rsscb_test.moc"
