// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/files.h>
#include <brief/briefpdf.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <support/briefinput.h>

// covers: pagepainter
class BriefPdfTest final : public QObject {
    Q_OBJECT

private:
    brief::BriefStyle style() const
    {
        return brief::briefStyle(*base::readFile(LEADLINE_RESOURCES "/themes/print.json")).value();
    }

    // What a reader's program finds in the file, by Debian's poppler-utils.
    QString asked(const QString& program, const QByteArray& pdf, QStringList arguments = {})
    {
        const QString path = m_folder.filePath(QStringLiteral("brief.pdf"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
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
        const base::Sentence sentence = input.analysis.analysis[0].sentences[0];
        input.analysis.analysis[0].sentences.assign(400, sentence);
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
        QVERIFY(first->bytes.contains("D:20261123143200"));
    }

    void aBrokenThemeIsNamed()
    {
        QCOMPARE(
            brief::briefStyle("{\"text\": \"#000000\"}").error().message, std::string("has no colour muted"));
        QVERIFY(!brief::briefStyle("nonsense"));
    }
};

QTEST_MAIN(BriefPdfTest)
#include "briefpdf_test.moc"
