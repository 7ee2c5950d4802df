// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: document.cpp tokeniser.cpp quantities.cpp phrases.cpp inflections.cpp substrings.cpp
#include <engine/text/document.h>
#include <engine/text/phrases.h>
#include <engine/text/quantities.h>
#include <engine/text/substrings.h>
#include <engine/text/tokeniser.h>
#include <engine/text/vocabulary.h>

#include <QTest>

#include <algorithm>
#include <array>

using engine::Document;
using engine::Vocabulary;

class TextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentences_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("count");
        QTest::newRow("plain") << "Output fell. Prices rose." << 2;
        QTest::newRow("abbreviation") << "Acme Inc. said Mr. Roe left. Shares fell 3.5 percent." << 2;
        QTest::newRow("U.S.") << "The U.S. economy grew. It did so again." << 2;
        QTest::newRow("initial") << "J. Smith of No. 5 Ltd. said so." << 1;
        QTest::newRow("quote") << "\"We will pay.\" The court disagreed." << 2;
        QTest::newRow("decimal") << "It rose to 4.25% from 3.75%." << 1;
        QTest::newRow("paragraphs") << "One line\n\nanother line" << 2;
        QTest::newRow("question") << "Will it hold? Nobody knows!" << 2;
    }
    void sentences()
    {
        QFETCH(QString, body);
        QFETCH(int, count);
        const Document document = engine::readDocument(Vocabulary(), {}, body.toStdString());
        QCOMPARE(static_cast<int>(document.sentences.size()), count);
    }

    void spansCoverTheText()
    {
        const std::string body = "Caf\u00E9 prices rose 4% to \u20AC3.20 in M\u00FCnchen.\n\nThe caf\u00E9 "
                                 "owner\u2019s view differs.";
        const Document document = engine::readDocument(Vocabulary(), "A title", body);
        QVERIFY(document.sentences.front().zone == engine::Zone::Title);
        QVERIFY(document.sentences[1].zone == engine::Zone::Lead);
        for (const engine::TextSentence& sentence : document.sentences) {
            QVERIFY(sentence.span.end <= document.textOf(sentence.span.field).size());
            for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at)
                QVERIFY(document.tokens[at].begin >= sentence.span.begin
                    && document.tokens[at].end <= sentence.span.end);
        }
    }

    void quantities_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("upper");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("basis");
        QTest::newRow("percent") << "Prices rose 4.1 percent." << 4.1 << 0. << "percent"
                                 << "level";
        QTest::newRow("sign") << "A 38% premium." << 38. << 0. << "percent"
                              << "level";
        QTest::newRow("bp") << "It moved by 25bp today." << 25. << 0. << "basis_point"
                            << "delta";
        QTest::newRow("basis points") << "It rose 50 basis points." << 50. << 0. << "basis_point"
                                      << "delta";
        QTest::newRow("money") << "They paid $6.9 billion." << 6.9e9 << 0. << "money"
                               << "level";
        QTest::newRow("range") << "Tests take 12 to 24 months." << 360. << 720. << "duration"
                               << "range";
        QTest::newRow("dash") << "Tests take 3-5 years." << 1095. << 1825. << "duration"
                              << "range";
        QTest::newRow("word") << "It takes two years." << 730. << 0. << "duration"
                              << "level";
        QTest::newRow("tonnes") << "Output was 4,000 tonnes." << 4000. << 0. << "mass"
                                << "level";
        QTest::newRow("to") << "It rose to 2.25%." << 2.25 << 0. << "percent"
                            << "to";
        QTest::newRow("expected") << "Analysts expected 25 basis points." << 25. << 0. << "basis_point"
                                  << "expected";
    }
    void quantities()
    {
        QFETCH(QString, body);
        QFETCH(double, value);
        QFETCH(double, upper);
        QFETCH(QString, unit);
        QFETCH(QString, basis);
        const Document document = engine::readDocument(Vocabulary(), {}, body.toStdString());
        QCOMPARE(static_cast<int>(document.quantities.size()), 1);
        const base::Quantity& quantity = document.quantities.front();
        QCOMPARE(quantity.value, value);
        QCOMPARE(quantity.upper.value_or(0), upper);
        QCOMPARE(QString::fromUtf8(base::unitName(quantity.unit).data()), unit);
        QCOMPARE(QString::fromStdString(quantity.basis), basis);
        QCOMPARE(document.text(quantity.span), std::string_view(quantity.text));
    }

    void yearsAreNoQuantities()
    {
        QVERIFY(
            engine::readDocument(Vocabulary(), {}, "In 2026 nothing moved since 1998.").quantities.empty());
    }

    void lemmasFindTheirForms()
    {
        Vocabulary vocabulary;
        const engine::Phrase phrase = engine::compilePhrase("raise licence", vocabulary);
        const Document document
            = engine::readDocument(vocabulary, {}, "They raised licenses; raising licences again.");
        int found = 0;
        for (std::uint32_t at = 0; at < document.tokens.size(); ++at)
            found += engine::matchPhrase(
                         phrase, document.tokens, at, static_cast<std::uint32_t>(document.tokens.size()))
                    > 0
                ? 1
                : 0;
        QCOMPARE(found, 2);
        const std::vector<std::string> forms = engine::inflections("cut");
        QVERIFY(std::find(forms.begin(), forms.end(), "cutting") != forms.end());
    }

    void boilerplateIsMarked()
    {
        const Document document = engine::readDocument(Vocabulary(), {},
            "Acme opened a plant.\n\nAbout Acme\n\nAcme makes pumps in nine countries.\n\nThis release "
            "contains forward-looking statements.");
        QVERIFY(!document.sentences.front().boilerplate);
        QVERIFY(document.sentences.back().boilerplate);
    }

    void hugeSentenceIsCut()
    {
        std::string body;
        for (int at = 0; at < 20000; ++at)
            body += "word ";
        QVERIFY(engine::readDocument(Vocabulary(), {}, body).sentences.size() > 100);
    }

    void substrings()
    {
        const engine::Substrings some(std::vector<std::string>{"abcd", "abc", "bcd", "zzz"});
        for (const char* text : {"abc", "xxabc", "a bcd", "zzzz"})
            QVERIFY2(some.anyIn(text), text);
        for (const char* text : {"", "a", "ab", "a bc", "zxzz", "ABC", "xbc"})
            QVERIFY2(!some.anyIn(text), text);
        for (const char* text : {"abc", "abcd", "bcde", "zzzz"})
            QVERIFY2(some.anyAtStart(text), text);
        for (const char* text : {"", "ab", "xabc", "a bcd", "zzy", "bc d"})
            QVERIFY2(!some.anyAtStart(text), text);
    }

    // What is no part of the story, or tells what was before, is known by phrases that begin with a word.
    void marksBeginWords()
    {
        const Document document = engine::readDocument(Vocabulary(), {},
            "Sales fell last year. Sales fell within the past. In the past sales fell. Please click here "
            "now. "
            "Sales rose.");
        QCOMPARE(document.sentences.size(), std::size_t(5));
        const std::array<bool, 5> background{true, false, true, false, false};
        for (std::size_t at = 0; at < background.size(); ++at) {
            QCOMPARE(document.sentences[at].background, background[at]);
            QCOMPARE(document.sentences[at].boilerplate, at == 3);
        }
    }

    // A few phrases are found as many are.
    void fewPhrases()
    {
        Vocabulary vocabulary;
        engine::PhraseSet many;
        engine::FewPhrases few;
        std::uint32_t number = 0;
        for (const char* phrase : {"rate", "rate cut", "=cuts rate", "cut", "cut rate =today", "10-year bond"}) {
            many.add(phrase, number, vocabulary);
            few.add(phrase, number++, vocabulary);
        }
        many.close();
        const Document document = engine::readDocument(
            vocabulary, {}, "The bank cuts rates today, a rate cut; rates were cut today and 10-year bonds cutting rates today");
        for (std::uint32_t at = 0; at < document.tokens.size(); ++at) {
            std::vector<engine::PhraseHit> one;
            std::vector<engine::PhraseHit> other;
            many.matchAt(document.tokens, at, static_cast<std::uint32_t>(document.tokens.size()), one);
            few.matchAt(document.tokens, at, static_cast<std::uint32_t>(document.tokens.size()), other);
            QCOMPARE(one.size(), other.size());
            for (std::size_t hit = 0; hit < one.size(); ++hit) {
                QCOMPARE(one[hit].phrase, other[hit].phrase);
                QCOMPARE(one[hit].last, other[hit].last);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
