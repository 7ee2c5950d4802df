// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ui/briefwindows.h>
#include <ui/dialogs/exportbrief.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>

#include "dialoghost.h"

class ExportBriefTest final : public QObject {
    Q_OBJECT

private:
    static QImage page(int width, const QColor& color)
    {
        QImage image(width, static_cast<int>(width * 1.414), QImage::Format_RGB32);
        image.fill(color);
        return image;
    }

    static QPushButton* button(const QWidget& dialog, const QString& text)
    {
        for (QPushButton* one : dialog.findChildren<QPushButton*>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ui::BriefChoice>(); }

    void kindsFollowWhatIsShown()
    {
        DialogHost host;
        const ui::ExportBriefDialog nothing(host.theme, {0, {}, {}, {}}, brief::Paper::A4, &host.window);
        QCOMPARE(nothing.findChildren<QComboBox*>().first()->count(), 3);
        ui::ExportBriefDialog several(
            host.theme, {7, {7, 8, 9}, QStringLiteral("oil"), {}}, brief::Paper::Letter, &host.window);
        QSignalSpy prepared(&several, &ui::ExportBriefDialog::prepareWanted);
        several.start();
        const auto choice = prepared.last().at(0).value<ui::BriefChoice>();
        QVERIFY(choice.kind == brief::Kind::Desk); // what was chosen goes before what is shown
        QCOMPARE(choice.chosen, (QList<qint64>{7, 8, 9}));
        QVERIFY(choice.paper == brief::Paper::Letter);
    }

    void everyChoicePreparesAnewAndLateAnswersAreDropped()
    {
        DialogHost host;
        ui::ExportBriefDialog dialog(host.theme, {7, {7}, QStringLiteral("oil"), {}}, brief::Paper::A4, &host.window);
        QSignalSpy prepared(&dialog, &ui::ExportBriefDialog::prepareWanted);
        dialog.start();
        QVERIFY(prepared.last().at(0).value<ui::BriefChoice>().kind == brief::Kind::Article);
        QVERIFY(!button(dialog, QStringLiteral("Export…"))->isEnabled());
        auto* kind = dialog.findChild<QComboBox*>();
        QTest::keyClick(kind, Qt::Key_Down); // its story: an article alone is told in full anyway
        QCOMPARE(prepared.count(), 2);
        auto* inFull = dialog.findChild<QLineEdit*>();
        inFull->selectAll();
        QTest::keyClicks(inFull, QStringLiteral("40"));
        QTest::keyClick(inFull, Qt::Key_Return);
        QCOMPARE(prepared.count(), 3);
        QCOMPARE(prepared.last().at(0).value<ui::BriefChoice>().inFull, 40);
        dialog.showPrepared(2, 9, {794, 1123}, QStringLiteral("late"));
        QCOMPARE(dialog.findChild<QListWidget*>()->count(), 0);
        dialog.showPrepared(3, 3, {794, 1123}, QStringLiteral("A brief"));
        QCOMPARE(dialog.findChild<QListWidget*>()->count(), 3);
        QVERIFY(button(dialog, QStringLiteral("Export…"))->isEnabled());
        dialog.showFailure(3, QStringLiteral("no article matches"));
        QVERIFY(!button(dialog, QStringLiteral("Export…"))->isEnabled());
    }

    void pagesAreAskedForAsTheyAreLookedAt()
    {
        DialogHost host;
        ui::ExportBriefDialog dialog(host.theme, {7, {7}, {}, {}}, brief::Paper::A4, &host.window);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.start();
        QSignalSpy asked(&dialog, &ui::ExportBriefDialog::pageWanted);
        dialog.showPrepared(1, 300, {794, 1123}, QStringLiteral("A brief"));
        // The page and one thumbnail; the next when that came. Never all three hundred.
        QCOMPARE(asked.count(), 2);
        while (asked.last().at(3).toBool() == false && asked.count() < 300) {
            const int before = static_cast<int>(asked.count());
            dialog.showPage(1, asked.last().at(1).toInt(), false, page(92, Qt::white));
            if (asked.count() == before)
                break;
        }
        QVERIFY2(asked.count() < 20, qPrintable(QString::number(asked.count())));
        asked.clear();
        QTest::keyClick(&dialog, Qt::Key_J);
        QTRY_VERIFY(!asked.isEmpty());
        QCOMPARE(asked.first().at(1).toInt(), 1);
        QVERIFY(asked.first().at(3).toBool());
    }

    void workIsShownAndCanBeCancelled()
    {
        DialogHost host;
        ui::ExportBriefDialog dialog(host.theme, {7, {7}, {}, {}}, brief::Paper::A4, &host.window);
        dialog.show();
        dialog.start();
        dialog.showPrepared(1, 3, {794, 1123}, QStringLiteral("A brief"));
        QSignalSpy saved(&dialog, &ui::ExportBriefDialog::saveWanted);
        QSignalSpy cancelled(&dialog, &ui::ExportBriefDialog::cancelWanted);
        button(dialog, QStringLiteral("Export…"))->click();
        auto* files = dialog.findChild<QFileDialog*>();
        QVERIFY(files != nullptr);
        QCOMPARE(files->defaultSuffix(), QStringLiteral("pdf"));
        Q_EMIT files->fileSelected(QStringLiteral("x.pdf"));
        QCOMPARE(saved.last().at(1).toString(), QStringLiteral("x.pdf"));
        QVERIFY(button(dialog, QStringLiteral("Cancel"))->isVisible());
        dialog.reject(); // cancels first
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(dialog.isVisible());
        dialog.showFinished(QStringLiteral("Cancelled: nothing was written."));
        dialog.reject();
        QVERIFY(!dialog.isVisible());
    }

    void theClipboardHoldsBothForms()
    {
        DialogHost host;
        ui::ExportBriefDialog dialog(host.theme, {7, {7}, {}, {}}, brief::Paper::A4, &host.window);
        dialog.showCopied(QStringLiteral("<b>rich</b>"), QStringLiteral("plain"));
        const QMimeData* held = QApplication::clipboard()->mimeData();
        QVERIFY(held->html().contains(QStringLiteral("rich")));
        QCOMPARE(held->text(), QStringLiteral("plain"));
    }

    void anotherDialogIsNotAnsweredForTheFirst()
    {
        DialogHost host;
        ui::BriefWindows windows(host.theme, host.window);
        QSignalSpy prepared(&windows, &ui::BriefWindows::prepareWanted);
        windows.open({7, {7}, {}, {}});
        const int first = prepared.last().at(1).toInt();
        auto* dialog = host.window.findChild<ui::ExportBriefDialog*>();
        dialog->reject();
        QTRY_VERIFY(host.window.findChild<ui::ExportBriefDialog*>() == nullptr);
        windows.open({8, {8}, {}, {}});
        windows.showPrepared(first, 9, {794, 1123}, QStringLiteral("of the first"));
        QCOMPARE(host.window.findChild<QListWidget*>()->count(), 0);
        windows.showPrepared(prepared.last().at(1).toInt(), 2, {794, 1123}, QStringLiteral("of the second"));
        QCOMPARE(host.window.findChild<QListWidget*>()->count(), 2);
    }

    void nothingIsClipped_data() { pictures::rows(); }

    void nothingIsClipped()
    {
        QFETCH(QString, theme);
        QFETCH(double, scale);
        DialogHost host(theme, scale);
        ui::ExportBriefDialog dialog(host.theme, {7, {7, 8}, {}, {}}, brief::Paper::A4, &host.window);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.start();
        dialog.showPrepared(1, 4, {794, 1123}, QStringLiteral("Riksbank stuns markets with half-point rate rise"));
        for (int i = 0; i < 4; ++i)
            dialog.showPage(1, i, false, page(92, Qt::white));
        dialog.showPage(1, 0, true, page(520, Qt::white));
        pictures::keep(dialog, QStringLiteral("exportbrief"));
        const QStringList faults = pictures::clipped(dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(ExportBriefTest)
#include "exportbrief_test.moc"
