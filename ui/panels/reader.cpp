// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "reader.h"

#include <items/datawords.h>
#include <items/timetext.h>
#include <ui/dialogs/revisions.h>
#include <ui/dialogs/why.h>
#include <ui/panels/storypanel.h>
#include <ui/widgets/findbar.h>
#include <ui/widgets/flowlayout.h>
#include <ui/widgets/gauge.h>
#include <ui/widgets/linkwalk.h>
#include <ui/widgets/noteeditor.h>

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

namespace ui {

namespace {

QLabel* label(QWidget* parent, bool wrap = false)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wrap);
    label->setTextInteractionFlags(wrap ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
    return label;
}

void openDialog(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

int minutesToRead(const std::string& body)
{
    constexpr std::size_t BytesAMinute = 1300; // about 220 English words
    return static_cast<int>(std::max<std::size_t>(1, (body.size() + BytesAMinute / 2) / BytesAMinute));
}

} // namespace

Reader::Reader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    build();
    refreshTheme();
    clear(tr("Choose an article on the left."));
}

Reader::~Reader() = default;

QWidget* Reader::gaugeCard(
    Gauge*& gauge, QLabel*& value, QLabel*& word, QToolButton*& why, const QString& title)
{
    auto* card = new QFrame(m_page);
    card->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* name = label(card);
    name->setText(title);
    name->setObjectName(QStringLiteral("gaugeTitle"));
    why = new QToolButton(card);
    why->setObjectName(QStringLiteral("link"));
    why->setCursor(Qt::PointingHandCursor);
    head->addWidget(name);
    head->addStretch();
    head->addWidget(why);
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    gauge = new Gauge(
        m_theme, title == tr("Market impact") ? Gauge::Kind::Impact : Gauge::Kind::Sentiment, card);
    gauge->setFixedSize(gauge->sizeHint());
    row->addWidget(gauge);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    value = label(card);
    word = label(card);
    word->setWordWrap(true);
    words->addWidget(value);
    words->addWidget(word);
    row->addLayout(words, 1);
    column->addLayout(row);
    return card;
}

