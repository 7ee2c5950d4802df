// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The story of an article on its page: asked for when it is looked at, in order of time with who was first,
// what is told differently side by side, gone through by keys.
#include "dialoghost.h"
#include "windowfixture.h"

#include <ui/panels/storypanel.h>

#include <QAbstractButton>
#include <QAction>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTextTable>
#include <QTreeWidget>

namespace {

desk::StoryMember member(std::int64_t id, const char* title, const char* source, int minutesAgo, int novelty)
{
    desk::StoryMember one;
    one.article = id;
    one.title = title;
    one.source = source;
    one.published = samples::now() - std::chrono::minutes(minutesAgo);
    one.received = *one.published;
    one.novelty = novelty;
    return one;
}

desk::StoryTimeline timeline(std::int64_t shown)
{
    desk::StoryTimeline timeline;
    timeline.story.id = 12;
    timeline.story.members
        = {member(101, "Smelters to cut runs by 10 percent, union says", "Agencia Andes", 1900, 100),
            member(shown, "Smelters <b>cut</b> runs & wait", "Metals Daily", 300, 42),
            member(103, "Two copper smelters stop furnaces until spring as treatment charges fall below zero",
                "Rates Wire", 48, 71)};
    timeline.story.articles = 3;
    timeline.story.sources = 3;
    timeline.disputes = {
        {"figure", "fact", false,
            {101, "Agencia Andes", "10 percent", "Smelters are to cut runs by 10 percent, the union says."},
            {103, "Rates Wire", "15 percent", "Output falls by 15 percent <until> spring."}},
        {"date", "forecast", true,
            {shown, "Metals Daily", "1 March", "The furnaces should be lit again on 1 March."},
            {103, "Rates Wire", "1 April", "They will be lit again on 1 April, a person close to it said."}}};
    return timeline;
}

} // namespace

class StoryPanelTest final : public QObject, private WindowFixture {
    Q_OBJECT

    ui::Reader& reader() const { return m_window->reader(); }
    ui::StoryPanel& panel() const { return *m_window->reader().findChild<ui::StoryPanel*>(); }
    QTreeWidget& members() const { return *panel().findChild<QTreeWidget*>(); }
    QTextBrowser& disputes() const { return *panel().findChild<QTextBrowser*>(); }
    QAction& action(const QString& name) const
    {
        for (QAction* one : members().actions()) {
            if (one->text() == name)
                return *one;
        }
        qFatal("no such action");
    }
    QStringList column(int at) const
    {
        QStringList list;
        for (int row = 0; row < members().topLevelItemCount(); ++row)
            list << members().topLevelItem(row)->text(at);
        return list;
    }
    void showTold()
    {
        showFeed();
        reader().setTab(ui::Reader::Story);
        reader().showStory(current(), timeline(current()));
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_window.reset(); }
    void askedForWhenLookedAt();
    void membersStandInOrderOfTime();
    void disputesStandSideBySide();
    void articleAloneSaysSo();
    void enterAndClickOpenAMember();
    void memberIsTakenOutByKeyAndMenu();
    void answersOfOthersAreNotShown();
    void looks_data() { pictures::rows(); }
    void looks();
};

void StoryPanelTest::askedForWhenLookedAt()
{
    showFeed();
    QSignalSpy asked(&reader(), &ui::Reader::storyWanted);
    reader().setTab(ui::Reader::FullText);
    QCOMPARE(asked.count(), 0);
    reader().setTab(ui::Reader::Story);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).toLongLong(), current());
    reader().setTab(ui::Reader::Brief);
    reader().setTab(ui::Reader::Story);
    QCOMPARE(asked.count(), 1); // it is known
    reader().storyChanged();
    QCOMPARE(asked.count(), 2);
    m_window->showArticle(samples::article(current()), samples::analysis(), {});
    QCOMPARE(asked.count(), 3);
}

void StoryPanelTest::membersStandInOrderOfTime()
{
    showTold();
    QCOMPARE(column(1),
        (QStringList{
            QStringLiteral("Agencia Andes"), QStringLiteral("Metals Daily"), QStringLiteral("Rates Wire")}));
    QCOMPARE(column(3), (QStringList{QStringLiteral("100"), QStringLiteral("42"), QStringLiteral("71")}));
    QCOMPARE(column(0).front(), QStringLiteral("22 Nov 06:52 UTC"));
    QCOMPARE(members().currentItem()->text(2), QStringLiteral("\u25B8 Smelters <b>cut</b> runs & wait"));
    QVERIFY(!column(2).front().startsWith(QStringLiteral("\u25B8")));
    const QString words = visibleWords().join(QLatin1Char('\n'));
    QVERIFY2(words.contains(QStringLiteral("First: Agencia Andes, 22 Nov 06:52 UTC")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("3 articles")), qPrintable(words));
}

