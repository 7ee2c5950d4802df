// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The Stories page, and the feed with each story once: gone through by keys, chosen, merged and split, and
// how they look.
#include "dialoghost.h"
#include "windowfixture.h"

#include <items/roles.h>
#include <ui/pages/stories.h>
#include <ui/panels/storylog.h>
#include <ui/panels/storypanel.h>
#include <ui/widgets/articledelegate.h>
#include <ui/windowpages.h>

#include <QDataStream>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

namespace {

desk::StoryListPage stories(int count)
{
    const char* headlines[]
        = {"Two copper smelters stop furnaces until spring as treatment charges fall below zero",
            "Central bank lifts policy rate by 50 bp, twice what desks had priced",
            "Strait traffic halves after second tanker is seized; war-risk premiums double",
            "Chipmaker raises full-year outlook as data-centre orders outrun capacity"};
    desk::StoryListPage page;
    for (int at = 0; at < count; ++at) {
        desk::StoryRow row;
        row.id = 40 - at;
        row.article = 100 + at;
        row.title = headlines[at % 4];
        row.firstSource = "Agencia Andes";
        row.begun = samples::now() - std::chrono::minutes(1900 + at);
        row.last = samples::now() - std::chrono::minutes(9 + 37 * at);
        row.articles = 12 - at % 5;
        row.sources = 5 - at % 4;
        row.unread = at % 3;
        row.analysed = true;
        row.impact = 0.71 - 0.05 * at;
        row.sentiment = at % 2 == 0 ? -0.42 : 0.31;
        row.topics = {"Commodities & Raw Materials", "Trade"};
        page.rows.push_back(row);
    }
    page.total = {count, false};
    return page;
}

desk::StoryMember member(std::int64_t id, const char* title, const char* source, int minutesAgo, int novelty)
{
    desk::StoryMember one;
    one.article = id;
    one.title = title;
    one.source = source;
    one.published = samples::now() - std::chrono::minutes(minutesAgo);
    one.received = *one.published;
    one.novelty = novelty;
    one.analysed = true;
    one.impact = novelty / 150.0;
    one.sentiment = novelty > 50 ? -0.42 : 0.2;
    return one;
}

desk::StoryDetails details(std::int64_t id)
{
    desk::StoryDetails all;
    all.timeline.story.id = id;
    all.timeline.story.formerIds = {52, 57};
    all.timeline.story.members
        = {member(101, "Smelters to cut runs by 10 percent, union says", "Agencia Andes", 1900, 100),
            member(102, "Union: <b>runs</b> to fall by a tenth", "Agencia Andes", 1890, 12),
            member(103, "Smelter cuts runs & waits for concentrate", "Metals Daily", 300, 42),
            member(104, "Two copper smelters stop furnaces until spring as treatment charges fall below zero",
                "Rates Wire", 48, 71)};
    all.timeline.story.articles = 4;
    all.timeline.story.sources = 3;
    all.timeline.disputes = {{"figure", "fact", false,
        {101, "Agencia Andes", "10 percent", "Smelters are to cut runs by 10 percent, the union says."},
        {104, "Rates Wire", "15 percent",
            "Output falls by 15 percent until spring, two people close to the matter said."}}};
    desk::StoryChange merge;
    merge.id = 8;
    merge.at = samples::now() - std::chrono::minutes(40);
    merge.story = 57;
    merge.other = id;
    merge.articles = {104};
    desk::StoryChange split;
    split.id = 3;
    split.at = samples::now() - std::chrono::hours(20);
    split.merge = false;
    split.byHand = true;
    split.story = id;
    split.other = 60;
    split.articles = {301, 302};
    split.undone = true;
    desk::StoryChange move;
    move.id = 2;
    move.at = samples::now() - std::chrono::hours(30);
    move.merge = false;
    move.move = true;
    move.story = 61;
    move.other = id;
    move.articles = {103};
    all.changes = {merge, split, move};
    return all;
}

// Rows 1 and 3 tell of more than one article.
desk::FeedPage foldedFeed()
{
    desk::FeedPage page = samples::feed(8);
    page.folded = true;
    for (std::size_t at = 0; at < page.rows.size(); ++at)
        page.rows[at].story = "s" + std::to_string(at + 1);
    page.rows[0].storyArticles = 3;
    page.rows[0].storySources = 3;
    page.rows[2].storyArticles = 12;
    page.rows[2].storySources = 11;
    page.rows[2].starred = true;
    page.rows[3].storyArticles = 2;
    return page;
}

std::vector<desk::ArticleRow> inside()
{
    desk::FeedPage page = samples::feed(3);
    page.rows[0].id = 201;
    page.rows[0].title = "Treatment charges fall below zero for the first time";
    page.rows[0].read = true;
    page.rows[1].id = 202;
    page.rows[1].title = "Smelters run slower, a union says";
    page.rows[1].source = "Agencia Andes";
    page.rows[2].id = 1; // the row itself
    return page.rows;
}

} // namespace

