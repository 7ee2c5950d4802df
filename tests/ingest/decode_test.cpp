// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: charset.cpp
#include <ingest/decode.h>

#include <QTest>

class DecodeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void saysWhatItReplaced();
    void survivesAnyBytes();
};

void DecodeTest::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoding");
    const QString euro = QStringLiteral("Zürich 5 €");
    QTest::newRow("UTF-8") << euro.toUtf8() << QByteArray() << euro << QByteArray("utf-8");
    QTest::newRow("its mark goes") << QByteArray("\xEF\xBB\xBF") + euro.toUtf8() << QByteArray() << euro
                                   << QByteArray("utf-8");
    QTest::newRow("a mark is trusted before the transport")
        << QByteArray("\xEF\xBB\xBF") + euro.toUtf8() << QByteArray("text/xml; charset=iso-8859-1") << euro
        << QByteArray("utf-8");
    QTest::newRow("UTF-16 with a mark") << QByteArray("\xFF\xFE<\0a\0>\0\xAC\x20", 10) << QByteArray()
                                        << QStringLiteral("<a>€") << QByteArray("utf-16le");
    QTest::newRow("UTF-16 without one") << QByteArray("\0<\0a\0>\x20\xAC", 8) << QByteArray()
                                        << QStringLiteral("<a>€") << QByteArray("utf-16be");
    QTest::newRow("UTF-32 without one")
        << QByteArray("<\0\0\0a\0\0\0", 8) << QByteArray() << QStringLiteral("<a") << QByteArray("utf-32le");
    QTest::newRow("declared in XML") << QByteArray(
        "<?xml version='1.0' encoding='koi8-r'?><a>\xED\xC5\xC4\xD8</a>")
                                     << QByteArray()
                                     << QStringLiteral("<?xml version='1.0' encoding='koi8-r'?><a>Медь</a>")
                                     << QByteArray("koi8-r");
    QTest::newRow("declared in HTML")
        << QByteArray("<meta charset=shift_jis>\x93\xFA\x96\x7B") << QByteArray()
        << QStringLiteral("<meta charset=shift_jis>日本") << QByteArray("shift_jis");
    const auto meta = [](const char* name, const QByteArray& head) {
        QTest::newRow(name) << head + "\xE6\xE0" << QByteArray()
                            << QString::fromLatin1(head) + QStringLiteral("жа") << QByteArray("windows-1251");
    };
    meta("in a pragma", "<META content='text/html; CHARSET = windows-1251' http-equiv=Content-Type>");
    meta("not in a comment", "<!-- <meta charset=koi8-r> --><meta charset='windows-1251'>");
    meta("not in another tag", "<p title='<meta charset=koi8-r>'><meta charset=windows-1251>");
    meta("not in words of a description",
        "<meta name=d content='charset=koi8-r'><meta charset=\"windows-1251\"/>");
    QTest::newRow("said by the transport")
        << QByteArray("<a>\xB0\xEA</a>") << QByteArray("text/xml; charset=\"Big5\"")
        << QStringLiteral("<a>國</a>") << QByteArray("big5");
    QTest::newRow("Latin-1 means Windows")
        << QByteArray("<?xml encoding='iso-8859-1'?>5 \x80") << QByteArray()
        << QStringLiteral("<?xml encoding='iso-8859-1'?>5 €") << QByteArray("windows-1252");
    QTest::newRow("a declaration that cannot be true")
        << QByteArray("<?xml encoding='utf-16'?>") + euro.toUtf8() << QByteArray()
        << QStringLiteral("<?xml encoding='utf-16'?>") + euro << QByteArray("utf-8");
    QTest::newRow("UTF-8 that says Latin-1")
        << QByteArray("<?xml encoding='iso-8859-1'?>") + euro.toUtf8() << QByteArray()
        << QStringLiteral("<?xml encoding='iso-8859-1'?>") + euro << QByteArray("utf-8");
    QTest::newRow("nothing said, Western signs")
        << QByteArray("caf\xE9 cr\xE8me \x96 d\xE9j\xE0 vu, na\xEFve fa\xE7"
                      "ade")
        << QByteArray() << QStringLiteral("café crème – déjà vu, naïve façade") << QByteArray("windows-1252");
    const auto written = [](const char* name, const QByteArray& bytes, const QString& words) {
        QTest::newRow(name) << bytes << QByteArray() << words << QByteArray(name).split(' ').front();
    };
    const QString copper = QStringLiteral(
        "Цены на медь снизились, потому что спрос на металл в стране ослаб, сообщила биржа.");
    written("windows-1251 undeclared",
        QByteArray::fromHex(
            "d6e5edfb20ede020ece5e4fc20f1ede8e7e8ebe8f1fc2c20efeef2eeecf320f7f2ee20f1eff0eef120ede020ec"
            "e5f2e0ebeb20e220f1f2f0e0ede520eef1ebe0e12c20f1eeeee1f9e8ebe020e1e8f0e6e02e"),
        copper);
    written("ibm866 undeclared",
        QByteArray::fromHex(
            "96a5adeb20ada020aca5a4ec20e1ada8a7a8aba8e1ec2c20afaee2aeace320e7e2ae20e1afe0aee120ada020ac"
            "a5e2a0abab20a220e1e2e0a0ada520aee1aba0a12c20e1aeaea1e9a8aba020a1a8e0a6a02e"),
        copper);
    written("euc-jp in tags",
        QByteArray("<html><body class=\"x\"><p>") + QByteArray::fromHex("c6bcb2c1b3caa4aca4a2a4aca4c3a4bf")
            + "</p></body></html>",
        QStringLiteral("<html><body class=\"x\"><p>銅価格があがった</p></body></html>"));
    written("windows-874 undeclared",
        QByteArray::fromHex(
            "c3d2a4d2b7cda7e1b4a7c5b4c5a7e0bec3d2d0a4c7d2c1b5e9cda7a1d2c3e2c5cbd0e3b9bbc3d0e0b7c8cde8cdb9"
            "b5d1c7"),
        QStringLiteral("ราคาทองแดงลดลงเพราะความต้องการโลหะในประเทศอ่อนตัว"));
    QTest::newRow("alphabets that switch") << QByteArray("\x1B$B9q\x1B(B!") << QByteArray()
                                           << QStringLiteral("国!") << QByteArray("iso-2022-jp");
    QTest::newRow("a name nobody knows")
        << QByteArray("<?xml encoding='klingon-8'?><a/>") << QByteArray()
        << QStringLiteral("<?xml encoding='klingon-8'?><a/>") << QByteArray("utf-8");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString() << QByteArray("utf-8");
}

