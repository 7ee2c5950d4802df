// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: alerts.cpp
// What an analyst does on the alerts page: makes a rule as a form and as text, is told what is wrong with it
// and where, rehearses and saves it; sees what fired, acknowledges it and opens its article; keeps
// watchlists. Pictures go where LEADLINE_PICTURES says.
#include "dialoghost.h"

#include <ui/pages/alerts.h>
#include <ui/widgets/bell.h>

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

desk::AlertRule exportControls()
{
    desk::AlertRule rule;
    rule.id = 1;
    rule.name = "Export controls on critical minerals";
    rule.query = "topic:\"Sanctions & Export Controls\" impact>=0.3 -mode:opinion";
    rule.level = desk::AlertClass::Critical;
    return rule;
}

std::vector<desk::RuleRow> rules()
{
    std::vector<desk::RuleRow> rows(3);
    rows[0].rule = exportControls();
    rows[0].firings = 9;
    rows[0].perWeek = 2.1;
    rows[0].last = samples::now() - std::chrono::minutes(48);
    rows[1].rule.id = 2;
    rows[1].rule.name = "Rate surprise, G10";
    rows[1].rule.query = "event:policy.rate";
    rows[2].rule.id = 3;
    rows[2].rule.name = "Airline strikes";
    rows[2].rule.query = "airline strike";
    rows[2].rule.snoozedUntil = samples::now() + std::chrono::hours(40);
    return rows;
}

desk::Firing firing(std::int64_t id, desk::AlertClass level)
{
    desk::Firing one;
    one.id = id;
    one.rule = 1;
    one.ruleName = "Export controls on critical minerals";
    one.level = level;
    one.title = "Firing number " + std::to_string(id);
    one.at = samples::now() - std::chrono::minutes(10 * id);
    one.article = 40 + id;
    one.impact = 0.35;
    one.source = "Materials Review";
    return one;
}

desk::Firing receipt(std::int64_t id)
{
    desk::Firing one = firing(id, desk::AlertClass::Critical);
    desk::FiringArticle article;
    article.article = one.article;
    article.title = one.title;
    article.source = one.source;
    article.revision = 2;
    article.received = one.at;
    article.impact = 0.35;
    article.sentiment = -0.15;
    article.clauses = {{"impact>=0.3", true, "0.35", {}, {}}, {"-mode:opinion", true, "news", {}, {}}};
    article.quote = "\u2026when Beijing tightened export licenses\u2026";
    article.quoteHits = {{base::Field::Body, 26, 41}};
    article.engine = "1.0.0";
    article.pack = "4f9c2e77";
    one.articles = {article};
    return one;
}

desk::Rehearsal rehearsal()
{
    desk::Rehearsal made;
    made.from = samples::now() - std::chrono::hours(24 * 30);
    made.articles = 31204;
    made.stories = 2;
    made.millis = 700;
    made.perDay.assign(30, 0);
    made.perDay[4] = 1;
    made.perDay[20] = 2;
    for (int at = 0; at < 3; ++at) {
        desk::RehearsedFiring fired;
        fired.article = 10 + at;
        fired.title = "Beijing adds gallium alloys to licence list";
        fired.at = samples::now() - std::chrono::hours(24 * (3 + at));
        fired.impact = 0.61;
        fired.storySources = 7;
        made.firings.push_back(fired);
    }
    desk::RehearsedMiss miss;
    miss.article = 20;
    miss.title = "Magnet maker books three-year offtake";
    miss.at = samples::now() - std::chrono::hours(24 * 8);
    miss.impact = 0.28;
    miss.reason = "impact 0.28, not impact>=0.3";
    made.misses = {miss};
    return made;
}

template <class Widget> Widget* named(const QWidget& parent, const QString& name)
{
    for (Widget* child : parent.findChildren<Widget*>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

template <class Button> Button* button(const QWidget& parent, const QString& text)
{
    for (Button* one : parent.findChildren<Button*>()) {
        if (one->text() == text && one->isVisibleTo(&parent))
            return one;
    }
    return nullptr;
}

QString words(const QWidget& widget)
{
    QStringList list;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            list << label->text();
    }
    return list.join(QLatin1Char('\n'));
}

} // namespace

class AlertsPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFormIsTheSameRuleAsItsText();
    void anErrorIsShownAtItsFieldWithItsColumn();
    void aTextThatCannotBeReadStaysText();
    void whatIsTypedWaitsWhileAnotherRuleIsLookedAt();
    void aRuleIsSavedByKey();
    void rehearsalShowsWhatItWouldHaveFiredOn();
    void aReceiptOpensItsArticle();
    void firingsAreAcknowledged();
    void theLogSaysHowAlertsWereTold();
    void theBellCounts();
    void whyNotIsAskedOfTheOpenArticle();
    void watchlistsAreKept();
    void emptyPagesSayWhatToDo();
    void picture_data() { pictures::rows(); }
    void picture();

private:
    // A page in a window, fed as the application does, with rules read by the reader itself.
    void open(DialogHost& host, const QSize& size = {1600, 900});
    void feed();
    void type(QPlainTextEdit* edit, const QString& text);

    std::unique_ptr<DialogHost> m_host;
    ui::AlertsPage* m_page = nullptr;
};

void AlertsPageTest::init()
{
    m_host = std::make_unique<DialogHost>();
    open(*m_host);
}

void AlertsPageTest::open(DialogHost& host, const QSize& size)
{
    auto* column = new QVBoxLayout(&host.window);
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new ui::AlertsPage(host.theme, &host.window);
    column->addWidget(m_page);
    connect(m_page, &ui::AlertsPage::checkWanted, m_page,
        [page = m_page](const QString& text, int generation) {
            const auto read = desk::parseRule(text.toStdString(), samples::now());
            if (read)
                page->showCheck(*read, {}, 0, generation);
            else
                page->showCheck(std::nullopt, QString::fromStdString(read.error().message),
                    desk::errorColumn(read.error()).value_or(0), generation);
        });
    m_page->setNow(samples::now());
    host.window.resize(size);
    host.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&host.window));
}

void AlertsPageTest::feed()
{
    m_page->showRules(rules());
    m_page->showWatchlists({});
    m_page->showFirings({firing(3, desk::AlertClass::Critical)}, 0, true);
    m_page->showFirings({firing(1, desk::AlertClass::High), firing(3, desk::AlertClass::Critical)}, 0, false);
    m_page->showReceipt(receipt(3));
}

void AlertsPageTest::type(QPlainTextEdit* edit, const QString& text)
{
    edit->setPlainText(text);
}

void AlertsPageTest::aFormIsTheSameRuleAsItsText()
{
    feed();
    auto* text = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of the rule"));
    auto* query = named<QPlainTextEdit>(*m_page, QStringLiteral("Fires on, a query"));
    auto* cooldown = named<QLineEdit>(*m_page, QStringLiteral("cooldown"));
    QVERIFY(query->isVisible());
    QCOMPARE(query->toPlainText(), QString::fromStdString(exportControls().query));
    QCOMPARE(cooldown->text(), QStringLiteral("6h"));
    cooldown->setText(QStringLiteral("2d"));
    QTRY_VERIFY(!button<QPushButton>(*m_page, QStringLiteral("Rehearse"))->isEnabled()
        || button<QPushButton>(*m_page, QStringLiteral("Save"))->isEnabled());
    QSignalSpy checks(m_page, &ui::AlertsPage::checkWanted);
    QTRY_COMPARE(checks.count(), 1);
    button<QToolButton>(*m_page, QStringLiteral("Text"))->click();
    QVERIFY(text->isVisible());
    QVERIFY2(text->toPlainText().contains(QStringLiteral("cooldown: 2d")), qPrintable(text->toPlainText()));
    QVERIFY(text->toPlainText().contains(QStringLiteral("class: critical")));
    type(text, text->toPlainText().replace(QStringLiteral("2d"), QStringLiteral("30m"))
            + QStringLiteral("\nquiet: 22:00-07:00 Europe/Berlin but critical"));
    QTRY_VERIFY(button<QToolButton>(*m_page, QStringLiteral("Form"))->isEnabled());
    button<QToolButton>(*m_page, QStringLiteral("Form"))->click();
    QCOMPARE(cooldown->text(), QStringLiteral("30m"));
    QCOMPARE(named<QLineEdit>(*m_page, QStringLiteral("from, to"))->text(), QStringLiteral("22:00-07:00"));
    QCOMPARE(named<QLineEdit>(*m_page, QStringLiteral("time zone"))->text(), QStringLiteral("Europe/Berlin"));
}

