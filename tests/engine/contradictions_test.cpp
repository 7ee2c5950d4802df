// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <engine/stories/contradictions.h>

#include <QTest>

#include <support/testpack.h>

namespace {

const std::shared_ptr<const engine::Pack>& shipped()
{
    static const std::shared_ptr<const engine::Pack> pack = support::shippedPack();
    return pack;
}

} // namespace

class ContradictionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claims_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<double>("hours");
        QTest::addColumn<QString>("found"); // kind, stance, said by each; empty for none
        const auto row = [](const char* name, const char* one, const char* other, double hours,
                             const char* found) { QTest::newRow(name) << one << other << hours << found; };
        row("share", "Halden profit rose 34 percent in the quarter.",
            "Halden profit rose 28 percent in the quarter.", 1, "figure fact 34 percent / 28 percent");
        row("people", "The flight had 112 people on board when it left Surabaya.",
            "The flight left Surabaya with 118 people on board.", 1, "figure fact 112 / 118");
        row("money", "Orvane will buy Tessel for $7.8 billion.", "Orvane will buy Tessel for $7.1 billion.",
            1, "figure fact 7.8 billion / 7.1 billion");
        row("later", "At least 4 dead in Chile quake, ministry says.",
            "Chile quake death toll falls to 3.", 20, "later figure fact 4 / 3");
        row("at least", "At least 4 dead in Chile quake, ministry says.", "Chile quake death toll is 11.",
            1, "");
        row("rounded", "Toyota recalls 990,000 cars over fuel pumps.",
            "Toyota recalls nearly 1 million cars over fuel pumps.", 1, "");
        row("date", "The tariff on imported trucks starts on October 1.",
            "The tariff on imported trucks starts on October 15.", 1, "date fact October 1 / October 15");
        row("direction", "Nvidia shares jumped after results on Wednesday.",
            "Nvidia shares slipped after results on Wednesday.", 1, "direction fact jumped / slipped");
        row("direction of another day", "Nvidia shares jumped after results on Wednesday.",
            "Nvidia shares slipped after results on Wednesday.", 30, "");
        row("forecast beside fact", "Halden profit rose 34 percent in the quarter.",
            "Halden profit is expected to have risen 28 percent in the quarter.", 1, "");
        row("two forecasts", "Analysts forecast Halden profit growth of 30 percent in the quarter.",
            "Analysts forecast Halden profit growth of 20 percent in the quarter.", 1,
            "figure forecast 30 percent / 20 percent");
        row("another measure", "Halden profit rose 34 percent in the quarter.",
            "Halden revenue rose 12 percent in the quarter.", 1, "");
        row("agree", "Halden profit rose 34% in the quarter.",
            "Halden profit rose 34 percent in the quarter.", 1, "");
        row("empty", "", "Halden profit rose 34 percent in the quarter.", 1, "");
    }
    void claims()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(double, hours);
        QFETCH(QString, found);
        const std::string left = one.toStdString();
        const std::string right = other.toStdString();
        const std::vector<engine::StoryText> texts = {{11, 1'780'000'000, "", left},
            {12, 1'780'000'000 + static_cast<std::int64_t>(hours * 3600), "", right}};
        const auto contradictions = engine::findContradictions(*shipped()->stories, texts);
        QStringList list;
        for (const engine::Contradiction& each : contradictions) {
            QCOMPARE(each.one.article, 11);
            QCOMPARE(each.other.article, 12);
            QVERIFY(base::slice(left, each.one.span).find(each.one.said) != std::string_view::npos);
            QVERIFY(base::slice(right, each.other.span).find(each.other.said) != std::string_view::npos);
            list << QStringLiteral("%1%2 %3 %4 / %5")
                        .arg(each.later ? QStringLiteral("later ") : QString(),
                            QString::fromUtf8(engine::claimKindName(each.kind).data()),
                            QString::fromUtf8(engine::claimStanceName(each.stance).data()),
                            QString::fromStdString(each.one.said), QString::fromStdString(each.other.said));
        }
        QCOMPARE(list.join(QStringLiteral("; ")), found);
    }
};

QTEST_APPLESS_MAIN(ContradictionsTest)
#include "contradictions_test.moc"
