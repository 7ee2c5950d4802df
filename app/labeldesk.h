// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <desk/feedview.h>

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace app {

// What the analyst put on articles, read for the window in the reader's thread: the labels there are, those
// of an article with its note, and rows whose marks changed.
class LabelDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelDesk)

public:
    // The thread outlives this.
    explicit LabelDesk(DatabaseThread& reader, QObject* parent = nullptr);
    ~LabelDesk() override;

public Q_SLOTS:
    void readLabels();
    void readArticle(qint64 article);
    void readRows(const QList<qint64>& ids); // and the article shown last, where it is among them

Q_SIGNALS:
    void labelsRead(const std::vector<desk::CountedView>& labels);
    void articleRead(qint64 article, const QStringList& labels, const QString& note);
    void rowsRead(const std::vector<desk::ArticleRow>& rows);
    void said(const QString& message);

private:
    DatabaseThread& m_reader;
    qint64 m_article = 0;
};

} // namespace app