void AlertsPageTest::anErrorIsShownAtItsFieldWithItsColumn()
{
    feed();
    auto* cooldown = named<QLineEdit>(*m_page, QStringLiteral("cooldown"));
    cooldown->setText(QStringLiteral("soon"));
    auto* problem = m_page->findChild<QLabel*>(QStringLiteral("problem"));
    QTRY_VERIFY2(problem->text().startsWith(QStringLiteral("cooldown, column 1: expected 30m")),
        qPrintable(problem->text()));
    QVERIFY(problem->isVisible());
    QVERIFY(cooldown->property("invalid").toBool());
    QVERIFY(!button<QPushButton>(*m_page, QStringLiteral("Save"))->isEnabled());
    cooldown->setText(QStringLiteral("6h"));
    QTRY_VERIFY(!problem->isVisible());
    QVERIFY(!cooldown->property("invalid").toBool());
    type(named<QPlainTextEdit>(*m_page, QStringLiteral("Fires on, a query")), QStringLiteral("oil impact>=x"));
    QTRY_VERIFY2(problem->text().startsWith(QStringLiteral("Fires on, a query, column 13")),
        qPrintable(problem->text()));
}

void AlertsPageTest::aTextThatCannotBeReadStaysText()
{
    feed();
    button<QToolButton>(*m_page, QStringLiteral("Text"))->click();
    auto* text = named<QPlainTextEdit>(*m_page, QStringLiteral("Text of the rule"));
    type(text, QStringLiteral("oil\nclass: loud"));
    auto* problem = m_page->findChild<QLabel*>(QStringLiteral("problem"));
    QTRY_COMPARE(problem->text(), QStringLiteral("Column 12: expected info, high or critical"));
    QVERIFY(!button<QToolButton>(*m_page, QStringLiteral("Form"))->isEnabled());
    QVERIFY(!button<QPushButton>(*m_page, QStringLiteral("Save"))->isEnabled());
}

void AlertsPageTest::whatIsTypedWaitsWhileAnotherRuleIsLookedAt()
{
    feed();
    auto* list = named<QListView>(*m_page, QStringLiteral("Rules"));
    auto* cooldown = named<QLineEdit>(*m_page, QStringLiteral("cooldown"));
    cooldown->setText(QStringLiteral("1h"));
    list->setCurrentIndex(list->model()->index(1, 0));
    QCOMPARE(cooldown->text(), QStringLiteral("6h"));
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(cooldown->text(), QStringLiteral("1h"));
    QVERIFY(words(*m_page).contains(QStringLiteral("not saved")));
}

void AlertsPageTest::aRuleIsSavedByKey()
{
    feed();
    named<QListView>(*m_page, QStringLiteral("Rules"))->setFocus();
    QTest::keyClick(named<QListView>(*m_page, QStringLiteral("Rules")), Qt::Key_N);
    auto* query = named<QPlainTextEdit>(*m_page, QStringLiteral("Fires on, a query"));
    QCOMPARE(query->window()->focusWidget(), query);
    QTest::keyClicks(query, QStringLiteral("tariff impact>=0.5"));
    auto* save = button<QPushButton>(*m_page, QStringLiteral("Save"));
    QTRY_VERIFY(save->isEnabled());
    QSignalSpy saves(m_page, &ui::AlertsPage::saveWanted);
    QTest::keyClick(query, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saves.count(), 1);
    QCOMPARE(saves[0][0].toLongLong(), 0);
    const auto saved = desk::parseRule(saves[0][1].toString().toStdString(), samples::now());
    QVERIFY(bool(saved));
    QCOMPARE(saved->query, std::string("tariff impact>=0.5"));
    // When it stands it is chosen in the list.
    m_page->ruleSaved(4);
    auto listed = rules();
    listed.push_back({});
    listed.back().rule = *saved;
    listed.back().rule.id = 4;
    m_page->showRules(listed);
    auto* list = named<QListView>(*m_page, QStringLiteral("Rules"));
    QCOMPARE(list->currentIndex().row(), 3);
    QVERIFY(!save->isEnabled());
}