class StoriesTest final : public QObject, private WindowFixture {
    Q_OBJECT

    ui::StoriesPage& page() const { return m_window->pages().stories(); }
    QListView& list() const { return *page().findChild<QListView*>(); }
    QTreeWidget& members() const { return page().findChild<ui::StoryPanel*>()->members(); }
    QTreeWidget& log() const { return page().findChild<ui::StoryLog*>()->list(); }
    QListView& feed() const { return m_window->list().view(); }
    QToolButton& chip(const QString& text) const
    {
        for (QToolButton* button : m_window->findChildren<QToolButton*>()) {
            if (button->text() == text && button->objectName() == QLatin1String("chip"))
                return *button;
        }
        qFatal("no such chip");
    }
    QList<qint64> feedIds() const
    {
        QList<qint64> ids;
        for (int row = 0; row < feed().model()->rowCount(); ++row)
            ids << feed().model()->index(row, 0).data(items::IdRole).toLongLong();
        return ids;
    }
    void showFolded()
    {
        m_window->showNavigation(samples::navigation());
        m_window->start();
        m_window->list().setFolded(true);
        m_window->showFeed(foldedFeed(), m_generation, true);
        feed().setFocus();
    }
    void showPage(int count = 6)
    {
        connect(&page(), &ui::StoriesPage::listWanted, this,
            [this](const desk::StoryListRequest& request, int generation) {
                m_asked.push_back(request);
                m_listGeneration = generation;
            });
        connect(&page(), &ui::StoriesPage::storyWanted, this,
            [this](qint64 story) { page().showStory(story, details(story)); });
        QTest::keyClicks(m_window.get(), "GT");
        QVERIFY(page().isVisible());
        page().showList(stories(count), m_listGeneration, true);
    }
    QString words() const { return visibleWords().join(QLatin1Char('\n')); }

    std::vector<desk::StoryListRequest> m_asked;
    int m_listGeneration = 0;

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        open();
    }
    void cleanup() { m_window.reset(); }
    void chipsChooseArticlesOrStories();
    void rightUnfoldsAStoryAndLeftFoldsIt();
    void aClickOnTheSourcesUnfolds();
    void keysOfTheListGoThroughUnfoldedRows();
    void theChoiceIsRemembered();
    void theListAsksAndShowsTheFirstStory();
    void keysGoThroughStories();
    void ordersAndFiltersAreAskedFor();
    void staleAnswersAreNotShown();
    void theStorySaysWhoWasFirst();
    void articlesOpenInNews();
    void chosenStoriesAreMerged();
    void chosenArticlesAreSplit();
    void changesAreListedAndUndone();
    void emptyAndWrongAreSaid();
    void keysAreListed();
    void looks_data();
    void looks();
};

