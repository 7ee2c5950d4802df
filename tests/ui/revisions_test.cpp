// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What changed between an article's revisions: asked for, shown with two cues each, gone through by keys.
#include "dialoghost.h"
#include "windowfixture.h"

#include <desk/wordchanges.h>
#include <ui/dialogs/revisions.h>

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextBrowser>

#include <algorithm>

using ui::RevisionsDialog;

namespace {

std::vector<desk::TextVersion> versions()
{
    return {{"Smelters cut runs", "Charges fell. Two plants stop.", samples::now() - std::chrono::hours(30)},
        {"Smelters cut runs", "Charges fell. Three plants stop until <spring>.",
            samples::now() - std::chrono::hours(2)},
        {"Smelters cut runs further",
            "Charges fell. Three plants stop until <spring>.\n\nBuyers expect to pay more.",
            samples::now() - std::chrono::minutes(20)}};
}

struct Styled {
    QStringList added; // underlined, on a tint
    QStringList removed; // struck through, on a tint
};

// Fragments that follow each other in one style are one piece of it.
Styled styled(const QTextBrowser& text)
{
    Styled found;
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
        QStringList* last = nullptr;
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextCharFormat format = at.fragment().charFormat();
            const bool tinted = format.hasProperty(QTextFormat::BackgroundBrush);
            QStringList* list = tinted && format.fontUnderline() ? &found.added
                : tinted && format.fontStrikeOut()               ? &found.removed
                                                                 : nullptr;
            if (list != nullptr && list == last)
                list->back() += at.fragment().text();
            else if (list != nullptr)
                *list << at.fragment().text();
            last = list;
        }
    }
    return found;
}

} // namespace

class RevisionsTest final : public QObject, private WindowFixture {
    Q_OBJECT

    RevisionsDialog* dialog() const { return m_window->findChild<RevisionsDialog*>(); }
    ui::Reader& reader() const { return m_window->reader(); }

    QString meta() const
    {
        for (const QString& words : visibleWords()) {
            if (words.contains(QStringLiteral("Received")))
                return words;
        }
        return {};
    }

    void showRevised(int revisions)
    {
        showFeed();
        m_window->showArticle(samples::article(current()), samples::analysis(), {}, revisions);
    }

    void answer(int before, int after)
    {
        const auto list = versions();
        const auto& from = list[static_cast<std::size_t>(before)];
        const auto& to = list[static_cast<std::size_t>(after)];
        reader().showChanges(current(), before, after, desk::wordChanges(from.title, to.title),
            desk::wordChanges(from.body, to.body));
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_window.reset(); }
    void metaLineTellsTheRevisions_data();
    void metaLineTellsTheRevisions();
    void articleWithoutRevisionsSaysSo();
    void keyAndClickAskForTheVersions();
    void changesAreMarkedByTwoCues();
    void versionsAreChosen();
    void answersOfOthersAreNotShown();
    void looks_data() { pictures::rows(); }
    void looks();
};

void RevisionsTest::metaLineTellsTheRevisions_data()
{
    QTest::addColumn<int>("revisions");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << 0 << "";
    QTest::newRow("one") << 1 << "revised once";
    QTest::newRow("three") << 3 << "revised 3 times";
}

void RevisionsTest::metaLineTellsTheRevisions()
{
    QFETCH(int, revisions);
    QFETCH(QString, words);
    showRevised(revisions);
    QVERIFY(!meta().isEmpty());
    QCOMPARE(meta().contains(QStringLiteral("revised")), revisions > 0);
    QVERIFY2(meta().contains(words), qPrintable(meta()));
}

void RevisionsTest::articleWithoutRevisionsSaysSo()
{
    showRevised(0);
    QTest::keyClick(m_window.get(), Qt::Key_D);
    QVERIFY(dialog() == nullptr);
    QVERIFY(visibleWords().contains(QStringLiteral("This article was not revised.")));
}

