// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/files.h>
#include <brief/briefbuilder.h>
#include <brief/briefpdf.h>
#include <brief/pages.h>

#include <QFile>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRawFont>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <support/briefinput.h>

#include <algorithm>

// covers: pages blockview figureview textset pdffinish briefstyle
class BriefPdfTest final : public QObject {
    Q_OBJECT

private:
    brief::BriefStyle style() const
    {
        return brief::briefStyle(*base::readFile(LEADLINE_RESOURCES "/themes/print.json")).value();
    }

    // What a reader's program finds in the file, by Debian's poppler-utils.
    // Whether a font of this machine has all its letters.
    static bool canBeShown(const QString& text)
    {
        const QStringList families = QFontDatabase::families();
        return std::any_of(families.begin(), families.end(), [&text](const QString& family) {
            const QRawFont font = QRawFont::fromFont(QFont(family));
            return std::all_of(
                text.begin(), text.end(), [&font](QChar letter) { return font.supportsCharacter(letter); });
        });
    }

    QString asked(const QString& program, const std::string& pdf, QStringList arguments = {})
    {
        const QString path = m_folder.filePath(QStringLiteral("brief.pdf"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(pdf)) != qint64(pdf.size()))
            return {};
        file.close();
        QProcess process;
        arguments << path;
        if (program == QStringLiteral("pdftotext"))
            arguments << QStringLiteral("-");
        process.start(program, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).simplified();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed (poppler-utils)");
    }

    // The program starts without what only a finished PDF needs.
    void qpdfIsLoadedWithTheFirstPdf()
    {
        const auto loaded = [] {
            const auto maps = base::readFile("/proc/self/maps");
            return maps && maps->find("libqpdf") != std::string::npos;
        };
        QVERIFY(!loaded());
        QVERIFY(bool(brief::writePdf(brief::build(support::briefInput()), brief::Paper::A4, style())));
        QVERIFY(loaded());
    }

    void thePagesCanBeReadBack()
    {
        const auto pdf = brief::writePdf(brief::build(support::briefInput()), brief::Paper::A4, style());
        QVERIFY(bool(pdf));
        QCOMPARE(pdf->pages, 1);
        const QString words = asked(QStringLiteral("pdftotext"), pdf->bytes);
        for (const char* expected : {"Nickel smelter halts second furnace as power runs short",
                 "Market impact", "0.35", "−0.15", "mildly negative", "Commodities & Raw Materials",
                 "Key decisions for investors", "Own idle capacity against", "6–12 weeks",
                 "“shut its second furnace” — ¶1", "Analysis, not investment advice."}) {
            QVERIFY2(words.contains(QString::fromUtf8(expected)),
                qPrintable(QString::fromUtf8(expected) + QStringLiteral(" in ") + words));
        }
        const QString fonts = asked(QStringLiteral("pdffonts"), pdf->bytes);
        QVERIFY(!fonts.isEmpty());
        QVERIFY2(fonts.contains(QRegularExpression(QStringLiteral(" yes (yes|no) +yes "))),
            qPrintable(fonts)); // embedded, with its characters
        QVERIFY2(!fonts.contains(QStringLiteral(" no no ")), qPrintable(fonts));
        QVERIFY(asked(QStringLiteral("pdfimages"), pdf->bytes, {QStringLiteral("-list")})
                    .endsWith(QLatin1Char('-')));
    }

    void bothPapersHoldTheirSize_data()
    {
        QTest::addColumn<bool>("letter");
        QTest::addColumn<QString>("size");
        QTest::newRow("A4") << false << QStringLiteral("595 x 842");
        QTest::newRow("Letter") << true << QStringLiteral("612 x 792");
    }

    void bothPapersHoldTheirSize()
    {
        QFETCH(bool, letter);
        QFETCH(QString, size);
        const auto pdf = brief::writePdf(
            brief::build(support::briefInput()), letter ? brief::Paper::Letter : brief::Paper::A4, style());
        QVERIFY(bool(pdf));
        const QString about = asked(QStringLiteral("pdfinfo"), pdf->bytes);
        QVERIFY2(about.contains(size), qPrintable(about));
    }

