// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: commandlistmodel.cpp palettemodel.cpp
#include <items/commandlistmodel.h>
#include <items/palettemodel.h>

#include <QAbstractItemModelTester>
#include <QTest>

using items::CommandListModel;
using items::PaletteEntry;
using items::PaletteModel;

namespace {

PaletteEntry command(const char* name, const char* key = "")
{
    return {PaletteEntry::Command, QString::fromLatin1(name), QString::fromLatin1(name).toLower(),
        QString::fromLatin1(key)};
}

PaletteEntry topic(const char* name)
{
    return {PaletteEntry::Topic, QString::fromLatin1(name),
        QStringLiteral("topic:\"") + QString::fromLatin1(name) + QLatin1Char('"'), {}};
}

PaletteEntry article(int id, const char* title)
{
    return {
        PaletteEntry::Article, QString::fromUtf8(title), QString::number(id), QStringLiteral("Metals Daily")};
}

QList<PaletteEntry> known()
{
    return {command("Star", "S"), command("Save this search", "Ctrl+S"), command("Refresh feeds", "F5"),
        {PaletteEntry::Page, QStringLiteral("News"), QStringLiteral("News"), {}}, topic("Oil & Gas"),
        topic("Sanctions & Export Controls"),
        {PaletteEntry::Source, QStringLiteral("Oil Wire"), QStringLiteral("source:\"Oil Wire\""), {}}};
}

} // namespace

class PaletteModelTest final : public QObject {
    Q_OBJECT

    PaletteModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QStringList texts() const
    {
        QStringList list;
        for (int row = 0; row < m_model.rowCount(); ++row)
            list << m_model.entryAt(row).text;
        return list;
    }

    QString shown(int row, int role = Qt::DisplayRole) const
    {
        return m_model.index(row).data(role).toString();
    }

private Q_SLOTS:
    void init()
    {
        m_model.setTyped({});
        m_model.setRecent({});
        m_model.setKnown(known());
        m_model.setNow(base::fromIso("2026-11-23T14:32:00Z").value());
    }

    void whatWasChosenLastComesFirst()
    {
        QCOMPARE(texts().first(), QStringLiteral("News")); // pages, then commands
        m_model.setRecent({article(7, "Smelters cut runs"), command("Refresh feeds"), command("Gone")});
        QCOMPARE(texts().first(2),
            QStringList({QStringLiteral("Smelters cut runs"), QStringLiteral("Refresh feeds")}));
        QCOMPARE(shown(1, PaletteModel::KeyRole), QStringLiteral("F5")); // the key it has now
        QCOMPARE(texts().count(QStringLiteral("Refresh feeds")), 1);
        QVERIFY(!texts().contains(QStringLiteral("Gone"))); // a command that works here no more
        m_model.setTyped(QStringLiteral("s"));
        QCOMPARE(texts().first(2), // what was chosen last goes before what is near
            QStringList({QStringLiteral("Smelters cut runs"), QStringLiteral("Star")}));
        m_model.setRecent({command("Save this search")});
        QCOMPARE(texts().first(), QStringLiteral("Save this search"));
    }

    void lettersAreFoundAndMarked()
    {
        m_model.setTyped(QStringLiteral("expcon"));
        QCOMPARE(m_model.rowCount(), 2);
        QCOMPARE(texts().first(), QStringLiteral("Sanctions & Export Controls"));
        const auto hits = m_model.index(0).data(PaletteModel::HitsRole).value<QList<items::TextRange>>();
        QCOMPARE(hits.size(), 2);
        QCOMPARE(texts().first().mid(hits[0].begin, hits[0].length), QStringLiteral("Exp"));
        QCOMPARE(texts().first().mid(hits[1].begin, hits[1].length), QStringLiteral("Con"));
        QCOMPARE(shown(0, PaletteModel::KindNameRole), QStringLiteral("Topic"));
    }

    void marksCountLettersNotBytes()
    {
        m_model.setFound({});
        m_model.setTyped(QStringLiteral("paulo"));
        m_model.setFound({article(1, "S\u00E3o \U0001F6E2 Paulo")});
        const auto hits = m_model.index(0).data(PaletteModel::HitsRole).value<QList<items::TextRange>>();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(texts().first().mid(hits[0].begin, hits[0].length), QStringLiteral("Paulo"));
    }

