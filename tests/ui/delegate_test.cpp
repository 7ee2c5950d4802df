// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <items/articlelistmodel.h>
#include <items/navigationmodel.h>
#include <ui/widgets/articledelegate.h>

#include <QImage>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTest>

using ui::Role;

namespace {

// Whether anything is painted below the row's own height.
bool paintsBelow(const QStyledItemDelegate& delegate, const QModelIndex& index, int width)
{
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, width, 0);
    const int height = delegate.sizeHint(option, index).height();
    option.rect = QRect(0, 0, width, height);
    QImage image(width, height + 60, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    {
        QPainter painter(&image);
        delegate.paint(&painter, option, index);
    }
    const QImage below = image.copy(0, height, width, image.height() - height);
    QImage clean(below.size(), below.format());
    clean.fill(Qt::magenta);
    return below != clean;
}

} // namespace

class DelegateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsKeepToTheirHeight_data();
    void rowsKeepToTheirHeight();
    void readRowIsMeasuredAnew();
    void watchlistsAreMarked();
};

void DelegateTest::rowsKeepToTheirHeight_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.8, 1.0, 1.1, 1.5, 2.0})
        QTest::addRow("%d %%", static_cast<int>(scale * 100 + 0.5)) << scale;
}

void DelegateTest::rowsKeepToTheirHeight()
{
    QFETCH(double, scale);
    ui::Theme theme = samples::theme(QStringLiteral("dark.json"));
    theme.setScale(scale);
    items::ArticleListModel articles;
    desk::FeedPage page = samples::feed(2);
    page.rows[1].title = "Withoutasinglespacethisheadlineiswiderthananycolumnofthewindowcouldbe";
    articles.reset(page);
    items::NavigationModel navigation;
    navigation.setNavigation(samples::navigation());
    const ui::ArticleDelegate rows(theme);
    const ui::NavigationDelegate entries(theme);
    for (int width = theme.px(300); width < theme.px(700); ++width) {
        for (int at = 0; at < articles.rowCount(); ++at)
            QVERIFY2(!paintsBelow(rows, articles.index(at), width),
                qPrintable(QStringLiteral("article %1, %2 wide").arg(at).arg(width)));
    }
    for (int width = theme.px(120); width < theme.px(260); ++width) {
        for (int at = 0; at < navigation.rowCount(); ++at)
            QVERIFY2(!paintsBelow(entries, navigation.index(at), width),
                qPrintable(QStringLiteral("entry %1, %2 wide").arg(at).arg(width)));
    }
}

// Bold is wider: a headline may need one line less once it is read.
void DelegateTest::readRowIsMeasuredAnew()
{
    const ui::Theme theme = samples::theme(QStringLiteral("dark.json"));
    items::ArticleListModel articles;
    articles.reset(samples::feed(1));
    const ui::ArticleDelegate delegate(theme);
    int differing = 0;
    for (int width = 300; width < 700; ++width) {
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, width, 0);
        articles.setRead(1, false);
        const int unread = delegate.sizeHint(option, articles.index(0)).height();
        articles.setRead(1, true);
        differing += delegate.sizeHint(option, articles.index(0)).height() < unread ? 1 : 0;
    }
    QVERIFY(differing > 0);
}

// One dot for each, in any direction of writing, and none for a row of no watchlist.
void DelegateTest::watchlistsAreMarked()
{
    const ui::Theme theme = samples::theme(QStringLiteral("dark.json"));
    const QColor colour = theme.colour(Role::Link);
    const ui::ArticleDelegate delegate(theme);
    const auto dotted = [&](int lists, Qt::LayoutDirection direction) {
        items::ArticleListModel articles;
        desk::FeedPage page = samples::feed(1);
        for (int at = 0; at < lists; ++at)
            page.rows[0].watchlists.push_back("list " + std::to_string(at));
        articles.reset(page);
        QStyleOptionViewItem option;
        option.direction = direction;
        option.rect = QRect(0, 0, 424, 0);
        option.rect.setHeight(delegate.sizeHint(option, articles.index(0)).height());
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(theme.colour(Role::Background));
        {
            QPainter painter(&image);
            delegate.paint(&painter, option, articles.index(0));
        }
        int left = 0;
        int right = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == colour)
                    ++(x < image.width() / 2 ? left : right);
            }
        }
        return std::pair(left, right);
    };
    QCOMPARE(dotted(0, Qt::LeftToRight), std::pair(0, 0));
    const auto one = dotted(1, Qt::LeftToRight);
    QVERIFY(one.first == 0 && one.second > 8);
    const auto two = dotted(2, Qt::LeftToRight);
    QVERIFY(two.second >= 2 * one.second - 4);
    QCOMPARE(dotted(9, Qt::LeftToRight), dotted(3, Qt::LeftToRight));
    QCOMPARE(dotted(1, Qt::RightToLeft).second, 0);
    QVERIFY(dotted(1, Qt::RightToLeft).first > 8);
}

QTEST_MAIN(DelegateTest)
#include "delegate_test.moc"
