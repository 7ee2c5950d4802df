// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "stories.h"

#include <items/roles.h>
#include <items/timetext.h>
#include <ui/panels/storylog.h>
#include <ui/panels/storypanel.h>
#include <ui/widgets/articledelegate.h>
#include <ui/widgets/pagekeys.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

namespace ui {

namespace {

constexpr int NarrowWidth = 961; // below it list and story take turns
constexpr int ListWidth = 424;
constexpr int TypingMs = 300; // after the last letter the filter is asked for
constexpr int SourcesNamed = 12;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

base::Instant toldAt(const desk::StoryMember& member) { return member.published.value_or(member.received); }

QString sortName(desk::StorySort sort)
{
    return sort == desk::StorySort::Sources ? StoriesPage::tr("Sort: sources")
        : sort == desk::StorySort::Impact   ? StoriesPage::tr("Sort: impact")
                                            : StoriesPage::tr("Sort: newest");
}

QString laterText(std::int64_t seconds)
{
    if (seconds < 3600)
        return StoriesPage::tr("%1 min later").arg(std::max<std::int64_t>(0, seconds / 60));
    return seconds < 48 * 3600 ? StoriesPage::tr("%1 h later").arg(seconds / 3600)
                               : StoriesPage::tr("%1 days later").arg(seconds / 86400);
}

} // namespace

StoriesPage::StoriesPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_sides = new QSplitter(Qt::Horizontal, this);
    m_sides->setHandleWidth(1);
    m_sides->setChildrenCollapsible(false);
    m_listSide = buildList();
    m_sides->addWidget(m_listSide);
    m_sides->addWidget(buildStory());
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({ListWidth, 3 * ListWidth});
    row->addWidget(m_sides);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, &StoriesPage::request);
    connect(&m_model, &items::StoryListModel::pageWanted, this, [this](const desk::Cursor& after) {
        desk::StoryListRequest next = m_request;
        next.after = after;
        Q_EMIT listWanted(next, m_generation);
    });
    addKeys();
    showStory(0, {});
    refreshTheme();
}

StoriesPage::~StoriesPage() = default;

QWidget* StoriesPage::buildList()
{
    auto* side = new QWidget(m_sides);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* filters = new QFrame(side);
    filters->setObjectName(QStringLiteral("filters"));
    auto* lines = new QVBoxLayout(filters);
    lines->setContentsMargins(12, 8, 12, 8);
    lines->setSpacing(8);
    m_filter = new QLineEdit(filters);
    m_filter->setPlaceholderText(tr("Filter stories \u2014 impact>=0.5 copper"));
    m_filter->setAccessibleName(tr("Filter stories"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        request();
        m_list->setFocus();
    });
    lines->addWidget(m_filter);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(6);
    m_count = new QLabel(filters);
    chips->addWidget(m_count);
    chips->addStretch();
    const auto chip = [&](const QString& name) {
        auto* button = new QToolButton(filters);
        button->setObjectName(QStringLiteral("chip"));
        button->setAccessibleName(name);
        chips->addWidget(button);
        return button;
    };
    m_alone = chip(tr("Told once too"));
    m_alone->setText(tr("Told once too"));
    m_alone->setToolTip(tr("List stories that only one article tells, too (0)"));
    m_alone->setCheckable(true);
    connect(m_alone, &QToolButton::toggled, this, [this](bool on) {
        m_request.alone = on;
        request();
    });
    m_sort = chip(tr("Order"));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_sort);
    for (const desk::StorySort sort :
        {desk::StorySort::Newest, desk::StorySort::Sources, desk::StorySort::Impact})
        menu->addAction(sortName(sort), this, [this, sort] { setSort(sort); });
    m_sort->setMenu(menu);
    lines->addLayout(chips);
    column->addWidget(filters);
    m_message = new QLabel(side);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_message->hide();
    column->addWidget(m_message, 1);
    m_list = new QListView(side);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ArticleDelegate(m_theme, m_list));
    m_list->setAccessibleName(tr("Stories"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWordWrap(true); // the list lays its rows out again when its width changes
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) { choose(current.row()); });
    connect(m_list, &QListView::activated, this, &StoriesPage::enterStory);
    connect(m_list, &QListView::customContextMenuRequested, this, &StoriesPage::showMenu);
    return side;
}