    void whatTheStoreFoundIsListedOnce()
    {
        m_model.setTyped(QStringLiteral("oil"));
        const QStringList before = texts();
        QCOMPARE(before,
            QStringList({QStringLiteral("Oil & Gas"), QStringLiteral("Oil Wire"), QStringLiteral("oil")}));
        m_model.setFound(
            {{PaletteEntry::Source, QStringLiteral("Oil Wire"), QStringLiteral("source:\"Oil Wire\""), {}},
                article(4, "Tankers wait for crude")});
        QCOMPARE(texts(),
            QStringList({QStringLiteral("Oil & Gas"), QStringLiteral("Oil Wire"),
                QStringLiteral("Tankers wait for crude"), QStringLiteral("oil")}));
        m_model.setTyped(QStringLiteral("oi")); // what was found belonged to other letters
        QVERIFY(!texts().contains(QStringLiteral("Tankers wait for crude")));
    }

    void typedQueriesCanBeSearched_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("first");
        QTest::addColumn<bool>("fault");
        QTest::newRow("words") << "oil" << false << false;
        QTest::newRow("two words") << "oil gas" << false << false;
        QTest::newRow("a field") << "topic:oil" << true << false;
        QTest::newRow("a number") << "oil impact>=0.5" << true << false;
        QTest::newRow("either") << "oil OR gas" << true << false;
        QTest::newRow("an order") << "sort:impact" << true << false;
        QTest::newRow("no query") << "impact>=many" << false << true;
    }

    void typedQueriesCanBeSearched()
    {
        QFETCH(QString, typed);
        QFETCH(bool, first);
        QFETCH(bool, fault);
        m_model.setTyped(typed);
        const int row = first ? 0 : m_model.rowCount() - 1;
        QVERIFY(m_model.entryAt(row).kind == PaletteEntry::Search);
        QCOMPARE(m_model.entryAt(row).target, typed);
        QCOMPARE(m_model.flags(m_model.index(row)) == Qt::NoItemFlags, fault);
        QVERIFY(shown(row).contains(fault ? QStringLiteral("column") : typed));
        if (fault)
            QCOMPARE(m_model.firstChoice(), -1);
    }

    void rowsReadAsOneSentence()
    {
        m_model.setTyped(QStringLiteral("star"));
        QCOMPARE(shown(0, Qt::AccessibleTextRole), QStringLiteral("Star, Command, S"));
    }

    void manyEntriesAreListedFast()
    {
        QList<PaletteEntry> many;
        for (int at = 0; at < 3000; ++at)
            many << PaletteEntry{PaletteEntry::Source,
                QStringLiteral("Regional business source number %1").arg(at), QString::number(at), {}};
        m_model.setKnown(many);
        QBENCHMARK { m_model.setTyped(QStringLiteral("regsource")); }
        QCOMPARE(m_model.rowCount(), 101);
    }

    void commandsKeepTheirPlacesWhenKeysChange()
    {
        CommandListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCommands({{QStringLiteral("a.star"), QStringLiteral("star"), QStringLiteral("S"),
                               QStringLiteral("News"), false},
            {QStringLiteral("a.undo"), QStringLiteral("undo"), QStringLiteral("Ctrl+Z"),
                QStringLiteral("everywhere"), false}});
        model.setTyped(QStringLiteral("ctrl+z"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.idAt(0), QStringLiteral("a.undo"));
        QCOMPARE(model.rowOf(QStringLiteral("a.star")), -1);
        model.setCommands({{QStringLiteral("a.star"), QStringLiteral("star"), QStringLiteral("S"),
                               QStringLiteral("News"), false},
            {QStringLiteral("a.undo"), QStringLiteral("undo"), QString(), QStringLiteral("everywhere"),
                true}});
        QCOMPARE(model.idAt(0), QStringLiteral("a.undo"));
        QCOMPARE(model.index(0, CommandListModel::Keys).data().toString(), QStringLiteral("\u2014"));
        QCOMPARE(
            model.index(0, CommandListModel::Keys).data(items::NoteRole).toString(), QStringLiteral("yours"));
    }
};

QTEST_GUILESS_MAIN(PaletteModelTest)
#include "palettemodel_test.moc"
