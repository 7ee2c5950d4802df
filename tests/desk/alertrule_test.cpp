// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: alertrule.cpp ruleparse.cpp ruletext.cpp localtime.cpp
#include <desk/alertrule.h>
#include <desk/localtime.h>
#include <desk/querymatch.h>

#include <QTest>

using desk::AlertClass;

class AlertRuleTest final : public QObject {
    Q_OBJECT

    const base::Instant m_now = *base::fromIso("2026-11-29T10:00:00Z");

    desk::AlertRule rule(const std::string& text) const
    {
        const auto read = desk::parseRule(text, m_now);
        if (!read)
            qFatal("%s: %s", text.c_str(), read.error().message.c_str());
        return *read;
    }

private Q_SLOTS:
    void everyClauseIsRead()
    {
        const desk::AlertRule one = rule(
            "topic:\"Sanctions & Export Controls\" impact>=0.3; name: Export controls; class: info; high: "
            "impact>=0.5; critical: impact>=0.8 -tariff; crosses: impact above 0.6, novelty above 75, first "
            "source, sentiment falls 0.2 in 24h, volume above 3x in 2d; sources: Reuters, \"Metals; Daily\"; "
            "quiet: 22:00-07:00 Europe/Berlin but critical; cooldown: 90m; snooze: 2026-12-01T08:00; expires: "
            "2027-01-01; fresh: 2d; opinion: yes; delivery: desktop; run: /usr/bin/say --title \"{title} now\" "
            "\"\"; off");
        QCOMPARE(one.name, std::string("Export controls"));
        QCOMPARE(one.query, std::string("topic:\"Sanctions & Export Controls\" impact>=0.3"));
        QVERIFY(one.level == AlertClass::Info);
        QCOMPARE(one.highWhen, std::string("impact>=0.5"));
        QCOMPARE(one.criticalWhen, std::string("impact>=0.8 -tariff"));
        QCOMPARE(one.crossings.size(), std::size_t{5});
        QVERIFY(one.crossings[4].kind == desk::Crossing::Kind::Volume);
        QCOMPARE(one.crossings[4].hours, 48);
        QCOMPARE(one.sources, (std::vector<std::string>{"Reuters", "Metals; Daily"}));
        QCOMPARE(one.quiet->from, 22 * 60);
        QVERIFY(one.quiet->butCritical);
        QCOMPARE(one.cooldownMinutes, 90);
        QCOMPARE(base::toIso(*one.snoozedUntil), std::string("2026-12-01T08:00:00Z"));
        QCOMPARE(base::toIso(*one.expires), std::string("2027-01-01T00:00:00Z"));
        QCOMPARE(one.freshDays, 2);
        QVERIFY(one.opinions && one.desktop && !one.sound && !one.enabled);
        QCOMPARE(one.command, (std::vector<std::string>{"/usr/bin/say", "--title", "{title} now", ""}));
        QCOMPARE(rule(desk::ruleText(one)), one);
        QCOMPARE(rule(desk::ruleLine(one)), one);
    }

    void aQueryAloneIsARule()
    {
        const desk::AlertRule one = rule("oil impact>=0.5");
        QCOMPARE(one.name, std::string("oil impact>=0.5"));
        QVERIFY(one.level == AlertClass::High);
        QCOMPARE(desk::ruleText(one), std::string("oil impact>=0.5"));
        QCOMPARE(rule("when: oil impact>=0.5\n"), one);
        QCOMPARE(rule("crosses: first source").name, std::string("first source"));
    }

    void textsComeBackAsTheyWent_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"oil", "\"a; b\" OR c\nclass: critical", "oil\nname: \"A \\\"quoted\\\" one, and; more\"",
                 "oil\nsources: \"a, b\", \"c \\\\ d\"\ncooldown: none", "oil\nfresh: any\ndelivery: list\noff",
                 "oil\nrun: \"a b\" \"c;d\" \"e\\\\f\" \"g\\\"h\"", "crosses: volume above 2.5x in 6h",
                 "oil\ncrosses: sentiment rises 0.35 in 3d\nquiet: 00:30-05:00 UTC"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void textsComeBackAsTheyWent()
    {
        QFETCH(QString, text);
        const desk::AlertRule one = rule(text.toStdString());
        QCOMPARE(desk::ruleText(one), text.toStdString());
        QCOMPARE(rule(desk::ruleLine(one)), one);
        QVERIFY(desk::checkRule(one, m_now));
    }

