// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/normalise.h>

#include <QTest>

namespace {

const base::Instant Received = base::fromUnix(1795527845); // 2026-11-24T13:44:05Z

base::FeedEntry entry()
{
    base::FeedEntry entry;
    entry.id = "urn:example:1";
    entry.title = "Copper slips";
    entry.link = "http://news.example/1";
    entry.summary = "<p>Copper slipped.</p>";
    entry.content = "<p>Copper slipped on Tuesday.</p><p>Traders saw weaker demand.</p>";
    entry.authors = {{"Desk", "desk@news.example"}};
    entry.published = base::fromUnix(1795527000);
    return entry;
}

base::FeedInfo feed()
{
    base::FeedInfo info;
    info.title = "Metals Daily";
    info.language = "en-GB";
    return info;
}

} // namespace

class NormaliseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsEveryField();
    void relativeLinksStartFromTheSite();
    void takesTheLongerText();
    void makesATitle_data();
    void makesATitle();
    void composesCharacters();
    void keepsFutureDatesOut();
    void readsTheLanguage_data();
    void readsTheLanguage();
    void identityStaysWhileTextChanges();
    void cleansCategories();
    void sharedIdsStayApart();
    void takesTheHeadline();
    void keepsWarnings();
};

void NormaliseTest::fillsEveryField()
{
    const base::Article article = ingest::normalise(entry(), feed(), Received);
    QCOMPARE(article.title, std::string("Copper slips"));
    QCOMPARE(article.body, std::string("Copper slipped on Tuesday.\n\nTraders saw weaker demand."));
    QCOMPARE(article.url, std::string("http://news.example/1"));
    QCOMPARE(article.guid, std::string("urn:example:1"));
    QCOMPARE(article.source, std::string("Metals Daily"));
    QCOMPARE(article.author, std::string("Desk"));
    QCOMPARE(article.language, std::string("en"));
    QVERIFY(article.published == base::fromUnix(1795527000));
    QVERIFY(article.received == Received);
    QVERIFY(!article.identity.empty());
    QVERIFY(article.fingerprint != 0);
}

void NormaliseTest::relativeLinksStartFromTheSite()
{
    base::FeedEntry relative = entry();
    relative.link = "/2026/a b";
    QCOMPARE(ingest::normalise(relative, feed(), Received).url, std::string());
    base::FeedInfo site = feed();
    site.link = "https://news.example/";
    QCOMPARE(ingest::normalise(relative, site, Received).url, std::string("https://news.example/2026/a%20b"));
}

void NormaliseTest::takesTheLongerText()
{
    base::FeedEntry longer = entry();
    longer.content = "<p>Read on</p>";
    longer.summary = "Copper slipped on Tuesday as demand fell.";
    QCOMPARE(ingest::normalise(longer, feed(), Received).body, longer.summary);
}

void NormaliseTest::makesATitle_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("short") << QByteArray("<p>Tin is up.</p><p>More.</p>") << QByteArray("Tin is up.");
    QTest::newRow("long") << QByteArray(
        "one two three four five six seven eight nine ten eleven twelve thirteen")
                          << QByteArray("one two three four five six seven eight nine ten eleven twelve …");
}

void NormaliseTest::makesATitle()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, title);
    base::FeedEntry untitled = entry();
    untitled.title.clear();
    untitled.content = body.toStdString();
    untitled.summary.clear();
    QCOMPARE(QByteArray::fromStdString(ingest::normalise(untitled, feed(), Received).title), title);
}

void NormaliseTest::composesCharacters()
{
    base::Article article;
    article.title = "Zu\xCC\x88rich";
    article.body = "  Zu\xCC\x88rich  \r\n\r\n\r\n  5 \xE2\x82\xAC\n";
    article.received = Received;
    ingest::complete(article);
    QCOMPARE(QString::fromStdString(article.title), QStringLiteral("Zürich"));
    QCOMPARE(QString::fromStdString(article.body), QStringLiteral("Zürich\n\n5 €"));
}

