// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlestates.h"

#include <ui/dialogs/labelchooser.h>
#include <ui/panels/articlelist.h>
#include <ui/panels/reader.h>
#include <ui/widgets/noteeditor.h>

#include <algorithm>

namespace ui {

ArticleStates::ArticleStates(const Theme& theme, items::ArticleListModel& model, ArticleListPanel& list,
    Reader& reader, QWidget& window)
    : QObject(&window)
    , m_theme(theme)
    , m_model(model)
    , m_list(list)
    , m_reader(reader)
    , m_window(window)
{
    connect(&reader.note(), &NoteEditor::written, this, &ArticleStates::noteChanged);
}

ArticleStates::~ArticleStates() = default;

template <class Is> bool ArticleStates::anyNot(const QList<qint64>& ids, Is is) const
{
    return std::any_of(ids.begin(), ids.end(), [&](qint64 id) {
        const int row = m_model.indexOf(id);
        return row >= 0 && !is(m_model.row(row));
    });
}

void ArticleStates::toggleRead()
{
    const QList<qint64> ids = m_list.chosenIds();
    if (!ids.isEmpty())
        Q_EMIT readChanged(ids, anyNot(ids, [](const desk::ArticleRow& row) { return row.read; }));
}

void ArticleStates::toggleStar()
{
    const QList<qint64> ids = m_list.chosenIds();
    if (!ids.isEmpty())
        Q_EMIT starChanged(ids, anyNot(ids, [](const desk::ArticleRow& row) { return row.starred; }));
}

void ArticleStates::toggleHidden()
{
    const QList<qint64> ids = m_list.chosenIds();
    if (!ids.isEmpty())
        Q_EMIT hiddenChanged(ids, anyNot(ids, [](const desk::ArticleRow& row) { return row.hidden; }));
}

void ArticleStates::joinStories()
{
    if (const QList<qint64> ids = m_list.chosenIds(); ids.size() > 1)
        Q_EMIT storiesJoined(ids);
}

void ArticleStates::openLabels()
{
    const QList<qint64> ids = m_list.chosenIds();
    QList<QStringList> carried;
    for (const qint64 id : ids) {
        QStringList names;
        if (const int row = m_model.indexOf(id); row >= 0) {
            for (const std::string& name : m_model.row(row).labels)
                names << QString::fromStdString(name);
        }
        carried << names;
    }
    if (ids.isEmpty() || m_labels != nullptr)
        return;
    m_labels = new LabelChooser(m_theme, carried, &m_window);
    m_labels->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_labels, &LabelChooser::toggled, this,
        [this, ids](const QString& name, bool on) { Q_EMIT labelChanged(ids, name, on); });
    m_labels->open();
    m_labels->move(m_list.mapToGlobal(QPoint(m_theme.px(54), m_theme.px(60))));
    Q_EMIT labelsWanted();
}

void ArticleStates::openNote()
{
    if (!m_reader.hasArticle())
        return;
    m_reader.setTab(Reader::Notes);
    m_reader.note().setFocus();
}

void ArticleStates::showMarks(qint64 article, const QStringList& labels, const QString& note)
{
    if (m_reader.hasArticle() && m_reader.article().id == article)
        m_reader.setLabels(labels);
    m_reader.note().showNote(article, note);
}

void ArticleStates::showRows(const std::vector<desk::ArticleRow>& rows)
{
    for (const desk::ArticleRow& row : rows)
        m_model.setMarks(row);
}

void ArticleStates::showHidden(const QList<qint64>& ids, bool hidden)
{
    // Those that left this list come back into it; all others do not belong to it any more.
    const int before = m_model.rowCount();
    m_model.putBack(ids, hidden);
    if (m_model.rowCount() == before) {
        const bool listed
            = std::any_of(ids.begin(), ids.end(), [this](qint64 id) { return m_model.indexOf(id) >= 0; });
        m_list.take(ids);
        if (!listed && !hidden)
            Q_EMIT listOutdated(); // it was read anew since they left it
        return;
    }
    m_list.setMessage({});
    m_list.selectRow(m_model.indexOf(ids.front()));
}

void ArticleStates::showLabels(const std::vector<desk::CountedView>& labels)
{
    if (m_labels != nullptr)
        m_labels->showLabels(labels);
}

} // namespace ui