void StoriesTest::chipsChooseArticlesOrStories()
{
    showFeed();
    QVERIFY(!m_requests.back().folded);
    QVERIFY(chip(QStringLiteral("Wire")).isChecked());
    chip(QStringLiteral("Stories")).click();
    QVERIFY(m_requests.back().folded);
    QVERIFY(!chip(QStringLiteral("Wire")).isChecked());
    feed().setFocus();
    const std::size_t before = m_requests.size();
    QTest::keyClick(&feed(), Qt::Key_Z);
    QCOMPARE(m_requests.size(), before + 1);
    QVERIFY(!m_requests.back().folded);
}

void StoriesTest::rightUnfoldsAStoryAndLeftFoldsIt()
{
    showFolded();
    QSignalSpy wanted(&m_window->list(), &ui::ArticleListPanel::articlesWanted);
    QTest::keyClick(&feed(), Qt::Key_Right);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).toLongLong(), 1);
    QCOMPARE(wanted.at(0).at(1).toString(), QStringLiteral("s1"));
    m_window->list().showArticles(1, inside());
    QCOMPARE(feedIds().mid(0, 4), (QList<qint64>{1, 201, 202, 2}));
    QCOMPARE(current(), 1); // the list does not move
    QTest::keyClick(&feed(), Qt::Key_Right);
    QCOMPARE(wanted.count(), 1);
    QTest::keyClick(&feed(), Qt::Key_J);
    QTest::keyClick(&feed(), Qt::Key_J);
    QCOMPARE(current(), 202);
    QTest::keyClick(&feed(), Qt::Key_Left);
    QCOMPARE(feedIds().mid(0, 2), (QList<qint64>{1, 2}));
    QCOMPARE(current(), 1);
    QTest::keyClick(&feed(), Qt::Key_J); // told once: nothing to unfold
    QTest::keyClick(&feed(), Qt::Key_Right);
    QCOMPARE(wanted.count(), 1);
}

void StoriesTest::aClickOnTheSourcesUnfolds()
{
    showFolded();
    QSignalSpy wanted(&m_window->list(), &ui::ArticleListPanel::articlesWanted);
    const auto* rows = qobject_cast<ui::ArticleDelegate*>(feed().itemDelegate());
    const auto click = [&](int row) {
        const QModelIndex index = feed().model()->index(row, 0);
        const QRect place = rows->foldRect(feed().visualRect(index), index);
        QVERIFY(feed().visualRect(index).contains(place.center()));
        QTest::mouseClick(feed().viewport(), Qt::LeftButton, {}, place.center());
    };
    QVERIFY(rows->foldRect(QRect(0, 0, 100, 60), feed().model()->index(1, 0)).isEmpty());
    click(2);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).toLongLong(), 3);
    QCOMPARE(current(), 1); // a click there chooses nothing
    m_window->list().showArticles(3, inside());
    QCOMPARE(feedIds().mid(2, 3), (QList<qint64>{3, 201, 202}));
    click(2);
    QCOMPARE(feedIds().mid(2, 2), (QList<qint64>{3, 4}));
}

