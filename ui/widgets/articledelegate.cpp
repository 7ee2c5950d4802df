// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articledelegate.h"

#include <items/datawords.h>
#include <items/navigationmodel.h>
#include <items/roles.h>
#include <ui/widgets/mirror.h>

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace ui {

namespace {

constexpr int MaxLines = 2;
constexpr int ExcerptLine = 16; // px
constexpr int Indent = 18; // px
constexpr int DotSize = 6; // px
constexpr int DotStep = 9; // px
constexpr int MaxDots = 3;

QString noteWord() { return QObject::tr("note"); }

// A text that is laid out in at most two lines, the last one elided; the words of a search stand out.
struct Lines {
    QString text;
    QList<items::TextRange> hits;
    QFont font;
    double height = 1; // of a line
    QColor mark;
};

int countLines(const QString& text, const QFont& font, int width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && lines < MaxLines;
         line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return lines;
}

// Gives the number of lines.
int drawLines(QPainter* painter, const Lines& lines, const QRect& rect, Qt::LayoutDirection direction)
{
    QTextLayout layout(lines.text, lines.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    const QFontMetrics metrics(lines.font);
    int count = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && count < MaxLines;
         line = layout.createLine()) {
        line.setLineWidth(rect.width());
        const double top = rect.top() + count * lines.height;
        ++count;
        const qsizetype start = line.textStart();
        qsizetype end = start + line.textLength();
        QString part = lines.text.mid(start, end - start);
        if (count == MaxLines && end < lines.text.size()) {
            part = metrics.elidedText(lines.text.mid(start), Qt::ElideRight, rect.width());
            end = start + part.size() - 1;
        }
        const double inset = (lines.height - metrics.height()) / 2;
        const double begin = direction == Qt::RightToLeft
            ? std::max(rect.left(), rect.right() + 1 - metrics.horizontalAdvance(part.trimmed()))
            : rect.left();
        for (const items::TextRange& hit : lines.hits) {
            const int from = static_cast<int>(std::max<qsizetype>(hit.begin, start));
            const int to = static_cast<int>(std::min<qsizetype>(hit.begin + hit.length, end));
            if (from >= to)
                continue;
            const double left = line.cursorToX(from);
            const double right = line.cursorToX(to);
            painter->fillRect(QRectF(begin + std::min(left, right) - 1, top + inset,
                                  std::abs(right - left) + 2, metrics.height()),
                lines.mark);
        }
        painter->drawText(QPointF(begin, top + metrics.ascent() + inset), part);
    }
    layout.endLayout();
    return count;
}

} // namespace

ArticleDelegate::ArticleDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

ArticleDelegate::~ArticleDelegate() = default;

void ArticleDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Mirror mirror{option.direction, option.rect};
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool read = index.data(items::ReadRole).toBool();
    const bool analysed = index.data(items::AnalysedRole).toBool();
    const double impact = index.data(items::ImpactRole).toDouble();
    const QColor impactColour = analysed ? m_theme.forImpact(impact) : m_theme.colour(Role::Off);
    if (selected)
        painter->fillRect(option.rect, m_theme.colour(Role::Selected));
    else if ((option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(option.rect, m_theme.colour(Role::Surface));
    const QRect rect = option.rect.adjusted(indent(index), 0, 0, 0);
    painter->fillRect(mirror(QRect(rect.left(), rect.top(), m_theme.px(3), rect.height())), impactColour);
    painter->fillRect(
        mirror(QRect(rect.left(), rect.bottom(), rect.width(), 1)), m_theme.colour(Role::FaintLine));

    const int top = rect.top() + m_theme.px(9);
    const double lineHeight = m_theme.px(18);
    const QRect score
        = mirror(QRect(rect.left() + m_theme.px(4), top, m_theme.px(40), static_cast<int>(lineHeight)));
    painter->setFont(m_theme.font(13, QFont::DemiBold));
    painter->setPen(analysed ? impactColour : m_theme.colour(Role::Muted));
    painter->drawText(score, mirror.alignment(Qt::AlignRight | Qt::AlignVCenter),
        analysed ? QString::number(impact, 'f', 2) : QStringLiteral("\u2013"));
    if (const QString small = storyText(index); !small.isEmpty()) {
        painter->setFont(m_theme.font(10));
        painter->setPen(m_theme.colour(foldRect(option.rect, index).isEmpty() ? Role::Muted : Role::Link));
        painter->drawText(score.translated(0, static_cast<int>(lineHeight)).adjusted(-m_theme.px(1), 0, 0, 0),
            mirror.alignment(Qt::AlignRight | Qt::AlignVCenter), small);
    }

    const int left = rect.left() + m_theme.px(54);
    const int width = titleWidth(rect.width());
    const QString title = index.data(items::TitleRole).toString();
    painter->setFont(titleFont(read));
    painter->setPen(m_theme.colour(read ? Role::Seen : Role::Text));
    const auto hits = [&index](int role) { return index.data(role).value<QList<items::TextRange>>(); };
    const QColor mark = m_theme.colour(Role::Mark);
    double below = top;
    below += lineHeight
        * drawLines(painter, {title, hits(items::TitleHitsRole), titleFont(read), lineHeight, mark},
            mirror(QRect(left, top, width, rect.height())), option.direction);
    if (const QString excerpt = index.data(items::ExcerptRole).toString(); !excerpt.isEmpty()) {
        painter->setFont(excerptFont());
        painter->setPen(m_theme.colour(Role::Body));
        const double height = m_theme.px(ExcerptLine);
        below += height
            * drawLines(painter, {excerpt, hits(items::ExcerptHitsRole), excerptFont(), height, mark},
                mirror(QRect(left, static_cast<int>(below), width, rect.height())), option.direction);
    }

    // Source, age, sentiment, topics: what does not fit is elided at its end.
    int x = left;
    const int y = static_cast<int>(below) + m_theme.px(2);
    const QFont metaFont = m_theme.font(11);
    const QFontMetrics metrics(metaFont);
    painter->setFont(metaFont);
    const QStringList labels = index.data(items::LabelsRole).toStringList();
    const bool noted = index.data(items::NotedRole).toBool();
    const int dots = dotsWidth(index);
    const int end = rect.right() - m_theme.px(12) - dots;
    const int kept
        = std::min(marksWidth(labels, noted), width / 2); // the analyst's own marks have their room
    const auto part = [&](const QString& text, const QColor& colour) {
        const int space = end - kept - x;
        if (text.isEmpty() || space < m_theme.px(16))
            return;
        painter->setPen(colour);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, space);
        painter->drawText(mirror(QRect(x, y, space, m_theme.px(16))),
            mirror.alignment(Qt::AlignLeft | Qt::AlignVCenter), shown);
        x += metrics.horizontalAdvance(shown) + m_theme.px(8);
    };
    const QColor muted = m_theme.colour(Role::Muted);
    part(index.data(items::SourceRole).toString(), muted);
    part(index.data(items::AgeRole).toString(), muted);
    if (analysed) {
        const double sentiment = index.data(items::SentimentRole).toDouble();
        part(arrowFigure(sentiment), m_theme.forSign(sentiment));
        const QStringList topics = index.data(items::TopicsRole).toStringList();
        QString shown = topics.mid(0, 2).join(QStringLiteral(" \u00B7 "));
        const QString mode = index.data(items::ModeRole).toString();
        if (mode != QLatin1String("news") && !mode.isEmpty()) {
            const QString word = items::dataWord(mode.toStdString());
            shown = shown.isEmpty() ? word : topics.value(0) + QStringLiteral(" \u00B7 ") + word;
        }
        part(shown, muted);
    } else {
        part(QObject::tr("not analysed"), muted);
    }
    drawMarks(painter, QRect(x, y, end - x, m_theme.px(16)), mirror, labels, noted);
    drawDots(painter, rect.right() - m_theme.px(12), y + m_theme.px(8), mirror, index);
    painter->restore();
}

int ArticleDelegate::indent(const QModelIndex& index) const
{
    const bool inside = index.data(items::FoldRole).toInt() == static_cast<int>(items::Fold::Inside);
    return inside ? m_theme.px(Indent) : 0;
}

QString ArticleDelegate::storyText(const QModelIndex& index) const
{
    const auto fold = static_cast<items::Fold>(index.data(items::FoldRole).toInt());
    const bool starred = index.data(items::StarredRole).toBool();
    const QString star = starred ? QStringLiteral("\u2605") : QString();
    const int sources = index.data(items::StorySourcesRole).toInt() - 1;
    if (fold == items::Fold::Inside)
        return star;
    if (fold == items::Fold::None)
        return starred || sources < 1 ? star
                                      : QObject::tr("+%1 src", "further sources of the story").arg(sources);
    // One source may tell a story several times.
    const int more = sources > 0 ? sources : index.data(items::StoryArticlesRole).toInt() - 1;
    const QString count = starred ? QStringLiteral("+%1").arg(more)
        : sources > 0             ? QObject::tr("+%1 src", "further sources of the story").arg(more)
                                  : QObject::tr("+%1 art", "further articles of the story").arg(more);
    return star + count
        + (fold == items::Fold::Folded ? QStringLiteral("\u2009\u25B8") : QStringLiteral("\u2009\u25BE"));
}

QRect ArticleDelegate::foldRect(
    const QRect& row, const QModelIndex& index, Qt::LayoutDirection direction) const
{
    const auto fold = static_cast<items::Fold>(index.data(items::FoldRole).toInt());
    if (fold != items::Fold::Folded && fold != items::Fold::Unfolded)
        return {};
    return QStyle::visualRect(
        direction, row, {row.left(), row.top() + m_theme.px(9 + 16), m_theme.px(50), m_theme.px(24)});
}

int ArticleDelegate::marksWidth(const QStringList& labels, bool noted) const
{
    const QFontMetrics metrics(m_theme.font(10));
    int width = noted ? metrics.horizontalAdvance(noteWord()) + m_theme.px(16) : 0;
    for (const QString& label : labels)
        width += metrics.horizontalAdvance(label) + m_theme.px(16);
    return width;
}

// A note's mark is an outline, a label is filled; a label that has no room is elided, those after it are left
// out.
void ArticleDelegate::drawMarks(
    QPainter* painter, const QRect& rect, const Mirror& mirror, const QStringList& labels, bool noted) const
{
    const QFontMetrics metrics(m_theme.font(10));
    painter->setFont(m_theme.font(10));
    int x = rect.left();
    const auto mark = [&](const QString& text, bool filled) {
        const int room = rect.right() - x - m_theme.px(10);
        if (room < m_theme.px(18))
            return;
        const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
        const QRect place(x, rect.top() + m_theme.px(1), metrics.horizontalAdvance(shown) + m_theme.px(10),
            rect.height() - m_theme.px(2));
        const QRectF box = QRectF(mirror(place)).translated(0.5, 0.5);
        painter->setPen(QPen(m_theme.colour(filled ? Role::TagNeutral : Role::Line), 1));
        painter->setBrush(filled ? QBrush(m_theme.colour(Role::TagNeutral)) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(box, m_theme.px(3), m_theme.px(3));
        painter->setPen(m_theme.colour(filled ? Role::TagNeutralText : Role::Muted));
        painter->drawText(box, Qt::AlignCenter | Qt::TextSingleLine, shown);
        x += place.width() + m_theme.px(6);
    };
    if (noted)
        mark(noteWord(), false);
    for (const QString& label : labels)
        mark(label, true);
}

int ArticleDelegate::dotsWidth(const QModelIndex& index) const
{
    const auto lists = index.data(items::WatchlistsRole).toStringList().size();
    return lists == 0 ? 0 : m_theme.px(DotStep) * static_cast<int>(std::min<qsizetype>(lists, MaxDots)) + m_theme.px(4);
}

// A dot for each watchlist, at the end of the last line; their names are said by the row's tip.
void ArticleDelegate::drawDots(
    QPainter* painter, int right, int middle, const Mirror& mirror, const QModelIndex& index) const
{
    const auto lists = index.data(items::WatchlistsRole).toStringList().size();
    const int size = m_theme.px(DotSize);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.colour(Role::Link));
    for (int at = 0; at < std::min<qsizetype>(lists, MaxDots); ++at)
        painter->drawEllipse(
            mirror(QRect(right - size - at * m_theme.px(DotStep), middle - size / 2, size, size)));
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = option.rect.width() > 0 ? option.rect.width() : m_theme.px(424);
    const QString title = index.data(items::TitleRole).toString();
    const bool read = index.data(items::ReadRole).toBool();
    const QString excerpt = index.data(items::ExcerptRole).toString();
    std::size_t hash = qHash(title) ^ (excerpt.isEmpty() ? 0 : qHash(excerpt, 1));
    const int fontSize = m_theme.px(13);
    Measured& known = m_measured[index.data(items::IdRole).toLongLong()];
    hash ^= indent(index) == 0 ? 0U : 1U; // the same article may stand in and not
    if (known.texts != hash || known.width != width || known.fontSize != fontSize || known.read != read) {
        const int room = titleWidth(width - indent(index));
        known = {hash, width, fontSize, read, countLines(title, titleFont(read), room),
            excerpt.isEmpty() ? 0 : countLines(excerpt, excerptFont(), room)};
    }
    return {width,
        m_theme.px(9) + known.lines * m_theme.px(18) + known.excerptLines * m_theme.px(ExcerptLine)
            + m_theme.px(2 + 16 + 9)};
}

NavigationDelegate::NavigationDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

NavigationDelegate::~NavigationDelegate() = default;

void NavigationDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect rect = option.rect.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
    const QRect inner = rect.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
    const Mirror mirror{option.direction, inner};
    if (index.data(items::KindRole).toInt() == items::NavigationModel::Heading) {
        QFont font = m_theme.font(10.5, QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.7);
        painter->setFont(font);
        painter->setPen(m_theme.colour(Role::Faint));
        painter->drawText(inner.adjusted(0, 0, 0, -m_theme.px(3)),
            mirror.alignment(Qt::AlignLeft | Qt::AlignBottom), index.data().toString().toUpper());
        painter->restore();
        return;
    }
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.colour(Role::Chosen));
        painter->drawRoundedRect(rect, m_theme.px(6), m_theme.px(6));
    }
    const bool failing = index.data(items::FailingRole).toBool();
    const double sign = index.data(items::SignRole).toDouble();
    const bool topic = index.data(items::KindRole).toInt() == items::NavigationModel::Topic;
    const QString count = index.data(items::CountRole).toString();
    painter->setFont(m_theme.font(13));
    painter->setPen(topic ? m_theme.forSign(sign) : m_theme.colour(Role::Muted));
    painter->drawText(
        inner.adjusted(0, m_theme.px(6), 0, 0), mirror.alignment(Qt::AlignRight | Qt::AlignTop), count);
    painter->setPen(m_theme.colour(failing ? Role::Negative : Role::Text));
    const QString name = (failing ? QStringLiteral("\u25CF ") : QString()) + index.data().toString();
    const QRect words(
        inner.left(), inner.top() + m_theme.px(4), nameWidth(option.rect.width(), count), inner.height());
    drawLines(painter, {name, {}, m_theme.font(13), static_cast<double>(m_theme.px(19)), {}}, mirror(words),
        option.direction);
    painter->restore();
}

int NavigationDelegate::nameWidth(int width, const QString& count) const
{
    const QFontMetrics metrics(m_theme.font(13));
    return width - m_theme.px(32) - metrics.horizontalAdvance(count) - m_theme.px(8);
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool heading = index.data(items::KindRole).toInt() == items::NavigationModel::Heading;
    if (heading)
        return {option.rect.width(), m_theme.px(32)};
    const int width = option.rect.width() > 0 ? option.rect.width() : m_theme.px(212);
    const QString name = (index.data(items::FailingRole).toBool() ? QStringLiteral("\u25CF ") : QString())
        + index.data().toString();
    const int lines
        = countLines(name, m_theme.font(13), nameWidth(width, index.data(items::CountRole).toString()));
    return {option.rect.width(), m_theme.px(8) + lines * m_theme.px(19)};
}

} // namespace ui
