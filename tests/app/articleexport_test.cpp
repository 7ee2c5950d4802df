// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <app/articleexport.h>
#include <ingest/input.h>
#include <store/states.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

#include <sstream>

class ArticleExportTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    std::vector<base::Article> m_articles;

    std::string exported(app::ExportFormat format, const std::string& query = {}, int limit = 1000)
    {
        desk::FeedRequest request;
        request.query = query;
        request.limit = limit;
        request.sort = desk::Sort::Received;
        std::ostringstream out;
        const auto written
            = app::exportArticles(*m_database, request, format, base::fromUnix(1795100000), out);
        return written ? out.str() : "failed: " + written.error().message;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = support::openStore(m_folder.filePath(QStringLiteral("a.sqlite")).toStdString());
        const base::Source source = support::addSource(*m_database, "Metals Daily");
        const auto add = [&](int number, const std::string& title, const std::string& body) {
            auto one = support::article(source, number, title, body);
            one.article.author = "A. Writer";
            one.article.url = "https://news.example/" + std::to_string(number);
            one.article.categories = {"Copper", "Mines"};
            QVERIFY(support::storeBatch(*m_database, std::vector{one}));
            m_articles.insert(m_articles.begin(), one.article); // newest first
        };
        add(1, "=SUM(A1) copper", "First \"quoted\" paragraph, with commas.\n\nSecond * paragraph: 2 < 3.");
        add(2, "K\u00FCpfer f\u00E4llt", "+1 is no formula here\n\n1. is no list");
        add(3, "A pipe | and a line", "Plain.");
    }

    void comesBackWhole_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("name");
        QTest::newRow("json") << int(app::ExportFormat::Json) << "a.json";
        QTest::newRow("ndjson") << int(app::ExportFormat::Ndjson) << "a.ndjson";
        QTest::newRow("csv") << int(app::ExportFormat::Csv) << "a.csv";
    }

    void comesBackWhole()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        ingest::InputContext context;
        context.name = name.toStdString();
        context.received = base::fromUnix(1795100000);
        const auto document = ingest::readInput(exported(static_cast<app::ExportFormat>(format)), context);
        QVERIFY2(document, document ? "" : document.error().message.c_str());
        QCOMPARE(document->articles.size(), m_articles.size());
        for (std::size_t i = 0; i < m_articles.size(); ++i) {
            const base::Article& was = m_articles[i];
            const base::Article& is = document->articles[i];
            QCOMPARE(is.guid, was.guid);
            QCOMPARE(is.title, was.title);
            QCOMPARE(is.body, was.body);
            QVERIFY(is.published == was.published);
            QCOMPARE(is.source, std::string("Metals Daily"));
            QCOMPARE(is.url, was.url);
            QCOMPARE(is.author, was.author);
            QCOMPARE(is.language, was.language);
            QCOMPARE(is.categories, was.categories);
        }
    }

    void formulasAreText()
    {
        QVERIFY(QByteArray::fromStdString(exported(app::ExportFormat::Csv)).contains(",'=SUM(A1) copper,"));
    }

    void markdownShowsSignsAsTheyStand()
    {
        const QByteArray text
            = QByteArray::fromStdString(exported(app::ExportFormat::Markdown, "pipe OR f\u00E4llt"));
        QVERIFY(text.startsWith("# pipe OR f\u00E4llt\n"));
        QVERIFY(text.contains("## A pipe \\| and a line\n"));
        QVERIFY(text.contains("\n\\+1 is no formula here\n\n1\\. is no list\n"));
        QVERIFY(!text.contains("SUM"));
    }

    void queryAndLimitCount()
    {
        QCOMPARE(QByteArray::fromStdString(exported(app::ExportFormat::Ndjson, "", 2)).count('\n'), 2);
        QCOMPARE(QByteArray::fromStdString(exported(app::ExportFormat::Ndjson, "copper")).count('\n'), 1);
        QCOMPARE(exported(app::ExportFormat::Json, "nothingofthekind"), std::string("[\n]\n"));
        QVERIFY(exported(app::ExportFormat::Json, "impact>=").starts_with("failed: "));
    }

    void aFileAppearsOnlyWhole()
    {
        desk::FeedRequest request;
        request.query = "impact>=";
        const std::string path = m_folder.filePath(QStringLiteral("out.csv")).toStdString();
        QVERIFY(!app::exportArticles(
            *m_database, request, app::ExportFormat::Csv, base::fromUnix(0), std::filesystem::path(path)));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("out.csv*")}).isEmpty());
        request.query.clear();
        QCOMPARE(app::exportArticles(*m_database, request, app::ExportFormat::Csv, base::fromUnix(0),
                     std::filesystem::path(path))
                     .value(),
            3);
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("out.csv*")}),
            QStringList{QStringLiteral("out.csv")});
        // The store itself is never written over, by whatever name.
        const std::filesystem::path store = m_database->file();
        const auto over = app::exportArticles(*m_database, request, app::ExportFormat::Csv, base::fromUnix(0),
            store.parent_path() / "." / store.filename());
        QVERIFY(over.error().code == base::ErrorCode::InvalidInput);
        QCOMPARE(support::page(*m_database, "").rows.size(), std::size_t(3));
        const auto nowhere = app::exportArticles(*m_database, request, app::ExportFormat::Csv,
            base::fromUnix(0), std::filesystem::path(path) / "below" / "a.csv");
        QVERIFY(nowhere.error().code == base::ErrorCode::Io);
    }

    void namesOfFormats()
    {
        QVERIFY(app::exportFormat("JSON") == app::ExportFormat::Json);
        QVERIFY(app::exportFormat("jsonl") == app::ExportFormat::Ndjson);
        QVERIFY(app::exportFormat("md") == app::ExportFormat::Markdown);
        QVERIFY(!app::exportFormat("xls"));
    }
};

QTEST_GUILESS_MAIN(ArticleExportTest)
#include "articleexport_test.moc"