void AlertsPageTest::rehearsalShowsWhatItWouldHaveFiredOn()
{
    feed();
    QSignalSpy wanted(m_page, &ui::AlertsPage::rehearsalWanted);
    QTest::keyClick(named<QLineEdit>(*m_page, QStringLiteral("cooldown")), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][1].toInt(), 30);
    const int generation = wanted[0][2].toInt();
    m_page->showRehearsalProgress(12000, 31204, generation);
    auto* summary = m_page->findChild<QLabel*>(QStringLiteral("rehearsal"));
    QVERIFY2(summary->text().startsWith(QStringLiteral("12\u2009000 of 31\u2009204")), qPrintable(summary->text()));
    m_page->showRehearsal(rehearsal(), generation - 1); // of what is no longer asked
    QVERIFY(!summary->text().contains(QStringLiteral("Would")));
    m_page->showRehearsal(rehearsal(), generation);
    QCOMPARE(summary->text(),
        QStringLiteral("Would have fired 3 times on 2 stories, 0.1 a day, 0.7 a week; 1 near miss. Replayed "
                       "31\u2009204 articles in 0.7 s."));
    auto* list = named<QListView>(*m_page, QStringLiteral("What it would have fired on, and nearly"));
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 4);
    QSignalSpy articles(m_page, &ui::AlertsPage::articleWanted);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_O);
    QCOMPARE(articles.count(), 1);
    QCOMPARE(articles[0][0].toLongLong(), 10);
    button<QToolButton>(*m_page, QStringLiteral("7 d"))->click();
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted[1][1].toInt(), 7);
    QSignalSpy ended(m_page, &ui::AlertsPage::rehearsalEnded);
    button<QPushButton>(*m_page, QStringLiteral("Stop"))->click();
    QCOMPARE(ended.count(), 1);
    QVERIFY(!list->isVisible());
}

void AlertsPageTest::aReceiptOpensItsArticle()
{
    feed();
    QTRY_VERIFY(words(*m_page).contains(QStringLiteral("Materials Review, revision 2")));
    const QString shown = words(*m_page);
    for (const char* part : {"Receipt", "CRITICAL", "Materials Review, revision 2", "impact>=0.3: 0.35",
             "1.0.0 \u00B7 pack 4f9c2e", "export licenses"})
        QVERIFY2(shown.contains(QString::fromUtf8(part)), part);
    QSignalSpy articles(m_page, &ui::AlertsPage::articleWanted);
    button<QToolButton>(*m_page, QStringLiteral("Open article"))->click();
    QCOMPARE(articles.count(), 1);
    QCOMPARE(articles[0][0].toLongLong(), 43);
}

void AlertsPageTest::firingsAreAcknowledged()
{
    feed();
    auto* list = named<QListView>(*m_page, QStringLiteral("Firings"));
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("Firing number 3")); // critical, open
    QSignalSpy some(m_page, &ui::AlertsPage::acknowledgeWanted);
    QSignalSpy all(m_page, &ui::AlertsPage::acknowledgeAllWanted);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_E);
    QCOMPARE(some.count(), 1);
    QCOMPARE(some[0][0].value<QList<qint64>>(), QList<qint64>{3});
    QTest::keyClick(list, Qt::Key_E, Qt::ShiftModifier);
    QCOMPARE(all.count(), 1);
    desk::Firing done = firing(3, desk::AlertClass::Critical);
    done.acknowledged = samples::now();
    m_page->showFirings({}, 0, true);
    m_page->showFirings({firing(1, desk::AlertClass::High), done}, 0, false);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("Firing number 1"));
    button<QToolButton>(*m_page, QStringLiteral("Open"))->click();
    QVERIFY(words(*m_page).contains(QStringLiteral("Nothing waits to be acknowledged.")));
}

