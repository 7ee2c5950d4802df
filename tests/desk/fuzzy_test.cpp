// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/fuzzy.h>

#include <QElapsedTimer>
#include <QTest>

namespace {

std::optional<desk::FuzzyMatch> match(const QString& typed, const QString& text)
{
    return desk::FuzzyPattern(typed.toStdString()).match(text.toStdString());
}

// The text with what was matched in brackets.
QString marked(const QString& typed, const QString& text)
{
    const std::string bytes = text.toStdString();
    const std::optional<desk::FuzzyMatch> found = match(typed, text);
    if (!found)
        return QStringLiteral("none");
    std::string shown;
    std::size_t at = 0;
    for (const base::Span& hit : found->hits) {
        shown += bytes.substr(at, hit.begin - at) + '[' + bytes.substr(hit.begin, hit.size()) + ']';
        at = hit.end;
    }
    return QString::fromStdString(shown + bytes.substr(at));
}

} // namespace

class FuzzyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMatched_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char* name, const char* typed, const char* text, const char* marked) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(text)
                                << QString::fromUtf8(marked);
        };
        row("a word's beginning", "mark", "Market map", "[Mark]et map");
        row("initials", "mm", "Market map", "[M]arket [m]ap");
        row("the run, not the letters before it", "map", "Make a map", "Make a [map]");
        row("a later word's beginning goes before an inner run", "art", "Start of article",
            "Start of [art]icle");
        row("gaps", "mkt", "Market map", "[M]ar[k]e[t] map");
        row("words in any order", "search save", "Save this search", "[Save] this [search]");
        row("upper case", "OIL", "oil & gas", "[oil] & gas");
        row("diacritics", "sao", "S\u00E3o Paulo", "[S\u00E3o] Paulo");
        row("diacritics that were typed", "s\u00E3o", "Sao Paulo", "[Sao] Paulo");
        row("a mark of its own", "cafe", "Cafe\u0301 trade", "[Cafe\u0301] trade");
        row("another script", "\u043D\u0435\u0444", "\u041D\u0415\u0424\u0422\u042C",
            "[\u041D\u0415\u0424]\u0422\u042C");
        row("capital inside a word", "ai", "OpenAI", "Open[AI]");
        row("a sign", "g&", "Oil G&A", "Oil [G&]A");
        row("letters in another order", "pam", "Market map", "none");
        row("a scatter", "rto", "Market for soy oil", "none");
        row("one inner letter", "e", "Market", "none");
        row("nothing typed", "  ", "Market", "none");
        row("no text", "a", "", "none");
        row("more than there is", "markets", "market", "none");
        row("ill-formed bytes", "ab", "\xC3", "none");
    }

    void whatIsMatched()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QTEST(marked(typed, text), "marked");
    }

    void whatComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("whole, beginning, later word, gaps")
            << "oil"
            << QStringList{QStringLiteral("Oil"), QStringLiteral("Oil & Gas"), QStringLiteral("Edible oil"),
                   QStringLiteral("Oversupply in lead")};
        QTest::newRow("word beginnings before inner letters")
            << "st"
            << QStringList{QStringLiteral("Star"), QStringLiteral("One story"), QStringLiteral("Next tab")};
        QTest::newRow("the shorter of two")
            << "sou" << QStringList{QStringLiteral("Sources"), QStringLiteral("Sources that fail")};
    }

    void whatComesFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, order);
        double before = 2;
        for (const QString& text : order) {
            const auto found = match(typed, text);
            const double score = found ? found->score : 0;
            QVERIFY2(score < before, qPrintable(text));
            before = score;
        }
    }

    void longTextsCostLittle()
    {
        const std::string text(100000, 'a');
        const desk::FuzzyPattern pattern(std::string(1000, 'a'));
        QElapsedTimer clock;
        clock.start();
        const auto found = pattern.match(text);
        QVERIFY(found);
        QCOMPARE(found->hits.size(), std::size_t{1});
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(FuzzyTest)
#include "fuzzy_test.moc"
