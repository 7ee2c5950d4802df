// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlelistmodel.h"

#include "navigationmodel.h"
#include "timetext.h"

#include <QDateTime>
#include <QMimeData>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace items {

namespace {

// Spans of UTF-8 bytes as parts of the same text in UTF-16.
QList<TextRange> rangesOf(const std::string& text, const std::vector<base::Span>& spans)
{
    QList<TextRange> ranges;
    qsizetype at = 0; // bytes
    qsizetype units = 0;
    const auto unitsTo = [&](std::uint32_t byte) {
        units += QString::fromUtf8(text.data() + at, static_cast<qsizetype>(byte) - at).size();
        at = byte;
        return static_cast<int>(units);
    };
    for (const base::Span& span : spans) {
        const int begin = unitsTo(span.begin);
        ranges.append({begin, unitsTo(span.end) - begin});
    }
    return ranges;
}

QStringList namesOf(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list;
}

} // namespace

ArticleListModel::ArticleListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

ArticleListModel::~ArticleListModel() = default;

void ArticleListModel::setNow(base::Instant now)
{
    m_now = now;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {AgeRole});
}

void ArticleListModel::reset(desk::FeedPage page)
{
    beginResetModel();
    m_rows = std::move(page.rows);
    m_next = page.next;
    m_total = {page.total, page.more};
    m_waiting = false;
    m_folding = page.folded;
    m_inside.clear();
    m_places.clear();
    m_taken.clear();
    remember(0);
    endResetModel();
}

QString ArticleListModel::totalText() const
{
    return countText(m_total.count) + (m_total.more ? QStringLiteral("+") : QString());
}

void ArticleListModel::setTotal(const desk::MatchCount& count) { m_total = count; }

void ArticleListModel::append(desk::FeedPage page)
{
    m_waiting = false;
    m_next = page.next;
    if (m_folding) // a story may have changed since the page before it was read
        std::erase_if(page.rows, [this](const desk::ArticleRow& row) { return indexOf(row.id) >= 0; });
    if (page.rows.empty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(page.rows.size()) - 1);
    m_rows.insert(
        m_rows.end(), std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
    remember(static_cast<std::size_t>(first));
    endInsertRows();
}

void ArticleListModel::nextPageFailed() { m_waiting = false; }

void ArticleListModel::remember(std::size_t first)
{
    for (std::size_t at = first; at < m_rows.size(); ++at)
        m_places.insert(m_rows[at].id, static_cast<int>(at));
}

int ArticleListModel::indexOf(qint64 id) const { return m_places.value(id, -1); }

QList<qint64> ArticleListModel::ids() const
{
    QList<qint64> all;
    for (const desk::ArticleRow& row : m_rows)
        all.append(row.id);
    return all;
}

int ArticleListModel::placeOf(qint64 id) const
{
    const int at = indexOf(id);
    if (at < 0 || m_inside.isEmpty())
        return at;
    const int head = headOf(at);
    int place = 0;
    for (int before = 0; before < head; ++before)
        place += m_inside.contains(static_cast<qint64>(row(before).id)) ? 0 : 1;
    return place;
}

int ArticleListModel::rowOfStory(const std::string& story) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const desk::ArticleRow& row) { return !story.empty() && row.story == story; });
    return m_folding && found != m_rows.end() ? static_cast<int>(found - m_rows.begin()) : -1;
}

Fold ArticleListModel::foldOf(int at) const
{
    if (!m_folding || at < 0 || at >= rowCount())
        return Fold::None;
    if (m_inside.contains(static_cast<qint64>(row(at).id)))
        return Fold::Inside;
    if (insideOf(at) > 0)
        return Fold::Unfolded;
    return row(at).storyArticles > 1 ? Fold::Folded : Fold::None;
}

int ArticleListModel::headOf(int at) const
{
    while (at > 0 && m_inside.contains(static_cast<qint64>(row(at).id)))
        --at;
    return at;
}

int ArticleListModel::insideOf(int at) const
{
    int count = 0;
    while (at + count + 1 < rowCount() && m_inside.contains(static_cast<qint64>(row(at + count + 1).id)))
        ++count;
    return count;
}

void ArticleListModel::unfold(qint64 id, std::vector<desk::ArticleRow> articles)
{
    const int head = indexOf(id);
    if (foldOf(head) != Fold::Folded)
        return;
    std::erase_if(articles, [this](const desk::ArticleRow& article) { return indexOf(article.id) >= 0; });
    if (articles.empty())
        return;
    const int first = head + 1;
    beginInsertRows({}, first, head + static_cast<int>(articles.size()));
    for (const desk::ArticleRow& article : articles)
        m_inside.insert(static_cast<qint64>(article.id));
    m_rows.insert(m_rows.begin() + first, std::make_move_iterator(articles.begin()),
        std::make_move_iterator(articles.end()));
    remember(static_cast<std::size_t>(first));
    endInsertRows();
    changed(head, FoldRole);
}