QWidget* StoriesPage::buildStory()
{
    m_storySide = new QScrollArea(m_sides);
    m_storySide->setWidgetResizable(true);
    m_storySide->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_storySide->setFocusPolicy(Qt::NoFocus);
    auto* story = new QWidget(m_storySide);
    auto* column = new QVBoxLayout(story);
    column->setContentsMargins(26, 14, 26, 20);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    const auto link = [&](const QString& text) {
        auto* button = new QToolButton(story);
        button->setObjectName(QStringLiteral("link"));
        button->setText(text);
        button->setCursor(Qt::PointingHandCursor);
        return button;
    };
    m_back = link(tr("\u2039 Back to the stories"));
    m_news = link(tr("Its articles in News"));
    m_news->setToolTip(tr("Lists them on the News page (A)"));
    head->addWidget(m_back);
    head->addStretch();
    head->addWidget(m_news);
    column->addLayout(head);
    connect(m_back, &QToolButton::clicked, this, &StoriesPage::leaveStory);
    connect(m_news, &QToolButton::clicked, this, &StoriesPage::showNews);
    const auto label = [&](Qt::TextFormat format) {
        auto* made = new QLabel(story);
        made->setTextFormat(format);
        made->setWordWrap(true);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(made);
        return made;
    };
    m_title = label(Qt::PlainText);
    m_meta = label(Qt::PlainText);
    column->addSpacing(6);
    m_sourcesTitle = label(Qt::PlainText);
    m_sourcesTitle->setText(tr("Sources, the first to tell it first"));
    m_sources = label(Qt::RichText);
    column->addSpacing(8);
    m_timelineTitle = label(Qt::PlainText);
    m_timelineTitle->setText(tr("Timeline"));
    m_panel = new StoryPanel(m_theme, story, StoryPanel::Place::OwnPage);
    column->addWidget(m_panel);
    column->addSpacing(8);
    m_log = new StoryLog(m_theme, story);
    column->addWidget(m_log);
    column->addStretch(1);
    m_storySide->setWidget(story);
    connect(m_panel, &StoryPanel::articleChosen, this, &StoriesPage::articleWanted);
    connect(m_panel, &StoryPanel::splitChosen, this, &StoriesPage::articlesSplit);
    connect(m_log, &StoryLog::undoWanted, this, &StoriesPage::undoWanted);
    return m_storySide;
}

void StoriesPage::addKeys()
{
    m_listKeys = new PageKeys(this);
    m_storyKeys = new PageKeys(this);
    m_listKeys->watch(*m_list);
    m_storyKeys->watch(m_panel->members());
    m_storyKeys->watch(m_log->list());
    for (PageKeys* keys : {m_listKeys, m_storyKeys}) {
        keys->add(QStringLiteral("J"), [this] { step(1, false); });
        keys->add(QStringLiteral("K"), [this] { step(-1, false); });
        keys->add(QStringLiteral("F"), [this] {
            leaveStory();
            m_filter->setFocus();
            m_filter->selectAll();
        });
        keys->add(QStringLiteral("1"), [this] { setSort(desk::StorySort::Newest); });
        keys->add(QStringLiteral("2"), [this] { setSort(desk::StorySort::Sources); });
        keys->add(QStringLiteral("3"), [this] { setSort(desk::StorySort::Impact); });
        keys->add(QStringLiteral("0"), [this] { m_alone->toggle(); });
        keys->add(QStringLiteral("A"), [this] { showNews(); });
        keys->add(QStringLiteral("Shift+S"), [this] { joinChosen(); });
    }
    m_listKeys->add(QStringLiteral("Shift+J"), [this] { step(1, true); });
    m_listKeys->add(QStringLiteral("Shift+K"), [this] { step(-1, true); });
    m_listKeys->add(QStringLiteral("O"), [this] { enterStory(); });
    m_listKeys->add(QStringLiteral("Right"), [this] { enterStory(); });
    m_storyKeys->add(QStringLiteral("Left"), [this] { leaveStory(); });
    m_storyKeys->add(QStringLiteral("L"), [this] { m_log->list().setFocus(); });
    m_storyKeys->add(QStringLiteral("O"), [this] {
        if (const QTreeWidgetItem* item = m_panel->members().currentItem())
            Q_EMIT articleWanted(item->data(0, Qt::UserRole).toLongLong());
    });
}

KeysDialog::Rows StoriesPage::keys()
{
    return {{QStringLiteral("J K"), tr("next and previous story")},
        {QStringLiteral("Shift+J Shift+K"), tr("choose the next or previous story too")},
        {QStringLiteral("Enter O Right"), tr("to the story's timeline; there Enter and O open the article")},
        {QStringLiteral("Left"), tr("back to the list of stories")},
        {QStringLiteral("1 2 3"), tr("order: newest, most sources, most impact")},
        {QStringLiteral("0"), tr("list stories that only one article tells, too")},
        {QStringLiteral("F"), tr("filter the stories")},
        {QStringLiteral("A"), tr("list the story's articles in News")},
        {QStringLiteral("Shift+S"), tr("the chosen stories are one")},
        {QStringLiteral("Delete"), tr("in the timeline: the chosen articles are a story of their own")},
        {QStringLiteral("L"), tr("to the merges, splits and moves; there Delete undoes one")}};
}