void StoryPanelTest::disputesStandSideBySide()
{
    showTold();
    QVERIFY(disputes().isVisible());
    const auto* table = qobject_cast<QTextTable*>(disputes().document()->rootFrame()->childFrames().value(0));
    QVERIFY(table != nullptr);
    QCOMPARE(table->rows(), 4);
    QCOMPARE(table->columns(), 2);
    const auto cell = [&](int row, int at) {
        QTextCursor cursor = table->cellAt(row, at).firstCursorPosition();
        cursor.setPosition(table->cellAt(row, at).lastCursorPosition().position(), QTextCursor::KeepAnchor);
        return cursor.selectedText();
    };
    QVERIFY2(cell(1, 0).contains(QStringLiteral("10 percent")), qPrintable(cell(1, 0)));
    QVERIFY2(cell(1, 0).contains(QStringLiteral("Agencia Andes")), qPrintable(cell(1, 0)));
    QVERIFY2(
        cell(1, 1).contains(QStringLiteral("falls by 15 percent <until> spring.")), qPrintable(cell(1, 1)));
    QVERIFY2(cell(2, 0).contains(QStringLiteral("Date, forecast")), qPrintable(cell(2, 0)));
    QVERIFY2(cell(2, 0).contains(QStringLiteral("the second is later")), qPrintable(cell(2, 0)));
    QSignalSpy wanted(&reader(), &ui::Reader::articleWanted);
    Q_EMIT disputes().anchorClicked(QUrl(QStringLiteral("article:103")));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).toLongLong(), 103);
}

void StoryPanelTest::articleAloneSaysSo()
{
    showTold();
    desk::StoryTimeline alone = timeline(current());
    alone.story.members = {alone.story.members[1]};
    alone.story.articles = 1;
    alone.disputes.clear();
    reader().showStory(current(), alone);
    QVERIFY(!members().isVisible());
    QVERIFY(!disputes().isVisible());
    QVERIFY(visibleWords().contains(QStringLiteral("Nobody else has told this story.")));
    QVERIFY(!action(QStringLiteral("Not this story")).isEnabled());
    reader().showStory(current(), {});
    QVERIFY(visibleWords().contains(QStringLiteral("This article is in no story yet.")));
}

void StoryPanelTest::enterAndClickOpenAMember()
{
    showTold();
    m_chosen.clear();
    members().setFocus();
    QTest::keyClick(&members(), Qt::Key_Return);
    QCOMPARE(m_chosen, QList<qint64>{}); // it is shown
    QTest::keyClick(&members(), Qt::Key_Up);
    QTest::keyClick(&members(), Qt::Key_Return);
    QCOMPARE(m_chosen, QList<qint64>{101});
    const QRect last = members().visualItemRect(members().topLevelItem(2));
    QTest::mouseClick(members().viewport(), Qt::LeftButton, {}, last.center());
    QCOMPARE(m_chosen, (QList<qint64>{101, 103}));
    m_window->showArticle(samples::article(103), samples::analysis(), {});
    QCOMPARE(reader().article().id, 103);
    QCOMPARE(reader().tab(), ui::Reader::Story);
}

void StoryPanelTest::memberIsTakenOutByKeyAndMenu()
{
    showTold();
    QSignalSpy split(&reader(), &ui::Reader::splitWanted);
    members().setFocus();
    QTest::keyClick(&members(), Qt::Key_Delete);
    QCOMPARE(split.count(), 1);
    QCOMPARE(split.at(0).at(0).value<QList<qint64>>(), QList<qint64>{current()});
    members().setCurrentItem(members().topLevelItem(2));
    action(QStringLiteral("Not this story")).trigger();
    QCOMPARE(split.count(), 2);
    QCOMPARE(split.at(1).at(0).value<QList<qint64>>(), QList<qint64>{103});
}

void StoryPanelTest::answersOfOthersAreNotShown()
{
    showFeed();
    reader().setTab(ui::Reader::Story);
    reader().showStory(current() + 1, timeline(current() + 1));
    QCOMPARE(members().topLevelItemCount(), 0);
    reader().showStory(current(), timeline(current()));
    QCOMPARE(members().topLevelItemCount(), 3);
    Q_EMIT reader().articleWanted(101);
    m_window->showArticle(samples::article(101), samples::analysis(), {});
    QCOMPARE(members().topLevelItemCount(), 0); // until it is read
}

void StoryPanelTest::looks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    DialogHost host(theme, scale);
    ui::Reader shown(host.theme, &host.window);
    shown.resize(host.theme.px(720), host.theme.px(860));
    host.window.resize(shown.size());
    host.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&host.window));
    shown.showArticle(samples::article(), samples::analysis(), samples::now());
    shown.setTab(ui::Reader::Story);
    shown.showStory(3, timeline(3));
    pictures::keep(host.window, QStringLiteral("story"));
    auto* list = shown.findChild<QTreeWidget*>();
    QVERIFY(list->isVisible());
    QVERIFY(list->verticalScrollBar()->maximum() == 0);
    auto* text = shown.findChild<ui::StoryPanel*>()->findChild<QTextBrowser*>();
    QVERIFY(text->height() >= host.theme.px(100));
}

QTEST_MAIN(StoryPanelTest)
#include "storypanel_test.moc"
