// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>
#include <items/articlelistmodel.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <vector>

class QWidget;

namespace ui {

class ArticleListPanel;
class LabelChooser;
class Reader;

// What keys and menus do with the chosen articles: read, star, hide, labels, note, one story. Says what is wanted; shows
// what became of it.
class ArticleStates final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleStates)

public:
    // All outlive this.
    ArticleStates(const Theme& theme, items::ArticleListModel& model, ArticleListPanel& list, Reader& reader,
        QWidget& window);
    ~ArticleStates() override;

    void toggleRead();
    void toggleStar();
    void toggleHidden();
    void openLabels();
    void openNote();
    void joinStories(); // the chosen articles tell one story

public Q_SLOTS:
    void showMarks(qint64 article, const QStringList& labels, const QString& note); // of the article shown
    void showRows(const std::vector<desk::ArticleRow>& rows); // marks of rows where they stand
    void showHidden(const QList<qint64>& ids, bool hidden);
    void showLabels(const std::vector<desk::CountedView>& labels); // in the chooser, where it is open

Q_SIGNALS:
    void readChanged(const QList<qint64>& ids, bool read);
    void starChanged(const QList<qint64>& ids, bool starred);
    void hiddenChanged(const QList<qint64>& ids, bool hidden);
    void labelChanged(const QList<qint64>& ids, const QString& name, bool on);
    void noteChanged(qint64 article, const QString& note);
    void storiesJoined(const QList<qint64>& ids); // two or more
    void labelsWanted();
    void listOutdated(); // rows belong to it that were not read with it

private:
    // Whether what is false of one of the chosen articles at least; nothing chosen: false.
    template <class Is> bool anyNot(const QList<qint64>& ids, Is is) const;

    const Theme& m_theme;
    items::ArticleListModel& m_model;
    ArticleListPanel& m_list;
    Reader& m_reader;
    QWidget& m_window;
    QPointer<LabelChooser> m_labels;
};

} // namespace ui
