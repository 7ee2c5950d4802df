// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What the window offers for articles and views the analyst keeps: several rows at once, labels, hiding,
// notes, saved searches, what changed, retention. Pictures go where LEADLINE_PICTURES says.
#include "dialoghost.h"
#include "windowfixture.h"

#include <items/roles.h>
#include <ui/articlestates.h>
#include <ui/dialogs/labelchooser.h>
#include <ui/dialogs/retention.h>
#include <ui/dialogs/searchname.h>
#include <ui/dialogs/viewchanges.h>
#include <ui/viewwindows.h>
#include <ui/widgets/noteeditor.h>

#include <QCheckBox>
#include <QMessageBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>

namespace {

QPushButton* button(const QWidget& parent, const QString& beginning)
{
    for (QPushButton* push : parent.findChildren<QPushButton*>()) {
        if (push->text().startsWith(beginning))
            return push;
    }
    return nullptr;
}

QString words(const QWidget& widget)
{
    QStringList list;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        list << label->text();
    return list.join(QLatin1Char('\n'));
}

const std::vector<desk::CountedView> Labels{
    {"metals", "label:metals", 4}, {"to do", "label:\"to do\"", 1}, {"ask the desk", "label:x", 12}};

desk::ViewChanges changes()
{
    desk::ViewChanges changes;
    changes.since = samples::now() - std::chrono::hours(5);
    const desk::FeedPage feed = samples::feed(4);
    changes.added = {feed.rows[0], feed.rows[1]};
    desk::RevisedArticle revised;
    revised.row = feed.rows[2];
    revised.after.received = samples::now() - std::chrono::hours(1);
    changes.revised = {revised};
    desk::ScoreMove move;
    move.row = feed.rows[3];
    move.impactBefore = 0.35;
    move.impactAfter = 0.42;
    move.sentimentBefore = -0.1;
    move.sentimentAfter = -0.25;
    move.cause = desk::MoveCause::OtherData;
    move.reason = "novelty \u22120.31, event +0.10";
    changes.moved = {move};
    return changes;
}

desk::RetentionPreview preview()
{
    desk::RetentionPreview preview;
    preview.articles = 1204;
    preview.bytes = 4'100'000;
    preview.kept = 31;
    preview.oldest = base::fromIso("2026-01-03T10:00:00Z").value();
    preview.newest = base::fromIso("2026-03-02T10:00:00Z").value();
    preview.sources = {{1, "Rates Wire", 1200}, {2, "Metals Daily", 4}};
    return preview;
}

} // namespace

class KeptTest final : public QObject, private WindowFixture {
    Q_OBJECT