    void aLongBriefRunsOverPages()
    {
        brief::BriefInput input = support::briefInput();
        base::Analysis& analysis = input.articles[0].analysis;
        const base::Sentence sentence = analysis.analysis[0].sentences[0];
        analysis.analysis[0].sentences.assign(400, sentence);
        const auto pdf = brief::writePdf(brief::build(input), brief::Paper::Letter, style());
        QVERIFY(bool(pdf));
        QVERIFY(pdf->pages >= 3);
        const QString words = asked(QStringLiteral("pdftotext"), pdf->bytes);
        QCOMPARE(words.count(QStringLiteral("Leadline brief")), qsizetype(pdf->pages));
        QVERIFY(QString(words).remove(QLatin1Char(' ')).contains(QStringLiteral("2/%1").arg(pdf->pages)));
        QCOMPARE(words.count(QStringLiteral("Refined nickel tightens")), qsizetype(400));
    }

    void theSameBriefIsTheSameFile()
    {
        const brief::BriefDocument document = brief::build(support::briefInput());
        const auto first = brief::writePdf(document, brief::Paper::A4, style());
        const auto second = brief::writePdf(document, brief::Paper::A4, style());
        QVERIFY(bool(first) && bool(second));
        QVERIFY(first->bytes == second->bytes);
        QVERIFY(asked(QStringLiteral("pdfinfo"), first->bytes, {QStringLiteral("-isodates")})
                    .contains(QStringLiteral("CreationDate: 2026-11-23T14:32:00Z")));
    }

    void everyScriptIsReadBack()
    {
        brief::BriefInput input = support::briefInput();
        QStringList names;
        for (const char* name : {"Норникель", "腾讯控股", "أرامكو", "Ελλάδα"}) {
            if (canBeShown(QString::fromUtf8(name)))
                names << QString::fromUtf8(name);
        }
        QVERIFY2(names.size() > 1, "the machine has fonts for Latin alone");
        input.articles[0].article.title = names.join(QStringLiteral(" / ")).toStdString();
        const auto pdf = brief::writePdf(brief::build(input), brief::Paper::A4, style());
        QVERIFY(bool(pdf));
        const QString words = asked(QStringLiteral("pdftotext"), pdf->bytes);
        for (const QString& name : names)
            QVERIFY2(words.contains(name), qPrintable(name + QStringLiteral(" in ") + words));
    }

    void outlineLinksAndPropertiesAreThere()
    {
        brief::BriefInput input = support::deskInput(6);
        input.house.desk = "Metals desk";
        const auto pdf = brief::writePdf(brief::build(input), brief::Paper::A4, style());
        QVERIFY(bool(pdf));
        const QString about = asked(QStringLiteral("pdfinfo"), pdf->bytes);
        for (const char* said : {"Title: nickel impact>=0.3", "Author: Metals desk", "Creator: Leadline"})
            QVERIFY2(about.contains(QLatin1String(said)), qPrintable(about));
        const QString places = asked(QStringLiteral("pdfinfo"), pdf->bytes, {QStringLiteral("-url")});
        QVERIFY2(!places.contains(QStringLiteral("Error")), qPrintable(places));
        if (QStandardPaths::findExecutable(QStringLiteral("qpdf")).isEmpty())
            QSKIP("qpdf is not installed");
        const QString json = asked(QStringLiteral("qpdf"), pdf->bytes,
            {QStringLiteral("--json=2"), QStringLiteral("--json-key=outlines")});
        for (const char* entry : {"Top stories", "Smelter 6 halts its furnace", "Watch list", "Appendix: headlines"})
            QVERIFY2(json.contains(QLatin1String(entry)), qPrintable(json));
        QVERIFY(json.count(QStringLiteral("\"destpageposfrom1\": 2")) >= 1);
        QVERIFY2(asked(QStringLiteral("qpdf"), pdf->bytes, {QStringLiteral("--check")})
                     .contains(QStringLiteral("No syntax or stream encoding errors")),
            "qpdf --check");
    }

    void contentsNameThePageOfEachPart()
    {
        const brief::BriefDocument document = brief::build(support::deskInput(12));
        const brief::BriefStyle colors = style();
        brief::Pages pages(document, brief::Paper::A4, colors);
        QVERIFY(pages.layOut());
        const auto pdf = brief::writePdf(document, pages);
        QVERIFY(bool(pdf));
        QCOMPARE(pages.outline().size(), std::size_t(16)); // twelve articles and four parts
        const QString first = asked(
            QStringLiteral("pdftotext"), pdf->bytes, {QStringLiteral("-l"), QStringLiteral("1"), QStringLiteral("-layout")});
        for (const brief::OutlineEntry& entry : pages.outline()) {
            const QString line = QStringLiteral("%1 %2").arg(QString::fromStdString(entry.text)).arg(entry.place.page + 1);
            QVERIFY2(first.contains(line), qPrintable(line + QStringLiteral(" in ") + first));
        }
    }