void Reader::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_empty = label(this, true);
    m_empty->setAlignment(Qt::AlignCenter);
    outer->addWidget(m_empty);
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(m_area);
    m_page = new QWidget(m_area);
    m_area->setWidget(m_page);
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(26, 12, 26, 8);
    column->setSpacing(0);

    auto* crumb = new QHBoxLayout;
    m_back = new QToolButton(m_page);
    m_back->setObjectName(QStringLiteral("plain"));
    m_back->setText(tr("\u2039 Back to News"));
    m_back->setCursor(Qt::PointingHandCursor);
    connect(m_back, &QToolButton::clicked, this, &Reader::backChosen);
    m_place = label(m_page);
    crumb->addWidget(m_back);
    crumb->addWidget(m_place);
    crumb->addStretch();
    m_brief = new QToolButton(m_page);
    m_brief->setObjectName(QStringLiteral("plain"));
    m_brief->setText(tr("Export brief\u2026"));
    m_brief->setCursor(Qt::PointingHandCursor);
    connect(m_brief, &QToolButton::clicked, this, &Reader::briefWanted);
    crumb->addWidget(m_brief);
    column->addLayout(crumb);

    m_title = label(m_page, true);
    m_meta = label(m_page, true);
    m_meta->setTextFormat(Qt::RichText); // all that publishers wrote is escaped
    m_meta->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_meta, &QLabel::linkActivated, this, [this](const QString& link) { followLink(QUrl(link)); });
    connect(m_meta, &QLabel::linkHovered, this, [this](const QString& link) {
        m_meta->setToolTip(link.isEmpty() ? QString()
                : link.startsWith(QStringLiteral("revisions:"))
                ? tr("What changed (D)")
                : tr("Original: %1 (V)").arg(QUrl(link).host()).toHtmlEscaped());
    });
    m_topics = new QWidget(m_page);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_topics->setSizePolicy(policy);
    new FlowLayout(6, m_topics);
    column->addSpacing(5);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_meta);
    column->addSpacing(8);
    column->addWidget(m_topics);
    column->addSpacing(12);

    auto* gauges = new QHBoxLayout;
    gauges->setSpacing(12);
    gauges->addWidget(gaugeCard(m_impact, m_impactValue, m_impactWord, m_whyImpact, tr("Market impact")), 1);
    gauges->addWidget(
        gaugeCard(m_sentiment, m_sentimentValue, m_sentimentWord, m_whySentiment, tr("Market sentiment")), 1);
    connect(m_whyImpact, &QToolButton::clicked, this, &Reader::openWhyImpact);
    connect(m_whySentiment, &QToolButton::clicked, this, &Reader::openWhySentiment);
    column->addLayout(gauges);
    column->addSpacing(10);

    auto* tabs = new QHBoxLayout;
    tabs->setSpacing(18);
    m_tabs = new QButtonGroup(this);
    m_stack = new QStackedWidget(m_page);
    const QString names[TabCount] = {tr("Brief"), tr("Full text"), tr("Story"), tr("Entities"), tr("Notes")};
    QTextBrowser** views[] = {&m_briefView, &m_fullView, nullptr, &m_entityView, nullptr};
    for (int at = 0; at < TabCount; ++at) {
        auto* button = new QToolButton(m_page);
        button->setObjectName(QStringLiteral("tab"));
        button->setText(names[at]);
        button->setCheckable(true);
        m_tabs->addButton(button, at);
        tabs->addWidget(button);
        if (at == Story) {
            m_story = new StoryPanel(m_theme, m_page);
            m_stack->addWidget(m_story);
        }
        if (views[at] == nullptr)
            continue;
        auto* view = new QTextBrowser(m_page);
        view->setOpenLinks(false);
        view->setAccessibleName(names[at]);
        view->document()->setDocumentMargin(0);
        connect(view, &QTextBrowser::anchorClicked, this, &Reader::followLink);
        connect(view, &QTextBrowser::highlighted, this, [this, view](const QUrl& link) {
            if (m_text && link.scheme() == QLatin1String("ev"))
                QToolTip::showText(
                    QCursor::pos(), m_text->quotes(ArticleText::numbersOf(link.toString())), view);
            else
                QToolTip::hideText();
        });
        *views[at] = view;
        m_stack->addWidget(view);
    }
    m_note = new NoteEditor(m_page);
    m_note->setAccessibleName(names[Notes]);
    m_stack->addWidget(m_note);
    connect(m_story, &StoryPanel::articleChosen, this, &Reader::articleWanted);
    connect(m_story, &StoryPanel::splitChosen, this, &Reader::splitWanted);
    tabs->addStretch();
    column->addLayout(tabs);
    auto* rule = new QFrame(m_page);
    rule->setObjectName(QStringLiteral("rule"));
    column->addWidget(rule);
    column->addSpacing(10);
    m_find = new FindBar(
        m_theme, [this] { return openView(); }, m_page);
    connect(m_find, &FindBar::closed, this, [this] {
        if (QTextBrowser* view = openView())
            view->setFocus();
    });
    column->addWidget(m_find);
    column->addWidget(m_stack, 1);
    m_sentences = std::make_unique<LinkWalk>(m_theme, *m_briefView, QStringLiteral("ev:"));
    m_words = std::make_unique<LinkWalk>(m_theme, *m_fullView, QStringLiteral("use:"));
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int id) { setTab(static_cast<Tab>(id)); });
    setTab(Brief);
}

