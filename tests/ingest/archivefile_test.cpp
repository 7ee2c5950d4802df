// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: ziparchive
#include <ingest/files/archivefile.h>
#include <ingest/input.h>

#include <QTest>

#include <zip.h>
#include <zlib.h>

#include <algorithm>

class ArchiveFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKind();
    void badMembersAreWarned();
    void namesAreLabels();
    void nesting();
    void documentsAreNamed_data();
    void documentsAreNamed();
    void bombs_data();
    void bombs();
    void damaged();
    void oneTextInTwoMembers();
    void gzip_data();
    void gzip();
    void gzipBombs();
};

namespace {

struct Packed {
    QByteArray name;
    QByteArray bytes;
    bool encrypted = false;
    zip_int32_t method = ZIP_CM_DEFLATE;
};

// A ZIP archive of these members, made in memory.
std::string zipped(const QList<Packed>& members)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const Packed& member : members) {
        zip_source_t* source = zip_source_buffer(
            archive, member.bytes.constData(), static_cast<zip_uint64_t>(member.bytes.size()), 0);
        const zip_int64_t index = zip_file_add(archive, member.name.constData(), source, ZIP_FL_ENC_UTF_8);
        const auto at = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(archive, at, member.method, 9);
        if (member.encrypted)
            zip_file_set_encryption(archive, at, ZIP_EM_AES_256, "secret");
    }
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string gzipped(const QByteArray& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    QByteArray input = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

base::Result<ingest::InputDocument> readNamed(const std::string& bytes, const char* name)
{
    ingest::InputContext context;
    context.name = name;
    context.received = base::fromUnix(1795000000);
    return ingest::readInput(bytes, context);
}

QByteArrayList titles(const ingest::InputDocument& document)
{
    QByteArrayList all;
    for (const base::Article& article : document.articles)
        all << QByteArray::fromStdString(article.title);
    return all;
}

const QByteArray Feed
    = "<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title><item><title>Of a "
      "feed</title><description>Text</description></item></channel></rss>";

} // namespace

void ArchiveFileTest::everyKind()
{
    const std::string bytes = zipped({{"a.txt", "Of a text\n\nBody."}, {"b.md", "# Of Markdown\n\nBody."},
        {"dir/c.html",
            "<!DOCTYPE html><html><head><title>Of a page</title></head><body><article><p>The board held its "
            "rates "
            "on Monday, as most had thought it would do.</p></article></body></html>"},
        {"dir/d.eml", "From: Desk <d@w.example>\nSubject: Of a mail\n\nBody."},
        {"e.csv", "title;body\nOf a table;Body.\n"}, {"f.json", R"([{"title":"Of records","body":"B"}])"},
        {"g.ndjson", "{\"title\":\"Of lines\"}\n{\"title\":\"Of more lines\"}\n"}, {"h", Feed},
        {"i.opml",
            "<opml version='2.0'><body><outline text='A' xmlUrl='https://w.example/a'/></body></opml>"},
        {"stored.txt", "Not packed\n\nBody.", false, ZIP_CM_STORE},
        {"bz.txt", "By bzip2\n\nBody.", false, ZIP_CM_BZIP2}});
    const auto document = readNamed(bytes, "whatever.bin");
    QVERIFY2(document, document ? "" : document.error().message.c_str());
    QCOMPARE(document->kind, ingest::InputKind::Archive);
    QCOMPARE(titles(*document),
        (QByteArrayList{"Of a text", "Of Markdown", "Of a page", "Of a mail", "Of a table", "Of records",
            "Of lines", "Of more lines", "Of a feed", "Not packed", "By bzip2"}));
    QCOMPARE(document->articles[3].source, std::string("Desk"));
    QCOMPARE(document->articles[8].source, std::string("Wire"));
    QCOMPARE(document->subscriptions.size(), std::size_t(1));
    QCOMPARE(document->tables.size(), std::size_t(1));
    QCOMPARE(document->tables[0].member, std::string("e.csv"));
    QVERIFY(document->warnings.empty());
}