    void tablesRepeatTheirHeadAndHeadingsStandWithText()
    {
        // Ever longer first parts move what follows over the page's end, line by line.
        for (int lines = 30; lines < 52; ++lines) {
            brief::BriefDocument document;
            for (int i = 0; i < lines; ++i)
                document.blocks.push_back(brief::Paragraph{{{"A line of filling."}}});
            document.blocks.push_back(brief::Heading{2, {{"HEADING"}}, "h", true});
            document.blocks.push_back(brief::Paragraph{{{std::string(
                "Words that fill several lines of the page, so that widows and orphans can be told apart. ")
                + std::string("Words that fill several lines of the page, so that widows and orphans can be told. ")
                + std::string("Words that fill several lines of the page, so that widows and orphans can be. LASTWORD")}}});
            brief::Table table{"T", {{"COLUMNHEAD"}, {"B"}}, {}};
            for (int row = 0; row < 60; ++row)
                table.rows.push_back({{{"row " + std::to_string(row)}}, {{"cell"}}});
            document.blocks.push_back(table);
            const auto pdf = brief::writePdf(document, brief::Paper::A4, style());
            QVERIFY(bool(pdf));
            for (int page = 1; page <= pdf->pages; ++page) {
                const QString number = QString::number(page);
                const QString words = asked(QStringLiteral("pdftotext"), pdf->bytes,
                    {QStringLiteral("-f"), number, QStringLiteral("-l"), number, QStringLiteral("-raw")});
                if (words.contains(QStringLiteral("row ")))
                    QVERIFY2(words.contains(QStringLiteral("COLUMNHEAD B row")), qPrintable(words));
                if (words.contains(QStringLiteral("HEADING")))
                    QVERIFY2(words.contains(QStringLiteral("HEADING Words that fill")), qPrintable(words));
                // At least two lines of a parted paragraph stand together.
                if (const qsizetype at = words.indexOf(QStringLiteral("LASTWORD")); at >= 0)
                    QVERIFY2(words.left(at).count(QStringLiteral("widows")) >= 1, qPrintable(words));
            }
        }
    }

    void aRowLongerThanAPageIsPartedNotCropped()
    {
        brief::BriefDocument document;
        std::string words;
        for (int i = 0; i < 900; ++i)
            words += "word" + std::to_string(i) + " ";
        document.blocks.push_back(brief::Table{"T", {{"A", 100}, {"B", 200}}, {{{{"x"}}, {{words}}}}});
        const auto pdf = brief::writePdf(document, brief::Paper::A4, style());
        QVERIFY(bool(pdf));
        QVERIFY(pdf->pages >= 2);
        const QString all = asked(QStringLiteral("pdftotext"), pdf->bytes);
        for (int i = 0; i < 900; ++i)
            QVERIFY2(all.contains(QStringLiteral("word%1 ").arg(i)), qPrintable(QString::number(i)));
    }

    void pagesAreDrawnInAnyOrder()
    {
        const brief::BriefDocument document = brief::build(support::deskInput(5));
        const brief::BriefStyle colors = style();
        brief::Pages pages(document, brief::Paper::Letter, colors);
        QVERIFY(pages.layOut());
        const auto drawn = [&pages](int page) {
            QImage image(pages.size().toSize(), QImage::Format_RGB32);
            image.fill(QColor(Qt::white));
            QPainter painter(&image);
            brief::Canvas canvas{painter};
            pages.draw(page, canvas);
            return image;
        };
        const QImage second = drawn(1);
        const QImage first = drawn(0);
        QVERIFY(first != second);
        QVERIFY(drawn(1) == second);
        QVERIFY(drawn(0) == first);
    }

    void aBriefCanBeCancelled()
    {
        int asked = 0;
        const auto pdf = brief::writePdf(brief::build(support::deskInput(20)), brief::Paper::A4, style(),
            [&asked](int done, int) {
                ++asked;
                return done < 3;
            });
        QVERIFY(!pdf);
        QVERIFY(pdf.error().code == base::ErrorCode::Cancelled);
        QVERIFY(asked > 3);
    }

    void aBrokenThemeIsNamed()
    {
        QCOMPARE(
            brief::briefStyle("{\"text\": \"#000000\"}").error().message, std::string("has no colour paper"));
        QVERIFY(!brief::briefStyle("nonsense"));
    }
};

QTEST_MAIN(BriefPdfTest)
#include "briefpdf_test.moc"