void StoriesTest::keysOfTheListGoThroughUnfoldedRows()
{
    showFolded();
    m_window->list().showArticles(1, inside());
    QTest::keyClick(&feed(), Qt::Key_N); // 201 is read
    QCOMPARE(current(), 202);
    QTest::keyClick(&feed(), Qt::Key_P);
    QCOMPARE(current(), 1);
    QTest::keyClick(&feed(), Qt::Key_J);
    QSignalSpy starred(m_window.get(), &ui::MainWindow::starChanged);
    QTest::keyClick(&feed(), Qt::Key_S);
    QCOMPARE(starred.at(0).at(0).value<QList<qint64>>(), QList<qint64>{201});
    m_window->showRowState({201}, std::nullopt, true);
    QVERIFY(feed().model()->index(1, 0).data(items::StarredRole).toBool());
    QTest::keyClick(&feed(), Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(m_window->list().chosenIds(), (QList<qint64>{201, 202}));
    // The place counts stories.
    m_window->showArticle(samples::article(202), samples::analysis(), {});
    QVERIFY2(words().contains(QStringLiteral("1 of 8")), qPrintable(words()));
}

void StoriesTest::theChoiceIsRemembered()
{
    m_window->list().setFolded(true);
    const QByteArray state = m_window->saveWindow();
    ui::MainWindow next(m_dark, m_light);
    QVERIFY(!next.list().isFolded());
    QVERIFY(next.restoreWindow(state));
    QVERIFY(next.list().isFolded());
    // The state of the version before: without the choice.
    QByteArray earlier = state;
    earlier[3] = '2';
    earlier.chop(1);
    QVERIFY(next.restoreWindow(earlier));
    QVERIFY(!next.list().isFolded());
}

void StoriesTest::theListAsksAndShowsTheFirstStory()
{
    showPage();
    QCOMPARE(m_asked.size(), std::size_t{1});
    QVERIFY(m_asked[0].sort == desk::StorySort::Newest && !m_asked[0].alone && m_asked[0].query.empty());
    QCOMPARE(page().currentStory(), 40);
    QVERIFY(list().hasFocus());
    QVERIFY2(words().contains(QStringLiteral("6 stories")), qPrintable(words()));
    QVERIFY2(words().contains(QStringLiteral("s40 \u00B7 began 22 Nov 06:52 UTC")), qPrintable(words()));
    QVERIFY2(words().contains(QStringLiteral("formerly s52, s57")), qPrintable(words()));
    // Shown again: it asks anew and stays with the story.
    QTest::keyClick(&list(), Qt::Key_J);
    QCOMPARE(page().currentStory(), 39);
    page().shown();
    QCOMPARE(m_asked.size(), std::size_t{2});
    page().showList(stories(6), m_listGeneration, true);
    QCOMPARE(page().currentStory(), 39);
}

void StoriesTest::keysGoThroughStories()
{
    showPage();
    QTest::keyClick(&list(), Qt::Key_J);
    QTest::keyClick(&list(), Qt::Key_J);
    QCOMPARE(page().currentStory(), 38);
    QTest::keyClick(&list(), Qt::Key_K);
    QCOMPARE(page().currentStory(), 39);
    QTest::keyClick(&list(), Qt::Key_Right);
    QVERIFY(members().hasFocus());
    QTest::keyClick(&members(), Qt::Key_J); // from there too
    QCOMPARE(page().currentStory(), 38);
    QTest::keyClick(&members(), Qt::Key_L);
    QVERIFY(log().hasFocus());
    QTest::keyClick(&log(), Qt::Key_Left);
    QVERIFY(list().hasFocus());
    QTest::keyClick(&list(), Qt::Key_Escape);
    QVERIFY(!page().isVisible()); // News
}

void StoriesTest::ordersAndFiltersAreAskedFor()
{
    showPage();
    QTest::keyClick(&list(), Qt::Key_2);
    QVERIFY(m_asked.back().sort == desk::StorySort::Sources);
    QTest::keyClick(&list(), Qt::Key_3);
    QVERIFY(m_asked.back().sort == desk::StorySort::Impact);
    QTest::keyClick(&list(), Qt::Key_0);
    QVERIFY(m_asked.back().alone);
    page().showList(stories(3), m_listGeneration, true);
    QTest::keyClick(&list(), Qt::Key_F);
    auto* filter = page().findChild<QLineEdit*>();
    QVERIFY(filter->hasFocus());
    const std::size_t before = m_asked.size();
    QTest::keyClicks(filter, "jk copper");
    QTRY_COMPARE(m_asked.size(), before + 1); // once for all letters
    QCOMPARE(m_asked.back().query, std::string("jk copper"));
    QSignalSpy news(&page(), &ui::StoriesPage::newsWanted);
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_A);
    QCOMPARE(news.at(0).at(0).toString(), QStringLiteral("story:s40"));
    QVERIFY(!page().isVisible());
    QCOMPARE(m_requests.back().query.substr(0, 9), std::string("story:s40"));
}

