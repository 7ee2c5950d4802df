// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/files.h>
#include <desk/query.h>
#include <ui/mainwindow.h>
#include <ui/panels/articlelist.h>
#include <ui/panels/articletext.h>
#include <ui/panels/decisions.h>
#include <ui/panels/reader.h>
#include <ui/widgets/gauge.h>
#include <ui/widgets/waterfall.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <support/briefinput.h>

namespace {

ui::Theme theme(const char* name)
{
    return ui::Theme::fromJson(
        base::readFile(std::filesystem::path(LEADLINE_RESOURCES "/themes") / name).value())
        .value();
}

desk::FeedPage page(int count)
{
    desk::FeedPage page;
    for (int at = 1; at <= count; ++at) {
        desk::ArticleRow row;
        row.id = at;
        row.title = "A headline that is long enough for two lines in the feed, number " + std::to_string(at);
        row.source = "Wire";
        row.analysed = true;
        row.impact = 0.9 - at * 0.05;
        row.sentiment = at % 2 == 0 ? 0.3 : -0.3;
        row.topics = {"Oil & Gas"};
        row.read = at == 2;
        page.rows.push_back(row);
    }
    page.total = count;
    return page;
}

} // namespace

class MainWindowTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::MainWindow> m_window;
    int m_generation = 0;

    void show(int width = 1600)
    {
        m_window = std::make_unique<ui::MainWindow>(theme("dark.json"), theme("light.json"));
        m_window->resize(width, 900);
        connect(m_window.get(), &ui::MainWindow::feedRequested, this,
            [this](const desk::FeedRequest&, int generation) { m_generation = generation; });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->start();
        m_window->showFeed(page(5), m_generation, true);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    void showArticle(qint64 id)
    {
        brief::ArticlePart input = support::briefInput().articles.front();
        input.article.id = id;
        m_window->showArticle(input.article, input.analysis, {});
    }

private Q_SLOTS:
    void keysMoveAndMark()
    {
        show();
        QSignalSpy chosen(m_window.get(), &ui::MainWindow::articleChosen);
        QSignalSpy read(m_window.get(), &ui::MainWindow::readChanged);
        QSignalSpy starred(m_window.get(), &ui::MainWindow::starChanged);
        key(Qt::Key_J);
        QCOMPARE(chosen.last().first().toLongLong(), 2);
        key(Qt::Key_K);
        QCOMPARE(chosen.last().first().toLongLong(), 1);
        QCOMPARE(read.size(), 0); // moving marks nothing
        key(Qt::Key_N); // over the read one
        QCOMPARE(chosen.last().first().toLongLong(), 3);
        key(Qt::Key_S);
        QCOMPARE(starred.size(), 1);
        key(Qt::Key_M);
        QCOMPARE(read.last().at(1).toBool(), true);
        key(Qt::Key_O);
        QTest::keyClick(&m_window->findChild<ui::ArticleListPanel*>()->view(), Qt::Key_Return);
        QCOMPARE(read.size(), 3);
        QSignalSpy undo(m_window.get(), &ui::MainWindow::undoRequested);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.size(), 1);
    }

    void lettersInTheSearchBoxAreText()
    {
        show();
        QSignalSpy starred(m_window.get(), &ui::MainWindow::starChanged);
        auto* search = m_window->findChild<QLineEdit*>();
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("sanctions"));
        QCOMPARE(search->text(), QStringLiteral("sanctions"));
        QCOMPARE(starred.size(), 0);
    }

    void searchAsksAndShowsErrors()
    {
        show();
        QSignalSpy asked(m_window.get(), &ui::MainWindow::feedRequested);
        auto* search = m_window->findChild<QLineEdit*>();
        search->setText(QStringLiteral("impact>=x"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        m_window->showFeedFailure(QStringLiteral("column 9: expected a number after impact>="), m_generation);
        QVERIFY(search->property("invalid").toBool());
        QVERIFY(search->toolTip().startsWith(QStringLiteral("column 9")));
    }

    void staleAnswersAreDropped()
    {
        show();
        m_window->showFeed(page(2), m_generation - 1, true);
        key(Qt::Key_J);
        key(Qt::Key_J);
        key(Qt::Key_J);
        QSignalSpy chosen(m_window.get(), &ui::MainWindow::articleChosen);
        key(Qt::Key_J);
        QCOMPARE(chosen.last().first().toLongLong(), 5); // the five rows are still there
    }

    void evidenceWorksBothWays()
    {
        show();
        showArticle(1);
        auto* reader = m_window->findChild<ui::Reader*>();
        reader->showEvidence({1});
        QVERIFY(reader->tab() == ui::Reader::FullText);
        const brief::ArticlePart input = support::briefInput().articles.front();
        const ui::ArticleText text(input.article, input.analysis);
        const ui::Theme dark = theme("dark.json");
        QVERIFY(text.full(dark, {1}).contains(QStringLiteral("name=\"lit\"")));
        QVERIFY(text.brief(dark).contains(QStringLiteral("assumption")));
        QVERIFY(text.quotes({1}).contains(QStringLiteral("shut its second furnace")));
        QVERIFY(!text.full(dark).contains(
            QStringLiteral("<July>"))); // what a publisher wrote is text, not markup
        QCOMPARE(ui::ArticleText::numbersOf(QStringLiteral("ev:3,4")), QSet<int>({3, 4}));
    }

    void notAnalysedIsSaid()
    {
        show();
        brief::ArticlePart input = support::briefInput().articles.front();
        input.article.id = 1;
        input.analysis = {};
        input.analysis.mode = base::Mode::NotAnalysed;
        input.analysis.reason = "No language model for German: not analysed";
        m_window->showArticle(input.article, input.analysis, {});
        bool said = false;
        for (const QTextBrowser* view : m_window->findChildren<QTextBrowser*>())
            said = said || view->toPlainText().contains(QStringLiteral("No language model for German"));
        QVERIFY(said);
    }

    void decisionsOpenAndAreAccepted()
    {
        show();
        showArticle(1);
        auto* decisions = m_window->findChild<ui::DecisionsPanel*>();
        QCOMPARE(decisions->count(), 1);
        QSignalSpy accepted(m_window.get(), &ui::MainWindow::decisionAccepted);
        key(Qt::Key_E); // none is open
        QCOMPARE(accepted.size(), 0);
        key(Qt::Key_1);
        QCOMPARE(decisions->focusedCard(), 0);
        key(Qt::Key_E);
        QCOMPARE(accepted.size(), 1);
    }

    void theWaterfallAddsUp()
    {
        const brief::ArticlePart input = support::briefInput().articles.front();
        const ui::Theme dark = theme("dark.json");
        const ui::Waterfall waterfall(dark, input.analysis.impact);
        QVERIFY(std::abs(1 / (1 + std::exp(-waterfall.sum())) - input.analysis.impact.score) < 1e-9);
        ui::Gauge gauge(dark, ui::Gauge::Kind::Sentiment);
        gauge.setValue(-0.15, QStringLiteral("mildly negative"));
        QVERIFY(gauge.accessibleName().contains(QStringLiteral("-0.15")));
        gauge.setValue(-7, {});
        QCOMPARE(gauge.value(), -1.0);
    }

    void narrowWindowsTakeTurns()
    {
        show(900);
        auto* list = m_window->findChild<ui::ArticleListPanel*>();
        auto* reader = m_window->findChild<ui::Reader*>();
        QVERIFY(list->isVisible());
        QVERIFY(!reader->isVisible());
        key(Qt::Key_O);
        QVERIFY(reader->isVisible());
        QVERIFY(!list->isVisible());
        key(Qt::Key_U);
        QVERIFY(list->isVisible());
    }

    void stateIsKept()
    {
        show();
        m_window->setDarkTheme(false);
        m_window->setTextScale(1.3);
        const QByteArray state = m_window->saveWindow();
        show();
        QVERIFY(m_window->restoreWindow(state));
        QVERIFY(!m_window->isDarkTheme());
        QVERIFY(!m_window->restoreWindow("nonsense"));
    }

    void firstStartOffersOneStep()
    {
        show();
        m_window->showFirstStart(true);
        QSignalSpy sample(m_window.get(), &ui::MainWindow::sampleNewsRequested);
        for (QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
            if (button->text() == QStringLiteral("Open sample news"))
                button->click();
        }
        QCOMPARE(sample.size(), 1);
    }

    void everyControlHasAName()
    {
        show();
        showArticle(1);
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
            if (button->isVisible())
                QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty()
                    || button->objectName().startsWith(QStringLiteral("_q_"))
                    || qobject_cast<const QLineEdit*>(button->parentWidget()) != nullptr);
        }
    }

    void contrastIsEnough_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("dark") << "dark.json";
        QTest::newRow("light") << "light.json";
    }
    void contrastIsEnough()
    {
        QFETCH(QString, file);
        const ui::Theme colours = theme(file.toUtf8().constData());
        const auto luminance = [](const QColor& colour) {
            const auto part = [](double value) {
                return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
                + 0.0722 * part(colour.blueF());
        };
        for (const ui::Role role : {ui::Role::Text, ui::Role::Body, ui::Role::Seen, ui::Role::Muted,
                 ui::Role::Faint, ui::Role::Negative, ui::Role::Positive, ui::Role::Link}) {
            for (const ui::Role back : {ui::Role::Background, ui::Role::Surface}) {
                const double a = luminance(colours.colour(role)) + 0.05;
                const double b = luminance(colours.colour(back)) + 0.05;
                QVERIFY2(std::max(a, b) / std::min(a, b) >= 4.5, qPrintable(colours.css(role)));
            }
        }
        QVERIFY(!ui::Theme::fromJson("{}"));
    }
};

QTEST_MAIN(MainWindowTest)
#include "mainwindow_test.moc"
