// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// The catalogue of finance feeds, as the reader of every other list of feeds reads it.
#include <ingest/opml/opml.h>

#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

class CatalogueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void entries();
    void folders();
    void notes();
    void comesBackWhole();

private:
    ingest::SubscriptionList m_list;
    QByteArray m_bytes;
};

void CatalogueTest::initTestCase()
{
    QFile file(QStringLiteral(LEADLINE_RESOURCES "/catalogue/finance.opml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
    auto list = ingest::readOpml(m_bytes.toStdString());
    QVERIFY(list);
    m_list = std::move(list).value();
}

void CatalogueTest::entries()
{
    QVERIFY(m_list.warnings.empty());
    QVERIFY(!m_list.title.empty());
    QVERIFY(m_list.subscriptions.size() >= 60);
    std::set<std::string> urls;
    std::set<std::string> titles;
    for (const base::Subscription& feed : m_list.subscriptions) {
        QVERIFY2(feed.url.starts_with("https://") || feed.url.starts_with("http://"), feed.url.c_str());
        QVERIFY2(urls.insert(feed.url).second, feed.url.c_str());
        QVERIFY2(titles.insert(feed.title).second, feed.title.c_str());
        QVERIFY2(!feed.site.empty(), feed.url.c_str());
        QVERIFY2(feed.url.find('{') == std::string::npos, "an address to be filled in is no feed");
    }
    QVERIFY(m_bytes.contains("not fetched to check"));
}

void CatalogueTest::folders()
{
    std::set<std::string> kinds;
    for (const base::Subscription& feed : m_list.subscriptions) {
        QVERIFY2(feed.folder.size() == 1, feed.url.c_str());
        kinds.insert(feed.folder.front());
    }
    QVERIFY(kinds.size() >= 6);
    for (const char* kind : {"Central banks", "Regulators & filings", "Statistics", "Commodities & energy"})
        QVERIFY2(kinds.contains(kind), kind);
}

void CatalogueTest::notes()
{
    int asking = 0;
    for (const base::Subscription& feed : m_list.subscriptions) {
        if (feed.url.find("://www.sec.gov/") == std::string::npos)
            continue;
        ++asking;
        QVERIFY2(feed.note.find("contact address in the User-Agent") != std::string::npos, feed.url.c_str());
    }
    QVERIFY(asking >= 2);
    QVERIFY(std::any_of(m_list.subscriptions.begin(), m_list.subscriptions.end(),
        [](const base::Subscription& feed) { return feed.note.empty(); }));
}

void CatalogueTest::comesBackWhole()
{
    const auto again = ingest::readOpml(ingest::writeOpml(m_list));
    QVERIFY(again);
    QCOMPARE(again->subscriptions.size(), m_list.subscriptions.size());
    for (std::size_t at = 0; at < m_list.subscriptions.size(); ++at) {
        QCOMPARE(again->subscriptions[at].url, m_list.subscriptions[at].url);
        QCOMPARE(again->subscriptions[at].title, m_list.subscriptions[at].title);
        QCOMPARE(again->subscriptions[at].folder, m_list.subscriptions[at].folder);
        QCOMPARE(again->subscriptions[at].note, m_list.subscriptions[at].note);
    }
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