void StoriesTest::staleAnswersAreNotShown()
{
    showPage();
    page().showList(stories(2), m_listGeneration - 1, true);
    QCOMPARE(list().model()->rowCount(), 6);
    page().showStory(12, details(12));
    QVERIFY(!words().contains(QStringLiteral("s12 ")));
    desk::StoryListPage more = stories(8);
    more.rows.erase(more.rows.begin(), more.rows.begin() + 6);
    page().showList(more, m_listGeneration, false);
    QCOMPARE(list().model()->rowCount(), 8);
}

void StoriesTest::theStorySaysWhoWasFirst()
{
    showPage();
    QString sources;
    for (const QLabel* label : page().findChildren<QLabel*>()) {
        if (label->textFormat() == Qt::RichText)
            sources = label->text().replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
    }
    const qsizetype first = sources.indexOf(QStringLiteral("Agencia Andes"));
    const qsizetype second = sources.indexOf(QStringLiteral("Metals Daily"));
    const qsizetype third = sources.indexOf(QStringLiteral("Rates Wire"));
    QVERIFY(first > 0 && first < second && second < third);
    QCOMPARE(sources.count(QStringLiteral("Agencia Andes")), 1);
    QVERIFY2(sources.contains(QStringLiteral("26 h later")), qPrintable(sources));
    QCOMPARE(members().topLevelItemCount(), 4);
    QCOMPARE(members().topLevelItem(0)->text(3), QStringLiteral("100"));
    QCOMPARE(members().topLevelItem(0)->text(4), QStringLiteral("0.67"));
    QCOMPARE(members().topLevelItem(0)->text(5), QStringLiteral("\u25BC \u22120.42"));
    QVERIFY(!members().isColumnHidden(4));
}

void StoriesTest::articlesOpenInNews()
{
    showPage();
    m_chosen.clear();
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(members().hasFocus());
    QTest::keyClick(&members(), Qt::Key_Down);
    QCOMPARE(m_chosen, QList<qint64>());
    QTest::keyClick(&members(), Qt::Key_Return);
    QCOMPARE(m_chosen, QList<qint64>{102});
    QVERIFY(!page().isVisible());
}

