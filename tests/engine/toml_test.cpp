// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: toml.cpp tomlparser.cpp
#include <engine/toml.h>

#include <QTest>

using engine::TomlValue;

namespace {

// A value as one line: tables in braces, arrays in brackets.
std::string shown(const TomlValue& value)
{
    switch (value.kind) {
    case TomlValue::Kind::Text:
        return '<' + std::string(value.text) + '>';
    case TomlValue::Kind::Number:
        return QString::number(value.number).toStdString();
    case TomlValue::Kind::Flag:
        return value.flag ? "yes" : "no";
    case TomlValue::Kind::Array:
    case TomlValue::Kind::Table:
        break;
    }
    const bool table = value.isTable();
    std::string text = table ? "{" : "[";
    for (const TomlValue& item : value.items)
        text += (text.size() > 1 ? " " : "") + (table ? std::string(item.key) + '=' : "") + shown(item);
    return text + (table ? '}' : ']');
}

} // namespace

class TomlTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("nothing") << QByteArray("# only a comment\n\n") << QByteArray("{}");
        QTest::newRow("plain") << QByteArray("a = \"x\"\r\nb = 2 # two\nc=true\n\"d e\" = -0.5")
                               << QByteArray("{a=<x> b=2 c=yes d e=-0.5}");
        QTest::newRow("numbers") << QByteArray("a = [1_000, +3, 1e3, 0x1F, 0b11, 6.25]")
                                 << QByteArray("{a=[1000 3 1000 31 3 6.25]}");
        QTest::newRow("escapes") << QByteArray("a = \"x\\n\\u2019\\\"\"\nb = 'c:\\n'")
                                 << QByteArray("{a=<x\n\xE2\x80\x99\"> b=<c:\\n>}");
        QTest::newRow("lines") << QByteArray("a = \"\"\"\nx\\\n   y \"\"z\"\"\"\"\nb = '''\n\\'''")
                               << QByteArray("{a=<xy \"\"z\"> b=<\\>}");
        QTest::newRow("arrays") << QByteArray("a = [ [1, 2], # first\n  [], [\"x\"], ]\n")
                                << QByteArray("{a=[[1 2] [] [<x>]]}");
        QTest::newRow("inline") << QByteArray("a = { b = 1, c.d = [{}] }") << QByteArray("{a={b=1 c={d=[{}]}}}");
        QTest::newRow("headers") << QByteArray("[a]\nb = 1\n[a.c]\nd = 2\n[[e]]\nf = 3\n[e.g]\nh = 4\n[[e]]\n")
                                 << QByteArray("{a={b=1 c={d=2}} e=[{f=3 g={h=4}} {}]}");
        QTest::newRow("later parent") << QByteArray("[a.b]\nc = 1\n[a]\nd = 2") << QByteArray("{a={b={c=1} d=2}}");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" "a = 1") << QByteArray("{a=1}");
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, value);
        const base::ResourceFiles files{{"x.toml", text.toStdString()}};
        const auto document = engine::readToml(files, "x.toml");
        QVERIFY2(document, document ? "" : document.error().text().c_str());
        QCOMPARE(QByteArray::fromStdString(shown(document->root)), value);
    }

    void saysWhereItIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("no value") << QByteArray("a = 1\nb = \n") << QByteArray("x.toml:2");
        QTest::newRow("no key") << QByteArray("= 1") << QByteArray("x.toml:1");
        QTest::newRow("word") << QByteArray("a = yes") << QByteArray("x.toml:1");
        QTest::newRow("twice") << QByteArray("a = 1\na = 2") << QByteArray("x.toml:2");
        QTest::newRow("table twice") << QByteArray("[a]\n[b]\n[a]") << QByteArray("x.toml:3");
        QTest::newRow("no table") << QByteArray("a = 1\n[a.b]") << QByteArray("x.toml:2");
        QTest::newRow("closed table") << QByteArray("a = {}\n[a.b]") << QByteArray("x.toml:2");
        QTest::newRow("closed array") << QByteArray("a = []\n[[a]]") << QByteArray("x.toml:2");
        QTest::newRow("open text") << QByteArray("a = \"x\nb = 1") << QByteArray("x.toml:1");
        QTest::newRow("open lines") << QByteArray("a = '''x\n\n") << QByteArray("x.toml:3");
        QTest::newRow("open array") << QByteArray("a = [1,\n2\n") << QByteArray("x.toml:3");
        QTest::newRow("no comma") << QByteArray("a = [1 2]") << QByteArray("x.toml:1");
        QTest::newRow("two on a line") << QByteArray("a = 1 b = 2") << QByteArray("x.toml:1");
        QTest::newRow("escape") << QByteArray("a = \"\\q\"") << QByteArray("x.toml:1");
        QTest::newRow("surrogate") << QByteArray("a = \"\\uD800\"") << QByteArray("x.toml:1");
        QTest::newRow("date") << QByteArray("a = 2020-01-02") << QByteArray("x.toml:1");
        QTest::newRow("leading zero") << QByteArray("a = 007") << QByteArray("x.toml:1");
        QTest::newRow("no point") << QByteArray("a = 1.") << QByteArray("x.toml:1");
        QTest::newRow("header") << QByteArray("[a\nb = 1") << QByteArray("x.toml:1");
        QTest::newRow("deep") << QByteArray("a = ") + QByteArray(9999, '[') << QByteArray("x.toml:1");
        QTest::newRow("bytes") << QByteArray("a = \"\xFF\"") << QByteArray("x.toml");
        QTest::newRow("control sign") << QByteArray("a = \"\x01\"") << QByteArray("x.toml:1");
    }
    void saysWhereItIsNone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        const base::ResourceFiles files{{"x.toml", text.toStdString()}};
        const auto document = engine::readToml(files, "x.toml");
        QVERIFY(!document);
        QVERIFY2(document.error().text().find(place.toStdString()) != std::string::npos,
            document.error().text().c_str());
    }

    void membersByName()
    {
        const base::ResourceFiles files{
            {"x.toml", "a = 'x'\nb = 2\nc = true\nd = ['y', 1, 'z']\n[[e]]\n[[e]]\nf = 1\n[g]\n"}};
        const auto document = engine::readToml(files, "x.toml");
        QVERIFY(document);
        const TomlValue& root = document->root;
        QCOMPARE(engine::textOr(root, "a", "-"), std::string("x"));
        QCOMPARE(engine::textOr(root, "b", "-"), std::string("-"));
        QCOMPARE(engine::numberOr(root, "b", 0), 2.0);
        QCOMPARE(engine::numberOr(root, "none", 7), 7.0);
        QVERIFY(engine::flagOr(root, "c", false));
        QCOMPARE(engine::strings(root, "d"), (std::vector<std::string>{"y", "z"}));
        const auto rows = engine::tables(root, "e");
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(engine::placeOf("x.toml", *rows[1]), std::string("x.toml:6"));
        QCOMPARE(root.table("g")->line, 8);
        QVERIFY(root.table("a") == nullptr);
        QVERIFY(root.array("a").empty());
        QVERIFY(!engine::readToml(files, "y.toml"));
    }
};

QTEST_APPLESS_MAIN(TomlTest)
#include "toml_test.moc"
