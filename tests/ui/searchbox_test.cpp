// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <ui/widgets/searchbox.h>

#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

class SearchBoxTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    ui::SearchBox* m_box = nullptr;
    const ui::Theme m_theme = samples::theme(QStringLiteral("dark.json"));

    QTreeWidget* list() const { return m_window->findChild<QTreeWidget*>(); }
    void answer(const desk::Completion& completion, int generation)
    {
        std::vector<desk::Suggestion> all = desk::grammarSuggestions(completion);
        if (completion.field == "topic")
            all = {desk::valueSuggestion("Oil & Gas", 1200, true),
                desk::valueSuggestion("Oil Services", 7, false)};
        m_box->showSuggestions(all, generation);
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 500);
        auto* column = new QVBoxLayout(m_window.get());
        m_box = new ui::SearchBox(m_theme, m_window.get());
        column->addWidget(m_box, 0, Qt::AlignTop);
        connect(m_box, &ui::SearchBox::suggestionsWanted, this, &SearchBoxTest::answer);
        m_window->show();
        m_window->activateWindow();
        m_box->setFocus();
        QTRY_VERIFY(m_box->hasFocus());
    }

    void aFieldAndItsValueByKeysAlone()
    {
        QTest::keyClicks(m_box, QStringLiteral("top"));
        QVERIFY(m_box->isSuggesting());
        QTest::keyClick(m_box, Qt::Key_Tab);
        QCOMPARE(m_box->text(), QStringLiteral("topic:"));
        QVERIFY(m_box->isSuggesting()); // the values come at once
        QCOMPARE(list()->topLevelItem(0)->text(1), QStringLiteral("1\u2009200+"));
        QTest::keyClick(m_box, Qt::Key_Down);
        QTest::keyClick(m_box, Qt::Key_Down);
        QTest::keyClick(m_box, Qt::Key_Return);
        QCOMPARE(m_box->text(), QStringLiteral("topic:\"Oil Services\" "));
        QVERIFY(!m_box->isSuggesting());
        QVERIFY(m_box->hasFocus());
    }

    void returnWithoutAChoiceSearches()
    {
        QSignalSpy searched(m_box, &QLineEdit::returnPressed);
        QTest::keyClicks(m_box, QStringLiteral("top"));
        QVERIFY(m_box->isSuggesting());
        QTest::keyClick(m_box, Qt::Key_Return);
        QCOMPARE(searched.count(), 1);
        QCOMPARE(m_box->text(), QStringLiteral("top"));
        QVERIFY(!m_box->isSuggesting());
    }

    void escapeClosesAndAnOldAnswerIsDropped()
    {
        QTest::keyClicks(m_box, QStringLiteral("is:"));
        QVERIFY(m_box->isSuggesting());
        QTest::keyClick(m_box, Qt::Key_Escape);
        QVERIFY(!m_box->isSuggesting());
        m_box->showSuggestions({desk::valueSuggestion("late", 1, false)}, 1);
        QVERIFY(!m_box->isSuggesting());
    }

    void aClickTakesARow()
    {
        QTest::keyClicks(m_box, QStringLiteral("is:st"));
        QVERIFY(m_box->isSuggesting());
        const QRect row = list()->visualItemRect(list()->topLevelItem(0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(m_box->text(), QStringLiteral("is:starred "));
    }

    void theListStandsInTheWindow()
    {
        QTest::keyClicks(m_box, QStringLiteral("topic:o"));
        QVERIFY(m_box->isSuggesting());
        QVERIFY(m_window->rect().contains(list()->geometry()));
        QVERIFY(list()->geometry().top() > m_box->geometry().bottom());
        const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_window->grab().save(folder + QStringLiteral("/searchbox.png")));
    }
};

QTEST_MAIN(SearchBoxTest)
#include "searchbox_test.moc"
