// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "labeldesk.h"

#include <store/articlestore.h>
#include <store/rowmarks.h>

#include <utility>

namespace app {

LabelDesk::LabelDesk(DatabaseThread& reader, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
{
}

LabelDesk::~LabelDesk() { m_reader.drain(); }

void LabelDesk::readLabels()
{
    m_reader.run([](store::Database& database) { return store::readLabelViews(database); }, this,
        [this](base::Result<std::vector<desk::CountedView>> labels) {
            if (labels)
                Q_EMIT labelsRead(*labels);
            else
                Q_EMIT said(QString::fromStdString(labels.error().text()));
        });
}

void LabelDesk::readArticle(qint64 article)
{
    m_article = article;
    m_reader.run([article](store::Database& database) { return store::readMarks(database, article); }, this,
        [this, article](base::Result<store::ArticleMarks> marks) {
            if (!marks) // the reading of the article itself says so
                return;
            QStringList labels;
            for (const std::string& label : marks->labels)
                labels << QString::fromStdString(label);
            Q_EMIT articleRead(article, labels, QString::fromStdString(marks->note));
        });
}

void LabelDesk::readRows(const QList<qint64>& ids)
{
    m_reader.run([list = std::vector<std::int64_t>(ids.begin(), ids.end())](
                     store::Database& database) { return store::readRows(database, list); },
        this,
        [this](base::Result<std::vector<desk::ArticleRow>> rows) {
            if (rows)
                Q_EMIT rowsRead(*rows);
            else
                Q_EMIT said(QString::fromStdString(rows.error().text()));
        });
    if (ids.contains(m_article))
        readArticle(m_article);
}

} // namespace app