void DecodeTest::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, text);
    QFETCH(QByteArray, encoding);
    const ingest::DecodedText decoded
        = ingest::decode(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())),
            contentType.toStdString());
    QCOMPARE(QString::fromStdString(decoded.text), text);
    QCOMPARE(QByteArray::fromStdString(decoded.encoding), encoding);
    QVERIFY(!decoded.repaired);
}

void DecodeTest::saysWhatItReplaced()
{
    // Most of it is what it says to be: the signs that are not are Windows'.
    const ingest::DecodedText mixed
        = ingest::decode("<?xml encoding='utf-8'?>caf\xC3\xA9 cr\xC3\xA8me d\xE9j\xE0 \xE2\x80\x93 vu");
    QVERIFY(mixed.repaired);
    QCOMPARE(mixed.encoding, std::string("utf-8"));
    QVERIFY(QString::fromStdString(mixed.text).endsWith(QStringLiteral("café crème déjà – vu")));
    const ingest::DecodedText decoded = ingest::decode("\xEF\xBB\xBF"
                                                       "Copper \xFF slips");
    QVERIFY(decoded.repaired);
    QCOMPARE(QString::fromStdString(decoded.text), QStringLiteral("Copper \uFFFD slips"));
}

void DecodeTest::survivesAnyBytes()
{
    std::string bytes;
    for (int round = 0; round < 64; ++round) {
        for (int value = 0; value < 256; ++value)
            bytes += static_cast<char>((value * (2 * round + 1) + round) & 0xFF);
        const QByteArray text = QByteArray::fromStdString(ingest::decode(bytes).text);
        QCOMPARE(QString::fromUtf8(text).toUtf8(), text); // valid UTF-8
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains('\0'));
    }
}

QTEST_GUILESS_MAIN(DecodeTest)
#include "decode_test.moc"
