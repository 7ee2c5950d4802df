// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <ui/theme/theme.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>

using ui::Role;
using ui::Theme;

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

// The ratio of WCAG 2: 1 for the same colour, 21 for black on white.
double contrast(const QColor& one, const QColor& other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

Q_DECLARE_METATYPE(Role)

class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastKnowsItsEnds();
    void textCanBeRead_data();
    void textCanBeRead();
    void scoresCanBeRead_data();
    void scoresCanBeRead();
    void directionsDiffer_data();
    void directionsDiffer();
    void missingRoleIsNamed();
    void wrongColourIsNamed();
    void noJsonIsAnError_data();
    void noJsonIsAnError();
    void impactGoesFromQuietToAccent();
    void fontsFollowTheScale_data();
    void fontsFollowTheScale();
    void paletteAndSheetUseTheTheme();
    void figuresHaveTheRealMinus_data();
    void figuresHaveTheRealMinus();
};

void ThemeTest::contrastKnowsItsEnds()
{
    QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 0.01);
    QVERIFY(std::abs(contrast(Qt::red, Qt::red) - 1) < 0.01);
}

void ThemeTest::textCanBeRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Role>("front");
    QTest::addColumn<Role>("back");
    for (const QString& file : {QStringLiteral("dark.json"), QStringLiteral("light.json")}) {
        const auto pair = [&](const char* name, Role front, Role back) {
            QTest::addRow("%s, %s", qPrintable(file), name) << file << front << back;
        };
        pair("text on background", Role::Text, Role::Background);
        pair("text on surface", Role::Text, Role::Surface);
        pair("text on raised", Role::Text, Role::Raised);
        pair("text on selected", Role::Text, Role::Selected);
        pair("text on chosen", Role::Text, Role::Chosen);
        pair("body on background", Role::Body, Role::Background);
        pair("body on surface", Role::Body, Role::Surface);
        pair("body on assumption", Role::Body, Role::Assumption);
        pair("seen on background", Role::Seen, Role::Background);
        pair("seen on selected", Role::Seen, Role::Selected);
        pair("muted on background", Role::Muted, Role::Background);
        pair("muted on surface", Role::Muted, Role::Surface);
        pair("muted on selected", Role::Muted, Role::Selected);
        pair("faint on surface", Role::Faint, Role::Surface);
        pair("accent on background", Role::Accent, Role::Background);
        pair("link on background", Role::Link, Role::Background);
        pair("link on surface", Role::Link, Role::Surface);
        pair("negative on background", Role::Negative, Role::Background);
        pair("negative on surface", Role::Negative, Role::Surface);
        pair("positive on background", Role::Positive, Role::Background);
        pair("positive on surface", Role::Positive, Role::Surface);
        pair("words that are lit", Role::MarkText, Role::Mark);
        pair("neutral tag", Role::TagNeutralText, Role::TagNeutral);
        pair("short tag", Role::TagShortText, Role::TagShort);
        pair("hedge tag", Role::TagHedgeText, Role::TagHedge);
        pair("long tag", Role::TagLongText, Role::TagLong);
    }
}

void ThemeTest::textCanBeRead()
{
    QFETCH(QString, file);
    QFETCH(Role, front);
    QFETCH(Role, back);
    const Theme theme = samples::theme(file);
    const double ratio = contrast(theme.colour(front), theme.colour(back));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio, 'f', 2)));
}

void ThemeTest::scoresCanBeRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("dark") << "dark.json";
    QTest::newRow("light") << "light.json";
}

void ThemeTest::scoresCanBeRead()
{
    QFETCH(QString, file);
    const Theme theme = samples::theme(file);
    for (int percent = 0; percent <= 100; percent += 5) {
        const QColor colour = theme.forImpact(percent / 100.0);
        const double plain = contrast(colour, theme.colour(Role::Background));
        const double selected = contrast(colour, theme.colour(Role::Selected));
        QVERIFY2(plain >= 4.5 && selected >= 4.0,
            qPrintable(QStringLiteral("%1: %2, selected %3").arg(percent).arg(plain).arg(selected)));
    }
}