    ui::ArticleStates& states() const { return m_window->states(); }
    ui::ArticleListPanel& list() const { return *m_window->findChild<ui::ArticleListPanel*>(); }
    ui::NoteEditor& note() const { return *m_window->findChild<ui::NoteEditor*>(); }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_window.reset(); }

    void keysReachAllChosenRows()
    {
        showFeed();
        list().selectRow(2);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ShiftModifier);
        QCOMPARE(list().chosenIds(), (QList<qint64>{3, 4}));
        QSignalSpy starred(m_window.get(), &ui::MainWindow::starChanged);
        QSignalSpy read(m_window.get(), &ui::MainWindow::readChanged);
        QSignalSpy hidden(&states(), &ui::ArticleStates::hiddenChanged);
        QTest::keyClick(m_window.get(), Qt::Key_S);
        QTest::keyClick(m_window.get(), Qt::Key_M);
        QTest::keyClick(m_window.get(), Qt::Key_X);
        for (QSignalSpy* spy : {&starred, &read, &hidden}) {
            QCOMPARE(spy->count(), 1);
            QCOMPARE(spy->first().at(0).value<QList<qint64>>(), (QList<qint64>{3, 4}));
            QCOMPARE(spy->first().at(1).toBool(), true);
        }
        QTest::keyClick(m_window.get(), Qt::Key_J); // alone again
        QCOMPARE(list().chosenIds(), QList<qint64>{5});
    }

    void backAboveTheBeginningTurnsTheChoiceRound()
    {
        showFeed();
        list().selectRow(4);
        for (const Qt::Key key : {Qt::Key_J, Qt::Key_K, Qt::Key_K})
            QTest::keyClick(m_window.get(), key, Qt::ShiftModifier);
        QCOMPARE(list().chosenIds(), (QList<qint64>{4, 5}));
    }

    void starIsTakenOffWhereAllHaveOne()
    {
        showFeed();
        m_window->showRowState({1, 2}, std::nullopt, true);
        list().selectRow(0);
        list().extendBy(1);
        QSignalSpy starred(m_window.get(), &ui::MainWindow::starChanged);
        QTest::keyClick(m_window.get(), Qt::Key_S);
        QCOMPARE(starred.first().at(1).toBool(), false);
    }

    void hiddenRowLeavesAndTheNextOneIsCurrent()
    {
        showFeed();
        list().selectRow(3);
        m_chosen.clear();
        const int offset = list().view().verticalScrollBar()->value();
        states().showHidden({4}, true);
        QCOMPARE(current(), std::int64_t(5));
        QCOMPARE(m_chosen, QList<qint64>{5}); // asked for once
        QCOMPARE(list().view().verticalScrollBar()->value(), offset);
        QCOMPARE(list().view().model()->rowCount(), 11);
        states().showHidden({4}, false); // taken back
        QCOMPARE(current(), std::int64_t(4));
        QCOMPARE(list().view().currentIndex().row(), 3);
    }

    void lastRowLeavesToTheOneBefore()
    {
        showFeed(3);
        list().selectRow(2);
        states().showHidden({3}, true);
        QCOMPARE(current(), std::int64_t(2));
        states().showHidden({1, 2}, true);
        QVERIFY(visibleWords().join(QLatin1Char('\n')).contains(QStringLiteral("No article is left")));
        states().showHidden({1, 2}, false);
        QVERIFY(list().view().isVisible());
    }

    void hiddenOnesAreListedAgainByTheSameKey()
    {
        m_window->start();
        desk::FeedPage page = samples::feed(3);
        for (desk::ArticleRow& row : page.rows)
            row.hidden = true;
        m_window->showFeed(page, m_generation, true);
        QSignalSpy hidden(&states(), &ui::ArticleStates::hiddenChanged);
        QTest::keyClick(m_window.get(), Qt::Key_X);
        QCOMPARE(hidden.first().at(1).toBool(), false);
        states().showHidden({1}, false);
        QCOMPARE(list().view().model()->rowCount(), 2); // it does not belong here any more
    }

    void listIsReadAnewForOnesItDoesNotKnow()
    {
        showFeed();
        states().showHidden({4}, true);
        m_window->showFeed(samples::feed(3), m_generation, true);
        const std::size_t asked = m_requests.size();
        states().showHidden({4}, false);
        QCOMPARE(m_requests.size(), asked + 1);
    }

    void labelIsPutOnByKeysAlone()
    {
        showFeed();
        QSignalSpy wanted(&states(), &ui::ArticleStates::labelsWanted);
        QSignalSpy changed(&states(), &ui::ArticleStates::labelChanged);
        QTest::keyClick(m_window.get(), Qt::Key_L);
        QCOMPARE(wanted.count(), 1);
        states().showLabels(Labels);
        auto* chooser = m_window->findChild<ui::LabelChooser*>();
        QVERIFY(chooser != nullptr);
        auto* line = chooser->findChild<QLineEdit*>();
        QTest::keyClick(line, Qt::Key_Down);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(changed.first(),
            (QVariantList{QVariant::fromValue(QList<qint64>{1}), QStringLiteral("to do"), true}));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(changed.last().at(2).toBool(), false);
        QTest::keyClicks(line, QStringLiteral("nickel"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(changed.last().at(1).toString(), QStringLiteral("nickel"));
        QCOMPARE(changed.last().at(2).toBool(), true);
        QVERIFY(line->text().isEmpty());
        QTest::keyClick(line, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<ui::LabelChooser*>() == nullptr);
    }

    void labelsOfTheArticleCanBeClicked()
    {
        showFeed();
        states().showMarks(1, {QStringLiteral("to do")}, {});
        auto* chip = m_window->findChild<QToolButton*>(QStringLiteral("label"));
        QVERIFY(chip != nullptr && chip->isVisible());
        chip->click();
        QCOMPARE(search().text(), QStringLiteral("label:\"to do\""));
        states().showMarks(99, {}, {}); // of another article
        QVERIFY(m_window->findChild<QToolButton*>(QStringLiteral("label")) != nullptr);
    }

    void noteIsGivenOutWhenTheArticleIsLeft()
    {
        showFeed();
        states().showMarks(1, {}, QStringLiteral("Ask"));
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QVERIFY(note().hasFocus());
        QCOMPARE(note().toPlainText(), QStringLiteral("Ask"));
        QSignalSpy written(&states(), &ui::ArticleStates::noteChanged);
        note().moveCursor(QTextCursor::End);
        QTest::keyClicks(&note(), QStringLiteral(" the desk, jkx"));
        QCOMPARE(written.count(), 0);
        states().showMarks(1, {}, QStringLiteral("older")); // what is being typed stays
        m_window->showArticle(samples::article(1), samples::analysis(), {}); // the same one: nothing is lost
        QCOMPARE(note().toPlainText(), QStringLiteral("Ask the desk, jkx"));
        list().selectRow(1);
        m_window->showArticle(samples::article(2), samples::analysis(), {});
        QCOMPARE(written.count(), 1);
        QCOMPARE(written.first(), (QVariantList{qint64(1), QStringLiteral("Ask the desk, jkx")}));
        QVERIFY(note().toPlainText().isEmpty());
        QCOMPARE(m_window->findChild<ui::ArticleListPanel*>()->currentId(), qint64(2));
    }

    void noteIsGivenOutWhenTypingRests()
    {
        showFeed();
        QSignalSpy written(&states(), &ui::ArticleStates::noteChanged);
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QTest::keyClicks(&note(), QStringLiteral("ask"));
        QTRY_COMPARE(written.count(), 1);
        QCOMPARE(written.first(), (QVariantList{qint64(1), QStringLiteral("ask")}));
    }

    void searchIsSavedWithItsName()
    {
        showFeed();
        search().setText(QStringLiteral("title:\"rate cut\""));
        QSignalSpy saved(&m_window->views(), &ui::ViewWindows::searchSaved);
        QTest::keyClick(&search(), Qt::Key_S, Qt::ControlModifier);
        auto* dialog = m_window->findChild<ui::SearchNameDialog*>();
        QVERIFY(dialog != nullptr);
        auto* line = dialog->findChild<QLineEdit*>();
        QCOMPARE(line->text(), QStringLiteral("title:rate cut")); // a name holds no quotes
        line->setText(QStringLiteral("a \"quote"));
        QVERIFY(!button(*dialog, QStringLiteral("Save"))->isEnabled());
        line->setText(QStringLiteral("Rates"));
        button(*dialog, QStringLiteral("Save"))->click();
        QCOMPARE(
            saved.first(), (QVariantList{QStringLiteral("Rates"), QStringLiteral("title:\"rate cut\"")}));
    }

    void savedSearchShowsItsQueryInTheBox()
    {
        showFeed();
        auto* navigation = qobject_cast<QListView*>(
            m_window->findChild<QFrame*>(QStringLiteral("navigation"))->findChild<QListView*>());
        const auto choose = [&](const QString& name) {
            for (int row = 0; row < navigation->model()->rowCount(); ++row) {
                const QModelIndex index = navigation->model()->index(row, 0);
                if (index.data().toString() == name)
                    navigation->setCurrentIndex(index);
            }
        };
        choose(QStringLiteral("Oil or gas"));
        QCOMPARE(search().text(), QStringLiteral("oil OR gas"));
        QCOMPARE(m_requests.back().query, std::string("oil OR gas"));
        search().setText(QStringLiteral("oil"));
        QTest::keyClick(&search(), Qt::Key_Return);
        QCOMPARE(m_requests.back().query, std::string("oil")); // in its place, not within it
        QSignalSpy renamed(&m_window->views(), &ui::ViewWindows::searchRenamed);
        QSignalSpy removed(&m_window->views(), &ui::ViewWindows::searchRemoved);
        QSignalSpy moved(&m_window->views(), &ui::ViewWindows::searchMoved);
        navigation->setFocus();
        QTest::keyClick(navigation, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(moved.first(), (QVariantList{QStringLiteral("Oil or gas"), -1}));
        QTest::keyClick(navigation, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QTest::keyClick(navigation, Qt::Key_F2);
        auto* dialog = m_window->findChild<ui::SearchNameDialog*>();
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("Energy"));
        button(*dialog, QStringLiteral("Save"))->click();
        QCOMPARE(renamed.first(), (QVariantList{QStringLiteral("Oil or gas"), QStringLiteral("Energy")}));
        choose(QStringLiteral("Unread"));
        QVERIFY(search().text().isEmpty());
        QCOMPARE(m_requests.back().query, std::string("is:unread"));
        QTest::keyClick(navigation, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1); // no saved search
    }

    void viewsAreMarkedAndOwnSearchesAreNot()
    {
        QSignalSpy shown(m_window.get(), &ui::MainWindow::viewShown);
        showFeed();
        QCOMPARE(shown.count(), 1);
        search().setText(QStringLiteral("oil"));
        QTest::keyClick(&search(), Qt::Key_Return);
        QCOMPARE(shown.count(), 1);
    }

    void changesAreGoneThroughByKeys()
    {
        showFeed();
        ui::ViewWindows& views = m_window->views();
        QSignalSpy wanted(&views, &ui::ViewWindows::changesWanted);
        QSignalSpy differences(&views, &ui::ViewWindows::differencesWanted);
        QSignalSpy looked(&views, &ui::ViewWindows::looked);
        QTest::keyClick(m_window.get(), Qt::Key_G);
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QCOMPARE(wanted.count(), 1);
        auto* dialog = m_window->findChild<ui::ViewChangesDialog*>();
        QVERIFY(dialog != nullptr);
        views.showChanges(wanted.first().first().toString(), changes());
        QVERIFY(words(*dialog).contains(QStringLiteral("Changed since 09:32 UTC")));
        QVERIFY(words(*dialog).contains(QStringLiteral("2 new \u00B7 1 revised \u00B7 1 moved")));
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        QTest::keyClick(dialog, Qt::Key_J);
        QCOMPARE(differences.count(), 0);
        QTest::keyClick(dialog, Qt::Key_J);
        QCOMPARE(differences.count(), 1);
        QCOMPARE(differences.first().first().toInt(), 0);
        views.showDifferences(0, {}, {{desk::Change::Added, "unheard of"}});
        auto* text = dialog->findChild<QTextBrowser*>();
        QVERIFY(text->toPlainText().contains(QStringLiteral("unheard of")));
        QTest::keyClick(dialog, Qt::Key_J);
        QVERIFY(text->toPlainText().contains(QStringLiteral("0.35 \u2192 0.42")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("playbooks and lists changed")));
        views.showDifferences(0, {}, {{desk::Change::Added, "too late"}}); // another one is chosen
        QVERIFY(!text->toPlainText().contains(QStringLiteral("too late")));
        QTest::keyClick(dialog, Qt::Key_L);
        QCOMPARE(looked.count(), 1);
        QTRY_VERIFY(m_window->findChild<ui::ViewChangesDialog*>() == nullptr);
    }

    void changedArticleIsOpened()
    {
        showFeed();
        m_window->views().openChanges();
        m_window->views().showChanges({}, changes());
        auto* dialog = m_window->findChild<ui::ViewChangesDialog*>();
        m_chosen.clear();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        QTest::keyClick(dialog, Qt::Key_J);
        QTest::keyClick(dialog, Qt::Key_O);
        QVERIFY(m_chosen.contains(qint64(2)));
        QCOMPARE(current(), std::int64_t(2));
    }

    void nothingIsRemovedBeforeItWasShownAndAskedFor()
    {
        showFeed();
        ui::ViewWindows& views = m_window->views();
        QSignalSpy wanted(&views, &ui::ViewWindows::previewWanted);
        QSignalSpy applied(&views, &ui::ViewWindows::rulesApplied);
        views.openRetention();
        auto* dialog = m_window->findChild<ui::RetentionDialog*>();
        views.showRules({}, samples::navigation().sources);
        QCOMPARE(wanted.count(), 1);
        views.showPreview({}, {});
        QVERIFY(words(*dialog).contains(QStringLiteral("all articles are kept")));
        dialog->findChildren<QCheckBox*>().first()->setChecked(true);
        QPushButton* apply = button(*dialog, QStringLiteral("Save rules"));
        QVERIFY(!apply->isEnabled()); // until it is known what would go
        QTRY_COMPARE(wanted.count(), 2);
        views.showPreview({}, preview()); // of other rules
        QVERIFY(!apply->isEnabled());
        views.showPreview(dialog->rules(), preview());
        QVERIFY(apply->isEnabled());
        const QString said = words(*dialog);
        for (const QString& part : {QStringLiteral("1\u2009204 articles"), QStringLiteral("2 sources"),
                 QStringLiteral("2026-01-03 to 2026-03-02"), QStringLiteral("4.1 MB"),
                 QStringLiteral("31 others")})
            QVERIFY2(said.contains(part), qPrintable(said));
        apply->click();
        auto* box = dialog->findChild<QMessageBox*>();
        QVERIFY(box != nullptr && box->text().contains(QStringLiteral("1\u2009204")));
        QCOMPARE(applied.count(), 0);
        button(*box, QStringLiteral("Remove"))->click();
        QCOMPARE(applied.count(), 1);
        QCOMPARE(applied.first().at(1).toLongLong(), qint64(1204));
    }

    void everyDialogHasItsPlace_data() { pictures::rows(); }

    void everyDialogHasItsPlace()
    {
        QFETCH(const QString, theme);
        QFETCH(const double, scale);
        DialogHost host(theme, scale);
        ui::LabelChooser chooser(host.theme,
            {{QStringLiteral("to do")}, {QStringLiteral("to do"), QStringLiteral("metals")}}, &host.window);
        chooser.showLabels(Labels);
        ui::ViewChangesDialog changed(host.theme, {}, samples::now(), &host.window);
        changed.showChanges(changes());
        ui::RetentionDialog retention(host.theme, samples::now(), &host.window);
        desk::RetentionRule all;
        all.days = 365;
        desk::RetentionRule own;
        own.source = 2;
        own.articles = 500;
        retention.showRules({all, own}, samples::navigation().sources);
        retention.showPreview(retention.rules(), preview());
        ui::SearchNameDialog name(host.theme, QStringLiteral("Save this search"), QStringLiteral("Rates"),
            QStringLiteral("title:\"rate cut\" impact>=0.4"), &host.window);
        const std::pair<QDialog*, const char*> all4[]
            = {{&chooser, "labels"}, {&changed, "changes"}, {&retention, "retention"}, {&name, "searchname"}};
        for (const auto& [dialog, file] : all4) {
            dialog->show();
            QVERIFY(QTest::qWaitForWindowExposed(dialog));
            pictures::keep(*dialog, QString::fromLatin1(file));
            QCOMPARE(pictures::clipped(*dialog), QStringList());
            dialog->hide();
        }
    }

    void marksInTheWindow_data() { pictures::rows(); }

    void marksInTheWindow()
    {
        QFETCH(const QString, theme);
        QFETCH(const double, scale);
        m_window->setDarkTheme(theme.startsWith(QStringLiteral("dark")));
        m_window->setTextScale(scale);
        desk::Navigation navigation = samples::navigation();
        navigation.labels = Labels;
        m_window->showNavigation(navigation);
        m_window->start();
        desk::FeedPage page = samples::feed();
        page.rows[0].labels = {"to do"};
        page.rows[1].noted = true;
        page.rows[2].labels
            = {"ask the desk", "a label that is much longer than any row has room for", "metals"};
        page.rows[2].noted = true;
        m_window->showFeed(page, m_generation, true);
        m_window->showArticle(samples::article(1), samples::analysis(), {});
        states().showMarks(1, {QStringLiteral("to do"), QStringLiteral("metals")},
            QStringLiteral("Ask the desk\nabout charges"));
        states().openNote();
        list().extendBy(1);
        QCOMPARE(list().chosenIds(), (QList<qint64>{1, 2}));
        pictures::keep(*m_window, QStringLiteral("marks"));
    }
};

QTEST_MAIN(KeptTest)
#include "kept_test.moc"
