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

QTEST_MAIN(DelegateTest)
#include "delegate_test.moc"