void StoriesPage::shown()
{
    request();
    if (!m_panel->members().hasFocus() && !m_log->list().hasFocus())
        m_list->setFocus();
}

void StoriesPage::storiesChanged()
{
    if (isVisible())
        request();
}

void StoriesPage::request()
{
    if (m_kept == 0)
        m_kept = currentStory();
    m_request.query = m_filter->text().trimmed().toStdString();
    m_request.after.reset();
    Q_EMIT listWanted(m_request, ++m_generation);
}

void StoriesPage::setSort(desk::StorySort sort)
{
    m_request.sort = sort;
    showChips();
    request();
}

void StoriesPage::showChips() { m_sort->setText(sortName(m_request.sort) + QStringLiteral(" \u25BE")); }

qint64 StoriesPage::currentStory() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? index.data(items::IdRole).toLongLong() : 0;
}

void StoriesPage::setNow(base::Instant now)
{
    m_now = now;
    m_model.setNow(now);
}

void StoriesPage::showList(const desk::StoryListPage& page, int generation, bool first)
{
    if (generation != m_generation)
        return; // an answer to a question no longer asked
    if (!first)
        return m_model.append(page);
    m_filter->setProperty("invalid", false);
    style()->polish(m_filter); // lets the style sheet see the property
    const qint64 kept = m_kept;
    m_kept = 0;
    m_wanted = 0;
    m_model.reset(page);
    m_count->setText(page.rows.empty() ? QString()
            : page.total.count == 1    ? tr("1 story")
                                       : tr("%1 stories").arg(m_model.totalText()));
    setMessage(!page.rows.empty() ? QString()
            : m_request.query.empty()
            ? tr("No story yet. A story begins when a second article tells of the same event.")
            : tr("No story matches."));
    if (page.rows.empty())
        return showStory(0, {});
    const QModelIndex index = m_model.index(std::max(0, m_model.indexOf(kept)));
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

void StoriesPage::showFailure(const QString& reason, int generation)
{
    if (generation != m_generation)
        return;
    m_model.nextPageFailed();
    m_filter->setProperty("invalid", !m_request.query.empty());
    style()->polish(m_filter);
    setMessage(reason);
}

void StoriesPage::setMessage(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_list->setVisible(message.isEmpty());
}

void StoriesPage::choose(int row)
{
    if (row < 0 || m_model.row(row).id == m_wanted)
        return;
    m_wanted = m_model.row(row).id;
    Q_EMIT storyWanted(m_wanted);
}

void StoriesPage::showStory(qint64 story, const desk::StoryDetails& details)
{
    if (story != m_wanted && story != 0)
        return;
    m_details = details;
    const int row = m_model.indexOf(story);
    const bool any = row >= 0 && !details.timeline.story.members.empty();
    for (QWidget* part :
        QList<QWidget*>{m_news, m_meta, m_sourcesTitle, m_sources, m_timelineTitle, m_panel, m_log})
        part->setVisible(any);
    m_title->setText(any ? utf8(m_model.row(row).title).simplified() : QString());
    m_meta->setText(any ? meta() : QString());
    m_sources->setText(any ? sources() : QString());
    m_panel->showStory(0, details.timeline, m_now);
    m_log->showLog(details, m_now);
}

QString StoriesPage::meta() const
{
    const desk::StoryView& story = m_details.timeline.story;
    const desk::StoryRow& row = m_model.row(m_model.indexOf(m_wanted));
    QStringList parts{utf8(desk::storyName(story.id)), tr("began %1").arg(items::clockText(row.begun, m_now)),
        tr("last told %1").arg(items::clockText(row.last, m_now)),
        row.articles == 1 ? tr("1 article") : tr("%1 articles").arg(row.articles),
        row.sources == 1 ? tr("one source") : tr("%1 sources").arg(row.sources)};
    if (!story.formerIds.empty()) {
        QStringList names;
        for (const std::int64_t id : story.formerIds)
            names << utf8(desk::storyName(id));
        parts << tr("formerly %1").arg(names.join(QStringLiteral(", ")));
    }
    QString text = parts.join(QStringLiteral(" \u00B7 "));
    if (static_cast<std::size_t>(story.articles) > story.members.size())
        text += QStringLiteral(" \u00B7 ") + tr("the first %1 are shown").arg(story.members.size());
    return text;
}

QString StoriesPage::sources() const
{
    // A line is broken between two of them only.
    const auto together = [](const QString& text) {
        return text.toHtmlEscaped().replace(QLatin1Char(' '), QStringLiteral("&nbsp;"));
    };
    QStringList seen;
    QStringList named;
    std::int64_t begun = 0;
    for (const desk::StoryMember& member : m_details.timeline.story.members) {
        const QString source = utf8(member.source);
        if (seen.contains(source))
            continue;
        const std::int64_t told = base::toUnix(toldAt(member));
        if (seen.isEmpty())
            begun = told;
        seen << source;
        if (named.size() == SourcesNamed)
            continue;
        const QString when
            = named.isEmpty() ? items::clockText(toldAt(member), m_now) : laterText(told - begun);
        named << QStringLiteral("<span style=\"color:%1\">%2</span>&nbsp;<span style=\"color:%3; "
                                "font-weight:%4\">%5</span>&nbsp;<span style=\"color:%1\">%6</span>")
                     .arg(m_theme.css(Role::Muted), QString::number(seen.size()), m_theme.css(Role::Text),
                         named.isEmpty() ? QStringLiteral("600") : QStringLiteral("400"), together(source),
                         together(when));
    }
    QString text = named.join(QStringLiteral("&nbsp;&nbsp; "));
    if (seen.size() > named.size())
        text += QStringLiteral(" &nbsp; ") + tr("and %1 more").arg(seen.size() - named.size());
    return text;
}

void StoriesPage::step(int by, bool extend)
{
    const QModelIndex next = m_model.index(m_list->currentIndex().row() + by);
    if (!next.isValid())
        return;
    m_list->selectionModel()->setCurrentIndex(
        next, extend ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(next);
}

void StoriesPage::enterStory()
{
    if (currentStory() == 0)
        return;
    m_reading = true;
    arrange();
    m_panel->members().setFocus();
}

void StoriesPage::leaveStory()
{
    m_reading = false;
    arrange();
    m_list->setFocus();
}

void StoriesPage::joinChosen()
{
    QList<qint64> articles;
    qint64 oldest = 0; // the name that stays
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : chosen) {
        const desk::StoryRow& row = m_model.row(index.row());
        articles << row.article;
        oldest = oldest == 0 ? row.id : std::min<qint64>(oldest, row.id);
    }
    if (articles.size() < 2)
        return;
    m_kept = oldest;
    Q_EMIT storiesJoined(articles);
}

void StoriesPage::showNews()
{
    if (currentStory() != 0)
        Q_EMIT newsWanted(QStringLiteral("story:") + utf8(desk::storyName(currentStory())));
}

void StoriesPage::showMenu(const QPoint& point)
{
    if (!m_list->indexAt(point).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Timeline\tEnter"), this, &StoriesPage::enterStory);
    menu->addAction(tr("Its articles in News\tA"), this, &StoriesPage::showNews);
    menu->addAction(tr("One story\tShift+S"), this, &StoriesPage::joinChosen)
        ->setEnabled(m_list->selectionModel()->selectedIndexes().size() > 1);
    menu->popup(m_list->viewport()->mapToGlobal(point));
}

void StoriesPage::arrange()
{
    const bool narrow = width() / std::max(1.0, m_theme.scale()) < NarrowWidth;
    m_listSide->setVisible(!narrow || !m_reading);
    m_storySide->setVisible(!narrow || m_reading);
    m_back->setVisible(narrow);
}

void StoriesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StoriesPage::refreshTheme()
{
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    m_filter->setFont(m_theme.font(12.5));
    for (QToolButton* chip : {m_sort, m_alone})
        chip->setFont(m_theme.font(11));
    m_count->setFont(m_theme.font(11.5));
    m_count->setStyleSheet(muted);
    m_message->setFont(m_theme.font(13));
    m_message->setStyleSheet(muted);
    m_listSide->setMinimumWidth(m_theme.px(300));
    for (QToolButton* link : {m_back, m_news})
        link->setFont(m_theme.font(12));
    m_title->setFont(m_theme.font(22, QFont::DemiBold));
    m_meta->setFont(m_theme.font(11.5));
    m_meta->setStyleSheet(muted);
    for (QLabel* title : {m_sourcesTitle, m_timelineTitle})
        title->setFont(m_theme.font(13, QFont::DemiBold));
    m_sources->setFont(m_theme.font(12.5));
    m_panel->refreshTheme();
    m_log->refreshTheme();
    showChips();
    m_list->doItemsLayout();
    if (m_wanted != 0)
        showStory(m_wanted, desk::StoryDetails(m_details)); // the theme's colours stand in its texts
    arrange();
}

} // namespace ui
