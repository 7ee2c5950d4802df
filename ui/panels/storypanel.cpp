// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storypanel.h"

#include <items/timetext.h>
#include <ui/widgets/rowdelegate.h>

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Column { Time, Source, Headline, Novelty, Impact, Sentiment, ColumnCount };

constexpr int ArticleRole = Qt::UserRole;
constexpr int RowHeight = 26;
constexpr int TightWidth = 700;
constexpr int RowsShown = 12; // the rest is scrolled to

QString utf8(const std::string& text) { return QString::fromStdString(text); }

base::Instant toldAt(const desk::StoryMember& member) { return member.published.value_or(member.received); }

} // namespace

StoryPanel::StoryPanel(const Theme& theme, QWidget* parent, Place place)
    : QWidget(parent)
    , m_theme(theme)
    , m_place(place)
{
    build();
    clear();
}

void StoryPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_summary = new QLabel(this);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_members = new QTreeWidget(this);
    m_members->setColumnCount(ColumnCount);
    m_members->setHeaderLabels(
        {tr("Time"), tr("Source"), tr("Headline"), tr("Novelty"), tr("Impact"), tr("Sentiment")});
    m_members->setAccessibleName(tr("Articles of the story"));
    m_members->setRootIsDecorated(false);
    m_members->setUniformRowHeights(true);
    m_members->setFrameShape(QFrame::NoFrame);
    m_members->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_members->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_members->setTextElideMode(Qt::ElideRight);
    m_members->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView* header = m_members->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(Headline, QHeaderView::Stretch);
    for (const int figure : {Novelty, Impact, Sentiment})
        m_members->headerItem()->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
    const bool own = m_place == Place::OwnPage;
    m_members->setColumnHidden(Impact, !own);
    m_members->setColumnHidden(Sentiment, !own);
    if (own)
        m_members->setSelectionMode(QAbstractItemView::ExtendedSelection);
    // Not itemActivated: on some desktops that takes two clicks, on others one.
    connect(m_members, own ? &QTreeWidget::itemDoubleClicked : &QTreeWidget::itemClicked, this,
        [this](QTreeWidgetItem* item) { choose(item->data(Time, ArticleRole).toLongLong()); });
    const auto action = [this](const QString& text, const QList<QKeySequence>& keys) {
        auto* made = new QAction(text, m_members);
        made->setShortcuts(keys);
        made->setShortcutContext(Qt::WidgetShortcut);
        m_members->addAction(made);
        return made;
    };
    connect(action(tr("Open"), {Qt::Key_Return, Qt::Key_Enter}), &QAction::triggered, this, [this] {
        if (const QTreeWidgetItem* item = m_members->currentItem())
            choose(item->data(Time, ArticleRole).toLongLong());
    });
    m_split = action(tr("Not this story"), {Qt::Key_Delete});
    connect(m_split, &QAction::triggered, this, &StoryPanel::splitCurrent);
    m_disputesTitle = new QLabel(tr("What they say differently"), this);
    m_disputes = new QTextBrowser(this);
    m_disputes->setOpenLinks(false);
    m_disputes->setAccessibleName(m_disputesTitle->text());
    m_disputes->document()->setDocumentMargin(0);
    connect(m_disputes, &QTextBrowser::anchorClicked, this,
        [this](const QUrl& link) { choose(link.path().toLongLong()); });
    column->addWidget(m_summary);
    column->addWidget(m_members);
    column->addWidget(m_disputesTitle);
    column->addWidget(m_disputes, 1);
    column->addStretch();
}

void StoryPanel::clear()
{
    m_asked = false;
    m_timeline = {};
    fill();
    m_summary->clear();
}

void StoryPanel::showStory(qint64 article, const desk::StoryTimeline& timeline, base::Instant now)
{
    m_article = article;
    m_timeline = timeline;
    m_now = now;
    fill();
}

QString StoryPanel::summary() const
{
    const desk::StoryView& story = m_timeline.story;
    if (story.members.empty())
        return tr("This article is in no story yet.");
    if (story.articles == 1)
        return tr("Nobody else has told this story.");
    const desk::StoryMember& first = story.members.front();
    const QString sources = story.sources == 1 ? tr("one source") : tr("%1 sources").arg(story.sources);
    QString text = tr("%1 articles from %2. First: %3, %4.")
                       .arg(story.articles)
                       .arg(sources, utf8(first.source), items::clockText(toldAt(first), m_now));
    if (static_cast<std::size_t>(story.articles) > story.members.size())
        text += QLatin1Char(' ') + tr("The first %1 are shown.").arg(story.members.size());
    return text;
}

