// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: querysql.cpp matchedarticles.cpp querymatch.cpp words.cpp wordtable.cpp
#include <base/strings.h>
#include <desk/querymatch.h>
#include <desk/words.h>
#include <store/matchedarticles.h>
#include <store/querysql.h>

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/teststore.h>

#include <map>
#include <random>
#include <set>

// One query means the same to the store and to the predicate of the rules, whatever is asked of whatever
// text.
class QueryAgreementTest final : public QObject {
    Q_OBJECT

    static constexpr int Articles = 300;
    static constexpr int Queries = 10000;
    const base::Instant m_now = base::fromUnix(1795000000);
    std::mt19937 m_random{20261125};
    QTemporaryDir m_folder;

    std::size_t below(std::size_t bound)
    {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random);
    }
    template <class T> const T& oneOf(const std::vector<T>& list) { return list[below(list.size())]; }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

    // Words as publishers write them: capitals, accents whole and combined, other scripts, figures,
    // apostrophes.
    const std::vector<std::string> m_words{"oil", "Oil", "OIL", "gas", "price", "prices", "priced",
        "caf\u00E9", "cafe\u0301", "CAFE", "Z\u00FCrich", "zurich", "na\u00EFve", "S\u00E3o", "\u0130stanbul",
        "istanbul", "\u0141\u00F3d\u017A", "lodz", "stra\u00DFe", "strasse",
        "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2", "\u0433\u0430\u0437", "\u0413\u0410\u0417", "\u0439",
        "\u77F3\u6CB9", "\u77F3\u6CB9\u4EF7\u683C", "\u30AC\u30B9", "\uFF21\uFF22", "\u0E19\u0E49\u0E33",
        "\u05E0\u05E4\u05D8", "don't", "O'Neil", "AT&T", "U.S.", "S&P", "3.5", "3", "2026", "10%", "\u00BD",
        "\u00B2", "x\u0301\u0302", "\u0301", "G-7", "G7", "\U0001D400", "\U0001F600", "\u00A7", "\u20AC5",
        "re-open", "reopen", "a_b", "\u01C5", "\u1E9E", "\uFB01n", "k\u0327g"};
    const std::vector<std::string> m_joints{
        " ", " ", " ", " ", ", ", ". ", " \u2014 ", "-", "\n\n", "/", "\u00A0", "\u200B", "'"};
    const std::vector<std::string> m_topics{
        "Oil & Gas", "Sanctions & Export Controls", "Monetary Policy", "Gas"};
    const std::vector<std::string> m_entities{"United States", "Z\u00FCrich Insurance", "Gas Natural", "Oil"};
    const std::vector<std::string> m_events{"trade.deal", "trade.tariff_impose", "supply.cut"};
    const std::vector<std::string> m_tickers{"XOM", "BRK.B", "zurn", ""};

    std::string text(std::size_t most)
    {
        std::string all;
        for (std::size_t at = below(most); at > 0; --at)
            all += oneOf(m_words) + oneOf(m_joints);
        return all;
    }

    support::AnalysedArticle article(const base::Source& source, int number)
    {
        support::AnalysedArticle one
            = support::article(source, number, text(8), text(40), static_cast<double>(below(11)) / 10);
        one.article.source = chance(30) ? "Reuters " + oneOf(m_words) : std::string();
        one.article.author = chance(50) ? oneOf(m_words) + ' ' + oneOf(m_words) : std::string();
        one.article.language = oneOf(std::vector<std::string>{"en", "EN", "de", "zh", ""});
        one.article.received = m_now - std::chrono::hours(below(24 * 40));
        one.article.published.reset();
        if (chance(80))
            one.article.published = one.article.received - std::chrono::seconds(below(90000));
        one.analysis.sentiment.score = static_cast<double>(below(21)) / 10 - 1;
        one.analysis.mode = chance(15) ? base::Mode::NotAnalysed
            : chance(50)               ? base::Mode::News
                                       : base::Mode::Opinion;
        one.analysis.topics.clear();
        one.analysis.entities.clear();
        one.analysis.events.clear();
        for (const std::string& topic : m_topics) {
            if (chance(30))
                one.analysis.topics.push_back({topic, 0.5, {}});
        }
        for (std::size_t at = 0; at < m_entities.size(); ++at) {
            if (chance(25))
                one.analysis.entities.push_back({"company:" + std::to_string(at), m_entities[at], "company",
                    m_tickers[at], static_cast<int>(below(5) * 25), 0, {}});
        }
        for (const std::string& event : m_events) {
            base::Event made;
            made.type = event;
            if (chance(30))
                one.analysis.events.push_back(made);
        }
        one.analysis.decisions.resize(below(3));
        return one;
    }

    std::string words()
    {
        std::string word = oneOf(m_words);
        switch (below(6)) {
        case 0:
            return desk::quoted(word + oneOf(m_joints) + oneOf(m_words));
        case 1:
            return desk::quoted(word) + '*';
        case 2: { // the beginning of a word, cut between characters
            std::size_t cut = 1 + below(word.size());
            while (cut < word.size() && (static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80)
                ++cut;
            return desk::quoted(word.substr(0, cut)) + '*';
        }
        default:
            return desk::quoted(word);
        }
    }

    std::string value(const std::string& whole)
    {
        if (chance(30)) {
            const auto all = desk::wordsIn(whole);
            const std::string& word = all[below(all.size())].text;
            return chance(50) ? desk::quoted(word) : desk::quoted(word.substr(0, 1)) + '*';
        }
        return desk::quoted(whole);
    }

    std::string condition(int depth)
    {
        const auto sign = [this] { return oneOf(std::vector<std::string>{"<", "<=", "=", ">=", ">"}); };
        switch (below(depth > 3 ? 16 : 22)) {
        case 0:
            return oneOf(std::vector<std::string>{"title:", "body:"}) + words();
        case 1:
            return oneOf(std::vector<std::string>{"", "title:", "body:"}) + '(' + words() + " NEAR/"
                + std::to_string(1 + below(6)) + ' ' + words() + ')';
        case 2:
            return "source:" + value(chance(50) ? "Metals Daily" : "Reuters " + std::string("oil"));
        case 3:
            return "topic:" + value(oneOf(m_topics));
        case 4:
            return "entity:" + value(oneOf(m_entities)) + (chance(20) ? " entity:company" : "");
        case 5:
            return "event:" + value(oneOf(m_events));
        case 6:
            return "ticker:" + oneOf(std::vector<std::string>{"xom", "BRK.B", "brk*", "ZURN", "z*"});
        case 7:
            return oneOf(std::vector<std::string>{"lang:en", "lang:D*", "mode:news", "mode:op*", "story:s2",
                "story:1", "label:todo", "label:\"to do\"", "label:t*",
                "watchlist:Book", "watchlist:Words"});
        case 8:
            return "is:" + oneOf(std::vector<std::string>{"read", "unread", "starred", "hidden", "analysed"});
        case 9:
            return "has:" + oneOf(std::vector<std::string>{"decision", "note", "alert", "label"});
        case 10:
            return "impact" + sign() + base::fixed(static_cast<double>(below(11)) / 10, 1);
        case 11:
            return "sentiment" + sign() + base::fixed(static_cast<double>(below(21)) / 10 - 1, 1);
        case 12:
            return oneOf(std::vector<std::string>{"novelty", "relevance"}) + sign()
                + std::to_string(below(5) * 25);
        case 13:
            return oneOf(std::vector<std::string>{"published", "received"})
                + oneOf(std::vector<std::string>{":today", ":yesterday", ":24h", ":7d", ":2w", ":2026",
                    ":2026-11", ":2026-11-01..2026-11-10", ":..2026-11-05", ":2026-11-05..", ":14d..7d",
                    ">=2026-11-03", "<2026-11-03T12:00", "=2026-11-07"});
        case 14:
            return "author:" + oneOf(std::vector<std::string>{"oil", "z*", "\"at t\"", "cafe"});
        case 15:
        case 16:
        case 17:
            return words();
        case 18:
            return '(' + sequence(depth + 1) + " OR " + sequence(depth + 1) + ')';
        case 19:
            return "title:(" + words() + " OR -" + words() + ' ' + words() + ')';
        case 20:
            return "NOT (" + sequence(depth + 1) + ')';
        default:
            return '(' + sequence(depth + 1) + ')';
        }
    }

    std::string sequence(int depth)
    {
        std::string text;
        for (std::size_t at = 0, count = 1 + below(3); at < count; ++at) {
            const std::string one = condition(depth);
            const bool negated = chance(25) && !one.starts_with("NOT") && one.find(' ') == std::string::npos;
            text += (at > 0 ? " " : "") + std::string(negated ? "-" : "") + one;
        }
        return text;
    }

    static std::optional<std::vector<desk::WatchlistMember>> watchlist(std::string_view name)
    {
        using enum desk::MemberKind;
        if (name == "Book")
            return std::vector<desk::WatchlistMember>{{Ticker, "ZURN"}, {Entity, "company:3"}, {Entity, "gas natural"}, {Topic, "Monetary policy"}};
        return std::vector<desk::WatchlistMember>{{Word, "oil prices"}, {Word, "Z\u00FCrich"}, {Ticker, "brk.b"}};
    }

    // An expression for words that FTS5 would take the query for; every character is asked for.
    static std::vector<std::string> indexed(SQLite::Database& handle, const std::string& text)
    {
        handle.exec("DELETE FROM probe");
        SQLite::Statement insert(handle, "INSERT INTO probe (rowid, x) VALUES (1, ?)");
        insert.bindNoCopy(1, text);
        insert.exec();
        SQLite::Statement terms(handle, "SELECT term FROM probewords ORDER BY offset");
        std::vector<std::string> words;
        while (terms.executeStep())
            words.push_back(terms.getColumn(0).getString());
        return words;
    }

private Q_SLOTS:
    void everyCharacterIsReadAsTheIndexReadsIt()
    {
        SQLite::Database handle(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        handle.exec("CREATE VIRTUAL TABLE probe USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2')");
        handle.exec("CREATE VIRTUAL TABLE probewords USING fts5vocab (probe, 'instance')");
        std::string text;
        int characters = 0;
        for (char32_t c = 1; c < 0x110000; ++c) {
            if (c >= 0xD800 && c < 0xE000)
                continue;
            const std::string one = QString::fromUcs4(&c, 1).toStdString();
            text += "q" + one + "Q " + one + ' ';
            if (++characters % 4096 != 0 && c != 0x10FFFF)
                continue;
            std::vector<std::string> words;
            for (const desk::Word& word : desk::wordsIn(text))
                words.push_back(word.text);
            QVERIFY2(words == indexed(handle, text), qPrintable(QString::number(c, 16)));
            text.clear();
        }
        QVERIFY(characters > 1000000);
        // Bytes that are no characters.
        for (int round = 0; round < 2000; ++round) {
            std::string bytes;
            for (std::size_t at = below(30); at > 0; --at)
                bytes += static_cast<char>(chance(50) ? 1 + below(255) : 0x80 + below(128));
            std::vector<std::string> words;
            for (const desk::Word& word : desk::wordsIn(bytes))
                words.push_back(word.text);
            QVERIFY2(words == indexed(handle, bytes), QByteArray::fromStdString(bytes).toHex().constData());
        }
    }

    void theStoreAndThePredicateAgree()
    {
        const auto database
            = support::openStore(m_folder.filePath(QStringLiteral("agree.sqlite")).toStdString());
        const base::Source sources[]{
            support::addSource(*database), support::addSource(*database, "Oil Z\u00FCrich")};
        std::vector<support::AnalysedArticle> batch;
        for (int at = 0; at < Articles; ++at)
            batch.push_back(article(sources[at % 2], at));
        QVERIFY(support::storeBatch(*database, batch));
        SQLite::Database& handle = database->handle();
        handle.exec("UPDATE article SET starred = id % 5 = 0, hidden = id % 11 = 0, note = "
                    "CASE WHEN id % 7 = 0 THEN 'n' ELSE '' END, story_id = CASE WHEN id % 2 THEN id % 4 END, "
                    "novelty = CASE WHEN id % 3 THEN id % 5 * 25 END");
        handle.exec("DELETE FROM unread WHERE article_id % 3 = 0");
        handle.exec("INSERT INTO label (id, name) VALUES (1, 'To do'), (2, 'todo')");
        handle.exec("INSERT INTO article_label (label_id, article_id) SELECT 1 + id % 2, id FROM article "
                    "WHERE id % 6 = 0");
        std::map<std::int64_t, desk::MatchedArticle> stored;
        SQLite::Statement ids(handle, "SELECT id FROM article");
        while (ids.executeStep()) {
            const std::int64_t id = ids.getColumn(0).getInt64();
            stored.emplace(id, store::readMatchedArticle(*database, id).value());
        }
        QCOMPARE(static_cast<int>(stored.size()), Articles);
        std::map<std::int64_t, std::unique_ptr<desk::ArticleMatcher>> matchers;
        for (const auto& [id, one] : stored)
            matchers.emplace(id, std::make_unique<desk::ArticleMatcher>(one));

        std::size_t some = 0;
        for (int round = 0; round < Queries; ++round) {
            const std::string text = sequence(0);
            const auto parsed = desk::parseQuery(text, m_now, {}, watchlist);
            if (!parsed && parsed.error().message.find("no letter or digit") != std::string::npos)
                continue;
            QVERIFY2(parsed, (text + ": " + (parsed ? "" : parsed.error().message)).c_str());
            std::set<std::int64_t> predicate;
            for (const auto& [id, matcher] : matchers) {
                if (matcher->matches(*parsed))
                    predicate.insert(id);
            }
            // Three ways to the same rows: one condition, the index apart from the rest, and read from its
            // own text.
            const auto found = [&](const desk::Query& query, bool split) {
                store::QuerySql sql = store::compileQuery(query.root);
                if (split) {
                    const store::SplitQuery two = store::splitQuery(query);
                    sql = two.rest;
                    if (!two.words.empty()) {
                        sql.condition += " AND a.id IN (SELECT rowid FROM search WHERE search MATCH ?)";
                        sql.values.emplace_back(two.words);
                    }
                }
                SQLite::Statement select(handle,
                    "SELECT a.id FROM article a JOIN source s ON s.id = a.source_id WHERE " + sql.condition
                        + (query.hidden ? "" : " AND a.hidden = 0"));
                store::bindValues(select, sql, 1);
                std::set<std::int64_t> all;
                while (select.executeStep())
                    all.insert(select.getColumn(0).getInt64());
                return all;
            };
            QVERIFY2(found(*parsed, false) == predicate, text.c_str());
            QVERIFY2(found(*parsed, true) == predicate, text.c_str());
            const std::string printed = desk::queryText(*parsed);
            const auto again = desk::parseQuery(printed, m_now, {}, watchlist);
            QVERIFY2(again, (text + " => " + printed).c_str());
            QVERIFY2(
                desk::queryText(*again) == printed, (printed + " => " + desk::queryText(*again)).c_str());
            QVERIFY2(found(*again, false) == predicate, (text + " => " + printed).c_str());
            some += predicate.empty() ? 0 : 1;
        }
        QVERIFY2(some > Queries / 4, qPrintable(QString::number(some)));
    }
};

QTEST_GUILESS_MAIN(QueryAgreementTest)
#include "queryagreement_test.moc"