void Reader::refreshTheme()
{
    m_empty->setFont(m_theme.font(13));
    setMinimumWidth(m_theme.px(460));
    m_stack->setMinimumHeight(m_theme.px(110));
    m_back->setFont(m_theme.font(12));
    m_brief->setFont(m_theme.font(12));
    m_place->setFont(m_theme.font(12));
    m_title->setFont(m_theme.font(22, QFont::DemiBold));
    m_meta->setFont(m_theme.font(11.5));
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    for (QLabel* quiet : {m_meta, m_place, m_empty, m_impactWord, m_sentimentWord})
        quiet->setStyleSheet(muted);
    for (QLabel* title : m_page->findChildren<QLabel*>(QStringLiteral("gaugeTitle"))) {
        title->setFont(m_theme.font(11.5));
        title->setStyleSheet(muted);
    }
    for (QToolButton* why : {m_whyImpact, m_whySentiment})
        why->setFont(m_theme.font(11.5));
    for (QLabel* value : {m_impactValue, m_sentimentValue})
        value->setFont(m_theme.font(25, QFont::DemiBold));
    for (QLabel* word : {m_impactWord, m_sentimentWord})
        word->setFont(m_theme.font(12));
    for (QTextBrowser* view : {m_briefView, m_fullView, m_entityView})
        view->setFont(m_theme.font(13.5));
    m_note->setFont(m_theme.font(13.5));
    m_find->refreshTheme();
    m_story->refreshTheme();
    for (QAbstractButton* tab : m_tabs->buttons())
        tab->setFont(m_theme.font(13));
    for (Gauge* gauge : {m_impact, m_sentiment})
        gauge->setFixedSize(gauge->sizeHint());
    if (m_text)
        fill();
}

void Reader::clear(const QString& message)
{
    m_text.reset();
    m_empty->setText(message);
    m_empty->show();
    m_area->hide();
}

void Reader::showArticle(base::Article article, base::Analysis analysis, base::Instant now, int revisions)
{
    keepPosition();
    m_text.reset();
    if (article.id != m_article.id)
        m_labels.clear(); // until they are read
    m_note->open(article.id);
    m_revisions = revisions;
    m_article = std::move(article);
    m_analysis = std::move(analysis);
    m_now = now;
    m_text = std::make_unique<ArticleText>(m_article, m_analysis);
    m_empty->hide();
    m_area->show();
    fill();
    m_stack->setCurrentIndex(m_tabs->checkedId() < 0 ? 0 : m_tabs->checkedId());
    const Position position = m_positions.value(m_article.id);
    m_briefView->verticalScrollBar()->setValue(position.brief);
    m_fullView->verticalScrollBar()->setValue(position.full);
    m_story->clear();
    tabShown();
}

QString Reader::metaLine() const
{
    const auto link = [this](const QString& address, const QString& text, Role role) {
        return QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>")
            .arg(address.toHtmlEscaped(), m_theme.css(role), text);
    };
    const QString source = QString::fromStdString(m_article.source).toHtmlEscaped();
    QStringList meta{
        m_article.url.empty() ? source : link(QString::fromStdString(m_article.url), source, Role::Muted)};
    meta << (m_article.published ? tr("Published %1").arg(items::clockText(*m_article.published, m_now))
                                 : tr("No date given"));
    meta << tr("Received %1").arg(items::clockText(m_article.received, m_now))
         << tr("%1 min read").arg(minutesToRead(m_article.body));
    if (m_analysis.mode != base::Mode::NotAnalysed)
        meta << items::dataWord(base::modeName(m_analysis.mode));
    if (m_revisions > 0)
        meta << link(QStringLiteral("revisions:"),
            m_revisions == 1 ? tr("revised once") : tr("revised %1 times").arg(m_revisions), Role::Link);
    return meta.join(QStringLiteral("\u00A0\u00A0 "));
}

void Reader::setLabels(const QStringList& labels)
{
    m_labels = labels;
    fillChips();
}

void Reader::fillChips()
{
    qDeleteAll(m_topics->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly));
    const auto chip = [this](const QString& kind, const QString& name, const QString& tip) {
        auto* button = new QToolButton(m_topics);
        button->setObjectName(kind);
        button->setFont(m_theme.font(11));
        button->setText(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setCursor(Qt::PointingHandCursor);
        button->setToolTip(tip);
        m_topics->layout()->addWidget(button);
        button->show();
        return button;
    };
    for (const base::TopicScore& topic : m_analysis.topics) {
        const QString name = QString::fromStdString(topic.name);
        connect(chip(QStringLiteral("chip"), name,
                    tr("Show articles on this topic (score %1)").arg(topic.score, 0, 'f', 2)),
            &QToolButton::clicked, this, [this, name] { Q_EMIT topicChosen(name); });
    }
    for (const QString& name : m_labels) {
        QToolButton* button
            = chip(QStringLiteral("label"), name, tr("Show articles with this label (L changes labels)"));
        button->setAccessibleName(tr("Label %1").arg(name));
        connect(button, &QToolButton::clicked, this, [this, name] { Q_EMIT labelChosen(name); });
    }
    m_topics->setVisible(!m_analysis.topics.empty() || !m_labels.isEmpty());
    m_topics->updateGeometry();
}