void StoryPanel::fill()
{
    m_summary->setText(summary());
    m_members->clear();
    QTreeWidgetItem* present = nullptr;
    for (const desk::StoryMember& member : m_timeline.story.members) {
        auto* item = new QTreeWidgetItem(m_members);
        const bool shown = member.article == m_article;
        const QString title = utf8(member.title).simplified();
        item->setText(Time, items::clockText(toldAt(member), m_now));
        item->setText(Source, utf8(member.source));
        // Not by weight alone.
        item->setText(Headline, shown ? QStringLiteral("\u25B8 ") + title : title);
        item->setText(Novelty, QString::number(member.novelty));
        item->setText(
            Impact, member.analysed ? QString::number(member.impact, 'f', 2) : QStringLiteral("\u2013"));
        item->setText(Sentiment, member.analysed ? arrowFigure(member.sentiment) : QStringLiteral("\u2013"));
        for (const int figure : {Novelty, Impact, Sentiment})
            item->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(Headline, title.toHtmlEscaped());
        item->setToolTip(Novelty, tr("How much of it had not been told before, 0 to 100"));
        item->setSizeHint(Time, QSize(0, m_theme.px(RowHeight)));
        item->setData(Time, ArticleRole, static_cast<qint64>(member.article));
        item->setData(Headline, Qt::AccessibleTextRole, shown ? tr("%1, shown now").arg(title) : title);
        for (int at = 0; at < ColumnCount; ++at) {
            item->setFont(at, m_theme.font(12.5, shown ? QFont::DemiBold : QFont::Normal));
            item->setForeground(at, m_theme.colour(at == Headline || shown ? Role::Text : Role::Muted));
        }
        if (member.analysed) {
            item->setForeground(Impact, m_theme.forImpact(member.impact));
            item->setForeground(Sentiment, m_theme.forSign(member.sentiment));
        }
        if (shown)
            present = item;
    }
    if (m_place == Place::OwnPage)
        present = m_members->topLevelItem(0);
    m_members->setCurrentItem(present);
    m_members->setVisible(m_timeline.story.members.size() > (m_place == Place::OwnPage ? 0 : 1));
    m_summary->setVisible(m_place == Place::BesideArticle);
    m_split->setEnabled(m_timeline.story.articles > 1);
    const int rows = std::min(RowsShown, m_members->topLevelItemCount());
    m_members->setFixedHeight(m_members->header()->sizeHint().height() + rows * m_theme.px(RowHeight) + 4);
    m_disputes->setHtml(disputes());
    const bool differ = !m_timeline.disputes.empty();
    m_disputesTitle->setVisible(differ);
    m_disputes->setVisible(differ);
    fitDisputes();
}

// The headline has what the others leave.
void StoryPanel::fitColumns()
{
    const bool tight = m_place == Place::OwnPage && width() < m_theme.px(TightWidth);
    const std::pair<int, int> widths[] = {{Time, tight ? 124 : 136}, {Source, tight ? 104 : 120},
        {Novelty, tight ? 62 : 70}, {Impact, tight ? 58 : 66}, {Sentiment, tight ? 76 : 84}};
    for (const auto& [column, pixels] : widths)
        m_members->header()->resizeSection(column, m_theme.px(pixels));
}

void StoryPanel::fitDisputes()
{
    if (m_place == Place::BesideArticle)
        return;
    m_disputes->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_disputes->document()->setTextWidth(width());
    m_disputes->setFixedHeight(static_cast<int>(m_disputes->document()->size().height()) + 2);
}

void StoryPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_place == Place::OwnPage)
        fitColumns();
    fitDisputes();
}

// Two claims a row, one beside the other.
QString StoryPanel::disputes() const
{
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">");
    const auto claim = [this](const desk::StoryClaim& told) {
        const QString source = utf8(told.source).toHtmlEscaped();
        const QString who = told.article == m_article
            ? QStringLiteral("<span style=\"color:%1\">%2 (%3)</span>")
                  .arg(m_theme.css(Role::Muted), source, tr("shown now"))
            : QStringLiteral("<a href=\"article:%1\" style=\"color:%2; text-decoration:none\">%3</a>")
                  .arg(told.article)
                  .arg(m_theme.css(Role::Link), source);
        return QStringLiteral("<td width=\"50%\" style=\"padding:0 18px 14px 0\"><b>%1</b> &nbsp; %2<br>"
                              "<span style=\"color:%3\">\u201C%4\u201D</span></td>")
            .arg(utf8(told.said).toHtmlEscaped(), who, m_theme.css(Role::Body),
                utf8(told.sentence).toHtmlEscaped());
    };
    for (const desk::StoryDispute& one : m_timeline.disputes) {
        const QString kind = one.kind == "figure" ? tr("Figure")
            : one.kind == "date"                  ? tr("Date")
                                                  : tr("Direction");
        QString head = one.stance == "forecast" ? tr("%1, forecast").arg(kind)
            : one.stance == "opinion"           ? tr("%1, opinion").arg(kind)
                                                : kind;
        if (one.later)
            head += QStringLiteral(" \u00B7 ") + tr("the second is later");
        html
            += QStringLiteral("<tr><td colspan=\"2\" style=\"color:%1; padding-bottom:2px\">%2</td></tr><tr>")
                   .arg(m_theme.css(Role::Muted), head)
            + claim(one.one) + claim(one.other) + QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

void StoryPanel::choose(qint64 id)
{
    if (id != 0 && id != m_article)
        Q_EMIT articleChosen(id);
}

void StoryPanel::splitCurrent()
{
    QList<QTreeWidgetItem*> chosen = m_members->selectedItems();
    if (chosen.isEmpty() && m_members->currentItem() != nullptr)
        chosen << m_members->currentItem();
    QList<qint64> ids;
    for (const QTreeWidgetItem* item : std::as_const(chosen))
        ids << item->data(Time, ArticleRole).toLongLong();
    if (!ids.isEmpty())
        Q_EMIT splitChosen(ids);
}

void StoryPanel::refreshTheme()
{
    m_summary->setFont(m_theme.font(12));
    m_summary->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_members->setFont(m_theme.font(12.5));
    m_disputesTitle->setFont(m_theme.font(13, QFont::DemiBold));
    m_disputes->setFont(m_theme.font(13));
    m_members->setStyleSheet(
        QStringLiteral("QTreeWidget { selection-color: %1; selection-background-color: %2; }"
                       "QTreeWidget::item { padding: 0 5px; border: 0; }"
                       "QTreeWidget::item:selected { color: %1; background: %2; }")
            .arg(m_theme.css(Role::Text), m_theme.css(Role::Selected)));
    QHeaderView* header = m_members->header();
    dressHeader(m_theme, *header);
    header->setMinimumSectionSize(m_theme.px(48));
    fitColumns();
    if (m_asked)
        fill();
}

} // namespace ui
