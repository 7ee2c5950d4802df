// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: gazetteer.cpp
#include <engine/entities/entityfinder.h>
#include <engine/entities/gazetteer.h>

#include <QTest>

#include <support/testpack.h>

#include <algorithm>

class EntityFinderTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<const engine::Pack> m_pack = support::shippedPack();

    std::vector<std::string> found(const QString& title, const QString& body) const
    {
        std::vector<std::string> ids;
        for (const base::Entity& entity :
            support::analyse(*m_pack, title.toStdString(), body.toStdString()).entities)
            ids.push_back(entity.id);
        return ids;
    }

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("expected");
        QTest::newRow("demonym") << "Chinese exports rose sharply."
                                 << "country:cn" << true;
        QTest::newRow("capital as government") << "Beijing tightened its rules."
                                               << "country:cn" << true;
        QTest::newRow("US") << "The US raised tariffs."
                            << "country:us" << true;
        QTest::newRow("us is no country") << "It gave us hope and nothing else."
                                          << "country:us" << false;
        QTest::newRow("central bank") << "The Riksbank raised rates."
                                      << "cb:riksbank" << true;
        QTest::newRow("acronym") << "The Fed kept rates steady."
                                 << "cb:fed" << true;
        QTest::newRow("commodity") << "Buyers of rare-earth magnets wait."
                                   << "commodity:rare_earth_magnets" << true;
        QTest::newRow("company") << "Microsoft shares rose."
                                 << "company:MSFT" << true;
        QTest::newRow("riot is not in patriot") << "The patriot spoke of targets."
                                                << "company:TGT" << false;
        QTest::newRow("ordinary word") << "The visa rules changed."
                                       << "company:V" << false;
    }
    void names()
    {
        QFETCH(QString, body);
        QFETCH(QString, id);
        QFETCH(bool, expected);
        const std::vector<std::string> ids = found({}, body);
        QCOMPARE(std::find(ids.begin(), ids.end(), id.toStdString()) != ids.end(), expected);
    }

    void unknownCompaniesByTheirForm()
    {
        const base::Analysis analysis = support::analyse(*m_pack, "Velmarra cuts outlook",
            "Velmarra Systems Inc said on Monday it would cut jobs. Velmarra shares fell 9%.");
        const auto it = std::find_if(analysis.entities.begin(), analysis.entities.end(),
            [](const base::Entity& entity) { return entity.id == "company:velmarra_systems"; });
        QVERIFY(it != analysis.entities.end());
        QVERIFY(it->mentions.size() >= 3); // the title's and the last sentence's short form too
        QVERIFY(it->relevance > 50);
    }

    void mentionsAreTheWords()
    {
        const std::string body = "Germany and the European Central Bank disagree.";
        for (const base::Entity& entity : support::analyse(*m_pack, "x", body).entities) {
            for (const base::Span& span : entity.mentions)
                QVERIFY(!base::slice(body, span).empty());
        }
    }
};

QTEST_GUILESS_MAIN(EntityFinderTest)
#include "entityfinder_test.moc"