void NormaliseTest::keepsFutureDatesOut()
{
    base::FeedEntry late = entry();
    late.published = Received + std::chrono::hours(20); // another time zone's morning
    QVERIFY(ingest::normalise(late, feed(), Received).published.has_value());
    late.published = Received + std::chrono::hours(72);
    const base::Article article = ingest::normalise(late, feed(), Received);
    QVERIFY(!article.published);
    QCOMPARE(article.warnings.size(), std::size_t(1));
    QVERIFY(article.warnings.front().find("2026-11-27") != std::string::npos);
}

void NormaliseTest::readsTheLanguage_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("language");
    const QByteArray german
        = "Der Kupferpreis ist am Dienstag gefallen, weil die Nachfrage aus der Industrie deutlich "
          "nachgelassen hat. Händler rechnen damit, dass die Preise in den kommenden Wochen weiter "
          "unter Druck bleiben, sofern die Lager nicht abgebaut werden.";
    QTest::newRow("as said") << QByteArray("fr-CA") << QByteArray("Bref.") << QByteArray("fr");
    QTest::newRow("seen where nothing is said") << QByteArray() << german << QByteArray("de");
    QTest::newRow("seen where a template says another") << QByteArray("en-US") << german << QByteArray("de");
}

void NormaliseTest::readsTheLanguage()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, language);
    base::FeedEntry spoken = entry();
    spoken.language = said.toStdString();
    spoken.content = body.toStdString();
    spoken.summary.clear();
    base::FeedInfo info = feed();
    info.language.clear();
    QCOMPARE(QByteArray::fromStdString(ingest::normalise(spoken, info, Received).language), language);
}

void NormaliseTest::identityStaysWhileTextChanges()
{
    const base::Article first = ingest::normalise(entry(), feed(), Received);
    base::FeedEntry revised = entry();
    revised.content += "<p>Updated with comment.</p>";
    const base::Article second = ingest::normalise(revised, feed(), Received);
    QCOMPARE(second.identity, first.identity);
    QVERIFY(second.fingerprint != first.fingerprint);
    base::FeedEntry other = entry();
    other.id = "urn:example:2";
    QVERIFY(ingest::normalise(other, feed(), Received).identity != first.identity);
    other.id.clear();
    const base::Article byLink = ingest::normalise(other, feed(), Received);
    other.title = "Another title";
    QCOMPARE(ingest::normalise(other, feed(), Received).identity, byLink.identity);
}

void NormaliseTest::cleansCategories()
{
    base::FeedEntry tagged = entry();
    tagged.categories = {"<b>Metals</b>", "Metals", " R&amp;D ", "<br>"};
    QCOMPARE(
        ingest::normalise(tagged, feed(), Received).categories, (std::vector<std::string>{"Metals", "R&D"}));
}

void NormaliseTest::sharedIdsStayApart()
{
    base::FeedEntry one = entry();
    one.distinction = "http://news.example/1";
    base::FeedEntry other = entry();
    other.distinction = "http://news.example/2";
    const std::string identity = ingest::normalise(one, feed(), Received).identity;
    QVERIFY(identity != ingest::normalise(other, feed(), Received).identity);
    QVERIFY(identity != ingest::normalise(entry(), feed(), Received).identity);
    one.content = "<p>Copper slipped on Tuesday and Wednesday.</p>";
    QCOMPARE(ingest::normalise(one, feed(), Received).identity, identity); // a revision
    QCOMPARE(ingest::normalise(one, feed(), Received).guid, std::string("urn:example:1"));
}

void NormaliseTest::takesTheHeadline()
{
    base::FeedEntry filing = entry();
    filing.headline = "Copper Co: 8-K";
    QCOMPARE(ingest::normalise(filing, feed(), Received).title, std::string("Copper Co: 8-K"));
}

void NormaliseTest::keepsWarnings()
{
    base::FeedEntry odd = entry();
    odd.published.reset();
    odd.warnings = {"date not readable: Thu, 32 Nov"};
    const base::Article article = ingest::normalise(odd, feed(), Received);
    QVERIFY(!article.published);
    QCOMPARE(article.warnings, odd.warnings);
}

QTEST_GUILESS_MAIN(NormaliseTest)
#include "normalise_test.moc"