void Reader::fill()
{
    m_title->setText(QString::fromStdString(m_article.title));
    m_meta->setText(metaLine());
    fillChips();
    const bool analysed = m_analysis.mode != base::Mode::NotAnalysed;
    const QString impact = QString::number(m_analysis.impact.score, 'f', 2);
    m_whyImpact->setVisible(analysed);
    m_whySentiment->setVisible(analysed);
    if (analysed) {
        const QString scope = items::dataWord(m_analysis.impact.scope);
        const QString word = items::dataWord(m_analysis.impact.label)
            + (scope.isEmpty() ? QString() : QStringLiteral("\u00A0\u00B7 ") + scope);
        m_impact->setValue(m_analysis.impact.score, word);
        m_impactValue->setText(impact);
        m_impactWord->setText(word);
        m_whyImpact->setText(tr("Why %1?").arg(impact));
        const QString label = items::dataWord(m_analysis.sentiment.label);
        m_sentiment->setValue(m_analysis.sentiment.score, label);
        m_sentimentValue->setText(signedFigure(m_analysis.sentiment.score));
        m_sentimentWord->setText(label);
        m_whySentiment->setText(tr("Why %1?").arg(signedFigure(m_analysis.sentiment.score)));
    } else {
        m_impact->clearValue();
        m_sentiment->clearValue();
        m_impactValue->setText(QStringLiteral("\u2013"));
        m_sentimentValue->setText(QStringLiteral("\u2013"));
        m_impactWord->setText(tr("not analysed"));
        m_sentimentWord->setText(tr("not analysed"));
    }
    m_sentimentValue->setStyleSheet(
        QStringLiteral("color: %1")
            .arg((analysed ? m_theme.forSign(m_analysis.sentiment.score) : m_theme.colour(Role::Muted))
                     .name()));
    setTexts({}, {});
    m_entityView->setHtml(m_text->entities(m_theme));
}

void Reader::setTexts(const QSet<int>& litBrief, const QSet<int>& litFull)
{
    m_briefView->setHtml(m_text->brief(m_theme, litBrief));
    m_fullView->setHtml(m_text->full(m_theme, litFull));
    m_sentences->reset();
    m_words->reset();
    m_find->textChanged();
}

void Reader::keepPosition()
{
    constexpr int Most = 500; // articles
    if (!m_text)
        return;
    if (m_positions.size() >= Most)
        m_positions.clear();
    m_positions[m_article.id]
        = {m_briefView->verticalScrollBar()->value(), m_fullView->verticalScrollBar()->value()};
}

void Reader::setPlace(const QString& place)
{
    m_place->setText(place.isEmpty()
            ? QString()
            : (m_back->isVisibleTo(this) ? QStringLiteral("\u00B7  ") : QString()) + place);
}
void Reader::setNotesVisible(bool visible) { m_tabs->button(Notes)->setVisible(visible); }

void Reader::setBackVisible(bool visible) { m_back->setVisible(visible); }

void Reader::setTab(Tab tab)
{
    m_tabs->button(tab)->setChecked(true);
    m_stack->setCurrentIndex(tab);
    m_find->textChanged();
    tabShown();
}

QTextBrowser* Reader::openView() const
{
    return m_text ? qobject_cast<QTextBrowser*>(m_stack->currentWidget()) : nullptr;
}

void Reader::openFind()
{
    if (m_text)
        m_find->open();
}

