// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
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