void RevisionsTest::keyAndClickAskForTheVersions()
{
    showRevised(2);
    QSignalSpy asked(&reader(), &ui::Reader::versionsWanted);
    QTest::keyClick(m_window.get(), Qt::Key_D);
    QVERIFY(dialog() != nullptr);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).toLongLong(), current());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(dialog() == nullptr);
    for (QLabel* label : reader().findChildren<QLabel*>()) {
        if (label->text() == meta())
            Q_EMIT label->linkActivated(QStringLiteral("revisions:"));
    }
    QCOMPARE(asked.count(), 2);
    QVERIFY(dialog() != nullptr);
}

void RevisionsTest::changesAreMarkedByTwoCues()
{
    showRevised(2);
    QSignalSpy asked(&reader(), &ui::Reader::changesWanted);
    QTest::keyClick(m_window.get(), Qt::Key_D);
    reader().showVersions(current(), versions());
    QCOMPARE(asked.count(), 1); // the last two
    QCOMPARE(asked.at(0).at(1).toInt(), 1);
    QCOMPARE(asked.at(0).at(2).toInt(), 2);
    answer(1, 2);
    const auto* text = dialog()->findChild<QTextBrowser*>();
    Styled marks = styled(*text);
    QCOMPARE(marks.removed, QStringList{});
    QCOMPARE(
        marks.added, (QStringList{QStringLiteral("further"), QStringLiteral("Buyers expect to pay more.")}));
    QVERIFY2(text->toPlainText().contains(QStringLiteral("<spring>")), "what publishers wrote is text");
    answer(0, 1); // not the pair that is chosen
    QCOMPARE(styled(*text).added.size(), 2);
    dialog()->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog());
    QTest::keyClick(dialog(), Qt::Key_K);
    QCOMPARE(asked.back().at(1).toInt(), 0);
    answer(0, 1);
    marks = styled(*text);
    QCOMPARE(marks.removed, (QStringList{QStringLiteral("Two"), QStringLiteral("stop.")}));
    QVERIFY2(marks.added.contains(QStringLiteral("Three")), qPrintable(marks.added.join(QLatin1Char('|'))));
}

void RevisionsTest::versionsAreChosen()
{
    showRevised(2);
    QTest::keyClick(m_window.get(), Qt::Key_D);
    reader().showVersions(current(), versions());
    QSignalSpy asked(&reader(), &ui::Reader::changesWanted);
    const QList<QComboBox*> boxes = dialog()->findChildren<QComboBox*>();
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(boxes[0]->count(), 3);
    QVERIFY2(boxes[0]->itemText(0).contains(QStringLiteral("22 Nov 08:32 UTC")),
        qPrintable(boxes[0]->itemText(0)));
    QVERIFY(boxes[1]->itemText(2).startsWith(QStringLiteral("now")));
    boxes[0]->setFocus();
    QTest::keyClick(boxes[0], Qt::Key_Home);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(1).toInt(), 0);
    QCOMPARE(asked.at(0).at(2).toInt(), 2);
    reader().showVersions(current(), {versions().front()});
    QCOMPARE(asked.count(), 1);
}

void RevisionsTest::answersOfOthersAreNotShown()
{
    showRevised(2);
    QTest::keyClick(m_window.get(), Qt::Key_D);
    QSignalSpy asked(&reader(), &ui::Reader::changesWanted);
    reader().showVersions(current() + 1, versions());
    QCOMPARE(asked.count(), 0);
    QCOMPARE(dialog()->findChild<QComboBox*>()->count(), 0);
}

void RevisionsTest::looks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    DialogHost host(theme, scale);
    RevisionsDialog shown(host.theme, 3, samples::now(), &host.window);
    shown.show();
    QVERIFY(QTest::qWaitForWindowActive(&shown));
    shown.showVersions(versions());
    const auto list = versions();
    shown.findChildren<QComboBox*>().front()->setCurrentIndex(0);
    shown.showChanges(
        0, 2, desk::wordChanges(list[0].title, list[2].title), desk::wordChanges(list[0].body, list[2].body));
    QCoreApplication::processEvents();
    pictures::keep(shown, QStringLiteral("revisions"));
    const QStringList faults = pictures::clipped(shown);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY(!styled(*shown.findChild<QTextBrowser*>()).removed.isEmpty());
}

QTEST_MAIN(RevisionsTest)
#include "revisions_test.moc"
