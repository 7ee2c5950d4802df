// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/files.h>
#include <brief/briefbuilder.h>
#include <brief/briefhtml.h>
#include <brief/brieftext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <support/briefinput.h>

// covers: briefhtml brieftext briefjson
class BriefFormatsTest final : public QObject {
    Q_OBJECT

private:
    static std::string html(const brief::BriefInput& input)
    {
        return brief::writeHtml(
            brief::build(input), input.paper, *base::readFile(LEADLINE_RESOURCES "/themes/print.json"))
            .value();
    }

private Q_SLOTS:
    void theHtmlIsOneFileThatLoadsNothing()
    {
        brief::BriefInput input = support::deskInput(4);
        input.house.logo = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        const std::string page = html(input);
        for (const char* remote : {"src=\"http", "@import", "url(", "<script", "<link"})
            QVERIFY2(page.find(remote) == std::string::npos, remote);
        QVERIFY(page.find("data:image/svg+xml;base64,") != std::string::npos);
        QVERIFY(page.find("@page{size:A4") != std::string::npos);
        QVERIFY(page.find("<html lang=\"en\">") != std::string::npos);
    }

    void everyLinkWithinTheHtmlLeadsSomewhere()
    {
        const std::string page = html(support::deskInput(4));
        std::size_t links = 0;
        for (std::size_t at = 0; (at = page.find("href=\"#", at)) != std::string::npos; ++links) {
            at += 7;
            const std::string target = page.substr(at, page.find('"', at) - at);
            QVERIFY2(page.find("id=\"" + target + "\"") != std::string::npos, target.c_str());
        }
        QVERIFY(links > 20);
    }

    void wordsOfTheArticleAreNoMarkup()
    {
        brief::BriefInput input = support::briefInput();
        input.articles[0].article.title = "<script>alert(\"1 & 2\")</script>";
        const std::string page = html(input);
        QVERIFY(page.find("<script>") == std::string::npos);
        QVERIFY(page.find("&lt;script&gt;alert(&quot;1 &amp; 2&quot;)") != std::string::npos);
        const std::string markdown = brief::writeMarkdown(brief::build(input));
        QVERIFY(markdown.find("# \\<script\\>") != std::string::npos);
    }

    void theClipboardGetsWordsAndTables()
    {
        const std::string rich = brief::richText(brief::build(support::briefInput()));
        QVERIFY(rich.find("<table") != std::string::npos);
        QVERIFY(rich.find("href=\"#") == std::string::npos);
        QVERIFY(rich.find("svg") == std::string::npos);
        QVERIFY(rich.find("Impact <b>0.35</b>") != std::string::npos);
    }

    void markdownAndTextSayAll_data()
    {
        QTest::addColumn<bool>("markdown");
        QTest::newRow("Markdown") << true;
        QTest::newRow("text") << false;
    }

    void markdownAndTextSayAll()
    {
        QFETCH(bool, markdown);
        const brief::BriefDocument document = brief::build(support::briefInput());
        const std::string text = markdown ? brief::writeMarkdown(document) : brief::writeText(document);
        const QString flat = QString::fromStdString(text).simplified();
        for (const char* said : {"Nickel smelter halts second furnace", "0.35", "−0.15", "Metals Daily",
                 "shut its second furnace on Monday.[1]", "assumption", "Own idle capacity against stainless makers",
                 "power returns early", "“shut its second furnace” — ¶1", "Analysis, not investment advice."})
            QVERIFY2(flat.contains(QString::fromUtf8(said)), qPrintable(QString::fromUtf8(said) + "\n" + flat));
        if (!markdown) {
            for (const QString& line : QString::fromStdString(text).split(QLatin1Char('\n')))
                QVERIFY2(line.size() <= 80, qPrintable(line));
        }
    }

    void theJsonHoldsTheParts()
    {
        const QJsonDocument json = QJsonDocument::fromJson(
            QByteArray::fromStdString(brief::writeJson(brief::build(support::deskInput(2)))));
        QVERIFY(json.isObject());
        QStringList names;
        for (const QJsonValue& block : json[QStringLiteral("blocks")].toArray())
            names << block.toObject().keys();
        for (const char* name : {"map", "charts", "heading", "paragraph", "table", "evidence", "impact"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
    }
};

QTEST_GUILESS_MAIN(BriefFormatsTest)
#include "briefformats_test.moc"