void AlertsPageTest::theLogSaysHowAlertsWereTold()
{
    feed();
    auto* firings = named<QListView>(*m_page, QStringLiteral("Firings"));
    auto* log = named<QListView>(*m_page, QStringLiteral("Delivery log"));
    QVERIFY(log != nullptr && !log->isVisible());
    QSignalSpy wanted(m_page, &ui::AlertsPage::deliveriesWanted);
    firings->setFocus();
    QTest::keyClick(firings, Qt::Key_L);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toLongLong(), 0);
    std::vector<desk::DeliveryLine> lines;
    for (std::int64_t id = 100; id > 0; --id)
        lines.push_back({id + 50, id % 7 == 0 ? 0 : id, "Oil", "Firing number " + std::to_string(id), "High: Oil",
            samples::now(), "desktop", id % 2 == 0, id % 2 == 0 ? "" : "the desktop has no notification service"});
    m_page->showDeliveries(lines, 0, true);
    QVERIFY(log->isVisible() && !firings->isVisible());
    QCOMPARE(log->currentIndex().row(), 0);
    QVERIFY(log->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("told by the desktop")));
    // The receipt of a line, by the keys of all lists.
    QSignalSpy receipts(m_page, &ui::AlertsPage::receiptWanted);
    QTest::keyClick(log, Qt::Key_J);
    QTest::keyClick(log, Qt::Key_J);
    QCOMPARE(receipts.back().front().toLongLong(), qint64{99});
    m_page->showReceipt(receipt(99));
    // Older lines come as they are looked at.
    wanted.clear();
    log->scrollToBottom();
    QTRY_VERIFY(!wanted.isEmpty());
    QCOMPARE(wanted.front().front().toLongLong(), qint64{51});
    m_page->showDeliveries({{7, 3, "Oil", "An old one", "", samples::now(), "tray", true, "there is no session bus"}}, 51, false);
    QCOMPARE(log->model()->rowCount(), 101);
    if (const QString pictures = qEnvironmentVariable("LEADLINE_PICTURES"); !pictures.isEmpty())
        m_page->grab().save(pictures + QStringLiteral("/alerts-log.png"));
    QTest::keyClick(log, Qt::Key_L);
    QVERIFY(firings->isVisible() && !log->isVisible());
}

void AlertsPageTest::theBellCounts()
{
    ui::Bell bell(m_host->theme);
    bell.showCounts({3, 1, 0});
    QCOMPARE(bell.text(), QStringLiteral("3"));
    QCOMPARE(bell.accessibleName(), QStringLiteral("Alerts: 3 not acknowledged, 1 critical"));
    bell.showCounts({});
    QCOMPARE(bell.text(), QStringLiteral("0"));
}

void AlertsPageTest::whyNotIsAskedOfTheOpenArticle()
{
    feed();
    auto* ask = button<QPushButton>(*m_page, QStringLiteral("Ask of the open article"));
    QVERIFY(!ask->isEnabled());
    m_page->setOpenArticle(77);
    QVERIFY(ask->isEnabled());
    QSignalSpy asked(m_page, &ui::AlertsPage::whyNotWanted);
    ask->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][1].toLongLong(), 77);
    desk::WhyNot why;
    why.ruleName = "Export controls";
    why.title = "Grid operator wins approval";
    why.clauses = {{"impact>=0.3", false, "0.27", {}, {}}, {"-mode:opinion", true, "", {}, {}}};
    m_page->showWhyNot(why);
    QTRY_VERIFY(words(*m_page).contains(QStringLiteral("Why Export controls does not fire")));
    QVERIFY(words(*m_page).contains(QStringLiteral("impact>=0.3: 0.27")));
}

