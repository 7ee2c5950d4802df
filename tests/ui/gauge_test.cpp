// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <ui/widgets/flowlayout.h>
#include <ui/widgets/gauge.h>
#include <ui/widgets/waterfall.h>

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using ui::Gauge;
using ui::Role;

namespace {

// Mean column of the pixels in this colour, as a share of the width; −1 when there are none.
double centreOf(const QImage& image, const QColor& colour)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int apart = std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green())
                + std::abs(pixel.blue() - colour.blue());
            if (apart < 12) {
                sum += x;
                ++count;
            }
        }
    }
    return count == 0 ? -1 : sum / count / image.width();
}

int countOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
    }
    return count;
}

QImage picture(Gauge& gauge)
{
    gauge.resize(gauge.sizeHint());
    return gauge.grab().toImage();
}

} // namespace

class GaugeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nameReadsTheValue_data();
    void nameReadsTheValue();
    void impactFillsFromTheLeft();
    void sentimentFillsFromTheMiddle();
    void notAnalysedIsAnEmptyArc();
    void valuesBeyondTheScaleStopAtItsEnd();
    void sizeFollowsTheText();
    void termsOfTheWaterfallAddUp();
    void waterfallRaisesInAmberAndLowersInBlue();
    void clickOnATermNamesIt();
    void termsAreChosenByKey();
    void flowBreaksTheLine();

private:
    ui::Theme m_theme = samples::theme(QStringLiteral("dark.json"));
};

void GaugeTest::init() { m_theme.setScale(1); }

void GaugeTest::nameReadsTheValue_data()
{
    QTest::addColumn<bool>("impact");
    QTest::addColumn<double>("value");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("impact") << true << 0.35
                            << QStringList{QStringLiteral("impact"), QStringLiteral("0.35"),
                                   QStringLiteral("moderate")};
    QTest::newRow("sentiment") << false << -0.15
                               << QStringList{QStringLiteral("sentiment"), QStringLiteral("0.15"),
                                      QStringLiteral("moderate")};
}

void GaugeTest::nameReadsTheValue()
{
    QFETCH(bool, impact);
    QFETCH(double, value);
    QFETCH(QStringList, parts);
    Gauge gauge(m_theme, impact ? Gauge::Kind::Impact : Gauge::Kind::Sentiment);
    gauge.setValue(value, QStringLiteral("moderate"));
    for (const QString& part : parts)
        QVERIFY2(gauge.accessibleName().contains(part), qPrintable(gauge.accessibleName()));
    gauge.clearValue();
    QVERIFY2(!gauge.accessibleName().contains(QStringLiteral("0.")), "what is not known is no figure");
}

void GaugeTest::impactFillsFromTheLeft()
{
    Gauge gauge(m_theme, Gauge::Kind::Impact);
    gauge.setValue(0.1, {});
    const QImage little = picture(gauge);
    gauge.setValue(0.9, {});
    const QImage much = picture(gauge);
    const QColor accent = m_theme.colour(Role::Accent);
    QVERIFY(centreOf(little, accent) >= 0);
    QVERIFY(centreOf(little, accent) < 0.3);
    QVERIFY(centreOf(much, accent) > centreOf(little, accent));
    QVERIFY(countOf(much, accent) > 3 * countOf(little, accent));
}

void GaugeTest::sentimentFillsFromTheMiddle()
{
    Gauge gauge(m_theme, Gauge::Kind::Sentiment);
    gauge.setValue(-0.6, {});
    const QImage below = picture(gauge);
    gauge.setValue(0.6, {});
    const QImage above = picture(gauge);
    const double left = centreOf(below, m_theme.colour(Role::Negative));
    const double right = centreOf(above, m_theme.colour(Role::Positive));
    QVERIFY2(left > 0 && left < 0.5, qPrintable(QString::number(left)));
    QVERIFY2(right > 0.5 && right < 1, qPrintable(QString::number(right)));
    QVERIFY(std::abs(left + right - 1) < 0.03);
    QCOMPARE(countOf(below, m_theme.colour(Role::Positive)), 0);
    QCOMPARE(countOf(above, m_theme.colour(Role::Negative)), 0);
}

