// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <app/briefwriter.h>
#include <base/files.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <support/briefinput.h>

#include <unistd.h>

namespace fs = std::filesystem;

class BriefWriterTest final : public QObject {
    Q_OBJECT

private:
    fs::path path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)).toStdString(); }

    static std::vector<std::string> namesIn(const fs::path& folder)
    {
        std::vector<std::string> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theEndingChoosesTheFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("PDF") << "x.pdf" << QByteArray("%PDF-");
        QTest::newRow("HTML") << "x.html" << QByteArray("<!doctype html>");
        QTest::newRow("Markdown") << "x.md" << QByteArray("Leadline brief");
        QTest::newRow("text") << "x.TXT" << QByteArray("Leadline brief");
        QTest::newRow("JSON") << "x.json" << QByteArray("{\n \"leadline_brief\": 2");
    }

    void theEndingChoosesTheFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begin);
        const fs::path file = path(name.toLatin1().constData());
        QVERIFY(app::writeBrief(support::briefInput(), file));
        const std::string bytes = *base::readFile(file);
        QVERIFY2(bytes.starts_with(begin.toStdString()), bytes.substr(0, 40).c_str());
        // From the sidecar, which a JSON brief is itself, the same bytes are made again.
        const auto input = brief::fromSidecar(*base::readFile(path("x.json")));
        QVERIFY(bool(input));
        const fs::path again = path((QStringLiteral("again") + name.mid(1)).toLatin1().constData());
        QVERIFY(app::writeBrief(*input, again, app::Sidecar::Keep));
        QVERIFY(*base::readFile(again) == bytes);
        QVERIFY(!fs::exists(path("again.json")) || name.endsWith(QStringLiteral("json")));
    }

    void unknownEndingsAreRefused()
    {
        const auto written = app::writeBrief(support::briefInput(), path("x.doc"));
        QVERIFY(!written);
        QCOMPARE(int(written.error().code), int(base::ErrorCode::Unsupported));
        QVERIFY(namesIn(path("")).empty());
    }

    void anotherFileInTheSidecarsPlaceIsLeftAlone()
    {
        QVERIFY(base::writeFile(path("x.json"), "{\"mine\": 1}"));
        const auto written = app::writeBrief(support::briefInput(), path("x.pdf"));
        QVERIFY(!written);
        QCOMPARE(*base::readFile(path("x.json")), std::string("{\"mine\": 1}"));
        QCOMPARE(namesIn(path("")), std::vector<std::string>{"x.json"});
    }

    void whereNothingCanBeWrittenNothingIsLeft()
    {
        // A folder that is none, and one that may not be written.
        QVERIFY(base::writeFile(path("file"), "x"));
        const auto below = app::writeBrief(support::briefInput(), path("file") / "x.pdf");
        QVERIFY(!below);
        QVERIFY2(below.error().text().find("cannot be written") != std::string::npos, below.error().text().c_str());
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
        const fs::path locked = path("locked");
        fs::create_directory(locked);
        fs::permissions(locked, fs::perms::owner_read | fs::perms::owner_exec);
        const auto refused = app::writeBrief(support::briefInput(), locked / "x.pdf");
        fs::permissions(locked, fs::perms::owner_all);
        QVERIFY(!refused);
        QVERIFY(namesIn(locked).empty());
    }

    void aFullDiskLeavesTheFormerBrief()
    {
        // /dev/full is a disk without room: what is written beside the former brief ends there.
        const fs::path file = path("x.pdf");
        QVERIFY(base::writeFile(file, "former"));
        fs::create_symlink("/dev/full", path("x.pdf.new.part"));
        const auto written = app::writeBrief(support::briefInput(), file);
        QVERIFY(!written);
        QVERIFY2(written.error().text().find("No space left") != std::string::npos, written.error().text().c_str());
        QCOMPARE(*base::readFile(file), std::string("former"));
        QCOMPARE(namesIn(path("")), std::vector<std::string>{"x.pdf"});
    }

    void aFileSomebodyReadsIsReplacedWhole()
    {
        const fs::path file = path("x.pdf");
        QVERIFY(base::writeFile(file, "former"));
        QFile open(QString::fromStdString(file.string()));
        QVERIFY(open.open(QIODevice::ReadOnly));
        QVERIFY(app::writeBrief(support::briefInput(), file));
        QCOMPARE(open.readAll(), QByteArray("former"));
        QVERIFY(base::readFile(file)->starts_with("%PDF-"));
    }

    void namesAreFilledInAndNothingIsReplaced()
    {
        const brief::BriefInput input = support::briefInput();
        const fs::path first = app::briefPath(path(""), "{date} {time} {kind} {title}.pdf", input, "Oil: up/down");
        QCOMPARE(first.filename().string(), std::string("2026-11-23 1432 article Oil- up-down.pdf"));
        QVERIFY(base::writeFile(first, "x"));
        QCOMPARE(app::briefPath(path(""), "{date} {time} {kind} {title}.pdf", input, "Oil: up/down")
                     .filename()
                     .string(),
            std::string("2026-11-23 1432 article Oil- up-down-2.pdf"));
        // A sidecar of that name counts too.
        QVERIFY(base::writeFile(path("day.json"), "x"));
        QCOMPARE(app::briefPath(path(""), "day.html", input, "").filename().string(), std::string("day-2.html"));
        // No name leads out of the folder.
        QCOMPARE(app::briefPath(path(""), "../{title}.pdf", input, "a").parent_path(), path(""));
    }
};

QTEST_MAIN(BriefWriterTest)
#include "briefwriter_test.moc"