void StoriesTest::chosenStoriesAreMerged()
{
    showPage();
    QSignalSpy joined(&page(), &ui::StoriesPage::storiesJoined);
    QTest::keyClick(&list(), Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(joined.count(), 0); // one alone
    QTest::keyClick(&list(), Qt::Key_J, Qt::ShiftModifier);
    QTest::keyClick(&list(), Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(joined.count(), 1);
    QCOMPARE(joined.at(0).at(0).value<QList<qint64>>().size(), 2);
    QVERIFY(joined.at(0).at(0).value<QList<qint64>>().contains(100));
    const std::size_t before = m_asked.size();
    page().storiesChanged();
    QCOMPARE(m_asked.size(), before + 1);
    page().showList(stories(6), m_listGeneration, true);
    QCOMPARE(page().currentStory(), 39); // the older of the two stays
}

void StoriesTest::chosenArticlesAreSplit()
{
    showPage();
    QSignalSpy split(&page(), &ui::StoriesPage::articlesSplit);
    QTest::keyClick(&list(), Qt::Key_Right);
    members().clearSelection();
    members().topLevelItem(1)->setSelected(true);
    members().topLevelItem(3)->setSelected(true);
    QTest::keyClick(&members(), Qt::Key_Delete);
    QCOMPARE(split.count(), 1);
    QCOMPARE(split.at(0).at(0).value<QList<qint64>>(), (QList<qint64>{102, 104}));
}

void StoriesTest::changesAreListedAndUndone()
{
    showPage();
    QCOMPARE(log().topLevelItemCount(), 3);
    QVERIFY2(log().topLevelItem(0)->text(1).startsWith(
                 QStringLiteral("s57 became part of s40: 1 article \u00B7 Two copper")),
        qPrintable(log().topLevelItem(0)->text(1)));
    QCOMPARE(log().topLevelItem(1)->text(1), QStringLiteral("Undone: s60 was split from s40: 2 articles"));
    QCOMPARE(log().topLevelItem(1)->text(2), QStringLiteral("by hand"));
    QCOMPARE(log().topLevelItem(2)->text(1),
        QStringLiteral("Moved from s61 to s40: 1 article \u00B7 Smelter cuts runs & waits for concentrate"));
    std::vector<std::int64_t> undone;
    connect(&page(), &ui::StoriesPage::undoWanted, this,
        [&undone](const desk::StoryChange& change) { undone.push_back(change.id); });
    log().setFocus();
    QTest::keyClick(&log(), Qt::Key_Delete);
    QCOMPARE(undone, std::vector<std::int64_t>{8});
    QTest::keyClick(&log(), Qt::Key_Down);
    QTest::keyClick(&log(), Qt::Key_Delete); // it is undone
    QCOMPARE(undone.size(), std::size_t{1});
}

void StoriesTest::emptyAndWrongAreSaid()
{
    showPage(0);
    QVERIFY2(words().contains(QStringLiteral("No story yet.")), qPrintable(words()));
    QVERIFY(!members().isVisible());
    auto* filter = page().findChild<QLineEdit*>();
    filter->setText(QStringLiteral("impact>="));
    QTest::keyClick(filter, Qt::Key_Return);
    page().showFailure(QStringLiteral("column 9: a number was expected"), m_listGeneration);
    QVERIFY(words().contains(QStringLiteral("column 9")));
    QVERIFY(filter->property("invalid").toBool());
    QTest::keyClick(filter, Qt::Key_Return);
    page().showList({}, m_listGeneration, true);
    QVERIFY(words().contains(QStringLiteral("No story matches.")));
    QVERIFY(!filter->property("invalid").toBool());
}

void StoriesTest::keysAreListed()
{
    QTest::keyClick(m_window.get(), Qt::Key_Question);
    auto* dialog = m_window->findChild<ui::KeysDialog*>();
    QVERIFY(dialog != nullptr);
    const QString text = dialog->findChild<QTextBrowser*>()->toPlainText();
    for (const auto& [key, what] : ui::StoriesPage::keys())
        QVERIFY2(text.contains(what), qPrintable(what));
    QVERIFY(text.contains(QStringLiteral("Right and Left in the list unfold a story")));
}

void StoriesTest::looks_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("size");
    for (const char* theme : {"dark", "light"}) {
        for (const QSize size : {QSize(1600, 960), QSize(1280, 800), QSize(960, 700)}) {
            for (const double scale : {1.0, 1.5})
                QTest::addRow("%s %d %d %%", theme, size.width(), static_cast<int>(scale * 100))
                    << QString::fromLatin1(theme) << scale << size;
        }
    }
}

void StoriesTest::looks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    QFETCH(QSize, size);
    m_window->setDarkTheme(theme == QLatin1String("dark"));
    m_window->setTextScale(scale);
    m_window->resize(size);
    showFolded();
    m_window->list().showArticles(1, inside());
    m_window->showArticle(samples::article(1), samples::analysis(), {});
    pictures::keep(*m_window, QStringLiteral("folded"));
    showPage(12);
    QCoreApplication::processEvents();
    pictures::keep(*m_window, QStringLiteral("stories"));
    const bool narrow = !page().findChild<ui::StoryPanel*>()->isVisible();
    QTest::keyClick(&list(), Qt::Key_Right);
    QVERIFY(members().isVisible());
    if (narrow)
        pictures::keep(*m_window, QStringLiteral("story"));
    const QStringList faults = pictures::clipped(page());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(StoriesTest)
#include "stories_test.moc"
