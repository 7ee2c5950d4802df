// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: bytes.h typing.cpp typingfeatures.cpp eventtrainer.cpp
#include <base/files.h>
#include <engine/events/eventfinder.h>
#include <engine/events/typing.h>
#include <engine/training/eventtrainer.h>

#include <QTest>

#include <support/testpack.h>

#include <memory>

// The learned half of the events: it can be made again, byte for byte, it finds what it is shown where no
// pattern does, at lower certainty, and it keeps silent otherwise.
class EventTypingTest final : public QObject {
    Q_OBJECT

    // Words no pattern knows: what went blick is a recall, what went quonk is nothing, and neither is a lamp.
    static std::vector<engine::EventText> shown()
    {
        std::vector<engine::EventText> texts;
        for (int at = 0; at < 40; ++at) {
            const std::string number = std::to_string(100 + at);
            texts.push_back({"The zorgle of unit " + number + " went blick.", {"corp.product_recall"}});
            texts.push_back({"The zorgle of unit " + number + " went quonk.", {}});
            texts.push_back({"The lamp in room " + number + " is yellow.", {}});
        }
        return texts;
    }

    static std::string trained(engine::EventTypingMeasure& measure)
    {
        return engine::trainEvents(*support::shippedPack(), shown(), measure);
    }

    static base::Result<std::shared_ptr<const engine::Pack>> packWith(std::string model)
    {
        base::ResourceFiles files = base::readFolder(LEADLINE_RESOURCES "/engine").value();
        files["models/events.bin"] = std::move(model);
        return engine::loadPack(files);
    }

private Q_SLOTS:
    void madeTwiceTheSame()
    {
        engine::EventTypingMeasure measure;
        const std::string once = trained(measure);
        QVERIFY(once == trained(measure));
        QVERIFY(once != engine::EventTyping::blank());
        QCOMPARE(measure.asked, std::size_t(40));
        QCOMPARE(measure.right, std::size_t(40));
        QCOMPARE(measure.quiet, std::size_t(80));
        QCOMPARE(measure.invented, std::size_t(0));
    }

    void findsWhatNoPatternDoes()
    {
        engine::EventTypingMeasure measure;
        const auto pack = packWith(trained(measure));
        QVERIFY(pack);
        const base::Analysis found = support::analyse(**pack, {}, "The zorgle of unit 7 went blick.");
        QCOMPARE(found.events.size(), std::size_t(1));
        const base::Event& event = found.events.front();
        QCOMPARE(event.type, std::string("corp.product_recall"));
        QCOMPARE(event.provenance.rules.front(), std::string("events#corp.product_recall/learned"));
        QVERIFY(!event.provenance.evidence.empty());
        QVERIFY(event.certainty < engine::certaintyOf(event.modality)); // less sure than by a pattern
        QVERIFY(!found.claims.empty());
        for (const base::Claim& claim : found.claims)
            QVERIFY2(claim.grade == base::Grade::C, claim.predicate.c_str()); // what follows is assumed
        QVERIFY(support::analyse(**pack, {}, "The zorgle of unit 7 went quonk.").events.empty());
    }

    void aPatternGoesBefore()
    {
        engine::EventTypingMeasure measure;
        const auto pack = packWith(trained(measure));
        QVERIFY(pack);
        const base::Analysis found = support::analyse(
            **pack, {}, "Washington imposed tariffs on steel, and the zorgle of unit 7 went blick.");
        QCOMPARE(found.events.size(), std::size_t(1));
        QCOMPARE(found.events.front().type, std::string("trade.tariff_impose"));
    }

    void aPatternFurtherDownMakesItSure()
    {
        engine::EventTypingMeasure measure;
        const auto pack = packWith(trained(measure));
        QVERIFY(pack);
        const std::string body = "Toyota recalled 40,000 vans on Monday over a brake fault.";
        const base::Analysis found = support::analyse(**pack, "The zorgle of unit 7 went blick", body);
        const base::Analysis plain = support::analyse(**pack, "The lamp in room 7 is yellow", body);
        const base::Event* event = support::eventOf(found, "corp.product_recall");
        const base::Event* alone = support::eventOf(plain, "corp.product_recall");
        QVERIFY(event != nullptr && alone != nullptr);
        QCOMPARE(event->certainty, alone->certainty);
        QCOMPARE(event->provenance.evidence.size(), std::size_t(2)); // the title is evidence as well
        QCOMPARE(engine::gradeBehind(*event), base::Grade::B);
    }

    void notInWhatStandsFarBelow()
    {
        engine::EventTypingMeasure measure;
        const auto pack = packWith(trained(measure));
        QVERIFY(pack);
        std::string body;
        for (int at = 0; at < 12; ++at)
            body += "The lamp in room " + std::to_string(at) + " is yellow. ";
        QVERIFY(support::analyse(**pack, {}, body + "The zorgle of unit 7 went blick.").events.empty());
    }

    void brokenModelIsRefused()
    {
        engine::EventTypingMeasure measure;
        const std::string bytes = trained(measure);
        for (const std::string& broken : {std::string(), bytes.substr(1), bytes + "x",
                 bytes.substr(0, bytes.size() / 2), bytes.substr(0, 20)}) {
            const auto pack = packWith(broken);
            QVERIFY(!pack);
            QVERIFY(pack.error().text().find("models/events.bin") != std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(EventTypingTest)
#include "eventtyping_test.moc"
