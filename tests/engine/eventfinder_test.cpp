// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: eventrules.cpp eventarguments.cpp eventstatus.cpp reading.cpp mode.cpp
#include <engine/events/eventfinder.h>
#include <engine/events/eventrules.h>
#include <engine/events/foundevent.h>
#include <engine/events/triggers.h>
#include <engine/events/wordclass.h>
#include <engine/reading.h>

#include <QTest>

#include <support/testpack.h>

class EventFinderTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<const engine::Pack> m_pack = support::shippedPack();

private Q_SLOTS:
    void events_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("modality");
        const auto row = [](const char* name, const char* body, const char* type, const char* modality) {
            QTest::newRow(name) << body << type << modality;
        };
        row("tariff", "The US imposed 25% tariffs on Canadian steel on Monday.", "trade.tariff_impose",
            "completed");
        row("tariff passive", "Tariffs on steel were imposed by the US.", "trade.tariff_impose", "completed");
        row("tariff lifted", "The US lifted tariffs on Canadian steel on Monday.", "trade.tariff_lift",
            "completed");
        row("tariff scrapped plan", "Washington scrapped its tariffs on wine.", "trade.tariff_lift",
            "completed");
        row("tariff considered", "The US is considering new tariffs and may impose tariffs on wine.",
            "trade.tariff_impose", "conditional");
        row("tariff threat", "The US threatened to impose tariffs on wine.", "trade.tariff_impose",
            "threatened");
        row("tariff ruled out", "The minister ruled out plans to impose tariffs.", "trade.tariff_impose",
            "denied");
        row("controls", "Beijing tightened export licences for gallium.", "ctrl.export_impose", "completed");
        row("controls eased", "Beijing eased export licences for gallium.", "ctrl.export_ease", "completed");
        row("hike surprise", "The Riksbank unexpectedly raised its policy rate by 50 basis points.",
            "cb.hike_surprise", "completed");
        row("hold", "The ECB kept its deposit rate unchanged.", "cb.hold", "announced");
        row("guidance", "Orvella Corp raised its full-year outlook on Tuesday.", "corp.guidance_raise",
            "completed");
        row("guidance cut", "Orvella Corp cut its outlook on Tuesday.", "corp.guidance_cut", "announced");
        row("pilots", "Pilots at the airline reject contract offer.", "labour.strike", "announced");
        row("trial", "The drug met the main goal of a late-stage trial.", "bio.trial_success", "completed");
        row("breach", "Attackers took data on three million cards.", "tech.breach", "completed");
        row("rumour", "Orvella Corp will acquire Brantel Inc, people familiar said.", "ma.bid", "rumoured");
        row("considered", "The European Union considers tariffs on Russian fertiliser.",
            "trade.tariff_impose", "proposed");
        row("planned purchase", "Orvella Corp said it may close its plant in Ohio.", "corp.capacity_cut",
            "conditional");
        row("long ago", "Amazon acquired Whole Foods in 2017.", "ma.bid", "historical");
        row("before that", "Orvella Corp had already cut 900 jobs.", "labour.layoffs", "historical");
        row("strike called off", "Pilots at the airline called off a strike.", "labour.settlement",
            "completed");
        row("split", "Walmart announces 3-for-1 stock split.", "cap.stock_split", "announced");
        row("glut", "The oil market is oversupplied, the agency said.", "com.surplus", "announced");
        row("sales", "Like-for-like sales rose 4% at Orvella Corp.", "corp.sales_update", "completed");
        row("trial", "Orvella Corp's drug failed in a late-stage trial.", "bio.trial_fail", "completed");
        row("seized", "A second tanker was seized in the Strait of Hormuz.", "geo.attack", "completed");
    }
    void events()
    {
        QFETCH(QString, body);
        QFETCH(QString, type);
        QFETCH(QString, modality);
        const base::Analysis analysis = support::analyse(*m_pack, "On Monday", body.toStdString());
        const base::Event* event = support::eventOf(analysis, type.toStdString());
        QVERIFY2(event != nullptr, qPrintable(type));
        if (modality != QLatin1String("announced"))
            QCOMPARE(QString::fromUtf8(base::modalityName(event->modality).data()), modality);
        QVERIFY(!event->provenance.evidence.empty());
        QVERIFY(!event->provenance.rules.empty());
    }

    void nothingHappened_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("type");
        QTest::newRow("tariff revenue") << "Tariff revenue rose 4% in May."
                                        << "trade.tariff_impose";
        QTest::newRow("reversed") << "The US lifted tariffs on wine."
                                  << "trade.tariff_impose";
        QTest::newRow("prices cut") << "Price cuts lure shoppers to the store."
                                    << "cb.cut_expected";
        QTest::newRow("credit rating") << "S&P cuts Intel credit rating to BBB."
                                       << "cb.cut_expected";
        QTest::newRow("plans") << "The plans cover dental care and eye care."
                               << "tech.capex_plan";
        QTest::newRow("strike price") << "The strike price of the options is $45."
                                      << "labour.strike";
        QTest::newRow("subsidies ruled against")
            << "Judges found the subsidies paid to the planemaker illegal."
            << "indpol.subsidy";
        QTest::newRow("subsidies looked into")
            << "The commission opened a probe into subsidies that the state provided to battery plants."
            << "indpol.subsidy";
        QTest::newRow("subsidies answered with duties")
            << "Countervailing duties answer the subsidies that the government provided to mills."
            << "indpol.subsidy";
        QTest::newRow("price war") << "A price war among grocers went on."
                                   << "geo.escalation";
    }
    void nothingHappened()
    {
        QFETCH(QString, body);
        QFETCH(QString, type);
        QVERIFY(
            support::eventOf(support::analyse(*m_pack, "On Monday", body.toStdString()), type.toStdString())
            == nullptr);
    }

    // A tight pattern that tells no direction leaves it to the one that does.
    void directions_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("polarity");
        QTest::newRow("mood falls") << "Consumer confidence in Spain fell to its lowest in two years."
                                    << "macro.consumer" << -1;
        QTest::newRow("mood rises") << "Consumer confidence in Spain rose in May."
                                    << "macro.consumer" << 1;
        QTest::newRow("rating cut") << "Fitch cut Brazil's rating to junk."
                                    << "fiscal.sovereign_rating" << -1;
        QTest::newRow("rating raised") << "Fitch lifted Brazil's rating by one notch."
                                       << "fiscal.sovereign_rating" << 1;
        QTest::newRow("forecast raised") << "The World Bank raised its growth forecast for Chile."
                                         << "macro.forecast_revision" << 1;
        QTest::newRow("makers gloomier") << "The mood among German manufacturers worsened in May."
                                         << "macro.activity_survey" << -1;
    }
    void directions()
    {
        QFETCH(QString, body);
        QFETCH(QString, type);
        QFETCH(int, polarity);
        const base::Analysis analysis = support::analyse(*m_pack, "On Monday", body.toStdString());
        const base::Event* event = support::eventOf(analysis, type.toStdString());
        QVERIFY2(event != nullptr, qPrintable(type));
        QCOMPARE(event->polarity, polarity);
    }

    void nounAndVerb_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("token");
        QTest::addColumn<bool>("verb");
        QTest::newRow("object behind") << "The bank cuts its forecast." << 2 << true;
        QTest::newRow("determiner before") << "The cuts came late." << 1 << false;
        QTest::newRow("joined noun") << "Economists expect rate cuts soon." << 3 << false;
        QTest::newRow("infinitive") << "It wants to cut costs." << 3 << true;
        QTest::newRow("modal") << "They may ban exports." << 2 << true;
        QTest::newRow("preposition before") << "After cuts in spending it rose." << 1 << false;
        QTest::newRow("describing") << "The proposed merger failed." << 1 << false;
    }
    void nounAndVerb()
    {
        QFETCH(QString, text);
        QFETCH(int, token);
        QFETCH(bool, verb);
        const engine::Document document = engine::readDocument(m_pack->vocabulary, {}, text.toStdString());
        const std::vector<std::int32_t> mentions(document.tokens.size(), -1);
        engine::SentenceWords words(document, mentions);
        words.open(document.sentences.front());
        QCOMPARE(words.isVerb(static_cast<std::uint32_t>(token)), verb);
    }

    void phrasesAreFoundWithTheirSlots()
    {
        engine::Vocabulary vocabulary;
        engine::Triggers triggers;
        const std::uint32_t first = triggers.addSlot();
        const std::uint32_t second = triggers.addSlot();
        triggers.add(first, "trade deal", engine::WordUse::Noun, vocabulary);
        triggers.add(second, "trade deal", engine::WordUse::Noun, vocabulary);
        triggers.close({true, false});
        const engine::Document document = engine::readDocument(vocabulary, {}, "Two trade deals.");
        std::vector<engine::Triggers::Hit> hits;
        triggers.matchAt(document.tokens, 1, 3, hits);
        QCOMPARE(hits.size(), std::size_t(1));
        QCOMPARE(hits.front().size(), 2U);
        QVERIFY(triggers.has(hits.front().phrase, first) && triggers.has(hits.front().phrase, second));
        QCOMPARE(triggers.startsOf(hits.front().phrase).size(), std::size_t(1));
        QCOMPARE(triggers.startsOf(hits.front().phrase).front(), first);
    }

    void arguments()
    {
        const base::Analysis tariff = support::analyse(
            *m_pack, "On Monday", "The United States will slap 25% tariffs on Canadian steel from March.");
        const base::Event* event = support::eventOf(tariff, "trade.tariff_impose");
        QVERIFY(event != nullptr);
        QCOMPARE(QString::fromStdString(event->subject), QString("country:us"));
        QCOMPARE(QString::fromStdString(event->object), QString("country:ca"));
        QCOMPARE(QString::fromStdString(event->theme), QString("commodity:steel"));
        QCOMPARE(QString::fromStdString(event->when), QString("March"));
        QCOMPARE(event->quantities.size(), std::size_t(1));
        QCOMPARE(event->quantities.front().value, 25.0);
    }

    void theActorOfThePassiveStandsBehindBy()
    {
        const base::Analysis analysis = support::analyse(
            *m_pack, "On Monday", "Tariffs on Chinese goods were imposed by the United States on Monday.");
        const base::Event* event = support::eventOf(analysis, "trade.tariff_impose");
        QVERIFY(event != nullptr);
        QCOMPARE(QString::fromStdString(event->subject), QString("country:us"));
        QCOMPARE(QString::fromStdString(event->object), QString("country:cn"));
    }

    void bothPartiesOfADealAreNamed()
    {
        const base::Analysis analysis
            = support::analyse(*m_pack, "On Monday", "Israel and Iran agreed to a ceasefire on Tuesday.");
        const base::Event* event = support::eventOf(analysis, "geo.ceasefire");
        QVERIFY(event != nullptr);
        QCOMPARE(QString::fromStdString(event->subject), QString("country:il"));
        QCOMPARE(QString::fromStdString(event->object), QString("country:ir"));
        QCOMPARE(QString::fromStdString(event->when), QString("Tuesday"));
    }

    void countsAreFiguresAndTermsOfComparisonAreNot()
    {
        const base::Analysis analysis = support::analyse(
            *m_pack, "On Monday", "Orvella Corp cut 13,000 jobs, the first such step in 64 years.");
        const base::Event* event = support::eventOf(analysis, "labour.layoffs");
        QVERIFY(event != nullptr);
        QCOMPARE(event->quantities.size(), std::size_t(1));
        QCOMPARE(event->quantities.front().value, 13000.0);
    }

    void reversalTurnsTheSign()
    {
        const base::Analysis imposed = support::analyse(*m_pack, "US imposes tariffs on Canadian steel",
            "The US imposed tariffs on Canadian steel on Monday.");
        const base::Analysis lifted = support::analyse(*m_pack, "US lifts tariffs on Canadian steel",
            "The US lifted tariffs on Canadian steel on Monday.");
        QVERIFY(imposed.sentiment.score < 0);
        QVERIFY(lifted.sentiment.score > 0);
    }

    void modes_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("mode");
        QTest::newRow("news") << "Orvella cuts outlook"
                              << "Orvella Corp cut its outlook on Monday, the company said."
                              << "news";
        QTest::newRow("opinion") << "Opinion: the dollar is not done"
                                 << "I think the dollar will hold. I believe so because rates matter."
                                 << "opinion";
        QTest::newRow("explainer") << "Explainer: how capacity markets work"
                                   << "Capacity markets pay plants for being there. They exist in several "
                                      "countries. A plant has to be available when it is needed."
                                   << "explainer";
    }
    void modes()
    {
        QFETCH(QString, title);
        QFETCH(QString, body);
        QFETCH(QString, mode);
        QCOMPARE(QString::fromUtf8(
                     base::modeName(support::analyse(*m_pack, title.toStdString(), body.toStdString()).mode)
                         .data()),
            mode);
    }
};

QTEST_GUILESS_MAIN(EventFinderTest)
#include "eventfinder_test.moc"