void ArchiveFileTest::badMembersAreWarned()
{
    std::string bytes = zipped({{"first.txt", "First\n\nBody."}, {"photo.jpg", "\xFF\xD8\xFF\xE0 JFIF"},
        {"empty.txt", ""}, {"secret.txt", "Hidden", true}, {"table.csv", "a,b\n1,2\n"},
        {"new.txt", "By a method of another time", false, ZIP_CM_STORE}, {"__MACOSX/._first.txt", "\1\2\3"},
        {".DS_Store", "\1\2\3"}, {"last.txt", "Last\n\nBody."}});
    bytes[bytes.find("new.txt") - 30 + 8] = 95; // the method in both of the archive's headers
    bytes[bytes.rfind("new.txt") - 46 + 10] = 95;
    const auto document = readNamed(bytes, "set.zip");
    QVERIFY(document);
    QCOMPARE(titles(*document), (QByteArrayList{"First", "Last"}));
    QCOMPARE(document->warnings, std::vector<std::string>{"photo.jpg: is an image, which is not read"});
    QCOMPARE(document->leftOut.size(), std::size_t(4));
    QCOMPARE(document->leftOut[0], std::string("empty.txt: is empty"));
    QCOMPARE(document->leftOut[1], std::string("secret.txt: is encrypted"));
    QVERIFY(document->leftOut[2].starts_with("table.csv: "));
    QCOMPARE(document->leftOut[3], std::string("new.txt: is packed by method 95, which is not read"));
}

void ArchiveFileTest::namesAreLabels()
{
    const QByteArray longName = QByteArray(30000, 'n') + ".txt";
    const auto document
        = readNamed(zipped({{"../../etc/evil.txt", "Up\n\nBody."}, {"/root/evil.txt", ""},
                        {"C:\\evil.txt", ""}, {"line\nend.txt", ""}, {longName, "Long\n\nBody."}}),
            "set.zip");
    QVERIFY(document);
    QCOMPARE(titles(*document), (QByteArrayList{"Up", "Long"}));
    QCOMPARE(document->leftOut,
        (std::vector<std::string>{
            "/root/evil.txt: is empty", "C:\\evil.txt: is empty", "line?end.txt: is empty"}));
}

void ArchiveFileTest::nesting()
{
    const QByteArray inner
        = QByteArray::fromStdString(zipped({{"deep.txt", "Deep\n\nBody."}, {"x.png", "\x89PNG"}}));
    const QByteArray middle
        = QByteArray::fromStdString(zipped({{"inner.zip", inner}, {"mid.txt", "Mid\n\nBody."}}));
    const auto once = readNamed(middle.toStdString(), "a.zip");
    QVERIFY(once);
    QCOMPARE(titles(*once), (QByteArrayList{"Deep", "Mid"}));
    QCOMPARE(once->warnings, std::vector<std::string>{"inner.zip/x.png: is an image, which is not read"});
    const auto twice = readNamed(zipped({{"middle.zip", middle}, {"top.txt", "Top\n\nBody."}}), "b.zip");
    QVERIFY(twice);
    QCOMPARE(titles(*twice), (QByteArrayList{"Mid", "Top"}));
    QCOMPARE(twice->leftOut.size(), std::size_t(1));
    QVERIFY(twice->leftOut[0].starts_with("middle.zip/inner.zip: is an archive inside"));
}

void ArchiveFileTest::documentsAreNamed_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("Word") << QByteArray("word/document.xml")
                          << QByteArray("is a Word document, which is not read");
    QTest::newRow("Excel") << QByteArray("xl/workbook.xml") << QByteArray("is an Excel workbook");
    QTest::newRow("OpenDocument") << QByteArray("META-INF/manifest.xml")
                                  << QByteArray("is an OpenDocument file");
    QTest::newRow("book") << QByteArray("META-INF/container.xml") << QByteArray("is an EPUB book");
}

void ArchiveFileTest::documentsAreNamed()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, kind);
    const auto document
        = readNamed(zipped({{"[Content_Types].xml", "<a/>"}, {member, "<a/>"}}), "report.zip");
    QVERIFY(!document);
    QVERIFY(QByteArray::fromStdString(document.error().message).startsWith(kind));
    // Beside others in a set it is named.
    const QByteArray inner = QByteArray::fromStdString(zipped({{member, "<a/>"}}));
    const auto set = readNamed(zipped({{"r.docx", inner}, {"a.txt", "Title\n\nBody."}}), "set.zip");
    QVERIFY(set);
    QVERIFY(QByteArray::fromStdString(set->leftOut.at(0)).startsWith("r.docx: " + kind));
}

void ArchiveFileTest::bombs_data()
{
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("megabytes"); // of each
    QTest::newRow("one large member") << 1 << 70;
    QTest::newRow("many members") << 60 << 1;
}

