// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: edgar.cpp
#include <ingest/feeds/feedparser.h>
#include <ingest/normalise.h>

#include <QTest>

class EdgarTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsACompanysFilings();
    void readsCurrentFilings_data();
    void readsCurrentFilings();
    void leavesOtherEntries();
};

static base::ParsedFeed parsed(const QByteArray& inside)
{
    const base::Result<base::ParsedFeed> feed = ingest::parseFeed(
        ("<?xml version='1.0' encoding='ISO-8859-1' ?><feed xmlns='http://www.w3.org/2005/Atom'>" + inside
            + "</feed>")
            .toStdString(),
        {});
    return feed ? *feed : base::ParsedFeed();
}

void EdgarTest::readsACompanysFilings()
{
    const base::ParsedFeed feed = parsed(
        "<company-info><cik>0000000777</cik><conformed-name>Copper &amp; Tin "
        "Corp</conformed-name></company-info>"
        "<entry><category label='form type' scheme='https://filings.example/' term='8-K/A'/>"
        "<content type='text/xml'><accession-nunber>0000000777-26-000003</accession-nunber>"
        "<amend>[Amend]</amend><file-number>001-00777</file-number><filing-date>2026-11-24</filing-date>"
        "<filing-type>8-K/A</filing-type><form-name>Current report</form-name>"
        "<items-desc>items 2.02 and 9.01</items-desc><size>2 MB</size></content>"
        "<id>urn:tag:filings.example,2008:accession-number=0000000777-26-000003</id>"
        "<link href='https://filings.example/3'/><summary type='html'> &lt;b&gt;Filed:&lt;/b&gt; "
        "2026-11-24</summary>"
        "<title>8-K/A [Amend]  - Current report</title><updated>2026-11-24T08:44:05-05:00</updated></entry>"
        "<title>Copper &amp; Tin Corp  (0000000777)</title>");
    QCOMPARE(feed.entries.size(), std::size_t(1));
    const base::FeedEntry& entry = feed.entries.front();
    QCOMPARE(entry.title, std::string("8-K/A [Amend] - Current report"));
    QCOMPARE(entry.headline, std::string("Copper & Tin Corp: 8-K/A, Current report"));
    QCOMPARE(entry.authors.front().name, std::string("Copper & Tin Corp"));
    QCOMPARE(entry.categories, std::vector<std::string>{"8-K/A"});
    QCOMPARE(entry.content,
        std::string(
            "<p>Copper &amp; Tin Corp filed form 8-K/A (amendment), Current report, on 2026-11-24.</p>"
            "<p>Items 2.02 and 9.01.</p>"
            "<p>Accession number 0000000777-26-000003; file number 001-00777; size 2 MB.</p>"));
    const base::Article article = ingest::normalise(entry, feed.feed, base::fromUnix(1795600000));
    QCOMPARE(article.title, entry.headline);
    QCOMPARE(article.author, std::string("Copper & Tin Corp"));
    QCOMPARE(base::toIso(article.published.value_or(base::Instant())), std::string("2026-11-24T13:44:05Z"));
}

void EdgarTest::readsCurrentFilings_data()
{
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("headline");
    QTest::addColumn<QByteArray>("author");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("filer") << QByteArray("8-K - COPPER - TIN CO, INC. (0000000777) (Filer)")
                           << QByteArray("COPPER - TIN CO, INC.: 8-K, Results of Operations")
                           << QByteArray("COPPER - TIN CO, INC.")
                           << QByteArray("<p>COPPER - TIN CO, INC. filed form 8-K, on 2026-11-24.</p>"
                                         "<ul><li>Item 2.02: Results of Operations</li>");
    QTest::newRow("issuer") << QByteArray("4 - TIN CO /DE/ (0000000778) (Issuer)")
                            << QByteArray("TIN CO /DE/ (Issuer): 4, Results of Operations")
                            << QByteArray("TIN CO /DE/")
                            << QByteArray("<p>TIN CO /DE/ (issuer) is named in form 4, on 2026-11-24.</p>");
    QTest::newRow("a form of two words")
        << QByteArray("SC 13D/A - Doe Jane (0000000779) (Filed by)")
        << QByteArray("Doe Jane (Filed by): SC 13D/A, Results of Operations") << QByteArray("Doe Jane")
        << QByteArray("<p>Doe Jane filed form SC 13D/A (amendment), on");
    QTest::newRow("another title") << QByteArray("8-K of somebody") << QByteArray() << QByteArray()
                                   << QByteArray("<p>A filing of form 8-K, on 2026-11-24.</p>");
}

void EdgarTest::readsCurrentFilings()
{
    QFETCH(QByteArray, title);
    QFETCH(QByteArray, headline);
    QFETCH(QByteArray, author);
    QFETCH(QByteArray, begins);
    const base::ParsedFeed feed = parsed("<entry><title>" + title
        + "</title><link rel='alternate' href='https://filings.example/1-index.htm'/><summary type='html'>\n "
          "&lt;b&gt;Filed:&lt;/b&gt; 2026-11-24 &lt;b&gt;AccNo:&lt;/b&gt; 0000000777-26-000004 "
          "&lt;b&gt;Size:&lt;/b&gt; 3 MB\n&lt;br&gt;Item 2.02: Results of Operations\n&lt;br&gt;Item 9.01: "
          "Exhibits"
          "</summary><updated>2026-11-24T08:44:05-05:00</updated><category term='8-K'/>"
          "<id>urn:tag:filings.example,2008:accession-number=0000000777-26-000004</id></entry>");
    QCOMPARE(feed.entries.size(), std::size_t(1));
    const base::FeedEntry& entry = feed.entries.front();
    QCOMPARE(QByteArray::fromStdString(entry.headline), headline);
    QCOMPARE(QByteArray::fromStdString(entry.authors.empty() ? std::string() : entry.authors.front().name),
        author);
    QVERIFY2(entry.content.starts_with(begins.toStdString()), entry.content.c_str());
    QVERIFY(entry.content.ends_with("<p>Accession number 0000000777-26-000004; size 3 MB.</p>"));
}

void EdgarTest::leavesOtherEntries()
{
    const base::ParsedFeed feed = parsed("<entry><title>8-K - COPPER CO (0000000777) "
                                         "(Filer)</title><id>urn:x</id><content>Text</content></entry>");
    QCOMPARE(feed.entries.front().content, std::string("Text"));
    QVERIFY(feed.entries.front().headline.empty());
    QVERIFY(feed.entries.front().authors.empty());
}

QTEST_GUILESS_MAIN(EdgarTest)
#include "edgar_test.moc"