    void whatCannotBeReadIsRefusedWithItsColumn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, int column, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << column << QString::fromUtf8(expected);
        };
        row("", 1, "expected a query");
        row("name: Nothing", 1, "expected a query");
        row("oil impact>=x", 13, "expected a number");
        row("oil; class: grave", 13, "expected info, high or critical");
        row("\u00FCber; class: grave", 14, "expected info, high or critical");
        row("oil; critical: impact>=7", 24, "from 0 to 1");
        row("oil; klass: high", 6, "expected name:, class:");
        row("oil; class: high; class: info", 19, "twice");
        row("oil; crosses: impact 0.6", 15, "impact above 0.6");
        row("oil; crosses: sentiment falls 0.2 in 5m", 15, "hours or days");
        row("oil; quiet: 22:00-07:00 Mars/Base", 13, "time zone");
        row("oil; quiet: 25:00-07:00", 13, "quiet hours like");
        row("oil; cooldown: soon", 16, "30m");
        row("oil; expires: never", 15, "expected a time");
        row("oil; name:", 11, "expected a value");
        row("oil \"gas; class: high", 5, "not closed");
        row("oil; class: critical; critical: impact>=0.8", 23, "expected no critical:");
        row("oil sort:impact", 1, "no order");
        row("oil; delivery: pigeon", 16, "desktop, sound or list");
        row("search:\"None\"", 8, "no saved search");
        row("watchlist:None", 11, "no watchlist");
    }
    void whatCannotBeReadIsRefusedWithItsColumn()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        QFETCH(QString, expected);
        const auto read = desk::parseRule(text.toStdString(), m_now);
        QVERIFY(!read);
        const QString message = QString::fromStdString(read.error().message);
        QVERIFY2(message.contains(expected), qPrintable(message));
        QVERIFY2(desk::errorColumn(read.error()) == column, qPrintable(message));
    }

    void aFormCannotMakeWhatTextCannotSay()
    {
        desk::AlertRule one = rule("oil");
        one.query = "oil; class: critical";
        QVERIFY(!desk::checkRule(one, m_now));
        one.query = "oil impact>=";
        QCOMPARE(*desk::errorColumn(desk::checkRule(one, m_now).error()), 13);
    }

    void opinionCountsOnlyWhenAsked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("counts");
        QTest::newRow("not asked") << QStringLiteral("oil") << false;
        QTest::newRow("asked by the rule") << QStringLiteral("oil; opinion: yes") << true;
        QTest::newRow("asked by the query") << QStringLiteral("oil mode:opinion") << true;
        QTest::newRow("asked by its beginning") << QStringLiteral("oil mode:op*") << true;
        QTest::newRow("excluded by the query") << QStringLiteral("oil -mode:opinion") << false;
    }
    void opinionCountsOnlyWhenAsked()
    {
        QFETCH(QString, text);
        QFETCH(bool, counts);
        desk::MatchedArticle article;
        article.title = "Oil is dear";
        article.mode = "opinion";
        const auto queries = desk::ruleQueries(rule(text.toStdString()), m_now);
        QVERIFY(queries);
        QCOMPARE(desk::ArticleMatcher(article).matches(queries->match), counts);
        article.mode = "news";
        QCOMPARE(desk::ArticleMatcher(article).matches(queries->match),
            !text.contains(QStringLiteral("oil mode:op")));
    }

    void scopeNarrowsTheQuery()
    {
        desk::MatchedArticle article;
        article.title = "Oil";
        article.sources = {"Metals Daily", ""};
        article.entities = {{"company:XOM", "Exxon", "XOM", 80}};
        const auto lists = [](std::string_view name) -> std::optional<std::vector<desk::WatchlistMember>> {
            if (name != "Book")
                return std::nullopt;
            return std::vector<desk::WatchlistMember>{{desk::MemberKind::Ticker, "XOM"}};
        };
        const auto matches = [&](const std::string& text) {
            const auto read = desk::parseRule(text, m_now, {}, lists);
            return read
                && desk::ArticleMatcher(article).matches(desk::ruleQueries(*read, m_now, {}, lists)->match);
        };
        QVERIFY(matches("oil OR gas; sources: Reuters, metals daily; watchlists: Book"));
        QVERIFY(!matches("oil OR gas; sources: Reuters"));
        article.entities.clear();
        QVERIFY(!matches("oil; watchlists: Book"));
        QVERIFY(!desk::parseRule("oil; watchlists: Pages", m_now, {}, lists));
    }

    void aStoryFiresOnceUntilItsClassChanges()
    {
        const desk::AlertRule one = rule("oil; class: info; cooldown: 6h");
        const auto at = [this](int hours) { return m_now + std::chrono::hours(hours); };
        QVERIFY(desk::mayFire(one, AlertClass::High, {}, at(0)));
        const desk::LastFiring high{AlertClass::High, at(0)};
        QVERIFY(!desk::mayFire(one, AlertClass::High, high, at(1)));
        QVERIFY(!desk::mayFire(one, AlertClass::High, high, at(100)));
        // A critical inside a high's cooldown fires; a lower class waits for its end.
        QVERIFY(desk::mayFire(one, AlertClass::Critical, high, at(1)));
        QVERIFY(!desk::mayFire(one, AlertClass::Info, high, at(5)));
        QVERIFY(desk::mayFire(one, AlertClass::Info, high, at(6)));
        // A clock that went back is within the cooldown.
        QVERIFY(!desk::mayFire(one, AlertClass::Info, high, at(-48)));
        QVERIFY(!desk::mayFire(one, AlertClass::High, high, at(-48)));
        // A stream may cross again.
        QVERIFY(!desk::mayFireAgain(one, AlertClass::High, high, at(5)));
        QVERIFY(desk::mayFireAgain(one, AlertClass::High, high, at(7)));
    }

    void quietHoursFollowTheZone()
    {
        const desk::AlertRule one = rule("oil; quiet: 22:00-07:00 Europe/Berlin but critical");
        const auto quiet = [&](const char* iso, AlertClass level = AlertClass::High) {
            return desk::isQuiet(one, level, *base::fromIso(iso));
        };
        // Winter: one hour ahead of UTC; summer: two.
        QVERIFY(quiet("2026-01-10T21:00:00Z"));
        QVERIFY(!quiet("2026-01-10T20:59:59Z"));
        QVERIFY(quiet("2026-07-10T20:00:00Z"));
        QVERIFY(!quiet("2026-07-10T05:00:00Z"));
        QVERIFY(quiet("2026-07-10T04:59:00Z"));
        QVERIFY(!quiet("2026-01-10T23:00:00Z", AlertClass::Critical));
        // The hour that comes twice and the one that never comes are inside all the while.
        QVERIFY(quiet("2026-10-25T00:30:00Z") && quiet("2026-10-25T01:30:00Z"));
        QVERIFY(quiet("2026-03-29T00:59:59Z") && quiet("2026-03-29T01:00:00Z"));
        const desk::AlertRule noon = rule("oil; quiet: 12:00-13:30 Asia/Kathmandu");
        QVERIFY(desk::isQuiet(noon, AlertClass::Critical, *base::fromIso("2026-01-10T06:15:00Z")));
        QVERIFY(!desk::isQuiet(noon, AlertClass::Critical, *base::fromIso("2026-01-10T07:45:00Z")));
        QVERIFY(desk::isTimeZone("America/New_York") && !desk::isTimeZone("CET+9") && !desk::isTimeZone(""));
    }

    void sleepAndAge()
    {
        const auto awake = [&](const std::string& text) { return desk::isAwake(rule(text), m_now); };
        QVERIFY(awake("oil"));
        QVERIFY(!awake("oil; off"));
        QVERIFY(!awake("oil; snooze: 8h"));
        QVERIFY(awake("oil; snooze: 2026-11-29T10:00"));
        QVERIFY(!awake("oil; expires: 2026-11-29T10:00"));
        QVERIFY(awake("oil; expires: 1d"));
        const desk::AlertRule fresh = rule("oil");
        QVERIFY(desk::isStale(fresh, m_now - std::chrono::hours(24 * 8), m_now));
        QVERIFY(!desk::isStale(fresh, m_now - std::chrono::hours(24 * 6), m_now));
        QVERIFY(!desk::isStale(fresh, m_now + std::chrono::hours(24 * 60), m_now)); // a date to come
        QVERIFY(!desk::isStale(fresh, {}, m_now));
        QVERIFY(!desk::isStale(rule("oil; fresh: any"), m_now - std::chrono::hours(9999), m_now));
    }
};

QTEST_GUILESS_MAIN(AlertRuleTest)
#include "alertrule_test.moc"
