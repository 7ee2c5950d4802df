// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QHash>
#include <QStringList>
#include <QStyledItemDelegate>

namespace ui {

struct Mirror;

// One row of the feed: a 3 px impact bar, the score, the headline in at most two lines, in a search where the
// text says its words, then source, age, sentiment, topics, and the analyst's marks: a note, labels. Articles
// that are unfolded below their story stand in from the left.
class ArticleDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleDelegate)

public:
    explicit ArticleDelegate(const Theme& theme, QObject* parent = nullptr);
    ~ArticleDelegate() override;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // Where a row of a folded story says how many more tell it: a click there unfolds it. Empty elsewhere.
    QRect foldRect(
        const QRect& row, const QModelIndex& index, Qt::LayoutDirection direction = Qt::LeftToRight) const;

private:
    QString storyText(const QModelIndex& index) const; // below the score
    int indent(const QModelIndex& index) const; // of an article below its story's row
    int marksWidth(const QStringList& labels, bool noted) const;
    void drawMarks(QPainter* painter, const QRect& rect, const Mirror& mirror, const QStringList& labels,
        bool noted) const;
    int dotsWidth(const QModelIndex& index) const; // of the watchlists it is of
    void drawDots(QPainter* painter, int right, int middle, const Mirror& mirror, const QModelIndex& index) const;
    QFont titleFont(bool read) const { return m_theme.font(13, read ? QFont::Normal : QFont::DemiBold); }
    QFont excerptFont() const { return m_theme.font(11); }
    int titleWidth(int row) const
    {
        return row - m_theme.px(54) - m_theme.px(12);
    } // of a row as wide as this

    // What a headline and an excerpt needed when it was last laid out: a list lays out all of its rows
    // whenever some are added.
    struct Measured {
        std::size_t texts = 0; // hash
        int width = 0;
        int fontSize = 0;
        bool read = false;
        int lines = 1;
        int excerptLines = 0;
    };

    const Theme& m_theme;
    mutable QHash<qint64, Measured> m_measured; // by article
};

// One entry of the left column.
class NavigationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationDelegate)

public:
    explicit NavigationDelegate(const Theme& theme, QObject* parent = nullptr);
    ~NavigationDelegate() override;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int nameWidth(int width, const QString& count) const; // left for the name beside the count

    const Theme& m_theme;
};

} // namespace ui
