// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: toml.cpp
#include <engine/parsedtoml.h>
#include <engine/toml.h>

#include <QTest>

using engine::TomlValue;

class TomlTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItIsNone()
    {
        const base::ResourceFiles files{{"x.toml", "a = 1\nb = \n"}, {"z.toml", "a = \"\xFF\""}};
        const auto document = engine::readToml(files, "x.toml");
        QVERIFY(!document);
        QVERIFY2(document.error().text().find("x.toml:2") != std::string::npos, document.error().text().c_str());
        QVERIFY(!engine::readToml(files, "y.toml"));
        QVERIFY(!engine::readToml(files, "z.toml"));
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
    }

    void whatTheBuildParsedIsTakenForItsTextAlone()
    {
        base::ResourceFiles files{{"x.toml",
            "a = 'x'\nb = 2.5\nc = true\nd = ['y', 1, 'z']\nw = 1979-05-27\n[[e]]\n[[e]]\nf = 1\n[g]\n"}};
        const auto plain = engine::readToml(files, "x.toml");
        QVERIFY(plain);
        const std::string bytes = engine::parsedBytes(plain->root, files["x.toml"]);
        const auto parsed = engine::fromParsedBytes(bytes, files["x.toml"]);
        QVERIFY(parsed.has_value());
        QCOMPARE(engine::parsedBytes(parsed->root, files["x.toml"]), bytes);
        QCOMPARE(engine::strings(parsed->root, "d"), (std::vector<std::string>{"y", "z"}));
        QCOMPARE(engine::placeOf("x.toml", *engine::tables(parsed->root, "e")[1]), std::string("x.toml:7"));
        QCOMPARE(parsed->root.table("g")->line, 9);

        files["x.toml.parsed"] = bytes;
        files["x.toml"].replace(5, 1, "q"); // changed since
        QCOMPARE(engine::textOr(engine::readToml(files, "x.toml")->root, "a"), std::string("q"));
        // Cut off, the text itself is read.
        files["x.toml"].replace(5, 1, "x");
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY(!engine::fromParsedBytes(bytes.substr(0, size), files["x.toml"]));
            files["x.toml.parsed"] = bytes.substr(0, size);
            QCOMPARE(engine::textOr(engine::readToml(files, "x.toml")->root, "a"), std::string("x"));
        }
    }
};

QTEST_APPLESS_MAIN(TomlTest)
#include "toml_test.moc"