void GaugeTest::notAnalysedIsAnEmptyArc()
{
    Gauge gauge(m_theme, Gauge::Kind::Impact);
    gauge.setValue(0.9, {});
    gauge.clearValue();
    const QImage image = picture(gauge);
    QCOMPARE(countOf(image, m_theme.colour(Role::Accent)), 0);
    QCOMPARE(countOf(image, m_theme.colour(Role::Text)), 0); // no needle at zero either
    QVERIFY(countOf(image, m_theme.colour(Role::Track)) > 0);
}

void GaugeTest::valuesBeyondTheScaleStopAtItsEnd()
{
    Gauge gauge(m_theme, Gauge::Kind::Sentiment);
    gauge.setValue(-7, {});
    QCOMPARE(gauge.value(), -1.0);
    gauge.setValue(7, {});
    QCOMPARE(gauge.value(), 1.0);
}

void GaugeTest::sizeFollowsTheText()
{
    const Gauge gauge(m_theme, Gauge::Kind::Impact);
    const QSize before = gauge.sizeHint();
    m_theme.setScale(2);
    QCOMPARE(gauge.sizeHint(), before * 2);
}

void GaugeTest::termsOfTheWaterfallAddUp()
{
    const base::Analysis analysis = samples::analysis();
    const ui::Waterfall waterfall(m_theme, analysis.impact);
    QVERIFY(std::abs(1 / (1 + std::exp(-waterfall.sum())) - analysis.impact.score) < 0.005);
    for (const base::ImpactTerm& term : analysis.impact.terms)
        QVERIFY(waterfall.accessibleName().contains(QString::fromStdString(term.name)));
}

void GaugeTest::waterfallRaisesInAmberAndLowersInBlue()
{
    base::Impact impact;
    impact.terms = {{"breadth", 0.4, "", {}}};
    const auto paint = [&] {
        ui::Waterfall waterfall(m_theme, impact);
        waterfall.resize(waterfall.sizeHint());
        return waterfall.grab().toImage();
    };
    const QImage raised = paint();
    QVERIFY(countOf(raised, m_theme.colour(Role::Accent)) > 100);
    QCOMPARE(countOf(raised, m_theme.colour(Role::Link)), 0);
    impact.terms[0].value = -0.4;
    const QImage lowered = paint();
    QVERIFY(countOf(lowered, m_theme.colour(Role::Link)) > 100);
    QCOMPARE(countOf(lowered, m_theme.colour(Role::Accent)), 0);
}

void GaugeTest::clickOnATermNamesIt()
{
    ui::Waterfall waterfall(m_theme, samples::analysis().impact);
    waterfall.resize(waterfall.sizeHint());
    QSignalSpy chosen(&waterfall, &ui::Waterfall::termChosen);
    QTest::mouseClick(&waterfall, Qt::LeftButton, {}, QPoint(40, waterfall.height() / 2));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
}

void GaugeTest::termsAreChosenByKey()
{
    ui::Waterfall waterfall(m_theme, samples::analysis().impact);
    QVERIFY(waterfall.focusPolicy() & Qt::TabFocus);
    QSignalSpy chosen(&waterfall, &ui::Waterfall::termChosen);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up, Qt::Key_Up, Qt::Key_Up})
        QTest::keyClick(&waterfall, key);
    QList<int> rows;
    for (const QList<QVariant>& one : chosen)
        rows << one.at(0).toInt();
    QCOMPARE(rows, (QList<int>{0, 1, 0}));
}

void GaugeTest::flowBreaksTheLine()
{
    QWidget host;
    auto* flow = new ui::FlowLayout(6, &host);
    for (int at = 0; at < 3; ++at) {
        auto* box = new QWidget(&host);
        box->setFixedSize(100, 20);
        flow->addWidget(box);
    }
    QCOMPARE(flow->heightForWidth(312), 20);
    QCOMPARE(flow->heightForWidth(311), 46);
    QCOMPARE(flow->heightForWidth(100), 72);
    flow->setGeometry(QRect(0, 0, 210, 100));
    QCOMPARE(flow->itemAt(1)->geometry().topLeft(), QPoint(106, 0));
    QCOMPARE(flow->itemAt(2)->geometry().topLeft(), QPoint(0, 26));
}

QTEST_MAIN(GaugeTest)
#include "gauge_test.moc"