void ArchiveFileTest::bombs()
{
    QFETCH(int, members);
    QFETCH(int, megabytes);
    QList<Packed> all{{"first.txt", "First\n\nBody."}};
    const QByteArray zeros(qsizetype(megabytes) << 20, ' ');
    for (int member = 0; member < members; ++member)
        all.append({"bomb" + QByteArray::number(member) + ".txt", zeros});
    const std::string bytes = zipped(all);
    QVERIFY(bytes.size() < std::size_t(1) << 20);
    ingest::ArchiveBudget budget;
    const std::size_t whole = budget.bytes;
    std::vector<std::string> warnings;
    std::size_t taken = 0;
    const auto outcome = ingest::readZip(
        bytes, budget, warnings, [&](const ingest::ArchiveMember& member) { taken += member.bytes.size(); });
    QVERIFY(outcome);
    QVERIFY(!warnings.empty());
    QVERIFY(taken <= 100 * bytes.size() + (16U << 20));
    QVERIFY(whole - budget.bytes <= 100 * bytes.size() + (17U << 20));
    const auto document = readNamed(bytes, "bomb.zip");
    QVERIFY(document);
    QCOMPARE(titles(*document), QByteArrayList{"First"});
}

void ArchiveFileTest::damaged()
{
    const std::string bytes
        = zipped({{"a.txt", QByteArray("First\n\nBody ") + QByteArray(2000, 'x').append("y.")},
            {"b.txt", "Second\n\nBody."}});
    for (std::size_t size = 0; size < bytes.size(); size += 7)
        QVERIFY(!readNamed(bytes.substr(0, size), "a.zip"));
    std::string broken = bytes;
    broken[45] = static_cast<char>(broken[45] ^ 0x55); // inside the first member
    const auto document = readNamed(broken, "a.zip");
    QVERIFY(document);
    QCOMPARE(titles(*document), QByteArrayList{"Second"});
    QCOMPARE(document->leftOut, std::vector<std::string>{"a.txt: is damaged"});
}

void ArchiveFileTest::oneTextInTwoMembers()
{
    const auto document
        = readNamed(zipped({{"a.txt", "One\n\nBody."}, {"copy of a.txt", "One\n\nBody."}}), "a.zip");
    QVERIFY(document);
    QCOMPARE(titles(*document), QByteArrayList{"One"});
    QCOMPARE(document->warnings, std::vector<std::string>{"1 repeat of the same article left out"});
}

void ArchiveFileTest::gzip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<int>("omissions");
    const auto packed = [](const QByteArray& text) { return QByteArray::fromStdString(gzipped(text)); };
    QTest::newRow("table by the ending below")
        << packed("headline;text\nA;B\n") << QByteArray("a.csv.gz") << QByteArray("A") << 0;
    QTest::newRow("feed") << packed(Feed) << QByteArray("a.bin") << QByteArray("Of a feed") << 0;
    QTest::newRow("Markdown") << packed("# **A**\n\nText") << QByteArray("a.md.gz") << QByteArray("A") << 0;
    QTest::newRow("two parts") << packed("One and") + packed(" two\n\nBody.") << QByteArray("a.gz")
                               << QByteArray("One and two") << 0;
    QTest::newRow("rubbish behind") << packed("One\n\nBody.") + QByteArray("\0\0\0\0", 4)
                                    << QByteArray("a.gz") << QByteArray("One") << 0;
    QTest::newRow("cut short") << packed("One\n\nBody and more of it.").chopped(6) << QByteArray("a.gz")
                               << QByteArray("One") << 1;
}

void ArchiveFileTest::gzip()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QFETCH(int, omissions);
    const auto document = readNamed(bytes.toStdString(), name.constData());
    QVERIFY2(document, document ? "" : document.error().message.c_str());
    QTEST(QByteArray::fromStdString(document->articles.at(0).title), "title");
    QCOMPARE(int(document->leftOut.size()), omissions);
}

void ArchiveFileTest::gzipBombs()
{
    const std::string bomb = gzipped(QByteArray(qsizetype(40) << 20, ' '));
    const auto document = readNamed(bomb, "a.gz");
    QVERIFY(!document);
    QCOMPARE(document.error().code, base::ErrorCode::TooLarge);
    const QByteArray once = QByteArray::fromStdString(gzipped("Text"));
    const auto often = readNamed(gzipped(QByteArray::fromStdString(gzipped(once))), "a.gz");
    QVERIFY(!often);
}

QTEST_GUILESS_MAIN(ArchiveFileTest)
#include "archivefile_test.moc"