void ThemeTest::directionsDiffer_data() { scoresCanBeRead_data(); }

void ThemeTest::directionsDiffer()
{
    QFETCH(QString, file);
    const Theme theme = samples::theme(file);
    QCOMPARE(theme.forSign(-0.15), theme.colour(Role::Negative));
    QCOMPARE(theme.forSign(0.15), theme.colour(Role::Positive));
    QCOMPARE(theme.forSign(0), theme.colour(Role::Muted));
    QCOMPARE(theme.forSign(-0.004), theme.colour(Role::Muted)); // shown as 0.00
}

void ThemeTest::missingRoleIsNamed()
{
    const auto theme = Theme::fromJson(R"({"background": "#000000"})");
    QVERIFY(!theme);
    QVERIFY2(theme.error().message.find("surface") != std::string::npos, theme.error().message.c_str());
}

void ThemeTest::wrongColourIsNamed()
{
    QFile file(QStringLiteral(LEADLINE_RESOURCES "/themes/dark.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    object.insert(QStringLiteral("link"), QStringLiteral("bluish"));
    const auto theme = Theme::fromJson(QJsonDocument(object).toJson().toStdString());
    QVERIFY(!theme);
    QVERIFY2(theme.error().message.find("link") != std::string::npos, theme.error().message.c_str());
}

void ThemeTest::noJsonIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("background: black");
    QTest::newRow("a list") << QByteArray("[]");
}

void ThemeTest::noJsonIsAnError()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Theme::fromJson({text.constData(), static_cast<std::size_t>(text.size())}));
}

void ThemeTest::impactGoesFromQuietToAccent()
{
    const Theme theme = samples::theme(QStringLiteral("dark.json"));
    QCOMPARE(theme.forImpact(0), theme.colour(Role::LowImpact));
    QCOMPARE(theme.forImpact(1), theme.colour(Role::Accent));
    QVERIFY(theme.forImpact(0.4) != theme.forImpact(0));
    QVERIFY(theme.forImpact(0.4) != theme.forImpact(1));
}

void ThemeTest::fontsFollowTheScale_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("interface");
    QTest::addColumn<int>("headline");
    QTest::newRow("80 %") << 0.8 << 10 << 18;
    QTest::newRow("100 %") << 1.0 << 13 << 22;
    QTest::newRow("150 %") << 1.5 << 20 << 33;
    QTest::newRow("200 %") << 2.0 << 26 << 44;
}

void ThemeTest::fontsFollowTheScale()
{
    QFETCH(double, scale);
    Theme theme = samples::theme(QStringLiteral("dark.json"));
    theme.setScale(scale);
    QTEST(theme.font(13).pixelSize(), "interface");
    QTEST(theme.font(22).pixelSize(), "headline");
}

void ThemeTest::paletteAndSheetUseTheTheme()
{
    const Theme theme = samples::theme(QStringLiteral("light.json"));
    QCOMPARE(theme.palette().color(QPalette::Window), theme.colour(Role::Background));
    QCOMPARE(theme.palette().color(QPalette::Text), theme.colour(Role::Text));
    QVERIFY(theme.styleSheet().contains(theme.css(Role::Accent)));
    QVERIFY2(!theme.styleSheet().contains(QLatin1Char('%')), "a place in the sheet was not filled");
}

void ThemeTest::figuresHaveTheRealMinus_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("arrow");
    QTest::newRow("below") << -0.15 << QStringLiteral("\u22120.15") << QStringLiteral("\u25BC \u22120.15");
    QTest::newRow("above") << 0.63 << QStringLiteral("+0.63") << QStringLiteral("\u25B2 +0.63");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0.00") << QStringLiteral("\u25CF 0.00");
    QTest::newRow("almost zero") << -0.004 << QStringLiteral("0.00") << QStringLiteral("\u25CF 0.00");
}

void ThemeTest::figuresHaveTheRealMinus()
{
    QFETCH(double, value);
    QTEST(ui::signedFigure(value), "figure");
    QTEST(ui::arrowFigure(value), "arrow");
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
