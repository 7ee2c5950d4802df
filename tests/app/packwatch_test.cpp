// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: packwatch.cpp
#include <app/packwatch.h>
#include <base/files.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class PackWatchTest final : public QObject {
    Q_OBJECT

    static constexpr int WaitMs = 30000;

private Q_SLOTS:
    void savedFilesAreLoadedAndMistakesNamed()
    {
        QTemporaryDir folder;
        app::Options options;
        options.dataDir = folder.path().toStdString();
        const app::Context context = app::makeContext(options);
        std::filesystem::create_directories(context.packPath());
        const std::string shipped = app::enginePack(context).value()->hash;
        app::PackWatch watch(context);
        QSignalSpy refused(&watch, &app::PackWatch::refused);
        std::string hash;
        connect(&watch, &app::PackWatch::loaded, this,
            [&hash](const std::shared_ptr<const engine::Pack>& pack) { hash = pack->hash; });
        QSignalSpy loaded(&watch, &app::PackWatch::loaded);

        QVERIFY(base::writeFile(context.packPath() / "regime.toml", "growth = \"slowing\"\n"));
        QVERIFY(loaded.wait(WaitMs));
        QVERIFY(!hash.empty() && hash != shipped);

        QVERIFY(base::writeFile(context.packPath() / "regime.toml", "growth = \n"));
        QVERIFY(refused.wait(WaitMs));
        QVERIFY(refused.front().front().toString().contains(QStringLiteral("regime.toml:1")));
    }
};

QTEST_GUILESS_MAIN(PackWatchTest)
#include "packwatch_test.moc"