void ArticleListModel::fold(int at)
{
    if (foldOf(at) != Fold::Unfolded)
        return;
    drop(at + 1, insideOf(at));
    changed(at, FoldRole);
}

void ArticleListModel::drop(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    for (int at = first; at < first + count; ++at) {
        m_places.remove(static_cast<qint64>(row(at).id));
        m_inside.remove(static_cast<qint64>(row(at).id));
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
    remember(static_cast<std::size_t>(first));
    endRemoveRows();
}

void ArticleListModel::setRead(qint64 id, bool read)
{
    if (const int at = indexOf(id); at >= 0 && m_rows[static_cast<std::size_t>(at)].read != read) {
        m_rows[static_cast<std::size_t>(at)].read = read;
        changed(at, ReadRole);
    }
}

void ArticleListModel::setStarred(qint64 id, bool starred)
{
    if (const int at = indexOf(id); at >= 0 && m_rows[static_cast<std::size_t>(at)].starred != starred) {
        m_rows[static_cast<std::size_t>(at)].starred = starred;
        changed(at, StarredRole);
    }
}

QList<qint64> ArticleListModel::pending(int most) const
{
    QList<qint64> ids;
    for (const desk::ArticleRow& row : m_rows) {
        if (row.mode.empty() && ids.size() < most)
            ids.append(row.id);
    }
    return ids;
}

void ArticleListModel::setScores(const desk::ArticleRow& scored)
{
    const int at = indexOf(scored.id);
    if (at < 0 || scored.mode.empty())
        return;
    desk::ArticleRow& row = m_rows[static_cast<std::size_t>(at)];
    row.analysed = scored.analysed;
    row.impact = scored.impact;
    row.sentiment = scored.sentiment;
    row.label = scored.label;
    row.topics = scored.topics;
    row.mode = scored.mode;
    row.watchlists = scored.watchlists;
    Q_EMIT dataChanged(index(at), index(at));
}

void ArticleListModel::setMarks(const desk::ArticleRow& marked)
{
    const int at = indexOf(marked.id);
    if (at < 0)
        return;
    desk::ArticleRow& row = m_rows[static_cast<std::size_t>(at)];
    row.labels = marked.labels;
    row.noted = marked.noted;
    row.watchlists = marked.watchlists;
    Q_EMIT dataChanged(
        index(at), index(at), {LabelsRole, NotedRole, WatchlistsRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void ArticleListModel::take(const QList<qint64>& ids)
{
    for (const qint64 id : ids) {
        const int at = indexOf(id);
        if (at < 0)
            continue;
        fold(at); // what stands below it cannot stand below another
        if (foldOf(at) == Fold::Inside) { // it comes back when its story is unfolded again
            const int head = headOf(at);
            drop(at, 1);
            changed(head, FoldRole);
            continue;
        }
        m_taken.push_back({row(at), at});
        --m_total.count;
        drop(at, 1);
    }
}

void ArticleListModel::putBack(const QList<qint64>& ids, bool hidden)
{
    // The last one taken first: each finds the rows as they stood when it left.
    for (auto taken = m_taken.size(); taken-- > 0;) {
        if (!ids.contains(static_cast<qint64>(m_taken[taken].row.id)))
            continue;
        int at = std::min(m_taken[taken].place, rowCount());
        while (m_inside.contains(at < rowCount() ? static_cast<qint64>(row(at).id) : 0))
            ++at; // not between a story and what is unfolded of it
        beginInsertRows({}, at, at);
        m_taken[taken].row.hidden = hidden;
        m_rows.insert(m_rows.begin() + at, std::move(m_taken[taken].row));
        m_taken.erase(m_taken.begin() + static_cast<std::ptrdiff_t>(taken));
        remember(static_cast<std::size_t>(at));
        ++m_total.count;
        endInsertRows();
    }
}

void ArticleListModel::changed(int at, int role)
{
    Q_EMIT dataChanged(index(at), index(at), {role, Qt::AccessibleTextRole});
}

int ArticleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags ArticleListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList ArticleListModel::mimeTypes() const
{
    return {QStringLiteral("text/plain"), QStringLiteral("text/html"), QStringLiteral("text/uri-list")};
}

QMimeData* ArticleListModel::mimeData(const QModelIndexList& indexes) const
{
    QList<int> rows;
    for (const QModelIndex& index : indexes)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    QStringList plain;
    QStringList rich;
    QList<QUrl> urls;
    for (const int at : std::as_const(rows)) {
        const desk::ArticleRow& one = row(at);
        const QString title = QString::fromStdString(one.title);
        const QDate day = QDateTime::fromSecsSinceEpoch(
            base::toUnix(one.published.value_or(one.received)), Qt::UTC).date();
        const QString source = QString::fromStdString(one.source) + QStringLiteral(", ") + dayMonthText(day)
            + QStringLiteral(" ") + QString::number(day.year());
        const QUrl url(QString::fromStdString(one.url), QUrl::StrictMode);
        const bool page = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
        plain << title + QStringLiteral(" \u2014 ") + source
                + (page ? QStringLiteral("\n") + url.toString(QUrl::FullyEncoded) : QString());
        const QString words = title.toHtmlEscaped();
        rich << QStringLiteral("<p>")
                + (page ? QStringLiteral("<a href=\"%1\">%2</a>")
                              .arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(), words)
                        : words)
                + QStringLiteral(" \u2014 ") + source.toHtmlEscaped() + QStringLiteral("</p>");
        if (page)
            urls << url;
    }
    auto* data = new QMimeData;
    data->setText(plain.join(QLatin1Char('\n')));
    data->setHtml(rich.join(QLatin1Char('\n')));
    if (!urls.isEmpty())
        data->setUrls(urls);
    return data;
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size()))
        return {};
    const desk::ArticleRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return QString::fromStdString(row.title);
    case Qt::AccessibleTextRole: {
        const QString scores = row.analysed
            ? tr("impact %1, sentiment %2").arg(row.impact, 0, 'f', 2).arg(row.sentiment, 0, 'f', 2)
            : row.mode.empty() ? tr("waiting for its analysis")
                               : tr("not analysed");
        QString labels;
        for (const std::string& label : row.labels)
            labels += QStringLiteral(", ") + tr("label %1").arg(QString::fromStdString(label));
        for (const std::string& list : row.watchlists)
            labels += QStringLiteral(", ") + tr("on watchlist %1").arg(QString::fromStdString(list));
        const QString excerpt = row.excerpt.text.empty()
            ? QString()
            : QStringLiteral(": ") + QString::fromStdString(row.excerpt.text);
        const Fold fold = foldOf(index.row());
        QString story;
        if (fold == Fold::Inside)
            story = QStringLiteral(", ") + tr("of the story above");
        else if (fold != Fold::None)
            story = QStringLiteral(", ")
                + (fold == Fold::Folded ? tr("%1 more of its story folded in")
                                        : tr("%1 more of its story below"))
                      .arg(row.storyArticles - 1);
        return QStringLiteral("%1, %2, %3%4%5%6%7%8%9")
            .arg(QString::fromStdString(row.title), QString::fromStdString(row.source), scores,
                row.read ? QString() : QStringLiteral(", ") + tr("unread"),
                row.starred ? QStringLiteral(", ") + tr("starred") : QString(),
                row.noted ? QStringLiteral(", ") + tr("with a note") : QString(), labels, story, excerpt);
    }
    case IdRole:
        return static_cast<qint64>(row.id);
    case SourceRole:
        return QString::fromStdString(row.source);
    case AgeRole:
        return ageText(row.published ? row.published : std::optional(row.received), m_now);
    case AnalysedRole:
        return row.analysed;
    case ImpactRole:
        return row.impact;
    case SentimentRole:
        return row.sentiment;
    case TopicsRole: {
        QStringList topics;
        for (const std::string& topic : row.topics)
            topics << QString::fromStdString(topic);
        return topics;
    }
    case ModeRole:
        return QString::fromStdString(row.mode);
    case ReadRole:
        return row.read;
    case StarredRole:
        return row.starred;
    case UrlRole:
        return QString::fromStdString(row.url);
    case StorySourcesRole:
        return row.storySources;
    case StoryArticlesRole:
        return row.storyArticles;
    case FoldRole:
        return static_cast<int>(foldOf(index.row()));
    case LabelsRole:
        return namesOf(row.labels);
    case WatchlistsRole:
        return namesOf(row.watchlists);
    case Qt::ToolTipRole:
        return row.watchlists.empty()
            ? QVariant()
            : tr("On your watchlists: %1").arg(namesOf(row.watchlists).join(QStringLiteral(", ")));
    case NotedRole:
        return row.noted;
    case TitleHitsRole:
        return QVariant::fromValue(rangesOf(row.title, row.titleHits));
    case ExcerptRole:
        return QString::fromStdString(row.excerpt.text);
    case ExcerptHitsRole:
        return QVariant::fromValue(rangesOf(row.excerpt.text, row.excerpt.hits));
    default:
        return {};
    }
}

bool ArticleListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_waiting;
}

void ArticleListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_waiting = true;
    Q_EMIT pageWanted(*m_next);
}

} // namespace items