void AlertsPageTest::watchlistsAreKept()
{
    feed();
    desk::WatchlistRow row;
    row.list = {5, "Battery metals", {{desk::MemberKind::Ticker, "ALB"}, {desk::MemberKind::Word, "lithium"}}};
    row.articles = 11;
    m_page->showWatchlists({row});
    auto* lists = named<QListWidget>(*m_page, QStringLiteral("Watchlists"));
    QCOMPARE(lists->count(), 1);
    lists->setCurrentRow(0);
    auto* members = named<QListWidget>(*m_page, QStringLiteral("Members"));
    QVERIFY(members->isVisible());
    QCOMPARE(members->count(), 2);
    QSignalSpy saves(m_page, &ui::AlertsPage::watchlistSaved);
    auto* member = named<QLineEdit>(*m_page, QStringLiteral("Member"));
    QTest::keyClicks(member, QStringLiteral("SQM"));
    QTest::keyClick(member, Qt::Key_Return);
    QCOMPARE(saves.count(), 1);
    QCOMPARE(saves[0][0].value<desk::Watchlist>().members.size(), std::size_t{3});
    members->setCurrentRow(0);
    members->setFocus();
    QTest::keyClick(members, Qt::Key_Delete);
    QCOMPARE(saves.count(), 2);
    const auto left = saves[1][0].value<desk::Watchlist>().members;
    QCOMPARE(left.size(), std::size_t{1});
    QCOMPARE(left[0].value, std::string("lithium"));
    QSignalSpy searches(m_page, &ui::AlertsPage::searchWanted);
    button<QPushButton>(*m_page, QStringLiteral("Show in News"))->click();
    QCOMPARE(searches[0][0].toString(), QStringLiteral("watchlist:\"Battery metals\""));
    QSignalSpy removed(m_page, &ui::AlertsPage::watchlistRemoved);
    button<QPushButton>(*m_page, QStringLiteral("Remove watchlist"))->click();
    QCOMPARE(removed[0][0].toString(), QStringLiteral("Battery metals"));
    m_page->showWatchlists({});
    QVERIFY(!members->isVisible()); // a rule stands there again
}

void AlertsPageTest::emptyPagesSayWhatToDo()
{
    m_page->showRules({});
    m_page->showWatchlists({});
    m_page->showFirings({}, 0, true);
    m_page->showFirings({}, 0, false);
    const QString shown = words(*m_page);
    QVERIFY(shown.contains(QStringLiteral("No alert rules yet")));
    QVERIFY(shown.contains(QStringLiteral("No rule has fired yet")));
    button<QPushButton>(*m_page, QStringLiteral("New rule"))->click();
    QVERIFY(named<QPlainTextEdit>(*m_page, QStringLiteral("Fires on, a query"))->isVisible());
}

void AlertsPageTest::picture()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    const struct {
        QSize size;
        const char* name;
    } windows[] = {{{1600, 890}, "alerts-1600"}, {{1280, 730}, "alerts-1280"}, {{960, 630}, "alerts-960"}};
    for (const auto& window : windows) {
        m_host = std::make_unique<DialogHost>(theme, scale);
        open(*m_host, window.size);
        feed();
        QSignalSpy wanted(m_page, &ui::AlertsPage::rehearsalWanted);
        button<QPushButton>(*m_page, QStringLiteral("Rehearse"))->click();
        QCOMPARE(wanted.count(), 1);
        m_page->showRehearsal(rehearsal(), wanted[0][2].toInt());
        QTRY_VERIFY2(pictures::clipped(*m_page).isEmpty(),
            qPrintable(pictures::clipped(*m_page).join(QLatin1Char('\n'))));
        for (const QWidget* child : m_page->findChildren<QWidget*>()) {
            const int right = child->mapTo(m_page, QPoint(child->width(), 0)).x();
            if (child->isVisible() && !child->accessibleName().isEmpty())
                QVERIFY2(right <= m_page->width(), qPrintable(child->accessibleName()));
        }
        pictures::keep(m_host->window, QString::fromLatin1(window.name));
    }
}

QTEST_MAIN(AlertsPageTest)
#include "alertspage_test.moc"
