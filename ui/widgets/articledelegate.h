// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QStyledItemDelegate>

namespace ui {

// One row of the feed: a 3 px impact bar, the score, the headline in at most two lines, then source, age,
// sentiment and topics.
class ArticleDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleDelegate)

public:
    explicit ArticleDelegate(const Theme& theme, QObject* parent = nullptr);
    ~ArticleDelegate() override;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QFont titleFont(bool read) const { return m_theme.font(13, read ? QFont::Normal : QFont::DemiBold); }
    int titleLines(const QString& title, bool read, int width) const;

    const Theme& m_theme;
};

// One entry of the left column.
class NavigationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationDelegate)

public:
    explicit NavigationDelegate(const Theme& theme, QObject* parent = nullptr);
    ~NavigationDelegate() override;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int nameWidth(int width, const QString& count) const; // left for the name beside the count

    const Theme& m_theme;
};

} // namespace ui