void Reader::stepEvidence(int by)
{
    if (!m_text)
        return;
    if (tab() != FullText)
        setTab(Brief);
    const bool full = tab() == FullText;
    LinkWalk& walk = full ? *m_words : *m_sentences;
    QTextBrowser* view = full ? m_fullView : m_briefView;
    const QString address = walk.step(by);
    if (address.isEmpty())
        return Q_EMIT said(full ? tr("Nothing rests on words of this text.")
                                : tr("No sentence here rests on words of the article."));
    if (!full)
        QToolTip::showText(view->viewport()->mapToGlobal(walk.place()),
            m_text->quotes(ArticleText::numbersOf(address)), view);
}

void Reader::followEvidence()
{
    const QString address = tab() == FullText ? m_words->current() : m_sentences->current();
    if (!address.isEmpty())
        followLink(QUrl(address));
}

// A story is read when it is looked at, not with every article one passes.
void Reader::tabShown()
{
    if (m_text && tab() == Story && !m_story->isAsked()) {
        m_story->setAsked();
        Q_EMIT storyWanted(m_article.id);
    }
}

void Reader::showStory(qint64 article, const desk::StoryTimeline& timeline)
{
    if (m_text && m_article.id == article)
        m_story->showStory(article, timeline, m_now);
}

void Reader::storyChanged()
{
    m_story->clear();
    tabShown();
}

Reader::Tab Reader::tab() const { return static_cast<Tab>(m_stack->currentIndex()); }

void Reader::showEvidence(const QSet<int>& numbers)
{
    if (!m_text)
        return;
    m_fullView->setHtml(m_text->full(m_theme, numbers));
    m_words->reset();
    setTab(FullText);
    m_fullView->scrollToAnchor(QStringLiteral("lit"));
}

void Reader::followLink(const QUrl& link)
{
    if (!m_text)
        return;
    const QSet<int> numbers = ArticleText::numbersOf(link.toString());
    if (link.scheme() == QLatin1String("ev")) {
        showEvidence(numbers);
    } else if (link.scheme() == QLatin1String("use")) {
        m_briefView->setHtml(m_text->brief(m_theme, numbers));
        m_sentences->reset();
        setTab(Brief);
    } else if (link.scheme() == QLatin1String("revisions")) {
        openRevisions();
    } else {
        Q_EMIT linkChosen(link.toString(QUrl::FullyEncoded));
    }
}

bool Reader::pageDown()
{
    const QTextBrowser* view = openView();
    if (view == nullptr)
        return false;
    QScrollBar* bar = view->verticalScrollBar();
    if (bar->value() >= bar->maximum())
        return false;
    bar->setValue(bar->value() + bar->pageStep());
    return true;
}

void Reader::openWhyImpact()
{
    if (m_text && m_analysis.mode != base::Mode::NotAnalysed)
        openDialog(new WhyDialog(m_theme, m_article, m_analysis, WhyDialog::Of::Impact, this));
}

void Reader::openWhySentiment()
{
    if (m_text && m_analysis.mode != base::Mode::NotAnalysed)
        openDialog(new WhyDialog(m_theme, m_article, m_analysis, WhyDialog::Of::Sentiment, this));
}

void Reader::openRevisions()
{
    if (!m_text)
        return;
    if (m_revisions == 0) {
        Q_EMIT said(tr("This article was not revised."));
        return;
    }
    const qint64 id = m_article.id;
    m_revisionsDialog = new RevisionsDialog(m_theme, id, m_now, this);
    connect(m_revisionsDialog, &RevisionsDialog::changesWanted, this,
        [this, id](int before, int after) { Q_EMIT changesWanted(id, before, after); });
    openDialog(m_revisionsDialog);
    Q_EMIT versionsWanted(id);
}

void Reader::showVersions(qint64 id, const std::vector<desk::TextVersion>& versions)
{
    if (m_revisionsDialog != nullptr && m_revisionsDialog->article() == id)
        m_revisionsDialog->showVersions(versions);
}

void Reader::showChanges(qint64 id, int before, int after, const std::vector<desk::WordRun>& title,
    const std::vector<desk::WordRun>& body)
{
    if (m_revisionsDialog != nullptr && m_revisionsDialog->article() == id)
        m_revisionsDialog->showChanges(before, after, title, body);
}

} // namespace ui
