// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/modules.h>

#include <QTest>

class ModulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissingPartIsSaidPlainly()
    {
        const base::Result<void*> found = base::moduleFunction("nosuchpart", "leadlineNothing");
        QVERIFY(!found);
        QVERIFY(found.error().code == base::ErrorCode::Io);
        QVERIFY(found.error().context.ends_with("/lib/leadline/nosuchpart.so"));
        QVERIFY(found.error().message.starts_with("a part of the program could not be loaded"));
    }

    void aPartWithoutTheFunctionIsSaidPlainly()
    {
        const base::Result<void*> found = base::moduleFunction("ziparchive", "leadlineNothing");
        QVERIFY(!found);
        QVERIFY(QString::fromStdString(found.error().message).contains(QStringLiteral("leadlineNothing")));
        QVERIFY(bool(base::moduleFunction("ziparchive", "leadlineReadZip")));
    }
};

QTEST_APPLESS_MAIN(ModulesTest)
#include "modules_test.moc"
